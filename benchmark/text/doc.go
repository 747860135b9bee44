// Package text lays a report out as text: the table on the screen, within 80
// columns, and CSV for spreadsheet programs.
package text
