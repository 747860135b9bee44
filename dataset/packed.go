package dataset

import (
	"archive/zip"
	"context"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/source"
	"github.com/raaderum/raaderum/lang"
)

// enterPacking counts one more packing, such as gzip inside zip. It reports false, with a
// problem, if too many packings are nested in each other.
func (r *reader) enterPacking() bool {
	r.packings++
	fault := source.CheckDepth(r.packings)
	if fault != nil {
		r.sink.tellFault(*fault)
	}
	return fault == nil
}

// readGzip reads the contents of a gzip file.
func (r *reader) readGzip(ctx context.Context, raw string) error {
	if !r.enterPacking() {
		return nil
	}
	unpacked, fault := source.ReadGzip(ctx, raw, r.newSourceOptions())
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case fault != nil:
		r.sink.tellFault(*fault)
		return nil
	}
	return r.readBytes(ctx, unpacked)
}

// readZip reads every file of an archive, or the sheets of a workbook.
func (r *reader) readZip(ctx context.Context, raw string) error {
	if !r.enterPacking() {
		return nil
	}
	z, names, fault := source.OpenZip(raw)
	if fault != nil {
		r.sink.tellFault(*fault)
		return nil
	}
	format := findWorkbookFormat(names)
	if source.IsBomb(z, len(raw)) {
		fault := source.Bomb()
		if format != nil {
			fault.Message = format.program().Bomb()
		}
		r.sink.tellFault(*fault)
		return nil
	}
	if format != nil {
		return r.readWorkbook(ctx, format, z)
	}
	if what, refused := sayRefused(names); refused {
		r.sink.tellFault(*source.NoTable(what))
		return nil
	}
	files, fault := source.ListFiles(z)
	if fault != nil {
		r.sink.tellFault(*fault)
		return nil
	}
	return r.readFiles(ctx, files)
}

// sayRefused says what kind of document an archive holds, if it is a kind that cannot be
// read. The names of the files in the archive tell.
func sayRefused(names []string) (what lang.Phrase, refused bool) {
	isDocument := func(name string) bool {
		return strings.HasPrefix(name, "word/") || strings.HasPrefix(name, "ppt/")
	}
	return otherOffice, slices.ContainsFunc(names, isDocument)
}

// readFiles reads the files of an archive as separate sources. Each is named after the
// archive and the file.
func (r *reader) readFiles(ctx context.Context, files []*zip.File) error {
	whole := r.sink.table.Source
	total := int64(0)
	for i, f := range files {
		in := r
		if i > 0 {
			in = r.addReader(whole)
		}
		in.sink.renameSource(whole + "/" + strings.ToValidUTF8(f.Name, "�"))
		unpacked, fault := source.ReadFile(ctx, f, r.newSourceOptions())
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if fault != nil {
			in.sink.tellFault(*fault)
			continue
		}
		total += int64(len(unpacked))
		if fault := source.CheckTotal(total, r.newSourceOptions()); fault != nil {
			in.sink.tellFault(*fault)
			return nil
		}
		if err := in.readBytes(ctx, unpacked); err != nil {
			return err
		}
	}
	r.passOverStrays()
	return nil
}

// passOverStrays turns the errors of files without a table into warnings, if other files in
// the archive have one. A file without a table may be a note on what the archive holds.
func (r *reader) passOverStrays() {
	stray := map[string]bool{}
	found := false
	for _, t := range r.listTables() {
		stray[t.Source] = t.Figures+t.Missing == 0 && (t.Layout == "" || t.Layout == "json-stat")
		found = found || t.Figures > 0
	}
	if !found {
		return
	}
	for _, p := range r.sink.builder.problems.errors {
		if p.Kind != UnknownLayout {
			stray[p.Source] = false
		}
	}
	r.sink.builder.problems.errors = slices.DeleteFunc(r.sink.builder.problems.errors,
		func(p *Problem) bool {
			isStray := stray[p.Source]
			if isStray {
				r.sink.builder.problems.add(&Problem{Kind: NotThere, Source: p.Source,
					message: strayFile.With()})
			}
			return isStray
		})
}

// addReader returns a reader for one more source found in the same file.
func (r *reader) addReader(name string) *reader {
	in := newReader(newSink(r.sink.builder, *r.sink.options, name, r.sink.findOrder()), r.plan, r.file)
	in.packings = r.packings
	r.more = append(r.more, in)
	return in
}

// listTables returns what the source, and every source found inside it, was taken for.
func (r *reader) listTables() []Table {
	list := []Table{r.sink.table}
	for _, in := range r.more {
		list = append(list, in.listTables()...)
	}
	return list
}

var (
	otherOffice = lang.Phrase{
		DA: "et dokument fra Word eller PowerPoint",
		EN: "a Word or PowerPoint document",
	}
)
