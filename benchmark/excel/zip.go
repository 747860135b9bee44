package excel

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"slices"
)

// sortedZip writes the parts of a workbook in the order of their names, so
// that the same workbook is the same file.
type sortedZip struct {
	out   io.Writer
	parts map[string]*bytes.Buffer
	part  func(name string, made []byte) ([]byte, error) // what is written for a part that was made
}

func (z *sortedZip) Create(name string) (io.Writer, error) {
	part := &bytes.Buffer{}
	z.parts[name] = part
	return part, nil
}

func (z *sortedZip) AddFS(fs.FS) error { return fs.ErrInvalid }

func (z *sortedZip) Close() error {
	w := zip.NewWriter(z.out)
	names := make([]string, 0, len(z.parts))
	for name := range z.parts {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		part, err := w.Create(name)
		if err != nil {
			return err
		}
		bytes, err := z.part(name, z.parts[name].Bytes())
		if err != nil {
			return err
		}
		if _, err := part.Write(bytes); err != nil {
			return err
		}
	}
	return w.Close()
}
