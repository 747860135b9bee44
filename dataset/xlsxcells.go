package dataset

import (
	"encoding/xml"
	"errors"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// Excel's own bounds of a sheet.
const (
	maxSheetRows    = 1 << 20
	maxSheetColumns = 1 << 14
)

// area is a merged area, with its corners from 0.
type area struct{ top, left, bottom, right int }

// readCells reads the cells of a sheet.
func (b *book) readCells(s *sheet) error {
	s.formats = b.formats
	var merged []area
	row, column := -1, -1
	numbered := false // the row says which it is
	err := b.part(s.part, func(p *part, e xml.StartElement) error {
		switch e.Name.Local {
		case "row":
			row, column, numbered = row+1, -1, false
			if n := attribute(e, "r"); n != "" {
				numbered = true
				at, err := strconv.Atoi(n)
				if err != nil || at < 1 || at > maxSheetRows {
					return broken("", rowOutside.With(table.Shorten(n), maxSheetRows))
				}
				if at-1 < row {
					return broken("", rowAgain.With(at))
				}
				row = at - 1
			}
		case "c":
			column++
			if name := attribute(e, "r"); name != "" {
				before := row
				var ok bool
				if row, column, ok = parseReference(name); !ok {
					return broken("", cellOutside.With(table.Shorten(name), maxSheetRows, maxSheetColumns))
				}
				if numbered && row != before {
					return broken(table.CellName(row, column), cellElsewhere.With(before+1))
				}
			}
			value, err := b.cell(p, e, row, column)
			if err != nil || value.text == "" || row < 0 {
				return err
			}
			if row < len(s.cells) {
				if first := cellAt(s.cells[row], column).text; first != "" {
					return broken(table.CellName(row, column), cellTwice.With(table.Shorten(first), table.Shorten(value.text)))
				}
			}
			return b.place(s, row, column, value)
		case "mergeCell":
			from, to, _ := strings.Cut(attribute(e, "ref"), ":")
			top, left, ok1 := parseReference(from)
			bottom, right, ok2 := parseReference(to)
			if ok1 && ok2 && len(merged) < 1<<16 {
				merged = append(merged, area{top, left, bottom, right})
			}
		}
		return nil
	})
	if err == nil {
		err = b.merge(s, merged)
	}
	var p *bookProblem
	if errors.As(err, &p) {
		p.sheet = s.name
	}
	return err
}

// place puts a cell at its place in the sheet.
func (b *book) place(s *sheet, row, column int, value cell) error {
	if row >= maxSheetRows || column >= maxSheetColumns { // counted, where the cells have no names
		return tooLarge(sheetTooLarge.With(maxSheetRows, maxSheetColumns))
	}
	if more := row + 1 - len(s.cells); more > 0 {
		s.cells = append(s.cells, make([][]cell, more)...)
	}
	if more := column + 1 - len(s.cells[row]); more > 0 {
		if b.grid += more; b.grid > maxGrid {
			return tooLarge(gridTooLarge.With(maxGrid))
		}
		s.cells[row] = append(s.cells[row], make([]cell, more)...)
	}
	if len(value.text) > maxText && utf8.RuneCountInString(value.text) > maxText {
		return &bookProblem{kind: TooLarge, cell: table.CellName(row, column), message: cellTooLong.With(maxText)}
	}
	if b.texts += len(value.text); b.texts > maxTexts {
		return tooLarge(bookTextTooLarge.With(maxTexts >> 20))
	}
	s.cells[row][column] = value
	return nil
}

// merge repeats the text of merged areas in all their cells, as far as the
// sheet has others.
func (b *book) merge(s *sheet, merged []area) error {
	width := 0
	for _, row := range s.cells {
		width = max(width, len(row))
	}
	for _, a := range merged {
		if a.top >= len(s.cells) || a.left >= len(s.cells[a.top]) {
			continue
		}
		value := s.cells[a.top][a.left]
		for row := a.top; row <= min(a.bottom, len(s.cells)-1) && value.text != ""; row++ {
			for column := a.left; column <= min(a.right, width-1); column++ {
				if b.grid++; b.grid > maxGrid { // each costs, though it may be over another
					return tooLarge(gridTooLarge.With(maxGrid))
				}
				value.merged = row != a.top || column != a.left
				if err := b.place(s, row, column, value); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// parseReference reads a cell's name, such as AB12, as a row and a column from
// 0.
func parseReference(name string) (row, column int, ok bool) {
	i := 0
	for ; i < len(name) && i < 4; i++ {
		c := name[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		column = column*26 + int(c-'A') + 1
	}
	row, err := strconv.Atoi(name[i:])
	return row - 1, column - 1, err == nil && i > 0 && row > 0 && row <= maxSheetRows && column > 0 && column <= maxSheetColumns
}

// cell reads one cell: a shared text, a text of its own, or a number and how
// it is shown. What is neither is no empty cell: the file is broken there.
func (b *book) cell(p *part, e xml.StartElement, row, column int) (cell, error) {
	text, err := p.text("c")
	var wrong *bookProblem
	if errors.As(err, &wrong) && wrong.kind == BadTable {
		wrong.cell = table.CellName(row, column)
	}
	if err != nil {
		return cell{}, err
	}
	if text == "" && p.formula != "" && attribute(e, "t") != "str" { // as text, nothing may be the result
		return cell{text: p.formula}, nil
	}
	switch attribute(e, "t") {
	case "s":
		if text = strings.TrimSpace(text); text == "" {
			return cell{}, nil
		}
		if i, err := strconv.Atoi(text); err == nil && i >= 0 && i < len(b.shared) {
			return cell{text: b.shared[i]}, nil
		}
		return cell{}, broken(table.CellName(row, column), noSharedText.With(table.Shorten(text), len(b.shared)))
	case "", "n":
	case "b": // no number, though it is written as one
		switch text = strings.TrimSpace(text); text {
		case "":
			return cell{}, nil
		case "1", "true":
			return cell{text: "TRUE"}, nil
		case "0", "false":
			return cell{text: "FALSE"}, nil
		}
		return cell{}, broken(table.CellName(row, column), notBoolean.With(table.Shorten(text)))
	case "d":
		day, _, _ := strings.Cut(text, "T")
		return cell{text: day}, nil
	default: // inlineStr, str, e
		return cell{text: text}, nil
	}
	text = strings.TrimSpace(text)
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return cell{text: text}, nil
	}
	var format unit.Format
	style, err := strconv.Atoi(attribute(e, "s"))
	if err == nil && style >= 0 && style < len(b.formats) {
		format = b.formats[style]
	}
	switch {
	case format.Percent:
		// As shown. The 15 digits that Excel keeps leave out the last bits'
		// error: 0.762 is 76.2 and not 76.2000000000000003.
		return cell{text: strconv.FormatFloat(100*v, 'g', 14, 64), number: true, percent: true}, nil
	case format.IsScaled():
		// Without the digits that the division adds past the 15 that Excel keeps.
		return cell{text: strconv.FormatFloat(v/format.Divisor(), 'g', 15, 64), number: true, format: int32(style + 1)}, nil
	case format.Date:
		if days := v + b.epoch; days >= 1 && days < 3e6 {
			day := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(days))
			return cell{text: day.Format("2006-01-02")}, nil
		}
	}
	return cell{text: text, number: true}, nil
}
