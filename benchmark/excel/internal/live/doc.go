// Package live lays out the sheet that a meeting works in, and the sheets in which its
// formulas look things up.
//
// [Tables] holds what every municipality has under every target rule and in every year. It
// is the same in all workbooks of a report. [NewSheets] prepares the sheets of one
// workbook. The cells hold the report's values beside the formulas, so that a program that
// computes nothing shows the same figures.
package live
