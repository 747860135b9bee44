package dataset

import (
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// noIndicatorYet stands for the position of an indicator that is not known.
const noIndicatorYet = -1

// figure reads one cell, and reports what is wrong with it. In an indicator that
// nobody will use that is a warning, and the figure is missing.
func (s *sink) figure(text string, m unit.Marks, at table.Place, indicator int) (float64, unit.Verdict) {
	v, verdict := m.Parse(text)
	if (verdict == unit.Number || verdict == unit.Percent) && math.Abs(v) > unit.Largest {
		verdict = unit.Infinite
	}
	kind := NotNumber
	var message lang.Message
	switch {
	case verdict == unit.Infinite:
		kind, message = Infinite, infinite.With(table.Shorten(text))
	case verdict == unit.OtherMark:
		message = markMismatch.With(table.Shorten(text), string(m.Decimal))
	case verdict != unit.NotNumber:
		return v, verdict
	case strings.HasPrefix(text, "="):
		message = noSavedValue.With(table.Shorten(text))
	case strings.HasPrefix(text, "#"):
		message = errorInSheet.With(table.Shorten(text))
	default:
		message = notNumber.With(table.Shorten(text))
		if negative, ok := minusOf(text); ok {
			message = minusElsewhere.With(table.Shorten(text), negative)
		}
	}
	if s.unused(indicator) {
		kind, message = UnusedFigure, unusedFigure.With(table.Shorten(text))
		v, verdict = math.NaN(), unit.Missing
	}
	s.builder.problems.add(&Problem{Kind: kind, Source: s.table.Source, Row: at.Row, Column: at.Column, Cell: at.Cell, Text: text, message: message})
	return v, verdict
}

// minusOf returns a number that is written as bookkeepers write what is negative, with
// the minus behind it or in brackets, as it should be.
func minusOf(text string) (string, bool) {
	text = strings.TrimSpace(text)
	number, ok := strings.CutSuffix(strings.ReplaceAll(text, "−", "-"), "-")
	if inside, open := strings.CutPrefix(text, "("); open {
		number, ok = strings.CutSuffix(inside, ")")
	}
	number = strings.TrimSpace(number)
	return "-" + number, ok && unit.IsFigure(number) && unit.IsDigit(number[0])
}

// wrongUnit reports a figure of an indicator that is shown in another unit. In one
// that nobody will use that is a warning, and the figure is missing.
func (s *sink) wrongUnit(indicator int, at table.Place, text string, message lang.Message) {
	kind := BadUnit
	if s.unused(indicator) {
		kind = UnusedFigure
	}
	s.builder.problems.add(&Problem{Kind: kind, Source: s.table.Source, Row: at.Row, Column: at.Column, Cell: at.Cell, Text: text, message: message})
}

// unused says whether nobody will use an indicator, by position.
func (s *sink) unused(indicator int) bool {
	return s.options.OnlyWanted && indicator != noIndicatorYet && !slices.Contains(s.options.Wanted, s.builder.indicators[indicator].ID)
}
