package excel

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/xuri/excelize/v2"
)

// page sets a sheet to print on pages of A4, as wide as the paper.
func (b *output) page(s *sheet) error {
	orientation, height, about := "landscape", s.pagesTall, b.printed.about
	if s.common { // of no municipality, and the same in all workbooks
		about = b.printed.aboutAll
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
		OddHeader: "&L" + inHeader(about) + "&R" + inHeader(b.printed.data) + inHeader(printedWord.In(b.cell.lang)) + " &D",
		OddFooter: "&L&A&R" + inHeader(pageWord.In(b.cell.lang)) + " &P / &N",
	})
}

// printing says what of a sheet is printed, and what on every page.
func (b *output) printing(f *frame) error {
	var titles []string
	if f.columnTitles > 0 {
		titles = append(titles, ooxml.Quote(f.name)+"!$A:$"+ooxml.ColumnName(f.columnTitles-1))
	}
	first, last := f.titles, f.titles
	if f.oneTable {
		first, last = cmp.Or(f.titles, f.header), f.header
	}
	if first > 0 {
		titles = append(titles, ooxml.Quote(f.name)+"!$"+strconv.Itoa(first)+":$"+strconv.Itoa(last))
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
		top = f.header + f.each*b.printed.position
		bottom = top + f.each
	}
	return b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: f.name, RefersTo: ooxml.Span(f.name, 0, top, f.printed-1, bottom-1)})
}

// The room on a page of A4 between its margins, and how wide a character is that
// columns are measured in, in points.
const (
	pageWidth      = 784.0
	pageHeight     = 490.0
	characterWidth = 5.25
)

// keepBlocks begins a page with each block that what is left of the page before has
// no room for: a chart or table is not torn apart, and few pages are half empty.
func (s *sheet) keepBlocks() {
	if len(s.blocks) == 0 {
		return
	}
	page := s.pageRoom()
	height := func(from, to int) (points float64) {
		for i := from; i < to; i++ {
			points += s.heightOf(i)
		}
		return points
	}
	used := height(0, s.blocks[0])
	for i, from := range s.blocks {
		to := s.printedRows
		if i+1 < len(s.blocks) {
			to = s.blocks[i+1]
		}
		if from >= s.printedRows {
			return
		}
		need := height(from, to)
		if used+need > page && i > 0 {
			s.breaks = append(s.breaks, from)
			used = height(0, s.titles)
		}
		used += need
	}
}

// pageRoom is how high, in points, what stands on one page can be, which is made as
// wide as the paper.
func (s *sheet) pageRoom() float64 {
	across := 0.0
	for _, w := range s.widths[:s.printed] {
		across += w * characterWidth
	}
	return pageHeight * max(1, across/pageWidth)
}

// heightOf is a row's height in points; the row is from 0.
func (s *sheet) heightOf(row int) float64 {
	if h, ok := s.heights[row+1]; ok {
		return h
	}
	if row == 0 {
		return titleHeight
	}
	return ooxml.LineHeight
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
	if s.pagesWide > 1 && s.columnTitles > 0 && titles < enoughAcross {
		s.widths[s.columnTitles-1] += enoughAcross - titles
	}
}

// enoughAcross is how wide, in characters, the columns on every page are in which
// the title and what is said below it stand.
const enoughAcross = 45

// inHeader is a text in a page's header or footer, where & begins a command and
// there is room for 255 characters in all.
func inHeader(words string) string {
	return strings.ReplaceAll(ooxml.Shorten(strings.Join(strings.Fields(ooxml.Tidy(words)), " "), 90), "&", "&&")
}
