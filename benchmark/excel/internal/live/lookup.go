package live

import (
	"fmt"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// lookupFirst is the first row below the headings of a data sheet.
const lookupFirst = 5

// How many columns stand before those of the areas. The key stands after all.
const (
	levelsAreas  = 2 // municipality and rule
	figuresAreas = 3 // municipality, year, and what the figure is
	gradesAreas  = 2 // municipality and code
)

// joinKey joins the labels by which a row of a data sheet is looked up. None of them
// contains the mark that stands between.
func joinKey(parts ...any) string {
	text := fmt.Sprint(parts[0])
	for _, p := range parts[1:] {
		text += keyMark + fmt.Sprint(p)
	}
	return text
}

const keyMark = " | "

// Lookups returns the sheets in which the live sheet looks things up. A missing figure
// stands as the mark for it, and never as an empty cell, which a formula would take for
// zero.
func (b *liveSheets) Lookups(v *Tables) []layout.Planned {
	shared := func(name lang.Phrase, lay func() *layout.Sheet) layout.Planned {
		return layout.Planned{Name: name.In(b.lang), Common: true, Lay: lay}
	}
	return []layout.Planned{
		shared(phrase.SheetLevels, func() *layout.Sheet { return b.layOutLevels(v) }),
		shared(phrase.SheetFigures, func() *layout.Sheet { return b.layOutFigures(v) }),
		shared(phrase.SheetGrades, func() *layout.Sheet { return b.layOutGrades(v) }),
		shared(phrase.SheetLists, func() *layout.Sheet { return b.layOutLists(v) }),
	}
}

// beginLookup begins a data sheet. After the first columns it has one for each area.
func (b *liveSheets) beginLookup(v *Tables, name lang.Phrase, title lang.Localized, lead string,
	rows int, widths []float64, headings ...lang.Phrase) *layout.Sheet {
	s := &layout.Sheet{
		Frame: layout.Frame{Header: lookupFirst - 1, Filter: rows, OneTable: true, Titles: 1,
			ColumnTitles: len(headings)},
		Fixed:  len(headings),
		Widths: slices.Clone(widths),
	}
	header := b.cell.Header(headings...)
	for _, a := range v.areas {
		words := a.model.Name
		if name != phrase.SheetGrades {
			words += ", " + phrase.UnitOf(a.model, b.lang)
		}
		header = append(header, layout.Heading(words, b.style.NumberHeader))
		s.Widths = append(s.Widths, ooxml.WordWidth(12, words))
	}
	s.KeepOnScreen()
	s.Rows = [][]any{{layout.Text(title.In(b.lang), b.style.Title)},
		{layout.Text(lead, b.style.Lead)}, nil, header}
	s.Rows[2] = []any{b.makeBackLink(s, 2)}
	s.FitHeadings()
	return s
}

// addKeyHeading ends the headings of a data sheet with that of the key.
func (b *liveSheets) addKeyHeading(s *layout.Sheet) {
	s.Rows[lookupFirst-2] = append(s.Rows[lookupFirst-2],
		b.cell.Words(phrase.ColumnKey, b.style.Header))
	s.Widths = append(s.Widths, 60)
}

// findRuleWidth returns how wide the column of rules is, in fine print.
func (v *Tables) findRuleWidth() float64 {
	longest := 0
	for _, rule := range v.rules {
		longest = max(longest, utf8.RuneCountInString(rule.label))
	}
	return 0.76*float64(longest) + 2
}

// layOutLevels lays out the sheet of every municipality's target levels under every rule.
func (b *liveSheets) layOutLevels(v *Tables) *layout.Sheet {
	s := b.beginLookup(v, phrase.SheetLevels, phrase.TitleLevels.With(v.years[0].label),
		phrase.LeadLevels.In(b.lang)+" "+layout.MissingNote.In(b.lang), len(v.names)*len(v.rules),
		[]float64{20, v.findRuleWidth()}, phrase.ColumnMunicipality, phrase.ColumnRule)
	b.addKeyHeading(s)
	s.Below = func(yield func([]any) bool) {
		for m, name := range v.names {
			for k, rule := range v.rules {
				cells := make([]any, 0, levelsAreas+len(v.areas)+1)
				cells = append(cells, layout.Text(name, b.style.Text),
					layout.Text(rule.label, b.style.Fine))
				for a := range v.areas {
					cells = append(cells, b.cell.Number(v.figures[m][a].levels[k], b.style.Kr))
				}
				if !yield(append(cells, layout.Text(joinKey(name, rule.label), b.style.Fine))) {
					return
				}
			}
		}
	}
	return s
}

// layOutFigures lays out the sheet of every municipality's figures by year, and its
// volumes.
func (b *liveSheets) layOutFigures(v *Tables) *layout.Sheet {
	s := b.beginLookup(v, phrase.SheetFigures, phrase.TitleFigures,
		phrase.LeadFigures.In(b.lang)+" "+layout.MissingNote.In(b.lang),
		len(v.names)*v.countFigureRows(), []float64{20, 11, 12}, phrase.ColumnMunicipality,
		phrase.ColumnYear, phrase.ColumnFigure)
	b.addKeyHeading(s)
	s.Rows[lookupFirst-2][1], s.Rows[lookupFirst-2][2] = b.cell.Words(phrase.ColumnYear,
		b.style.NumberHeader), b.cell.Words(phrase.ColumnFigure, b.style.AfterHeader)
	row := func(m int, year any, what lang.Phrase, of func(*liveFigure) float64) []any {
		word := what.In(b.lang)
		cells := make([]any, 0, figuresAreas+len(v.areas)+1)
		cells = append(cells, layout.Text(v.names[m], b.style.Text),
			excelize.Cell{StyleID: b.style.Whole, Value: year}, layout.Text(word, b.style.After))
		for a := range v.areas {
			cells = append(cells, b.cell.Number(of(&v.figures[m][a]), b.style.Kr))
		}
		return append(cells, layout.Text(joinKey(v.names[m], year, word), b.style.Fine))
	}
	s.Below = func(yield func([]any) bool) {
		for m := range v.names {
			for t, year := range v.years {
				if !yield(row(m, year.label, phrase.FigureActual,
					func(f *liveFigure) float64 { return f.actual[t] })) ||
					!yield(row(m, year.label, phrase.FigureExpect,
						func(f *liveFigure) float64 { return f.expected[t] })) {
					return
				}
			}
			if !yield(row(m, v.years[0].label, phrase.FigureVolume,
				func(f *liveFigure) float64 { return f.volume })) {
				return
			}
		}
	}
	return s
}

// layOutGrades lays out the sheet of how every municipality stands out, and the list of
// municipalities.
func (b *liveSheets) layOutGrades(v *Tables) *layout.Sheet {
	s := b.beginLookup(v, phrase.SheetGrades, phrase.TitleGrades.With(v.years[0].label),
		phrase.LeadGrades.In(b.lang), len(v.names), []float64{20, 8}, phrase.ColumnMunicipality,
		phrase.ColumnCode)
	for m, name := range v.names {
		cells := []any{layout.Text(name, b.style.Text),
			layout.Text(v.municipalities[m].Code, b.style.Text)}
		for a := range v.areas {
			cells = append(cells, layout.Text(b.describeGrade(&v.figures[m][a]), b.style.Right))
		}
		s.Rows = append(s.Rows, cells)
	}
	s.Ranges = []layout.Range{{Name: phrase.NameMunicipalities, Left: 0, Top: lookupFirst - 1,
		Right: 0, Bottom: lookupFirst - 2 + len(v.names)}}
	return s
}

// describeGrade says how an area stands out, and whether its figure is corrected.
func (b *liveSheets) describeGrade(f *liveFigure) string {
	words := phrase.GradeMarks[string(f.grade)].In(b.lang)
	if f.grade == benchmark.None {
		words = layout.Missing
		if f.expected[0] > 0 && !math.IsNaN(f.actual[0]) {
			words = phrase.GradeNone.In(b.lang)
		}
	}
	if !f.corrected {
		return words
	}
	return words + ", " + phrase.CorrectedMark.In(b.lang)
}

// layOutLists lays out the sheet of the rules and years that can be chosen.
func (b *liveSheets) layOutLists(v *Tables) *layout.Sheet {
	st := b.style
	s := &layout.Sheet{
		Frame:  layout.Frame{Header: lookupFirst - 1},
		Widths: []float64{90, 28, 12, 30},
	}
	s.Rows = [][]any{
		{layout.Text(phrase.TitleLists.In(b.lang), st.Title)},
		{layout.Text(phrase.LeadLists.In(b.lang), st.Lead)},
		nil,
		append(b.cell.Header(phrase.ColumnRule, phrase.ColumnForm),
			b.cell.NumberHeader(phrase.ColumnYear)...),
	}
	s.Rows[2] = []any{b.makeBackLink(s, 2)}
	s.Ranges = []layout.Range{
		{Name: phrase.NameRules, Left: 0, Top: lookupFirst - 1, Right: 0,
			Bottom: lookupFirst - 2 + len(v.rules)},
		{Name: phrase.NameYears, Left: 2, Top: lookupFirst - 1, Right: 2,
			Bottom: lookupFirst - 2 + len(v.years)},
	}
	for i := range max(len(v.rules), len(v.years)) {
		cells := []any{nil, nil, nil}
		if i < len(v.rules) {
			cells[0], cells[1] = layout.Text(v.rules[i].label,
				st.Text), layout.Text(v.rules[i].rule, st.Text)
		}
		if i < len(v.years) {
			cells[2] = excelize.Cell{StyleID: st.Whole, Value: v.years[i].label}
		}
		s.Rows = append(s.Rows, cells)
	}
	return s
}
