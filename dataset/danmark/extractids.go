package danmark

import (
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// IDErrors say which IDs cannot be used, and why.
type IDErrors []lang.Message

// In returns the errors in words, a line each.
func (es IDErrors) In(l lang.Language) string {
	lines := make([]string, len(es))
	for i, m := range es {
		lines[i] = m.In(l)
	}
	return strings.Join(lines, "\n")
}

// Error returns the errors in English.
func (es IDErrors) Error() string { return es.In(lang.English) }

var (
	saidTwice = lang.Phrase{
		DA: "'%s' nævner %s to gange. Skriv en indikator for hver værdi, og nævn dem begge, hvor " +
			"de skal lægges sammen.",
		EN: "'%s' names %s twice. Write an indicator for each value, and name both where they " +
			"are to be added up.",
	}
	saidBefore = lang.Phrase{
		DA: "'%s' siger %s både før og i de kantede parenteser. Skriv det kun før, som i '%s'.",
		EN: "'%s' says %s both before and in the brackets. Say it only before, as in '%s'.",
	}
	sameAs = lang.Phrase{
		DA: "'%s' og '%s' er det samme. Skriv det på samme måde begge steder i planen.",
		EN: "'%s' and '%s' are the same. Write it the same way in both places of the plan.",
	}
	otherTerms = lang.Phrase{
		DA: "'%s' og '%s' nævner ikke de samme variabler af %s, og de hentes i én fil. Nævn de " +
			"samme i begge, med værdien for i alt, hvor alle skal med.",
		EN: "'%s' and '%s' do not name the same variables of %s, and they are fetched in one " +
			"file. Name the same in both, with the value of the total where all are meant.",
	}
)

// sayTwice explains why an ID is of no use that names a variable twice: in its brackets, or
// both before and in them.
func sayTwice(id string, tables []*source) (wrong lang.Message, ok bool) {
	base, terms, bracketed := dataset.CutID(id)
	if !bracketed {
		return wrong, false
	}
	seen := map[string]bool{}
	for _, term := range terms {
		variable, _, _ := strings.Cut(term, "=")
		variable = strings.ToUpper(strings.TrimSpace(variable))
		if seen[variable] {
			return saidTwice.With(id, variable), true
		}
		seen[variable] = true
	}
	for _, t := range tables {
		if _, of := t.codes(base); of && seen[t.of] {
			if base == Population { // the table has ages only where an ID names them
				base += ".6_16"
			}
			return saidBefore.With(id, t.of, base), true
		}
	}
	return wrong, false
}

// unlike reports the indicators of the table that cannot be in one file with the others.
func (t *source) unlike() (wrong IDErrors) {
	ids := t.extract.Indicators
	known := tables[t.extract.Table]
	first := map[string]string{}
	for _, id := range ids {
		form := strings.ToLower(id)
		if known != nil {
			form = known().NormalID(id)
		} else if _, terms, ok := dataset.CutID(form); ok {
			slices.Sort(terms)
			form = strings.Join(terms, ",")
		}
		if before, seen := first[form]; seen {
			wrong = append(wrong, sameAs.With(before, id))
			continue
		}
		first[form] = id
		if known == nil && !slices.Equal(variablesOf(id), variablesOf(ids[0])) {
			wrong = append(wrong, otherTerms.With(ids[0], id, t.extract.Table))
		}
	}
	return wrong
}

// variablesOf returns the variables that an ID names in brackets, sorted.
func variablesOf(id string) []string {
	_, terms, _ := dataset.CutID(id)
	var list []string
	for _, term := range terms {
		variable, _, _ := strings.Cut(term, "=")
		list = append(list, strings.ToUpper(variable))
	}
	slices.Sort(list)
	return list
}
