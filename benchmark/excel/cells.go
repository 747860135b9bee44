package excel

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// missing is how a missing number is shown. The lead of a sheet that has one says
// what it means.
const missing = "–"

// number is a cell with a number, or with the mark for a missing one.
func (b *book) number(v float64, style int) excelize.Cell {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return excelize.Cell{StyleID: b.style.missing, Value: missing}
	}
	return excelize.Cell{StyleID: style, Value: v}
}

// count is a cell with a whole number that is never 0 but for missing.
func (b *book) count(n int) excelize.Cell {
	if n == 0 {
		return b.number(math.NaN(), 0)
	}
	return excelize.Cell{StyleID: b.style.whole, Value: n}
}

func (b *book) words(p lang.Phrase, style int) excelize.Cell {
	return excelize.Cell{StyleID: style, Value: p.In(b.lang)}
}

// header is a row of column headings, over texts.
func (b *book) header(phrases ...lang.Phrase) []any { return b.headings(b.style.header, phrases) }

// numberHeader is a row of column headings, over numbers.
func (b *book) numberHeader(phrases ...lang.Phrase) []any {
	return b.headings(b.style.numberHeader, phrases)
}

func (b *book) headings(style int, phrases []lang.Phrase) []any {
	row := make([]any, len(phrases))
	for i, p := range phrases {
		row[i] = b.words(p, style)
	}
	return row
}

// fit gives the last row the height that its wrapped texts need in their
// columns, for spreadsheet programs do not find it out on opening.
func (s *sheet) fit(b *book) {
	lines := 1
	for i, cell := range s.rows[len(s.rows)-1] {
		c, ok := cell.(excelize.Cell)
		if words, isText := c.Value.(string); ok && isText && (c.StyleID == b.style.wrap || c.StyleID == b.style.after) {
			lines = max(lines, 1+int(float64(utf8.RuneCountInString(words))*1.15/s.widths[i]))
		}
	}
	if lines > 1 {
		s.heights[len(s.rows)] = min(15*float64(lines), 400)
	}
}

// mostAcross is how wide, in characters, a paragraph runs.
const mostAcross = 150

// spread runs the texts that stand alone in their row over the columns to
// their right, as high as it takes, and says what the mark of the missing means
// on a sheet that has it.
func (b *book) spread(s *sheet) {
	b.noteMissing(s)
	last, across := 0, 0.0
	for last < len(s.widths) && (last == 0 || s.onePage || across+s.widths[last] <= mostAcross) && (s.printed == 0 || last < s.printed) {
		across += s.widths[last]
		last++
	}
	if s.heights == nil {
		s.heights = map[int]float64{}
	}
	for i, row := range s.rows {
		if len(row) != 1 {
			continue
		}
		c, ok := row[0].(excelize.Cell)
		words, isText := c.Value.(string)
		if !ok || !isText || c.StyleID != b.style.lead {
			continue
		}
		if last > 1 {
			s.merged = append(s.merged, [4]int{0, i, last - 1, i})
		}
		s.heights[i+1] = lineHeight * float64(linesOf(words, across))
	}
}

// lineHeight is the height of a line of text, in points.
const lineHeight = 15

// linesOf is how many lines a text takes in so many characters across.
func linesOf(words string, across float64) int {
	return min(1+int(float64(utf8.RuneCountInString(words))*1.05/across), 27)
}

// noteMissing adds what the mark for a missing number means to the lead of a
// sheet that has such a cell.
func (b *book) noteMissing(s *sheet) {
	for _, row := range s.rows {
		for _, cell := range row {
			if c, ok := cell.(excelize.Cell); ok && c.StyleID == b.style.missing && c.Value == missing {
				for _, at := range s.rows {
					if len(at) != 1 {
						continue
					}
					if lead, ok := at[0].(excelize.Cell); ok && lead.StyleID == b.style.lead {
						lead.Value = lead.Value.(string) + " " + missingNote.In(b.lang)
						at[0] = lead
						return
					}
				}
			}
		}
	}
}

// mostInCell is how many UTF-16 units a cell can have.
const mostInCell = 32767

// text is a cell with a text as it is: no formula, whatever it begins with.
func text(s string, style int) excelize.Cell {
	return excelize.Cell{StyleID: style, Value: shortened(tidy(s), mostInCell)}
}

// tidy takes out of a text what the file format has no place for.
func tidy(s string) string {
	if !strings.ContainsFunc(s, unplaced) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unplaced(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

func unplaced(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0x7F || r == 0xFFFE || r == 0xFFFF
}

// mostAsHeading keeps a heading that is made of data to what can be read.
const mostAsHeading = 100

// named is a heading made of data.
func named(s string, style int) excelize.Cell {
	return text(shortened(strings.Join(strings.Fields(s), " "), mostAsHeading), style)
}
