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

// The warnings about corrections.
const (
	// Some figures are not as they were read.
	Corrected WarningCode = "corrected"
	// Corrections are of years that are not compared.
	CorrectedOtherYear WarningCode = "corrected_other_year"
	// Corrections are of accounts that no area has.
	CorrectionNotInPlan WarningCode = "correction_not_in_plan"
	// A correction is of a figure that is missing.
	CorrectionMissing WarningCode = "correction_missing"
	// A correction moves a figure by more than a quarter of itself.
	CorrectionLarge WarningCode = "correction_large"
	// Differences are followed through years of which only some are corrected.
	CorrectedSomeYears WarningCode = "corrected_some_years"
)

// AppliedCorrection is a correction of the plan, and what it did to the figures. Its
// Municipality is a code.
type AppliedCorrection struct {
	plan.Correction
	Name    string   // the municipality's
	Of      string   // the name of the area or account that is corrected
	Effects []Effect // one for each area that the correction changes, in the plan's order
}

// Effect is an area's figure before and after a correction. If a figure has several
// corrections, each begins where the one before it ended. The last one ends at the figure
// that is compared.
type Effect struct {
	Area string `key:"area"` // ID
	Name string `key:"-"`
	Unit string `key:"-"`
	// Years are the years of the figure. They are the years compared, if the correction is
	// of one of them. If not, they are the correction's year alone.
	Years  []int   `key:"years,null"`
	Before float64 `key:"before"` // kr. per unit; missing if there is no figure to correct
	After  float64 `key:"after"`
}

// corrections are the corrections of a run that have been applied.
type corrections struct {
	applied []AppliedCorrection
	entries []entry
	nets    map[string]*net // by year and accounts
}

// entry is an amount that is added to the sum of some accounts.
type entry struct {
	municipality, year int
	kr                 float64
	accounts           []string
}

// net is what the entries of an area in a year add up to. They are added up before they are
// added to the figures, so that two corrections that cancel each other leave every bit of a
// figure as it was.
type net struct {
	accounts []string // the area's
	year     int
	kr       map[int]float64 // by municipality
}

// add adds an entry, if it is of the same year and the area has all of its accounts.
func (n *net) add(e *entry) {
	if n.year == e.year && containsAll(n.accounts, e.accounts) {
		n.kr[e.municipality] += e.kr
	}
}

// containsAll says whether a list has every item of another.
func containsAll(list, all []string) bool {
	return !slices.ContainsFunc(all, func(id string) bool { return !slices.Contains(list, id) })
}

// addEntry adds an entry, also to the nets that were found before.
func (s *corrections) addEntry(e entry) {
	s.entries = append(s.entries, e)
	for _, n := range s.nets {
		n.add(&e)
	}
}

// findNet returns what the entries of some accounts in a year add up to, by municipality.
func (s *corrections) findNet(accounts []string, year int) map[int]float64 {
	if len(s.entries) == 0 {
		return nil
	}
	key := fmt.Sprintf("%d %q", year, accounts)
	n, ok := s.nets[key]
	if !ok {
		n = &net{accounts: accounts, year: year, kr: map[int]float64{}}
		for i := range s.entries {
			n.add(&s.entries[i])
		}
		if s.nets == nil {
			s.nets = map[string]*net{}
		}
		s.nets[key] = n
	}
	return n.kr
}

// findYears returns, for each municipality, the years in which its sum of some accounts is
// corrected. They are in order.
func (s *corrections) findYears(accounts []string) map[int][]int {
	var years []int
	for _, e := range s.entries {
		years = append(years, e.year)
	}
	slices.Sort(years)
	corrected := map[int][]int{}
	for _, year := range slices.Compact(years) {
		for m, kr := range s.findNet(accounts, year) {
			if kr != 0 {
				corrected[m] = append(corrected[m], year)
			}
		}
	}
	return corrected
}

// correctSpending adds the corrections of an area in a year to its spending, in place. The
// spending is in kr. If it is already divided by a volume, per is that volume, and the
// corrections are divided by it too.
func (r *run) correctSpending(a *plan.Area, year int, spending, per []float64) {
	for m, kr := range r.corrections.findNet(a.Spending, year) {
		if kr == 0 {
			continue
		}
		if per != nil {
			kr /= per[m]
		}
		spending[m] += kr
	}
}

// applyCorrections applies the plan's corrections one by one. It computes the figures before
// and after each, and notes what the correction did to them.
func (r *run) applyCorrections(ctx context.Context) error {
	if len(r.plan.Corrections) == 0 {
		return nil
	}
	nowhere := map[string]bool{} // accounts that are corrected and that no area has
	otherYears, municipalities := map[int]bool{}, map[int]bool{}
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
		r.corrections.addEntry(entry{m, k.Year, k.AmountKr, accounts})
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
		r.corrections.applied = append(r.corrections.applied, done)
	}
	r.warn(Warning{
		Code: Corrected, message: corrected.With(len(r.corrections.applied), len(municipalities)),
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

// largeCorrection is a share of an area's figure. A correction of more than that is
// suspiciously large. It may have the wrong sign, or be in thousands of kroner.
const largeCorrection = 0.25

// warnOnce adds the warnings, but only the first about each municipality in each area.
func (r *run) warnOnce(list []Warning) {
	told := map[[2]string]bool{}
	for _, w := range list {
		if pair := [2]string{w.Area, w.Municipality}; !told[pair] {
			told[pair] = true
			r.warn(w)
		}
	}
}

// nameCorrected returns the name of the area or account that a correction is of.
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

// describeYears names the years of a figure: one year, the first and last of several, or
// none.
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
