package dataset

import (
	"archive/zip"
	"context"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/archive"
	"github.com/raaderum/raaderum/dataset/internal/ods"
	"github.com/raaderum/raaderum/dataset/internal/sheet"
	"github.com/raaderum/raaderum/dataset/internal/xlsx"
	"github.com/raaderum/raaderum/dataset/table"
)

// workbookFormat is the format of a spreadsheet program: a zip archive.
type workbookFormat struct {
	// is says whether an archive is of the format, by the names of the files in it.
	is      func(names []string) bool
	program func() archive.Program
	read    func(context.Context, *zip.Reader) ([]sheet.Sheet, *table.Fault)
}

// workbookFormats are the formats that are read.
var workbookFormats = []workbookFormat{
	{xlsx.Is, xlsx.Program, xlsx.Read},
	{ods.Is, ods.Program, ods.Read},
}

// findWorkbookFormat returns the format of an archive, or nil if it is no workbook.
func findWorkbookFormat(names []string) *workbookFormat {
	for i := range workbookFormats {
		if workbookFormats[i].is(names) {
			return &workbookFormats[i]
		}
	}
	return nil
}

// readWorkbook reads the sheets that have a table of municipalities, or those that the
// plan names.
func (r *reader) readWorkbook(ctx context.Context, format *workbookFormat, z *zip.Reader) error {
	sheets, fault := format.read(ctx, z)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case fault != nil:
		r.tellBook(fault)
		return nil
	}
	tables := r.findTables(sheets)
	if tables == nil {
		return nil
	}
	whole := r.sink.table.Source
	for i, t := range tables {
		in := r
		if i > 0 {
			in = r.addReader(whole)
		}
		if len(sheets) > 1 {
			in.sink.renameSource(whole + ", " + t.sheet.Name)
		}
		in.sink.table.Layout, in.sink.sheet = inSheet, t.sheet.Name
		in.sink.builder.sheetSources[in.sink.source] = true
		if err := in.mapSheet(ctx, t.table); err != nil {
			return err
		}
	}
	return nil
}

// inSheet is the layout of a table in a sheet, as [Table] names it.
const inSheet = "sheet"

// tellBook reports the fault that ended the reading of a workbook.
func (r *reader) tellBook(f *table.Fault) {
	source := r.sink.table.Source
	if f.Sheet != "" {
		source += ", " + table.Shorten(f.Sheet)
	}
	r.sink.builder.problems.add(&Problem{Kind: kinds[f.Kind], Source: source, Cell: f.Place.Cell,
		message: f.Message})
}

// newSheetOptions says how to find a table in a sheet, as the plan asks.
func (r *reader) newSheetOptions() sheet.Options {
	opt := sheet.Options{Places: r.newTablePlaces(), Header: r.findHeaderRow(),
		DecimalMark: r.sink.options.DecimalMark, Only: r.sink.options.Municipality}
	for _, s := range r.findSections() {
		if s.isForSheet(r.sink.sheet) {
			opt.Columns = append(opt.Columns, sheet.Columns{Places: s.Geography, Times: s.Time})
		}
	}
	return opt
}

// newTablePlaces returns how to tell the names of municipalities from other texts.
func (r *reader) newTablePlaces() table.Places {
	return table.Places{
		Listed: r.sink.hasRegister(),
		Find: func(code, name string) table.Kin {
			switch _, verdict := r.sink.register.Find(code, name); verdict {
			case Known:
				return table.OnePlace
			case Total:
				return table.Whole
			}
			return table.NoPlace
		},
		Which: func(code, name string) string {
			if m, verdict := r.sink.register.Find(code, name); verdict == Known {
				return m.Code
			}
			return ""
		},
	}
}

// foundTable is a table found in a sheet.
type foundTable struct {
	sheet *sheet.Sheet
	table *sheet.Found
}

