package benchmark

import (
	"context"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// The warnings that the corrections ledger gives rise to.
const (
	// The figures are not as they were read.
	Corrected WarningCode = "corrected"
	// Corrections of years that are not compared.
	CorrectedOtherYear WarningCode = "corrected_other_year"
	// Corrections of accounts that no area has.
	CorrectionNotInPlan WarningCode = "correction_not_in_plan"
	// a correction of a figure that is missing.
	CorrectionMissing WarningCode = "correction_missing"
	// a correction that moves a figure by more than a quarter of itself.
	CorrectionLarge WarningCode = "correction_large"
	// The years are followed, and some are corrected and others not.
	CorrectedSomeYears WarningCode = "corrected_some_years"
)

// AppliedCorrection is a correction and what it did. Its Municipality is the
// code.
type AppliedCorrection struct {
	plan.Correction
	Name    string   // the municipality's
	Of      string   // the name of the area or the account
	Effects []Effect // one for each area that it enters, in the plan's order
}

// Effect is an area's figure before and after a correction. Where there are
// several, each begins where the one before it ended, and the last ends at the
// figure that is compared.
type Effect struct {
	Area string `key:"area"` // ID
	Name string `key:"-"`
	Unit string `key:"-"`
	// Years are those of the figure: the years compared where the correction's is one
	// of them, and otherwise that alone.
	Years  []int   `key:"years,null"`
	Before float64 `key:"before"` // kr. per unit; missing where there is no figure to correct
	After  float64 `key:"after"`
}

// ledger is the corrections of a run, as far as they have been applied.
type ledger struct {
	applied []AppliedCorrection
	entries []entry
	nets    map[string]*net
}

// entry is an amount on the sum of some accounts.
type entry struct {
	municipality, year int
	kr                 float64
	accounts           []string
}

// net is what the entries add up to, by municipality, for an area in a year.
// They are added up before they meet the figures, so that a correction taken
// back leaves no trace.
type net struct {
	accounts []string // the area's
	year     int
	kr       map[int]float64
}

// add adds an entry of the same year, if the area has all of the entry's accounts.
func (n *net) add(e *entry) {
	if n.year == e.year && containsAll(n.accounts, e.accounts) {
		n.kr[e.municipality] += e.kr
	}
}

// containsAll says whether a list has all of the other's items.
func containsAll(list, all []string) bool {
	return !slices.ContainsFunc(all, func(id string) bool { return !slices.Contains(list, id) })
}

// addEntry adds an entry to the ledger and to the nets that were already asked for.
func (l *ledger) addEntry(e entry) {
	l.entries = append(l.entries, e)
	for _, n := range l.nets {
		n.add(&e)
	}
}

// findNet returns the net corrections of some accounts in a year.
func (l *ledger) findNet(accounts []string, year int) map[int]float64 {
	if len(l.entries) == 0 {
		return nil
	}
	key := fmt.Sprintf("%d %q", year, accounts)
	n, ok := l.nets[key]
	if !ok {
		n = &net{accounts: accounts, year: year, kr: map[int]float64{}}
		for i := range l.entries {
			n.add(&l.entries[i])
		}
		if l.nets == nil {
			l.nets = map[string]*net{}
		}
		l.nets[key] = n
	}
	return n.kr
}

// findYears returns the years in which each municipality's sum of some accounts is
// corrected, in order.
func (l *ledger) findYears(accounts []string) map[int][]int {
	var years []int
	for _, e := range l.entries {
		years = append(years, e.year)
	}
	slices.Sort(years)
	corrected := map[int][]int{}
	for _, year := range slices.Compact(years) {
		for m, kr := range l.findNet(accounts, year) {
			if kr != 0 {
				corrected[m] = append(corrected[m], year)
			}
		}
	}
	return corrected
}

// correctSpending adds the net corrections of an area in a year to its spending. The
// spending is in kr., or already divided by the volume per. The corrections then are, too.
func (r *run) correctSpending(a *plan.Area, year int, spending, per []float64) {
	for m, kr := range r.ledger.findNet(a.Spending, year) {
		if kr == 0 {
			continue
		}
		if per != nil {
			kr /= per[m]
		}
		spending[m] += kr
	}
}

// applyCorrections applies the plan's corrections one by one, and notes what
// each does to the figures.
func (r *run) applyCorrections(ctx context.Context) error {
	if len(r.plan.Corrections) == 0 {
		return nil
	}
	nowhere, otherYears, municipalities := map[string]bool{}, map[int]bool{}, map[int]bool{}
	var unfounded, large []Warning
	for _, k := range r.plan.Corrections {
		if err := ctx.Err(); err != nil {
			return err
		}
		m, _ := r.data.Find(k.Municipality)
		accounts := r.plan.AccountsOf(&k)
		years := r.years
		if !slices.Contains(years, k.Year) {
			years = []int{k.Year}
			otherYears[k.Year] = true
		}
		who := r.data.Municipalities()[m]
		done := AppliedCorrection{Correction: k, Name: who.Name, Of: r.nameCorrected(&k)}
		done.Municipality = who.Code
		municipalities[m] = true
		for i := range r.plan.Areas {
			if a := &r.plan.Areas[i]; containsAll(a.Spending, accounts) {
				done.Effects = append(done.Effects, Effect{
					Area: a.ID, Name: a.Name, Unit: a.Unit, Years: years,
					Before: r.computeFigures(a, years).unit[m],
				})
			}
		}
		r.ledger.addEntry(entry{m, k.Year, k.AmountKr, accounts})
		at := 0
		for i := range r.plan.Areas {
			if a := &r.plan.Areas[i]; containsAll(a.Spending, accounts) {
				done.Effects[at].After = r.computeFigures(a, years).unit[m]
				if math.IsNaN(done.Effects[at].After) {
					unfounded = append(unfounded, Warning{
						Code: CorrectionMissing, Area: a.ID, Municipality: who.Code,
						message: correctedMissing.With(who.Name, a.Name, describeYears(years)),
					})
				}
				e := done.Effects[at]
				if math.Abs(e.After-e.Before) > largeCorrection*math.Abs(e.Before) {
					large = append(large, Warning{
						Code: CorrectionLarge, Area: a.ID, Municipality: who.Code,
						message: correctedMuch.With(who.Name, a.Name, lang.Number{Value: e.Before},
							lang.Number{Value: e.After}, lang.Number{Value: 100 * largeCorrection}),
					})
				}
				at++
			}
		}
		if at == 0 {
			nowhere[k.Account] = true
		}
		r.ledger.applied = append(r.ledger.applied, done)
	}
	r.warn(Warning{
		Code: Corrected, message: corrected.With(len(r.ledger.applied), len(municipalities)),
	})
	if len(otherYears) > 0 {
		var list lang.List
		for _, y := range slices.Sorted(maps.Keys(otherYears)) {
			list = append(list, strconv.Itoa(y))
		}
		r.warn(Warning{Code: CorrectedOtherYear, message: correctedOtherYear.With(list)})
	}
	if len(nowhere) > 0 {
		r.warn(Warning{
			Code:    CorrectionNotInPlan,
			message: correctedNowhere.With(nameFew(slices.Sorted(maps.Keys(nowhere)))),
		})
	}
	r.warnOnce(unfounded)
	r.warnOnce(large)
	return nil
}

// largeCorrection is the share of an area's figure above which a correction is suspiciously
// large. Such a correction may have the wrong sign, or be in thousands of kroner.
const largeCorrection = 0.25

// warnOnce warns once of each area and municipality.
func (r *run) warnOnce(list []Warning) {
	told := map[[2]string]bool{}
	for _, w := range list {
		if pair := [2]string{w.Area, w.Municipality}; !told[pair] {
			told[pair] = true
			r.warn(w)
		}
	}
}

// nameCorrected returns the name of the area or account that is corrected.
func (r *run) nameCorrected(k *plan.Correction) string {
	if k.Account != "" {
		ind, _ := r.data.Indicator(k.Account)
		return ind.Name
	}
	for _, a := range r.plan.Areas {
		if a.ID == k.Area {
			return a.Name
		}
	}
	return k.Area
}

// describeYears says the years of a figure.
func describeYears(years []int) lang.Localized {
	switch {
	case years[0] == dataset.Undated:
		return undatedWord
	case len(years) > 1:
		return lang.Message{Phrase: lang.Phrase{
			DA: "%d-%d",
			EN: "%d-%d",
		}, Args: []any{years[0], years[len(years)-1]}}
	}
	return lang.List{strconv.Itoa(years[0])}
}
