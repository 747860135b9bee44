package text

import (
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/internal/fullwrite"
	"github.com/raaderum/raaderum/internal/given"
	"github.com/raaderum/raaderum/internal/inorder"
	"github.com/raaderum/raaderum/lang"
)

// WriteCSV writes every row of the municipalities asked for. The columns are named as in
// the report's JSON, with the area's name and unit beside its ID. In Danish, semicolons
// separate fields and numbers have a decimal comma; in English it is comma and point.
// Numbers have full precision, and a missing one is empty. A byte-order mark tells
// spreadsheet programs that the text is UTF-8. A text that such a program would take for a
// formula begins with an apostrophe.
//
// Rows are laid out on all processors and written in order. The error is the context's or
// the writer's.
func WriteCSV(ctx context.Context, w io.Writer, r *benchmark.Report, l lang.Language) error {
	if err := given.CheckContext(ctx); err != nil {
		return err
	}
	if err := given.CheckWriter(w); err != nil {
		return err
	}
	if r == nil {
		return benchmark.ErrNoReport
	}
	t, out := newCSVTable(r, l), fullwrite.New(w)
	if _, err := out.Write(append([]byte("\ufeff"), t.formatHeader()...)); err != nil {
		return err
	}
	n := r.RowCount()
	chunks := (n + csvRowsTogether - 1) / csvRowsTogether
	return inorder.Do(ctx, chunks, func(_ context.Context, i int) (*csvLines, error) {
		lines := csvRoom.Get().(*csvLines)
		lines.text = lines.text[:0]
		for row := range r.PlainRowsFrom(i*csvRowsTogether, csvRowsTogether) {
			t.appendRow(lines, &row)
		}
		return lines, nil
	}, func(lines *csvLines) error {
		_, err := out.Write(lines.text)
		csvRoom.Put(lines)
		return err
	})
}

// csvRowsTogether is how many rows are laid out together.
const csvRowsTogether = 128

// csvLines are lines that are being laid out. A row has some numbers more than once, such
// as a target that is the expected level. The text that was written for such a number is
// used again.
type csvLines struct {
	text    []byte
	written []csvNumber // the numbers written of the row
}

// csvNumber is a number and where its text begins and ends.
type csvNumber struct {
	bits       uint64
	start, end int
}

// csvRoom keeps the room of lines that have been written.
var csvRoom = sync.Pool{New: func() any { return new(csvLines) }}

// csvTable lays out rows as CSV.
type csvTable struct {
	comma, decimal byte
	units          map[string]string // the unit of each area
}

func newCSVTable(r *benchmark.Report, l lang.Language) *csvTable {
	t := &csvTable{comma: ',', decimal: '.', units: map[string]string{}}
	if l == lang.Danish {
		t.comma, t.decimal = ';', ','
	}
	for i := range r.Models {
		t.units[r.Models[i].Area] = r.Models[i].Unit
	}
	return t
}

// formatHeader returns the line of the columns' names.
func (t *csvTable) formatHeader() []byte {
	var line []byte
	for _, name := range csvTexts {
		line = append(append(line, name...), t.comma)
	}
	for _, c := range csvColumns {
		line = append(append(line, c.name...), t.comma)
	}
	return append(line, "reservations\n"...)
}

// csvTexts are the columns that stand first.
var csvTexts = []string{"area", "municipality", "area_name", "unit", "name"}

// appendRow appends a row's line.
func (t *csvTable) appendRow(lines *csvLines, row *benchmark.Row) {
	lines.written = lines.written[:0]
	texts := [...]string{row.Area, row.Municipality, row.AreaName, t.units[row.Area], row.Name}
	for _, text := range texts {
		t.appendText(lines, text)
		lines.text = append(lines.text, t.comma)
	}
	for i := range csvColumns {
		c := &csvColumns[i]
		switch {
		case c.number != nil:
			t.appendNumber(lines, c.number(row))
		case c.whole != nil:
			t.appendWhole(lines, c.whole(row), c.zeroIsMissing)
		default:
			t.appendText(lines, c.text(row))
		}
		lines.text = append(lines.text, t.comma)
	}
	for i, code := range row.Reservations {
		if i > 0 {
			lines.text = append(lines.text, ' ')
		}
		lines.text = append(lines.text, code...)
	}
	lines.text = append(lines.text, '\n')
}

// appendNumber appends a number, or nothing if it is missing.
func (t *csvTable) appendNumber(lines *csvLines, v float64) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return
	}
	bits := math.Float64bits(v)
	for _, n := range lines.written {
		if n.bits == bits {
			lines.text = append(lines.text, lines.text[n.start:n.end]...)
			return
		}
	}
	start := len(lines.text)
	lines.text = strconv.AppendFloat(lines.text, v, 'f', -1, 64)
	if t.decimal != '.' {
		if i := bytes.IndexByte(lines.text[start:], '.'); i >= 0 {
			lines.text[start+i] = t.decimal
		}
	}
	lines.written = append(lines.written, csvNumber{bits, start, len(lines.text)})
}

// appendWhole appends a whole number, or nothing for a zero that means missing.
func (t *csvTable) appendWhole(lines *csvLines, n int, zeroIsMissing bool) {
	if n != 0 || !zeroIsMissing {
		lines.text = strconv.AppendInt(lines.text, int64(n), 10)
	}
}

