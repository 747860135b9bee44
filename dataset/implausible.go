package dataset

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/dataset/internal/plausible"
	"github.com/raaderum/raaderum/lang"
)

// Implausible is a finding that figures can hardly be right.
type Implausible struct {
	Indicator string // ID
	message   lang.Message
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

// FindImplausible looks through the figures of some indicators for what can hardly be right,
// and is often a wrong unit: a median that changes more than fivefold from one year to the
// next; figures in two heaps a power of ten apart; a municipality's figure that is ten, a
// hundred or a thousand times its own of other years, or a tenth and so on; a value that
// stands several times far outside all others, as a mark of what is missing; and two
// indicators, or two years of one of those in changing, that are the same throughout.
func (d *Dataset) FindImplausible(ids, changing []string) (found ImplausibleFigures) {
	d = d.orEmpty()
	tell := func(id string, message lang.Message) {
		found = append(found, Implausible{id, message})
	}
	for _, id := range ids {
		jumped := map[int]bool{}
		last := Undated
		for _, year := range d.years {
			column := d.Column(id, year)
			if column == nil {
				continue
			}
			if value, n := plausible.FindMark(column); n > 0 {
				tell(id, farMark.With(id, sayYears([]int{year}), plain(value), n))
				jumped[year] = true
				continue
			}
			if low, high, ok := plausible.FindHeaps(column); ok {
				tell(id, twoHeaps.With(id, sayYears([]int{year}), roundRoughly(low),
					roundRoughly(high)))
				jumped[year] = true
			}
			if last != Undated {
				if factor, ok := plausible.FindDrift(d.Column(id, last), column); ok && !jumped[last] {
					tell(id, medianJumps.With(id, strconv.Itoa(last), strconv.Itoa(year),
						lang.Number{Value: factor, Decimals: chooseDecimals(factor)}))
					jumped[year] = true
				}
				if slices.Contains(changing, id) && plausible.AreSame(d.Column(id, last), column) {
					tell(id, sameYears.With(id, strconv.Itoa(last), strconv.Itoa(year)))
				}
			}
			last = year
		}
		if len(jumped) == 0 {
			d.tellSlips(id, slices.Contains(changing, id), tell)
		}
	}
	d.tellTwins(ids, tell)
	return found
}

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

// tellSlips tells of figures that are a power of ten times their municipality's own of other
// years.
func (d *Dataset) tellSlips(id string, changing bool, tell func(string, lang.Message)) {
	var years []int
	var columns [][]float64
	for _, year := range d.years {
		if column := d.Column(id, year); column != nil {
			years = append(years, year)
			columns = append(columns, column)
		}
	}
	for _, s := range plausible.FindSlips(columns, changing) {
		tell(id, figureSlips.With(id, d.municipalities[s.Municipality].Name,
			sayYears([]int{years[s.Year]}), plain(columns[s.Year][s.Municipality]),
			lang.Number{Value: s.Factor, Decimals: chooseDecimals(s.Factor)}))
	}
}

// tellTwins tells of two indicators that are the same throughout a year.
func (d *Dataset) tellTwins(ids []string, tell func(string, lang.Message)) {
	for _, year := range d.years {
		first := map[string]string{}
		for _, id := range ids {
			column := d.Column(id, year)
			if column == nil || !plausible.Varies(column) {
				continue
			}
			key := fmt.Sprint(column[:min(len(column), 100)])
			other, ok := first[key]
			if !ok {
				first[key] = id
			} else if other != id && plausible.AreSame(d.Column(other, year), column) {
				tell(id, sameIndicators.With(other, id, sayYears([]int{year})))
			}
		}
	}
}
