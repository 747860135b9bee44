package dataset

import "github.com/raaderum/raaderum/lang"

// bookProblem is what ends the reading of a workbook, and where in it.
type bookProblem struct {
	kind        Kind
	sheet, cell string // empty: the file as a whole
	message     lang.Message
}

func (p *bookProblem) Error() string { return p.message.Error() }

// tooLarge is a workbook over a bound.
func tooLarge(m lang.Message) error { return &bookProblem{kind: TooLarge, message: m} }

// broken is a workbook that no spreadsheet program writes so.
func broken(cell string, m lang.Message) error {
	return &bookProblem{kind: BadTable, cell: cell, message: m}
}
