package sheet

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// findColumns tells the columns of figures from those of text.
func (g *grid) findColumns(first int) {
	width := 0
	for _, row := range g.cells[g.header.row:min(len(g.cells), g.header.row+lookAhead)] {
		width = max(width, len(row))
	}
	if g.options.isText() { // a field further right is shifted
		width = g.measureHeader()
	}
	k := &g.keys
	g.findUnitColumn(first, width)
	g.findUnits(first)
	isKey := map[int]bool{g.place.code: true, g.place.name: true, k.Code: true, k.Name: true,
		k.Year: true, k.Indicator: true, k.Region: true, k.Group: true}
	rows := g.findPlaceRows(first)
	if k.Year < 0 {
		k.Year = g.findYears(rows, width, isKey)
		isKey[k.Year] = true
	}
	unnamed := g.hasUnnamed(first)
	repeated := unnamed || g.countRepeats(first, nil) > 0
	g.time.inTitles = k.Year < 0 && g.hasYearTitles()
	g.findPeriods(width)
	account := g.findAccounts(rows, width, isKey)
	var years, others []int
	for c := range width {
		if isKey[c] {
			continue
		}
		if c == account {
			g.columns.texts = append(g.columns.texts, c)
			continue
		}
		if account >= 0 && g.followsAccount(rows, c, account) {
			if !g.own.is { // what a finance system always writes needs no word
				g.columns.ignored = append(g.columns.ignored, c)
			}
			continue
		}
		numbers, words := g.countNumbers(rows, c)
		switch {
		case g.time.headings[c].Period != "":
			years = append(years, c)
		case c == k.Unit && k.Indicator >= 0, g.units.column == c:
		case c == k.Unit && g.units.differ:
			g.columns.texts = append(g.columns.texts, c)
		case numbers == 0 && words == 0:
		case numbers >= words:
			others = append(others, c)
		case repeated && (k.Indicator < 0 || !unnamed) &&
			(g.headingAt(c) != "" || len(years)+len(others) == 0):
			g.columns.texts = append(g.columns.texts, c)
		case g.headingAt(c) != "":
			g.columns.ignored = append(g.columns.ignored, c)
		}
	}
	others = g.takeCategories(first, others, len(years) > 0 && k.Year < 0, unnamed, repeated)
	switch {
	case k.Indicator >= 0 && k.Value >= 0:
		g.columns.figures = []int{k.Value}
	case len(years) > 0 && k.Year < 0 && !g.time.inTitles:
		g.columns.figures, g.time.across, g.columns.undated = years, true, others
	default:
		g.columns.figures = others
	}
	g.dropUnnamed()
}

// countNumbers counts the cells of a column that may be figures, and those that are words.
func (g *grid) countNumbers(rows []int, c int) (numbers, words int) {
	for _, row := range rows {
		switch text := g.textAt(row, c); {
		case text == "":
		case mayBeFigure(text):
			numbers++
		default:
			words++
		}
	}
	return numbers, words
}

// mayBeFigure says whether a text is a number, a mark for a missing one, a formula, or what
// a spreadsheet program writes for a formula that went wrong. Since the decimal mark is not
// known yet, either will do.
func mayBeFigure(text string) bool {
	_, danish := unit.DanishMarks().Parse(text)
	_, english := unit.EnglishMarks().Parse(text)
	switch {
	case danish == unit.Number, danish == unit.Percent, danish == unit.Missing,
		danish == unit.Infinite, english == unit.Number, english == unit.Percent:
		return true
	}
	return text[0] == '=' || text[0] == '#'
}

// measureHeader returns how many fields the header of separated text has, or a longer row
// above it that divides its columns.
func (g *grid) measureHeader() int {
	width := len(g.cells[g.header.row])
	for _, row := range g.header.upper {
		width = max(width, len(g.cells[row]))
	}
	return width
}

