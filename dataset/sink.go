package dataset

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/text"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// sink takes what stands in one source. The figures go into the Builder, and what is wrong
// with them goes to the problems.
type sink struct {
	builder   *Builder // shared by all sources
	options   *Options
	register  Register        // never nil
	source    uint32          // the source's position, from 1
	sheet     string          // the sheet being read, if the source is a workbook
	table     Table           // what the source was taken for
	mentioned map[string]bool // the texts that a warning was given for
	shares    shares          // the figures that are shown as per cent
}

// newSink returns a sink for one more source. See [Source] for its order.
func newSink(b *Builder, opt Options, name string, order int) *sink {
	b.sourceNames = append(b.sourceNames, name)
	b.sourceOrders = append(b.sourceOrders, order)
	s := &sink{
		builder: b, options: &opt, register: opt.Register,
		source: uint32(len(b.sourceNames)), table: Table{Source: name},
	}
	if s.register == nil {
		s.register = unregistered{}
	}
	return s
}

// renameSource gives the source another name.
func (s *sink) renameSource(name string) {
	s.table.Source = name
	s.builder.sourceNames[s.source-1] = name
}

// findOrder returns the source's order. See [Source].
func (s *sink) findOrder() int { return s.builder.sourceOrders[s.source-1] }

// hasRegister says whether there is a register. If there is, every municipality is known
// before a file is read.
func (s *sink) hasRegister() bool { return s.options.Register != nil }

// tellProblem reports what is wrong at a row and column.
func (s *sink) tellProblem(kind Kind, row int, column, text string, message lang.Message) {
	s.builder.problems.add(&Problem{Kind: kind, Source: s.table.Source, Row: row, Column: column,
		Text: text, sheet: s.table.Layout == inSheet, message: message})
}

// kinds maps kinds of faults to kinds of problems.
var kinds = map[table.Kind]Kind{
	table.Broken:        BadTable,
	table.Unreadable:    Unreadable,
	table.TooLarge:      TooLarge,
	table.NotText:       UnknownEncoding,
	table.Empty:         EmptyFile,
	table.NoTable:       UnknownLayout,
	table.NoData:        NoData,
	table.BadHeader:     BadHeader,
	table.BadQuote:      BadQuote,
	table.Ragged:        RaggedRow,
	table.NotNumber:     NotNumber,
	table.BadUnit:       BadUnit,
	table.StrayTitle:    UnknownMunicipal,
	table.Lacking:       NotThere,
	table.PassedOver:    TotalRow,
	table.TextColumn:    TextColumn,
	table.AmbiguousMark: AmbiguousMark,
	table.OpenEnd:       OpenEnd,
	table.ReadHidden:    ChosenValue,
}

// tellFaults reports faults of the source.
func (s *sink) tellFaults(faults []table.Fault) {
	for _, f := range faults {
		s.tellFault(f)
	}
}

// tellFault reports a fault of the source. It words faults about municipalities itself.
func (s *sink) tellFault(f table.Fault) {
	switch f.Kind {
	case table.MayBeUnit:
		s.tellMention(f.Text, unit.Parse(f.Text))
		return
	case table.StrayTitle:
		f.Message = unknownMunicipality.With(table.Shorten(f.Text), nearest{f.Text, s.register})
	}
	s.builder.problems.add(&Problem{
		Kind: kinds[f.Kind], Source: s.table.Source, Text: f.Text, message: f.Message,
		Row: f.Place.Row, Column: f.Place.Column, Cell: f.Place.Cell,
		sheet: s.table.Layout == inSheet,
	})
}

// noIndicatorYet stands for the position of an unknown indicator.
const noIndicatorYet = -1

// checkFigure returns the figure that a cell was read as, and reports what is wrong with
// it. If nobody will use the indicator, the problem is only a warning, and the figure is
// missing.
func (s *sink) checkFigure(read text.Figure, found string, m unit.Marks, at table.Place,
	indicator int) (float64, unit.Verdict) {
	v, verdict := read.Value, read.Verdict
	if (verdict == unit.Number || verdict == unit.Percent) && math.Abs(v) > unit.Largest {
		verdict = unit.Infinite
	}
	kind := NotNumber
	var message lang.Message
	switch {
	case verdict == unit.Infinite:
		kind, message = Infinite, infinite.With(table.Shorten(found))
	case verdict == unit.OtherMark:
		message = markMismatch.With(table.Shorten(found), string(m.Decimal))
	case verdict != unit.NotNumber:
		return v, verdict
	case strings.HasPrefix(found, "="):
		message = noSavedValue.With(table.Shorten(found))
	case strings.HasPrefix(found, "#"):
		message = errorInSheet.With(table.Shorten(found))
	default:
		message = notNumber.With(table.Shorten(found))
		if negative, ok := findMinus(found); ok {
			message = minusElsewhere.With(table.Shorten(found), negative)
		}
	}
	if s.isUnused(indicator) {
		kind, message = UnusedFigure, unusedFigure.With(table.Shorten(found))
		v, verdict = math.NaN(), unit.Missing
	}
	s.builder.problems.add(&Problem{Kind: kind, Source: s.table.Source, Row: at.Row,
		Column: at.Column, Cell: at.Cell, Text: found, message: message})
	return v, verdict
}

