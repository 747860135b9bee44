package dataset

import (
	"io"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/sheet"
	"github.com/raaderum/raaderum/dataset/table"
)

// gridOfText finds a table in separated text that does not begin with its
// header: noegletal.dk's files have a title, a row of years, and a block of
// rows below the name of each key figure. So are tables with a column for each
// year, or a column of quarters or dates. It is nil where the text begins with
// another header that names its municipalities, or has no such table.
func (r *reader) gridOfText(columns []string, text string, separator rune) *sheet.Found {
	k, _ := table.FindKeys(columns)
	if (k.Code >= 0 || k.Name >= 0) && (k.Year >= 0 || !hasTime(columns)) && !r.namesColumns() {
		return nil
	}
	const most = 200_000 // rows, all of which are in memory
	var cells [][]sheet.Cell
	rows := newRows(text, separator)
	for {
		row, line, err := rows.next()
		if err == io.EOF || len(cells) > most {
			break
		}
		if err != nil {
			continue
		}
		for len(cells) < line-1 { // blank lines, and those within quotation marks
			cells = append(cells, nil)
		}
		list := make([]sheet.Cell, len(row))
		for i, field := range row {
			list[i].Text = strings.TrimSpace(field)
		}
		cells = append(cells, list)
	}
	opt := r.sheetOptions()
	opt.Text = true
	g := sheet.Find(&sheet.Sheet{Cells: cells}, opt)
	if g == nil || !g.HasFigures() || len(cells) > most {
		return nil
	}
	r.table.Layout = "columns"
	if g.HasBlocks() {
		r.table.Layout = "blocks"
		r.tellOpenEnd(&rowText{text: text})
	}
	return g
}

// hasTime says whether a column is of time by another name than the key's own,
// or several are of years.
func hasTime(columns []string) bool {
	return slices.ContainsFunc(table.ReadHeadings(columns), func(p table.Heading) bool { return p.Period != "" }) ||
		slices.ContainsFunc(columns, func(c string) bool { return table.RoleNamed(c) == table.Time })
}
