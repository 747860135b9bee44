// Package dataset holds figures on municipalities: a table of municipalities
// × years × indicators in which a missing figure is NaN, and never zero.
//
// There are two ways to a [Dataset]. [Read] reads files:
//
//	d, err := dataset.Read(ctx, []dataset.Source{dataset.File("regnskab.csv")},
//		dataset.Options{Register: danmark.Register})
//
// and a [Builder] takes figures from a program. After that a data set does
// not change.
//
// What a source is, is told by its content. Tables of statistics offices
// (StatBank's CSV and BULK, PC-Axis, JSON-stat) have variables, and so has a
// sheet of Excel or noegletal.dk: each becomes one small table of variables and
// cells, and one mapper makes municipality, year and indicator of the
// variables. It takes them by their role and name; a [Catalogue] knows the
// tables of a country, and a [Mapping] of the plan says the rest. What was made
// of each file is in [Dataset.Tables]. Any of them may be packed by gzip or zip.
// So are tables in separated text that have a column for each year, a column of
// quarters or dates, or titles above them.
//
// Separated text without variables has two layouts. The tidy one has a figure a row,
// in columns called municipality_code, municipality, year, indicator and
// value (in Danish kommunekode, kommune, år, indikator, værdi); the wide one
// has a row a municipality, or municipality and year, and a column an
// indicator. The separator, the decimal and thousands marks and the encoding
// are found out from the file. Large files with a row a line are read in pieces,
// twice, and never held whole.
//
// Whatever is wrong comes as a [Problem] with the file, the line, the column
// and the text found there; all problems are reported at once, and nothing is
// left out without one.
package dataset
