package dataset

import (
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
)

// Grouped returns the problems to be said to people: those that several sources have
// in the very same words are one, with the sources' names, in the place of the first.
// Sources that are dated by their names are one too.
func (ps Problems) Grouped() []lang.Localized {
	type key struct {
		kind  Kind
		words string
	}
	of := map[key]*problemGroup{}
	var groups []*problemGroup
	for _, p := range ps {
		k := key{p.Kind, p.words(lang.English)}
		if p.message.Phrase == datedByFile {
			k.words = datedByFile.EN
		}
		g := of[k]
		if g == nil || p.Source == "" {
			g = &problemGroup{}
			of[k] = g
			groups = append(groups, g)
		}
		g.problems = append(g.problems, p)
	}
	list := make([]lang.Localized, len(groups))
	for i, g := range groups {
		if list[i] = g; len(g.problems) == 1 {
			list[i] = g.problems[0]
		}
	}
	return list
}

// problemGroup is a problem that several sources have.
type problemGroup struct{ problems Problems }

// In returns the problem in words, with the names of the sources before it.
func (g *problemGroup) In(l lang.Language) string {
	const most = 6
	var sources, years []string
	for _, p := range g.problems {
		sources = append(sources, p.Source)
		years = append(years, p.Text)
	}
	names := lang.Localized(lang.List(sources))
	if more := len(sources) - most; more > 0 {
		names = andMoreFiles.With(strings.Join(sources[:most], ", "), more)
	}
	words := g.problems[0].words(l)
	if g.problems[0].message.Phrase == datedByFile {
		words = ": " + datedByFiles.With(table.ListSome(years)).In(l)
	}
	return names.In(l) + words
}
