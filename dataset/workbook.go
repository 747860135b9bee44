package dataset

import (
	"archive/zip"
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// readWorkbook reads the sheets that have a table of municipalities, or those
// that the plan names.
func (r *reader) readWorkbook(ctx context.Context, archive *zip.Reader) error {
	b, sheets, err := readBook(ctx, archive)
	for i := range sheets {
		if err == nil {
			err = b.readCells(&sheets[i])
		}
	}
	var wrong *bookProblem
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &wrong):
		r.tellBook(wrong)
		return nil
	case err != nil:
		r.problem(Unreadable, 0, "", "", brokenBook.With(table.Shorten(err.Error())))
		return nil
	}
	tables := r.findTables(sheets)
	if tables == nil {
		return nil
	}
	whole := r.table.Source
	for i, t := range tables {
		in := r
		if i > 0 {
			in = r.next(whole)
		}
		if len(sheets) > 1 {
			in.table.Source = whole + ", " + t.sheet.name
			in.sourceNames[in.source-1] = in.table.Source
		}
		in.table.Layout, in.sheet = inSheet, t.sheet.name
		in.sheetSources[in.source] = true
		if err := in.readGrid(ctx, t.grid); err != nil {
			return err
		}
	}
	return nil
}

// inSheet is the layout of a sheet.
const inSheet = "sheet"

// tellBook reports what ended the reading of a workbook.
func (r *reader) tellBook(wrong *bookProblem) {
	source := r.table.Source
	if wrong.sheet != "" {
		source += ", " + table.Shorten(wrong.sheet)
	}
	r.problems.add(&Problem{Kind: wrong.kind, Source: source, Cell: wrong.cell, message: wrong.message})
}

// foundTable is a table in a sheet.
type foundTable struct {
	sheet *sheet
	grid  *grid
}

// findTables finds the tables of a workbook: in the sheets that the plan names,
// and where it names none, or says something of all, in every one that is shown.
// It is nil, and says why, where there is none.
func (r *reader) findTables(sheets []sheet) []foundTable {
	var names []string
	for _, s := range sheets {
		names = append(names, s.name)
	}
	fitting := r.fitting()
	all := len(fitting) == 0 || slices.ContainsFunc(fitting, func(s *section) bool { return !s.ofSheet() })
	hidden := slices.ContainsFunc(fitting, func(s *section) bool { return s.Sheet == "*" })
	named := func(name string) bool {
		return slices.ContainsFunc(fitting, func(s *section) bool { return s.ofSheet() && s.onSheet(name) })
	}
	for _, s := range fitting {
		if s.ofSheet() && !slices.ContainsFunc(names, s.onSheet) && s.sheets == nil {
			s.sheets = &noSheet{r.table.Source, names}
		}
	}
	if !all && !slices.ContainsFunc(names, named) { // that is said when all files are read
		return nil
	}
	var tables []foundTable
	var skipped []string
	var barren *foundTable // the first that has municipalities and no figures
	for i := range sheets {
		s := &sheets[i]
		if !named(s.name) && (!all || s.hidden && !hidden) || len(s.cells) == 0 {
			continue
		}
		r.sheet = s.name
		g := r.findGrid(s.cells, r.headerRow())
		switch {
		case g != nil && len(g.figures) > 0:
			g.title, g.formats = cmp.Or(g.title, s.name), s.formats
			tables = append(tables, foundTable{s, g})
		case g != nil && named(s.name):
			r.tellBarren(&foundTable{s, g})
			return nil
		case g != nil && barren == nil:
			barren = &foundTable{s, g}
			skipped = append(skipped, s.name)
		case named(s.name):
			r.problem(UnknownLayout, 0, "", s.name, noTableOnSheet.With(table.Shorten(s.name)))
			return nil
		default:
			skipped = append(skipped, s.name)
		}
	}
	if len(tables) == 0 {
		if barren != nil {
			r.tellBarren(barren)
			return nil
		}
		r.problem(UnknownLayout, 0, "", "", noTableFound.With())
		return nil
	}
	for _, name := range skipped {
		r.problem(NotThere, 0, "", name, sheetSkipped.With(table.Shorten(name)))
	}
	return tables
}

// tellBarren reports a table of municipalities without a column of figures, by the
// first cell that may have been meant for one.
func (r *reader) tellBarren(t *foundTable) {
	g := t.grid
	name := table.Shorten(t.sheet.name)
	p := &Problem{Kind: UnknownLayout, Source: r.table.Source, Row: g.header + 1, sheet: true, message: noFigures.With(name)}
	for _, c := range slices.Concat(g.texts, g.ignored) {
		for row := g.header + 1; row < len(g.cells); row++ {
			if text := g.at(row, c); text != "" {
				p.Row, p.Column, p.Cell, p.Text = row+1, g.at(g.header, c), table.CellName(row, c), text
				p.message = noFiguresButText.With(name, table.Shorten(text))
				r.problems.add(p)
				return
			}
		}
	}
	r.problems.add(p)
}

// useNamedColumns takes the columns of municipalities and years that the plan
// names.
func (r *reader) useNamedColumns(g *grid) {
	columns := g.texted(g.header)
	find := func(name string) int {
		return slices.IndexFunc(columns, func(c string) bool { return name != "" && unit.Fold(c) == unit.Fold(name) })
	}
	for _, s := range r.fitting() {
		if !s.onSheet(r.sheet) {
			continue
		}
		if c := find(s.Geography); c >= 0 {
			g.name, g.code = c, -1
		}
		if c := find(s.Time); c >= 0 {
			g.keys.Year = c
		}
	}
}

// namesColumns says whether the plan names a file's header or the columns of it, which
// is then read as a sheet is.
func (r *reader) namesColumns() bool {
	return slices.ContainsFunc(r.fitting(), func(s *section) bool { return s.Header > 0 || s.Geography != "" || s.Time != "" })
}

// headerRow is the row of the header that the plan names, from 1; 0: it is to be
// found.
func (r *reader) headerRow() int {
	for _, s := range r.fitting() {
		if s.onSheet(r.sheet) && s.Header > 0 {
			return s.Header
		}
	}
	return 0
}
