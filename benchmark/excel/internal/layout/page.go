package layout

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/xuri/excelize/v2"
)

// setPage sets a sheet to print on A4, as wide as the paper.
func (b *Book) setPage(s *Sheet) error {
	orientation, height, about := "landscape", s.PagesTall, b.printed.About
	if s.common { // it belongs to no municipality and is the same in all workbooks
		about = b.printed.AboutAll
	}
	f := b.file
	if err := f.SetSheetProps(s.Name,
		&excelize.SheetPropsOptions{FitToPage: new(true)}); err != nil {
		return err
	}
	if err := f.SetPageLayout(s.Name, &excelize.PageLayoutOptions{
		Size: new(9), Orientation: &orientation, FitToWidth: new(max(1, s.pagesWide)),
		FitToHeight: &height,
	}); err != nil {
		return err
	}
	if err := f.SetPageMargins(s.Name, &excelize.PageLayoutMarginsOptions{
		Left: new(0.4), Right: new(0.4), Top: new(0.7), Bottom: new(0.6), Header: new(0.3),
		Footer: new(0.3), Horizontally: new(true),
	}); err != nil {
		return err
	}
	return f.SetHeaderFooter(s.Name, &excelize.HeaderFooterOptions{
		OddHeader: "&L" + escapeHeader(about) + "&R" + escapeHeader(b.printed.Data) +
			escapeHeader(printedWord.In(b.Cell.lang)) + " &D",
		OddFooter: "&L&A&R" + escapeHeader(pageWord.In(b.Cell.lang)) + " &P / &N",
	})
}

// setPrinted sets which part of a sheet is printed, and what stands on every page.
func (b *Book) setPrinted(f *Frame) error {
	if f.onScreen > 0 {
		return b.setPrintArea(f, f.onScreen, screenRows)
	}
	var titles []string
	if f.ColumnTitles > 0 {
		titles = append(titles, ooxml.Quote(f.Name)+"!$A:$"+ooxml.ColumnName(f.ColumnTitles-1))
	}
	first, last := f.Titles, f.Titles
	if f.OneTable {
		first, last = cmp.Or(f.Titles, f.Header), f.Header
	}
	if first > 0 {
		titles = append(titles, ooxml.Quote(f.Name)+"!$"+strconv.Itoa(first)+":$"+strconv.Itoa(last))
	}
	if len(titles) > 0 {
		if err := b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles",
			Scope: f.Name, RefersTo: strings.Join(titles, ",")}); err != nil {
			return err
		}
	}
	if f.Printed == 0 {
		return nil
	}
	return b.setPrintArea(f, f.Printed, cmp.Or(f.PrintedRows, f.height))
}

// setPrintArea has the first columns and rows of a sheet printed, and nothing else.
func (b *Book) setPrintArea(f *Frame, columns, rows int) error {
	return b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: f.Name,
		RefersTo: ooxml.Span(f.Name, 0, 0, columns-1, rows-1)})
}

// screenRows are the title and the line below it.
const screenRows = 2

// KeepOnScreen has the title of the sheet printed, and the line below it, where the whole
// workbook is. No file can say that a sheet is not printed at all. The widths are to be set.
func (s *Sheet) KeepOnScreen() {
	across := 0.0
	for _, w := range s.Widths {
		if s.onScreen++; across+w >= MostAcross {
			break
		}
		across += w
	}
	s.pagesWide = 1
}

// The room on a page of A4 between its margins, and the width of the character that columns
// are measured in. All are in points.
const (
	pageWidth      = 784.0
	pageHeight     = 490.0
	characterWidth = 5.25
)

// MostOnPage is how many rows of a table can be read on one page.
const MostOnPage = 45

// keepBlocks begins a page with each block that does not fit on what is left of the page
// before. So no chart or table is torn apart, and few pages are half empty.
func (s *Sheet) keepBlocks() {
	if len(s.Blocks) == 0 {
		return
	}
	page := s.PageRoom()
	height := func(from, to int) (points float64) {
		for i := from; i < to; i++ {
			points += s.HeightOf(i)
		}
		return points
	}
	used := height(0, s.Blocks[0])
	for i, from := range s.Blocks {
		to := s.PrintedRows
		if i+1 < len(s.Blocks) {
			to = s.Blocks[i+1]
		}
		if from >= s.PrintedRows {
			return
		}
		need := height(from, to)
		if used+need > page && i > 0 {
			s.Breaks = append(s.Breaks, from)
			used = height(0, s.Titles)
		}
		used += need
	}
}

// PageRoom returns how high the content of a page can be, in points, when it is made as
// wide as the paper.
func (s *Sheet) PageRoom() float64 {
	across := 0.0
	for _, w := range s.Widths[:s.Printed] {
		across += w * characterWidth
	}
	return pageHeight * max(1, across/pageWidth)
}

// HeightOf returns a row's height in points. The row is counted from 0.
func (s *Sheet) HeightOf(row int) float64 {
	if h, ok := s.Heights[row+1]; ok {
		return h
	}
	if row == 0 {
		return titleHeight
	}
	return ooxml.LineHeight
}

// acrossPage is how many characters wide a page is if the sheet is several pages wide.
const acrossPage = 210.0

// SpreadPages spreads a wide table over as many pages, side by side, as make it readable.
// Each page repeats the first columns.
func (s *Sheet) SpreadPages() {
	titles, rest := 0.0, 0.0
	for i, w := range s.Widths {
		if i < s.ColumnTitles {
			titles += w
		} else {
			rest += w
		}
	}
	s.pagesWide = int(math.Ceil(rest / max(acrossPage-titles, acrossPage/3)))
	if s.pagesWide > 1 && s.ColumnTitles > 0 && titles < enoughAcross {
		s.Widths[s.ColumnTitles-1] += enoughAcross - titles
	}
}

// enoughAcross is how many characters wide the repeated columns must be for the title and
// the lines below it.
const enoughAcross = 45

// escapeHeader makes a text fit for a page's header or footer. There & begins a command,
// and there is room for 255 characters in all.
func escapeHeader(words string) string {
	return strings.ReplaceAll(ooxml.Shorten(strings.Join(strings.Fields(ooxml.Tidy(words)), " "),
		90), "&", "&&")
}
