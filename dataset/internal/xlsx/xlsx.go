// Package xlsx reads the sheets of an Excel file.
//
// Such a file is a zip archive of XML: a list of sheets, the texts that their cells share,
// the formats of numbers, and a file for each sheet (ECMA-376, SpreadsheetML). The package
// reads it cell by cell and not through the library that writes the workbooks, so that a
// hostile file costs no more than the bounds allow.
package xlsx

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/archive"
	"github.com/raaderum/raaderum/dataset/internal/sheet"
	"github.com/raaderum/raaderum/dataset/internal/source"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

const (
	maxShared  = 64 << 20 // bytes of shared text
	maxFormats = 1 << 16  // Excel's own bound is 64,000
	maxFormula = 100      // how many bytes of a formula are kept, for messages
)

// book is a workbook being read.
type book struct {
	parts   *archive.Archive
	shared  []string
	formats []unit.Format // the format of each style of cells
	epoch   float64       // days from 1899-12-30 to the first day of the workbook's calendar
	bounds  sheet.Bounds
}

// Is says whether an archive with files of such names is an Excel file.
func Is(names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(name, "xl/") })
}

// Program returns the program that writes such files.
func Program() archive.Program {
	return archive.Program{
		Name: "Excel",
		File: lang.Phrase{
			DA: "Excel-filen",
			EN: "the Excel file",
		},
	}
}

// Read returns the sheets of a file, or what is wrong with it. If the context has ended,
// neither is of use.
func Read(ctx context.Context, z *zip.Reader) ([]sheet.Sheet, *table.Fault) {
	if slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == "xl/workbook.bin" }) {
		return nil, source.NoTable(binaryWorkbook)
	}
	sheets, err := readSheets(ctx, z)
	var fault *table.Fault
	switch {
	case err == nil:
		return sheets, nil
	case errors.As(err, &fault):
		return nil, fault
	}
	return nil, &table.Fault{Kind: table.Unreadable,
		Message: brokenBook.With(table.Shorten(err.Error()))}
}

func readSheets(ctx context.Context, z *zip.Reader) ([]sheet.Sheet, error) {
	b, parts, err := openBook(ctx, z)
	if err != nil {
		return nil, err
	}
	sheets := make([]sheet.Sheet, len(parts))
	for i, p := range parts {
		sheets[i] = sheet.Sheet{Name: p.name, Hidden: p.hidden, Formats: b.formats}
		if err := b.readCells(ctx, p.part, &sheets[i]); err != nil {
			return nil, err
		}
	}
	return sheets, nil
}

// sheetPart says where in the archive a sheet stands.
type sheetPart struct {
	name   string
	hidden bool
	part   string
}

// openBook reads everything but the cells, and returns the list of sheets.
func openBook(ctx context.Context, z *zip.Reader) (*book, []sheetPart, error) {
	parts, err := archive.Open(z, Program())
	if err != nil {
		return nil, nil, err
	}
	b := &book{parts: parts, bounds: sheet.Bounds{Program: Program()}}
	targets := map[string]string{}
	if err := b.parts.Read(ctx, "xl/_rels/workbook.xml.rels", func(p *archive.Part,
		e xml.StartElement) error {
		if e.Name.Local == "Relationship" {
			target := archive.Attribute(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = "xl/" + target
			}
			targets[archive.Attribute(e, "Id")] = strings.TrimPrefix(path.Clean(target), "/")
		}
		return nil
	}); err != nil {
		return nil, nil, err
	}
	var sheets []sheetPart
	taken := map[string]bool{}
	if err := b.parts.Read(ctx, "xl/workbook.xml", func(p *archive.Part, e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			if v := archive.Attribute(e, "date1904"); v == "1" || v == "true" {
				b.epoch = 1462
			}
		case "sheet":
			part := targets[archive.Attribute(e, "id")]
			switch {
			case len(sheets) >= archive.MaxParts:
				return tooLarge(manySheets.With(archive.MaxParts))
			case taken[part] && part != "":
				return broken("", sheetTwice.With(table.Shorten(archive.Attribute(e, "name"))))
			}
			taken[part] = true
			sheets = append(sheets, sheetPart{name: archive.Attribute(e, "name"),
				hidden: strings.Contains(strings.ToLower(archive.Attribute(e, "state")), "hidden"), part: part})
		}
		return nil
	}); err != nil {
		return nil, nil, err
	}
	if err := b.readShared(ctx); err != nil {
		return nil, nil, err
	}
	return b, sheets, b.readStyles(ctx)
}

