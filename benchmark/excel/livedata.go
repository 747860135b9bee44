package excel

import (
	"fmt"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// lookupFirst is the first row below the headings of a data sheet.
const lookupFirst = 5

// Columns before the areas', from 0; the key stands after them.
const (
	levelsAreas  = 2 // municipality, rule
	figuresAreas = 3 // municipality, year, what it is
	gradesAreas  = 2 // municipality, code
)

// key joins what a row of a data sheet is looked up by. None of the labels has
// the mark between them.
func key(parts ...any) string {
	text := fmt.Sprint(parts[0])
	for _, p := range parts[1:] {
		text += keyMark + fmt.Sprint(p)
	}
	return text
}

const keyMark = " | "

// lookupSheets are the sheets that the live sheet looks up in. A figure that is
// missing stands as the mark for it, and never as an empty cell, which a
// formula would take for zero.
func (b *book) lookupSheets(v *live) []planned {
	return []planned{
		b.shared(sheetLevels, func() *sheet { return b.levels(v) }),
		b.shared(sheetFigures, func() *sheet { return b.figuresByYear(v) }),
		b.shared(sheetGrades, func() *sheet { return b.grades(v) }),
		b.shared(sheetLists, func() *sheet { return b.lists(v) }),
	}
}

// lookup begins a data sheet, with a column for each area after the first ones.
func (b *book) lookup(v *live, name lang.Phrase, title lang.Localized, lead string, rows int, widths []float64, headings ...lang.Phrase) *sheet {
	s := &sheet{
		frame:  frame{header: lookupFirst - 1, filter: rows, oneTable: true, titles: 1, columnTitles: len(headings), printed: len(headings) + len(v.areas)},
		fixed:  len(headings),
		widths: slices.Clone(widths),
	}
	header := b.cell.header(headings...)
	for _, a := range v.areas {
		words := a.model.Name
		if name != sheetGrades {
			words += ", " + b.unit(a.model)
		}
		header = append(header, named(words, b.style.numberHeader))
		s.widths = append(s.widths, ooxml.WordWidth(12, words))
	}
	s.spreadPages()
	s.rows = [][]any{{text(title.In(b.lang), b.style.title)}, {text(lead, b.style.lead)}, nil, header}
	s.rows[2] = []any{b.back(s, 2)}
	s.fitHeadings()
	return s
}

// keyed ends the headings of a data sheet with that of the key.
func (b *book) keyed(s *sheet) {
	s.rows[lookupFirst-2] = append(s.rows[lookupFirst-2], b.cell.words(columnKey, b.style.header))
	s.widths = append(s.widths, 60)
}

// ruleWidth is how wide the column of rules is, in fine print.
func (v *live) ruleWidth() float64 {
	longest := 0
	for _, rule := range v.rules {
		longest = max(longest, utf8.RuneCountInString(rule.label))
	}
	return 0.76*float64(longest) + 2
}

// levels is the sheet of every municipality's target levels under every rule.
func (b *book) levels(v *live) *sheet {
	s := b.lookup(v, sheetLevels, titleLevels.With(v.years[0].label), leadLevels.In(b.lang)+" "+missingNote.In(b.lang), len(v.names)*len(v.rules), []float64{20, v.ruleWidth()}, columnMunicipality, columnRule)
	b.keyed(s)
	s.each = len(v.rules)
	s.below = func(yield func([]any) bool) {
		for m, name := range v.names {
			for k, rule := range v.rules {
				cells := make([]any, 0, levelsAreas+len(v.areas)+1)
				cells = append(cells, text(name, b.style.text), text(rule.label, b.style.fine))
				for a := range v.areas {
					cells = append(cells, b.cell.number(v.figures[m][a].levels[k], b.style.kr))
				}
				if !yield(append(cells, text(key(name, rule.label), b.style.fine))) {
					return
				}
			}
		}
	}
	return s
}

// figuresByYear is the sheet of every municipality's figures by year, and its
// volumes.
func (b *book) figuresByYear(v *live) *sheet {
	s := b.lookup(v, sheetFigures, titleFigures, leadFigures.In(b.lang)+" "+missingNote.In(b.lang), len(v.names)*v.figureRows(), []float64{20, 11, 12}, columnMunicipality, columnYear, columnFigure)
	b.keyed(s)
	s.each = v.figureRows()
	s.rows[lookupFirst-2][1], s.rows[lookupFirst-2][2] = b.cell.words(columnYear, b.style.numberHeader), b.cell.words(columnFigure, b.style.afterHeader)
	row := func(m int, year any, what lang.Phrase, of func(*liveFigure) float64) []any {
		word := what.In(b.lang)
		cells := make([]any, 0, figuresAreas+len(v.areas)+1)
		cells = append(cells, text(v.names[m], b.style.text), excelize.Cell{StyleID: b.style.whole, Value: year}, text(word, b.style.after))
		for a := range v.areas {
			cells = append(cells, b.cell.number(of(&v.figures[m][a]), b.style.kr))
		}
		return append(cells, text(key(v.names[m], year, word), b.style.fine))
	}
	s.below = func(yield func([]any) bool) {
		for m := range v.names {
			for t, year := range v.years {
				if !yield(row(m, year.label, figureActual, func(f *liveFigure) float64 { return f.actual[t] })) ||
					!yield(row(m, year.label, figureExpect, func(f *liveFigure) float64 { return f.expected[t] })) {
					return
				}
			}
			if !yield(row(m, v.years[0].label, figureVolume, func(f *liveFigure) float64 { return f.volume })) {
				return
			}
		}
	}
	return s
}

// grades is the sheet of how every municipality stands out, and the list of
// municipalities.
func (b *book) grades(v *live) *sheet {
	s := b.lookup(v, sheetGrades, titleGrades.With(v.years[0].label), leadGrades.In(b.lang), len(v.names), []float64{20, 8}, columnMunicipality, columnCode)
	for m, name := range v.names {
		cells := []any{text(name, b.style.text), text(v.municipalities[m].Code, b.style.text)}
		for a := range v.areas {
			cells = append(cells, text(b.standsOut(&v.figures[m][a]), b.style.right))
		}
		s.rows = append(s.rows, cells)
	}
	s.ranges = []namedRange{{nameMunicipalities, 0, lookupFirst - 1, 0, lookupFirst - 2 + len(v.names)}}
	return s
}

// standsOut is how an area stands out, and whether its figure is corrected.
func (b *book) standsOut(f *liveFigure) string {
	words := gradeMarks[string(f.grade)].In(b.lang)
	if f.grade == benchmark.None {
		words = missing
		if f.expected[0] > 0 && !math.IsNaN(f.actual[0]) {
			words = gradeNone.In(b.lang)
		}
	}
	if !f.corrected {
		return words
	}
	return words + ", " + correctedMark.In(b.lang)
}

// lists is the sheet of the rules and years that can be chosen.
func (b *book) lists(v *live) *sheet {
	st := b.style
	s := &sheet{
		frame:  frame{header: lookupFirst - 1},
		widths: []float64{90, 28, 12, 30},
	}
	s.rows = [][]any{
		{text(titleLists.In(b.lang), st.title)},
		{text(leadLists.In(b.lang), st.lead)},
		nil,
		append(b.cell.header(columnRule, columnForm), b.cell.numberHeader(columnYear)...),
	}
	s.rows[2] = []any{b.back(s, 2)}
	s.ranges = []namedRange{
		{nameRules, 0, lookupFirst - 1, 0, lookupFirst - 2 + len(v.rules)},
		{nameYears, 2, lookupFirst - 1, 2, lookupFirst - 2 + len(v.years)},
	}
	for i := range max(len(v.rules), len(v.years)) {
		cells := []any{nil, nil, nil}
		if i < len(v.rules) {
			cells[0], cells[1] = text(v.rules[i].label, st.text), text(v.rules[i].rule, st.text)
		}
		if i < len(v.years) {
			cells[2] = excelize.Cell{StyleID: st.whole, Value: v.years[i].label}
		}
		s.rows = append(s.rows, cells)
	}
	return s
}