// findTables finds the tables of a workbook, in the sheets that the plan names or otherwise
// in every visible sheet. If there is none, it returns nil and reports why.
func (r *reader) findTables(sheets []sheet.Sheet) []foundTable {
	var names []string
	for _, s := range sheets {
		names = append(names, s.Name)
	}
	fitting := r.findSections()
	all := len(fitting) == 0 || slices.ContainsFunc(fitting,
		func(s *section) bool { return !s.namesSheet() })
	hidden := slices.ContainsFunc(fitting, func(s *section) bool { return s.Sheet == "*" })
	named := func(name string) bool {
		return slices.ContainsFunc(fitting, func(s *section) bool {
			return s.namesSheet() &&
				s.isForSheet(name)
		})
	}
	for _, s := range fitting {
		if s.namesSheet() && !slices.ContainsFunc(names, s.isForSheet) && s.sheets == nil {
			s.sheets = &noSheet{r.sink.table.Source, names}
		}
	}
	// That is reported when all files have been read.
	if !all && !slices.ContainsFunc(names, named) {
		return nil
	}
	var tables []foundTable
	var skipped, concealed []string
	// The first table that has municipalities and no figures.
	var barren *foundTable
	for i := range sheets {
		s := &sheets[i]
		if !named(s.Name) && (!all || s.Hidden && !hidden) || len(s.Cells) == 0 {
			if all && s.Hidden && len(s.Cells) > 0 {
				concealed = append(concealed, s.Name)
			}
			continue
		}
		r.sink.sheet = s.Name
		g := sheet.Find(s, r.newSheetOptions())
		switch {
		case g != nil && g.HasFigures():
			tables = append(tables, foundTable{s, g})
		case g != nil && named(s.Name):
			r.tellBarren(&foundTable{s, g})
			return nil
		case g != nil && barren == nil:
			barren = &foundTable{s, g}
			skipped = append(skipped, s.Name)
		case named(s.Name):
			r.sink.tellProblem(UnknownLayout, 0, "", s.Name,
				noTableOnSheet.With(table.Shorten(s.Name)))
			return nil
		default:
			skipped = append(skipped, s.Name)
		}
	}
	if len(tables) == 0 {
		if barren != nil {
			r.tellBarren(barren)
			return nil
		}
		message := noTableFound.With()
		if !r.sink.hasRegister() {
			message = noPlacesFound.With()
		}
		if across := r.findAcrossSheets(sheets); len(across) > 1 {
			message = placesAcross.With(table.ListSome(across))
		}
		r.sink.tellProblem(UnknownLayout, 0, "", "", message)
		return nil
	}
	for _, name := range concealed {
		r.sink.tellProblem(NotThere, 0, "", name, hiddenSheet.With(table.Shorten(name)))
	}
	for _, name := range skipped {
		r.sink.tellProblem(NotThere, 0, "", name, sheetSkipped.With(table.Shorten(name)))
	}
	return tables
}

// findAcrossSheets returns the municipalities in the first row of a sheet, if it has
// several.
func (r *reader) findAcrossSheets(sheets []sheet.Sheet) []string {
	for i := range sheets {
		for _, row := range sheets[i].Cells[:min(len(sheets[i].Cells), 100)] {
			headings := make([]string, len(row))
			for c, cell := range row {
				headings[c] = strings.TrimSpace(cell.Text)
			}
			if across := r.findAcross(headings); len(across) > 1 {
				return across
			}
		}
	}
	return nil
}

// tellBarren reports a table of municipalities without a column of figures. It points at
// the first cell that may have been meant as a figure.
func (r *reader) tellBarren(t *foundTable) {
	name := table.Shorten(t.sheet.Name)
	text, at := t.table.FirstText()
	p := &Problem{
		Kind: UnknownLayout, Source: r.sink.table.Source, sheet: true,
		Row: at.Row, Column: at.Column, Cell: at.Cell, Text: text, message: noFigures.With(name),
	}
	if text != "" {
		p.message = noFiguresButText.With(name, table.Shorten(text))
	}
	r.sink.builder.problems.add(p)
}

// mapSheet maps the table of a sheet.
func (r *reader) mapSheet(ctx context.Context, found *sheet.Found) error {
	made := found.Table(ctx)
	if made == nil {
		return ctx.Err()
	}
	r.sink.table.DecimalMark = rune(made.Marks.Decimal)
	r.sink.table.Rows += made.Short
	r.sink.table.Skipped += made.Short
	r.sink.tellFaults(made.Faults)
	if made.Short > 0 && made.Rows == 0 { // each row was reported
		return nil
	}
	if made.Table.Parts && !r.checkOwner(made) {
		return nil
	}
	if err := r.mapTable(ctx, made.Table); err != nil {
		return err
	}
	if made.Code != "" {
		r.sink.table.Uses = append(r.sink.table.Uses, Use{Variable: made.Code, As: "code"})
	}
	for i, name := range made.LeftOut {
		r.sink.table.Uses = append(r.sink.table.Uses, Use{Variable: name, As: sayLeftOut(i)})
	}
	return nil
}

// namesColumns says whether the plan names the header or the columns of a file. Such a file
// is read as a sheet is.
func (r *reader) namesColumns() bool {
	return slices.ContainsFunc(r.findSections(), func(s *section) bool {
		return s.Header > 0 ||
			s.Geography != "" || s.Time != ""
	})
}

// findHeaderRow returns the row of the header that the plan names, counted from 1. It is 0
// if the header has to be found.
func (r *reader) findHeaderRow() int {
	for _, s := range r.findSections() {
		if s.isForSheet(r.sink.sheet) && s.Header > 0 {
			return s.Header
		}
	}
	return 0
}
