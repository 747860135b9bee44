package dataset

import (
	"cmp"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
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
func (m *mapper) wants(v *table.Variable, value table.Value) bool {
	text := unit.Fold(termOf(v.Name(), value))
	return slices.ContainsFunc(m.sink.options.Wanted, func(id string) bool {
		_, terms, _ := CutID(id)
		return slices.ContainsFunc(terms, func(term string) bool { return unit.Fold(term) == text })
	})
}

// wantedID returns the ID by which the plan asks for what has an ID of its own, and
// is of some chosen values; or nothing. Terms may stand in any order, and be written
// in small letters; that of a variable of which there is only the total may be left
// out.
func (m *mapper) wantedID(id string, chosen []Chosen) string {
	if slices.Contains(m.sink.options.Wanted, id) {
		return ""
	}
	name := unit.Fold(m.tableName())
	fetched, _, _ := strings.Cut(name, "_") // as fetch calls its files: bib1_2021-2024
	for _, wanted := range m.sink.options.Wanted {
		base, terms, ok := CutID(wanted)
		switch base = unit.Fold(base); {
		case !ok:
		case m.known != nil && m.known.Name != nil:
			if m.known.NormalID(wanted) == m.known.NormalID(id) {
				return wanted
			}
		case (base == name || base == fetched) && namesAll(terms, chosen):
			return wanted
		}
	}
	return ""
}

// namesAll says whether terms name all of some chosen values, but for totals.
func namesAll(terms []string, chosen []Chosen) bool {
	named := 0
	for _, c := range chosen {
		text := unit.Fold(termOf(c.Variable, c.Value))
		if slices.ContainsFunc(terms, func(term string) bool { return unit.Fold(term) == text }) {
			named++
		} else if !table.IsTotal(c.Value) {
			return false
		}
	}
	return named == len(terms)
}

// NormalID returns the form in which two IDs of the table that mean the same are the
// same: REGK31[ART=TOT,FUNKTION=32201] is regk31.3.22.01, and terms are in order and
// in small letters. One that names a variable both before and in the brackets has
// none, and is only like itself.
func (k *KnownTable) NormalID(id string) string {
	base, terms, ok := CutID(id)
	if !ok || k.Name == nil {
		return unit.Fold(id)
	}
	var chosen []Chosen
	for _, term := range terms {
		variable, code, _ := strings.Cut(term, "=")
		value := table.Value{Code: code}
		value.Total = table.IsTotal(value)
		chosen = append(chosen, Chosen{variable, value})
	}
	plain := k.Name(nil).ID
	named, terms, _ := CutID(k.Name(chosen).ID)
	switch {
	case strings.EqualFold(base, k.Table):
		base = named
	case named != plain:
		return unit.Fold(id)
	}
	if len(terms) == 0 {
		return unit.Fold(base)
	}
	for i := range terms {
		terms[i] = unit.Fold(terms[i])
	}
	slices.Sort(terms)
	return unit.Fold(base) + "[" + strings.Join(terms, ",") + "]"
}

// termOf is a value in an indicator's ID.
func termOf(variable string, v table.Value) string {
	if variable != "" {
		variable += "="
	}
	return variable + cmp.Or(v.Code, v.Label)
}
