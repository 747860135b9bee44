// Package archive reads the parts of a spreadsheet file, which is a zip archive of XML,
// within bounds: a hostile file costs no more than they say.
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

// The bounds of a packed file. Text of figures packs to a tenth or a twentieth, and not
// to a hundredth; a file that does is made to fill the memory.
const (
	MaxRatio    = 100
	smallEnough = 8 << 20   // bytes of unpacked text, whatever the ratio
	maxPart     = 256 << 20 // bytes of one part
	maxDepth    = 64        // elements in each other
	MaxElement  = 1 << 20   // bytes of a tag with its attributes, or of a text
	MaxParts    = 500       // sheets, or files in an archive
)

// GrowsTooMuch says whether text of such a size can have been packed to that, but to
// fill the memory.
func GrowsTooMuch(size, packed int64) bool { return size > smallEnough && size > MaxRatio*packed }

// Program is a spreadsheet program, whose files are read.
type Program struct {
	Name string      // "Excel"
	File lang.Phrase // what a file of its is called: "the Excel file"
}

// Bomb says that a file of the program grows too much when it is unpacked.
func (p Program) Bomb() lang.Message { return bomb.With(p.File, MaxRatio, p.Name) }

// Archive holds the parts of a file.
type Archive struct {
	program Program
	parts   map[string]*zip.File
}

// Open returns the parts of a program's file. A part that is over the bounds is a
// [table.Fault], as in all of this package.
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

// elementReader bounds what one element may be, before the decoder has made a list of
// its attributes.
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
// is not there has none.
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

// Next returns the next token, and bounds how deep they nest.
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

// Depth returns in how many elements the token is that [Part.Next] returned last, an
// element that it begins counted with.
func (p *Part) Depth() int { return p.depth }

// Attribute returns an attribute of an element; empty where it has none such.
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
