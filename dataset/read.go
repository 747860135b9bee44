package dataset

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/jsonstat"
	"github.com/raaderum/raaderum/dataset/internal/px"
	"github.com/raaderum/raaderum/lang"
)

// Options say how to read. The zero value finds everything out from the
// sources.
type Options struct {
	// Register checks and mends codes and names. Without one they are as the
	// data have them.
	Register Register
	// Year dates the figures of a source that has no years in it. Without it
	// the year in the file's name is taken, and failing that [Undated].
	Year int
	// Indicators describe what the sources only name.
	Indicators []Indicator
	// Catalogue knows the tables of a statistics office.
	Catalogue Catalogue
	// Mappings say how to take files that do not say enough themselves.
	Mappings []Mapping
	// Wanted are the IDs of the indicators that will be used: ages are added up
	// as they ask.
	Wanted []string
	// OnlyWanted says that what is wrong with a figure of another indicator than
	// those wanted is a warning, and the figure missing.
	OnlyWanted bool
	// Population is the ID of the indicator that figures per inhabitant are
	// divided by.
	Population string

	Separator   rune   // between fields: ';', ',', '\t' or '|'
	DecimalMark rune   // ',' or '.'; the other one is then the thousands mark
	Encoding    string // "utf-8" or "windows-1252"
	MaxBytes    int64  // the most that is read of one source; 0: 1 GiB
}

// Table is what one source was taken for.
type Table struct {
	Source      string
	Layout      string // "tidy", "wide", "statbank", "web", "px", "json-stat", "sheet", "columns" or "blocks"
	Table       string // the statistics office's table, "REGK31"; empty where not known
	Sections    []int  // the plan's [[source]] that were used, from 1
	Uses        []Use  // what each variable was taken for, of tables with variables
	Encoding    string // "utf-8", "utf-16", "windows-1252" or "cp850"
	Separator   rune
	DecimalMark rune
	Rows        int // rows below the header
	Figures     int // numbers read
	Missing     int // cells read as missing
	Skipped     int // rows left out, each with a problem that says why
}

// Read reads every source into one data set.
//
// Everything wrong is reported, not just the first: the error is then a
// [Problems] list, and the data set beside it holds what could be read, for
// showing what there is. The warnings are with the data set. Only an ended
// context ends the reading early.
func Read(ctx context.Context, sources []Source, opt Options) (*Dataset, error) {
	switch {
	case len(sources) == 0:
		return nil, noSources.With()
	case opt.Separator != 0 && !slices.Contains(separators, opt.Separator):
		return nil, badSeparator.With(string(opt.Separator))
	case opt.DecimalMark != 0 && opt.DecimalMark != ',' && opt.DecimalMark != '.':
		return nil, badDecimalMark.With(string(opt.DecimalMark))
	}
	b := &Builder{sheetSources: map[uint32]bool{}}
	plan := newSections(opt.Mappings)
	for _, ind := range opt.Indicators {
		b.AddIndicator(ind)
	}
	var tables []Table
	for _, s := range sources {
		r := &reader{
			Builder:  b,
			opt:      opt,
			register: opt.Register,
			plan:     plan,
			file:     s.Name,
			table:    Table{Source: s.Name},
			places:   map[[2]string]*place{},
		}
		if r.register == nil {
			r.register = unregistered{}
		}
		b.sourceNames = append(b.sourceNames, s.Name)
		r.source = uint32(len(b.sourceNames))
		if err := r.read(ctx, s); err != nil {
			return nil, err
		}
		tables = append(tables, r.tables()...)
	}
	b.dividePerHead(opt.Population)
	names := make([]string, len(sources))
	for i, s := range sources {
		names[i] = s.Name
	}
	b.tellSections(plan, names, append([]string{opt.Population}, opt.Wanted...))
	b.tellBreaks(opt.Catalogue)
	d, err := b.build(opt.Register)
	d.tables = tables
	return d, err
}

// reader puts the rows of one source into a Builder.
type reader struct {
	*Builder
	opt      Options
	register Register
	source   uint32
	file     string // the name of the file that the source is, or is in
	table    Table
	places   map[[2]string]*place // what a code and a name were found to be
	lastKey  [2]string            // of the row before, and
	last     *place               // what it was found to be

	plan  []*section
	pass  *pass  // what the plan says of the file
	sheet string // of a workbook, which is being read

	schoolYears map[string]int // the year that each begins in

	mentioned map[string]bool // texts that a warning was given of
	more      []*reader       // of the other files in the source
	packings  int             // how many packings it came out of

	percents map[int]*percents // of the indicators that have some
	numbers  []int             // of each indicator

	ended             bool // the source is over a bound, and not read on
	strangers, totals int  // rows of municipalities that the register does not have, and of none
	sumCells          int  // of figures being added up
}

// read returns an error only where the context has ended.
func (r *reader) read(ctx context.Context, s Source) error {
	raw, large, ok := r.load(ctx, s)
	switch {
	case !ok:
		return ctx.Err()
	case large != nil:
		return r.readRows(ctx, raw, large, r.otherThanRows, r.layout)
	}
	return r.readBytes(ctx, raw)
}

