package dataset

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/archive"
	"github.com/raaderum/raaderum/lang"
)

const (
	gzipSignature = "\x1f\x8b"
	zipSignature  = "PK\x03\x04"
)

// maxPackings bounds how many packings may be one in another.
const maxPackings = 3

// isPacked says whether bytes are of a gzip or a zip file.
func isPacked(raw string) bool {
	return strings.HasPrefix(raw, gzipSignature) || strings.HasPrefix(raw, zipSignature)
}

// readPacked reads what is in a gzip or a zip file. It reports false where the
// bytes are neither.
func (r *reader) readPacked(ctx context.Context, raw string) (packed bool, err error) {
	switch {
	case strings.HasPrefix(raw, gzipSignature):
		return true, r.readGzip(ctx, raw)
	case strings.HasPrefix(raw, zipSignature):
		return true, r.readZip(ctx, raw)
	}
	return false, nil
}

// deeper reports where packings are in each other too many times.
func (r *reader) deeper() bool {
	if r.packings++; r.packings > maxPackings {
		r.problem(TooLarge, 0, "", "", packedTooDeep.With())
		return false
	}
	return true
}

func (r *reader) readGzip(ctx context.Context, raw string) error {
	if !r.deeper() {
		return nil
	}
	packed := strings.NewReader(raw)
	z, err := gzip.NewReader(packed)
	if err != nil {
		r.problem(Unreadable, 0, "", "", brokenArchive.With())
		return nil
	}
	text, ok := r.unpack(ctx, z, func() int64 { return int64(len(raw) - packed.Len()) })
	if !ok {
		return ctx.Err()
	}
	return r.readBytes(ctx, text)
}

// unpack reads a packed stream within the bounds. packed says how much of it was
// read so far, so that one that grows too much is found out at its beginning.
func (r *reader) unpack(ctx context.Context, z io.Reader, packed func() int64) (string, bool) {
	most := r.maxBytes()
	var text strings.Builder
	buffer := make([]byte, 1<<16)
	for {
		n, err := z.Read(buffer)
		text.Write(buffer[:n])
		size := int64(text.Len())
		switch {
		case ctx.Err() != nil:
			return "", false
		case archive.GrowsTooMuch(size, packed()):
			r.problem(TooLarge, 0, "", "", packedBomb.With(archive.MaxRatio))
			return "", false
		case size > most:
			r.problem(TooLarge, 0, "", "", fileTooLarge.With((most+1<<20-1)>>20))
			return "", false
		case err == io.EOF:
			return text.String(), true
		case err != nil:
			r.problem(Unreadable, 0, "", "", brokenArchive.With())
			return "", false
		}
	}
}

// readZip reads every file of an archive, or the sheets of a workbook.
func (r *reader) readZip(ctx context.Context, raw string) error {
	if !r.deeper() {
		return nil
	}
	z, err := zip.NewReader(strings.NewReader(raw), int64(len(raw)))
	if err != nil {
		r.problem(Unreadable, 0, "", "", brokenArchive.With())
		return nil
	}
	names := make([]string, len(z.File))
	size := int64(0)
	for i, f := range z.File {
		names[i] = f.Name
		size += int64(min(f.UncompressedSize64, 1<<40))
	}
	format := findWorkbookFormat(names)
	if archive.GrowsTooMuch(size, int64(len(raw))) { // together, too: many small ones are one large one
		message := packedBomb.With(archive.MaxRatio)
		if format != nil {
			message = format.program().Bomb()
		}
		r.problem(TooLarge, 0, "", "", message)
		return nil
	}
	switch {
	case slices.Contains(names, "xl/workbook.bin"):
		r.problem(UnknownLayout, 0, "", "", notTable.With(binaryWorkbook))
		return nil
	case format != nil:
		return r.readWorkbook(ctx, format, z)
	case slices.Contains(names, "content.xml") && slices.Contains(names, "mimetype"):
		r.problem(UnknownLayout, 0, "", "", notTable.With(openDocument))
		return nil
	case slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, "word/") || strings.HasPrefix(n, "ppt/") }):
		r.problem(UnknownLayout, 0, "", "", notTable.With(otherOffice))
		return nil
	}
	var files []*zip.File
	for _, f := range z.File {
		base := path.Base(f.Name)
		if strings.HasSuffix(f.Name, "/") || strings.HasPrefix(base, ".") || strings.HasPrefix(f.Name, "__MACOSX/") {
			continue
		}
		files = append(files, f)
	}
	if len(files) > archive.MaxParts {
		r.problem(TooLarge, 0, "", "", manyInArchive.With(len(files), archive.MaxParts))
		return nil
	}
	if len(files) == 0 {
		r.problem(EmptyFile, 0, "", "", emptyFile.With())
		return nil
	}
	return r.readFiles(ctx, files)
}

