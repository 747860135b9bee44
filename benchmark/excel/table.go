package excel

import (
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// table is a part of a sheet that is a table to spreadsheet programs and to
// screen readers: it can be filtered and sorted, and its headings are known as
// headings. None of its cells can be merged.
type table struct {
	row, rows, columns int         // the row of headings, from 1, and how many rows are below it
	name               lang.Phrase // what it is called after the sheet's name; empty: the sheet's only or first
	headings           []string    // none where it cannot be a table: see findTables
}

// allTables are the sheet's tables, the one below its header first.
func (s *sheet) allTables() []table {
	if s.filter == 0 {
		return s.tables
	}
	return append([]table{{row: s.header, rows: s.filter, columns: len(s.rows[s.header-1])}}, s.tables...)
}

// findTables finds all tables of a sheet and their headings.
func (s *sheet) findTables() {
	s.tables = s.allTables()
	for i := range s.tables {
		s.tables[i].headings = s.headings(s.tables[i])
	}
}

// mostInHeading is how long a table's heading can be, in UTF-16 units.
const mostInHeading = 255

// headings are a table's, and none where they are not unlike each other or some
// are empty: the file would otherwise have to be repaired.
func (s *sheet) headings(t table) (headings []string) {
	seen := map[string]bool{}
	for _, cell := range s.rows[t.row-1][:t.columns] {
		words := wordsOf(cell)
		key := strings.ToLower(words)
		if words == "" || seen[key] || len([]rune(words)) > mostInHeading/2 || strings.ContainsAny(words, "\n\r\t") {
			return nil
		}
		seen[key] = true
		headings = append(headings, words)
	}
	return headings
}

// addTables makes the sheet's tables such, and gives their cells names that others
// can link to. What cannot be a table for its headings can be filtered all the
// same where it is the sheet's first.
func (b *output) addTables(f *frame) error {
	var ids []string
	for i, t := range f.tables {
		word := f.name
		if f.key != "" {
			word = f.key
		}
		if suffix := t.name.In(b.cell.lang); suffix != "" {
			word += "_" + suffix
		}
		if err := b.file.SetDefinedName(&excelize.DefinedName{
			Name: b.ranges.Range("Raaderum_", word), RefersTo: ooxml.Span(f.name, 0, t.row-1, t.columns-1, t.row-1+t.rows),
		}); err != nil {
			return err
		}
		cells := "A" + strconv.Itoa(t.row) + ":" + ooxml.ColumnName(t.columns-1) + strconv.Itoa(t.row+t.rows)
		switch {
		case t.headings != nil:
			id, err := b.parts.Attach(f.part, "table", ooxml.TableType, func(_ string, number int) (string, error) {
				return ooxml.TablePart(number, b.ranges.Range("Tabel_", word), cells, t.headings), nil
			})
			if err != nil {
				return err
			}
			ids = append(ids, id)
		case i == 0:
			if err := b.file.AutoFilter(f.name, cells, nil); err != nil {
				return err
			}
		}
	}
	if len(ids) > 0 {
		b.parts.End(f.part, `<tableParts count="`+strconv.Itoa(len(ids))+`"><tablePart r:id="`+strings.Join(ids, `"/><tablePart r:id="`)+`"/></tableParts>`)
	}
	return nil
}

// link leads from a cell to the top of a sheet of the workbook.
type link struct {
	row, column int // from 0
	sheet       string
}

func (b *output) addLinks(s *sheet) error {
	for _, l := range s.links {
		if !b.has(l.sheet) {
			continue
		}
		if err := b.file.SetCellHyperLink(s.name, ooxml.ColumnName(l.column)+strconv.Itoa(l.row+1), ooxml.Quote(l.sheet)+"!A1", "Location"); err != nil {
			return err
		}
	}
	return nil
}

// namedRange is a cell or range that other workbooks and formulas may refer to by
// name, and that lists are of; columns and rows from 0, both ends included.
type namedRange struct {
	name                     lang.Phrase
	left, top, right, bottom int
}

func (b *output) addRanges(f *frame) error {
	for _, r := range f.ranges {
		if err := b.file.SetDefinedName(&excelize.DefinedName{Name: r.name.In(b.cell.lang), RefersTo: ooxml.Span(f.name, r.left, r.top, r.right, r.bottom)}); err != nil {
			return err
		}
	}
	return nil
}
