package excel

import (
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

// page sets a sheet to print on pages of A4, as wide as the paper.
func (b *book) page(s *sheet) error {
	orientation, height, about := "landscape", s.pagesTall, b.about()
	if s.common {
		about = b.aboutAll()
	}
	f := b.file
	if err := f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: new(true)}); err != nil {
		return err
	}
	if err := f.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: new(9), Orientation: &orientation, FitToWidth: new(max(1, s.pagesWide)), FitToHeight: &height,
	}); err != nil {
		return err
	}
	if err := f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: new(0.4), Right: new(0.4), Top: new(0.7), Bottom: new(0.6), Header: new(0.3), Footer: new(0.3), Horizontally: new(true),
	}); err != nil {
		return err
	}
	return f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddHeader: "&L" + inHeader(about) + "&R" + inHeader(dataOf.With(b.period()).In(b.lang)) + inHeader(printedWord.In(b.lang)) + " &D",
		OddFooter: "&L&A&R" + inHeader(pageWord.In(b.lang)) + " &P / &N",
	})
}

// printing says what of a sheet is printed, and what on every page.
func (b *book) printing(f *frame) error {
	var titles []string
	if f.columnTitles > 0 {
		titles = append(titles, quoted(f.name)+"!$A:$"+column(f.columnTitles-1))
	}
	if f.oneTable {
		first := f.header
		if f.titles > 0 {
			first = f.titles
		}
		titles = append(titles, quoted(f.name)+"!$"+whole(first)+":$"+whole(f.header))
	}
	if len(titles) > 0 {
		if err := b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: f.name, RefersTo: strings.Join(titles, ",")}); err != nil {
			return err
		}
	}
	if f.printed == 0 {
		return nil
	}
	top, bottom := 0, f.height
	if f.printedRows > 0 {
		bottom = f.printedRows
	}
	if f.each > 0 {
		top = f.header + f.each*b.writer.live().position(b.own)
		bottom = top + f.each
	}
	return b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: f.name, RefersTo: b.span(f.name, 0, top, f.printed-1, bottom-1)})
}

// acrossPage is how many characters wide a page is whose sheet is on several beside
// each other.
const acrossPage = 210.0

// spreadPages puts a wide table on as many pages beside each other as it takes for
// it to be read, with the first columns on each.
func (s *sheet) spreadPages() {
	titles, rest := 0.0, 0.0
	for i, w := range s.widths {
		if i < s.columnTitles {
			titles += w
		} else {
			rest += w
		}
	}
	s.pagesWide = int(math.Ceil(rest / max(acrossPage-titles, acrossPage/3)))
}

// about says what a workbook is about: its title, and whose it is.
func (b *book) about() string {
	if b.own == "" {
		return b.aboutAll()
	}
	return b.titled(b.municipalityName(b.own))
}

// aboutAll is what the sheets are about that are the same in all workbooks.
func (b *book) aboutAll() string { return b.titled(allMunicipalities.In(b.lang)) }

func (b *book) titled(who string) string {
	if b.report.Title == "" {
		return who
	}
	return b.report.Title + ": " + who
}

// inHeader is a text in a page's header or footer, where & begins a command and
// there is room for 255 characters in all.
func inHeader(words string) string {
	return strings.ReplaceAll(shortened(strings.Join(strings.Fields(tidy(words)), " "), 90), "&", "&&")
}

// span is a range of cells, columns and rows from 0, both ends included.
func (b *book) span(sheet string, left, top, right, bottom int) string {
	return quoted(sheet) + "!$" + column(left) + "$" + whole(top+1) + ":$" + column(right) + "$" + whole(bottom+1)
}

// column is a column's letters; its number is from 0.
func column(i int) string {
	name, err := excelize.ColumnNumberToName(i + 1)
	if err != nil {
		return "XFD" // the last: a sheet with more columns is refused before it is written
	}
	return name
}