// readShared reads the texts that cells share.
func (b *book) readShared(ctx context.Context) error {
	size := 0
	return b.parts.Read(ctx, "xl/sharedStrings.xml", func(p *archive.Part, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		text, _, err := readText(p, "si")
		if size += len(text) + 16; size > maxShared {
			return b.bounds.TextTooLarge()
		}
		b.shared = append(b.shared, text)
		return err
	})
}

// readStyles reads how numbers are shown: as per cent, as dates or as they
// are.
func (b *book) readStyles(ctx context.Context) error {
	custom := map[string]unit.Format{}
	inCells := false
	return b.parts.Read(ctx, "xl/styles.xml", func(p *archive.Part, e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			custom[archive.Attribute(e, "numFmtId")] = unit.ParseFormat(archive.Attribute(e, "formatCode"))
		case "cellXfs":
			inCells = true
		case "cellStyles", "dxfs", "cellStyleXfs":
			inCells = false
		case "xf":
			if len(b.formats) >= maxFormats || len(custom) > maxFormats {
				return tooLarge(manyFormats.With(maxFormats))
			}
			if !inCells {
				return nil
			}
			id := archive.Attribute(e, "numFmtId")
			format, ok := custom[id]
			if n, err := strconv.Atoi(id); !ok && err == nil {
				switch { // the formats that every file has
				case n == 9 || n == 10:
					format.Percent = true
				case n >= 14 && n <= 17, n == 22, n >= 27 && n <= 31, n == 36, n >= 50 &&
					n <= 54, n == 57, n == 58:
					format.Date = true
				}
			}
			b.formats = append(b.formats, format)
		}
		return nil
	})
}

// readText returns the text inside an element that has begun, without hints on
// pronunciation. If the element has a formula without a value, readText returns the
// formula.
func readText(p *archive.Part, end string) (value, formula string, err error) {
	var text strings.Builder
	inText, aside, inFormula, valued := false, false, false, false
	for {
		token, err := p.Next()
		if err != nil {
			return "", "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			isValue := t.Name.Local == "v"
			if inText = isValue || t.Name.Local == "t"; valued && inText || isValue && text.Len() > 0 {
				return "", "", broken("", twoValues.With())
			}
			aside = aside || t.Name.Local == "rPh"
			inFormula = t.Name.Local == "f"
			if valued = valued || isValue; inFormula {
				formula = "="
			}
		case xml.EndElement:
			inText, inFormula = false, false
			if t.Name.Local == "rPh" {
				aside = false
			}
			if t.Name.Local == end {
				if valued && text.Len() > 0 {
					formula = ""
				}
				return text.String(), formula, nil
			}
		case xml.CharData:
			if inFormula && len(formula) < maxFormula {
				formula += table.CutText(string(t), maxFormula)
			}
			if inText && !aside {
				if text.Write(t); text.Len() > archive.MaxElement {
					return "", "", Program().ElementTooLarge()
				}
			}
		}
	}
}

// tooLarge returns the fault of a workbook over a bound.
func tooLarge(m lang.Message) error { return &table.Fault{Kind: table.TooLarge, Message: m} }

// broken returns the fault of a workbook that no spreadsheet program writes like this.
func broken(cell string, m lang.Message) error {
	return &table.Fault{Kind: table.Broken, Place: table.Place{Cell: cell}, Message: m}
}
