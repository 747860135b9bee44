package dataset

import (
	"context"

	"github.com/raaderum/raaderum/dataset/internal/jsonstat"
	"github.com/raaderum/raaderum/dataset/internal/px"
)

// readPX reads a PC-Axis file.
func (r *reader) readPX(ctx context.Context, text string) error {
	r.sink.table.Layout, r.sink.table.DecimalMark = "px", '.'
	t, faults := px.Read(ctx, text)
	r.sink.tellFaults(faults)
	if t == nil {
		return ctx.Err()
	}
	return r.readCube(ctx, t)
}

// readJSON reads a JSON-stat file: its data sets one by one, as if each were a
// file.
func (r *reader) readJSON(ctx context.Context, text string) error {
	r.sink.table.Layout, r.sink.table.DecimalMark = "json-stat", '.'
	sets, faults := jsonstat.Read(text)
	r.sink.tellFaults(faults)
	file := r.sink.table
	for i, set := range sets {
		in := r
		if i > 0 {
			in = r.next(file.Source)
			in.sink.table = file
		}
		if set.Name != "" {
			in.sink.rename(file.Source + ", " + set.Name)
		}
		in.sink.tellFaults(set.Faults)
		if set.Table == nil {
			continue
		}
		if err := in.readCube(ctx, set.Table); err != nil {
			return err
		}
	}
	return ctx.Err()
}
