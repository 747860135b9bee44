// Package source turns a file into text. It opens the file, reads it within bounds, unpacks
// it and finds out its encoding. It does not know what the text is.
//
// A [Stream] reads a large file not at once but in pieces of whole lines, so that its size
// only costs time.
package source

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/internal/sysreason"
)

// Options are the bounds of a source, and what is known of it. Every field is needed unless
// it says otherwise.
type Options struct {
	MaxBytes int64  // how much is read at most; 0: 1 GiB, and less if the size is not known
	Encoding string // empty: it is found out
	InMemory bool   // the source is in memory already

	Large int64 // the size above which a file may be read in pieces
	Piece int   // the size of a piece, in bytes
	// InPieces says whether a file that begins so can be read in pieces. It gets the bytes,
	// and the same as text.
	InPieces func(raw, text string) bool
	// IsDOS says whether text that is not Unicode is in the DOS encoding.
	IsDOS func(raw string) bool
}

// maxPiped bounds what is read from a pipe or a device. All of it is kept in memory, and it
// may have no end.
const maxPiped = 64 << 20

// beginningSize is how many bytes of a large file are looked at to tell what it is.
const beginningSize = 1 << 20

// maxBytes returns how much is read of a file at most.
func (opt *Options) maxBytes() int64 {
	if opt.MaxBytes <= 0 {
		return 1 << 30
	}
	return opt.MaxBytes
}

// Opener opens a source. Each call begins at the beginning.
type Opener func() (io.ReadCloser, error)

// Load returns the bytes of a source as a string that nothing needs to copy. For a large
// source that can be read in pieces, it returns the stream instead, and the text at its
// beginning. If the context has ended, nothing that it returns is of use.
func Load(ctx context.Context, open Opener, opt Options) (text string, large *Stream,
	fault *table.Fault) {
	f, err := open()
	if err != nil {
		return "", nil, Unreadable(err)
	}
	defer f.Close()
	most, over := opt.maxBytes(), fileTooLarge
	if !opt.InMemory && opt.MaxBytes <= 0 {
		most, over = maxPiped, pipeTooLarge
	}
	var raw strings.Builder
	size := int64(0) // the size of a regular file
	if sized, ok := f.(interface{ Stat() (fs.FileInfo, error) }); ok {
		if info, err := sized.Stat(); err == nil {
			if info.IsDir() {
				return "", nil, &table.Fault{Kind: table.Unreadable, Message: isDirectory.With()}
			}
			if info.Mode().IsRegular() {
				most, over = opt.maxBytes(), fileTooLarge
				size = info.Size()
				if size > opt.Large {
					head := make([]byte, beginningSize)
					n, _ := io.ReadFull(f, head) // an error will come again below
					if large, beginning := openStream(open, size, head[:n], opt); large != nil {
						return beginning, large, nil
					}
					raw.Grow(int(min(size, most)))
					raw.Write(head[:n])
				} else {
					raw.Grow(int(min(size, most)))
				}
			}
		}
	}
	// The room is made at once, so that nothing is copied as the text grows. Memory that is
	// not used costs nothing.
	if size == 0 && most == maxPiped {
		raw.Grow(maxPiped + 1<<16)
	}
	for buffer := make([]byte, 1<<16); err == nil && int64(raw.Len()) <= most && ctx.Err() == nil; {
		var n int
		n, err = f.Read(buffer)
		raw.Write(buffer[:n])
		if size == 0 && raw.Len() <= 1<<17 && isNoText(raw.String()) {
			line := table.LineOf(raw.String(), strings.IndexByte(raw.String(), 0))
			return "", nil, noText(line)
		}
	}
	switch {
	case ctx.Err() != nil:
		return "", nil, nil
	case int64(raw.Len()) > most:
		return "", nil, &table.Fault{Kind: table.TooLarge, Message: over.With((most + 1<<20 - 1) >> 20)}
	case err != io.EOF:
		return "", nil, Unreadable(err)
	case int64(raw.Len()) < size:
		return "", nil, Shrunk()
	}
	return raw.String(), nil, nil
}

// noText returns the fault of bytes that are no text.
func noText(line int) *table.Fault {
	return &table.Fault{Kind: table.NotText, Place: table.Place{Row: line}, Message: notText.With("")}
}

// isNoText says whether the beginning of a file has bytes that no text has. Formats that
// have such bytes are excepted.
func isNoText(text string) bool {
	wide := strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff")
	known := func(s signature) bool { return strings.HasPrefix(text, s.prefix) }
	return strings.IndexByte(text, 0) >= 0 && !wide && !IsPacked(text) &&
		!slices.ContainsFunc(signatures, known)
}

// Unreadable returns the fault of a source that could not be read, given the error.
func Unreadable(err error) *table.Fault {
	message := unreadable.With(sysreason.Describe(err))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		message = isMissing.With()
	case errors.Is(err, fs.ErrPermission):
		message = noPermission.With()
	}
	return &table.Fault{Kind: table.Unreadable, Message: message}
}

// Shrunk returns the fault of a source that changed while it was read.
func Shrunk() *table.Fault {
	return &table.Fault{Kind: table.Unreadable, Message: shrunk.With()}
}

// TooLarge returns the fault of a source over a bound of bytes.
func TooLarge(most int64) *table.Fault {
	return &table.Fault{Kind: table.TooLarge, Message: fileTooLarge.With((most + 1<<20 - 1) >> 20)}
}

// Empty returns the fault of a source with nothing in it.
func Empty() *table.Fault {
	return &table.Fault{Kind: table.Empty, Message: emptyFile.With()}
}

// LineTooLong returns the fault of a line over [MaxLine].
func LineTooLong(line int) *table.Fault {
	return &table.Fault{Kind: table.TooLarge, Place: table.Place{Row: line},
		Message: lineTooLong.With(MaxLine >> 20)}
}
