package dataset

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/jsonstat"
	"github.com/raaderum/raaderum/dataset/internal/px"
	"github.com/raaderum/raaderum/dataset/internal/source"
	"github.com/raaderum/raaderum/dataset/internal/text"
	"github.com/raaderum/raaderum/internal/given"
)

// Options say how to read. The zero value finds everything out from the sources.
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
	// Wanted are the IDs of the indicators that the plan uses. They decide, for example,
	// which ages are added up.
	Wanted []string
	// OnlyWanted makes a wrong figure of any other indicator a missing figure and a
	// warning, and no error.
	OnlyWanted bool
	// Population is the ID of the indicator that figures per inhabitant are
	// divided by.
	Population string
	// Beneath is the data set that the sources are laid over, see [Merge]; nil: none. If
	// there are Wanted indicators, only those are taken of it.
	Beneath *Dataset
	// People has the population where neither the sources nor Beneath have it; nil: nobody
	// has.
	People *Dataset
	// Known describes figures that the sources may also have, in whatever form. Where the
	// figures agree, their names, units, publishers and notes are taken from it. nil:
	// nothing is known.
	Known *Dataset

	// Municipality is the code or the name of the municipality that sources without a
	// column of municipalities belong to, such as the sheets of its own finance system. The
	// amounts in those are totals and not per inhabitant.
	Municipality string

	Separator   rune   // between fields: ';', ',', '\t' or '|'
	DecimalMark rune   // ',' or '.'; the other one is then the thousands mark
	Encoding    string // "utf-8" or "windows-1252"
	MaxBytes    int64  // how much is read of one source at most; 0: 1 GiB
}

// Table says what one source was taken for.
type Table struct {
	Source string
	// "tidy", "wide", "statbank", "web", "px", "json-stat", "sheet", "columns" or "blocks"
	Layout string
	Table  string // the statistics office's table, "REGK31"; empty where not known
	// TakenFor is the code of the municipality that a sheet of accounts without a column of
	// municipalities was taken for, see [Options.Municipality]; empty: there is none.
	TakenFor    string
	Sections    []int  // the plan's [[source]] sections that were used, counted from 1
	Uses        []Use  // what each variable was taken for, of tables with variables
	Encoding    string // "utf-8", "utf-16", "windows-1252" or "cp850"
	Separator   rune
	DecimalMark rune
	Rows        int // how many rows stand below the header
	Figures     int // how many numbers were read
	Missing     int // how many cells were read as missing
	Skipped     int // how many rows were left out, each with a problem that says why
}

// Read reads every source into one data set.
//
// Everything wrong is reported, not just the first: the error is then a
// [Problems] list, and the data set beside it holds what could be read, for
// showing what there is. The warnings are with the data set. Only an ended
// context ends the reading early.
func Read(ctx context.Context, sources []Source, opt Options) (*Dataset, error) {
	if err := given.CheckContext(ctx); err != nil {
		return nil, err
	}
	switch {
	case len(sources) == 0:
		return nil, noSources.With()
	case opt.Separator != 0 && !slices.Contains(text.Separators(), opt.Separator):
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
		r := newReader(newSink(b, opt, s.Name, s.Order), plan, s.Name)
		if err := r.read(ctx, s); err != nil {
			return nil, err
		}
		tables = append(tables, r.listTables()...)
	}
	people := opt.Beneath
	if people == nil {
		people = opt.People
	}
	b.dividePerHead(opt.Population, people, opt.Wanted)
	b.tellReplaced()
	names := make([]string, len(sources))
	for i, s := range sources {
		names[i] = s.Name
	}
	b.tellSections(plan, names, append([]string{opt.Population}, opt.Wanted...))
	own := b.assemble(opt.Register)
	own.tables = tables
	own.describeKnown(opt.Known)
	d := b.layOver(own, opt.Beneath.selectWanted(opt.Wanted))
	b.tellBreaks(opt.Catalogue, d)
	return d, b.finishProblems(d)
}

// selectWanted returns the wanted indicators of a data set. It is nil if the data set has
// none of them.
func (d *Dataset) selectWanted(wanted []string) *Dataset {
	if d == nil || len(wanted) == 0 {
		return d
	}
	var has []string
	for _, id := range wanted {
		if _, ok := d.byID[id]; ok {
			has = append(has, id)
		}
	}
	if len(has) == 0 {
		return nil
	}
	part, err := d.Subset(Selection{Indicators: has})
	if err != nil {
		panic(err) // it was asked only for what it has
	}
	return part
}

// dropIndicator returns the data set without an indicator.
func (d *Dataset) dropIndicator(id string) *Dataset {
	part := *d
	part.indicators = nil
	part.columns, part.files = nil, nil
	for i, ind := range d.indicators {
		if ind.ID == id {
			continue
		}
		part.indicators = append(part.indicators, ind)
		from, to := i*len(d.years), (i+1)*len(d.years)
		part.columns = append(part.columns, d.columns[from:to]...)
		part.files = append(part.files, d.files[from:to]...)
	}
	part.makeIndex()
	return &part
}

