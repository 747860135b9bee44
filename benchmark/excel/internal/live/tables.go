package live

import (
	"math"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// mostLive is how many municipalities a live sheet is made for. Among more, the sheets of
// levels would be nearly all of the file.
const mostLive = 2000

// standing says how an area stands to the sum.
type standing int

const (
	// People choose whether the area is in the sum.
	chosen standing = iota
	// The area is a part of another, which stands for it in the sum.
	inWhole
	// The area's parts stand for it in the sum: it has no expected level, or it is all service.
	inParts
)

// Tables holds what the live sheet looks up: the figures of every municipality under every
// rule and in every year, with the labels by which they are chosen. It is the same in all
// workbooks of a report.
type Tables struct {
	areas          []liveArea
	municipalities []dataset.Municipality
	names          []string // the municipalities' labels
	rules          []liveRule
	years          []liveYear     // the year compared comes first
	figures        [][]liveFigure // by municipality, and then by area as in areas
}

// Position returns where a municipality stands among all. It is the first place if it is
// not among them.
func (v *Tables) Position(code string) int {
	return max(0, slices.IndexFunc(v.municipalities,
		func(m dataset.Municipality) bool { return m.Code == code }))
}

// countFigureRows returns how many rows a municipality has on the sheet of figures: two for
// each year, and one for the volume.
func (v *Tables) countFigureRows() int { return 1 + 2*len(v.years) }

// liveArea is an area as it stands on the live sheet, parts below their whole.
type liveArea struct {
	model    *benchmark.Model
	standing standing
	isInSum  bool  // to begin with; those of service that the report adds up
	depth    int   // 0: a part of no other
	whole    int   // the position of the area that it is a part of; -1: none
	parts    []int // the positions of its parts
}

// liveRule is a target rule, as plans write it and in words. An empty rule is each area's
// own.
type liveRule struct{ rule, label string }

// liveYear is a year that can be shown, or the years compared.
type liveYear struct {
	year  int // 0: what is compared
	label any // a number, or a text where it is no single year
}

// liveFigure holds the figures of one municipality in one area.
type liveFigure struct {
	volume           float64
	grade            benchmark.Grade
	corrected        bool
	levels           []float64 // the target levels, by rule
	actual, expected []float64 // by year
	lasted           *benchmark.Persistence
}

// NewTables returns what the live sheet looks up. It is nil if there is nothing to look up,
// or too much.
func NewTables(r *benchmark.Report, sensitivity *benchmark.Sensitivity, l lang.Language) *Tables {
	v := &Tables{municipalities: r.AllMunicipalities()}
	if len(v.municipalities) == 0 || len(v.municipalities) > mostLive || len(r.Models) == 0 {
		return nil
	}
	names := make([]string, len(v.municipalities))
	position := make(map[string]int, len(names))
	for i, m := range v.municipalities {
		names[i], position[m.Code] = m.Name, i
	}
	v.names = ooxml.Labels(names, phrase.PrefixMunicipality.In(l))
	v.orderAreas(r)
	at := make(map[string]int, len(v.areas))
	for i, a := range v.areas {
		at[a.model.Area] = i
	}
	v.findRules(r, sensitivity, l)
	v.figures = make([][]liveFigure, len(names))
	for i := range v.figures {
		v.figures[i] = make([]liveFigure, len(v.areas))
	}
	for row := range r.Rows() {
		v.figures[position[row.Municipality]][at[row.Area]] = v.makeFigure(&row,
			sensitivity.Targets(&row))
	}
	v.findYears(r, l)
	return v
}

// makeFigure takes from a row what the live sheet looks up.
func (v *Tables) makeFigure(row *benchmark.Row, targets []benchmark.Target) liveFigure {
	f := liveFigure{
		volume: row.Volume, grade: row.Grade,
		corrected: slices.Contains(row.Reservations, benchmark.Corrected),
		levels:    make([]float64, len(v.rules)),
		actual:    []float64{row.Actual}, expected: []float64{row.Expected.Level},
		lasted: row.Persistence,
	}
	for k, rule := range v.rules {
		f.levels[k] = math.NaN() // another area's own rule
		if rule.rule == "" {
			f.levels[k] = row.Target.Level
		}
		for _, t := range targets {
			if t.Rule == rule.rule {
				f.levels[k] = t.Level
			}
		}
	}
	return f
}

// orderAreas puts the areas in the plan's order, but parts right below their whole, and finds
// how each stands to the sum.
func (v *Tables) orderAreas(r *benchmark.Report) {
	var add func(whole string, at, depth int)
	add = func(whole string, at, depth int) {
		for i := range r.Models {
			m := &r.Models[i]
			if m.PartOf != whole && !(whole == "" && r.Model(m.PartOf) == nil) {
				continue
			}
			here := len(v.areas)
			a := liveArea{model: m, standing: findStanding(r, m), depth: depth, whole: at}
			if at >= 0 && v.areas[at].standing != inParts {
				a.standing = inWhole
			}
			a.isInSum = a.standing == chosen && !m.NotService && r.AddsUp(m)
			v.areas = append(v.areas, a)
			if at >= 0 {
				v.areas[at].parts = append(v.areas[at].parts, here)
			}
			add(m.Area, here, depth+1)
		}
	}
	add("", -1, 0)
}

// findStanding says how an area that is a part of no other stands to the sum.
func findStanding(r *benchmark.Report, m *benchmark.Model) standing {
	if m.Whole || !m.Fitted() && hasFittedPart(r, m) {
		return inParts
	}
	return chosen
}

// hasFittedPart says whether any part of an area, or any part of its parts, has an expected
// level.
func hasFittedPart(r *benchmark.Report, whole *benchmark.Model) bool {
	return slices.ContainsFunc(r.Models, func(m benchmark.Model) bool {
		return m.PartOf == whole.Area && (m.Fitted() || hasFittedPart(r, &m))
	})
}

// findRules finds the rules that can be chosen. If the areas have different rules, the
// first choice is each area's own.
func (v *Tables) findRules(r *benchmark.Report, sensitivity *benchmark.Sensitivity,
	l lang.Language) {
	var words []string
	if _, same := v.findOwnRule(r); !same {
		v.rules, words = append(v.rules, liveRule{}), append(words, phrase.EachOwnRule.In(l))
	}
	for _, rule := range sensitivity.Rules() {
		v.rules, words = append(v.rules, liveRule{rule: rule}), append(words,
			target.InWords(rule, l))
	}
	for i, label := range ooxml.Labels(words, phrase.PrefixRule.In(l)) {
		v.rules[i].label = label
	}
}

// findOwnRule returns the rule that all areas of the plan share. It reports false if they
// differ.
func (v *Tables) findOwnRule(r *benchmark.Report) (rule string, same bool) {
	for i, a := range r.Plan.Areas {
		text := a.Target
		if parsed, err := target.Parse(a.Target); err == nil {
			text = parsed.String()
		}
		if i > 0 && text != rule {
			return "", false
		}
		rule = text
	}
	return rule, true
}

// findStart returns the position of the rule that is chosen at first.
func (v *Tables) findStart(r *benchmark.Report) int {
	rule, _ := v.findOwnRule(r)
	return max(0, slices.IndexFunc(v.rules, func(k liveRule) bool { return k.rule == rule }))
}

// findYears finds the years that can be shown: the years compared, and the single years
// before them that differences are followed back through.
func (v *Tables) findYears(r *benchmark.Report, l lang.Language) {
	compared := liveYear{label: r.Year}
	switch {
	case r.Year == dataset.Undated:
		compared.label = phrase.NoYear.In(l)
	case len(r.Years) > 1: // with a dash, for with a hyphen it could be a sum
		compared.label = strconv.Itoa(r.Years[0]) + "–" + strconv.Itoa(r.Year)
	}
	var years []int
	for _, figures := range v.figures {
		for _, f := range figures {
			if f.lasted == nil {
				continue
			}
			for _, y := range f.lasted.Years {
				if y.Year != r.Year || len(r.Years) > 1 {
					years = append(years, y.Year)
				}
			}
		}
	}
	slices.Sort(years)
	years = slices.Compact(years)
	slices.Reverse(years)
	v.years = []liveYear{compared}
	for _, year := range years {
		v.years = append(v.years, liveYear{year, year})
	}
	for m := range v.figures {
		for a := range v.figures[m] {
			v.figures[m][a].followBack(years)
		}
	}
}

// followBack adds the figures of earlier years.
func (f *liveFigure) followBack(years []int) {
	for _, year := range years {
		actual, expected := math.NaN(), math.NaN()
		if f.lasted != nil {
			for _, y := range f.lasted.Years {
				if y.Year == year {
					actual, expected = y.Actual, y.Expected
				}
			}
		}
		f.actual, f.expected = append(f.actual, actual), append(f.expected, expected)
	}
}
