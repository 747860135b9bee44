// Package excel lays a report out as a workbook for the budget meeting.
//
//	Report ──► sheets, as values ──► a stream of cells ─┐
//	             │                                      ├─► .xlsx
//	             └──► charts and tables, as XML ────────┘
//
// [Write] writes one workbook. A [Writer] writes those of many municipalities and lays out
// once what is the same in all.
//
// # What is in it
//
// The workbook of one municipality has its sheets in the order of a meeting:
//
//   - an overview on one page: the areas by size, a chart of the differences with whiskers
//     for their intervals, and the strongest candidates in sentences
//   - the headroom, a sheet to work in
//   - all key figures, and all municipalities beside each other
//   - a sheet for each candidate, or with [AllSheets] for each area, with charts, the
//     comparison group and the questions for the meeting
//   - comparison groups, targets and robustness, years, activity, quality
//   - the models and what their diagnostics mean, corrections, and the method, with what
//     the workbook was made by
//   - the figures behind, and what the sheet of headroom looks up
//
// The workbook of no municipality has the strongest candidates of all, and leaves out what
// belongs to one.
//
// # How it is made
//
// Everything is laid out and nothing computed: a cell is a field of the report. Only the
// sheet of headroom (livesheet.go) has formulas. They look up what the report has of
// another municipality, year or target, and the values that stand beside them are the
// report's.
//
// A sheet is first laid out as a value of the type sheet, and then written as a stream.
// Charts (chart.go) and tables (table.go) are XML of our own, put among the parts that
// excelize makes (attach.go). The range of a sheet's table has a name for others to link
// to: Raaderum_ and the sheet's name, or the area's ID.
//
// Texts from data are written as text cells, which no spreadsheet program takes for
// formulas, and are cut with a mark where the format has a limit. The same report gives the
// same bytes, whether a workbook is written by itself or among others.
package excel
