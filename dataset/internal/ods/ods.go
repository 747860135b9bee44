// Package ods reads the sheets of an OpenDocument spreadsheet, as LibreOffice writes it.
//
// Such a file is a zip archive of XML. The part content.xml has the sheets, row by row, and
// the styles of their cells. The part styles.xml has more styles (OpenDocument 1.3, part
// 3). A cell or row that stands many times is written once, with the number of times that
// it is repeated.
package ods

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/dataset/internal/archive"
	"github.com/raaderum/raaderum/dataset/internal/sheet"
	"github.com/raaderum/raaderum/dataset/internal/source"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
)

// maxMerged is how many merged areas of a sheet are looked at.
const maxMerged = 1 << 16

// Is says whether an archive with files of such names is an OpenDocument file.
func Is(names []string) bool {
	return slices.Contains(names, "content.xml") && slices.Contains(names, "mimetype")
}

// Program returns the program that writes such files.
func Program() archive.Program {
	return archive.Program{
		Name: "LibreOffice",
		File: lang.Phrase{DA: "ODS-filen", EN: "the ODS file"},
	}
}

// Read returns the sheets of a file, or what is wrong with it. If the context has ended,
// neither is of use.
func Read(ctx context.Context, z *zip.Reader) ([]sheet.Sheet, *table.Fault) {
	b := &book{bounds: sheet.Bounds{Program: Program()}, styles: newStyles()}
	err := b.read(ctx, z)
	var fault *table.Fault
	switch {
	case errors.As(err, &fault):
		return nil, fault
	case err != nil:
		return nil, &table.Fault{Kind: table.Unreadable,
			Message: brokenBook.With(table.Shorten(err.Error()))}
	case !b.isSpreadsheet:
		return nil, source.NoTable(otherDocument)
	}
	return b.sheets, nil
}

// book is a file being read.
type book struct {
	bounds        sheet.Bounds
	styles        *styles
	sheets        []sheet.Sheet
	isSpreadsheet bool
}

func (b *book) read(ctx context.Context, z *zip.Reader) error {
	parts, err := archive.Open(z, Program())
	if err != nil {
		return err
	}
	if err := parts.Read(ctx, "styles.xml", b.styles.note); err != nil {
		return err
	}
	err = parts.Read(ctx, "content.xml", func(p *archive.Part, e xml.StartElement) error {
		switch nameElement(e) {
		case "office:spreadsheet":
			b.isSpreadsheet = true
		// earlier versions of the text, and other documents
		case "table:tracked-changes", "office:text":
			return skip(p)
		case "table:table":
			return b.readSheet(p, e)
		}
		return b.styles.note(p, e)
	})
	for i := range b.sheets {
		b.sheets[i].Formats = b.styles.formats
	}
	return err
}

// sheetReader reads a sheet.
type sheetReader struct {
	*book
	sheet   *sheet.Sheet
	row     int      // from 0
	columns []string // the style of each column's cells, for cells without one
	merged  []sheet.Area
}

// readSheet reads a table that has begun.
func (b *book) readSheet(p *archive.Part, e xml.StartElement) error {
	if len(b.sheets) >= archive.MaxParts {
		return &table.Fault{Kind: table.TooLarge, Message: manySheets.With(archive.MaxParts)}
	}
	r := &sheetReader{book: b, sheet: &sheet.Sheet{
		Name: findAttribute(e, "table:name"), Hidden: b.styles.hidden[findAttribute(e, "table:style-name")],
	}}
	err := eachElement(p, func(e xml.StartElement) error {
		switch nameElement(e) {
		case "table:table-column":
			return r.noteColumns(e)
		case "table:table-row":
			return r.readRow(p, e)
		case "table:table-columns", "table:table-header-columns", "table:table-column-group",
			"table:table-rows", "table:table-header-rows", "table:table-row-group":
			return nil // what it contains counts, and not the element itself
		}
		return skip(p)
	})
	if err == nil {
		err = b.bounds.Merge(r.sheet, r.merged)
	}
	var fault *table.Fault
	if errors.As(err, &fault) {
		fault.Sheet = r.sheet.Name
	}
	b.sheets = append(b.sheets, *r.sheet)
	return err
}

