package px

import (
	"context"
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
)

// data reads the cells of a PC-Axis file. They are numbers and quoted marks separated by
// space, commas, semicolons or tabs, and the last variable runs fastest. In a sparse file
// each row begins with the values of the variables that have KEYS, and rows of zeros are
// left out.
type data struct {
	file       *file
	table      *table.Table
	from, line int
	keyed      []map[string]int32 // the values of each variable with KEYS, with their positions
	seen       []bool             // which rows a sparse file has; nil: there may be too many
}

// maxZeros bounds the cells of a sparse file that are searched for missing rows.
const maxZeros = 10_000_000

// check compares the number of cells with the variables before any cell is used. It returns
// what is wrong.
func (d *data) check(ctx context.Context) *table.Fault {
	total := 1.0
	for _, v := range d.table.Variables {
		total *= float64(len(v.Values))
	}
	if total > math.MaxInt64/2 {
		return &table.Fault{Kind: table.TooLarge, Message: table.TooManyCombinations()}
	}
	stub := d.file.lists["STUB"]
	if len(d.file.keys) > 0 {
		for i, name := range stub {
			if !slices.Contains(d.file.keys, name) {
				return &table.Fault{Kind: table.Broken, Place: table.Place{Column: name},
					Message: keysMisfit.With(table.Shorten(name))}
			}
			index := map[string]int32{}
			codes := strings.EqualFold(d.file.findFirst("KEYS\x00"+name), "CODES")
			for k, v := range d.table.Variables[i].Values {
				if codes {
					index[v.Code] = int32(k)
				} else {
					index[v.Label] = int32(k)
				}
			}
			d.keyed = append(d.keyed, index)
		}
	}
	width := d.countWidth()
	n, line := 0, d.line
	bad := lang.Message{}
	if d.isCutOff() {
		return broken(table.LineOf(d.file.text, len(d.file.text)), cutOff.With())
	}
	if len(d.keyed) > 0 && total <= maxZeros {
		d.seen = make([]bool, int(total)/width)
	}
	present := 0
	d.eachToken(func(token string, quoted bool, at int) bool {
		line = at
		if n++; n%65536 == 0 && ctx.Err() != nil {
			return false
		}
		row := n - 1
		if len(d.keyed) > 0 {
			row %= len(d.keyed) + width
			if row < len(d.keyed) {
				value, ok := d.keyed[row][token]
				if !ok {
					bad = badKey.With(table.Shorten(token), table.Shorten(d.table.Variables[row].Label))
					return false
				}
				if row == 0 {
					present = 0
				}
				present = present*len(d.table.Variables[row].Values) + int(value)
				if row == len(d.keyed)-1 && d.seen != nil {
					d.seen[present] = true
				}
				return true
			}
		}
		return true
	})
	switch {
	case ctx.Err() != nil:
		return nil
	case bad.Phrase != (lang.Phrase{}):
	case len(d.keyed) > 0 && n%(len(d.keyed)+width) != 0:
		bad = rowShort.With(n%(len(d.keyed)+width), len(d.keyed)+width)
	case len(d.keyed) == 0 && float64(n) != total:
		if bad = table.WrongCount(n, total); d.hasDecimalCommas(total) {
			bad = decimalComma.With(n, total)
			line = d.line + strings.Count(d.file.text[d.from:], "\n") -
				strings.Count(strings.TrimLeft(d.file.text[d.from:], " \t\r\n"), "\n")
		}
	default:
		return nil
	}
	return broken(line, bad)
}

// hasDecimalCommas says whether the number of cells is right if a comma between two digits
// is a decimal mark.
func (d *data) hasDecimalCommas(total float64) bool {
	text := strings.TrimRight(d.file.text[d.from:], "; \t\r\n\x1a")
	n := 0
	for field := range strings.FieldsSeq(text) {
		if n++; strings.Count(strings.Trim(field, ","), ",") > 1 {
			return false
		}
	}
	return float64(n) == total
}

