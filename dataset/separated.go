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

// newTextOptions returns how to read separated text.
func (r *reader) newTextOptions() text.Options {
	return text.Options{
		Separator: r.sink.options.Separator, DecimalMark: r.sink.options.DecimalMark,
		Places: r.newTablePlaces(),
	}
}

// readSeparated reads separated text. It may have a row for each cell, a table somewhere
// among its fields, or a header with one row a line. For a large file, beginning holds only
// the first lines, and large reads the whole.
func (r *reader) readSeparated(ctx context.Context, beginning string, large *source.Stream) error {
	f, fault := text.Open(beginning, large, r.newTextOptions())
	r.sink.table.Separator = f.Separator
	if fault != nil {
		r.sink.tellFault(*fault)
		return nil
	}
	if has, header := f.HasCells(); has {
		if header && r.tellRepeated(f) {
			return nil
		}
		return r.readCells(ctx, f, header)
	}
	found, fault := f.FindTable(r.namesColumns(), r.newSheetOptions())
	if fault != nil {
		r.sink.tellFault(*fault)
		return nil
	}
	if found != nil {
		r.sink.table.Separator = f.Separator
		r.sink.table.Layout = "columns"
		if found.HasBlocks() {
			r.sink.table.Layout = "blocks"
			r.sink.tellFaults(f.OpenEnd())
		}
		return r.mapSheet(ctx, found)
	}
	return r.readRows(ctx, f)
}

// readCells reads text with a row for each cell.
func (r *reader) readCells(ctx context.Context, f *text.File, header bool) error {
	r.sink.table.Layout = "statbank"
	if !header {
		r.sink.table.Layout = "web"
	}
	made := f.Cells(ctx, r.sink.tellFault)
	r.sink.table.Rows += made.Skipped
	r.sink.table.Skipped += made.Skipped
	if made.Encoding != "" {
		r.sink.table.Encoding = made.Encoding
	}
	if ctx.Err() != nil || made.Table == nil {
		return ctx.Err()
	}
	r.sink.table.DecimalMark = rune(made.Marks.Decimal)
	err := r.mapTable(ctx, made.Table)
	if fault := f.ReadFault(); fault != nil {
		r.sink.tellFault(*fault)
	}
	return err
}

// readRows reads text with a header and one row a line. The header tells the layout.
func (r *reader) readRows(ctx context.Context, f *text.File) error {
	if len(f.Columns) == 1 {
		r.sink.tellFault(*f.NotDivided())
		return nil
	}
	rows := r.newRows(f)
	l := r.chooseLayout(rows, f)
	if l == nil {
		return nil
	}
	m, faults := f.FindMarks(l.listNumbers())
	r.sink.tellFaults(faults)
	r.sink.table.DecimalMark = rune(m.Decimal)
	if f.IsLarge() {
		encoding, fault := f.Scan(ctx)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case fault != nil:
			r.sink.tellFault(*fault)
			return nil
		}
		r.sink.table.Encoding = encoding
	}
	fault := f.Each(ctx, l.listNumbers(), m, func(row *text.Row) bool {
		r.sink.table.Rows++
		if rows.takeNote(row) {
			r.sink.table.Skipped++
			r.places.totals++
			return true
		}
		if row.Fault != nil {
			r.sink.table.Skipped++
			r.sink.tellFault(*row.Fault)
			return true
		}
		return l.putRow(row, m) && !r.places.ended
	})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if fault != nil {
		r.sink.tellFault(*fault)
	}
	l.finish()
	rows.tellEnd()
	if rows.endsEarly() {
		r.sink.tellFaults(f.OpenEnd())
	}
	return nil
}

// newRows prepares the mapping of a text's rows, as the plan says.
func (r *reader) newRows(f *text.File) *rows {
	keys, _ := table.FindKeys(f.Columns)
	if keys.Unit < 0 {
		keys.Unit = findUnitColumn(f, keys)
	}
	return &rows{sink: r.sink, places: r.places, pass: r.usePlan(), keys: keys, columns: f.Columns}
}

// findUnitColumn returns a column whose first rows hold nothing but units of amounts,
// whatever its heading, or -1.
func findUnitColumn(f *text.File, k table.Keys) int {
	texts := make([][]string, len(f.Columns))
	n := 0
	f.Sample(func(row []string, _ int) {
		if n++; n > 400 {
			return
		}
		for c := range min(len(row), len(texts)) {
			if field := strings.TrimSpace(row[c]); field != "" {
				texts[c] = append(texts[c], strings.Clone(field))
			}
		}
	})
	for c := range texts {
		if c != k.Code && c != k.Name && c != k.Indicator && unit.AreAmounts(texts[c]) {
			return c
		}
	}
	return -1
}

// chooseLayout chooses the layout by the header. It returns nil, with a problem, if the
// header fits none.
func (r *reader) chooseLayout(rows *rows, f *text.File) layout {
	columns, line, keys := f.Columns, f.Line, rows.keys
	_, again := table.FindKeys(columns)
	if again >= 0 {
		first := columns[keys.Called(columns[again])]
		r.sink.tellProblem(BadHeader, line, columns[again], columns[again],
			sameMeaning.With(table.Shorten(first), table.Shorten(columns[again])))
		return nil
	}
	if r.tellRepeated(f) {
		return nil
	}
	found := table.Shorten(strings.Join(columns, ", "))
	switch {
	case keys.Code < 0 && keys.Name < 0:
		message := unknownLayout.With(found)
		if !r.sink.hasRegister() {
			message = unknownPlaces.With(found)
		}
		if r.sink.options.Municipality == "" && slices.ContainsFunc(columns, table.NamesAccounts) {
			message = unknownOwner.With(found)
		}
		if across := r.findAcross(columns); len(across) > 1 {
			message = placesAcross.With(table.ListSome(across))
		}
		if speaksOfPrices(columns) {
			message = perhapsPrices.With(found)
		}
		r.sink.tellProblem(UnknownLayout, line, "", found, message)
		return nil
	case keys.Indicator >= 0 && keys.Value >= 0:
		r.sink.table.Layout = "tidy"
		return newTidy(rows)
	case keys.Indicator >= 0:
		r.sink.tellProblem(UnknownLayout, line, "", found, noValues.With(columns[keys.Indicator]))
		return nil
	}
	if keys.Year < 0 {
		rows.pass.noteKeys("year")
	}
	r.sink.table.Layout = "wide"
	return newWide(rows, f)
}

// tellRepeated reports a heading that stands twice.
func (r *reader) tellRepeated(f *text.File) bool {
	seen := map[string]bool{}
	for _, c := range f.Columns {
		if c != "" && seen[c] {
			r.sink.tellProblem(BadHeader, f.Line, c, c, headerTwice.With())
			return true
		}
		seen[c] = true
	}
	return false
}

// findAcross returns the headings that are names of municipalities.
func (r *reader) findAcross(headings []string) (across []string) {
	for _, heading := range headings {
		if !r.sink.hasRegister() || unit.AllDigits(heading) {
			continue
		}
		if _, verdict := r.sink.register.Find(heading, ""); verdict == Known {
			across = append(across, heading)
		}
	}
	return across
}

// speaksOfPrices says whether the names of columns are those of a price index.
func speaksOfPrices(names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		name = unit.Fold(name)
		return strings.Contains(name, "indeks") || strings.Contains(name, "index")
	})
}
