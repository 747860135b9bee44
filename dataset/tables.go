package dataset

import (
	"context"

	"github.com/raaderum/raaderum/dataset/internal/jsonstat"
	"github.com/raaderum/raaderum/dataset/internal/px"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// readPX reads a PC-Axis file.
func (r *reader) readPX(ctx context.Context, text string) error {
	r.table.Layout, r.table.DecimalMark = "px", '.'
	t, faults := px.Read(ctx, text)
	r.tellFaults(faults)
	if t == nil {
		return ctx.Err()
	}
	return r.readCube(ctx, t)
}

// readJSON reads a JSON-stat file: its data sets one by one, as if each were a
// file.
func (r *reader) readJSON(ctx context.Context, text string) error {
	r.table.Layout, r.table.DecimalMark = "json-stat", '.'
	sets, faults := jsonstat.Read(text)
	r.tellFaults(faults)
	file := r.table
	for i, set := range sets {
		in := r
		if i > 0 {
			in = r.next(file.Source)
			in.table = file
		}
		if set.Name != "" {
			in.table.Source = file.Source + ", " + set.Name
			in.sourceNames[in.source-1] = in.table.Source
		}
		in.tellFaults(set.Faults)
		if set.Table == nil {
			continue
		}
		if err := in.readCube(ctx, set.Table); err != nil {
			return err
		}
	}
	return ctx.Err()
}

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
func (r *reader) tellFaults(faults []table.Fault) {
	for _, f := range faults {
		r.tellFault(f)
	}
}

// tellFault reports a fault of the source, in words of municipalities where they are
// better.
func (r *reader) tellFault(f table.Fault) {
	switch f.Kind {
	case table.MayBeUnit:
		r.tellMention(f.Text, unit.Parse(f.Text))
		return
	case table.StrayTitle:
		f.Message = unknownMunicipality.With(table.Shorten(f.Text), nearest{f.Text, r.register})
	}
	r.problems.add(&Problem{
		Kind: kinds[f.Kind], Source: r.table.Source, Text: f.Text, message: f.Message,
		Row: f.Place.Row, Column: f.Place.Column, Cell: f.Place.Cell, sheet: r.table.Layout == inSheet,
	})
}
