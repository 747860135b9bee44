package dataset

import (
	"context"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/lang"
	"golang.org/x/text/unicode/norm"
)

// long is separated text with a row for each cell: a column for each variable
// and the figure last, as Statistics Denmark's CSV and BULK and its web page
// write it.
type long struct {
	*reader
	text      string
	stream    *stream // in place of text, for a large file
	skip      bool    // the next row is the header
	separator byte
	columns   int
	header    []string // nil: the file has none
	index     []map[string]int32
	variables []Variable
	lines     [][]int32 // the first line of each value
	again     bool      // what is wrong with the rows has been told
}

// readLong reads text with a row for each cell.
func (r *reader) readLong(ctx context.Context, text string, separator rune, header []string, columns int) error {
	l := newLong(r, separator, header, columns)
	l.text = text
	return l.read(ctx)
}

func newLong(r *reader, separator rune, header []string, columns int) *long {
	l := &long{reader: r, separator: byte(separator), header: header, columns: columns}
	l.variables = make([]Variable, columns-1)
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
	failed := false
	if l.stream != nil {
		l.stream.problem = func(line int, err error) { failed = true; r.fails(line, err) }
	}
	var e evidence
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
			if _, seen := l.index[i][f]; !seen {
				l.see(i, f, line)
			}
		}
		began = true
		if rows <= sampleRows {
			e.look(l.stream.text(fields[columns-1]))
		}
		return true
	})
	if !ok || failed || ctx.Err() != nil {
		return ctx.Err()
	}
	if rows == ragged {
		if ragged == 0 {
			r.problem(NoData, 0, "", "", noData.With())
		}
		return nil
	}
	l.decode()
	m := r.settle(&e, rune(l.separator))
	r.table.DecimalMark = rune(m.decimal)
	c := &cube{variables: l.variables, marks: m, cells: l.cells, line: func(variable, value int) int { return int(l.lines[variable][value]) }}
	if l.header != nil {
		c.column = l.header[columns-1]
	}
	return r.readCube(ctx, c)
}

// wrongCount says that a row has more or fewer fields than it should.
func (l *long) wrongCount(n int) lang.Message {
	if l.header == nil {
		return columnCount.With(n, l.columns)
	}
	return raggedRow.With(n, l.columns)
}

// see adds a value of a variable that was not seen before.
func (l *long) see(i int, text string, line int) {
	text = strings.Clone(text)
	v := &l.variables[i]
	l.index[i][text] = int32(len(v.Values))
	l.lines[i] = append(l.lines[i], int32(line))
	v.Values = append(v.Values, Value{Code: text})
}

// decode brings the values to their form, when the encoding is known.
func (l *long) decode() {
	if l.stream != nil {
		l.table.Encoding = utf8Name
		if l.stream.latin {
			l.table.Encoding = windows1252Name
		}
	}
	for i := range l.variables {
		values := l.variables[i].Values
		for k := range values {
			text := l.stream.text(values[k].Code)
			values[k].Code = norm.NFC.String(strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " ")))
		}
	}
}

// cells reads the figures.
func (l *long) cells(use func(at []int32, text string, line int) bool) {
	at := make([]int32, l.columns-1)
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
					l.fails(line, errChanged)
					return false
				}
				at[i], last[i] = k, f
			}
		}
		began = true
		return use(at, l.stream.text(fields[l.columns-1]), line)
	})
}

// rows calls use with the fields of every row that is not blank.
func (l *long) rows(use func(fields []string, line int) bool) bool {
	l.skip = l.header != nil
	if l.stream != nil {
		return l.stream.pieces(l.again, func(text string, line int) bool { return l.rowsOf(text, line, use) })
	}
	return l.rowsOf(l.text, 1, use)
}

// rowsOf calls use with the rows of a piece that begins at a line. Lines
// without quotation marks, nearly all, are cut by hand.
func (l *long) rowsOf(text string, line int, use func(fields []string, line int) bool) bool {
	if strings.IndexByte(text, '"') >= 0 {
		return l.quotedRows(text, line, use)
	}
	fields := make([]string, 0, l.columns+1)
	line--
	for text != "" {
		row := text
		if end := strings.IndexByte(text, '\n'); end >= 0 {
			row, text = text[:end], text[end+1:]
		} else {
			text = ""
		}
		line++
		if n := len(row); n > 0 && row[n-1] == '\r' {
			row = row[:n-1]
		}
		if row == "" {
			continue
		}
		if l.skip {
			l.skip = false
			continue
		}
		fields = fields[:0]
		for {
			end := strings.IndexByte(row, l.separator)
			if end < 0 {
				break
			}
			fields = append(fields, row[:end])
			row = row[end+1:]
		}
		fields = append(fields, row)
		if !l.whole(&fields) {
			continue
		}
		if !use(fields, line) {
			return false
		}
	}
	return true
}

// whole takes empty fields off the end of a row, and says whether there is
// anything in it.
func (l *long) whole(fields *[]string) bool {
	f := *fields
	for len(f) > l.columns && f[len(f)-1] == "" {
		f = f[:len(f)-1]
	}
	*fields = f
	return f[0] != "" || !isBlank(f)
}

func (l *long) quotedRows(text string, from int, use func(fields []string, line int) bool) bool {
	rows := newRows(text, rune(l.separator))
	if l.skip {
		l.skip = false
		rows.next()
	}
	for {
		fields, line, err := rows.next()
		if fields == nil && err != nil {
			at := rows.line(err)
			if at == 0 {
				return true
			}
			if !l.again {
				l.table.Rows++
				l.table.Skipped++
				l.badQuote(at + from - 1)
			}
			continue
		}
		fields = slices.Clip(fields)
		if !l.whole(&fields) {
			continue
		}
		if !use(fields, line+from-1) {
			return false
		}
	}
}
