// Package excel lays a report out as a workbook for the budget meeting.
//
// The workbook of one municipality has these sheets, in this order:
//
//   - an overview on one page: the areas by size, a chart of the differences with
//     whiskers for their intervals, and the strongest candidates in sentences
//   - the headroom, a sheet to work in
//   - all key figures, and all municipalities beside each other
//   - a sheet for each candidate, or with [AllSheets] for each area: charts, the
//     comparison group and the questions for the meeting
//   - comparison groups, targets and robustness, years, activity and quality
//   - the models and what their diagnostics mean, and corrections
//   - the method and how the workbook was made, and the underlying figures
//   - what the sheet of headroom looks up
//
// A workbook of no municipality has the strongest candidates, and the sheets that belong to
// no municipality.
//
// The package computes nothing: a cell is a field of the report. Only the sheet of headroom
// has formulas. They look up what the report has for another municipality, year or target,
// and the values beside them are the report's. Texts from data are written as text cells,
// which no spreadsheet program takes for formulas. A text that is longer than the format
// allows is cut and marked. The same report makes the same bytes, whether a workbook is
// written by itself or by a [Writer] together with those of other municipalities.
//
// A report becomes a file in three steps. This package decides what stands on each sheet,
// in the words of internal/phrase; internal/live does it for the sheet of headroom. Package
// internal/layout knows how sheets look, and writes them. Package internal/ooxml makes the
// parts of the file that excelize does not make: charts with whiskers, and several tables
// on a sheet. Others can link to a sheet's table. Its range is named Raaderum_ followed by
// the sheet's name or the area's ID.
package excel
