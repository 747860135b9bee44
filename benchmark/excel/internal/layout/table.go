package layout

import (
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// Table is a part of a sheet that spreadsheet programs and screen readers know as a table.
// It can be filtered and sorted, and its headings are known as headings. None of its cells
// can be merged.
type Table struct {
	Row, Rows, Columns int // Row, from 1, has the headings; Rows counts the rows below it
	// what it is called after the sheet's name; empty: the sheet's only or first
	name     lang.Phrase
	headings []string // nil if it cannot be a table: see findTables
}

// listTables returns the sheet's tables, beginning with the one below its header.
func (s *Sheet) listTables() []Table {
	if s.Filter == 0 {
		return s.Tables
	}
	return append([]Table{{Row: s.Header, Rows: s.Filter, Columns: len(s.Rows[s.Header-1])}},
		s.Tables...)
}

// findTables finds all tables of a sheet and their headings.
func (s *Sheet) findTables() {
	s.Tables = s.listTables()
	for i := range s.Tables {
		s.Tables[i].headings = s.findHeadings(s.Tables[i])
	}
}

// mostInHeading is how long a table's heading may be, in UTF-16 units.
const mostInHeading = 255

// findHeadings returns a table's headings. It returns nil if one is empty or stands twice,
// because Excel would then offer to repair the file.
func (s *Sheet) findHeadings(t Table) (headings []string) {
	seen := map[string]bool{}
	for _, cell := range s.Rows[t.Row-1][:t.Columns] {
		words := cellText(cell)
		key := strings.ToLower(words)
		if words == "" || seen[key] || len([]rune(words)) > mostInHeading/2 ||
			strings.ContainsAny(words, "\n\r\t") {
			return nil
		}
		seen[key] = true
		headings = append(headings, words)
	}
	return headings
}

// addTables writes the sheet's tables and names their cells, so that others can link to
// them. If the first table cannot be a table because of its headings, it gets a filter
// instead.
func (b *Book) addTables(f *Frame) error {
	var ids []string
	for i, t := range f.Tables {
		word := f.Name
		if f.Key != "" {
			word = f.Key
		}
		if suffix := t.name.In(b.Cell.lang); suffix != "" {
			word += "_" + suffix
		}
		if err := b.file.SetDefinedName(&excelize.DefinedName{
			Name:     b.ranges.Range("Raaderum_", word),
			RefersTo: ooxml.Span(f.Name, 0, t.Row-1, t.Columns-1, t.Row-1+t.Rows),
		}); err != nil {
			return err
		}
		cells := "A" + strconv.Itoa(t.Row) + ":" + ooxml.ColumnName(t.Columns-1) +
			strconv.Itoa(t.Row+t.Rows)
		switch {
		case t.headings != nil:
			id, err := b.parts.Attach(f.part, "table", ooxml.TableType,
				func(_ string, number int) (string, error) {
					return ooxml.TablePart(number, b.ranges.Range("Tabel_", word), cells,
						t.headings), nil
				})
			if err != nil {
				return err
			}
			ids = append(ids, id)
		case i == 0:
			if err := b.file.AutoFilter(f.Name, cells, nil); err != nil {
				return err
			}
		}
	}
	if len(ids) > 0 {
		b.parts.End(f.part, `<tableParts count="`+strconv.Itoa(len(ids))+`"><tablePart r:id="`+strings.Join(ids, `"/><tablePart r:id="`)+`"/></tableParts>`)
	}
	return nil
}

// Link leads from a cell to the top of a sheet of the workbook.
type Link struct {
	Row, Column int // from 0
	Sheet       string
}

func (b *Book) addLinks(s *Sheet) error {
	for _, l := range s.Links {
		if !b.Has(l.Sheet) {
			continue
		}
		if err := b.file.SetCellHyperLink(s.Name, ooxml.ColumnName(l.Column)+strconv.Itoa(l.Row+1),
			ooxml.Quote(l.Sheet)+"!A1", "Location"); err != nil {
			return err
		}
	}
	return nil
}

// Range is a cell or range with a name, to which other workbooks, formulas and lists may
// refer. Columns and rows are counted from 0, and both ends are included.
type Range struct {
	Name                     lang.Phrase
	Left, Top, Right, Bottom int
}

func (b *Book) addRanges(f *Frame) error {
	for _, r := range f.Ranges {
		if err := b.file.SetDefinedName(&excelize.DefinedName{Name: r.Name.In(b.Cell.lang),
			RefersTo: ooxml.Span(f.Name, r.Left, r.Top, r.Right, r.Bottom)}); err != nil {
			return err
		}
	}
	return nil
}
