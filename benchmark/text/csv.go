package text

import (
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/internal/inorder"
	"github.com/raaderum/raaderum/lang"
)

// WriteCSV writes every row of the municipalities asked for, in columns named as in
// the report's JSON, with the area's name and unit beside its ID. In Danish fields
// are separated by semicolon and numbers have a decimal comma, in English comma and
// point; numbers have full precision and a missing one is empty. A byte-order mark
// lets spreadsheet programs see that it is UTF-8, and a text that such a program
// would take for a formula begins with an apostrophe.
//
// Rows are laid out on all processors and written in order. The error is the
// context's or the writer's.
func WriteCSV(ctx context.Context, w io.Writer, r *benchmark.Report, l lang.Language) error {
	t := newCSVTable(r, l)
	if _, err := w.Write(append([]byte("\ufeff"), t.header()...)); err != nil {
		return err
	}
	n := r.RowCount()
	chunks := (n + csvRowsTogether - 1) / csvRowsTogether
	return inorder.Do(ctx, chunks, func(_ context.Context, i int) ([]byte, error) {
		var line []byte
		for row := range r.RowsFrom(i*csvRowsTogether, csvRowsTogether) {
			line = t.append(line, &row)
		}
		return line, nil
	}, func(lines []byte) error {
		_, err := w.Write(lines)
		return err
	})
}

// csvRowsTogether is how many rows are laid out together.
const csvRowsTogether = 128

// csvTable lays out rows as CSV.
type csvTable struct {
	comma, decimal byte
	texts          map[string]string    // a text from the data as its field stands
	areas          map[string]csvFields // by ID
	columns        []csvColumn
}

// csvFields are the fields of an area, as they stand.
type csvFields struct{ id, name, unit string }

// csvColumn is a column of the rows' numbers and words.
type csvColumn struct {
	name   string
	append func(t *csvTable, line []byte, row *benchmark.Row) []byte
}

func newCSVTable(r *benchmark.Report, l lang.Language) *csvTable {
	t := &csvTable{comma: ',', decimal: '.', texts: map[string]string{}, areas: map[string]csvFields{}}
	if l == lang.Danish {
		t.comma, t.decimal = ';', ','
	}
	for i := range r.Models {
		m := &r.Models[i]
		t.areas[m.Area] = csvFields{t.field(m.Area), t.field(m.Name), t.field(m.Unit)}
	}
	for _, m := range r.Municipalities() {
		t.texts[m.Code], t.texts[m.Name] = t.field(m.Code), t.field(m.Name)
	}
	t.columns = csvColumns()
	return t
}

// field returns a text as its field stands: harmless in a spreadsheet, and in
// quotation marks where it needs them.
func (t *csvTable) field(text string) string {
	var b bytes.Buffer
	out := csv.NewWriter(&b)
	out.Comma = rune(t.comma)
	// A buffer takes all that is written. An empty field beside it keeps an empty text
	// from being written as a quoted one.
	_ = out.Write([]string{harmless(text), ""})
	out.Flush()
	return strings.TrimSuffix(b.String(), string(t.comma)+"\n")
}

// header returns the line of the columns' names.
func (t *csvTable) header() []byte {
	var line []byte
	for i, c := range t.columns {
		if i > 0 {
			line = append(line, t.comma)
		}
		line = append(line, c.name...)
	}
	return append(line, '\n')
}

// append appends a row's line.
func (t *csvTable) append(line []byte, row *benchmark.Row) []byte {
	for i, c := range t.columns {
		if i > 0 {
			line = append(line, t.comma)
		}
		line = c.append(t, line, row)
	}
	return append(line, '\n')
}

// number appends a number; nothing for one that is missing.
func (t *csvTable) number(line []byte, v float64) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return line
	}
	start := len(line)
	line = strconv.AppendFloat(line, v, 'f', -1, 64)
	if t.decimal != '.' {
		if i := bytes.IndexByte(line[start:], '.'); i >= 0 {
			line[start+i] = t.decimal
		}
	}
	return line
}

