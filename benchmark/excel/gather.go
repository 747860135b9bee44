package excel

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/xuri/excelize/v2"
)

// gather finds what several sheets show, and which areas have a sheet of their own.
func (b *book) gather() error {
	r := b.report
	b.nameOf = make(map[string]string, len(r.AllMunicipalities()))
	for _, m := range r.AllMunicipalities() {
		b.nameOf[m.Code] = m.Name
	}
	if b.own != "" {
		one, ok := r.Only(b.own)
		if !ok {
			return phrase.NoMunicipality.With(b.own)
		}
		b.own, b.one = one.Municipality, one // a name was given in place of the code
		b.bySize = one.RowsBySize()
	}
	taken := make([]string, len(phrase.SheetNames))
	for i, name := range phrase.SheetNames {
		taken[i] = name.In(b.lang)
	}
	names := ooxml.NewNames(taken...)
	b.areaOf = map[string]string{}
	for _, area := range b.listAreasWithSheet() {
		b.areaOf[area] = names.Sheet(r.Model(area).Name)
	}
	return nil
}

// listAreasWithSheet returns the areas that have a sheet of their own. Those of one
// municipality are ordered by size, the largest first, and otherwise as in the plan.
func (b *book) listAreasWithSheet() (areas []string) {
	for i := range b.bySize {
		if row := &b.bySize[i]; b.options.Sheets == AllSheets || row.Candidate {
			areas = append(areas, row.Area)
		}
	}
	if b.own == "" && b.options.Sheets == AllSheets {
		for _, m := range b.report.Models {
			areas = append(areas, m.Area)
		}
	}
	return areas
}

// listRows returns the rows of all municipalities in an area.
func (b *book) listRows(area string) []benchmark.Row {
	one, ok := b.report.OnlyAreas(area)
	if !ok {
		return nil
	}
	return slices.AppendSeq(make([]benchmark.Row, 0, len(b.nameOf)), one.Rows())
}

// makeBackLink returns a cell that leads to the overview, in the first column of a row.
func (b *book) makeBackLink(s *layout.Sheet, row int) excelize.Cell {
	return b.cell.Link(s, row, phrase.BackWord, phrase.SheetOverview)
}

// makeAreaLink returns a cell with an area's name, in the first column of a row. It leads
// to the area's sheet if there is one.
func (b *book) makeAreaLink(s *layout.Sheet, row *benchmark.Row, at int) excelize.Cell {
	m := b.report.Model(row.Area)
	part := b.report.Model(m.PartOf) != nil && b.own != ""
	sheet, linked := b.areaOf[row.Area]
	style := b.style.Text
	switch {
	case linked && part:
		style = b.style.IndentLink
	case linked:
		style = b.style.Link
	case part:
		style = b.style.Indent
	}
	if linked {
		s.Links = append(s.Links, layout.Link{Row: at, Sheet: sheet})
	}
	return layout.Text(m.Name, style)
}

// makeYearsCell returns a cell that says in how many of the years a figure was above the
// expected level.
func (b *book) makeYearsCell(row *benchmark.Row) excelize.Cell {
	p := row.Persistence
	if p == nil || p.N == 0 {
		return b.cell.Number(math.NaN(), 0)
	}
	return excelize.Cell{StyleID: b.out.YearsStyle(p.N), Value: p.YearsAbove}
}

// makeProperties returns the properties of the file: title, author, language, and words to
// find it by.
func (b *book) makeProperties() *excelize.DocProperties {
	r := b.report
	creator := r.Plan.Author
	if creator == "" {
		creator = "Raaderum"
	}
	keywords := []string{"Raaderum", phrase.KeyBenchmark.In(b.lang), b.describeBook(), b.describePeriod()}
	return &excelize.DocProperties{
		Title:          ooxml.Shorten(ooxml.Tidy(b.describeBook()+", "+b.describePeriod()), mostInProperty),
		Creator:        ooxml.Shorten(ooxml.Tidy(creator), mostInProperty),
		LastModifiedBy: ooxml.Shorten(ooxml.Tidy(creator), mostInProperty),
		Subject:        phrase.Subject.In(b.lang),
		Keywords:       ooxml.Shorten(ooxml.Tidy(joinTexts(keywords, "; ")), mostInProperty),
		Language:       layout.Locale.In(b.lang),
		Description:    phrase.Description.In(b.lang), Created: fixedTime, Modified: fixedTime,
	}
}

// mostInProperty is how many UTF-16 units a property of the document may have.
const mostInProperty = 255

// fixedTime is when the file says that it was made. The same input makes the same file, and
// the clock is no input.
const fixedTime = "2000-01-01T00:00:00Z"

// joinTexts joins the texts that are not empty.
func joinTexts(words []string, between string) string {
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), between)
}

// findUnit returns the unit of an indicator's figures. It is empty if nobody states it.
func (b *book) findUnit(indicator string) string {
	for _, source := range b.report.Sources {
		if source.Indicator == indicator {
			return source.Unit
		}
	}
	return ""
}

// describePeriod returns the year or years compared.
func (b *book) describePeriod() string {
	r := b.report
	switch {
	case r.Year == dataset.Undated:
		return phrase.NoYear.In(b.lang)
	case len(r.Years) > 1:
		return strconv.Itoa(r.Years[0]) + "-" + strconv.Itoa(r.Year)
	}
	return strconv.Itoa(r.Year)
}

// nameDrivers names drivers by their IDs.
func (b *book) nameDrivers(ids []string) string { return strings.Join(b.listIndicatorNames(ids), ", ") }

// listIndicatorNames returns the names of indicators and drivers by their IDs.
func (b *book) listIndicatorNames(ids []string) []string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = id
		for _, source := range b.report.Sources {
			if source.Indicator == id {
				names[i] = source.Name
			}
		}
		for _, d := range b.report.Plan.Definitions {
			if d.ID == id {
				names[i] = d.Name
			}
		}
	}
	return names
}

// findAreaPlan returns what the plan says of an area.
func (b *book) findAreaPlan(area string) plan.Area {
	for _, a := range b.report.Plan.Areas {
		if a.ID == area {
			return a
		}
	}
	return plan.Area{}
}