// dropUnnamed leaves out columns of figures without a heading, if other columns have one.
// The title may name a single column.
func (g *grid) dropUnnamed() {
	if g.time.across || g.keys.Indicator >= 0 {
		return
	}
	var named []int
	for _, c := range g.columns.figures {
		above := ""
		if len(g.header.upper) > 0 {
			above = g.textAt(g.header.upper[0], c)
		}
		if g.headingAt(c)+above != "" {
			named = append(named, c)
		}
	}
	if len(named) == 0 && len(g.columns.figures) < 2 {
		return
	}
	for _, c := range g.columns.figures {
		if !slices.Contains(named, c) {
			g.columns.unnamed = append(g.columns.unnamed, c)
		}
	}
	g.columns.figures = named
}

// findUnitColumn takes a column as the column of units if it holds nothing but units of
// amounts, whatever its heading.
func (g *grid) findUnitColumn(first, width int) {
	for c := 0; c < width && g.keys.Unit < 0; c++ {
		var texts []string
		for _, row := range g.findPlaceRows(first) {
			if text := g.textAt(row, c); text != "" {
				texts = append(texts, text)
			}
		}
		if c != g.place.code && c != g.place.name && unit.AreAmounts(texts) {
			g.keys.Unit = c
		}
	}
}

// findUnits looks through a column of units. A single unit applies to the whole table. If
// there are several, each applies to its rows.
func (g *grid) findUnits(first int) {
	g.units.column = -1
	if g.keys.Unit < 0 || g.keys.Indicator >= 0 {
		return
	}
	found := map[string]bool{}
	for row := first; row < len(g.cells); row++ {
		if text := g.textAt(row, g.keys.Unit); text != "" && g.hasPlace(row) {
			found[text] = true
		}
	}
	are, strange := unit.AreUnits(found)
	if g.units.strange = strange; !are { // they may be departments
		g.units.others = slices.Sorted(maps.Keys(found))
		return
	}
	if g.units.differ = len(found) > 1; !g.units.differ {
		g.units.column = g.keys.Unit
		for g.units.said = range found { // there is only one
		}
	}
}

// tellUnits returns faults for texts in a column of units that are no units, or may be.
func (g *grid) tellUnits() (faults []table.Fault) {
	if strange := g.units.strange; strange != "" {
		faults = append(faults, table.Fault{
			Kind: table.BadUnit, Place: g.findHeaderPlace(g.keys.Unit), Text: strange,
			Message: table.UnknownUnit(table.Shorten(strange), strange),
		})
	}
	for _, text := range g.units.others {
		faults = append(faults, table.Fault{Kind: table.MayBeUnit, Text: text})
	}
	return faults
}

// findHeaderPlace returns where the heading of a column stands.
func (g *grid) findHeaderPlace(column int) table.Place {
	return table.Place{Row: g.header.row + 1, Column: g.headingAt(column)}
}

// findYears returns the column of years, or -1. Such a column has the heading of one, or
// holds dates or parts of years.
func (g *grid) findYears(rows []int, width int, isKey map[int]bool) int {
	for c := range width {
		name := g.headingAt(c)
		if isKey[c] || table.ReadHeading(name).Period != "" {
			continue
		}
		periods, divided, others := 0, false, 0
		for _, row := range rows {
			text := g.textAt(row, c)
			switch p, ok := table.ParsePeriod(text); {
			case ok:
				periods++
				divided = divided || p.Of > 0
			case text != "":
				others++
			}
		}
		if periods > 0 && others == 0 &&
			(divided || table.RoleNamed(name) == table.Time || name == "" && g.isAside(c)) {
			return c
		}
	}
	return -1
}

// findAccounts returns the column of accounts, or -1. Its heading and its cells tell.
// Accounts are numbers of a chart, and never figures.
func (g *grid) findAccounts(rows []int, width int, isKey map[int]bool) int {
	for c := range width {
		if isKey[c] || !table.NamesAccounts(g.headingAt(c)) {
			continue
		}
		accounts, others := 0, 0
		for _, row := range rows {
			switch text := g.textAt(row, c); {
			case table.IsAccount(text):
				accounts++
			case text != "":
				others++
			}
		}
		if accounts > 0 && others == 0 {
			return c
		}
	}
	return -1
}

