// Package excel lays a report out as a workbook.
//
// The workbook has an overview of one municipality's areas (or of the strongest
// candidates, where none was asked for), all municipalities beside each other,
// the models, how to read it all, and the figures behind; for one municipality
// also how its differences lasted, activity and unit cost, and quality, where
// there is any.
// Everything is laid out and nothing computed: a cell is a field of the
// report. Texts from data are written as text cells, which no spreadsheet
// program takes for formulas. The same report gives the same bytes.
package excel
