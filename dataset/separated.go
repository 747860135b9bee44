package dataset

import (
	"context"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// separators are tried in this order where the header has as many of each.
var separators = []rune{';', '\t', ',', '|'}

// sampleRows is how many rows are looked at to find the decimal mark.
const sampleRows = 20_000

// layout puts the rows of a separated file into the builder.
type layout interface {
	// cells calls use with every text of a row that should be a number.
	cells(row []string, use func(text string))
	// put reads one row. It reports false where reading must end.
	put(row []string, line int, m unit.Marks) bool
	// done is called after the last row.
	done()
}

// readSeparated reads text with a header and one row a line, in the tidy or
// the wide layout, or what else its header or first row says that it is.
func (r *reader) readSeparated(ctx context.Context, text string) error {
	return r.readRows(ctx, text, nil, r.otherThanRows, r.layout)
}

// otherThanRows reads what is no table with a header and one row a line, and
// reports whether it was that.
func (r *reader) otherThanRows(ctx context.Context, columns []string, t *rowText) (bool, error) {
	switch {
	case table.IsLong(columns):
		return true, r.readLong(ctx, t, columns, len(columns))
	case r.isHeaderless(columns):
		return true, r.readLong(ctx, t, nil, len(columns))
	case t.stream != nil:
		return false, nil
	}
	tried := []rune{rune(t.separator)}
	if below := separatorBelow(t.text); below != tried[0] && r.opt.Separator == 0 {
		tried = append(tried, below)
	}
	for _, separator := range tried {
		if g := r.gridOfText(columns, t.text, separator); g != nil {
			r.table.Separator = separator
			return true, r.readGrid(ctx, g)
		}
	}
	return false, nil
}

// readRows reads text with a header and one row a line into the layout that is
// chosen by the header; none reads nothing. Of a large file the text is only its
// beginning, and large the whole. other is asked first whether the text is
// something else, which it then has read.
func (r *reader) readRows(ctx context.Context, text string, large *stream,
	other func(ctx context.Context, columns []string, t *rowText) (bool, error),
	choose func(columns []string, line int, text string, separator rune) layout) error {
	if rest, ok := strings.CutPrefix(text, "sep="); ok && r.opt.Separator == 0 && len(rest) > 1 && (rest[1] == '\n' || rest[1] == '\r') { // as Excel writes
		r.opt.Separator = rune(rest[0])
		text = "\n" + strings.TrimLeft(rest[1:], "\r\n")
	}
	separator := r.opt.Separator
	if separator == 0 {
		separator = findSeparator(text)
	}
	r.table.Separator = separator
	if strings.IndexByte(text, '\n') < 0 { // as old programs end lines
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	if line := longLine(text); line > 0 {
		r.problem(TooLarge, line, "", "", lineTooLong.With(maxLine>>20))
		return nil
	}
	if line, n := fieldsOfFirst(text, separator); n > maxColumns { // before they are made
		r.problem(TooLarge, line, "", "", tooManyColumns.With(maxColumns))
		return nil
	}
	rows := newRows(text, separator)
	header, line, err := rows.next()
	if err != nil {
		r.badQuote(rows.line(err))
		return nil
	}
	columns := make([]string, len(header))
	for i, h := range header {
		columns[i] = norm.NFC.String(strings.TrimSpace(h))
	}
	t := &rowText{text: text, stream: large, separator: byte(separator)}
	if other != nil {
		if done, err := other(ctx, columns, t); done {
			return err
		}
	}
	if len(columns) == 1 {
		r.problem(UnknownLayout, line, "", columns[0], noSeparator.With(table.Shorten(columns[0])))
		return nil
	}
	l := choose(columns, line, text, separator)
	if l == nil {
		return nil
	}
	m := r.marks(l, len(columns), text, separator)
	r.table.DecimalMark = rune(m.Decimal)
	if large != nil && !large.scan(ctx, r) {
		return ctx.Err()
	}
	r.putRows(ctx, t, columns, l, m)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	t.tell(r)
	l.done()
	k, _ := table.FindKeys(columns)
	r.tellSchoolYears(at(columns, k.Year))
	switch {
	case r.table.Rows == r.totals: // none at all, or nothing but totals
		r.problem(NoData, 0, "", "", noData.With())
	case r.opt.Register != nil && r.strangers > 0 && r.strangers+r.totals == r.table.Rows:
		if names := r.problems.dropUnknown(r.table.Source); len(names) > 0 {
			r.problem(NoData, 0, "", "", otherCountry.With(table.ListSome(names)))
		} else { // each is explained
			r.problem(NoData, 0, "", "", noData.With())
		}
	}
	return nil
}

// putRows puts the rows below the header into a layout.
func (r *reader) putRows(ctx context.Context, t *rowText, columns []string, l layout, m unit.Marks) {
	begun := false
	t.each(func(row []string, line int, err error) bool {
		if !begun { // the header
			begun = true
			return true
		}
		if r.table.Rows++; r.table.Rows%4096 == 0 && ctx.Err() != nil {
			return false
		}
		if err != nil {
			r.table.Skipped++
			r.badQuote(line)
			return true
		}
		for len(row) > len(columns) && row[len(row)-1] == "" { // separators at the end of the line
			row = row[:len(row)-1]
		}
		if isBlank(row) {
			r.table.Rows--
			return true
		}
		if len(row) != len(columns) {
			r.table.Skipped++
			r.problem(RaggedRow, line, "", strings.Join(row[:min(len(row), 10)], string(rune(t.separator))), table.WrongFields(len(row), len(columns)))
			return true
		}
		return l.put(row, line, m) && !r.ended
	})
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

func (r *reader) badQuote(line int) {
	r.problem(BadQuote, line, "", "", badQuote.With())
}

// maxColumns bounds the columns of a table; Excel has as many.
const maxColumns = 1 << 14

// maxLine bounds a line, all of whose fields are in memory at once.
const maxLine = 1 << 20

// fieldsOfFirst returns the first line that is not empty, and how many fields it
// may have; separators in quotations count too.
func fieldsOfFirst(text string, separator rune) (line, fields int) {
	rest := strings.TrimLeft(text, "\r\n")
	first, _, _ := strings.Cut(rest, "\n")
	return lineOf(text, len(text)-len(rest)), 1 + strings.Count(first, string(separator))
}

// longLine returns the first line over the bound, from 1, or 0.
func longLine(text string) int {
	for line := 1; len(text) > maxLine; line++ {
		end := strings.IndexByte(text[:maxLine+1], '\n')
		if end < 0 {
			return line
		}
		text = text[end+1:]
	}
	return 0
}

// findSeparator returns the separator that the first line has most of.
func findSeparator(text string) rune {
	first, _, _ := strings.Cut(strings.TrimLeft(text, "\r\n"), "\n")
	best, most := separators[0], 0
	for _, s := range separators {
		if n := strings.Count(first, string(s)); n > most {
			best, most = s, n
		}
	}
	return best
}

// separatorBelow returns the separator that the first lines have most of, for
// text with a title above its table. A comma between digits is of a number.
func separatorBelow(text string) rune {
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
	best := separators[0]
	for _, s := range separators {
		if counts[s] > counts[best] {
			best = s
		}
	}
	return best
}

// layout returns the layout that the header tells of, or nil and a problem.
func (r *reader) layout(columns []string, line int, text string, separator rune) layout {
	r.usePlan()
	keys, again := table.FindKeys(columns)
	if again >= 0 {
		first := columns[keys.Called(columns[again])]
		r.problem(BadHeader, line, columns[again], columns[again], sameMeaning.With(table.Shorten(first), table.Shorten(columns[again])))
		return nil
	}
	seen := map[string]bool{}
	for _, c := range columns {
		if c != "" && seen[c] {
			r.problem(BadHeader, line, c, c, headerTwice.With())
			return nil
		}
		seen[c] = true
	}
	found := table.Shorten(strings.Join(columns, ", "))
	switch {
	case keys.Code < 0 && keys.Name < 0:
		message := unknownLayout.With(found)
		if speaksOfPrices(columns) {
			message = perhapsPrices.With(found)
		}
		r.problem(UnknownLayout, line, "", found, message)
		return nil
	case keys.Indicator >= 0 && keys.Value >= 0:
		r.table.Layout = "tidy"
		return r.newTidy(keys, columns)
	case keys.Indicator >= 0:
		r.problem(UnknownLayout, line, "", found, noValues.With(columns[keys.Indicator]))
		return nil
	}
	if keys.Year < 0 {
		r.pass.applies("year")
	}
	r.table.Layout = "wide"
	return r.newWide(keys, columns, line, newRows(text, separator))
}

// marks returns the marks of the numbers, found out from the first rows.
func (r *reader) marks(l layout, fields int, text string, separator rune) unit.Marks {
	var e unit.Evidence
	if r.opt.DecimalMark != 0 {
		return r.settle(&e, separator)
	}
	rows := newRows(text, separator)
	rows.next()
	for range sampleRows {
		row, _, err := rows.next()
		if err == io.EOF {
			break
		}
		if err == nil && len(row) >= fields {
			l.cells(row, e.Look)
		}
	}
	return r.settle(&e, separator)
}

// settle returns the marks that the options or the numbers say, and reports
// where the numbers leave it open.
func (r *reader) settle(e *unit.Evidence, separator rune) unit.Marks {
	m, faults := table.SettleMarks(e, r.opt.DecimalMark, separator)
	r.tellFaults(faults)
	return m
}

// at returns the trimmed field of a row, empty where there is no such column.
func at(row []string, position int) string {
	if position < 0 {
		return ""
	}
	return strings.TrimSpace(row[position])
}

// rowOf is what a row is of.
type rowOf struct {
	municipality, year int  // by position
	total              bool // of a total, or a year before the register's: nothing in it is of interest
	ok                 bool // of a municipality and a year
}

// of returns what a row is of, and reports what is wrong with it.
func (r *reader) of(k table.Keys, row, columns []string, line, undated int) (of rowOf) {
	column := k.Code
	if column < 0 {
		column = k.Name
	}
	of.municipality, of.ok, of.total = r.find(at(row, k.Code), at(row, k.Name), line, columns[column])
	if of.total {
		return of
	}
	if of.ok && (k.Region >= 0 || k.Group >= 0) {
		r.describe(of.municipality, at(row, k.Region), at(row, k.Group))
	}
	if k.Year < 0 {
		of.year = undated
		return of
	}
	text := at(row, k.Year)
	y, isYear := table.ParseYear(text)
	if !isYear {
		y, isYear = r.schoolYear(text)
	}
	if !isYear {
		of.ok = false
		message := badYear.With(table.Shorten(text))
		if table.MayEndNext(text) {
			message = monthOrYears.With(text, strings.Replace(text, "-", "/", 1), text[:4])
		}
		r.problem(BadYear, line, columns[k.Year], text, message)
		return of
	}
	if why, early := r.isEarly(y); early {
		of.ok, of.total = false, true
		r.totals++
		r.problem(TimeBreak, line, columns[k.Year], text, yearsLeftOut.With(text, why))
		return of
	}
	of.year = r.year(y)
	return of
}

// speaksOfPrices says whether names are those of a price index.
func speaksOfPrices(names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		name = unit.Fold(name)
		return strings.Contains(name, "indeks") || strings.Contains(name, "index")
	})
}

// isHeaderless says whether a first row is no header but a row of such a file:
// names, one of them of a place, and a figure last.
func (r *reader) isHeaderless(columns []string) bool {
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
	if r.opt.Register == nil {
		_, isYear := table.ParseYear(last)
		return texts >= 2 && !isYear
	}
	return texts >= 2 && slices.ContainsFunc(columns[:len(columns)-1], func(c string) bool {
		_, verdict := r.register.Find(c, "")
		return verdict == Known || verdict == Total
	})
}