// readBytes reads a source by what its content looks like.
func (r *reader) readBytes(ctx context.Context, raw string) error {
	if packed, err := r.readPacked(ctx, raw); packed {
		return err
	}
	text, ok := r.decode(raw)
	if !ok {
		return ctx.Err()
	}
	switch {
	case px.Is(text):
		return r.readPX(ctx, text)
	case jsonstat.Is(text):
		return r.readJSON(ctx, text)
	case isMarkup(text):
		r.problem(UnknownLayout, 0, "", "", isWebPage.With())
		return nil
	}
	return r.readSeparated(ctx, text)
}

// isMarkup says whether a text is a web page or other XML, such as an error
// page that was saved for the file.
func isMarkup(text string) bool {
	text = strings.ToLower(strings.TrimLeft(text[:min(len(text), 500)], " \t\r\n"))
	return strings.HasPrefix(text, "<!doctype") || strings.HasPrefix(text, "<html") || strings.HasPrefix(text, "<?xml")
}

// load returns the bytes of a source, as a string that nothing needs to copy;
// or, of a large one that can be read in pieces, the text it begins with.
func (r *reader) load(ctx context.Context, s Source) (text string, large *stream, ok bool) {
	most := r.maxBytes()
	f, err := s.Open()
	if err != nil {
		r.unreadable(err)
		return "", nil, false
	}
	defer f.Close()
	var raw strings.Builder
	size := int64(0) // of a regular file
	over := fileTooLarge
	if _, known := f.(inMemory); !known && r.opt.MaxBytes <= 0 {
		most, over = maxPiped, pipeTooLarge
	}
	if sized, ok := f.(interface{ Stat() (fs.FileInfo, error) }); ok {
		if info, err := sized.Stat(); err == nil {
			if info.IsDir() {
				r.problem(Unreadable, 0, "", "", isDirectory.With())
				return "", nil, false
			}
			if info.Mode().IsRegular() {
				most, over = r.maxBytes(), fileTooLarge
				size = info.Size()
				if size > largeFile {
					head := make([]byte, beginningSize)
					n, _ := io.ReadFull(f, head) // an error comes again below
					if large, beginning := r.openStream(s, info, head[:n]); large != nil {
						return beginning, large, true
					}
					raw.Grow(int(min(size, most)))
					raw.Write(head[:n])
				} else {
					raw.Grow(int(min(size, most)))
				}
			}
		}
	}
	if size == 0 && most == maxPiped { // at once, and not copied over as it grows: what is not used costs nothing
		raw.Grow(maxPiped + 1<<16)
	}
	for buffer := make([]byte, 1<<16); err == nil && int64(raw.Len()) <= most && ctx.Err() == nil; {
		var n int
		n, err = f.Read(buffer)
		raw.Write(buffer[:n])
		if size == 0 && raw.Len() <= 1<<17 && isNoText(raw.String()) {
			r.problem(UnknownEncoding, lineOf(raw.String(), strings.IndexByte(raw.String(), 0)), "", "", notText.With(""))
			return "", nil, false
		}
	}
	switch {
	case ctx.Err() != nil:
		return "", nil, false
	case int64(raw.Len()) > most:
		r.problem(TooLarge, 0, "", "", over.With((most+1<<20-1)>>20))
		return "", nil, false
	case err != io.EOF:
		r.unreadable(err)
		return "", nil, false
	case int64(raw.Len()) < size:
		r.problem(Unreadable, 0, "", "", shrunk.With())
		return "", nil, false
	}
	return raw.String(), nil, true
}

// maxPiped bounds what comes through a pipe, or from a device, all of which is kept
// in memory, and may have no end.
const maxPiped = 64 << 20

// isNoText says whether a beginning has bytes that no text has, and is not of a
// format that has them.
func isNoText(text string) bool {
	wide := strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff")
	return strings.IndexByte(text, 0) >= 0 && !wide && !isPacked(text) && !slices.ContainsFunc(signatures, func(s signature) bool { return strings.HasPrefix(text, s.prefix) })
}

// maxBytes is the most that is read of one source.
func (r *reader) maxBytes() int64 {
	if r.opt.MaxBytes <= 0 {
		return 1 << 30
	}
	return r.opt.MaxBytes
}

func (r *reader) unreadable(err error) {
	message := unreadable.With(err.Error())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		message = isMissing.With()
	case errors.Is(err, fs.ErrPermission):
		message = noPermission.With()
	}
	r.problem(Unreadable, 0, "", "", message)
}

func (r *reader) problem(kind Kind, row int, column, text string, message lang.Message) {
	r.problems.add(&Problem{Kind: kind, Source: r.table.Source, Row: row, Column: column, Text: text, sheet: r.table.Layout == inSheet, message: message})
}

// told is how many errors there are so far.
func (r *reader) told() int { return len(r.problems.errors) + r.problems.moreErrors }