// findMinus returns a negative number written as bookkeepers do, with the minus behind it
// or in brackets, in the usual form.
func findMinus(text string) (string, bool) {
	text = strings.TrimSpace(text)
	number, ok := strings.CutSuffix(strings.ReplaceAll(text, "−", "-"), "-")
	if inside, open := strings.CutPrefix(text, "("); open {
		number, ok = strings.CutSuffix(inside, ")")
	}
	number = strings.TrimSpace(number)
	return "-" + number, ok && unit.IsFigure(number) && unit.IsDigit(number[0])
}

// tellWrongUnit reports a figure that is shown in another unit than its indicator's. If
// nobody will use the indicator, the problem is only a warning, and the figure is
// missing.
func (s *sink) tellWrongUnit(indicator int, at table.Place, text string, message lang.Message) {
	kind := BadUnit
	if s.isUnused(indicator) {
		kind = UnusedFigure
	}
	s.builder.problems.add(&Problem{Kind: kind, Source: s.table.Source, Row: at.Row,
		Column: at.Column, Cell: at.Cell, Text: text, message: message})
}

// isUnused says whether nobody will use an indicator, given its position.
func (s *sink) isUnused(indicator int) bool {
	return s.options.OnlyWanted && indicator != noIndicatorYet &&
		!slices.Contains(s.options.Wanted, s.builder.indicators[indicator].ID)
}

// A figure shown as per cent is read as it is shown: 5 for 5 %. It cannot be a figure of an
// indicator that is known to be in another unit.

// shares counts the figures shown as per cent, and all figures.
type shares struct {
	percents map[int]*percents // the indicators that have such figures, by position
	numbers  []int             // how many figures each indicator has, by position
}

// percents counts the figures of an indicator that are shown as per cent.
type percents struct {
	n     int
	shown any // the first of them, as it is shown
}

// notePercent notes a figure shown as per cent. It reports false, with a problem, if the
// indicator's unit does not allow that.
func (s *sink) notePercent(indicator int, u *unit.Unit, text string, shown any,
	at table.Place) bool {
	if !u.Percent {
		s.tellWrongUnit(indicator, at, text, percentInUnit.With(table.Shorten(text),
			table.Shorten(cmp.Or(u.Given, u.Text))))
		return false
	}
	if s.shares.percents[indicator] == nil {
		if s.shares.percents == nil {
			s.shares.percents = map[int]*percents{}
		}
		s.shares.percents[indicator] = &percents{shown: shown}
	}
	s.shares.percents[indicator].n++
	return true
}

// countFigure notes a number of an indicator.
func (s *sink) countFigure(indicator int) {
	s.shares.numbers = growSlice(s.shares.numbers, indicator+1, 0)
	s.shares.numbers[indicator]++
}

// tellPercents reports the indicators with figures shown as per cent. If an indicator has
// no other figures, per cent becomes its unit.
func (s *sink) tellPercents() {
	for _, i := range slices.Sorted(maps.Keys(s.shares.percents)) {
		p, ind := s.shares.percents[i], &s.builder.indicators[i]
		message := percentMixed.With(p.shown)
		if p.n == s.shares.numbers[i] {
			if message = percentGiven.With(p.shown); ind.Unit == "" {
				ind.Unit = "pct."
			}
		}
		s.tellProblem(ConvertedUnit, 0, ind.ID, "", message)
	}
	s.shares.percents = nil
}

// tellUnits reports the rows of an indicator whose unit differs from that of its other
// rows. If one row states a unit, every row must state one, because nothing says what the
// other figures are in.
func (s *sink) tellUnits(u *table.UnitRows, column string, indicator int) {
	kind := BadUnit
	if s.isUnused(indicator) {
		kind = UnusedFigure
	}
	tell := func(row table.UnitRow, message lang.Message) {
		s.builder.problems.add(&Problem{Kind: kind, Source: s.table.Source, Row: row.Line,
			Column: column, Text: row.Unit, More: row.More, message: message})
	}
	if u.Stating.Line == 0 {
		return
	}
	if u.Lacking.Line > 0 {
		tell(u.Lacking, rowLacksUnit.With(u.Stating.Line, table.Shorten(u.Stating.Unit)))
	}
	if u.Other.Line > 0 {
		tell(u.Other, rowInOtherUnit.With(table.Shorten(u.Other.Unit), u.Stating.Line,
			table.Shorten(u.Stating.Unit)))
	}
}

// tellContradiction reports a heading that states another unit than the rows do.
func (s *sink) tellContradiction(heading, stated, ofRows string, indicator int) {
	a, b := unit.Parse(stated), unit.Parse(ofRows)
	if stated != "" && ofRows != "" && (a.Amount != b.Amount || a.Factor != b.Factor) {
		s.tellWrongUnit(indicator, table.Place{Column: heading}, ofRows,
			headingAndRows.With(table.Shorten(stated), table.Shorten(ofRows)))
	}
}
