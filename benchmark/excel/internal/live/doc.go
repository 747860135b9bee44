// Package live lays out the sheet that a meeting works in, and the sheets that its
// formulas look up in.
//
// [Tables] is what every municipality has under every target rule and in every year.
// It is the same in all workbooks of a report. [NewSheets] returns what lays it out in one
// of them. The cells hold the report's values beside the formulas, so a program that
// computes nothing shows the same figures.
package live
