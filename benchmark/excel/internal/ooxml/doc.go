// Package ooxml writes the parts of a workbook that need to be our own. It also knows the
// limits of the file format: what a text, a name or a heading may hold. It knows no
// reports.
//
// A [Chart] is written as XML with whiskers, and with the values that it is drawn from, so
// that a program that computes nothing can show it. [Parts] holds the compressed parts of
// one workbook and writes them in the order of their names. The same workbook is therefore
// the same file, byte for byte. [Names] gives sheets and ranges names that the format
// allows. [CountLines] and [WordWidth] estimate the room that texts take, because no
// spreadsheet program finds out the height of a row when it opens a file. [Labels] makes
// texts that a drop-down list can offer and a formula can look up.
package ooxml
