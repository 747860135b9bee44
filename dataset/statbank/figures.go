package statbank

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
func copyFigures(w io.Writer, r io.Reader, q *Query) (rows int64, err error) {
	lines := bufio.NewReaderSize(r, maxLine)
	var columns []column
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
				if rows++; rows > q.Cells() {
					return rows, wrongFigures(tooManyRows.With(lang.Number{Value: float64(q.Cells())}))
				}
				if last && rows < q.Cells() {
					return rows, cut(io.ErrUnexpectedEOF) // a whole reply ends its last row
				}
				if err := checkRow(text, number, columns); err != nil {
					return rows, err
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
	codes map[string]bool
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
		c := column{q.Variables[i].Code, make(map[string]bool, len(q.Variables[i].Values))}
		for _, v := range q.Variables[i].Values {
			c.codes[v] = true
		}
		columns = append(columns, c)
	}
	return columns, nil
}

// checkRow holds a row against what was asked for.
func checkRow(text []byte, number int64, columns []column) error {
	if n := bytes.Count(text, []byte(";")) + 1; n != len(columns)+1 {
		return wrongFigures(badRow.With(number, n, len(columns)+1))
	}
	for _, c := range columns {
		field, rest, _ := bytes.Cut(text, []byte(";"))
		if len(field) > 1 && field[0] == '"' {
			field = bytes.Trim(field, `"`)
		}
		if !c.codes[string(field)] {
			return wrongFigures(notAskedFor.With(number, printable(string(field), 40), c.name))
		}
		text = rest
	}
	if len(text) > maxFigure || !utf8.Valid(text) || bytes.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) || r == '<' }) {
		return wrongFigures(notFigure.With(number, printable(string(text), 40)))
	}
	return nil
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
