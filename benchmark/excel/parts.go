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
	own    *attached
	types  bytes.Buffer // the part of content types, as excelize has made it
	parts  map[string]*part
	shared map[string]*part       // by the part's name: instead of what the workbook has
	keep   map[string]func(*part) // by the part's name: takes the compressed part
	open   *openPart              // nil: none
	flate  *flate.Writer          // of one part after the other, for it is large
}

func newSortedZip(own *attached) *sortedZip {
	return &sortedZip{own: own, parts: map[string]*part{}, shared: map[string]*part{}, keep: map[string]func(*part){}}
}

// openPart is the part being written. It is compressed as it comes, for a sheet can
// be large, but for what may be its end tag, before which a sheet leads to the
// parts of our own.
type openPart struct {
	part
	name       string
	last       []byte
	compressed bytes.Buffer
	flate      *flate.Writer
}

const (
	endOfSheet = "</worksheet>"
	chunk      = 1 << 16 // how much is compressed at a time
)

func (p *openPart) Write(b []byte) (int, error) {
	for c := range slices.Chunk(b, chunk) {
		p.last = append(p.last, c...)
		if n := len(p.last) - len(endOfSheet); n > 0 {
			if err := p.compress(p.last[:n]); err != nil {
				return 0, err
			}
			p.last = append(p.last[:0], p.last[n:]...)
		}
	}
	return len(b), nil
}

func (p *openPart) compress(b []byte) error {
	p.crc = crc32.Update(p.crc, crc32.IEEETable, b)
	p.length += uint64(len(b))
	_, err := p.flate.Write(b)
	return err
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
	if name == contentTypes {
		return &z.types, nil
	}
	return z.begin(name)
}

func (z *sortedZip) begin(name string) (*openPart, error) {
	z.open = &openPart{name: name, flate: z.flate}
	if z.flate != nil {
		z.flate.Reset(&z.open.compressed)
		return z.open, nil
	}
	var err error
	z.flate, err = flate.NewWriter(&z.open.compressed, flate.DefaultCompression)
	z.open.flate = z.flate
	return z.open, err
}

// end ends the part being written.
func (z *sortedZip) end() error {
	p := z.open
	if p == nil {
		return nil
	}
	z.open = nil
	last := string(p.last)
	if tail := z.own.tails[p.name]; tail != "" {
		last = tail + last
	}
	if err := p.compress([]byte(last)); err != nil {
		return err
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

// Close adds the parts of our own and writes them all.
func (z *sortedZip) Close() error {
	own := z.own.parts()
	own[contentTypes] = z.own.withTypes(z.types.String())
	for name, content := range own {
		if err := z.end(); err != nil {
			return err
		}
		p, err := z.begin(name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(p, content); err != nil {
			return err
		}
	}
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
