package dataset

import (
	"archive/zip"
	"context"
	"errors"
	"slices"
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
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, errTooLarge):
		r.problem(TooLarge, 0, "", "", bookTooLarge.With())
		return nil
	case err != nil:
		r.problem(Unreadable, 0, "", "", brokenBook.With(shorten(err.Error())))
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
		in.table.Layout, in.sheet = "sheet", t.sheet.name
		if err := in.readGrid(ctx, t.grid); err != nil {
			return err
		}
	}
	return nil
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
	for i := range sheets {
		s := &sheets[i]
		if !named(s.name) && (!all || s.hidden && !hidden) || len(s.cells) == 0 {
			continue
		}
		r.sheet = s.name
		g := r.findGrid(s.cells, r.headerRow())
		switch {
		case g != nil:
			g.title = or(g.title, s.name)
			tables = append(tables, foundTable{s, g})
		case named(s.name):
			r.problem(UnknownLayout, 0, "", s.name, noTableOnSheet.With(shorten(s.name)))
			return nil
		default:
			skipped = append(skipped, s.name)
		}
	}
	if len(tables) == 0 {
		r.problem(UnknownLayout, 0, "", "", noTableFound.With())
		return nil
	}
	for _, name := range skipped {
		r.problem(NotThere, 0, "", name, sheetSkipped.With(shorten(name)))
	}
	return tables
}

// useNamedColumns takes the columns of municipalities and years that the plan
// names.
func (r *reader) useNamedColumns(g *grid) {
	columns := g.texted(g.header)
	find := func(name string) int {
		return slices.IndexFunc(columns, func(c string) bool { return name != "" && fold(c) == fold(name) })
	}
	for _, s := range r.fitting() {
		if !s.onSheet(r.sheet) {
			continue
		}
		if c := find(s.Geography); c >= 0 {
			g.name, g.code = c, -1
		}
		if c := find(s.Time); c >= 0 {
			g.keys.year = c
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

func or(text, fallback string) string {
	if text == "" {
		return fallback
	}
	return text
}
