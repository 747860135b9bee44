package excel

import (
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
)

// TestFitHeadings: no heading is broken within a word, but one that is very long,
// and the row is as high as the highest.
func TestFitHeadings(t *testing.T) {
	s := &sheet{widths: []float64{8, 30, 8}, rows: [][]any{{text("Beskæftigelsesindsats", 0), text("to ord", 0), text(strings.Repeat("x", 40), 0)}}}
	s.fitHeadings()
	if s.widths[0] < 21 || s.widths[1] != 30 || s.widths[2] != ooxml.MostWordWidth {
		t.Errorf("widths %v", s.widths)
	}
	if s.heights[1] != 2*ooxml.LineHeight {
		t.Errorf("height %v", s.heights[1])
	}
}

// TestSpreadPages: a table that fits is on one page, and a wide one on as many
// beside each other as it takes with its first columns on each.
func TestSpreadPages(t *testing.T) {
	for rest, want := range map[int]int{10: 1, 18: 1, 19: 2, 40: 3} {
		s := &sheet{frame: frame{columnTitles: 1}, widths: []float64{30}}
		for range rest {
			s.widths = append(s.widths, 10)
		}
		if s.spreadPages(); s.pagesWide != want {
			t.Errorf("%d columns are on %d pages, want %d", rest, s.pagesWide, want)
		}
	}
}

// TestOpenHeadings: the row below headings is higher than its texts, once where the
// headings are the sheet's header too.
func TestOpenHeadings(t *testing.T) {
	s := &sheet{frame: frame{header: 2}, headingRows: []int{1, 4}, heights: map[int]float64{6: 2 * ooxml.LineHeight}}
	s.openHeadings()
	for row, want := range map[int]float64{2: ooxml.LineHeight, 3: ooxml.LineHeight + belowHeadings, 6: 2*ooxml.LineHeight + belowHeadings} {
		if got := s.heightOf(row - 1); got != want {
			t.Errorf("row %d is %v high, want %v", row, got, want)
		}
	}
}

// TestKeepBlocks: a block begins a page where it would not fit the one before, and
// only there; rows that are not printed begin none.
func TestKeepBlocks(t *testing.T) {
	const rows = 32 // that a page has room for
	s := &sheet{
		frame:  frame{printed: 1, printedRows: 3 * rows, titles: 1},
		widths: []float64{10},
		blocks: []int{2, rows / 2, rows - 1, rows + 2, 3 * rows},
		rows:   make([][]any, 4*rows),
	}
	s.keepBlocks()
	if len(s.breaks) != 2 || s.breaks[0] != rows-1 || s.breaks[1] != rows+2 {
		t.Errorf("pages begin at rows %v", s.breaks)
	}
}
