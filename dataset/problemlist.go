package dataset

import (
	"cmp"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
)

// maxProblems is how many errors, and how many warnings, are told one by one.
const maxProblems = 200

// How many problems of one kind are reported one by one for a source. Problems of names may
// be more, because each name has to be corrected by itself.
const (
	fewAlike   = 3
	fewOfNames = 10
	fewPlaces  = 3 // how many places are named of those that are only counted
)

// problemList gathers problems. Rows with exactly the same problem are reported once. Only
// the first few problems of a kind are reported in full. Beyond maxProblems, problems are
// only counted.
type problemList struct {
	errors, warnings         Problems
	moreErrors, moreWarnings int
	rows                     map[problemKey]*Problem
	alike                    map[alikeKey]*alike
}

// alikeKey identifies problems that are reported in the same words.
type alikeKey struct {
	kind           Kind
	source, phrase string
}

// alike counts problems of one kind, and keeps the last one that was reported.
type alike struct {
	told int
	last *Problem
}

type problemKey struct {
	kind                 Kind
	source, column, text string
}

func (l *problemList) add(p *Problem) {
	whole := p.Text
	p.Text = table.Shorten(p.Text)
	list, more := &l.errors, &l.moreErrors
	if p.Kind.Warning() {
		list, more = &l.warnings, &l.moreWarnings
	}
	// long texts may differ only at their ends
	key := problemKey{p.Kind, p.Source, p.Column, whole}
	if first, ok := l.rows[key]; ok {
		first.More++
		return
	}
	if l.countAlike(p) {
		return
	}
	if len(*list) >= maxProblems {
		*more++
		return
	}
	switch p.Kind {
	case UnknownMunicipal, Contradiction, TotalRow, RenamedMunicipality:
		// These are problems of a municipality. Its other rows have the same problem, and
		// are only counted.
		if l.rows == nil {
			l.rows = map[problemKey]*Problem{}
		}
		key.text = strings.Clone(whole)
		l.rows[key] = p
	}
	*list = append(*list, p)
}

// countAlike says whether so many similar problems were reported that this one is only
// counted.
func (l *problemList) countAlike(p *Problem) bool {
	few := fewAlike
	switch p.Kind {
	case UnknownMunicipal, Contradiction, RenamedMunicipality, TotalRow, TextColumn:
		few = fewOfNames
	case BadMapping, BadTable, ChosenValue:
		return false // each table has its own
	}
	key := alikeKey{p.Kind, p.Source, p.message.Phrase.EN}
	a := l.alike[key]
	if a == nil {
		if l.alike == nil {
			l.alike = map[alikeKey]*alike{}
		}
		a = &alike{}
		l.alike[key] = a
	}
	if a.told < few {
		a.told++
		a.last = p
		return false
	}
	a.last.Alike++
	if len(a.last.others) < fewPlaces {
		a.last.others = append(a.last.others, p)
	}
	return true
}

// dropUnknown removes the errors that only say that a name is no municipality. It returns
// the names, so that one message can cover them all. If they are few, they may be slips of
// the pen, and it keeps them. It returns nothing if other errors explain the names.
func (l *problemList) dropUnknown(source string) (names []string) {
	is := func(p *Problem) bool {
		return p.Source == source && p.Kind == UnknownMunicipal &&
			p.message.Phrase == unknownMunicipality
	}
	for _, p := range l.errors {
		switch {
		case is(p):
			names = append(names, p.Text)
		case p.Source == source && (p.Kind == UnknownMunicipal || p.Kind == Contradiction):
			return nil
		}
	}
	if len(names) > fewAlike {
		l.errors = slices.DeleteFunc(l.errors, is)
	}
	return names
}

// finish returns the problems in the order of their sources.
func (l *problemList) finish(sources []string) (errors, warnings Problems) {
	order := make(map[string]int, len(sources))
	for i, s := range sources {
		order[s] = i
	}
	bySource := func(a, b *Problem) int {
		return cmp.Or(cmp.Compare(order[a.Source], order[b.Source]), cmp.Compare(a.Row, b.Row))
	}
	slices.SortStableFunc(l.errors, bySource)
	slices.SortStableFunc(l.warnings, bySource)
	if l.moreErrors > 0 {
		l.errors = append(l.errors, &Problem{Kind: TooManyErrors,
			message: tooManyErrors.With(l.moreErrors)})
	}
	if l.moreWarnings > 0 {
		l.warnings = append(l.warnings, &Problem{Kind: TooManyWarnings,
			message: tooManyWarnings.With(l.moreWarnings)})
	}
	return l.errors, l.warnings
}

// Grouped returns the problems as people should see them. Sources with exactly the same
// problem share one entry, in the place of the first. So do sources that are dated by their
// names.
func (ps Problems) Grouped() []lang.Localized {
	type key struct {
		kind  Kind
		words string
	}
	of := map[key]*problemGroup{}
	var groups []*problemGroup
	for _, p := range ps {
		k := key{p.Kind, p.describeProblem(lang.English)}
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
	words := g.problems[0].describeProblem(l)
	if g.problems[0].message.Phrase == datedByFile {
		words = ": " + datedByFiles.With(table.ListSome(years)).In(l)
	}
	return names.In(l) + words
}
