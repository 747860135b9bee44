// Package live lays out the sheet that a meeting works in, and the sheets that its
// formulas look up in.
//
// [Tables] is what every municipality has under every target rule and in every year.
// It is the same in all workbooks of a report. [Sheets] lays it out for one of them:
// the values beside the formulas are the report's, so that a program that computes
// nothing shows the same figures.
package live
