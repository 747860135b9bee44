// Package excel lays a report out as a workbook for the budget meeting.
//
// Of one municipality it has, in this order: an overview on one page with the
// areas by size, a chart of the differences with whiskers for their intervals,
// and the strongest candidates in sentences; the headroom, a sheet to work in; all
// key figures; all municipalities
// beside each other; a sheet for each candidate, or with [AllSheets] for each
// area, with charts, the comparison group and the questions for the meeting;
// comparison groups, targets, robustness, years, activity and quality; the models
// and what their diagnostics mean; corrections; the method, with what the
// workbook was made by; the figures behind; and what the sheet of headroom looks
// up. Of no municipality it has the strongest candidates, and what does not belong
// to one.
//
// Everything is laid out and nothing computed: a cell is a field of the report.
// Only the sheet of headroom (livesheet.go) has formulas, which look up what the
// report has of another municipality, year or target; the values beside them are
// the report's. Texts from data are written as text cells, which no spreadsheet
// program takes for formulas, and cut with a mark where the format has a limit.
// The same report gives the same bytes, whether a workbook is written by itself
// or, by a [Writer], among those of other municipalities, which share the sheets
// that are the same in all.
//
// A sheet is first laid out as a value of the type sheet, and then written as a
// stream. Charts (chart.go) and tables (table.go) are XML of our own, put among the
// parts that excelize makes (attach.go). The name of the range of a sheet's table,
// for others to link to, is Raaderum_ and the sheet's name, or the area's ID.
package excel
