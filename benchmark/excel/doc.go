// Package excel lays a report out as a workbook.
//
// The workbook has an overview of one municipality's areas (or of the strongest
// candidates, where none was asked for), all municipalities beside each other,
// the models, how to read it all, and the figures behind; for one municipality
// also how its differences lasted, activity and unit cost, and quality, where
// there is any.
// The sheet of headroom is one to work in: its formulas look up, in the data
// sheets at the end, what the report has of another municipality or target.
//
// Everything is laid out and nothing computed but by those formulas: a cell is a
// field of the report, and the value beside a formula is what the report has.
// Texts from data are written as text cells, which no spreadsheet program takes
// for formulas. The same report gives the same bytes.
package excel
