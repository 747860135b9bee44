package dataset

import (
	"archive/zip"
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/lang"
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
	var names []string
	for _, s := range sheets {
		names = append(names, s.name)
	}
	type found struct {
		sheet *sheet
		grid  *grid
	}
	var tables []found
	var skipped []string
	named := false
	for _, section := range r.sections() {
		if section.Sheet != "" && section.Sheet != "*" && !slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, section.Sheet) }) {
			r.problem(BadMapping, 0, "", section.Sheet, noSuchSheet.With(section.Sheet, lang.List(names), lang.Suggest(section.Sheet, names)))
			return nil
		}
		for i := range sheets {
			s := &sheets[i]
			if section.Sheet != "" && section.Sheet != "*" && !strings.EqualFold(section.Sheet, s.name) || section.Sheet == "" && s.hidden || len(s.cells) == 0 {
				continue
			}
			named = named || section.Sheet != ""
			if slices.ContainsFunc(tables, func(f found) bool { return f.sheet == s }) {
				continue
			}
			if g := r.findGrid(s.cells, section.Header); g != nil {
				g.title = or(g.title, s.name)
				tables = append(tables, found{s, g})
			} else {
				skipped = append(skipped, s.name)
			}
		}
	}
	if len(tables) == 0 {
		r.problem(UnknownLayout, 0, "", "", noTableFound.With())
		return nil
	}
	for _, name := range skipped {
		if !named {
			r.problem(NotThere, 0, "", name, sheetSkipped.With(shorten(name)))
		}
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
		in.table.Layout = "sheet"
		if err := in.readGrid(ctx, t.grid); err != nil {
			return err
		}
	}
	return nil
}

func or(text, fallback string) string {
	if text == "" {
		return fallback
	}
	return text
}
