package excel

import (
	"slices"
	"unicode/utf8"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/xuri/excelize/v2"
)

// Spreadsheet programs do not find the heights of rows out on opening, so they are
// reckoned here.

// setHeight sets the height of a row, from 1.
func (s *sheet) setHeight(row int, height float64) {
	if s.heights == nil {
		s.heights = map[int]float64{}
	}
	s.heights[row] = height
}

// fit gives the last row the height that its wrapped texts need in their columns.
func (s *sheet) fit(c cellMaker) {
	row := len(s.rows) - 1
	lines := 1
	for i, cell := range s.rows[row] {
		words, ok := cell.(excelize.Cell)
		if ok && (words.StyleID == c.style.wrap || words.StyleID == c.style.after) {
			lines = max(lines, ooxml.CountLines(wordsOf(cell), s.across(row, i)-1)) // with a margin
		}
	}
	if lines > 1 {
		s.setHeight(row+1, ooxml.LineHeight*float64(lines))
	}
}

// fitHeadings gives the columns of the last row, which is of headings, the width
// that their words need, and the row its height.
func (s *sheet) fitHeadings() {
	row := len(s.rows) - 1
	for i, cell := range s.rows[row] {
		if !slices.ContainsFunc(s.merged, func(m [4]int) bool { return m[0] == i && m[1] == row }) {
			s.widths[i] = ooxml.WordWidth(s.widths[i], wordsOf(cell))
		}
	}
	s.fitRow(row)
	s.headingRows = append(s.headingRows, row)
}

// belowHeadings is how much higher a row is than its texts, in points, that stands
// below the line under headings: they would touch it.
const belowHeadings = 4

// openHeadings keeps the first row below headings off them.
func (s *sheet) openHeadings() {
	rows := s.headingRows
	if s.header > 0 {
		rows = append(rows, s.header-1)
	}
	slices.Sort(rows)
	for _, row := range slices.Compact(rows) {
		s.setHeight(row+2, s.heightOf(row+1)+belowHeadings)
	}
}

// fitRow gives a row of headings, from 0, the height that they need.
func (s *sheet) fitRow(row int) {
	lines := 1
	for i, cell := range s.rows[row] {
		lines = max(lines, ooxml.CountLines(wordsOf(cell), s.across(row, i)/ooxml.BoldWidth-1))
	}
	s.setHeight(row+1, ooxml.LineHeight*float64(lines))
}

// across is how wide a cell is, with those that it is merged with.
func (s *sheet) across(row, column int) float64 {
	right := column
	for _, m := range slices.Backward(s.merged) { // the last row's are the last
		if m[1] < row {
			break
		}
		if m[0] == column && m[1] == row {
			right = m[2]
		}
	}
	width := 0.0
	for _, w := range s.widths[column : right+1] {
		width += w
	}
	return width
}

// uprightHeight is the height of headings of which some stand upright.
func uprightHeight(headings []any) float64 {
	most := 0
	for _, h := range headings {
		most = max(most, utf8.RuneCountInString(wordsOf(h)))
	}
	return min(max(90, uprightWidth*float64(most)+10), 300)
}

// uprightWidth is how wide a bold character is, in points.
const uprightWidth = 6.8

// wordsOf is the text of a cell, empty where it has none.
func wordsOf(cell any) string {
	c, _ := cell.(excelize.Cell)
	words, _ := c.Value.(string)
	return words
}
