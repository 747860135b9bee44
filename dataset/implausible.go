package dataset

import (
	"math"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/raaderum/raaderum/dataset/internal/plausible"
	"github.com/raaderum/raaderum/lang"
)

// Implausible is a finding that figures can hardly be right.
type Implausible struct {
	// Indicator is what a plan accepts where the figures are right all the same: the ID of an
	// indicator, or accounts taken together, as "2025" or "Viborg 2025".
	Indicator string
	// Municipality is the code of the only municipality that it is about; empty: several.
	Municipality string

	message lang.Message
}

// In says in words what is wrong, where, and what to do.
func (i Implausible) In(l lang.Language) string { return i.message.In(l) }

// Error says it in English.
func (i Implausible) Error() string { return i.In(lang.English) }

// ImplausibleFigures are all such findings. As an error they are a line each.
type ImplausibleFigures []Implausible

// In says all of them in words, a line each.
func (list ImplausibleFigures) In(l lang.Language) string { return lang.JoinLines(list, l) }

// Error says all of them in English, a line each.
func (list ImplausibleFigures) Error() string { return list.In(lang.English) }

// Unwrap returns them as errors, so that [errors.As] finds an [Implausible].
func (list ImplausibleFigures) Unwrap() []error { return lang.ListErrors(list) }

// Scope says which figures are looked through, and what is known of them.
type Scope struct {
	Indicators []string // IDs
	// IDs of those that are never the same in two years, and that move between accounts:
	// spending.
	Changing []string
	// IDs of what many other figures grow with, such as the population.
	Sizes []string
	// Municipalities are the codes of those whose own large changes of what is Changing are
	// unusual too.
	Municipalities []string
	// Accounts that are right though they look wrong together, as "2025" or "Viborg 2025".
	Accepted []string
}

// FindImplausible looks through figures. It returns first what can hardly be right, and is
// often a wrong unit or a row or column that has moved:
//
//   - a median that changes more than fivefold from one year to the next;
//   - figures in two heaps a power of ten apart, by themselves, relative to a size or beside
//     the municipalities' own of other years;
//   - a municipality's figure that is ten, a hundred or a thousand times its own of other
//     years or what all others have, or a tenth and so on;
//   - a value that stands several times far outside all others, as a mark of what is missing;
//   - figures that fit the municipality above or below better than their own;
//   - figures below 0, and drivers of 0, where nearly all are above; several accounts of a
//     municipality that are 0 and were not;
//   - all accounts of a year, or of one municipality, that move together by more than accounts
//     do, as where they are of a part of the year;
//   - two municipalities whose accounts fit the other's of other years;
//   - figures that are the municipalities' codes, the year, or the name of their indicator;
//   - two indicators whose figures of a year have changed places;
//   - two indicators, or two years of one of those in Changing, that are the same throughout.
//
// What may be right, and should be looked at, is returned apart: spending that is tenfold or a
// tenth of that of other years or municipalities, as where it is posted elsewhere; other
// figures that are far from all others, or from their own of other years, and no power of ten
// from them; two years of those that are the same throughout though further years differ; a
// figure that all have; and two indicators that are the same but for a power of ten. What lies
// beneath, see [Merge], is not remarked on.
func (d *Dataset) FindImplausible(scope Scope) (implausible, unusual ImplausibleFigures) {
	in := &inspection{Dataset: d.orEmpty(), scope: scope, changing: map[string]bool{}}
	for _, id := range scope.Changing {
		in.changing[id] = true
	}
	in.findNames()
	all := in.inspectEach()
	in.findWholeAccounts(all)
	in.tellZeros(all)
	in.findExchanged(all)
	in.findTwins()
	return in.implausible, append(in.pressing, in.unusual...)
}

// inspectEach looks through every indicator by itself, on all processors. It returns their
// series.
func (in *inspection) inspectEach() []*series {
	parts := make([]*inspection, len(in.scope.Indicators))
	found := make([]*series, len(parts))
	inspect := func(i int) {
		parts[i] = &inspection{Dataset: in.Dataset, scope: in.scope, changing: in.changing}
		found[i] = parts[i].gatherSeries(in.scope.Indicators[i])
		parts[i].inspectSeries(found[i])
	}
	var g sync.WaitGroup
	var taken atomic.Int64
	for range min(len(parts), runtime.GOMAXPROCS(0)) {
		g.Go(func() {
			for i := taken.Add(1) - 1; i < int64(len(parts)); i = taken.Add(1) - 1 {
				inspect(int(i))
			}
		})
	}
	g.Wait()
	for _, part := range parts {
		in.implausible = append(in.implausible, part.implausible...)
		in.unusual = append(in.unusual, part.unusual...)
		in.pressing = append(in.pressing, part.pressing...)
	}
	return found
}