// broken returns a fault of the cells.
func broken(line int, m lang.Message) *table.Fault {
	return &table.Fault{Kind: table.Broken, Place: table.Place{Row: line, Column: "DATA"}, Message: m}
}

// isCutOff says whether the file may have been cut off. It may if it ends in what could be
// half a number. A sparse file may if it ends anywhere but at its semicolon, because its
// missing rows would pass for zeros; some programs write none.
func (d *data) isCutOff() bool {
	if len(d.keyed) == 0 && strings.TrimRight(d.file.text, " \t\r\n\x1a\"") != d.file.text {
		return false
	}
	return !strings.HasSuffix(strings.TrimRight(d.file.text, " \t\r\n\x1a"), ";")
}

// countWidth returns how many cells a row has.
func (d *data) countWidth() int {
	width := 1
	for _, v := range d.table.Variables[len(d.keyed):] {
		width *= len(v.Values)
	}
	return width
}

// eachToken calls use with every number and quoted mark.
func (d *data) eachToken(use func(token string, quoted bool, line int) bool) {
	text, line := d.file.text[d.from:], d.line
	for i := 0; i < len(text); {
		switch c := text[i]; c {
		case '\n':
			line++
			i++
		case ' ', '\t', '\r', ',', ';', '\x1a':
			i++
		case '"':
			end := strings.IndexByte(text[i+1:], '"')
			if end < 0 {
				use(table.CutText(text[i:], 20), false, line)
				return
			}
			if !use(text[i+1:i+1+end], true, line) {
				return
			}
			line += strings.Count(text[i+1:i+1+end], "\n")
			i += end + 2
		default:
			end := i
			for end < len(text) && strings.IndexByte(" \t\r\n\x1a,;\"", text[end]) < 0 {
				end++
			}
			if !use(text[i:end], false, line) {
				return
			}
			i = end
		}
	}
}

// readCells reads the cells.
func (d *data) readCells(use func(c *table.Cell) bool) {
	at := make([]int32, len(d.table.Variables))
	cell := table.Cell{At: at}
	stub := len(d.keyed)
	key := 0
	d.eachToken(func(token string, quoted bool, line int) bool {
		if key < stub {
			at[key] = d.keyed[key][token]
			key++
			return true
		}
		// one to six points mark a missing figure
		if token != "" && strings.Trim(token, ".") == "" {
			token = ".."
		}
		if cell.Text, cell.Line = token, line; !use(&cell) {
			return false
		}
		for i := len(at) - 1; i >= stub; i-- {
			if at[i]++; int(at[i]) < len(d.table.Variables[i].Values) {
				return true
			}
			at[i] = 0
		}
		key = 0
		return true
	})
}

// findZeros returns a walk over the cells of the rows that a sparse file leaves out. The
// walk is nil if there are none. The fault says that there are some, or too many.
func (d *data) findZeros() (func(use func(c *table.Cell) bool), *table.Fault) {
	left := 0
	for _, seen := range d.seen {
		if !seen {
			left++
		}
	}
	switch {
	case len(d.keyed) > 0 && d.seen == nil:
		return nil, lacking(tooSparse.With())
	case left == 0:
		return nil, nil
	}
	return func(use func(c *table.Cell) bool) {
		variables := d.table.Variables
		at := make([]int32, len(variables))
		zero := table.Cell{At: at, Text: "0"}
		width := d.countWidth()
		for row, seen := range d.seen {
			if seen {
				continue
			}
			for cell := range width {
				position := row*width + cell
				for i := len(at) - 1; i >= 0; i-- {
					n := len(variables[i].Values)
					at[i] = int32(position % n)
					position /= n
				}
				if !use(&zero) {
					return
				}
			}
		}
	}, lacking(zerosLeftOut.With(left))
}

// lacking returns the warning that cells are not in the file.
func lacking(m lang.Message) *table.Fault {
	return &table.Fault{Kind: table.Lacking, Place: table.Place{Column: "DATA"}, Message: m}
}
