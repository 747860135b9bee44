package layout

import (
	"math"
	"strings"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// Missing is how a missing number is shown. The lead of a sheet that has one says
// what it means.
const Missing = "–"

// Cells makes cells in one language, with the styles of one workbook.
type Cells struct {
	lang  lang.Language
	style *Styles
}

// Number is a cell with a number, or with the mark for a missing one.
func (c Cells) Number(v float64, style int) excelize.Cell {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return excelize.Cell{StyleID: c.style.Missing, Value: Missing}
	}
	return excelize.Cell{StyleID: style, Value: v}
}

// Count is a cell with a whole number that is never 0 but for missing.
func (c Cells) Count(n int) excelize.Cell {
	if n == 0 {
		return c.Number(math.NaN(), 0)
	}
	return excelize.Cell{StyleID: c.style.Whole, Value: n}
}

func (c Cells) Words(p lang.Phrase, style int) excelize.Cell {
	return excelize.Cell{StyleID: style, Value: p.In(c.lang)}
}

// Link is a cell that leads to the top of a sheet, in the first column of a row of
// s, which counts from 0.
func (c Cells) Link(s *Sheet, row int, words, sheet lang.Phrase) excelize.Cell {
	s.Links = append(s.Links, Link{Row: row, Sheet: sheet.In(c.lang)})
	return c.Words(words, c.style.Link)
}

// Header is a row of column headings, over texts.
func (c Cells) Header(phrases ...lang.Phrase) []any { return c.makeHeadings(c.style.Header, phrases) }

// NumberHeader is a row of column headings, over numbers.
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

// MostAcross is how wide, in characters, a paragraph runs.
const MostAcross = 150.0

// mergeTexts runs the texts that stand alone in their row over the columns to
// their right, as high as it takes, and says what the mark of the missing means
// on a sheet that has it.
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
		if s.pagesWide > 1 && left < s.ColumnTitles { // to the right of those it would be cut
			last = s.ColumnTitles - 1
		}
		most := MostAcross
		if s.pagesWide > 1 {
			most = acrossPage / 2 // and on one page
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

// fitTitle keeps the title of a sheet on several pages beside each other within
// the columns that are on all of them, where it would be cut otherwise.
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

// titleWide is how much wider a title's character is than a text's.
const titleWide = 16.0 / 11 * ooxml.BoldWidth

// Paragraph is the text that stands alone in a row, and its column; −1 where there
// is none.
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

// noteMissing adds what the mark for a missing number means to the lead of a
// sheet that has such a cell.
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

// Text is a cell with a text as it is: no formula, whatever it begins with.
func Text(s string, style int) excelize.Cell {
	return excelize.Cell{StyleID: style, Value: ooxml.Shorten(ooxml.Tidy(s), ooxml.MostInCell)}
}

// MostAsHeading keeps a heading that is made of data to what can be read.
const MostAsHeading = 100

// Heading is a heading made of data.
func Heading(s string, style int) excelize.Cell {
	return Text(ooxml.Shorten(strings.Join(strings.Fields(s), " "), MostAsHeading), style)
}