// inspection is a look through figures under way.
type inspection struct {
	*Dataset
	scope                Scope
	changing             map[string]bool
	implausible, unusual ImplausibleFigures
	pressing             ImplausibleFigures // of what is unusual, what goes first
}

// tell notes what can hardly be right.
func (in *inspection) tell(id string, message lang.Message) {
	in.implausible = append(in.implausible, Implausible{Indicator: id, message: message})
}

// remark notes what should be looked at in some years, unless all of it lies beneath. It is
// about the municipality with a code, or about several.
func (in *inspection) remark(id string, years []int, code string, message lang.Message) {
	if in.isAbove(id, years) {
		in.unusual = append(in.unusual, Implausible{id, code, message})
	}
}

// press notes, before other remarks, what is more often wrong than right.
func (in *inspection) press(id string, years []int, code string, message lang.Message) {
	if in.isAbove(id, years) {
		in.pressing = append(in.pressing, Implausible{id, code, message})
	}
}

// isAbove says whether figures of any of some years do not lie beneath.
func (in *inspection) isAbove(id string, years []int) bool {
	return slices.ContainsFunc(years, func(y int) bool { return !in.IsBeneath(id, y) })
}

// series are the figures of an indicator.
type series struct {
	*plausible.Series
	id      string
	changes bool // it is spending
	years   []int
	zeros   []plausible.Sign // of spending, where it should be above: see findSigns
	steps   []step           // of spending, in nearly all municipalities
}

// step is a year whose figures are a factor times those of the year before.
type step struct {
	t      int // the position of the year
	factor float64
}

// gatherSeries gathers the figures of an indicator.
func (in *inspection) gatherSeries(id string) *series {
	s := &series{id: id, changes: in.changing[id]}
	var columns [][]float64
	for _, year := range in.years {
		if column := in.Column(id, year); column != nil {
			s.years = append(s.years, year)
			columns = append(columns, column)
		}
	}
	s.Series = plausible.NewSeries(columns)
	return s
}

// inspectSeries looks through the figures of an indicator. What is wrong with a whole year
// goes before what is wrong with single figures of it.
func (in *inspection) inspectSeries(s *series) {
	wrong := make([]bool, len(s.years))
	for t, column := range s.Columns {
		year := sayYears([]int{s.years[t]})
		if what, ok := in.findNumbering(column, s.years[t]); ok {
			in.tell(s.id, what.With(s.id, year))
			wrong[t] = true
			continue
		}
		if value, n := plausible.FindMark(column); n > 0 {
			in.tell(s.id, farMark.With(s.id, year, plain(value), n))
			wrong[t] = true
			continue
		}
		if value, ok := plausible.FindConstant(column); ok {
			in.remark(s.id, s.years[t:t+1], "", sameForAll.With(s.id, year, plain(value)))
			continue
		}
		if in.tellHeaps(s, t) {
			wrong[t] = true
		}
		if t == 0 || s.years[t-1] == Undated || wrong[t-1] {
			continue
		}
		if factor, ok := plausible.FindDrift(s.Columns[t-1], column); ok {
			in.tell(s.id, medianJumps.With(s.id, strconv.Itoa(s.years[t-1]),
				strconv.Itoa(s.years[t]),
				lang.Number{Value: factor, Decimals: chooseDecimals(factor)}))
			wrong[t] = true
		} else if factor, ok := plausible.FindStep(s.Columns[t-1], column); ok && s.changes {
			s.steps = append(s.steps, step{t, factor})
			wrong[t] = true
		}
	}
	in.findSameYears(s)
	s.zeros = in.findSigns(s)
	if !slices.Contains(wrong, true) {
		in.findSlips(s)
		in.findShift(s)
		in.findChanges(s)
	}
}

