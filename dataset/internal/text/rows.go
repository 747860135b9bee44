package text

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/source"
)

// rowText is separated text, in memory or read in pieces.
type rowText struct {
	text      string
	stream    *source.Stream // for a large file, in place of text
	separator byte
}

// hasOpenEnd says whether the last line has no end.
func (t *rowText) hasOpenEnd() bool {
	if t.stream != nil {
		return !t.stream.Ended()
	}
	return !strings.HasSuffix(t.text, "\n")
}

// cut calls use with every row of a piece of text that begins at a line. Nearly all text
// has no quotation marks and is cut by hand, which is several times faster than package
// encoding/csv.
func (t *rowText) cut(text string, line int, use func(fields []string, line int,
	err error) bool) bool {
	if strings.IndexByte(text, '"') >= 0 {
		return t.cutQuoted(text, line, use)
	}
	fields := make([]string, 0, 64)
	for ; text != ""; line++ {
		row := text
		if end := strings.IndexByte(text, '\n'); end >= 0 {
			row, text = text[:end], text[end+1:]
		} else {
			text = ""
		}
		if n := len(row); n > 0 && row[n-1] == '\r' {
			row = row[:n-1]
		}
		if row == "" {
			continue
		}
		fields = fields[:0]
		for {
			end := strings.IndexByte(row, t.separator)
			if end < 0 {
				break
			}
			fields = append(fields, row[:end])
			row = row[end+1:]
		}
		fields = append(fields, row)
		if !use(fields, line, nil) {
			return false
		}
	}
	return true
}

func (t *rowText) cutQuoted(text string, from int, use func(fields []string, line int,
	err error) bool) bool {
	records := newRecords(text, rune(t.separator))
	for {
		fields, line, err := records.next()
		if err == io.EOF {
			return true
		}
		if err != nil {
			line = lineOfError(err)
		}
		if !use(fields, line+from-1, err) {
			return false
		}
		if line == 0 { // no row has this error, and it would only come again
			return true
		}
	}
}

// records reads the records of separated text one by one.
type records struct{ csv *csv.Reader }

func newRecords(text string, separator rune) records {
	c := csv.NewReader(strings.NewReader(cutFormulas(text, byte(separator))))
	c.Comma = separator
	c.FieldsPerRecord = -1
	c.ReuseRecord = true
	return records{c}
}

// cutFormulas returns a text in which a field such as ="0791" stands without its equals
// sign. Spreadsheet programs write codes so to keep leading zeros.
func cutFormulas(text string, separator byte) string {
	if !strings.Contains(text, `="`) {
		return text
	}
	var b strings.Builder
	from := 0
	for i := 0; i+1 < len(text); i++ {
		if text[i] == '=' && text[i+1] == '"' &&
			(i == 0 || text[i-1] == separator || text[i-1] == '\n') {
			b.WriteString(text[from:i])
			from = i + 1
		}
	}
	b.WriteString(text[from:])
	return b.String()
}

// next returns the next record, which is valid until the next call, and the line that it
// begins on.
func (r records) next() ([]string, int, error) {
	record, err := r.csv.Read()
	if err != nil {
		return nil, 0, err
	}
	for i, field := range record { // "=""0791""" is such a field, quoted once more
		if len(field) > 2 && field[0] == '=' && field[1] == '"' && field[len(field)-1] == '"' {
			record[i] = field[2 : len(field)-1]
		}
	}
	line, _ := r.csv.FieldPos(0)
	return record, line, nil
}

// lineOfError returns the line that an error of next is about.
func lineOfError(err error) int {
	var bad *csv.ParseError
	if errors.As(err, &bad) {
		return bad.StartLine
	}
	return 0
}
