package dataset

import (
	"context"
	"math"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// Records are the rows of separated text that is no table of figures, such as
// a list that a person keeps. Separator and encoding are found out as [Read]
// does.
type Records struct {
	Source string   // the name of the file
	Header []string // the columns' names
	Line   int      // that the header stands on
	Rows   []Record

	separator rune
}

// Record is a row: the line it begins on, and a text for each column, without
// white space around it.
type Record struct {
	Line   int
	Fields []string
}

// ReadRecords reads separated text with a header. The error is a [Problems]
// list of everything wrong, and the records beside it are those that could be
// read.
func ReadRecords(name string, text []byte) (*Records, error) {
	r := &reader{Builder: &Builder{}, table: Table{Source: name}}
	records := &Records{Source: name}
	decoded, ok := "", false
	if what, packed := packedAs(text); packed {
		r.problem(UnknownEncoding, 0, "", "", notText.With(seemsToBe.With(what)))
	} else {
		decoded, ok = r.decode(string(text))
	}
	if ok {
		choose := func(columns []string, line int, _ string, separator rune) layout {
			for i, c := range columns {
				if c != "" && slices.Contains(columns[:i], c) {
					r.problem(BadHeader, line, c, c, headerTwice.With())
					return nil
				}
			}
			records.Header, records.Line, records.separator = columns, line, separator
			return recordLayout{records}
		}
		if err := r.readRows(context.Background(), decoded, nil, nil, choose); err != nil {
			return nil, err
		}
	}
	if errs, _ := r.problems.finish([]string{name}); len(errs) > 0 {
		return records, errs
	}
	return records, nil
}

// recordLayout keeps every row as it is.
type recordLayout struct{ *Records }

// cells has none to find the decimal mark from: that is a matter of a column,
// see [Records.Amounts].
func (recordLayout) cells([]string, func(string)) {}

func (recordLayout) done() {}

func (l recordLayout) put(row []string, line int, _ unit.Marks) bool {
	fields := make([]string, len(row))
	for i, f := range row {
		fields[i] = norm.NFC.String(strings.TrimSpace(f))
	}
	l.Rows = append(l.Rows, Record{line, fields})
	return true
}

// Amounts reads a column of amounts in kr., one for each row and NaN for one
// that is missing or wrong; the problems are those of the wrong ones. The
// marks are found out from the column. Nobody writes tenths of an øre, so a
// mark before three digits is for thousands, unless other amounts say that it
// is for decimals: then it is a problem.
func (r *Records) Amounts(column int) ([]float64, Problems) {
	var e unit.Evidence
	for _, row := range r.Rows {
		e.Look(row.Fields[column])
	}
	m, open := e.Settle(r.separator)
	switch {
	case open && e.EitherComma == 0:
		m = unit.DanishMarks()
	case open && e.EitherPoint == 0:
		m = unit.EnglishMarks()
	}
	var list problemList
	amounts := make([]float64, len(r.Rows))
	for i, row := range r.Rows {
		text := row.Fields[column]
		v, verdict := m.Parse(text)
		var this unit.Evidence
		this.Look(text)
		p := &Problem{Kind: NotNumber, Source: r.Source, Row: row.Line, Column: r.Header[column], Text: text}
		switch {
		case verdict == unit.Missing:
			v = math.NaN()
		case verdict == unit.Number && (m.Decimal == ',' && this.EitherComma > 0 || m.Decimal == '.' && this.EitherPoint > 0):
			p.message = ambiguousAmount.With(table.Shorten(text), string(m.Decimal))
		case verdict == unit.OtherMark:
			p.message = markMismatch.With(table.Shorten(text), string(m.Decimal))
		case verdict == unit.Infinite, math.Abs(v) > unit.Largest:
			p.Kind, p.message = Infinite, notAmount.With(table.Shorten(text))
		case verdict != unit.Number:
			p.message = notAmount.With(table.Shorten(text))
		}
		if p.message.Phrase.EN != "" {
			list.add(p)
			v = math.NaN()
		}
		amounts[i] = v
	}
	errs, _ := list.finish([]string{r.Source})
	return amounts, errs
}
