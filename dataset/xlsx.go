package dataset

import (
	"archive/zip"
	"bufio"
	"context"
	"encoding/xml"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// An Excel file is a zip archive of XML: a list of sheets, the texts that
// their cells share, the formats of numbers, and a file for each sheet
// (ECMA-376, SpreadsheetML). It is read cell by cell here, and not through the
// library that writes the workbooks, so that a hostile file costs no more than
// the bounds below.

const (
	maxPart     = 256 << 20 // bytes of one part
	maxGrid     = 2 << 20   // cells of one file, those left empty between others too
	maxShared   = 64 << 20  // bytes of shared text
	maxText     = 1 << 15   // letters of one cell, Excel's own bound
	maxTexts    = 64 << 20  // bytes of text in the cells of one file: many may be of one shared text
	maxFormats  = 1 << 16   // Excel's own bound is 64,000
	maxXMLDepth = 64
	maxElement  = 1 << 20 // bytes of a tag with its attributes, or of a text
)

// sheet is a sheet of a workbook.
type sheet struct {
	name    string
	hidden  bool
	part    string
	cells   [][]cell      // by row and column; rows may be of different lengths
	formats []unit.Format // of all cells
}

// cell is a cell of a sheet. That of a merged area stands in each of its
// places.
type cell struct {
	text    string // a number with a decimal point and as shown, 76.2 for 76.2 %; a date as 2024-12-31
	number  bool   // it is a number, and not a text that looks like one
	percent bool   // a number shown as per cent
	merged  bool   // it is here because the area is merged, and stands elsewhere
	format  int32  // how a number is shown that is divided, or has a scale beside it: its place among the formats, from 1
}

// book is a workbook being read.
type book struct {
	ctx     context.Context
	parts   map[string]*zip.File
	shared  []string
	formats []unit.Format // by the cells' style
	epoch   float64       // days from 1899-12-30 to the first day there is
	grid    int           // cells so far
	texts   int           // bytes of text in them
}

// readBook returns the sheets of a workbook, without their cells.
func readBook(ctx context.Context, archive *zip.Reader) (*book, []sheet, error) {
	b := &book{ctx: ctx, parts: map[string]*zip.File{}}
	for _, f := range archive.File {
		b.parts[strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")] = f
		switch {
		case f.UncompressedSize64 > maxPart:
			return nil, nil, tooLarge(partTooLarge.With(table.Shorten(f.Name), maxPart>>20))
		case growsTooMuch(int64(f.UncompressedSize64), int64(f.CompressedSize64)):
			return nil, nil, tooLarge(bookBomb.With(maxRatio))
		}
	}
	targets := map[string]string{}
	if err := b.part("xl/_rels/workbook.xml.rels", func(p *part, e xml.StartElement) error {
		if e.Name.Local == "Relationship" {
			target := attribute(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = "xl/" + target
			}
			targets[attribute(e, "Id")] = strings.TrimPrefix(path.Clean(target), "/")
		}
		return nil
	}); err != nil {
		return nil, nil, err
	}
	var sheets []sheet
	taken := map[string]bool{}
	if err := b.part("xl/workbook.xml", func(p *part, e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			if v := attribute(e, "date1904"); v == "1" || v == "true" {
				b.epoch = 1462
			}
		case "sheet":
			part := targets[attribute(e, "id")]
			switch {
			case len(sheets) >= maxInArchive:
				return tooLarge(manySheets.With(maxInArchive))
			case taken[part] && part != "":
				return broken("", sheetTwice.With(table.Shorten(attribute(e, "name"))))
			}
			taken[part] = true
			sheets = append(sheets, sheet{name: attribute(e, "name"), hidden: strings.Contains(strings.ToLower(attribute(e, "state")), "hidden"), part: part})
		}
		return nil
	}); err != nil {
		return nil, nil, err
	}
	if err := b.readShared(); err != nil {
		return nil, nil, err
	}
	return b, sheets, b.readStyles()
}

// readShared reads the texts that cells share.
func (b *book) readShared() error {
	size := 0
	return b.part("xl/sharedStrings.xml", func(p *part, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		text, err := p.text("si")
		if size += len(text) + 16; size > maxShared {
			return tooLarge(bookTextTooLarge.With(maxShared >> 20))
		}
		b.shared = append(b.shared, text)
		return err
	})
}

// readStyles reads how numbers are shown: as per cent, as dates or as they
// are.
func (b *book) readStyles() error {
	custom := map[string]unit.Format{}
	inCells := false
	return b.part("xl/styles.xml", func(p *part, e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			custom[attribute(e, "numFmtId")] = unit.ParseFormat(attribute(e, "formatCode"))
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
			id := attribute(e, "numFmtId")
			format, ok := custom[id]
			if n, err := strconv.Atoi(id); !ok && err == nil {
				switch { // those that every file has
				case n == 9 || n == 10:
					format.Percent = true
				case n >= 14 && n <= 17, n == 22, n >= 27 && n <= 31, n == 36, n >= 50 && n <= 54, n == 57, n == 58:
					format.Date = true
				}
			}
			b.formats = append(b.formats, format)
		}
		return nil
	})
}

