package excel

import (
	"math"
	"strings"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// missing is how a missing number is shown. The lead of a sheet that has one says
// what it means.
const missing = "–"

// cellMaker makes cells in one language, with the styles of one workbook.
type cellMaker struct {
	lang  lang.Language
	style *styles
}

// number is a cell with a number, or with the mark for a missing one.
func (c cellMaker) number(v float64, style int) excelize.Cell {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return excelize.Cell{StyleID: c.style.missing, Value: missing}
	}
	return excelize.Cell{StyleID: style, Value: v}
}

// count is a cell with a whole number that is never 0 but for missing.
func (c cellMaker) count(n int) excelize.Cell {
	if n == 0 {
		return c.number(math.NaN(), 0)
	}
	return excelize.Cell{StyleID: c.style.whole, Value: n}
}

func (c cellMaker) words(p lang.Phrase, style int) excelize.Cell {
	return excelize.Cell{StyleID: style, Value: p.In(c.lang)}
}

// header is a row of column headings, over texts.
func (c cellMaker) header(phrases ...lang.Phrase) []any { return c.headings(c.style.header, phrases) }

// numberHeader is a row of column headings, over numbers.
func (c cellMaker) numberHeader(phrases ...lang.Phrase) []any {
	return c.headings(c.style.numberHeader, phrases)
}

func (c cellMaker) headings(style int, phrases []lang.Phrase) []any {
	row := make([]any, len(phrases))
	for i, p := range phrases {
		row[i] = c.words(p, style)
	}
	return row
}

// mostAcross is how wide, in characters, a paragraph runs.
const mostAcross = 150.0

// spread runs the texts that stand alone in their row over the columns to
// their right, as high as it takes, and says what the mark of the missing means
// on a sheet that has it.
func (s *sheet) spread(c cellMaker) {
	s.noteMissing(c)
	s.spreadTitle(c)
	for i, row := range s.rows {
		left, words := c.paragraph(row)
		if left < 0 {
			continue
		}
		last := len(s.widths) - 1
		if s.printed > 0 {
			last = s.printed - 1
		}
		if s.pagesWide > 1 && left < s.columnTitles { // to the right of those it would be cut
			last = s.columnTitles - 1
		}
		most := mostAcross
		if s.pagesWide > 1 {
			most = acrossPage / 2 // and on one page
		}
		right, across := left, s.widths[left]
		for right < last && (s.pagesTall == 1 || across+s.widths[right+1] <= most) {
			right++
			across += s.widths[right]
		}
		if right > left {
			s.merged = append(s.merged, [4]int{left, i, right, i})
		}
		s.setHeight(i+1, ooxml.LineHeight*float64(ooxml.CountLines(words, across)))
	}
}

// spreadTitle keeps the title of a sheet on several pages beside each other within
// the columns that are on all of them, where it would be cut otherwise.
func (s *sheet) spreadTitle(c cellMaker) {
	if s.pagesWide < 2 || s.columnTitles == 0 || len(s.rows[0]) != 1 {
		return
	}
	if s.columnTitles > 1 {
		s.merged = append(s.merged, [4]int{0, 0, s.columnTitles - 1, 0})
	}
	across := 0.0
	for _, w := range s.widths[:s.columnTitles] {
		across += w
	}
	s.rows[0] = []any{text(wordsOf(s.rows[0][0]), c.style.titleWrap)}
	s.setHeight(1, titleHeight*float64(ooxml.CountLines(wordsOf(s.rows[0][0]), across/titleWide)))
}

// titleWide is how much wider a title's character is than a text's.
const titleWide = 16.0 / 11 * ooxml.BoldWidth

// paragraph is the text that stands alone in a row, and its column; −1 where there
// is none.
func (c cellMaker) paragraph(row []any) (column int, words string) {
	for i, cell := range row {
		if cell == nil {
			continue
		}
		words, ok := cell.(excelize.Cell)
		if i < len(row)-1 || !ok || words.StyleID != c.style.lead {
			return -1, ""
		}
		return i, wordsOf(cell)
	}
	return -1, ""
}

// noteMissing adds what the mark for a missing number means to the lead of a
// sheet that has such a cell.
func (s *sheet) noteMissing(c cellMaker) {
	for _, row := range s.rows {
		for _, cell := range row {
			if mark, ok := cell.(excelize.Cell); ok && mark.StyleID == c.style.missing && mark.Value == missing {
				for _, at := range s.rows {
					if i, words := c.paragraph(at); i >= 0 {
						at[i] = text(words+" "+missingNote.In(c.lang), c.style.lead)
						return
					}
				}
			}
		}
	}
}

// text is a cell with a text as it is: no formula, whatever it begins with.
func text(s string, style int) excelize.Cell {
	return excelize.Cell{StyleID: style, Value: ooxml.Shorten(ooxml.Tidy(s), ooxml.MostInCell)}
}

// mostAsHeading keeps a heading that is made of data to what can be read.
const mostAsHeading = 100

// named is a heading made of data.
func named(s string, style int) excelize.Cell {
	return text(ooxml.Shorten(strings.Join(strings.Fields(s), " "), mostAsHeading), style)
}
