package plan

import (
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// checkCorrections reports everything that can be seen to be wrong with the plan's
// corrections without any data.
func (c *checker) checkCorrections() {
	p := c.plan
	if n := len(p.Corrections); n > maxCorrections {
		c.add("correction", strconv.Itoa(n), tooManyCorrections.With(n, maxCorrections))
		return
	}
	// People write an area's name where its ID is meant. Both are compared with what they
	// wrote, to suggest the ID.
	areas, called := make([]string, len(p.Areas)), map[string]string{}
	words := make([]string, 0, 2*len(p.Areas))
	for i, a := range p.Areas {
		areas[i] = a.ID
		for _, word := range []string{a.ID, a.Name} {
			called[word] = a.ID
			words = append(words, word)
		}
	}
	for i := range p.Corrections {
		k, at := &p.Corrections[i], p.findPlace(i)
		report := func(key, text string, message lang.Message) {
			c.errs.put(at.newError(key, text, message))
		}
		k.reportProblems(report)
		if k.Area != "" && k.Account == "" && !slices.Contains(areas, k.Area) {
			report("area", k.Area,
				unknownCorrectedArea.With(shorten(k.Area), suggestID(k.Area, words, called)))
		}
	}
}

// checkCorrectionData reports corrections of figures that the data do not have. It also
// reports corrections that were written twice.
func (c *checker) checkCorrectionData(d *dataset.Dataset, known []string) {
	if len(c.plan.Corrections) > maxCorrections {
		return
	}
	first := map[Correction]int{}
	years := map[string][]int{} // by area or account: the years with figures
	for i, k := range c.plan.Corrections {
		at := c.plan.findPlace(i)
		report := func(key, text string, message lang.Message) {
			c.errs.put(at.newError(key, text, message))
		}
		m, found := d.Find(strings.TrimSpace(k.Municipality))
		if !found && strings.TrimSpace(k.Municipality) != "" {
			var near lang.Suggestion
			if len(c.errs) < maxErrors { // beyond that, nobody sees the suggestion
				near = d.Suggest(k.Municipality)
			}
			report("municipality", k.Municipality,
				unknownMunicipality.With(shorten(k.Municipality), near))
		}
		_, isIndicator := d.Indicator(k.Account)
		isUnknown := k.Account != "" && k.Area == "" && !isIndicator
		if isUnknown {
			var near lang.Suggestion
			if len(c.errs) < maxErrors {
				near = suggestAccount(k.Account, known)
			}
			report("account", k.Account, unknownAccount.With(shorten(k.Account), near))
		}
		if ids := c.plan.AccountsOf(&k); ids != nil && !isUnknown {
			what := k.Area + k.Account
			if _, seen := years[what]; !seen {
				years[what] = findYears(d, ids)
			}
			c.checkCorrectedYear(&k, years[what], what, report)
		}
		if !found {
			continue
		}
		// Two corrections are the same if all that people wrote in them means the same,
		// wherever they stand. The loop's k is a copy, so the plan is not changed.
		k.Municipality = d.Municipalities()[m].Code
		k.tidy()
		k.at = nil
		if before, again := first[k]; again {
			report("", "", correctedTwice.With(c.plan.findPlace(before)))
			continue
		}
		first[k] = i
	}
}

// checkCorrectedYear reports a correction of a year without figures. The argument what
// names the area or account that is corrected, and has lists the years of its figures.
func (c *checker) checkCorrectedYear(
	k *Correction, has []int, what string, report func(key, text string, message lang.Message),
) {
	if slices.Contains(has, k.Year) || k.Year != dataset.Undated && !isYear(k.Year) {
		return
	}
	var dated lang.List
	for _, y := range has {
		if y != dataset.Undated {
			dated = append(dated, strconv.Itoa(y))
		}
	}
	text := strconv.Itoa(k.Year)
	switch {
	case len(has) == 0:
		report("year", text, noFiguresEver.With(what))
	case len(dated) == 0:
		report("year", text, noFiguresUndated.With(what))
	case k.Year == dataset.Undated:
		report("year", "", noYearGiven.With(what, dated))
	default:
		report("year", text, noFiguresThen.With(what, k.Year, dated))
	}
}

// AccountsOf returns the IDs of the indicators whose sum a correction changes: the account
// alone, or all the spending of the area. It returns nil if the plan has no such area, or
// if the correction names both an account and an area, or neither.
func (p *Plan) AccountsOf(k *Correction) []string {
	switch {
	case k.Account != "" && k.Area == "":
		return []string{k.Account}
	case k.Account == "":
		for _, a := range p.Areas {
			if a.ID == k.Area {
				return a.Spending
			}
		}
	}
	return nil
}

// findYears returns the years in which all of the indicators have figures.
func findYears(d *dataset.Dataset, ids []string) []int {
	years := []int{}
	for _, y := range d.Years() {
		if !slices.ContainsFunc(ids, func(id string) bool { return d.Column(id, y) == nil }) {
			years = append(years, y)
		}
	}
	return years
}

// suggestAccount suggests indicators for an account. It prefers those that end with the
// account, as regk31.3.22.01 ends with 3.22.01.
func suggestAccount(account string, known []string) lang.Suggestion {
	var ends lang.Suggestion
	for _, id := range known {
		if strings.HasSuffix(id, "."+account) && len(ends) < 3 {
			ends = append(ends, id)
		}
	}
	if len(ends) > 0 {
		return ends
	}
	return lang.Suggest(account, known)
}

// suggestID suggests the areas whose ID or name is most like a word. It returns their IDs.
// The argument called has the ID of each of the words.
func suggestID(word string, words []string, called map[string]string) (ids lang.Suggestion) {
	for _, near := range lang.Suggest(word, words) {
		if id := called[near]; !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}
