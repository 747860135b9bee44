// Package table holds a table as a file has it: variables, their values and roles, and
// cells, with the place of everything in the file. It does not know municipalities or
// plans.
//
// A reader of a format returns a [Table] and a list of [Fault]. The cells of a table are
// not held in memory but read when they are asked for, so that a large file costs time
// and no memory:
//
//	t.Cells(func(c *table.Cell) bool {
//		fmt.Println(t.Variables[0].Values[c.At[0]], c.Text)
//		return true // go on
//	})
//
// The package also reads what tables of all formats write in the same way: times
// ([ParsePeriod]), ages ([ParseAges]), the names of columns ([FindKeys]) and headings
// ([ReadHeadings]). A format that has to recognise the names of places gets [Places].
package table