// besideAccounts are the headings of columns that say which part of the chart an account
// belongs to, or what it is called.
var besideAccounts = map[string]bool{
	"hovedkonto": true, "hovedfunktion": true, "hovedområde": true, "hk": true,
	"tekst": true, "navn": true, "kontonavn": true, "funktionsnavn": true,
	"betegnelse": true, "beskrivelse": true, "text": true, "main account": true,
	"main function": true, "hovedkontonr": true, "funktionstekst": true, "kontotekst": true,
}

// followsAccount says whether a column only says which part of the chart an account belongs
// to, or what it is called. All rows of an account then have the same text in it.
func (g *grid) followsAccount(rows []int, c, account int) bool {
	if !besideAccounts[strings.TrimSuffix(unit.Fold(g.headingAt(c)), ".")] {
		return false
	}
	if g.own.is { // rows of one account are its parts, whatever they are called
		return true
	}
	of := map[string]string{}
	for _, row := range rows {
		number, text := g.textAt(row, account), g.textAt(row, c)
		if before, seen := of[number]; seen && before != text {
			return false
		}
		of[number] = text
	}
	return true
}

// isAside says whether a column stands to the left of the municipalities. A year in such a
// column without a heading applies to its row and the rows below.
func (g *grid) isAside(column int) bool {
	return (g.place.name < 0 || column < g.place.name) && (g.place.code < 0 || column < g.place.code)
}

// hasYearTitles says whether years stand alone in rows between the others, the first of
// them above the first municipality.
func (g *grid) hasYearTitles() bool {
	years := 0
	for row := g.header.row + 1; row < len(g.cells); row++ {
		if _, ok := g.readYearTitle(row); ok {
			years++
		} else if g.namesPlace(row) && years == 0 {
			return false
		}
	}
	return years > 0
}

// readYearTitle returns the year that stands alone in a row.
func (g *grid) readYearTitle(row int) (period string, ok bool) {
	if g.countTexts(row) != 1 {
		return "", false
	}
	text := g.findFirstText(row)
	word, rest, found := strings.Cut(text, " ")
	if found && table.RoleNamed(strings.Trim(word, ":")) == table.Time {
		text = strings.TrimSpace(rest)
	}
	_, ok = table.ParsePeriod(text)
	return text, ok
}

// hasUnnamed says whether rows without a municipality follow a row with one. They belong to
// the same municipality.
func (g *grid) hasUnnamed(first int) bool {
	for row := first; row < min(len(g.cells), first+lookAhead); row++ {
		if g.hasPlace(row) {
			continue
		}
		numbers, words := 0, 0
		for c := range g.cells[row] {
			switch _, v := unit.DanishMarks().Parse(g.formatNumber(g.cells[row][c])); {
			case g.textAt(row, c) == "":
			case v == unit.Number || g.cells[row][c].Number:
				numbers++
			default:
				words++
			}
		}
		if numbers > 0 && words > 0 {
			return true
		}
	}
	return false
}

// findMarks finds out the marks of numbers that are stored as text.
func (g *grid) findMarks(first int) {
	e := &g.numbers.evidence
	for _, row := range g.cells[first:min(len(g.cells), first+lookedAt)] {
		for _, c := range g.columns.figures {
			if c < len(row) && !row[c].Number {
				e.Look(row[c].Text)
			}
		}
	}
	g.numbers.marks, _ = e.Settle(';')
}

// formatNumber returns the text of a cell without the per cent sign. If it is a number,
// it has a decimal point.
func (g *grid) formatNumber(cell Cell) string {
	text, _ := unit.CutPercent(strings.TrimSpace(cell.Text))
	if cell.Number || text == "" {
		return text
	}
	if v, verdict := g.numbers.marks.Parse(text); verdict == unit.Number {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return text
}

// formatFigure returns the text of a cell. If it is a number, it has a decimal point, and
// a per cent sign if it is shown with one.
func (g *grid) formatFigure(cell Cell) string {
	text := g.formatNumber(cell)
	if _, percent := unit.CutPercent(strings.TrimSpace(cell.Text)); percent || cell.Percent {
		text += "%"
	}
	return text
}
