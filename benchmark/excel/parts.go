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

func compress(content []byte) (*part, error) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.DefaultCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return &part{crc32.ChecksumIEEE(content), uint64(len(content)), b.Bytes()}, nil
}

// sortedZip writes the parts of a workbook in the order of their names, so
// that the same workbook is the same file. Parts that other workbooks have as
// well are taken as they lie in those, and kept for them.
type sortedZip struct {
	out    io.Writer
	parts  map[string]*bytes.Buffer
	shared map[string]*part       // by the part's name: instead of what the workbook has
	keep   map[string]func(*part) // by the part's name: takes the compressed part
}

func (z *sortedZip) Create(name string) (io.Writer, error) {
	part := &bytes.Buffer{}
	z.parts[name] = part
	return part, nil
}

func (z *sortedZip) AddFS(fs.FS) error { return fs.ErrInvalid }

func (z *sortedZip) Close() error {
	w := zip.NewWriter(z.out)
	for _, name := range slices.Sorted(maps.Keys(z.parts)) {
		p := z.shared[name]
		if p == nil {
			var err error
			if p, err = compress(z.parts[name].Bytes()); err != nil {
				return err
			}
		}
		if take := z.keep[name]; take != nil {
			take(p)
		}
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
