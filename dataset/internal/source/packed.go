package source

import (
	"archive/zip"
	"compress/gzip"
	"context"
	"io"
	"path"
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/archive"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
)

const (
	gzipSignature = "\x1f\x8b"
	zipSignature  = "PK\x03\x04"
)

// maxPackings bounds how many packings may be nested in each other.
const maxPackings = 3

// IsPacked says whether bytes are those of a gzip or a zip file.
func IsPacked(raw string) bool { return IsGzip(raw) || IsZip(raw) }

// IsGzip says whether bytes are those of a gzip file.
func IsGzip(raw string) bool { return strings.HasPrefix(raw, gzipSignature) }

// IsZip says whether bytes are those of a zip file.
func IsZip(raw string) bool { return strings.HasPrefix(raw, zipSignature) }

// CheckDepth returns a fault if too many packings are nested in each other.
func CheckDepth(packings int) *table.Fault {
	if packings > maxPackings {
		return &table.Fault{Kind: table.TooLarge, Message: packedTooDeep.With()}
	}
	return nil
}

// ReadGzip returns what is in a gzip file.
func ReadGzip(ctx context.Context, raw string, opt Options) (string, *table.Fault) {
	packed := strings.NewReader(raw)
	z, err := gzip.NewReader(packed)
	if err != nil {
		return "", broken()
	}
	return unpack(ctx, z, func() int64 { return int64(len(raw) - packed.Len()) }, opt)
}

// OpenZip returns an archive, and the names of the files in it.
func OpenZip(raw string) (z *zip.Reader, names []string, fault *table.Fault) {
	z, err := zip.NewReader(strings.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, nil, broken()
	}
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	return z, names, nil
}

// IsBomb says whether the files of an archive grow too much when taken together. Many small
// files are as bad as a large one. packed is the size of the archive.
func IsBomb(z *zip.Reader, packed int) bool {
	size := int64(0)
	for _, f := range z.File {
		size += int64(min(f.UncompressedSize64, 1<<40))
	}
	return archive.GrowsTooMuch(size, int64(packed))
}

// Bomb returns the fault of an archive that grows too much.
func Bomb() *table.Fault {
	return &table.Fault{Kind: table.TooLarge, Message: packedBomb.With(archive.MaxRatio)}
}

// ListFiles returns the files that people put in an archive.
func ListFiles(z *zip.Reader) ([]*zip.File, *table.Fault) {
	var files []*zip.File
	for _, f := range z.File {
		base := path.Base(f.Name)
		if strings.HasSuffix(f.Name, "/") || strings.HasPrefix(base, ".") ||
			strings.HasPrefix(f.Name, "__MACOSX/") {
			continue
		}
		files = append(files, f)
	}
	switch {
	case len(files) > archive.MaxParts:
		return nil, &table.Fault{Kind: table.TooLarge, Message: manyInArchive.With(len(files),
			archive.MaxParts)}
	case len(files) == 0:
		return nil, Empty()
	}
	return files, nil
}

// ReadFile returns the contents of a file in an archive.
func ReadFile(ctx context.Context, f *zip.File, opt Options) (string, *table.Fault) {
	stream, err := f.Open()
	if err != nil {
		return "", broken()
	}
	defer stream.Close()
	return unpack(ctx, stream, func() int64 { return int64(f.CompressedSize64) }, opt)
}

// CheckTotal returns a fault if files are too large together.
func CheckTotal(total int64, opt Options) *table.Fault {
	if total > opt.maxBytes() {
		return TooLarge(opt.maxBytes())
	}
	return nil
}

// unpack reads a packed stream within the bounds. packed says how much of it has been read
// so far, so that a stream that grows too much is found out at its beginning.
func unpack(ctx context.Context, z io.Reader, packed func() int64, opt Options) (string,
	*table.Fault) {
	most := opt.maxBytes()
	var text strings.Builder
	buffer := make([]byte, 1<<16)
	for {
		n, err := z.Read(buffer)
		text.Write(buffer[:n])
		size := int64(text.Len())
		switch {
		case ctx.Err() != nil:
			return "", nil
		case archive.GrowsTooMuch(size, packed()):
			return "", Bomb()
		case size > most:
			return "", TooLarge(most)
		case err == io.EOF:
			return text.String(), nil
		case err != nil:
			return "", broken()
		}
	}
}

// broken returns the fault of a damaged archive.
func broken() *table.Fault {
	return &table.Fault{Kind: table.Unreadable, Message: brokenArchive.With()}
}

// NamePacking says how a text is packed. It reports false if the text is not packed.
func NamePacking(raw string) (what lang.Phrase, packed bool) {
	switch {
	case IsZip(raw):
		return lang.Phrase{
			DA: "en Excel- eller zip-fil",
			EN: "an Excel or zip file",
		}, true
	case IsGzip(raw):
		return lang.Phrase{
			DA: "en gzip-fil",
			EN: "a gzip file",
		}, true
	}
	return what, false
}

// NoTable returns the fault of a file of a kind that is not read.
func NoTable(what lang.Phrase) *table.Fault {
	return &table.Fault{Kind: table.NoTable, Message: notTable.With(what)}
}

// PackedTable returns the fault of a list or an index that is packed.
func PackedTable(what lang.Phrase) *table.Fault {
	return &table.Fault{Kind: table.NotText, Message: notTable.With(what)}
}

// PackedText returns the fault of a text that is packed.
func PackedText(what lang.Phrase) *table.Fault {
	return &table.Fault{Kind: table.NotText, Message: notText.With(seemsToBe.With(what))}
}
