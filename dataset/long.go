package dataset

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
	"golang.org/x/text/unicode/norm"
)

// long is separated text with a row for each cell: a column for each variable
// and the figure last, as Statistics Denmark's CSV and BULK and its web page
// write it.
type long struct {
	*reader
	*rowText
	columns   int
	header    []string // nil: the file has none
	index     []map[string]int32
	variables []table.Variable
	lines     [][]int32 // the first line of each value
	again     bool      // what is wrong with the rows has been told
}

// readLong reads text with a row for each cell.
func (r *reader) readLong(ctx context.Context, t *rowText, header []string, columns int) error {
	return newLong(r, t, header, columns).read(ctx)
}

func newLong(r *reader, t *rowText, header []string, columns int) *long {
	l := &long{reader: r, rowText: t, header: header, columns: columns}
	l.variables = make([]table.Variable, columns-1)
	l.index = make([]map[string]int32, columns-1)
	l.lines = make([][]int32, columns-1)
	for i := range l.variables {
		l.index[i] = map[string]int32{}
		if header != nil {
			l.variables[i].Code = header[i]
		}
	}
	r.table.Layout = "statbank"
	if header == nil {
		r.table.Layout = "web"
	}
	return l
}

// read goes through the rows once for what the values of the variables are,
// and once for the figures.
func (l *long) read(ctx context.Context) error {
	r, columns := l.reader, l.columns
	var e unit.Evidence
	rows, ragged, began := 0, 0, false
	last := make([]string, columns-1)
	ok := l.rows(func(fields []string, line int) bool {
		if rows++; rows%8192 == 0 && ctx.Err() != nil {
			return false
		}
		if len(fields) != columns {
			ragged++
			r.table.Rows++
			r.table.Skipped++
			r.problem(RaggedRow, line, "", strings.Join(fields[:min(len(fields), 10)], string(rune(l.separator))), l.wrongCount(len(fields)))
			return true
		}
		for i, f := range fields[:columns-1] {
			if f == last[i] && began {
				continue
			}
			last[i] = f
			if _, seen := l.index[i][f]; !seen && !l.see(i, f, line) {
				return false
			}
		}
		began = true
		if rows <= sampleRows {
			e.Look(l.stream.text(fields[columns-1]))
		}
		return true
	})
	if ctx.Err() != nil || l.stream != nil && !l.stream.good(r) || !ok {
		return ctx.Err()
	}
	if rows == ragged {
		if ragged == 0 {
			r.problem(NoData, 0, "", "", noData.With())
		}
		return nil
	}
	r.tellOpenEnd(l.rowText)
	l.decode()
	m := r.settle(&e, rune(l.separator))
	r.table.DecimalMark = rune(m.Decimal)
	c := &table.Table{Variables: l.variables, Marks: m, Cells: l.cells, Line: func(variable, value int) int { return int(l.lines[variable][value]) }}
	if l.header != nil {
		c.Column = l.header[columns-1]
	}
	err := r.readCube(ctx, c)
	l.tell(r)
	return err
}

// wrongCount says that a row has more or fewer fields than it should.
func (l *long) wrongCount(n int) lang.Message {
	if l.header == nil {
		return columnCount.With(n, l.columns)
	}
	return table.WrongFields(n, l.columns)
}

// see adds a value of a variable that was not seen before, and reports one over the
// bound.
func (l *long) see(i int, text string, line int) bool {
	v := &l.variables[i]
	if len(v.Values) == table.MaxValues {
		l.problem(TooLarge, line, "", "", table.TooManyValues(l.nameOf(i)))
		return false
	}
	text = strings.Clone(text)
	l.index[i][text] = int32(len(v.Values))
	l.lines[i] = append(l.lines[i], int32(line))
	v.Values = append(v.Values, table.Value{Code: text})
	return true
}

// nameOf is what the header calls a variable, or else its number.
func (l *long) nameOf(i int) string {
	return cmp.Or(l.variables[i].Code, strconv.Itoa(i+1))
}

// decode brings the values to their form, when the encoding is known.
func (l *long) decode() {
	for i := range l.variables {
		values := l.variables[i].Values
		for k := range values {
			text := l.stream.text(values[k].Code)
			values[k].Code = norm.NFC.String(strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " ")))
		}
	}
}

// cells reads the figures.
func (l *long) cells(use func(c *table.Cell) bool) {
	at := make([]int32, l.columns-1)
	cell := table.Cell{At: at}
	last := make([]string, l.columns-1)
	began := false
	l.again = true
	l.rows(func(fields []string, line int) bool {
		if len(fields) != l.columns {
			return true
		}
		for i, f := range fields[:l.columns-1] {
			if f != last[i] || !began {
				k, ok := l.index[i][f]
				if !ok { // it was not there the first time
					l.problem(Unreadable, 0, "", "", shrunk.With())
					return false
				}
				at[i], last[i] = k, f
			}
		}
		began = true
		cell.Text, cell.Line = l.stream.text(fields[l.columns-1]), line
		return use(&cell)
	})
}

// rows calls use with the fields of every row that is not blank. What cannot be
// cut is told the first time.
func (l *long) rows(use func(fields []string, line int) bool) bool {
	skip := l.header != nil
	return l.each(func(fields []string, line int, err error) bool {
		if skip {
			skip = false
			return true
		}
		if err != nil {
			if !l.again {
				l.table.Rows++
				l.table.Skipped++
				l.badQuote(line)
			}
			return true
		}
		for len(fields) > l.columns && fields[len(fields)-1] == "" {
			fields = fields[:len(fields)-1]
		}
		return fields[0] == "" && isBlank(fields) || use(fields, line)
	})
}
