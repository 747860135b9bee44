package dataset

import (
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// sink takes what stands in one source: its figures go into the Builder, and what is
// wrong with them to the problems.
type sink struct {
	builder   *Builder // of all sources
	options   *Options
	register  Register        // never nil
	source    uint32          // the source's position, from 1
	sheet     string          // the sheet being read, of a workbook
	table     Table           // what the source is taken for
	mentioned map[string]bool // texts that a warning was given of
	shares    shares          // the figures shown as per cent
}

// newSink returns the sink of one more source.
func newSink(b *Builder, opt Options, name string) *sink {
	b.sourceNames = append(b.sourceNames, name)
	s := &sink{
		builder: b, options: &opt, register: opt.Register,
		source: uint32(len(b.sourceNames)), table: Table{Source: name},
	}
	if s.register == nil {
		s.register = unregistered{}
	}
	return s
}

// rename gives the source another name.
func (s *sink) rename(name string) {
	s.table.Source = name
	s.builder.sourceNames[s.source-1] = name
}

// listed says whether every municipality is known.
func (s *sink) listed() bool { return s.options.Register != nil }

// problem reports what is wrong at a row and column.
func (s *sink) problem(kind Kind, row int, column, text string, message lang.Message) {
	s.builder.problems.add(&Problem{Kind: kind, Source: s.table.Source, Row: row, Column: column, Text: text, sheet: s.table.Layout == inSheet, message: message})
}

// told is how many errors there are so far.
func (s *sink) told() int { return len(s.builder.problems.errors) + s.builder.problems.moreErrors }

// kinds are the kinds of problems that faults are.
var kinds = map[table.Kind]Kind{
	table.Broken: BadTable, table.Unreadable: Unreadable, table.TooLarge: TooLarge,
	table.NotText: UnknownEncoding, table.Empty: EmptyFile, table.NoTable: UnknownLayout, table.NoData: NoData,
	table.BadHeader: BadHeader, table.BadQuote: BadQuote, table.Ragged: RaggedRow, table.NotNumber: NotNumber,
	table.BadUnit: BadUnit, table.StrayTitle: UnknownMunicipal, table.Lacking: NotThere,
	table.PassedOver: TotalRow, table.TextColumn: TextColumn, table.AmbiguousMark: AmbiguousMark,
	table.OpenEnd: OpenEnd,
}

// tellFaults reports the faults of the source.
func (s *sink) tellFaults(faults []table.Fault) {
	for _, f := range faults {
		s.tellFault(f)
	}
}

// tellFault reports a fault of the source, in words of municipalities where they are
// better.
func (s *sink) tellFault(f table.Fault) {
	switch f.Kind {
	case table.MayBeUnit:
		s.tellMention(f.Text, unit.Parse(f.Text))
		return
	case table.StrayTitle:
		f.Message = unknownMunicipality.With(table.Shorten(f.Text), nearest{f.Text, s.register})
	}
	s.builder.problems.add(&Problem{
		Kind: kinds[f.Kind], Source: s.table.Source, Text: f.Text, message: f.Message,
		Row: f.Place.Row, Column: f.Place.Column, Cell: f.Place.Cell, sheet: s.table.Layout == inSheet,
	})
}
