package sheet

import (
	"unicode/utf8"

	"github.com/raaderum/raaderum/dataset/internal/archive"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// The bounds of sheets.
const (
	MaxRows    = 1 << 20 // as in spreadsheet programs
	MaxColumns = 1 << 14 // as in spreadsheet programs
	maxText    = 1 << 15 // characters of one cell; Excel has the same bound
	maxCells   = 2 << 20 // cells of one file, including those left empty between others
	// bytes of text in the cells of one file, since many cells may share a text
	maxTexts = 64 << 20
)

// Sheet is a sheet of a workbook, or the fields of separated text.
type Sheet struct {
	Name    string
	Hidden  bool
	Cells   [][]Cell      // by row and column; rows may be of different lengths
	Formats []unit.Format // the formats that the cells refer to
	// HiddenRows and HiddenColumns, from 0, are not shown by the program. They are read
	// like the others.
	HiddenRows, HiddenColumns []int
}

// Cell is a cell of a sheet. A merged cell is repeated in each place that it covers.
type Cell struct {
	// Text is a number with a decimal point and as it is shown, 76.2 for 76.2 %, or a date
	// as 2024-12-31, or any other text.
	Text    string
	Number  bool // the cell is a number, and not a text that looks like one
	Percent bool // the number is shown as per cent
	Merged  bool // the cell is covered by a merged one, whose text it repeats
	// Format is how a number is shown, if that is divided or with a scale beside it: the
	// place among the sheet's formats, counted from 1.
	Format int32
}

// At returns a cell, by its row and column from 0. It is empty outside the sheet.
func (s *Sheet) At(row, column int) Cell {
	if row < 0 || row >= len(s.Cells) {
		return Cell{}
	}
	return cellAt(s.Cells[row], column)
}

// Area is a merged area, with its corners from 0.
type Area struct{ Top, Left, Bottom, Right int }

// Bounds counts the cells of a file while they are put into its sheets, so that a small
// hostile file cannot use up the memory.
type Bounds struct {
	Program      archive.Program // the program whose file it is
	cells, texts int             // how many cells, and bytes of text in them, were put so far
}

// Put puts a cell at its place in a sheet.
func (b *Bounds) Put(s *Sheet, row, column int, value Cell) error {
	if row >= MaxRows || column >= MaxColumns { // columns are counted where cells have no names
		return b.tooLarge(sheetTooLarge.With(MaxRows, MaxColumns, b.Program.Name, b.Program.Name))
	}
	if more := row + 1 - len(s.Cells); more > 0 {
		s.Cells = append(s.Cells, make([][]Cell, more)...)
	}
	if more := column + 1 - len(s.Cells[row]); more > 0 {
		if b.cells += more; b.cells > maxCells {
			return b.tooLarge(gridTooLarge.With(b.Program.File, maxCells))
		}
		s.Cells[row] = append(s.Cells[row], make([]Cell, more)...)
	}
	if len(value.Text) > maxText && utf8.RuneCountInString(value.Text) > maxText {
		return &table.Fault{
			Kind: table.TooLarge, Place: table.Place{Cell: table.CellName(row, column)},
			Message: cellTooLong.With(maxText, b.Program.Name, b.Program.Name),
		}
	}
	if b.texts += len(value.Text); b.texts > maxTexts {
		return b.TextTooLarge()
	}
	s.Cells[row][column] = value
	return nil
}

// Merge repeats the text of merged areas in all their cells, within the rows and columns
// that the sheet has.
func (b *Bounds) Merge(s *Sheet, merged []Area) error {
	width := 0
	for _, row := range s.Cells {
		width = max(width, len(row))
	}
	for _, a := range merged {
		if a.Top >= len(s.Cells) || a.Left >= len(s.Cells[a.Top]) {
			continue
		}
		value := s.Cells[a.Top][a.Left]
		for row := a.Top; row <= min(a.Bottom, len(s.Cells)-1) && value.Text != ""; row++ {
			for column := a.Left; column <= min(a.Right, width-1); column++ {
				if b.cells++; b.cells > maxCells { // each cell costs, even if it covers another
					return b.tooLarge(gridTooLarge.With(b.Program.File, maxCells))
				}
				value.Merged = row != a.Top || column != a.Left
				if err := b.Put(s, row, column, value); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// TextTooLarge returns the fault of a file with too much text.
func (b *Bounds) TextTooLarge() error {
	return b.tooLarge(textTooLarge.With(b.Program.File, maxTexts>>20))
}

func (b *Bounds) tooLarge(m lang.Message) error {
	return &table.Fault{Kind: table.TooLarge, Message: m}
}
