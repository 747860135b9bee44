// Package text reads separated text: a row a line, of fields with a separator between
// them.
//
// [Open] looks at the first row. What the text is, it tells: a row for each cell of a
// table, as statistics offices write it, is a [File.Cells]; a header with a row for each
// municipality, or each figure, is read by [File.Each]; and a table with something above
// its header, or with columns of years, is found among the fields by [File.FindTable].
package text

import (
	"context"
	"io"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/source"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
	"golang.org/x/text/unicode/norm"
)

// Separators returns the separators of fields. If the header has as many of several, the
// first one in this order counts.
func Separators() []rune { return []rune{';', '\t', ',', '|'} }

const (
	sampleRows = 20_000  // how many rows are looked at to find the decimal mark
	maxColumns = 1 << 14 // columns of a table, as many as Excel has
)

// Options say how to read a text.
type Options struct {
	Separator   rune // 0: it is found out
	DecimalMark rune // 0: it is found out
	Places      table.Places
}

// File is a text whose first row has been read.
type File struct {
	// the first row's fields, in one form of Unicode; that of the figures is the last, see
	// [moveLast]
	Columns   []string
	Line      int // the line that it stands on
	Separator rune
	options   Options
	rows      rowText
	content   int // the field of the figures, if it is moved last; -1: none is
}

