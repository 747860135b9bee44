package dataset

import (
	"context"
	"github.com/raaderum/raaderum/dataset/internal/source"
	"github.com/raaderum/raaderum/dataset/internal/text"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"slices"
	"strings"
)

// layout puts the rows of a separated file into the builder.
type layout interface {
	// cells calls use with every text of a row that should be a number.
	cells(row []string, use func(text string))
	// put reads one row. It reports false where reading must end.
	put(row []string, line int, m unit.Marks) bool
	// done is called after the last row.
	done()
}

// textOptions say how to read separated text.
func (r *reader) textOptions() text.Options {
	return text.Options{
		Separator: r.opt.Separator, DecimalMark: r.opt.DecimalMark, Places: r.tablePlaces(),
	}
}

// readSeparated reads separated text: a row for each cell, a table among the fields, or
// a header and one row a line. Of a large file the text is only its beginning, and large
// the whole.
func (r *reader) readSeparated(ctx context.Context, beginning string, large *source.Stream) error {
	f, fault := text.Open(beginning, large, r.textOptions())
	r.table.Separator = f.Separator
	if fault != nil {
		r.tellFault(*fault)
		return nil
	}
	if has, header := f.HasCells(); has {
		return r.readCells(ctx, f, header)
	}
	if found := f.FindTable(r.namesColumns(), r.sheetOptions()); found != nil {
		r.table.Separator = f.Separator
		r.table.Layout = "columns"
		if found.HasBlocks() {
			r.table.Layout = "blocks"
			r.tellFaults(f.OpenEnd())
		}
		return r.readGrid(ctx, found)
	}
	return r.readRows(ctx, f)
}

// readCells reads text with a row for each cell.
func (r *reader) readCells(ctx context.Context, f *text.File, header bool) error {
	r.table.Layout = "statbank"
	if !header {
		r.table.Layout = "web"
	}
	made := f.Cells(ctx, r.tellFault)
	r.table.Rows += made.Skipped
	r.table.Skipped += made.Skipped
	if made.Encoding != "" {
		r.table.Encoding = made.Encoding
	}
	if ctx.Err() != nil || made.Table == nil {
		return ctx.Err()
	}
	r.table.DecimalMark = rune(made.Marks.Decimal)
	err := r.readCube(ctx, made.Table)
	if fault := f.ReadFault(); fault != nil {
		r.tellFault(*fault)
	}
	return err
}

// readRows reads text with a header and one row a line into the layout that the header
// tells of.
func (r *reader) readRows(ctx context.Context, f *text.File) error {
	columns := f.Columns
	if len(columns) == 1 {
		r.tellFault(*f.NotDivided())
		return nil
	}
	l := r.layout(f)
	if l == nil {
		return nil
	}
	m, faults := f.FindMarks(l.cells)
	r.tellFaults(faults)
	r.table.DecimalMark = rune(m.Decimal)
	if f.IsLarge() {
		encoding, fault := f.Scan(ctx)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case fault != nil:
			r.tellFault(*fault)
			return nil
		}
		r.table.Encoding = encoding
	}
	fault := f.Each(ctx, func(row []string, line int, fault *table.Fault) bool {
		r.table.Rows++
		if fault != nil {
			r.table.Skipped++
			r.tellFault(*fault)
			return true
		}
		return l.put(row, line, m) && !r.ended
	})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if fault != nil {
		r.tellFault(*fault)
	}
	l.done()
	r.tellEnd(columns)
	return nil
}

// tellEnd reports what is known when all rows were read.
func (r *reader) tellEnd(columns []string) {
	k, _ := table.FindKeys(columns)
	r.tellSchoolYears(at(columns, k.Year))
	switch {
	case r.table.Rows == r.totals: // none at all, or nothing but totals
		r.problem(NoData, 0, "", "", table.NoFigures())
	case r.opt.Register != nil && r.strangers > 0 && r.strangers+r.totals == r.table.Rows:
		if names := r.problems.dropUnknown(r.table.Source); len(names) > 0 {
			r.problem(NoData, 0, "", "", otherCountry.With(table.ListSome(names)))
		} else { // each is explained
			r.problem(NoData, 0, "", "", table.NoFigures())
		}
	}
}

// layout returns the layout that the header tells of, or nil and a problem.
func (r *reader) layout(f *text.File) layout {
	columns, line := f.Columns, f.Line
	r.usePlan()
	keys, again := table.FindKeys(columns)
	if again >= 0 {
		first := columns[keys.Called(columns[again])]
		r.problem(BadHeader, line, columns[again], columns[again], sameMeaning.With(table.Shorten(first), table.Shorten(columns[again])))
		return nil
	}
	seen := map[string]bool{}
	for _, c := range columns {
		if c != "" && seen[c] {
			r.problem(BadHeader, line, c, c, headerTwice.With())
			return nil
		}
		seen[c] = true
	}
	found := table.Shorten(strings.Join(columns, ", "))
	switch {
	case keys.Code < 0 && keys.Name < 0:
		message := unknownLayout.With(found)
		if speaksOfPrices(columns) {
			message = perhapsPrices.With(found)
		}
		r.problem(UnknownLayout, line, "", found, message)
		return nil
	case keys.Indicator >= 0 && keys.Value >= 0:
		r.table.Layout = "tidy"
		return r.newTidy(keys, columns)
	case keys.Indicator >= 0:
		r.problem(UnknownLayout, line, "", found, noValues.With(columns[keys.Indicator]))
		return nil
	}
	if keys.Year < 0 {
		r.pass.applies("year")
	}
	r.table.Layout = "wide"
	return r.newWide(keys, f)
}

// at returns the trimmed field of a row, empty where there is no such column.
func at(row []string, position int) string {
	if position < 0 {
		return ""
	}
	return strings.TrimSpace(row[position])
}

// rowOf is what a row is of.
type rowOf struct {
	municipality, year int  // by position
	total              bool // of a total, or a year before the register's: nothing in it is of interest
	ok                 bool // of a municipality and a year
}

// of returns what a row is of, and reports what is wrong with it.
func (r *reader) of(k table.Keys, row, columns []string, line, undated int) (of rowOf) {
	column := k.Code
	if column < 0 {
		column = k.Name
	}
	of.municipality, of.ok, of.total = r.find(at(row, k.Code), at(row, k.Name), line, columns[column])
	if of.total {
		return of
	}
	if of.ok && (k.Region >= 0 || k.Group >= 0) {
		r.describe(of.municipality, at(row, k.Region), at(row, k.Group))
	}
	if k.Year < 0 {
		of.year = undated
		return of
	}
	text := at(row, k.Year)
	y, isYear := table.ParseYear(text)
	if !isYear {
		y, isYear = r.schoolYear(text)
	}
	if !isYear {
		of.ok = false
		message := badYear.With(table.Shorten(text))
		if table.MayEndNext(text) {
			message = monthOrYears.With(text, strings.Replace(text, "-", "/", 1), text[:4])
		}
		r.problem(BadYear, line, columns[k.Year], text, message)
		return of
	}
	if why, early := r.isEarly(y); early {
		of.ok, of.total = false, true
		r.totals++
		r.problem(TimeBreak, line, columns[k.Year], text, yearsLeftOut.With(text, why))
		return of
	}
	of.year = r.year(y)
	return of
}

// speaksOfPrices says whether names are those of a price index.
func speaksOfPrices(names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		name = unit.Fold(name)
		return strings.Contains(name, "indeks") || strings.Contains(name, "index")
	})
}
