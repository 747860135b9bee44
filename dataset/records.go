package dataset

import (
	"context"
	"math"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/raaderum/raaderum/dataset/internal/source"
	"github.com/raaderum/raaderum/dataset/internal/text"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// Records are the rows of separated text that is no table of figures, such as a list that a
// person keeps. Separator and encoding are found out as [Read] does it.
type Records struct {
	Source string   // the name of the file
	Header []string // the columns' names
	Line   int      // the line that the header stands on
	Rows   []Record

	separator rune
}

// Record is a row: the line that it begins on, and a text for each column, trimmed of white
// space.
type Record struct {
	Line   int
	Fields []string
}

// ReadRecords reads separated text with a header. The error is a [Problems]
// list of everything wrong, and the records beside it are those that could be
// read.
func ReadRecords(name string, raw []byte) (*Records, error) {
	records := &Records{Source: name}
	var problems problemList
	tell := func(f *table.Fault) {
		if f != nil {
			problems.add(&Problem{Kind: kinds[f.Kind], Source: name, Row: f.Place.Row,
				Column: f.Place.Column, Text: f.Text, message: f.Message})
		}
	}
	if what, packed := source.NamePacking(string(raw[:min(len(raw), 4)])); packed {
		tell(source.PackedText(what))
	} else {
		decoded, _, fault := source.Decode(string(raw), source.Options{IsDOS: isDOS})
		if fault != nil {
			tell(fault)
		} else {
			records.read(decoded, tell)
		}
	}
	if errs, _ := problems.finish([]string{name}); len(errs) > 0 {
		return records, errs
	}
	return records, nil
}

// read reads the rows of a text.
func (r *Records) read(decoded string, tell func(*table.Fault)) {
	f, fault := text.Open(decoded, nil, text.Options{})
	switch {
	case fault != nil:
		tell(fault)
		return
	case len(f.Columns) == 1:
		tell(f.NotDivided())
		return
	}
	for i, c := range f.Columns {
		if c != "" && slices.Contains(f.Columns[:i], c) {
			tell(&table.Fault{Kind: table.BadHeader, Place: table.Place{Row: f.Line, Column: c},
				Text: c, Message: headerTwice.With()})
			return
		}
	}
	r.Header, r.Line, r.separator = f.Columns, f.Line, f.Separator
	rows := 0
	fault = f.Each(context.Background(), nil, unit.Marks{}, func(row *text.Row) bool {
		rows++
		if row.Fault != nil {
			tell(row.Fault)
			return true
		}
		fields := make([]string, len(row.Fields))
		for i, field := range row.Fields {
			fields[i] = norm.NFC.String(strings.TrimSpace(field))
		}
		r.Rows = append(r.Rows, Record{row.Line, fields})
		return true
	})
	if tell(fault); rows == 0 {
		tell(&table.Fault{Kind: table.NoData, Message: table.NoFigures()})
	}
}

// Amounts reads a column of amounts in kr. It returns one figure for each row, NaN where it
// is missing or wrong, and a problem for each that is wrong. The marks are found out from
// the column. Nobody writes tenths of an øre, so a mark before three digits is for
// thousands. If other amounts say that it is for decimals, it is a problem.
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
		p := &Problem{Kind: NotNumber, Source: r.Source, Row: row.Line, Column: r.Header[column],
			Text: text}
		switch {
		case verdict == unit.Missing:
			v = math.NaN()
		case verdict == unit.Number &&
			(m.Decimal == ',' && this.EitherComma > 0 ||
				m.Decimal == '.' && this.EitherPoint > 0):
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