// tellHeaps tells of figures in two heaps, by themselves, relative to a size or beside the
// municipalities' own of other years.
func (in *inspection) tellHeaps(s *series, t int) bool {
	year := sayYears([]int{s.years[t]})
	if low, high, ok := plausible.FindHeaps(s.Columns[t]); ok {
		in.tell(s.id, twoHeaps.With(s.id, year, roundRoughly(low), roundRoughly(high)))
		return true
	}
	for _, size := range in.listSizes(s, t) {
		quotients := plausible.Divide(s.Columns[t], in.Column(size, s.years[t]))
		if low, high, ok := plausible.FindHeaps(quotients); ok {
			in.tell(s.id, twoHeapsPer.With(s.id, year, size, roundRoughly(low), roundRoughly(high)))
			return true
		}
	}
	if low, high, ok := s.FindHeaps(t); ok {
		in.tell(s.id, twoHeapsOfYears.With(s.id, year, roundRoughly(low), roundRoughly(high)))
		return true
	}
	return false
}

// listSizes returns the sizes that have figures of a year and that an indicator's figures may
// grow with. Those that are already divided by something do not.
func (in *inspection) listSizes(s *series, t int) (sizes []string) {
	if ind, _ := in.Indicator(s.id); ind.Per != "" {
		return nil
	}
	for _, size := range in.scope.Sizes {
		if size != s.id && in.Column(size, s.years[t]) != nil {
			sizes = append(sizes, size)
		}
	}
	return sizes
}

// findNumbering says whether a column's figures are the codes of the municipalities, or the
// year.
func (in *inspection) findNumbering(column []float64, year int) (what lang.Phrase, ok bool) {
	codes, years, known := 0, 0, 0
	for i, v := range column {
		if !isKnown(v) {
			continue
		}
		if known++; v == float64(year) {
			years++
		}
		if strconv.FormatFloat(v, 'f', -1, 64) == in.municipalities[i].Code {
			codes++
		}
		if codes+years == 0 && known >= plausible.Fewest() {
			break
		}
	}
	switch {
	case known < plausible.Fewest():
	case codes == known:
		return figuresAreCodes, true
	case years == known:
		return figuresAreYears, true
	}
	return lang.Phrase{}, false
}

// findNames tells of indicators that are called after their figures, as where a column of
// names holds the figures too.
func (in *inspection) findNames() {
	n, first := 0, ""
	for _, id := range in.scope.Indicators {
		name := strings.TrimSuffix(id[strings.LastIndexByte(id, '=')+1:], "]")
		v, err := strconv.ParseFloat(strings.Replace(name, ",", ".", 1), 64)
		if err != nil || !in.isAll(id, v) {
			continue
		}
		if n++; n == 1 {
			first = id
		}
	}
	if n >= plausible.Fewest() {
		in.tell(first, calledAfterFigures.With(n, first))
	}
}

// isAll says whether all figures of an indicator are one value.
func (in *inspection) isAll(id string, value float64) bool {
	some := false
	for _, year := range in.years {
		for _, v := range in.Column(id, year) {
			if isKnown(v) && v != value {
				return false
			}
			some = some || isKnown(v)
		}
	}
	return some
}

// findSameYears tells of two years that are the same throughout. What is no spending may be
// so where all years are, as an area is.
func (in *inspection) findSameYears(s *series) {
	var same [][2]int
	differ := false
	for t, year := range s.years {
		for u := t + 1; u < min(len(s.years), t+1+nearYears); u++ {
			if plausible.AreSame(s.Columns[t], s.Columns[u]) {
				same = append(same, [2]int{year, s.years[u]})
			} else {
				differ = true
			}
		}
	}
	for _, pair := range same {
		message := sameYears.With(s.id, sayYears(pair[:1]), sayYears(pair[1:]))
		if s.changes {
			in.tell(s.id, message)
		} else if differ {
			in.remark(s.id, pair[:], "", message)
		}
	}
}

// nearYears is how many years after one are held against it.
const nearYears = 5

// roundRoughly returns a typical figure with three digits.
func roundRoughly(v float64) lang.Number {
	return lang.Number{Value: v, Decimals: max(0, 2-int(math.Floor(math.Log10(v))))}
}

// chooseDecimals returns with how many decimals a factor is told.
func chooseDecimals(v float64) int {
	if v >= 10 || v == 0 {
		return 0
	}
	return min(6, 1+max(0, int(math.Ceil(-math.Log10(v)))))
}
