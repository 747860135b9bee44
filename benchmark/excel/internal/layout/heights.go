package layout

import (
	"slices"
	"unicode/utf8"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/xuri/excelize/v2"
)

// Spreadsheet programs do not find out the heights of rows when they open a file, so they
// are estimated here.

// SetHeight sets the height of a row, from 1.
func (s *Sheet) SetHeight(row int, height float64) {
	if s.Heights == nil {
		s.Heights = map[int]float64{}
	}
	s.Heights[row] = height
}

// Fit gives the last row the height that its wrapped texts need in their columns.
func (s *Sheet) Fit(c Cells) {
	row := len(s.Rows) - 1
	lines := 1
	for i, cell := range s.Rows[row] {
		words, ok := cell.(excelize.Cell)
		if ok && (words.StyleID == c.style.Wrap || words.StyleID == c.style.After) {
			// The width is a little less than the cell has, as a margin.
			lines = max(lines, ooxml.CountLines(cellText(cell), s.measureAcross(row, i)-1))
		}
	}
	if lines > 1 {
		s.SetHeight(row+1, ooxml.LineHeight*float64(lines))
	}
}

// FitHeadings makes the columns of the last row, which has headings, as wide as their words
// need, and the row as high.
func (s *Sheet) FitHeadings() {
	row := len(s.Rows) - 1
	for i, cell := range s.Rows[row] {
		if !slices.ContainsFunc(s.Merged, func(m [4]int) bool { return m[0] == i && m[1] == row }) {
			s.Widths[i] = ooxml.WordWidth(s.Widths[i], cellText(cell))
		}
	}
	s.FitRow(row)
	s.headingRows = append(s.headingRows, row)
}

// belowHeadings is the extra height, in points, of the first row below headings. Without it
// the texts touch the line.
const belowHeadings = 4

// padBelowHeadings adds space below each row of headings.
func (s *Sheet) padBelowHeadings() {
	rows := s.headingRows
	if s.Header > 0 {
		rows = append(rows, s.Header-1)
	}
	slices.Sort(rows)
	for _, row := range slices.Compact(rows) {
		s.SetHeight(row+2, s.HeightOf(row+1)+belowHeadings)
	}
}

// FitRow gives a row of headings the height that it needs. The row is counted from 0.
func (s *Sheet) FitRow(row int) {
	lines := 1
	for i, cell := range s.Rows[row] {
		lines = max(lines, ooxml.CountLines(cellText(cell), s.measureAcross(row, i)/ooxml.BoldWidth-1))
	}
	s.SetHeight(row+1, ooxml.LineHeight*float64(lines))
}

// measureAcross returns how wide a cell is, with the cells that it is merged with.
func (s *Sheet) measureAcross(row, column int) float64 {
	right := column
	for _, m := range slices.Backward(s.Merged) { // the cells of the last row were merged last
		if m[1] < row {
			break
		}
		if m[0] == column && m[1] == row {
			right = m[2]
		}
	}
	width := 0.0
	for _, w := range s.Widths[column : right+1] {
		width += w
	}
	return width
}

// UprightHeight returns the height of headings of which some stand upright.
func UprightHeight(headings []any) float64 {
	most := 0
	for _, h := range headings {
		most = max(most, utf8.RuneCountInString(cellText(h)))
	}
	return min(max(90, uprightWidth*float64(most)+10), 300)
}

// uprightWidth is how wide a bold character is, in points.
const uprightWidth = 6.8

// cellText returns the text of a cell, which is empty if the cell has none.
func cellText(cell any) string {
	c, _ := cell.(excelize.Cell)
	words, _ := c.Value.(string)
	return words
}
