package excel

import (
	"slices"
	"strings"

	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// table is the part of a sheet that is a table to spreadsheet programs and to
// screen readers: it can be filtered and sorted, and its headings are known as
// headings. A sheet has one.
type table struct{ row, rows, columns int } // the row of headings, from 1, and how many rows are below it

// mainTable is the sheet's table; false where it has none.
func (s *sheet) mainTable() (table, bool) {
	t := s.table
	if t.rows == 0 {
		if s.filter == 0 {
			return t, false
		}
		t = table{row: s.header, rows: s.filter, columns: len(s.rows[s.header-1])}
	}
	return t, true
}

// mostInHeading is how long a table's heading can be, in UTF-16 units.
const mostInHeading = 255

// named headings of a table must be unlike each other and not empty: the file
// would otherwise have to be repaired. Where they are not, the range can still be
// filtered.
func (s *sheet) headingsDiffer(t table) bool {
	seen := map[string]bool{}
	for _, cell := range s.rows[t.row-1][:t.columns] {
		c, ok := cell.(excelize.Cell)
		words, isText := c.Value.(string)
		key := strings.ToLower(words)
		if !ok || !isText || words == "" || seen[key] || len([]rune(words)) > mostInHeading/2 || strings.ContainsAny(words, "\n\r\t") {
			return false
		}
		seen[key] = true
	}
	return true
}

// addTable makes the sheet's table one, and gives its cells a name that others
// can link to. It goes after the rows and before the end of the stream, and the
// filter of what cannot be a table before the stream: see filterBefore.
func (b *book) addTable(name string, s *sheet, stream *excelize.StreamWriter) error {
	t, ok := s.mainTable()
	if !ok {
		return nil
	}
	word := name
	if s.key != "" {
		word = s.key
	}
	if err := b.file.SetDefinedName(&excelize.DefinedName{
		Name: b.ranges.named("Raaderum_", word), RefersTo: b.span(name, 0, t.row-1, t.columns-1, t.row-1+t.rows),
	}); err != nil {
		return err
	}
	if !s.headingsDiffer(t) {
		return nil
	}
	return stream.AddTable(&excelize.Table{
		Range: "A" + whole(t.row) + ":" + column(t.columns-1) + whole(t.row+t.rows), Name: b.ranges.named("Tabel_", word),
		StyleName: "TableStyleLight1", ShowRowStripes: new(false),
	})
}

// filterBefore lets the rows be filtered where they cannot be a table.
func (b *book) filterBefore(name string, s *sheet) error {
	t, ok := s.mainTable()
	if !ok || s.headingsDiffer(t) {
		return nil
	}
	return b.file.AutoFilter(name, "A"+whole(t.row)+":"+column(t.columns-1)+whole(t.row+t.rows), nil)
}

// link leads from a cell to the top of a sheet of the workbook.
type link struct {
	row, column int // from 0
	sheet       string
}

func (b *book) addLinks(name string, s *sheet) error {
	for _, l := range s.links {
		if !slices.Contains(b.file.GetSheetList(), l.sheet) {
			continue
		}
		if err := b.file.SetCellHyperLink(name, column(l.column)+whole(l.row+1), quoted(l.sheet)+"!A1", "Location"); err != nil {
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

func (b *book) addRanges(sheet string, s *sheet) error {
	for _, r := range s.ranges {
		if err := b.file.SetDefinedName(&excelize.DefinedName{Name: r.name.In(b.lang), RefersTo: b.span(sheet, r.left, r.top, r.right, r.bottom)}); err != nil {
			return err
		}
	}
	return nil
}
