package excel

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// part is a part of a workbook as it lies in the file, compressed.
type part struct {
	crc    uint32
	length uint64 // before it was compressed
	data   []byte
}

// sortedZip writes the parts of a workbook in the order of their names, so
// that the same workbook is the same file. Parts that other workbooks have as
// well are taken as they lie in those, and kept for them.
type sortedZip struct {
	out    io.Writer
	parts  map[string]*part
	shared map[string]*part                                  // by the part's name: instead of what the workbook has
	keep   map[string]func(*part)                            // by the part's name: takes the compressed part
	made   func(name string, content []byte) ([]byte, error) // what is written where excelize has made a part
	open   *openPart                                         // nil: none
	flate  *flate.Writer                                     // of one part after the other, for it is large
}

// openPart is the part being written. A sheet is compressed as it comes, for it
// can be large; the others are held, for parts of our own can take their places.
type openPart struct {
	part
	name       string
	held       bytes.Buffer
	compressed bytes.Buffer
	zip        *sortedZip
}

func (p *openPart) isSheet() bool { return strings.HasPrefix(p.name, "xl/worksheets/sheet") }

func (p *openPart) Write(b []byte) (int, error) {
	if !p.isSheet() {
		return p.held.Write(b)
	}
	return p.compress(b)
}

func (p *openPart) compress(b []byte) (int, error) {
	p.crc = crc32.Update(p.crc, crc32.IEEETable, b)
	p.length += uint64(len(b))
	return p.zip.flate.Write(b)
}

// Create begins a part, which ends the one before.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	if err := z.end(); err != nil {
		return nil, err
	}
	if p := z.shared[name]; p != nil {
		z.parts[name] = p
		return io.Discard, nil
	}
	z.open = &openPart{name: name, zip: z}
	if z.flate == nil {
		var err error
		z.flate, err = flate.NewWriter(&z.open.compressed, flate.DefaultCompression)
		return z.open, err
	}
	z.flate.Reset(&z.open.compressed)
	return z.open, nil
}

// end ends the part being written.
func (z *sortedZip) end() error {
	p := z.open
	if p == nil {
		return nil
	}
	z.open = nil
	if !p.isSheet() {
		content, err := z.made(p.name, p.held.Bytes())
		if err != nil {
			return err
		}
		if _, err := p.compress(content); err != nil {
			return err
		}
	}
	if err := z.flate.Close(); err != nil {
		return err
	}
	p.data = p.compressed.Bytes()
	z.parts[p.name] = &p.part
	if take := z.keep[p.name]; take != nil {
		take(&p.part)
	}
	return nil
}

func (z *sortedZip) AddFS(fs.FS) error { return fs.ErrInvalid }

func (z *sortedZip) Close() error {
	if err := z.end(); err != nil {
		return err
	}
	w := zip.NewWriter(z.out)
	for _, name := range slices.Sorted(maps.Keys(z.parts)) {
		p := z.parts[name]
		to, err := w.CreateRaw(&zip.FileHeader{
			Name: name, Method: zip.Deflate, CRC32: p.crc, CompressedSize64: uint64(len(p.data)), UncompressedSize64: p.length,
		})
		if err != nil {
			return err
		}
		if _, err := to.Write(p.data); err != nil {
			return err
		}
	}
	return w.Close()
}
