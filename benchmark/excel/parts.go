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

// partWriter compresses a part while it is written, for a sheet can be large.
type partWriter struct {
	part part
	data bytes.Buffer
	w    *flate.Writer
}

func newPartWriter() (*partWriter, error) {
	p := &partWriter{}
	var err error
	p.w, err = flate.NewWriter(&p.data, flate.DefaultCompression)
	return p, err
}

func (p *partWriter) Write(b []byte) (int, error) {
	p.part.crc = crc32.Update(p.part.crc, crc32.IEEETable, b)
	p.part.length += uint64(len(b))
	return p.w.Write(b)
}

// sortedZip writes the parts of a workbook in the order of their names, so
// that the same workbook is the same file. Parts that other workbooks have as
// well are taken as they lie in those, and kept for them.
type sortedZip struct {
	out    io.Writer
	parts  map[string]*part
	shared map[string]*part       // by the part's name: instead of what the workbook has
	keep   map[string]func(*part) // by the part's name: takes the compressed part
	name   string                 // of the part being written
	open   *partWriter            // nil: none
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
	var err error
	z.name = name
	z.open, err = newPartWriter()
	return z.open, err
}

func (z *sortedZip) end() error {
	if z.open == nil {
		return nil
	}
	err := z.open.w.Close()
	p := z.open.part
	p.data = z.open.data.Bytes()
	z.parts[z.name], z.open = &p, nil
	if take := z.keep[z.name]; take != nil && err == nil {
		take(&p)
	}
	return err
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
