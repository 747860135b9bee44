// Package dataset holds figures on municipalities: a table of municipalities
// × years × indicators in which a missing figure is NaN, and never zero.
//
// There are two ways to get a [Dataset]. [Read] reads files:
//
//	d, err := dataset.Read(ctx, []dataset.Source{dataset.File("regnskab.csv")},
//		dataset.Options{Register: danmark.Register()})
//
// and a [Builder] takes figures from a program. A data set never changes after
// that.
//
// # How a file is read
//
// A file goes through three steps, and each has packages of its own.
//
// First it becomes text. Package internal/source opens the file, reads it within
// bounds, unpacks gzip and zip, and finds out the encoding.
//
// Then its format, which is told by the content, turns the text into tables and
// faults. PC-Axis, JSON-stat, spreadsheets and the files of StatBank have variables and
// cells: see package table. So has separated text with titles above its header, a
// column for each year, or a column of quarters. Other separated text has a header and
// one row a line, in one of two layouts. The tidy layout has one figure a row, in
// columns called municipality_code, municipality, year, indicator and value (in Danish
// kommunekode, kommune, år, indikator, værdi). The wide layout has one row a
// municipality, or municipality and year, and one column an indicator. Separator and
// marks are found out from the text. Large files are read twice, in pieces, and are
// never held in memory as a whole.
//
// Last, this package finds municipality, year and indicator in the variables or
// columns, by their roles and names. A [Register] knows the municipalities, a
// [Catalogue] knows the tables of a statistics office, and a [Mapping] from the plan
// says the rest. What was made of each file is in [Dataset.Tables].
//
// Whatever is wrong is reported as a [Problem] with the file, the line, the column and
// the text found there. All problems are reported at once, and nothing is left out
// without one.
//
// # How to add a format
//
// Write a package below internal with a function from text, or from the archive of a
// spreadsheet program, to tables and faults. A format of spreadsheets gets a line in
// workbookFormats. Any other is told by its content in one case of readBytes.
package dataset