// noteColumns notes the style of columns, for cells that have no style of their own.
func (r *sheetReader) noteColumns(e xml.StartElement) error {
	n, err := readRepeats(e, "table:number-columns-repeated")
	for range min(n, sheet.MaxColumns-len(r.columns)) {
		if isConcealed(e) {
			r.sheet.HiddenColumns = append(r.sheet.HiddenColumns, len(r.columns))
		}
		r.columns = append(r.columns, findAttribute(e, "table:default-cell-style-name"))
	}
	return err
}

// placed is a cell of a row, with its column.
type placed struct {
	column int
	cell   sheet.Cell
}

// readRow reads a row that has begun. It may be repeated.
func (r *sheetReader) readRow(p *archive.Part, e xml.StartElement) error {
	times, err := readRepeats(e, "table:number-rows-repeated")
	if err != nil {
		return err
	}
	ofRow := findAttribute(e, "table:default-cell-style-name")
	column := 0
	var cells []placed
	err = eachElement(p, func(e xml.StartElement) error {
		name := nameElement(e)
		if name != "table:table-cell" && name != "table:covered-table-cell" {
			return skip(p)
		}
		n, err := readRepeats(e, "table:number-columns-repeated")
		if err != nil {
			return err
		}
		at := column
		column += n
		if name == "table:covered-table-cell" { // a merged cell covers it
			return skip(p)
		}
		cell, err := r.readCell(p, e, ofRow, at)
		if err != nil || cell.Text == "" {
			return err
		}
		r.noteArea(e, at)
		for i := range n {
			// it is refused when it is put in its place
			if at+i >= sheet.MaxColumns || len(cells) >= sheet.MaxColumns {
				cells = append(cells, placed{sheet.MaxColumns, cell})
				break
			}
			cells = append(cells, placed{at + i, cell})
		}
		return nil
	})
	if err != nil {
		return err
	}
	for i := 0; i < times && len(cells) > 0; i++ {
		if isConcealed(e) {
			r.sheet.HiddenRows = append(r.sheet.HiddenRows, r.row+i)
		}
		for _, c := range cells {
			if err := r.bounds.Put(r.sheet, r.row+i, c.column, c.cell); err != nil {
				return err
			}
		}
	}
	r.row += times
	return nil
}

// isConcealed says whether a row or columns are hidden, or left out by a filter.
func isConcealed(e xml.StartElement) bool {
	visible := findAttribute(e, "table:visibility")
	return visible == "collapse" || visible == "filter"
}

// noteArea notes the area that a merged cell covers.
func (r *sheetReader) noteArea(e xml.StartElement, column int) {
	across, err1 := readRepeats(e, "table:number-columns-spanned")
	down, err2 := readRepeats(e, "table:number-rows-spanned")
	if err1 == nil && err2 == nil && across*down > 1 && len(r.merged) < maxMerged {
		r.merged = append(r.merged, sheet.Area{
			Top: r.row, Left: column, Bottom: r.row + down - 1, Right: column + across - 1,
		})
	}
}

// readRepeats returns how often an element stands, or how many rows or columns it covers. It
// is once where the element does not say.
func readRepeats(e xml.StartElement, name string) (int, error) {
	text := findAttribute(e, name)
	if text == "" {
		return 1, nil
	}
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil || n < 1 {
		return 0, &table.Fault{Kind: table.Broken, Message: notCount.With(name, table.Shorten(text))}
	}
	return int(n), nil
}

// nameElement returns the name of an element with its prefix. Every program writes the same
// prefixes.
func nameElement(e xml.StartElement) string { return e.Name.Space + ":" + e.Name.Local }

// findAttribute returns an attribute of an element by its name with the prefix. It is empty if
// the element has no such attribute.
func findAttribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Space+":"+a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// eachElement calls use with the elements inside an element that has begun, up to its end.
// use may leave an element open; its content then comes next.
func eachElement(p *archive.Part, use func(e xml.StartElement) error) error {
	depth := p.Depth()
	for {
		token, err := p.Next()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if err := use(token); err != nil {
				return err
			}
		case xml.EndElement:
			if p.Depth() < depth {
				return nil
			}
		}
	}
}

// skip passes over an element that has begun.
func skip(p *archive.Part) error {
	return eachElement(p, func(xml.StartElement) error { return nil })
}
