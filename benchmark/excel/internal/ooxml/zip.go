package ooxml

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

// Part is a part of a workbook as it is stored in the file.
type Part struct {
	crc    uint32
	length uint64 // before it was compressed
	data   []byte
}

// Parts are the parts of a workbook as they are made. All of them are held, compressed,
// until the last one is made. They go into the file in the order of their names, so that
// the same workbook is the same file.
type Parts struct {
	attached
	done  map[string]*Part
	kept  map[string]func(*Part) // who else wants each part
	open  *openPart              // the part being written; nil: there is none
	flate *flate.Writer          // used for one part after the other, because it is large
}

func NewParts() *Parts {
	return &Parts{attached: newAttached(), done: map[string]*Part{}, kept: map[string]func(*Part){}}
}

// Take puts in a part that another workbook has had.
func (p *Parts) Take(name string, c *Part) { p.done[name] = c }

// Keep has a part handed on when it is compressed.
func (p *Parts) Keep(name string, take func(*Part)) { p.kept[name] = take }

// put adds a whole part.
func (p *Parts) put(name, content string) error {
	w, err := p.begin(name)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, content); err != nil {
		return err
	}
	return p.finish()
}

// openPart is the part being written. It is compressed as it comes, because a sheet can be
// large. What may be its end tag is held back: links to our own parts go before it.
type openPart struct {
	Part
	name  string
	last  []byte
	data  bytes.Buffer
	flate *flate.Writer
}

const (
	endOfSheet = "</worksheet>"
	chunk      = 1 << 16 // how much is compressed at a time
)

func (o *openPart) Write(b []byte) (int, error) {
	for c := range slices.Chunk(b, chunk) {
		o.last = append(o.last, c...)
		if n := len(o.last) - len(endOfSheet); n > 0 {
			if err := o.compress(o.last[:n]); err != nil {
				return 0, err
			}
			o.last = append(o.last[:0], o.last[n:]...)
		}
	}
	return len(b), nil
}

func (o *openPart) compress(b []byte) error {
	o.crc = crc32.Update(o.crc, crc32.IEEETable, b)
	o.length += uint64(len(b))
	_, err := o.flate.Write(b)
	return err
}

func (p *Parts) begin(name string) (io.Writer, error) {
	p.open = &openPart{name: name}
	if p.flate == nil {
		var err error
		if p.flate, err = flate.NewWriter(nil, flate.BestSpeed); err != nil {
			return nil, err
		}
	}
	p.flate.Reset(&p.open.data)
	p.open.flate = p.flate
	return p.open, nil
}

// finish ends the part being written.
func (p *Parts) finish() error {
	o := p.open
	if o == nil {
		return nil
	}
	p.open = nil
	if err := o.compress([]byte(p.tails[o.name] + string(o.last))); err != nil {
		return err
	}
	if err := o.flate.Close(); err != nil {
		return err
	}
	o.Part.data = o.data.Bytes()
	p.done[o.name] = &o.Part
	if take := p.kept[o.name]; take != nil {
		take(&o.Part)
	}
	return nil
}

// writeTo writes the file.
func (p *Parts) writeTo(out io.Writer) error {
	w := zip.NewWriter(out)
	for _, name := range slices.Sorted(maps.Keys(p.done)) {
		c := p.done[name]
		to, err := w.CreateRaw(&zip.FileHeader{
			Name: name, Method: zip.Deflate, CRC32: c.crc, CompressedSize64: uint64(len(c.data)),
			UncompressedSize64: c.length,
		})
		if err != nil {
			return err
		}
		if _, err := to.Write(c.data); err != nil {
			return err
		}
	}
	return w.Close()
}

// sortedZip takes the parts that excelize has made, and then writes all parts in order.
type sortedZip struct {
	out   io.Writer
	parts *Parts
	types bytes.Buffer // the part of content types, as excelize has written it
}

// Create begins a part, which ends the one before.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	if err := z.parts.finish(); err != nil {
		return nil, err
	}
	if z.parts.done[name] != nil { // the part comes from another workbook
		return io.Discard, nil
	}
	if name == contentTypes {
		return &z.types, nil
	}
	return z.parts.begin(name)
}

// Zip returns where excelize is to write its parts. When it is closed, it writes all parts
// to out.
func (p *Parts) Zip(out io.Writer) *sortedZip { return &sortedZip{out: out, parts: p} }

func (z *sortedZip) AddFS(fs.FS) error { return fs.ErrInvalid }

// Close adds what leads to our own parts, and writes the file.
func (z *sortedZip) Close() error {
	if err := z.parts.finish(); err != nil {
		return err
	}
	last := z.parts.makeRelationParts()
	last[contentTypes] = z.parts.addTypes(z.types.String())
	for name, content := range last {
		if err := z.parts.put(name, content); err != nil {
			return err
		}
	}
	return z.parts.writeTo(z.out)
}
