package table

import "strconv"

// Place is where a figure stands.
type Place struct {
	Row    int    // line or row, from 1
	Column string // its heading
	Cell   string // its name in a sheet, "F2"; empty elsewhere
}

// CellName is a cell's name, by its row and column from 0.
func CellName(row, column int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name + strconv.Itoa(row+1)
}
