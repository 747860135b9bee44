package sheet

import (
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// A table with one figure a row may have columns that say what the figure is about: an age,
// an owner, an account. Such columns hold words or whole numbers. Other columns describe
// the place, such as its region, or remark on a figure.

// takeCategories decides which columns say what the figures are about. It takes them out of
// the columns of numbers and returns the rest. years says that the figures stand in columns
// of years. unnamed says that a place stands once above its rows. repeated says that a
// place and year has several rows.
func (g *grid) takeCategories(first int, numbers []int, years, unnamed, repeated bool) []int {
	if unnamed || !g.options.Places.Listed && !repeated && len(g.columns.ignored) == 0 {
		return numbers
	}
	isFigure := func(c int) bool { return slices.Contains(numbers, c) }
	for _, c := range slices.Clone(numbers) {
		if table.NamesCategory(g.headingAt(c)) && (years || len(numbers) > 1) &&
			c != g.keys.Value && g.isWhole(first, c) {
			numbers = slices.DeleteFunc(numbers, func(n int) bool { return n == c })
			g.columns.texts = append(g.columns.texts, c)
		}
	}
	if repeated {
		g.dropDescribing(first)
		numbers = g.takeCodes(first, numbers, years)
	} else if years && len(numbers) == 0 || len(numbers) == 1 || g.keys.Value >= 0 {
		g.takeSparse(first, isFigure)
	}
	slices.Sort(g.columns.texts)
	g.dropCopies(first)
	return numbers
}

// dropCopies leaves out columns of words that repeat another of the same heading.
func (g *grid) dropCopies(first int) {
	isCopy := func(a, b int) bool {
		return g.headingAt(a) == g.headingAt(b) &&
			!slices.ContainsFunc(g.listPlaceRows(first), func(row int) bool {
				return g.textAt(row, a) != g.textAt(row, b)
			})
	}
	var kept []int
	for _, c := range g.columns.texts {
		if !slices.ContainsFunc(kept, func(k int) bool { return isCopy(k, c) }) {
			kept = append(kept, c)
		}
	}
	g.columns.texts = kept
}

// isWhole says whether a column holds only whole numbers.
func (g *grid) isWhole(first, c int) bool {
	for _, row := range g.findPlaceRows(first) {
		text := g.textAt(row, c)
		if text != "" && !unit.AllDigits(strings.TrimSuffix(text, ".0")) {
			return false
		}
	}
	return true
}

// dropDescribing leaves out the columns of words that have the same text in all rows of a
// place.
func (g *grid) dropDescribing(first int) {
	for _, c := range slices.Clone(g.columns.texts) {
		if c == g.keys.Unit && g.units.differ || table.NamesCategory(g.headingAt(c)) {
			continue
		}
		if g.describesPlace(first, c) || g.isRemark(first, c) ||
			g.keys.Indicator >= 0 && g.followsFrom(first, c, g.keys.Indicator) {
			g.columns.texts = slices.DeleteFunc(g.columns.texts, func(t int) bool { return t == c })
			g.columns.ignored = append(g.columns.ignored, c)
		}
	}
}

// isRemark says whether a column only remarks on the figures. It does if it tells no rows
// apart. It also does if rows are told apart without it, and it is called as remarks are or
// is mostly empty.
func (g *grid) isRemark(first, c int) bool {
	if g.countRepeats(first, nil) == g.countRepeats(first, []int{c}) {
		return true
	}
	filled, rows := 0, g.listPlaceRows(first)
	for _, row := range rows {
		if g.textAt(row, c) != "" {
			filled++
		}
	}
	if 2*filled >= len(rows) && !table.Describes(g.headingAt(c)) {
		return false
	}
	without := slices.DeleteFunc(slices.Clone(g.columns.texts), func(t int) bool { return t == c })
	return g.countRepeats(first, without) == g.countRepeats(first, g.columns.texts)
}

// takeCodes takes the first column of whole numbers that tells rows apart, if columns of
// words do not.
func (g *grid) takeCodes(first int, numbers []int, years bool) []int {
	before := g.countRepeats(first, g.columns.texts)
	if before == 0 || len(numbers) < 2 && !years || g.keys.Value >= 0 {
		return numbers
	}
	for i, c := range numbers {
		if g.headingAt(c) == "" || i == len(numbers)-1 && !years ||
			!g.isWhole(first, c) {
			continue
		}
		if 10*g.countRepeats(first, append(slices.Clone(g.columns.texts), c)) <= before &&
			g.isShared(first, c) {
			g.columns.texts = append(g.columns.texts, c)
			return slices.DeleteFunc(slices.Clone(numbers), func(n int) bool { return n == c })
		}
	}
	return numbers
}

// isShared says whether most values of a column occur in rows of at least two places.
func (g *grid) isShared(first, c int) bool {
	owner := map[string]string{}
	shared := map[string]bool{}
	for _, row := range g.listPlaceRows(first) {
		value, place := g.textAt(row, c), g.joinPlace(row)
		if of, seen := owner[value]; !seen {
			owner[value] = place
		} else if of != place {
			shared[value] = true
		}
	}
	return 2*len(shared) >= len(owner)
}

// takeSparse takes columns of words to the left of the figures even though no row repeats
// another. Each place may have a figure about something else.
func (g *grid) takeSparse(first int, isFigure func(int) bool) {
	for _, c := range slices.Clone(g.columns.ignored) {
		name := g.headingAt(c)
		left := false // it stands left of a column of figures
		for right := c + 1; right < len(g.cells[g.header.row]); right++ {
			left = left || isFigure(right) || right == g.keys.Value ||
				g.time.headings[right].Period != "" && g.keys.Year < 0
		}
		if !left || table.Describes(name) || g.describesPlace(first, c) ||
			g.keys.Indicator >= 0 && g.followsFrom(first, c, g.keys.Indicator) {
			continue
		}
		rows := g.listPlaceRows(first)
		values := map[string]bool{}
		filled, areas := 0, 0
		for _, row := range rows {
			if text := g.textAt(row, c); text != "" {
				filled++
				values[text] = true
				if g.options.Places.Listed && g.options.Places.Find("", text) != table.NoPlace {
					areas++
				}
			}
		}
		if len(values) < 2 || len(values) >= filled || 2*filled < len(rows) || 2*areas >= filled {
			continue
		}
		g.columns.ignored = slices.DeleteFunc(g.columns.ignored, func(t int) bool { return t == c })
		g.columns.texts, g.columns.sparse = append(g.columns.texts, c), append(g.columns.sparse, c)
	}
}

// describesPlace says whether a column has one text for each place, and most places have
// several rows.
func (g *grid) describesPlace(first, c int) bool {
	texts, several := map[string]string{}, map[string]bool{}
	for _, row := range g.listPlaceRows(first) {
		place, text := g.joinPlace(row), g.textAt(row, c)
		if before, seen := texts[place]; !seen {
			texts[place] = text
		} else if before != text {
			return false
		} else {
			several[place] = true
		}
	}
	return 2*len(several) > len(texts)
}

// followsFrom says whether one column decides another: whether c has one text for each text
// of other.
func (g *grid) followsFrom(first, c, other int) bool {
	texts := map[string]string{}
	for _, row := range g.listPlaceRows(first) {
		of, text := g.textAt(row, other), g.textAt(row, c)
		if before, seen := texts[of]; seen && before != text {
			return false
		}
		texts[of] = text
	}
	return true
}

// countRepeats counts the rows that repeat an earlier row's place, year, indicator and
// texts in some columns.
func (g *grid) countRepeats(first int, columns []int) int {
	seen := map[string]bool{}
	repeats := 0
	columns = append([]int{g.place.code, g.place.name, g.keys.Year, g.keys.Indicator}, columns...)
	var key strings.Builder
	for _, row := range g.listPlaceRows(first) {
		key.Reset()
		for _, c := range columns {
			key.WriteString(g.textAt(row, c))
			key.WriteByte(0)
		}
		if seen[key.String()] {
			repeats++
		}
		seen[key.String()] = true
	}
	return repeats
}
