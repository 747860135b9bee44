package dataset

import (
	"strings"
	"unicode"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
)

// place is the municipality that a code and a name mean.
type place struct {
	municipality int
	ok           bool
	kind         Kind         // the problem if not ok, or else a warning; 0: neither
	message      lang.Message // what the problem says
	text         string
}

// places finds the municipalities that the rows of a source belong to.
type places struct {
	sink    *sink
	known   map[[2]string]*place // the place of each code and name met so far
	lastKey [2]string            // the code and name of the row before,
	last    *place               // and their place

	strangers, totals int  // strangers counts rows of unknown municipalities, totals rows of none
	ended             bool // there are too many municipalities, and reading has stopped
}

func newPlaces(s *sink) *places {
	return &places{sink: s, known: map[[2]string]*place{}}
}

// findPlace returns the position of a row's municipality. It reports why a row has none. A
// row of a total has none either, and is left out.
func (f *places) findPlace(code, name string, row int, column string) (municipality int, ok,
	total bool) {
	key := [2]string{code, name}
	if f.last == nil || key != f.lastKey {
		p, seen := f.known[key]
		if !seen {
			// Each code and name is looked up once and kept.
			if len(f.known) >= table.MaxValues && f.sink.hasRegister() && !f.ended {
				f.sink.tellProblem(TooLarge, row, column, strings.TrimSpace(code+" "+name),
					tooManyPlaces.With(table.MaxValues))
				f.ended = true
			}
			found := f.identifyPlace(code, name)
			p = &found
			key = [2]string{strings.Clone(code), strings.Clone(name)}
			f.known[key] = p
		}
		f.lastKey, f.last = key, p
	}
	p := f.last
	if p.message.Phrase != (lang.Phrase{}) {
		f.sink.tellProblem(p.kind, row, column, p.text, p.message)
		switch p.kind {
		case UnknownMunicipal, Contradiction:
			f.strangers++
		case TotalRow:
			f.totals++
		}
	}
	return p.municipality, p.ok, p.kind == TotalRow
}

func (f *places) identifyPlace(code, name string) place {
	p, _ := f.explainPlace(code, name)
	return p
}

// explainPlace returns what a code and a name mean. explained says whether the register
// knows why they mean no municipality.
func (f *places) explainPlace(code, name string) (p place, explained bool) {
	code, name = dropInvisible(code), dropInvisible(name)
	text := strings.TrimSpace(code + " " + name)
	if text == "" {
		return place{kind: NoMunicipality, message: noMunicipality.With()}, false
	}
	m, verdict := f.sink.register.Find(code, name)
	if e, ok := f.sink.register.(Explainer); ok && (verdict == Unknown || verdict == Contradicts) {
		if why, ok := e.Explain(code, name); ok {
			return place{kind: UnknownMunicipal, text: text, message: why}, true
		}
	}
	return f.judgePlace(m, verdict, code, name, text), false
}

// dropInvisible takes out characters that nobody sees, such as a space of no width. They
// would make two names of one.
func dropInvisible(text string) string {
	if strings.IndexFunc(text, isInvisible) < 0 {
		return text
	}
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if isInvisible(r) {
			return -1
		}
		return r
	}, text))
}

func isInvisible(r rune) bool { return r > unicode.MaxASCII && unicode.Is(unicode.Cf, r) }

// judgePlace turns a register's verdict into a place.
func (f *places) judgePlace(m Municipality, verdict Verdict, code, name, text string) place {
	switch verdict {
	case Total:
		return place{kind: TotalRow, text: text, message: totalRow.With(table.Shorten(text))}
	case Contradicts:
		if name == "" || code == "" { // one text holds both
			code, name, _ = strings.Cut(text, " ")
		}
		message := contradiction.With(table.Shorten(code), table.Shorten(name))
		byCode, one := f.sink.register.Find(code, "")
		byName, two := f.sink.register.Find("", name)
		if one == Known && two == Known {
			message = contradictionOf.With(table.Shorten(code), byCode.Name, table.Shorten(name),
				byName.Code)
		}
		return place{kind: Contradiction, text: text, message: message}
	case Unknown:
		asked := name
		if asked == "" {
			asked = code
		}
		return place{kind: UnknownMunicipal, text: text,
			message: unknownMunicipality.With(table.Shorten(text), nearest{strings.Clone(asked),
				f.sink.register})}
	}
	return f.adoptMunicipality(m, text)
}

// nearest suggests the municipalities that a name may have been meant for. The search runs
// when the suggestion is printed, because most suggestions never are.
type nearest struct {
	name     string
	register Register
}

// In returns the nearest names in words. The last word of a longer name may only say that
// it is a municipality, as in "Viborgg Kommune", so the name is tried without it too.
func (n nearest) In(l lang.Language) string {
	names := n.register.Names()
	near := lang.Suggest(n.name, names)
	if words := strings.Fields(n.name); len(near) == 0 && len(words) > 1 {
		near = lang.Suggest(strings.Join(words[:len(words)-1], " "), names)
	}
	return near.In(l)
}

// adoptMunicipality returns the place of a municipality that the register found for some
// text.
func (f *places) adoptMunicipality(m Municipality, text string) place {
	if i, ok := f.sink.builder.codes[m.Code]; ok {
		p := place{municipality: i, ok: true}
		switch first := &f.sink.builder.municipalities[i]; {
		case first.Name == first.Code: // it went by its code until now
			first.Name = strings.Clone(m.Name)
		case m.Name != m.Code && first.Name != m.Name:
			p.kind, p.text = RenamedMunicipality, text
			p.message = renamed.With(table.Shorten(m.Code), table.Shorten(m.Name),
				table.Shorten(first.Name))
		}
		return p
	}
	m.Code, m.Name = strings.Clone(m.Code), strings.Clone(m.Name)
	i := f.sink.builder.ensureMunicipality(m.Code)
	f.sink.builder.municipalities[i] = m
	return place{municipality: i, ok: true}
}

// describeMunicipality adds the region and group that a row states to a municipality.
func (f *places) describeMunicipality(municipality int, region, group string) {
	m := &f.sink.builder.municipalities[municipality]
	if m.Region == "" && region != "" {
		m.Region = strings.Clone(region)
	}
	if m.Group == "" && group != "" {
		m.Group = strings.Clone(group)
	}
}
