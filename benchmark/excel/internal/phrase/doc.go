// Package phrase holds what a workbook says, in Danish and English one above the
// other. A phrase of one sheet stands in the file of that sheet, and a phrase of
// several in tables.go.
package phrase
