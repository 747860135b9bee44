package dataset

import (
	"maps"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/text"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// layout puts the rows of separated text into the builder.
type layout interface {
	// listNumbers returns the columns that should hold numbers.
	listNumbers() []int
	// putRow reads one row. It reports false where reading must end.
	putRow(row *text.Row, m unit.Marks) bool
	// finish is called after the last row.
	finish()
}

// rows maps the rows of separated text below a header. It holds what both layouts share.
type rows struct {
	sink    *sink
	places  *places
	pass    *pass
	keys    table.Keys
	columns []string
	undated int // the year's position if there is no column of years
	// the years that are written otherwise than by four digits
	otherYears map[string]table.Period
	converted  bool     // some figures were converted from a unit that the file states
	notes      []string // notes below the figures, which were left out
	last       lastFigure
}

// lastFigure says, by position, where the last figure of the rows was put.
type lastFigure struct {
	year, indicator int
	ok              bool // there is one
}

// endsEarly says whether the last figure is of a year and an indicator that fewer
// municipalities have than others, as where the file was cut off.
func (r *rows) endsEarly() bool {
	if !r.last.ok {
		return false
	}
	count := func(c *building) (n int) {
		for _, from := range c.from {
			if from.source == r.sink.source {
				n++
			}
		}
		return n
	}
	b := r.sink.builder
	last := count(b.columns[r.last.indicator][r.last.year])
	for _, years := range b.columns {
		if slices.ContainsFunc(years, func(c *building) bool { return c != nil && count(c) > last }) {
			return true
		}
	}
	return false
}

// findYear finds the year of rows that state none.
func (r *rows) findYear() {
	if r.keys.Year < 0 {
		r.undated = r.sink.setYear(r.sink.findUndatedYear(r.pass.Year))
	}
}

// checkTemplate reports a variable in the plan's template for names. Columns that are found
// by their header have no variables.
func (r *rows) checkTemplate() bool {
	found := templateVariable.FindStringSubmatch(r.pass.Indicator)
	if found == nil {
		return true
	}
	r.sink.tellProblem(BadMapping, 0, "", found[1], noSuchVariable.With(found[1],
		table.ListFirst(r.columns, fewNames), lang.Suggest(found[1], r.columns)))
	return false
}

// trimField returns a field of a row without surrounding space. It is empty if there is
// no such column.
func trimField(row []string, position int) string {
	if position < 0 {
		return ""
	}
	return strings.TrimSpace(row[position])
}

// subject says which municipality and year a row belongs to.
type subject struct {
	municipality, year int // by position
	// total says that the row is a total, or of a year before the register's municipalities
	// began. Nobody needs the figures in it.
	total bool
	ok    bool // the municipality and the year are known
}

// findSubject returns which municipality and year a row belongs to. It reports what is wrong
// with the row.
func (r *rows) findSubject(row []string, line int) (of subject) {
	k, columns := r.keys, r.columns
	column := k.Code
	if column < 0 {
		column = k.Name
	}
	code, name := trimField(row, k.Code), trimField(row, k.Name)
	of.municipality, of.ok, of.total = r.places.findPlace(code, name, line, columns[column])
	if of.total {
		return of
	}
	if of.ok && (k.Region >= 0 || k.Group >= 0) {
		r.places.describeMunicipality(of.municipality, trimField(row, k.Region),
			trimField(row, k.Group))
	}
	if k.Year < 0 {
		of.year = r.undated
		return of
	}
	text := trimField(row, k.Year)
	y, isYear := table.ParseYear(text)
	if !isYear {
		y, isYear = r.readOtherYear(text)
	}
	if !isYear {
		of.ok = false
		message := badYear.With(table.Shorten(text))
		if table.MayEndNext(text) {
			message = monthOrYears.With(text, strings.Replace(text, "-", "/", 1), text[:4])
		}
		r.sink.tellProblem(BadYear, line, columns[k.Year], text, message)
		return of
	}
	if why, early := r.sink.isEarly(y); early {
		of.ok, of.total = false, true
		r.places.totals++
		r.sink.tellProblem(TimeBreak, line, columns[k.Year], text, yearsLeftOut.With(text, why))
		return of
	}
	of.year = r.sink.builder.ensureYear(y)
	return of
}

// measured is an indicator, and how to convert its figures to its unit.
type measured struct {
	indicator int
	unit.Unit
	planned bool // the unit comes from the plan
}

// measureIndicator returns the indicator to which the file gives some name and unit. text
// is what else may mention its unit.
func (r *rows) measureIndicator(id, stated, text string) measured {
	id = r.sink.boundName(id)
	renamed := r.pass.renameIndicator(id)
	described, per, planned := r.pass.describeUnit(id, renamed, stated)
	ind := Indicator{Unit: described, Per: per}
	u := r.sink.bringToUnit(&ind)
	if !planned {
		r.sink.tellMention(text, u)
	}
	r.converted = r.converted || u.Factor != 1
	i := r.sink.builder.ensureIndicator(renamed)
	r.sink.builder.describeIndicator(i, ind)
	return measured{i, u, planned}
}

// putFigure stores the figure of one cell. It reports false if the table exceeds its bound.
func (r *rows) putFigure(of subject, to measured, read text.Figure, found string, m unit.Marks,
	row int, column string) bool {
	v, verdict := r.sink.checkFigure(read, found, m, table.Place{Row: row, Column: column},
		to.indicator)
	switch verdict {
	case unit.Percent:
		number, _ := unit.CutPercent(strings.TrimSpace(found))
		if !r.sink.notePercent(to.indicator, &to.Unit, found, strings.Clone(number),
			table.Place{Row: row, Column: column}) {
			return true
		}
		fallthrough
	case unit.Number:
		r.sink.table.Figures++
		r.sink.countFigure(to.indicator)
		v *= to.Factor
	case unit.Missing:
		r.sink.table.Missing++
	default:
		return true
	}
	ind := &r.sink.builder.indicators[to.indicator]
	if ind.Source == "" {
		ind.Source = r.sink.table.Source
	}
	r.last = lastFigure{of.year, to.indicator, true}
	return r.sink.builder.setFigure(of.municipality, of.year, to.indicator, v,
		origin{r.sink.source, uint32(row)}, column)
}

// readOtherYear returns a year that is written otherwise than by four digits: 2024.0, or a
// school or income year such as 2023/24, which counts as the year in which it begins.
func (r *rows) readOtherYear(text string) (year int, ok bool) {
	if p, seen := r.otherYears[text]; seen {
		return p.Year, true
	}
	p, ok := table.ParsePeriod(text)
	if !ok || p.Of > 0 || p.First > 0 {
		return 0, false
	}
	if r.otherYears == nil {
		r.otherYears = map[string]table.Period{}
	}
	r.otherYears[strings.Clone(text)] = p
	return p.Year, true
}

// tellSchoolYears warns of the school years in a column.
func (r *rows) tellSchoolYears(column string) {
	var list []string
	for _, text := range slices.Sorted(maps.Keys(r.otherYears)) {
		if p := r.otherYears[text]; p.Across {
			list = append(list, formatSetYear(text, p.Year))
		}
	}
	if len(list) > 0 {
		r.sink.tellProblem(AcrossYears, 0, column, list[0], acrossYears.With(table.ListSome(list)))
	}
}

// takeNote takes a row that holds a single text, if the text is a note, such as the source.
// It says nothing of a municipality, and is left out.
func (r *rows) takeNote(row *text.Row) bool {
	note := ""
	for _, field := range row.Fields {
		if field = strings.TrimSpace(field); field != "" && note != "" {
			return false
		} else if field != "" {
			note = field
		}
	}
	first, _, _ := strings.Cut(strings.ToLower(note), " ")
	if !noteWords[strings.TrimRight(first, ":.")] && !strings.HasPrefix(note, "*") {
		return false
	}
	if _, verdict := r.sink.register.Find(note, ""); r.sink.hasRegister() && verdict != Unknown {
		return false
	}
	if len(r.notes) < 20 {
		r.notes = append(r.notes, strings.Clone(note))
	}
	return true
}

// noteWords are the words with which a note below a table begins.
var noteWords = map[string]bool{"kilde": true, "kilder": true, "note": true, "noter": true,
	"anm": true, "anmærkning": true, "bemærk": true, "bemærkning": true, "tal": true,
	"enhed": true, "source": true, "sources": true, "notes": true, "remark": true,
	"figures": true, "tegnforklaring": true, "udtrukket": true, "opdateret": true,
	"alle": true, "beløb": true, "amounts": true, "updated": true}

// tellNotes says which notes were left out, and warns of a scale that they mention.
func (r *rows) tellNotes() {
	if len(r.notes) == 0 {
		return
	}
	r.sink.tellProblem(TotalRow, 0, "", r.notes[0], notesLeftOut.With(table.ListSome(r.notes)))
	for _, note := range r.notes {
		if !r.converted {
			r.sink.tellMention(note, unit.Unit{Factor: 1})
		}
	}
}

// tellEnd reports what is known only after the last row.
func (r *rows) tellEnd() {
	r.tellNotes()
	r.tellSchoolYears(trimField(r.columns, r.keys.Year))
	switch {
	case r.sink.table.Rows == r.places.totals: // no row, or nothing but totals
		r.sink.tellProblem(NoData, 0, "", "", table.NoFigures())
	case r.sink.hasRegister() && r.places.strangers > 0 &&
		r.places.strangers+r.places.totals == r.sink.table.Rows:
		if names := r.sink.builder.problems.dropUnknown(r.sink.table.Source); len(names) > 0 {
			r.sink.tellProblem(NoData, 0, "", "", otherCountry.With(table.ListSome(names)))
		} else { // a problem explains each row
			r.sink.tellProblem(NoData, 0, "", "", table.NoFigures())
		}
	}
}

// listUses says what the columns were taken for. The function rest decides for the columns
// that are no keys.
func listUses(k table.Keys, columns []string, rest func(column int) (as string)) []Use {
	as := map[int]string{}
	for _, key := range []struct {
		column int
		as     string
	}{
		{k.Code, "code"}, {k.Name, "municipality"}, {k.Year, "year"},
		{k.Indicator, "indicator"}, {k.Value, "value"}, {k.Unit, "unit"},
		{k.Region, "region"}, {k.Group, "group"},
	} {
		as[key.column] = key.as
	}
	var list []Use
	for i, c := range columns {
		word, isKey := as[i]
		if !isKey {
			word = rest(i)
		}
		if c != "" {
			list = append(list, Use{Variable: lang.Brief(c, maxName), As: word})
		}
	}
	return list
}

// sayLeftOut says that a column is not used.
func sayLeftOut(int) string { return "left out" }
