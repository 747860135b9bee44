package sheet

import (
	"cmp"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// addPlaces adds a column with the only municipality to a sheet of accounts that has no
// column of municipalities. Rows without an account are sums and remarks, and are emptied.
// Those with figures are noted, to be told.
func (g *grid) addPlaces() {
	if g.options.Only == "" {
		return
	}
	header, account := -1, -1
	for row := 0; row < min(len(g.cells), lookAhead) && header < 0; row++ {
		texts := g.listTexts(row)
		if slices.ContainsFunc(texts, table.NamesPlaces) {
			return
		}
		at := slices.IndexFunc(texts, table.NamesAccounts)
		if at >= 0 && g.countTexts(row) >= 2 {
			header, account = row, at
		}
	}
	if header < 0 {
		return
	}
	width := 0
	for _, row := range g.cells[header:] {
		width = max(width, len(row))
	}
	header = g.joinHeaders(header, account, width)
	isSum := g.findSums(header, account)
	cells := slices.Clone(g.cells)
	for row := header; row < len(cells); row++ {
		text := g.options.Only
		switch {
		case row == header:
			text = "kommune"
		case table.SpoilsAccount(g.textAt(row, account)) != "": // is reported later
		case isSum[row], !table.IsAccount(g.textAt(row, account)):
			if g.hasAmount(row, account) {
				g.own.sums = append(g.own.sums, row)
			}
			cells[row] = nil
			continue
		}
		if g.options.isText() && len(cells[row]) < len(g.cells[header]) {
			continue // it may be cut off, which is reported later
		}
		full := make([]Cell, width+1)
		copy(full, cells[row])
		full[width] = Cell{Text: text}
		cells[row] = full
	}
	g.cells, g.own.is = cells, true
}

var (
	// sumWords matches the name of a row that is a sum of others, or a part of another.
	sumWords = regexp.MustCompile(`(?i)(?:^|[ ,(])(?:i ?alt|sum|total|subtotal|samlet)(?:$|[ :,)])|^heraf\b`)
	// worksWords matches the name of a row of works, which are no operation.
	worksWords     = regexp.MustCompile(`(?i)^(?:3 )?anlæg(?:sudgifter)?$`)
	operationWords = regexp.MustCompile(`(?i)(?:^|[ ,-])drift(?:$|[ ,])`)
	worksAtEnd     = regexp.MustCompile(`(?i)(?:^|[ ,-])anlæg$`)
)

// findSums returns the rows that have an account and are the sum of its other rows, or of
// works beside operation. Their names tell, or that each of their amounts is the sum of
// those of at least two others.
func (g *grid) findSums(header, account int) map[int]bool {
	of := map[string][]int{} // the rows of each account
	for row := header + 1; row < len(g.cells); row++ {
		if number := g.textAt(row, account); table.IsAccount(number) {
			of[number] = append(of[number], row)
		}
	}
	sums := map[int]bool{}
	says := func(row int, words *regexp.Regexp) bool {
		return slices.ContainsFunc(g.listTexts(row), words.MatchString)
	}
	for _, rows := range of {
		if len(rows) < 2 {
			continue
		}
		operation := slices.ContainsFunc(rows, func(row int) bool { return says(row, operationWords) })
		named := 0
		for _, row := range rows {
			if says(row, sumWords) || says(row, worksWords) || operation && says(row, worksAtEnd) {
				sums[row] = true
				named++
			}
		}
		if named == len(rows) { // there is nothing else
			for _, row := range rows {
				delete(sums, row)
			}
		}
		for _, row := range rows {
			if named == 0 && len(rows) > 2 && g.isSumOf(row, rows, account) {
				sums[row] = true
				break
			}
		}
	}
	return sums
}

// isSumOf says whether each amount of a row is the sum of those of the other rows.
func (g *grid) isSumOf(sum int, rows []int, account int) bool {
	found := false
	for c := account + 1; c < len(g.cells[sum]); c++ {
		total, ok := g.readAmount(sum, c)
		if !ok {
			continue
		}
		others := 0.0
		for _, row := range rows {
			if v, ok := g.readAmount(row, c); ok && row != sum {
				others += v
			}
		}
		if math.Abs(others-total) > 1e-9*math.Abs(total) {
			return false
		}
		found = found || total != 0
	}
	return found
}

// readAmount reads an amount that either marks fit.
func (g *grid) readAmount(row, c int) (float64, bool) {
	if c >= len(g.cells[row]) {
		return 0, false
	}
	if text := g.textAt(row, c); g.cells[row][c].Number {
		v, verdict := unit.EnglishMarks().Parse(text)
		return v, verdict == unit.Number
	}
	v, verdict := unit.DanishMarks().Parse(g.textAt(row, c))
	return v, verdict == unit.Number && g.textAt(row, c) != ""
}

// tellSpoilt returns a fault for each account that a spreadsheet program made something else
// of.
func (g *grid) tellSpoilt() (faults []table.Fault) {
	for c, heading := range g.listTexts(g.header.row) {
		if !table.NamesAccounts(heading) {
			continue
		}
		for row := g.header.row + 1; row < len(g.cells); row++ {
			text := g.textAt(row, c)
			meant := table.SpoilsAccount(text)
			if meant == "" {
				continue
			}
			message := accountCut.With(table.Shorten(text), meant)
			if meant == table.Dated {
				message = accountDated.With(table.Shorten(text))
			}
			at := table.Place{Row: row + 1, Column: heading}
			if !g.options.isText() {
				at.Cell = table.CellName(row, c)
			}
			faults = append(faults, table.Fault{Kind: table.Broken, Place: at, Text: text,
				Message: message})
		}
	}
	return faults
}

// joinHeaders joins a header of two rows into its lower one, so that a heading that is merged
// over several columns stands in each of them: 2025 above Budget and Regnskab. It returns
// the row of the joined header. The upper row is emptied.
func (g *grid) joinHeaders(header, account, width int) int {
	upper, lower := header, header+1
	if !g.isHeaderPart(lower, account) {
		upper, lower = header-1, header
		if !g.isHeaderPart(upper, account) {
			return header
		}
	}
	cells := slices.Clone(g.cells)
	row := make([]Cell, width)
	above := ""
	for c := range row {
		top, below := g.textAt(upper, c), g.textAt(lower, c)
		switch {
		case c <= account || lower == header && below == "":
			above = ""
		case top != "":
			above = top
		}
		text := strings.TrimSpace(above + " " + below)
		if c <= account || top == below {
			text = cmp.Or(below, top)
		}
		row[c] = Cell{Text: text}
	}
	cells[upper], cells[lower] = nil, row
	g.cells = cells
	return lower
}

// isHeaderPart says whether a row beside the header is the other part of it: it has no
// account, and above the amounts at least two headings, of which one is a year or says what
// the amounts are.
func (g *grid) isHeaderPart(row, account int) bool {
	if row < 0 || row >= len(g.cells) || g.textAt(row, account) != "" &&
		!cellAt(g.cells[row], account).Merged {
		return false
	}
	texts := 0
	for c := range g.cells[row] {
		text := g.textAt(row, c)
		_, isYear := table.ParseYear(text)
		switch {
		case text == "", cellAt(g.cells[row], c).Merged && c <= account:
		case c <= account:
			return false
		case unit.IsFigure(text) && !isYear:
			return false
		default:
			texts++
		}
	}
	return texts >= 2
}

// hasAmount says whether a row has a figure to the right of its account.
func (g *grid) hasAmount(row, account int) bool {
	for c := account + 1; c < len(g.cells[row]); c++ {
		text := g.textAt(row, c)
		if _, v := unit.DanishMarks().Parse(text); text != "" && v == unit.Number {
			return true
		}
	}
	return false
}

// tellSums returns a fault if rows without an account were passed over.
func (g *grid) tellSums() []table.Fault {
	if len(g.own.sums) == 0 {
		return nil
	}
	rows := make([]string, len(g.own.sums))
	for i, row := range g.own.sums {
		rows[i] = strconv.Itoa(row + 1)
	}
	return []table.Fault{{Kind: table.PassedOver, Place: table.Place{Row: g.own.sums[0] + 1},
		Message: sumsLeftOut.With(len(rows), table.ListSome(rows))}}
}

// dropLooseCode gives up a column of codes of municipalities if its heading is that of a
// column of accounts.
func (g *grid) dropLooseCode() {
	both := g.place.code >= 0 && g.place.name >= 0
	if both && table.NamesAccounts(g.headingAt(g.place.code)) {
		g.place.code = -1
	}
}

// useNamedColumns takes the columns of municipalities and years that the plan names.
func (g *grid) useNamedColumns() {
	columns := g.listTexts(g.header.row)
	for _, asked := range g.options.Columns {
		if c := findHeading(columns, asked.Places); c >= 0 {
			g.place.name, g.place.code = c, -1
		}
		if c := findHeading(columns, asked.Times); c >= 0 {
			g.keys.Year = c
		}
	}
}

// findPlaces finds the columns of municipalities, and the first row with a municipality.
func (g *grid) findPlaces(asked int) (first int) {
	type column struct {
		codes, names, first int
		others              int  // numbers that are no municipality's code
		called              bool // its heading is that of a column of municipalities
	}
	columns := map[int]*column{}
	of := func(c int) *column {
		if columns[c] == nil {
			columns[c] = &column{first: -1}
		}
		return columns[c]
	}
	from := max(0, asked)
	for row := from; row < min(len(g.cells), from+lookAhead); row++ {
		for c, cell := range g.cells[row] {
			if c > 50 || cell.Text == "" {
				continue
			}
			if table.IsKeyName(cell.Text) {
				of(c).called = of(c).called || table.NamesPlaces(cell.Text)
				continue
			}
			if _, isYear := table.ParseYear(cell.Text); isYear {
				continue
			}
			isCode := unit.AllDigits(strings.TrimLeft(cell.Text, " "))
			verdict := g.options.Places.Find(cell.Text, "")
			if verdict == table.NoPlace && (cell.Number || unit.IsFigure(cell.Text)) {
				of(c).others++
			}
			if verdict != table.OnePlace || !g.options.Places.Listed && (isCode || cell.Number) {
				continue
			}
			column := of(c)
			// a row with a single text may be a title
			if column.first < 0 && g.countTexts(row) > 1 {
				column.first = row
			}
			if isCode {
				column.codes++
			} else {
				column.names++
			}
		}
	}
	first = -1
	bestCodes, bestNames := 0, 0
	if !g.options.Places.Listed { // only the header can tell
		return g.findNamedPlaces(asked)
	}
	for _, c := range slices.Sorted(maps.Keys(columns)) {
		column := columns[c]
		if column.names > bestNames {
			bestNames, g.place.name = column.names, c
		}
		// Some figures of another column may happen to be codes.
		if column.codes > bestCodes && (column.called || column.codes > column.others) {
			bestCodes, g.place.code = column.codes, c
		}
	}
	if g.place.name >= 0 && bestCodes*2 < bestNames { // they are figures that happen to be codes
		g.place.code = -1
	}
	if g.place.code >= 0 && bestNames*2 < bestCodes {
		g.place.name = -1
	}
	for _, c := range []int{g.place.name, g.place.code} {
		if c >= 0 && columns[c].first >= 0 && (first < 0 || columns[c].first < first) {
			first = columns[c].first
		}
	}
	return first
}

// findNamedPlaces finds the columns of municipalities by their headings: those that the
// plan names, or those that such columns usually have.
func (g *grid) findNamedPlaces(asked int) (first int) {
	for row := max(0, asked-1); row < min(len(g.cells), lookAhead); row++ {
		if asked > 0 && row >= asked { // the plan says that the header is above
			break
		}
		if g.countTexts(row) < 2 {
			continue
		}
		headings := g.listTexts(row)
		for _, c := range g.options.Columns {
			if at := findHeading(headings, c.Places); at >= 0 {
				g.place.name = at
			}
		}
		if g.place.name < 0 {
			k, _ := table.FindKeys(headings)
			g.place.code, g.place.name = k.Code, k.Name
		}
		for c, heading := range headings {
			if g.place.code < 0 && g.place.name < 0 && table.RoleNamed(heading) == table.Geography &&
				!table.IsKeyName(heading) {
				g.place.name = c
			}
		}
		if g.place.code >= 0 || g.place.name >= 0 {
			return row + 1
		}
	}
	return -1
}

// findHeading returns the column that has a heading, or -1.
func findHeading(headings []string, name string) int {
	return slices.IndexFunc(headings, func(heading string) bool {
		return name != "" && unit.Fold(heading) == unit.Fold(name)
	})
}

// findSecondPlaces returns a second column of places that differ from those of the first in
// some row, or -1. Two tables beside each other have one, and so has a table of two places
// such as home and work. If the plan names the column of places, the second column counts
// only if it has the same name.
func (g *grid) findSecondPlaces(first int) int {
	places := g.options.Places
	if !places.Listed || places.Which == nil {
		return -1
	}
	asked := false
	for _, c := range g.options.Columns {
		asked = asked || findHeading(g.listTexts(g.header.row), c.Places) >= 0
	}
	rows := g.findPlaceRows(first)
	width := 0
	for _, row := range rows {
		width = max(width, len(g.cells[row]))
	}
	heading := unit.Fold(g.headingAt(max(g.place.name, g.place.code)))
	for c := range width {
		name := g.headingAt(c)
		if c == g.place.code || c == g.place.name || c == g.keys.Region || c == g.keys.Group ||
			c == g.keys.Year || asked && unit.Fold(name) != heading {
			continue
		}
		called := table.NamesPlaces(name) || table.RoleNamed(name) == table.Geography
		filled, known, differ := 0, 0, 0
		for _, row := range rows {
			text := g.textAt(row, c)
			if text == "" {
				continue
			}
			filled++
			if unit.IsFigure(text) && !called {
				continue
			}
			which := places.Which(text, "")
			if which == "" {
				continue
			}
			known++
			if own := places.Which(g.placeAt(row)); own != "" && own != which {
				differ++
			}
		}
		if known > 1 && 2*known >= filled && differ > 0 {
			return c
		}
	}
	return -1
}

// findPlaceRows returns the first rows that have a municipality.
func (g *grid) findPlaceRows(first int) []int {
	var rows []int
	for row := first; row < len(g.cells) && len(rows) < lookAhead; row++ {
		if g.hasPlace(row) {
			rows = append(rows, row)
		}
	}
	return rows
}

// listPlaceRows returns all rows that have a place.
func (g *grid) listPlaceRows(first int) []int {
	if g.place.rows == nil {
		for row := first; row < len(g.cells); row++ {
			if g.hasPlace(row) {
				g.place.rows = append(g.place.rows, row)
			}
		}
	}
	return g.place.rows
}

// joinPlace returns the text that tells a row's place from others.
func (g *grid) joinPlace(row int) string {
	code, name := g.placeAt(row)
	return code + "\x00" + name
}

// namesPlace says whether a row names a municipality. If it has no figures, they are
// missing, or the row stands above others of the same municipality.
func (g *grid) namesPlace(row int) bool {
	code, name := g.placeAt(row)
	if !g.options.Places.Listed || code+name == "" {
		return false
	}
	verdict := g.options.Places.Find(code, name)
	return verdict == table.OnePlace
}
