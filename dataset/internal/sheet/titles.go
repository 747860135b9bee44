package sheet

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// hasBlocks says whether titles divide the rows from the first one on, and name indicators
// rather than the region of the municipalities below.
func (g *grid) hasBlocks() bool {
	titled := false
	for row := g.header.row + 1; row < len(g.cells); row++ {
		if g.isTitle(row) && !g.namesPlace(row) {
			titled = titled || !g.isArea(g.findFirstText(row))
		} else if g.isFigureRow(row) {
			return titled
		}
	}
	return false
}

// isTitle says whether a row holds a single text, with a word in it.
func (g *grid) isTitle(row int) bool {
	return g.countTexts(row) == 1 && !g.isFigureRow(row) && strings.ContainsFunc(g.findFirstText(row),
		unicode.IsLetter)
}

// mostSpoken bounds how many texts around a table are looked at.
const mostSpoken = 20

// findSpoken returns the texts around a table that state a scale: above it, in its corner
// and below it. Only some of them are taken as the unit of the figures. If another one
// applies as well, the figures would be read too small.
func (g *grid) findSpoken() (texts []string) {
	add := func(row, column int) {
		text := g.textAt(row, column)
		if len(texts) < mostSpoken && text != "" && !slices.Contains(texts, text) &&
			unit.FindScale(text) != "" {
			texts = append(texts, text)
		}
	}
	whole := func(row int) {
		for c := range g.cells[row] {
			add(row, c)
		}
	}
	for row := range g.header.row {
		whole(row)
	}
	for _, c := range []int{g.place.code, g.place.name, g.keys.Year} {
		if !slices.Contains(g.columns.figures, c) {
			add(g.header.row, c)
		}
	}
	for row := len(g.cells) - 1; row > g.header.row && !g.isFigureRow(row); row-- {
		whole(row)
	}
	return texts
}

// takeTitle takes a row with a single text as the title of the rows below, or as the area
// that they are in.
func (b *maker) takeTitle(row int) {
	if !b.grid.isTitle(row) {
		return
	}
	switch title := b.grid.findFirstText(row); {
	case b.grid.isArea(title):
		if !slices.Contains(b.areas, title) {
			b.areas = append(b.areas, title)
		}
	case b.variables.block >= 0:
		b.carried.block = title
	case len(b.rows) > 0:
		b.strays = append(b.strays, row)
	}
}

// tellStrays reports rows with a single text among the figures of a table without blocks.
// Nothing says what they refer to, or whether the rows below belong to them.
func (b *maker) tellStrays() {
	g := b.grid
	column := cmp.Or(g.headingAt(g.place.name), g.headingAt(g.place.code))
	for _, row := range b.strays {
		b.tell(table.StrayTitle, table.Place{Row: row + 1, Column: column}, g.findFirstText(row),
			lang.Message{})
	}
	b.strays = nil
}

// isArea says whether a title names a country, region or group. It then heads the
// municipalities in it, and is not the name of an indicator.
func (g *grid) isArea(title string) bool {
	verdict := g.options.Places.Find("", title)
	return verdict == table.Whole
}

// tellAreas reports the titles that were passed over.
func (b *maker) tellAreas() {
	if len(b.areas) > 0 {
		b.tell(table.PassedOver, table.Place{}, strings.Join(b.areas, ", "),
			areasPassed.With(table.ListSome(b.areas)))
	}
}

// findPeriods finds the columns of periods. They have headings such as "2024" or "2024
// Elever", or, if several have the same name, "Regnskab 2023" and "Regnskab 2024". A table
// with a column of years has no columns of periods.
func (g *grid) findPeriods(width int) {
	g.time.headings = make([]table.Heading, width)
	if g.keys.Year >= 0 || g.time.inTitles {
		return
	}
	headings := make([]string, width)
	for c := range width {
		headings[c] = g.headingAt(c)
	}
	g.time.headings = table.ReadHeadings(headings)
}