// csvColumns returns the columns: the texts first, and then what the row has under
// the keys of its JSON, but for the lists.
func csvColumns() []csvColumn {
	columns := []csvColumn{
		{"area", func(t *csvTable, line []byte, row *benchmark.Row) []byte {
			return append(line, t.areas[row.Area].id...)
		}},
		{"municipality", func(t *csvTable, line []byte, row *benchmark.Row) []byte {
			return append(line, t.texts[row.Municipality]...)
		}},
		{"area_name", func(t *csvTable, line []byte, row *benchmark.Row) []byte {
			return append(line, t.areas[row.Area].name...)
		}},
		{"unit", func(t *csvTable, line []byte, row *benchmark.Row) []byte {
			return append(line, t.areas[row.Area].unit...)
		}},
		{"name", func(t *csvTable, line []byte, row *benchmark.Row) []byte { return append(line, t.texts[row.Name]...) }},
	}
	return append(append(columns, fieldColumns(reflect.TypeFor[benchmark.Row](), nil)...), csvColumn{
		"reservations", func(_ *csvTable, line []byte, row *benchmark.Row) []byte {
			for i, code := range row.Reservations {
				if i > 0 {
					line = append(line, ' ')
				}
				line = append(line, code...)
			}
			return line
		},
	})
}

// fieldColumns returns a column for each number, truth value and text of a row, under
// its key in JSON. index is the way to the struct in the row.
func fieldColumns(t reflect.Type, index []int) (columns []csvColumn) {
	for i := range t.NumField() {
		f := t.Field(i)
		at := append(index[:len(index):len(index)], i)
		key, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case option == "inline":
			columns = append(columns, fieldColumns(f.Type, at)...)
		case key == "-" || key == "area" || key == "municipality" || key == "name":
		default:
			if c := fieldAppender(f.Type.Kind(), at, option == "null"); c != nil {
				columns = append(columns, csvColumn{key, c})
			}
		}
	}
	return columns
}

// fieldAppender returns what appends a field of a kind; nil for a list or a part of
// its own. A whole number that is zero where it is missing is then empty.
func fieldAppender(kind reflect.Kind, index []int, zeroIsMissing bool) func(*csvTable, []byte, *benchmark.Row) []byte {
	find := func(row *benchmark.Row) reflect.Value {
		v := reflect.ValueOf(row).Elem()
		for _, i := range index {
			v = v.Field(i)
		}
		return v
	}
	switch kind {
	case reflect.Float64:
		return func(t *csvTable, line []byte, row *benchmark.Row) []byte { return t.number(line, find(row).Float()) }
	case reflect.Int:
		return func(_ *csvTable, line []byte, row *benchmark.Row) []byte {
			n := find(row).Int()
			if n == 0 && zeroIsMissing {
				return line
			}
			return strconv.AppendInt(line, n, 10)
		}
	case reflect.Bool:
		return func(_ *csvTable, line []byte, row *benchmark.Row) []byte {
			return strconv.AppendBool(line, find(row).Bool())
		}
	case reflect.String:
		return func(t *csvTable, line []byte, row *benchmark.Row) []byte { return t.text(line, find(row).String()) }
	}
	return nil
}

// text appends a text of the report's own, which seldom needs quotation marks.
func (t *csvTable) text(line []byte, text string) []byte {
	for i := range len(text) {
		c := text[i]
		if plain := c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == ':' || i > 0 && (c == '-' || c == '/'); !plain {
			return append(line, t.field(text)...)
		}
	}
	return append(line, text...)
}

// harmless keeps a text from data from being a formula in a spreadsheet: at its
// beginning, and after a mark at which a program with other settings than the
// file's would begin a new cell.
func harmless(text string) string {
	var b strings.Builder
	before := ';'
	for _, r := range text {
		if strings.ContainsRune(";,\t\r\n\"", before) && strings.ContainsRune("=+-@\t\r\n", r) {
			b.WriteByte('\'')
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}
