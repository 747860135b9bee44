package dataset

import (
	"bytes"
	"io"
	"io/fs"
	"os"
)

// Source is something to read figures from: a name for messages, and a way to open it.
type Source struct {
	Name string
	Open func() (io.ReadCloser, error)
	// Order says which of two sources counts where they contradict each other: the one of
	// the higher order, which must be read later. It is an error if two sources of the same
	// order contradict each other.
	Order int

	inMemory bool // the text is in memory already
}

// File is the source of a file on disk.
func File(path string) Source {
	return Source{Name: path, Open: func() (io.ReadCloser, error) { return os.Open(path) }}
}

// FileIn is the source of a file in a file system, such as an embedded one.
func FileIn(fsys fs.FS, path string) Source {
	return Source{Name: path, Open: func() (io.ReadCloser, error) { return fsys.Open(path) }}
}

// Bytes is the source of text in memory.
func Bytes(name string, text []byte) Source {
	open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(text)), nil }
	return Source{Name: name, Open: open, inMemory: true}
}
