package text

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/source"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
	"golang.org/x/text/unicode/norm"
)

// cells is text with a row for each cell of a table. It has a column for each variable, and
// the figure in the last column. Statistics Denmark's CSV and BULK formats and its web page
// write it so.
type cells struct {
	*File
	tell      func(table.Fault)
	header    []string // nil: the file has none
	index     []map[string]int32
	variables []table.Variable
	lines     [][]int32 // the first line of each value
	marks     unit.Marks
	skipped   int // how many rows cannot be read
}

// HasCells says whether the text has a row for each cell, and whether it has a header.
func (f *File) HasCells() (has, header bool) {
	if table.IsLong(f.Columns) {
		return true, true
	}
	return isHeaderless(f.Columns, f.options.Places), false
}

// Made is the table made from text with a row for each cell.
type Made struct {
	Table    *table.Table // nil: there is none
	Marks    unit.Marks
	Encoding string // empty if the text is no large file
	Skipped  int    // how many rows were left out, each with a fault
}

// Cells makes a table of text that has a row for each cell. It goes through the rows once,
// to find the values of the variables. The table's cells go through them again. Faults are
// told one by one, since there may be as many as rows. If the context has ended, nothing
// that it returns is of use.
func (f *File) Cells(ctx context.Context, tell func(table.Fault)) Made {
	c := &cells{File: f, tell: tell}
	columns := len(f.Columns)
	if _, has := f.HasCells(); has {
		c.header = f.Columns
	}
	c.variables = make([]table.Variable, columns-1)
	c.index = make([]map[string]int32, columns-1)
	c.lines = make([][]int32, columns-1)
	for i := range c.variables {
		c.index[i] = map[string]int32{}
		if c.header != nil {
			c.variables[i].Code = c.header[i]
		}
	}
	var e unit.Evidence
	rows, ragged, ok := c.findValues(ctx, &e)
	made := Made{Skipped: c.skipped}
	if ctx.Err() != nil {
		return made
	}
	if stream := f.rows.stream; stream != nil {
		if fault := stream.Check(); fault != nil {
			tell(*fault)
			return made
		}
		made.Encoding = stream.Encoding()
	}
	if !ok || rows == 0 {
		if ok && ragged == 0 {
			tell(table.Fault{Kind: table.NoData, Message: table.NoFigures()})
		}
		return made
	}
	tellAll(tell, f.OpenEnd())
	c.decode()
	marks, faults := table.SettleMarks(&e, f.options.DecimalMark, f.Separator)
	tellAll(tell, faults)
	made.Marks, c.marks = marks, marks
	made.Table = &table.Table{
		Variables: c.variables, Marks: marks, Cells: c.read,
		Line: func(variable, value int) int { return int(c.lines[variable][value]) },
	}
	if c.header != nil {
		made.Table.Column = c.header[columns-1]
	}
	return made
}

func tellAll(tell func(table.Fault), faults []table.Fault) {
	for _, f := range faults {
		tell(f)
	}
}

// ReadFault returns the fault that ended the reading of the cells, or nil if they were read
// to the end.
func (f *File) ReadFault() *table.Fault {
	if f.rows.stream == nil {
		return nil
	}
	return f.rows.stream.Fault()
}

// findValues goes through the rows to find the values of the variables and the marks of the
// first figures. It returns how many rows can be read and how many are ragged. It reports
// false if it was ended early.
func (c *cells) findValues(ctx context.Context, e *unit.Evidence) (rows, ragged int, ok bool) {
	columns := len(c.Columns)
	all, began := 0, false
	last := make([]string, columns-1)
	ok = c.rows.eachRow(c.newMapping(nil), func(row *Row) bool {
		if row.Fault != nil && row.Fields == nil {
			c.skipped++
			c.tell(*row.Fault)
			return true
		}
		if all++; all%8192 == 0 && ctx.Err() != nil {
			return false
		}
		if row.Fault != nil {
			ragged++
			c.skipped++
			c.tell(*row.Fault)
			return true
		}
		rows++
		for i, f := range row.Fields[:columns-1] {
			if f == last[i] && began {
				continue
			}
			last[i] = f
			if _, seen := c.index[i][f]; !seen && !c.addValue(i, f, row.Line) {
				return false
			}
		}
		began = true
		if all <= sampleRows {
			e.Look(c.rows.stream.Text(row.Fields[columns-1]))
		}
		return true
	})
	return rows, ragged, ok
}

// newMapping says what to make of the rows. If marks are given, it reads the figures.
func (c *cells) newMapping(marks *unit.Marks) *mapping {
	m := &mapping{check: c.checkCell, skip: c.header != nil}
	if marks != nil {
		m.figures, m.marks = []int{len(c.Columns) - 1}, *marks
	}
	return m
}

// checkCell returns a row and what is wrong with it. It reports false for a blank row. A
// row that cannot be cut has no fields.
func (c *cells) checkCell(fields []string, line int, err error) (Row, bool) {
	if err != nil {
		return Row{Line: line, Fault: badQuoteAt(line)}, true
	}
	for len(fields) > len(c.Columns) && fields[len(fields)-1] == "" {
		fields = fields[:len(fields)-1]
	}
	if fields[0] == "" && isBlank(fields) {
		return Row{}, false
	}
	row := Row{Fields: fields, Line: line}
	if len(fields) != len(c.Columns) {
		row.Fault = c.File.raggedFault(fields, line, c.wrongCount(len(fields)))
		return row, true
	}
	moveLast(fields, c.content)
	return row, true
}

// wrongCount says that a row has more or fewer fields than it should.
func (c *cells) wrongCount(n int) lang.Message {
	if c.header == nil {
		return columnCount.With(n, len(c.Columns))
	}
	return table.WrongFields(n, len(c.Columns))
}

// addValue adds a value of a variable, unless it is known already. It reports a value over
// the bound.
func (c *cells) addValue(i int, text string, line int) bool {
	v := &c.variables[i]
	if len(v.Values) == table.MaxValues {
		name := cmp.Or(v.Code, strconv.Itoa(i+1))
		c.tell(table.Fault{Kind: table.TooLarge, Place: table.Place{Row: line},
			Message: table.TooManyValues(name)})
		return false
	}
	text = strings.Clone(text)
	c.index[i][text] = int32(len(v.Values))
	c.lines[i] = append(c.lines[i], int32(line))
	v.Values = append(v.Values, table.Value{Code: text})
	return true
}

// decode brings the values to their final form, once the encoding is known.
func (c *cells) decode() {
	for i := range c.variables {
		values := c.variables[i].Values
		for k := range values {
			text := c.rows.stream.Text(values[k].Code)
			values[k].Code = norm.NFC.String(strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " ")))
		}
	}
}

// read calls use with the figures. What is wrong with the rows was told the first time.
func (c *cells) read(use func(cell *table.Cell) bool) {
	columns := len(c.Columns)
	at := make([]int32, columns-1)
	cell := table.Cell{At: at, Parsed: true}
	last := make([]string, columns-1)
	began := false
	c.rows.eachRow(c.newMapping(&c.marks), func(row *Row) bool {
		if row.Fault != nil {
			return true
		}
		for i, f := range row.Fields[:columns-1] {
			if f != last[i] || !began {
				k, ok := c.index[i][f]
				if !ok { // the value was not there the first time
					c.tell(*source.Shrunk())
					return false
				}
				at[i], last[i] = k, f
			}
		}
		began = true
		cell.Text, cell.Line = c.rows.stream.Text(row.Fields[columns-1]), row.Line
		cell.Value, cell.Verdict = row.Figures[0].Value, row.Figures[0].Verdict
		return use(&cell)
	})
}