// layOver lays what was read over the data set beneath, and warns where the two differ.
func (b *Builder) layOver(own, beneath *Dataset) *Dataset {
	if beneath == nil {
		return own
	}
	d, differences, err := Merge(own, beneath)
	var wrong misfit
	for errors.As(err, &wrong) {
		ind, _ := own.Indicator(wrong.id)
		b.problems.add(&Problem{Kind: BadUnit, Source: ind.Source, message: wrong.Message})
		own = own.dropIndicator(wrong.id)
		d, differences, err = Merge(own, beneath)
	}
	for _, one := range differences {
		b.problems.add(&Problem{Kind: Differs, Text: one.Indicator, message: one.describe()})
	}
	return d
}

// reader reads one source, or one file or sheet inside it.
type reader struct {
	sink     *sink
	places   *places
	plan     []*section
	file     string    // the name of the file that the source is, or is in
	packings int       // how many packings the source came out of
	more     []*reader // the readers of the other sources in the file
}

func newReader(s *sink, plan []*section, file string) *reader {
	return &reader{sink: s, places: newPlaces(s), plan: plan, file: file}
}

// read reads a source. It returns an error only if the context has ended.
func (r *reader) read(ctx context.Context, s Source) error {
	opt := r.newSourceOptions()
	opt.InMemory = s.inMemory
	raw, large, fault := source.Load(ctx, s.Open, opt)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case fault != nil:
		r.sink.tellFault(*fault)
		return nil
	case large != nil:
		return r.readSeparated(ctx, raw, large)
	}
	return r.readBytes(ctx, raw)
}

// newSourceOptions returns the bounds of a source.
func (r *reader) newSourceOptions() source.Options {
	return source.Options{
		MaxBytes: r.sink.options.MaxBytes, Encoding: r.sink.options.Encoding, Large: largeFile,
		Piece: pieceSize, InPieces: func(raw, beginning string) bool {
			isOther := px.Is(raw) || jsonstat.Is(raw) || isMarkup(raw) ||
				strings.HasPrefix(raw, "sep=")
			return !isOther && text.HasRows(beginning, r.newTextOptions())
		},
		IsDOS: isDOS,
	}
}

// isDOS says whether text that is not Unicode is in the DOS encoding. A PC-Axis file is,
// unless it says otherwise.
func isDOS(raw string) bool { return px.Is(raw) && !px.IsANSI(raw) }

var ( // tests change it
	largeFile int64 = 64 << 20 // smaller files are read at once
	pieceSize       = 256 << 10
)

// readBytes tells the format of a source by its content, and reads it.
func (r *reader) readBytes(ctx context.Context, raw string) error {
	switch {
	case source.IsGzip(raw):
		return r.readGzip(ctx, raw)
	case source.IsZip(raw):
		return r.readZip(ctx, raw)
	}
	decoded, encoding, fault := source.Decode(raw, r.newSourceOptions())
	r.sink.table.Encoding = encoding
	switch {
	case fault != nil:
		r.sink.tellFault(*fault)
		return nil
	case px.Is(decoded):
		return r.readPX(ctx, decoded)
	case jsonstat.Is(decoded):
		return r.readJSON(ctx, decoded)
	case isMarkup(decoded):
		r.sink.tellProblem(UnknownLayout, 0, "", "", isWebPage.With())
		return nil
	}
	return r.readSeparated(ctx, decoded, nil)
}

// isMarkup says whether a text is a web page or other XML, such as an error page saved in
// place of the file.
func isMarkup(beginning string) bool {
	beginning = strings.TrimLeft(beginning[:min(len(beginning), 500)], " \t\r\n")
	beginning = strings.ToLower(beginning)
	return strings.HasPrefix(beginning, "<!doctype") || strings.HasPrefix(beginning, "<html") ||
		strings.HasPrefix(beginning, "<?xml")
}

// readPX reads a PC-Axis file.
func (r *reader) readPX(ctx context.Context, text string) error {
	r.sink.table.Layout, r.sink.table.DecimalMark = "px", '.'
	t, faults := px.Read(ctx, text)
	r.sink.tellFaults(faults)
	if t == nil {
		return ctx.Err()
	}
	return r.mapTable(ctx, t)
}

// readJSON reads a JSON-stat file. Each data set in it becomes a source of its own.
func (r *reader) readJSON(ctx context.Context, text string) error {
	r.sink.table.Layout, r.sink.table.DecimalMark = "json-stat", '.'
	unitKnown := slices.ContainsFunc(r.findSections(), func(s *section) bool {
		return s.Unit != "" && len(s.Of) == 0
	})
	sets, faults := jsonstat.Read(text, jsonstat.Options{UnitKnown: unitKnown})
	r.sink.tellFaults(faults)
	file := r.sink.table
	for i, set := range sets {
		in := r
		if i > 0 {
			in = r.addReader(file.Source)
			in.sink.table = file
		}
		if set.Name != "" {
			in.sink.renameSource(file.Source + ", " + set.Name)
		}
		in.sink.tellFaults(set.Faults)
		if set.Table == nil {
			continue
		}
		if err := in.mapTable(ctx, set.Table); err != nil {
			return err
		}
	}
	return ctx.Err()
}
