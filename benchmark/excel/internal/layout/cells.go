package layout

import (
	"math"
	"strings"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// Missing is how a missing number is shown. The first lines of a sheet that has one say
// what it means.
const Missing = "–"

// Cells makes cells in one language, with the styles of one workbook.
type Cells struct {
	lang  lang.Language
	style *Styles
}

// Number returns a cell with a number, or with the mark for a missing one.
func (c Cells) Number(v float64, style int) excelize.Cell {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return excelize.Cell{StyleID: c.style.Missing, Value: Missing}
	}
	return excelize.Cell{StyleID: style, Value: v}
}

// Count returns a cell with a whole number, of which 0 means that it is missing.
func (c Cells) Count(n int) excelize.Cell {
	if n == 0 {
		return c.Number(math.NaN(), 0)
	}
	return excelize.Cell{StyleID: c.style.Whole, Value: n}
}

func (c Cells) Words(p lang.Phrase, style int) excelize.Cell {
	return excelize.Cell{StyleID: style, Value: p.In(c.lang)}
}

// Link returns a cell that leads to the top of a sheet. It stands in the first column of a
// row of s, counted from 0.
func (c Cells) Link(s *Sheet, row int, words, sheet lang.Phrase) excelize.Cell {
	s.Links = append(s.Links, Link{Row: row, Sheet: sheet.In(c.lang)})
	return c.Words(words, c.style.Link)
}

// Header returns a row of column headings for texts.
func (c Cells) Header(phrases ...lang.Phrase) []any { return c.makeHeadings(c.style.Header, phrases) }

// NumberHeader returns a row of column headings for numbers.
func (c Cells) NumberHeader(phrases ...lang.Phrase) []any {
	return c.makeHeadings(c.style.NumberHeader, phrases)
}

func (c Cells) makeHeadings(style int, phrases []lang.Phrase) []any {
	row := make([]any, len(phrases))
	for i, p := range phrases {
		row[i] = c.Words(p, style)
	}
	return row
}

// MostAcross is how wide a paragraph may run, in characters.
const MostAcross = 150.0

// mergeTexts runs each text that stands alone in its row over the columns to its right, and
// makes the row high enough. On a sheet with missing numbers it says what their mark means.
func (s *Sheet) mergeTexts(c Cells) {
	s.noteMissing(c)
	s.fitTitle(c)
	for i, row := range s.Rows {
		left, words := c.Paragraph(row)
		if left < 0 {
			continue
		}
		last := len(s.Widths) - 1
		if s.Printed > 0 {
			last = s.Printed - 1
		}
		if s.pagesWide > 1 && left < s.ColumnTitles { // further right it would be cut off
			last = s.ColumnTitles - 1
		}
		most := MostAcross
		if s.pagesWide > 1 {
			most = acrossPage / 2 // it must also stay on one page
		}
		right, across := left, s.Widths[left]
		for right < last && (s.PagesTall == 1 || across+s.Widths[right+1] <= most) {
			right++
			across += s.Widths[right]
		}
		if right > left {
			s.Merged = append(s.Merged, [4]int{left, i, right, i})
		}
		s.SetHeight(i+1, ooxml.LineHeight*float64(ooxml.CountLines(words, across)))
	}
}

// fitTitle keeps the title of a sheet within the columns that are on all its pages, if the
// sheet is several pages wide. Otherwise the title would be cut off.
func (s *Sheet) fitTitle(c Cells) {
	if s.pagesWide < 2 || s.ColumnTitles == 0 || len(s.Rows[0]) != 1 {
		return
	}
	if s.ColumnTitles > 1 {
		s.Merged = append(s.Merged, [4]int{0, 0, s.ColumnTitles - 1, 0})
	}
	across := 0.0
	for _, w := range s.Widths[:s.ColumnTitles] {
		across += w
	}
	s.Rows[0] = []any{Text(cellText(s.Rows[0][0]), c.style.titleWrap)}
	s.SetHeight(1, titleHeight*float64(ooxml.CountLines(cellText(s.Rows[0][0]), across/titleWide)))
}

// titleWide is how much wider a character of a title is than one of a text.
const titleWide = 16.0 / 11 * ooxml.BoldWidth

// Paragraph returns the text that stands alone in a row, and its column; −1 if there is
// none.
func (c Cells) Paragraph(row []any) (column int, words string) {
	for i, cell := range row {
		if cell == nil {
			continue
		}
		words, ok := cell.(excelize.Cell)
		if i < len(row)-1 || !ok || words.StyleID != c.style.Lead {
			return -1, ""
		}
		return i, cellText(cell)
	}
	return -1, ""
}

// noteMissing adds to the first lines of a sheet what the mark for a missing number means,
// if the sheet has such a cell.
func (s *Sheet) noteMissing(c Cells) {
	for _, row := range s.Rows {
		for _, cell := range row {
			if mark, ok := cell.(excelize.Cell); ok && mark.StyleID == c.style.Missing &&
				mark.Value == Missing {
				for _, at := range s.Rows {
					if i, words := c.Paragraph(at); i >= 0 {
						at[i] = Text(words+" "+MissingNote.In(c.lang), c.style.Lead)
						return
					}
				}
			}
		}
	}
}

// Text returns a cell with a text as it stands. Whatever it begins with, it is no formula.
func Text(s string, style int) excelize.Cell {
	return excelize.Cell{StyleID: style, Value: ooxml.Shorten(ooxml.Tidy(s), ooxml.MostInCell)}
}

// MostAsHeading bounds the length of a heading that is made of data, so that it can be
// read.
const MostAsHeading = 100

// Heading returns a heading that is made of data.
func Heading(s string, style int) excelize.Cell {
	return Text(ooxml.Shorten(strings.Join(strings.Fields(s), " "), MostAsHeading), style)
}
