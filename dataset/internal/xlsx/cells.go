package xlsx

import (
	"context"
	"encoding/xml"
	"errors"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/raaderum/raaderum/dataset/internal/archive"
	"github.com/raaderum/raaderum/dataset/internal/sheet"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// readCells reads the cells of a sheet.
func (b *book) readCells(ctx context.Context, part string, s *sheet.Sheet) error {
	var merged []sheet.Area
	row, column := -1, -1
	numbered := false // the row says its own number
	err := b.parts.Read(ctx, part, func(p *archive.Part, e xml.StartElement) error {
		switch e.Name.Local {
		case "row":
			row, column, numbered = row+1, -1, false
			if n := archive.Attribute(e, "r"); n != "" {
				numbered = true
				at, err := strconv.Atoi(n)
				if err != nil || at < 1 || at > sheet.MaxRows {
					return broken("", rowOutside.With(table.Shorten(n), sheet.MaxRows))
				}
				if at-1 < row {
					return broken("", rowAgain.With(at))
				}
				row = at - 1
			}
			if isTrue(archive.Attribute(e, "hidden")) {
				s.HiddenRows = append(s.HiddenRows, row)
			}
		case "col":
			from, err1 := strconv.Atoi(archive.Attribute(e, "min"))
			to, err2 := strconv.Atoi(archive.Attribute(e, "max"))
			if err1 != nil || err2 != nil || !isTrue(archive.Attribute(e, "hidden")) {
				return nil
			}
			for c := max(from, 1); c <= min(to, sheet.MaxColumns) &&
				len(s.HiddenColumns) < sheet.MaxColumns; c++ {
				s.HiddenColumns = append(s.HiddenColumns, c-1)
			}
		case "c":
			column++
			if name := archive.Attribute(e, "r"); name != "" {
				before := row
				var ok bool
				if row, column, ok = parseReference(name); !ok {
					return broken("", cellOutside.With(table.Shorten(name), sheet.MaxRows, sheet.MaxColumns))
				}
				if numbered && row != before {
					return broken(table.CellName(row, column), cellElsewhere.With(before+1))
				}
			}
			value, err := b.readCell(p, e, row, column)
			if err != nil || value.Text == "" || row < 0 {
				return err
			}
			if first := s.At(row, column).Text; first != "" {
				return broken(table.CellName(row, column), cellTwice.With(table.Shorten(first),
					table.Shorten(value.Text)))
			}
			return b.bounds.Put(s, row, column, value)
		case "mergeCell":
			from, to, _ := strings.Cut(archive.Attribute(e, "ref"), ":")
			top, left, ok1 := parseReference(from)
			bottom, right, ok2 := parseReference(to)
			if ok1 && ok2 && len(merged) < 1<<16 {
				merged = append(merged, sheet.Area{Top: top, Left: left, Bottom: bottom, Right: right})
			}
		}
		return nil
	})
	if err == nil {
		err = b.bounds.Merge(s, merged)
	}
	var fault *table.Fault
	if errors.As(err, &fault) {
		fault.Sheet = s.Name
	}
	return err
}

// isTrue says whether an attribute is set.
func isTrue(text string) bool { return text == "1" || text == "true" }

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
	return row - 1, column - 1, err == nil && i > 0 && row > 0 && row <= sheet.MaxRows &&
		column > 0 && column <= sheet.MaxColumns
}

// readCell reads one cell. It is a shared text, a text of its own, or a number and how it
// is shown. If it is none of these, the file is broken.
func (b *book) readCell(p *archive.Part, e xml.StartElement, row, column int) (sheet.Cell, error) {
	text, formula, err := readText(p, "c")
	var fault *table.Fault
	if errors.As(err, &fault) && fault.Kind == table.Broken {
		fault.Place.Cell = table.CellName(row, column)
	}
	if err != nil {
		return sheet.Cell{}, err
	}
	// A formula whose result is a text may have an empty one.
	if text == "" && formula != "" && archive.Attribute(e, "t") != "str" {
		return sheet.Cell{Text: formula}, nil
	}
	switch archive.Attribute(e, "t") {
	case "s":
		if text = strings.TrimSpace(text); text == "" {
			return sheet.Cell{}, nil
		}
		if i, err := strconv.Atoi(text); err == nil && i >= 0 && i < len(b.shared) {
			return sheet.Cell{Text: b.shared[i]}, nil
		}
		return sheet.Cell{}, broken(table.CellName(row, column), noSharedText.With(table.Shorten(text),
			len(b.shared)))
	case "", "n":
	case "b": // a logical value is no number, though it is written as one
		switch text = strings.TrimSpace(text); text {
		case "":
			return sheet.Cell{}, nil
		case "1", "true":
			return sheet.Cell{Text: "TRUE"}, nil
		case "0", "false":
			return sheet.Cell{Text: "FALSE"}, nil
		}
		return sheet.Cell{}, broken(table.CellName(row, column), notBoolean.With(table.Shorten(text)))
	case "d":
		day, _, _ := strings.Cut(text, "T")
		return sheet.Cell{Text: day}, nil
	default: // inlineStr, str, e
		return sheet.Cell{Text: text}, nil
	}
	text = strings.TrimSpace(text)
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return sheet.Cell{Text: text}, nil
	}
	var format unit.Format
	style, err := strconv.Atoi(archive.Attribute(e, "s"))
	if err == nil && style >= 0 && style < len(b.formats) {
		format = b.formats[style]
	}
	switch {
	case format.Percent:
		// The number is taken as it is shown: 76.2 and not 76.2000000000000003 for 0.762.
		// 15 digits, as many as Excel keeps, leave out the error in the last bits.
		return sheet.Cell{Text: strconv.FormatFloat(100*v, 'g', 14, 64), Number: true, Percent: true}, nil
	case format.IsScaled():
		// Division adds digits past the 15 that Excel keeps.
		return sheet.Cell{Text: strconv.FormatFloat(v/format.Divisor(), 'g', 15, 64), Number: true,
			Format: int32(style + 1)}, nil
	case format.Date:
		if days := v + b.epoch; days >= 1 && days < 3e6 {
			day := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(days))
			return sheet.Cell{Text: day.Format("2006-01-02")}, nil
		}
	}
	return sheet.Cell{Text: text, Number: true}, nil
}