// appendText appends a text from the data so that it is harmless in a spreadsheet. Only a
// few texts need quotation marks.
func (t *csvTable) appendText(lines *csvLines, text string) {
	for i := range len(text) {
		if c := text[i]; c <= ' ' && (c != ' ' || i == 0) || c < 128 && csvMarks[c] {
			text = t.formatField(text)
			break
		}
	}
	lines.text = append(lines.text, text...)
}

// csvMarks are the characters for which a text may need quotation marks or an apostrophe.
var csvMarks = func() (marks [128]bool) {
	for _, c := range `;,"\=+-@` {
		marks[c] = true
	}
	return marks
}()

// formatField returns the field for a text.
func (t *csvTable) formatField(text string) string {
	var b bytes.Buffer
	out := csv.NewWriter(&b)
	out.Comma = rune(t.comma)
	// Writing to a buffer never fails. The empty second field keeps an empty text from
	// being written as a quoted one.
	_ = out.Write([]string{escapeFormula(text), ""})
	out.Flush()
	return strings.TrimSuffix(b.String(), string(t.comma)+"\n")
}

// csvColumn is a column, under the key that the row has in JSON. It has exactly one of the
// functions.
type csvColumn struct {
	name          string
	number        func(*benchmark.Row) float64
	whole         func(*benchmark.Row) int
	zeroIsMissing bool // a whole number that is zero is missing
	text          func(*benchmark.Row) string
}

// csvColumns are the columns after the texts, in the order of JSON.
var csvColumns = []csvColumn{
	{name: "actual", number: func(r *benchmark.Row) float64 { return r.Actual }},
	{name: "expected", number: func(r *benchmark.Row) float64 { return r.Expected.Level }},
	{name: "fitted", number: func(r *benchmark.Row) float64 { return r.Expected.Fitted }},
	{name: "low", number: func(r *benchmark.Row) float64 { return r.Expected.Low }},
	{name: "high", number: func(r *benchmark.Row) float64 { return r.Expected.High }},
	{name: "level", number: func(r *benchmark.Row) float64 { return r.Expected.Confidence }},
	{name: "deviation", number: func(r *benchmark.Row) float64 { return r.Deviation.PerUnit }},
	{name: "deviation_pct", number: func(r *benchmark.Row) float64 { return r.Deviation.Pct }},
	{name: "volume", number: func(r *benchmark.Row) float64 { return r.Volume }},
	{name: "difference_kr", number: func(r *benchmark.Row) float64 { return r.Difference.Kr }},
	{
		name:   "difference_low_kr",
		number: func(r *benchmark.Row) float64 { return r.Difference.LowKr },
	},
	{
		name:   "difference_high_kr",
		number: func(r *benchmark.Row) float64 { return r.Difference.HighKr },
	},
	{name: "headroom_kr", number: func(r *benchmark.Row) float64 { return r.Target.HeadroomKr }},
	{name: "target", number: func(r *benchmark.Row) float64 { return r.Target.Level }},
	{name: "target_rule", text: func(r *benchmark.Row) string { return r.Target.Rule }},
	{name: "target_n", whole: func(r *benchmark.Row) int { return r.Target.N }},
	{
		name: "target_weighted",
		text: func(r *benchmark.Row) string { return strconv.FormatBool(r.Target.Weighted) },
	},
	{
		name: "target_missing",
		text: func(r *benchmark.Row) string { return string(r.Target.Missing) },
	},
	{name: "gap_kr", number: func(r *benchmark.Row) float64 { return r.Target.GapKr }},
	{name: "t", number: func(r *benchmark.Row) float64 { return r.Test.T }},
	{name: "df", zeroIsMissing: true, whole: func(r *benchmark.Row) int { return r.Test.DF }},
	{name: "p", number: func(r *benchmark.Row) float64 { return r.Test.P }},
	{name: "q", number: func(r *benchmark.Row) float64 { return r.Test.Q }},
	{name: "q_low", number: func(r *benchmark.Row) float64 { return r.Test.QLow }},
	{name: "grade", text: func(r *benchmark.Row) string { return string(r.Grade) }},
	{
		name: "candidate",
		text: func(r *benchmark.Row) string { return strconv.FormatBool(r.Candidate) },
	},
	{name: "postings", text: func(r *benchmark.Row) string {
		var areas []string
		for _, s := range r.Postings {
			areas = append(areas, s.Area)
		}
		return strings.Join(areas, " ")
	}},
	{name: "leverage", number: func(r *benchmark.Row) float64 { return r.Influence.Leverage }},
	{name: "cook", number: func(r *benchmark.Row) float64 { return r.Influence.Cook }},
	{
		name: "in_fit",
		text: func(r *benchmark.Row) string { return strconv.FormatBool(r.Influence.InFit) },
	},
	{
		name:   "robust_weight",
		number: func(r *benchmark.Row) float64 { return r.Influence.RobustWeight },
	},
	{name: "rank", zeroIsMissing: true, whole: func(r *benchmark.Row) int { return r.Rank.Place }},
	{name: "ranked", zeroIsMissing: true, whole: func(r *benchmark.Row) int { return r.Rank.Of }},
	{name: "rank_change", number: func(r *benchmark.Row) float64 { return r.Rank.Change }},
	{name: "value_change", number: func(r *benchmark.Row) float64 { return r.ValueChange }},
}

// escapeFormula keeps a text from data from being a formula in a spreadsheet. It does so at
// the beginning of the text, and after a mark at which a program with other settings than
// the file's would begin a new cell.
func escapeFormula(text string) string {
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
