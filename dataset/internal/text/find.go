package text

import (
	"io"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/sheet"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// maxRows bounds how many rows of a text are searched for a table. All of them are in
// memory.
const maxRows = 200_000

// FindTable finds a table in text that does not begin with its header. The files of
// noegletal.dk are such text: they have a title, a row of years, and a block of rows below
// the name of each key figure. So is a table with a column for each year, or with a column
// of quarters or dates. It is nil if the text begins with another header that names its
// municipalities, or has no such table. named says that the plan names the header or the
// columns.
//
// Such a table has to be in memory as a whole. If a text that is too large for that begins
// with one, FindTable returns a fault: read a row at a time, its figures would be taken for
// something else.
func (f *File) FindTable(named bool, opt sheet.Options) (*sheet.Found, *table.Fault) {
	keyed := !named && f.isKeyed()
	if keyed && !f.mayHaveCategories() {
		return nil, nil
	}
	if keyed {
		opt.Header = f.Line
	}
	tried := []rune{f.Separator}
	if below := findSeparatorBelow(f.rows.text); below != tried[0] &&
		f.options.Separator == 0 && !keyed {
		tried = append(tried, below)
	}
	for _, separator := range tried {
		opt.Separator = separator
		cells := f.cut(separator)
		found := sheet.Find(&sheet.Sheet{Cells: cells}, opt)
		if found == nil || !found.HasFigures() || keyed && !found.HasCategories() {
			continue
		}
		if f.IsLarge() || len(cells) > maxRows {
			return nil, &table.Fault{Kind: table.TooLarge, Message: tooManyRows.With(maxRows)}
		}
		f.Separator = separator
		return found, nil
	}
	return nil, nil
}

// isKeyed says whether the first row is a header that names the municipalities, and whose
// only column of years has the usual name.
func (f *File) isKeyed() bool {
	k, _ := table.FindKeys(f.Columns)
	return (k.Code >= 0 || k.Name >= 0) && (k.Year >= 0 || !hasTime(f.Columns)) &&
		!f.hasDates(k.Year) && !slices.ContainsFunc(f.Columns, isOfAccounts)
}

// mayHaveCategories says whether columns below the header may say what the figures are
// about. They may if some have words, or have the names of categories, or if a municipality
// and year has several rows.
func (f *File) mayHaveCategories() bool {
	k, again := table.FindKeys(f.Columns)
	if again >= 0 || len(f.Columns) < 3 {
		return false
	}
	isKey := map[int]bool{k.Code: true, k.Name: true, k.Year: true, k.Indicator: true,
		k.Value: true, k.Unit: true, k.Region: true, k.Group: true}
	for c, name := range f.Columns {
		if !isKey[c] && table.NamesCategory(name) {
			return true
		}
	}
	seen := map[string]bool{}
	found, n := false, 0
	f.Sample(func(row []string, _ int) {
		if n++; found || len(row) != len(f.Columns) {
			return
		}
		if n <= lookedAt {
			for c, field := range row {
				if _, v := unit.DanishMarks().Parse(field); !isKey[c] && v == unit.NotNumber {
					_, v = unit.EnglishMarks().Parse(field)
					found = found || v == unit.NotNumber && !strings.HasPrefix(field, "=") &&
						!strings.HasPrefix(field, "#")
				}
			}
		}
		key := ""
		for _, c := range []int{k.Code, k.Name, k.Year, k.Indicator} {
			if c >= 0 {
				key += row[c] + "\x00"
			}
		}
		found = found || seen[key]
		seen[strings.Clone(key)] = true
	})
	return found
}

// lookedAt is how many rows are looked through for columns of words.
const lookedAt = 400

// cut returns the fields of a text as cells. A cell's row is the line that its record
// begins on.
func (f *File) cut(separator rune) (cells [][]sheet.Cell) {
	records := newRecords(f.rows.text, separator)
	for {
		row, line, err := records.next()
		if err == io.EOF || len(cells) > maxRows {
			return cells
		}
		if err != nil {
			continue
		}
		for len(cells) < line-1 { // blank lines, and lines inside a quotation, leave empty rows
			cells = append(cells, nil)
		}
		list := make([]sheet.Cell, len(row))
		for i, field := range row {
			list[i].Text = strings.TrimSpace(field)
		}
		cells = append(cells, list)
	}
}

// isOfAccounts says whether a heading is an account, or that of a column of accounts. Such
// a table is read as a sheet is, where accounts are no figures.
func isOfAccounts(heading string) bool {
	return table.NamesAccounts(heading) || table.HeadsAccount(heading)
}

// hasDates says whether a column of years holds nothing but dates, parts of years, or
// periods of several years. Which of them stand for a year can be decided only when all are known.
func (f *File) hasDates(column int) bool {
	dates, others := 0, 0
	if column < 0 {
		return false
	}
	f.Sample(func(fields []string, _ int) {
		text := ""
		if column < len(fields) {
			text = strings.TrimSpace(fields[column])
		}
		if text == "" || others > 0 || unit.AllDigits(text) {
			return
		}
		if p, ok := table.ParsePeriod(text); ok &&
			(p.Day || p.Of > 0 && strings.ContainsAny(text, "KQMHkqmh") ||
				p.First > 0 && strings.Contains(text, ":")) {
			dates++
		} else {
			others++
		}
	})
	return dates > 0 && others == 0
}

// hasTime says whether a column is one of time by an unusual name, or several columns are
// years.
func hasTime(columns []string) bool {
	return slices.ContainsFunc(table.ReadHeadings(columns),
		func(p table.Heading) bool { return p.Period != "" }) ||
		slices.ContainsFunc(columns, func(c string) bool { return table.RoleNamed(c) == table.Time })
}

// OpenEnd returns a fault if the last line of a statistics office's text has no end. It may
// be cut off in the middle of a number. People's own files often end so.
func (f *File) OpenEnd() []table.Fault {
	if !f.rows.hasOpenEnd() {
		return nil
	}
	return []table.Fault{{Kind: table.OpenEnd, Message: lastRowOpen.With()}}
}
