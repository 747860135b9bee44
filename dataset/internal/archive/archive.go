// Package archive reads the parts of a spreadsheet file, which is a zip archive of XML. It
// reads within bounds, so that a hostile file costs no more than they allow.
package archive

import (
	"archive/zip"
	"bufio"
	"context"
	"encoding/xml"
	"io"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
)

// The bounds of a packed file. Text of figures packs to a tenth or a twentieth of its size.
// A file that packs to a hundredth was made to fill the memory.
const (
	MaxRatio    = 100
	smallEnough = 8 << 20   // bytes of unpacked text that are allowed at any ratio
	maxPart     = 256 << 20 // bytes of one part
	maxDepth    = 64        // how deep elements may nest
	MaxElement  = 1 << 20   // bytes of a tag with its attributes, or of a text
	MaxParts    = 500       // sheets in a workbook, or files in an archive
)

// GrowsTooMuch says whether text of some size, packed to some other size, can only have
// been made to fill the memory.
func GrowsTooMuch(size, packed int64) bool { return size > smallEnough && size > MaxRatio*packed }

// Program is a spreadsheet program, whose files are read.
type Program struct {
	Name string      // "Excel"
	File lang.Phrase // what its files are called: "the Excel file"
}

// Bomb says that a file of the program grows too much when it is unpacked.
func (p Program) Bomb() lang.Message { return bomb.With(p.File, MaxRatio, p.Name) }

// Archive holds the parts of a file.
type Archive struct {
	program Program
	parts   map[string]*zip.File
}

// Open returns the parts of a program's file. As everywhere in this package, a part over
// the bounds is a [table.Fault].
func Open(z *zip.Reader, program Program) (*Archive, error) {
	a := &Archive{program: program, parts: map[string]*zip.File{}}
	for _, f := range z.File {
		a.parts[strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")] = f
		switch {
		case f.UncompressedSize64 > maxPart:
			return nil, tooLarge(partTooLarge.With(table.Shorten(f.Name), program.File, maxPart>>20))
		case GrowsTooMuch(int64(f.UncompressedSize64), int64(f.CompressedSize64)):
			return nil, tooLarge(program.Bomb())
		}
	}
	return a, nil
}

// Part is an XML file of the archive being read.
type Part struct {
	program Program
	decoder *xml.Decoder
	bytes   *elementReader
	depth   int
}

// elementReader bounds the size of an element before the decoder makes a list of its
// attributes.
type elementReader struct {
	*bufio.Reader
	program Program
	left    int
}

func (r *elementReader) ReadByte() (byte, error) {
	if r.left--; r.left < 0 {
		return 0, r.program.ElementTooLarge()
	}
	return r.Reader.ReadByte()
}

// Read calls use with every element of a part that use has not read itself. A part that
// does not exist has no elements.
func (a *Archive) Read(ctx context.Context, name string, use func(p *Part,
	e xml.StartElement) error) error {
	f := a.parts[name]
	if f == nil {
		return nil
	}
	stream, err := f.Open()
	if err != nil {
		return err
	}
	defer stream.Close()
	bytes := &elementReader{Reader: bufio.NewReader(io.LimitReader(stream, maxPart)),
		program: a.program}
	p := &Part{program: a.program, decoder: xml.NewDecoder(bytes), bytes: bytes}
	p.decoder.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for n := 0; ; n++ {
		if n%8192 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		token, err := p.Next()
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

// Next returns the next token. It bounds how deep elements nest.
func (p *Part) Next() (xml.Token, error) {
	p.bytes.left = MaxElement
	token, err := p.decoder.RawToken()
	switch token.(type) {
	case xml.StartElement:
		if p.depth++; p.depth > maxDepth {
			return nil, tooLarge(nestedTooDeep.With(p.program.File, maxDepth, p.program.Name))
		}
	case xml.EndElement:
		p.depth--
	}
	return token, err
}

// Depth returns how many elements are open around the token that [Part.Next] returned last.
// An element that the token begins counts.
func (p *Part) Depth() int { return p.depth }

// Attribute returns an attribute of an element. It is empty if the element has no such
// attribute.
func Attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// ElementTooLarge is the fault of an element over [MaxElement].
func (p Program) ElementTooLarge() error {
	return tooLarge(elementTooLarge.With(p.File, MaxElement>>20, p.Name))
}

func tooLarge(m lang.Message) error { return &table.Fault{Kind: table.TooLarge, Message: m} }
