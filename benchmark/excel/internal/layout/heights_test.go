package layout

import (
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
)

// TestFitHeadings: no heading is broken within a word, but one that is very long,
// and the row is as high as the highest.
func TestFitHeadings(t *testing.T) {
	s := &Sheet{Widths: []float64{8, 30, 8}, Rows: [][]any{{Text("Beskæftigelsesindsats", 0), Text("to ord", 0), Text(strings.Repeat("x", 40), 0)}}}
	s.FitHeadings()
	if s.Widths[0] < 21 || s.Widths[1] != 30 || s.Widths[2] != ooxml.MostWordWidth {
		t.Errorf("widths %v", s.Widths)
	}
	if s.Heights[1] != 2*ooxml.LineHeight {
		t.Errorf("height %v", s.Heights[1])
	}
}

// TestSpreadPages: a table that fits is on one page, and a wide one on as many
// beside each other as it takes with its first columns on each.
func TestSpreadPages(t *testing.T) {
	for rest, want := range map[int]int{10: 1, 18: 1, 19: 2, 40: 3} {
		s := &Sheet{Frame: Frame{ColumnTitles: 1}, Widths: []float64{30}}
		for range rest {
			s.Widths = append(s.Widths, 10)
		}
		if s.SpreadPages(); s.pagesWide != want {
			t.Errorf("%d columns are on %d pages, want %d", rest, s.pagesWide, want)
		}
	}
}

// TestOpenHeadings: the row below headings is higher than its texts, once where the
// headings are the sheet's header too.
func TestOpenHeadings(t *testing.T) {
	s := &Sheet{Frame: Frame{Header: 2}, headingRows: []int{1, 4}, Heights: map[int]float64{6: 2 * ooxml.LineHeight}}
	s.padBelowHeadings()
	for row, want := range map[int]float64{2: ooxml.LineHeight, 3: ooxml.LineHeight + belowHeadings, 6: 2*ooxml.LineHeight + belowHeadings} {
		if got := s.HeightOf(row - 1); got != want {
			t.Errorf("row %d is %v high, want %v", row, got, want)
		}
	}
}

// TestKeepBlocks: a block begins a page where it would not fit the one before, and
// only there; rows that are not printed begin none.
func TestKeepBlocks(t *testing.T) {
	const rows = 32 // that a page has room for
	s := &Sheet{
		Frame:  Frame{Printed: 1, PrintedRows: 3 * rows, Titles: 1},
		Widths: []float64{10},
		Blocks: []int{2, rows / 2, rows - 1, rows + 2, 3 * rows},
		Rows:   make([][]any, 4*rows),
	}
	s.keepBlocks()
	if len(s.Breaks) != 2 || s.Breaks[0] != rows-1 || s.Breaks[1] != rows+2 {
		t.Errorf("pages begin at rows %v", s.Breaks)
	}
}