// part is an XML file of the archive being read.
type part struct {
	*xml.Decoder
	depth   int
	formula string // of the cell that was read last, where its value is not there
	bytes   *elementReader
}

// elementReader bounds what one element may be, before the decoder has made a
// list of its attributes.
type elementReader struct {
	*bufio.Reader
	left int
}

func (r *elementReader) ReadByte() (byte, error) {
	if r.left--; r.left < 0 {
		return 0, tooLarge(elementTooLarge.With(maxElement >> 20))
	}
	return r.Reader.ReadByte()
}

// part calls use with every element of a part of the archive; one that is not
// there has none.
func (b *book) part(name string, use func(p *part, e xml.StartElement) error) error {
	f := b.parts[name]
	if f == nil {
		return nil
	}
	stream, err := f.Open()
	if err != nil {
		return err
	}
	defer stream.Close()
	bytes := &elementReader{Reader: bufio.NewReader(io.LimitReader(stream, maxPart))}
	p := &part{Decoder: xml.NewDecoder(bytes), bytes: bytes}
	p.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for n := 0; ; n++ {
		if n%8192 == 0 && b.ctx.Err() != nil {
			return b.ctx.Err()
		}
		token, err := p.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := token.(xml.StartElement); ok {
			if err := use(p, e); err != nil {
				return err
			}
		}
	}
}

// next returns the next token, and bounds how deep they nest.
func (p *part) next() (xml.Token, error) {
	p.bytes.left = maxElement
	token, err := p.RawToken()
	switch token.(type) {
	case xml.StartElement:
		if p.depth++; p.depth > maxXMLDepth {
			return nil, tooLarge(nestedTooDeep.With(maxXMLDepth))
		}
	case xml.EndElement:
		p.depth--
	}
	return token, err
}

// text returns the text within an element that has begun, without what tells
// how to pronounce it.
func (p *part) text(end string) (string, error) {
	var text strings.Builder
	inText, aside, inFormula, valued := false, false, false, false
	p.formula = ""
	for {
		token, err := p.next()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			isValue := t.Name.Local == "v"
			if inText = isValue || t.Name.Local == "t"; valued && inText || isValue && text.Len() > 0 {
				return "", broken("", twoValues.With())
			}
			aside = aside || t.Name.Local == "rPh"
			inFormula = t.Name.Local == "f"
			if valued = valued || isValue; inFormula {
				p.formula = "="
			}
		case xml.EndElement:
			inText, inFormula = false, false
			if t.Name.Local == "rPh" {
				aside = false
			}
			if t.Name.Local == end {
				if valued && text.Len() > 0 {
					p.formula = ""
				}
				return text.String(), nil
			}
		case xml.CharData:
			if inFormula && len(p.formula) < 100 {
				p.formula += string(t[:min(len(t), 100)])
			}
			if inText && !aside {
				if text.Write(t); text.Len() > maxElement {
					return "", tooLarge(elementTooLarge.With(maxElement >> 20))
				}
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
