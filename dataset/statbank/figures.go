package statbank

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// maxLine is more than a row of codes and a figure can be.
const maxLine = 64 << 10

// valueColumn is what the column of figures is called, in every language.
const valueColumn = "INDHOLD"

// maxBytes is the most that a reply to the query can be: every figure asked for
// in a row of the longest codes.
func (q *Query) maxBytes() int64 {
	row, header := int64(maxFigure+2), int64(maxLine)
	for _, p := range q.Variables {
		longest := 0
		for _, v := range p.Values {
			longest = max(longest, len(v))
		}
		row += int64(longest + 3)
	}
	return header + row*q.Cells()
}

// maxFigure is how many bytes a figure may be.
const maxFigure = 40

// copyFigures copies a reply unchanged, row by row, and holds each against the
// query, so that what is not the figures asked for never becomes a file.
//
// A row is whole where its line is ended. The last of all the rows asked for may
// lack that, if the reply itself says where it ends.
func copyFigures(w io.Writer, r *body, q *Query) (rows int64, err error) {
	lines := bufio.NewReaderSize(r, maxLine)
	var columns []column
	met := cells{}
	for number := int64(1); ; number++ {
		line, err := lines.ReadSlice('\n')
		last := errors.Is(err, io.EOF)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			if number == 1 {
				return 0, notHeader(line, q)
			}
			return rows, wrongFigures(lineTooLong.With(number))
		case err != nil && !last:
			return rows, err
		}
		if text := bytes.TrimRight(line, "\r\n"); len(text) > 0 {
			if columns == nil {
				if columns, err = header(text, lines, q); err != nil {
					return 0, err
				}
			} else {
				if rows++; last && (rows < q.Cells() || !r.endTold) {
					return rows, cut(io.ErrUnexpectedEOF)
				}
				cell, err := checkRow(text, number, columns)
				if err != nil {
					return rows, err
				}
				if !met.add(cell) {
					return rows, wrongFigures(repeated.With(number, printable(string(text), 80)))
				}
			}
		}
		if _, err := w.Write(line); err != nil {
			return rows, err
		}
		if !last {
			continue
		}
		switch {
		case columns == nil:
			return 0, cut(io.ErrUnexpectedEOF) // there is nothing
		case rows == 0:
			return 0, wrongFigures(noRows.With())
		}
		return rows, nil
	}
}

// column is a column of codes, with those it may have.
type column struct {
	name  string
	codes map[string]int64 // with the position of each
}

// cells are those met of a query, each a bit, 64 to a word.
type cells map[int64]uint64

// add says whether a cell was not met before.
func (c cells) add(cell int64) bool {
	word, bit := cell/64, uint64(1)<<(cell%64)
	before := c[word]
	c[word] = before | bit
	return before&bit == 0
}

// header reads the line of names, and returns the columns of codes.
func header(text []byte, rest io.Reader, q *Query) ([]column, error) {
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	switch trimmed := bytes.TrimSpace(text); {
	case bytes.HasPrefix(trimmed, []byte("<")):
		return nil, &Error{Kind: WrongReply, message: webPage.With(someFigures)}
	case bytes.HasPrefix(trimmed, []byte("{")):
		more, err := io.ReadAll(io.LimitReader(rest, maxErrorBytes))
		if err != nil {
			return nil, err
		}
		if a, is := parseAPIError(append(bytes.Clone(text), more...)); is {
			return nil, a.error(200)
		}
	}
	fields := strings.Split(string(text), ";")
	if len(fields) != len(q.Variables)+1 || !strings.EqualFold(unquoted(fields[len(fields)-1]), valueColumn) {
		return nil, notHeader(text, q)
	}
	var columns []column
	for _, field := range fields[:len(fields)-1] {
		i := slices.IndexFunc(q.Variables, func(p Part) bool { return strings.EqualFold(p.Code, unquoted(field)) })
		if i < 0 || slices.ContainsFunc(columns, func(c column) bool { return c.name == q.Variables[i].Code }) {
			return nil, notHeader(text, q)
		}
		c := column{q.Variables[i].Code, make(map[string]int64, len(q.Variables[i].Values))}
		for k, v := range q.Variables[i].Values {
			c.codes[v] = int64(k)
		}
		columns = append(columns, c)
	}
	return columns, nil
}

// aFigure is how the interface writes a figure, or says that it has none.
var aFigure = regexp.MustCompile(`^(-?[0-9]+([.,][0-9]+)?|-|\.{1,3})$`)

// checkRow holds a row against what was asked for, and returns which of the
// cells it is.
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
			return 0, wrongFigures(notAskedFor.With(number, printable(string(field), 40), c.name))
		}
		cell = cell*int64(len(c.codes)) + position
		text = rest
	}
	if len(text) > maxFigure || !aFigure.Match(text) {
		return 0, wrongFigures(notFigure.With(number, printable(string(text), 40)))
	}
	return cell, nil
}

func unquoted(field string) string { return strings.Trim(field, `" `) }

func notHeader(line []byte, q *Query) *Error {
	names := make(lang.List, 0, len(q.Variables)+1)
	for _, p := range q.Variables {
		names = append(names, p.Code)
	}
	return wrongFigures(noHeader.With(printable(string(line[:min(len(line), 200)]), 60), append(names, valueColumn)))
}

func wrongFigures(m lang.Message) *Error { return &Error{Kind: WrongReply, message: m} }