// readFiles reads the files of an archive as sources of their own, called
// after the archive and the file.
func (r *reader) readFiles(ctx context.Context, files []*zip.File) error {
	whole := r.table.Source
	total := int64(0)
	for i, f := range files {
		in := r
		if i > 0 {
			in = r.next(whole)
		}
		in.table.Source = whole + "/" + strings.ToValidUTF8(f.Name, "�")
		in.sourceNames[in.source-1] = in.table.Source
		stream, err := f.Open()
		if err != nil {
			in.problem(Unreadable, 0, "", "", brokenArchive.With())
			continue
		}
		text, ok := in.unpack(ctx, stream, func() int64 { return int64(f.CompressedSize64) })
		stream.Close()
		if !ok {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			continue
		}
		if total += int64(len(text)); total > r.maxBytes() {
			in.problem(TooLarge, 0, "", "", fileTooLarge.With((r.maxBytes()+1<<20-1)>>20))
			return nil
		}
		if err := in.readBytes(ctx, text); err != nil {
			return err
		}
	}
	r.passOverStrays()
	return nil
}

// passOverStrays makes warnings of the errors of files in an archive that have no
// table, such as a text on what is in it, where others have one.
func (r *reader) passOverStrays() {
	stray := map[string]bool{}
	found := false
	for _, t := range r.tables() {
		stray[t.Source] = t.Figures+t.Missing == 0 && (t.Layout == "" || t.Layout == "json-stat")
		found = found || t.Figures > 0
	}
	if !found {
		return
	}
	for _, p := range r.problems.errors {
		if p.Kind != UnknownLayout {
			stray[p.Source] = false
		}
	}
	r.problems.errors = slices.DeleteFunc(r.problems.errors, func(p *Problem) bool {
		isStray := stray[p.Source]
		if isStray {
			r.problems.add(&Problem{Kind: NotThere, Source: p.Source, message: strayFile.With()})
		}
		return isStray
	})
}

// next returns a reader for one more source out of the same file.
func (r *reader) next(name string) *reader {
	b := r.Builder
	b.sourceNames = append(b.sourceNames, name)
	in := &reader{
		Builder: b, opt: r.opt, file: r.file, register: r.register, places: map[[2]string]*place{},
		plan: r.plan, source: uint32(len(b.sourceNames)), table: Table{Source: name}, packings: r.packings,
	}
	r.more = append(r.more, in)
	return in
}

// tables returns what the source, and those that were in it, were taken for.
func (r *reader) tables() []Table {
	list := []Table{r.table}
	for _, in := range r.more {
		list = append(list, in.tables()...)
	}
	return list
}

var (
	openDocument   = lang.Phrase{DA: "et OpenDocument-regneark (.ods)", EN: "an OpenDocument spreadsheet (.ods)"}
	binaryWorkbook = lang.Phrase{DA: "en binær Excel-fil (.xlsb)", EN: "a binary Excel file (.xlsb)"}
	otherOffice    = lang.Phrase{DA: "et dokument fra Word eller PowerPoint", EN: "a Word or PowerPoint document"}
)

// packedAs says what a text is that would have to be unpacked.
func packedAs(text []byte) (what lang.Phrase, packed bool) {
	switch {
	case bytes.HasPrefix(text, []byte(zipSignature)):
		return lang.Phrase{DA: "en Excel- eller zip-fil", EN: "an Excel or zip file"}, true
	case bytes.HasPrefix(text, []byte(gzipSignature)):
		return lang.Phrase{DA: "en gzip-fil", EN: "a gzip file"}, true
	}
	return what, false
}
