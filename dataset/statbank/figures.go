package statbank

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/internal/sysreason"
	"github.com/raaderum/raaderum/lang"
)

const (
	maxLine   = 64 << 10 // in bytes; more than a row of codes and a figure can need
	maxFigure = 40       // in bytes
)

// valueColumn is the name of the column of figures, in every language.
const valueColumn = "INDHOLD"

// maxBytes returns how large a reply to the query can be: a row of the longest codes for
// every figure asked for.
func (q *Query) maxBytes() int64 {
	row, header := int64(maxFigure+len("\r\n")), int64(maxLine)
	for _, p := range q.Variables {
		longest := 0
		for _, v := range p.Values {
			longest = max(longest, len(v))
		}
		row += int64(longest + len(`"";`))
	}
	return header + row*q.Cells()
}

// copyFigures copies a reply unchanged, row by row, and returns how many rows it had. It
// checks each row against the query, so that only the figures asked for become a file.
//
// A row is complete if its line has an end. The last row may lack one if it is the last of
// all that were asked for and the reply itself says where it ends.
func copyFigures(w io.Writer, r *body, q *Query) (rows int64, err error) {
	lines := bufio.NewReaderSize(r, maxLine)
	var columns []column
	met := cellSet{}
	for number := int64(1); ; number++ {
		line, err := lines.ReadSlice('\n')
		last := errors.Is(err, io.EOF)
		switch {
		case errors.Is(err, bufio.ErrBufferFull) && number == 1:
			return 0, badHeader(line, q)
		case errors.Is(err, bufio.ErrBufferFull):
			return rows, wrongFigures(lineTooLong.With(number))
		case err != nil && !last:
			return rows, err
		}
		text := bytes.TrimRight(line, "\r\n")
		switch {
		case len(text) == 0:
		case columns == nil:
			if columns, err = readHeader(text, lines, q); err != nil {
				return 0, err
			}
		default:
			if rows++; last && (rows < q.Cells() || !r.endTold) {
				return rows, brokenReply(io.ErrUnexpectedEOF)
			}
			cell, err := checkRow(text, number, columns)
			if err != nil {
				return rows, err
			}
			if !met.add(cell) {
				row := sysreason.Printable(string(text), 80)
				return rows, wrongFigures(repeated.With(number, row))
			}
		}
		if _, err := w.Write(line); err != nil {
			return rows, err
		}
		switch {
		case !last:
		case columns == nil: // nothing came at all
			return 0, brokenReply(io.ErrUnexpectedEOF)
		case rows == 0:
			return 0, wrongFigures(noRows.With())
		default:
			return rows, nil
		}
	}
}

// column is a column of codes.
type column struct {
	name  string
	codes map[string]int64 // the codes that it may have, each with its position
}

// cellSet is a set of a query's cells by their numbers. It has a bit for each, 64 to a
// word.
type cellSet map[int64]uint64

// add adds a cell, and says whether it was not there before.
func (s cellSet) add(cell int64) bool {
	word, bit := cell/64, uint64(1)<<(cell%64)
	before := s[word]
	s[word] = before | bit
	return before&bit == 0
}

// readHeader reads the line of names, and returns the columns of codes. It needs the rest
// of the reply in case the line is not a header but the beginning of the interface's error.
func readHeader(text []byte, rest io.Reader, q *Query) ([]column, error) {
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	switch trimmed := bytes.TrimSpace(text); {
	case bytes.HasPrefix(trimmed, []byte("<")):
		return nil, &Error{Kind: WrongReply, message: webPage.With(someFigures)}
	case bytes.HasPrefix(trimmed, []byte("{")):
		more, err := io.ReadAll(io.LimitReader(rest, maxErrorBytes))
		if err != nil {
			return nil, err
		}
		if a, ok := parseAPIError(append(bytes.Clone(text), more...)); ok {
			return nil, a.refusal(200)
		}
	}
	names := strings.Split(string(text), ";")
	for i, name := range names {
		names[i] = strings.Trim(name, `" `)
	}
	last := len(names) - 1
	if last != len(q.Variables) || !strings.EqualFold(names[last], valueColumn) {
		return nil, badHeader(text, q)
	}
	var columns []column
	for _, name := range names[:last] {
		isNamed := func(p Part) bool { return strings.EqualFold(p.Code, name) }
		i := slices.IndexFunc(q.Variables, isNamed)
		if i < 0 {
			return nil, badHeader(text, q)
		}
		variable := q.Variables[i]
		if slices.ContainsFunc(columns, func(c column) bool { return c.name == variable.Code }) {
			return nil, badHeader(text, q)
		}
		c := column{variable.Code, make(map[string]int64, len(variable.Values))}
		for k, v := range variable.Values {
			c.codes[v] = int64(k)
		}
		columns = append(columns, c)
	}
	return columns, nil
}

// figurePattern matches what the interface writes for a figure, or for a missing one.
var figurePattern = regexp.MustCompile(`^(-?[0-9]+([.,][0-9]+)?|-|\.{1,3})$`)

// checkRow checks a row against what was asked for, and returns the number of its cell.
func checkRow(text []byte, number int64, columns []column) (cell int64, err error) {
	if n := bytes.Count(text, []byte(";")) + 1; n != len(columns)+1 {
		return 0, wrongFigures(badRow.With(number, n, len(columns)+1))
	}
	for _, c := range columns {
		field, rest, _ := bytes.Cut(text, []byte(";"))
		if len(field) > 1 && field[0] == '"' {
			field = bytes.Trim(field, `"`)
		}
		position, asked := c.codes[string(field)]
		if !asked {
			code := sysreason.Printable(string(field), 40)
			return 0, wrongFigures(notAskedFor.With(number, code, c.name))
		}
		cell = cell*int64(len(c.codes)) + position
		text = rest
	}
	if len(text) > maxFigure || !figurePattern.Match(text) {
		return 0, wrongFigures(notFigure.With(number, sysreason.Printable(string(text), 40)))
	}
	return cell, nil
}

// badHeader returns the error of a first line that is not the variables' names.
func badHeader(line []byte, q *Query) *Error {
	names := make(lang.List, 0, len(q.Variables)+1)
	for _, p := range q.Variables {
		names = append(names, p.Code)
	}
	beginning := sysreason.Printable(string(line[:min(len(line), 200)]), 60)
	return wrongFigures(noHeader.With(beginning, append(names, valueColumn)))
}

// wrongFigures returns the error of a reply that is not the figures asked for.
func wrongFigures(m lang.Message) *Error { return &Error{Kind: WrongReply, message: m} }
