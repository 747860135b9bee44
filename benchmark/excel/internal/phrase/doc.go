// Package phrase holds what a workbook says, with Danish and English one above the other. A
// phrase of one sheet stands in the file of that sheet. A phrase of several sheets stands
// in tables.go.
package phrase
