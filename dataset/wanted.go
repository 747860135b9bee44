package dataset

import (
	"slices"
	"strings"
)

// CutID divides an ID that is called after a table's variables, such as
// BIB1[TYPE=1,ART=2], into what stands before the brackets and the terms in them.
// It reports false for any other.
func CutID(id string) (base string, terms []string, ok bool) {
	base, inner, found := strings.Cut(id, "[")
	inner, closed := strings.CutSuffix(inner, "]")
	if base == "" || !found || !closed {
		return id, nil, false
	}
	terms = strings.Split(inner, ",")
	for _, term := range terms {
		if variable, value, isTerm := strings.Cut(term, "="); !isTerm || variable == "" || value == "" {
			return id, nil, false
		}
	}
	return base, terms, true
}

// wants says whether the plan asks for a value of a variable by an ID that has it in
// brackets, as regk31.3.22.01[DRANST=3].
func (m *mapper) wants(v *Variable, value Value) bool {
	text := fold(termOf(v.Name(), value))
	return slices.ContainsFunc(m.opt.Wanted, func(id string) bool {
		_, terms, _ := CutID(id)
		return slices.ContainsFunc(terms, func(term string) bool { return fold(term) == text })
	})
}

// wantedName returns the ID by which the plan asks for some chosen values of the
// table, naming all its variables in whatever order; or nothing.
func (m *mapper) wantedName(chosen []Chosen) string {
	name := fold(m.tableName())
	fetched, _, _ := strings.Cut(name, "_") // as fetch calls its files: bib1_2021-2024
	for _, id := range m.opt.Wanted {
		base, terms, ok := CutID(id)
		if base = fold(base); !ok || len(terms) != len(chosen) || base != name && base != fetched {
			continue
		}
		if !slices.ContainsFunc(chosen, func(c Chosen) bool {
			text := fold(termOf(c.Variable, c.Value))
			return !slices.ContainsFunc(terms, func(term string) bool { return fold(term) == text })
		}) {
			return id
		}
	}
	return ""
}

// termOf is a value in an indicator's ID.
func termOf(variable string, v Value) string {
	if variable != "" {
		variable += "="
	}
	return variable + or(v.Code, v.Label)
}