// Open reads the first row of a text. For a large file, text is only its beginning, and
// large is the whole. The file is never nil, but if there is a fault, only its separator is
// of use.
func Open(text string, large *source.Stream, opt Options) (*File, *table.Fault) {
	// Excel may write its separator in a first line.
	if rest, ok := strings.CutPrefix(text, "sep="); ok && opt.Separator == 0 && len(rest) > 1 &&
		(rest[1] == '\n' || rest[1] == '\r') {
		opt.Separator = rune(rest[0])
		text = "\n" + strings.TrimLeft(rest[1:], "\r\n")
	}
	f := &File{Separator: opt.Separator, options: opt, content: -1}
	if f.Separator == 0 {
		f.Separator = findSeparator(text)
	}
	if strings.IndexByte(text, '\n') < 0 { // old programs end lines with a carriage return
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	if line := findLongLine(text); line > 0 {
		return f, source.LineTooLong(line)
	}
	// before the fields are made
	if line, n := countFirstFields(text, f.Separator); n > maxColumns {
		at := table.Place{Row: line}
		return f, &table.Fault{Kind: table.TooLarge, Place: at, Message: tooManyColumns.With(maxColumns)}
	}
	header, line, err := newRecords(text, f.Separator).next()
	if err != nil {
		return f, badQuoteAt(lineOfError(err))
	}
	f.Columns, f.Line = composeNames(header), line
	f.content = table.FindContent(f.Columns)
	moveLast(f.Columns, f.content)
	f.rows = rowText{text: text, stream: large, separator: byte(f.Separator)}
	return f, nil
}

// composeNames brings the names of columns to the form in which they are compared.
func composeNames(header []string) []string {
	columns := make([]string, len(header))
	for i, h := range header {
		columns[i] = norm.NFC.String(joinLines(strings.TrimSpace(h)))
	}
	return columns
}

// moveLast moves the field of the figures behind the others, where it stands among them.
func moveLast(fields []string, content int) {
	if content < 0 || content >= len(fields) {
		return
	}
	figure := fields[content]
	copy(fields[content:], fields[content+1:])
	fields[len(fields)-1] = figure
}

// joinLines returns a text that is written over several lines as one line.
func joinLines(text string) string {
	if strings.ContainsAny(text, "\r\n") {
		return strings.Join(strings.Fields(text), " ")
	}
	return text
}

// HasRows says whether the first row of a text belongs to a table with one row a line. The
// text may be the beginning of a longer one.
func HasRows(text string, opt Options) bool {
	separator := opt.Separator
	if separator == 0 {
		separator = findSeparator(text)
	}
	header, _, err := newRecords(text, separator).next()
	if err != nil {
		return false
	}
	columns := composeNames(header)
	moveLast(columns, table.FindContent(columns))
	k, _ := table.FindKeys(columns)
	return table.IsLong(columns) || isHeaderless(columns, opt.Places) || k.Code >= 0 || k.Name >= 0
}

// NotDivided returns the fault of a header that is a single column.
func (f *File) NotDivided() *table.Fault {
	return &table.Fault{
		Kind: table.NoTable, Place: table.Place{Row: f.Line}, Text: f.Columns[0],
		Message: noSeparator.With(table.Shorten(f.Columns[0])),
	}
}

// IsLarge says whether the text is read in pieces.
func (f *File) IsLarge() bool { return f.rows.stream != nil }

// Sample calls use with each of the first rows below the header, and its line. It passes
// over rows that cannot be cut into fields.
func (f *File) Sample(use func(fields []string, line int)) {
	records := newRecords(f.rows.text, f.Separator)
	records.next()
	for range sampleRows {
		fields, line, err := records.next()
		if err == io.EOF {
			return
		}
		use(fields, line)
	}
}

// FindMarks returns the marks of the numbers in some columns, as the first rows show them.
func (f *File) FindMarks(figures []int) (unit.Marks, []table.Fault) {
	var e unit.Evidence
	if f.options.DecimalMark == 0 {
		records := newRecords(f.rows.text, f.Separator)
		records.next()
		for range sampleRows {
			row, _, err := records.next()
			if err == io.EOF {
				break
			}
			if err != nil || len(row) < len(f.Columns) {
				continue
			}
			for _, c := range figures {
				e.Look(row[c])
			}
		}
	}
	return table.SettleMarks(&e, f.options.DecimalMark, f.Separator)
}

// Scan reads a large file for its encoding, which it returns. The encoding is empty if the
// text is no large file. If the context has ended, nothing that it returns is of use.
func (f *File) Scan(ctx context.Context) (encoding string, fault *table.Fault) {
	if f.rows.stream == nil {
		return "", nil
	}
	if fault := f.rows.stream.Scan(ctx); fault != nil || ctx.Err() != nil {
		return "", fault
	}
	return f.rows.stream.Encoding(), nil
}

// Each calls use with every row below the header that is not blank, in order, and with the
// numbers in some of its columns. It ends if use reports false or the context ends. It
// returns a fault of the file if one ended it.
func (f *File) Each(ctx context.Context, figures []int, marks unit.Marks,
	use func(*Row) bool) *table.Fault {
	n := 0
	m := &mapping{check: f.checkRow, figures: figures, marks: marks, skip: true}
	f.rows.eachRow(m, func(row *Row) bool {
		if n++; n%4096 == 0 && ctx.Err() != nil {
			return false
		}
		return use(row)
	})
	return f.ReadFault()
}

// checkRow returns a row without the empty fields that come of separators at the end of a
// line, and what is wrong with it. It reports false for a blank row.
func (f *File) checkRow(fields []string, line int, err error) (Row, bool) {
	if err != nil {
		return Row{Line: line, Fault: badQuoteAt(line)}, true
	}
	for len(fields) > len(f.Columns) && fields[len(fields)-1] == "" {
		fields = fields[:len(fields)-1]
	}
	if isBlank(fields) {
		return Row{}, false
	}
	row := Row{Fields: fields, Line: line}
	if len(fields) != len(f.Columns) {
		row.Fault = f.raggedFault(fields, line, table.WrongFields(len(fields), len(f.Columns)))
	}
	return row, true
}

// raggedFault returns the fault of a row that has too many or too few fields.
func (f *File) raggedFault(row []string, line int, m lang.Message) *table.Fault {
	text := strings.Join(row[:min(len(row), 10)], string(f.Separator))
	return &table.Fault{Kind: table.Ragged, Place: table.Place{Row: line}, Text: text, Message: m}
}

// isBlank says whether nothing but space is in any field.
func isBlank(row []string) bool {
	for _, field := range row {
		if strings.TrimSpace(field) != "" {
			return false
		}
	}
	return true
}

// badQuoteAt returns the fault of a row that cannot be cut into fields.
func badQuoteAt(line int) *table.Fault {
	return &table.Fault{Kind: table.BadQuote, Place: table.Place{Row: line}, Message: badQuote.With()}
}

// countFirstFields returns the first line that is not empty, and how many fields it may have.
// Separators in quotations count, too.
func countFirstFields(text string, separator rune) (line, fields int) {
	rest := strings.TrimLeft(text, "\r\n")
	first, _, _ := strings.Cut(rest, "\n")
	return table.LineOf(text, len(text)-len(rest)), 1 + strings.Count(first, string(separator))
}

// findLongLine returns the first line over the bound, counted from 1, or 0.
func findLongLine(text string) int {
	for line := 1; len(text) > source.MaxLine; line++ {
		end := strings.IndexByte(text[:source.MaxLine+1], '\n')
		if end < 0 {
			return line
		}
		text = text[end+1:]
	}
	return 0
}

// findSeparator returns the separator that is most frequent in the first line.
func findSeparator(text string) rune {
	first, _, _ := strings.Cut(strings.TrimLeft(text, "\r\n"), "\n")
	best, most := Separators()[0], 0
	for _, s := range Separators() {
		if n := strings.Count(first, string(s)); n > most {
			best, most = s, n
		}
	}
	return best
}

// findSeparatorBelow returns the separator that is most frequent in the first lines, for text
// with a title above its table. A comma between digits belongs to a number.
func findSeparatorBelow(text string) rune {
	counts := map[rune]int{}
	lines := 0
	for line := range strings.Lines(text) {
		if lines++; lines > 30 {
			break
		}
		for i, c := range line {
			if c == ',' && i > 0 && i+1 < len(line) && unit.IsDigit(line[i-1]) && unit.IsDigit(line[i+1]) {
				continue
			}
			counts[c]++
		}
	}
	best := Separators()[0]
	for _, s := range Separators() {
		if counts[s] > counts[best] {
			best = s
		}
	}
	return best
}

// isHeaderless says whether a first row is no header, but a row of figures: names, one of
// them a place's, and a figure last.
func isHeaderless(columns []string, places table.Places) bool {
	if len(columns) < 3 {
		return false
	}
	last := columns[len(columns)-1]
	if last == "" {
		return false
	}
	if _, v := unit.DanishMarks().Parse(last); v == unit.NotNumber || v == unit.OtherMark {
		if _, v = unit.EnglishMarks().Parse(last); v == unit.NotNumber {
			return false
		}
	}
	texts := 0
	for _, c := range columns[:len(columns)-1] {
		if table.IsKeyName(c) {
			return false
		}
		if _, v := unit.DanishMarks().Parse(c); v == unit.NotNumber {
			texts++
		}
	}
	if !places.Listed {
		_, isYear := table.ParseYear(last)
		return texts >= 2 && !isYear
	}
	return texts >= 2 && slices.ContainsFunc(columns[:len(columns)-1], func(c string) bool {
		return places.Find(c, "") != table.NoPlace
	})
}
