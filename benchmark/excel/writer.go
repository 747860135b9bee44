package excel

import (
	"context"
	"io"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/live"
	"github.com/raaderum/raaderum/internal/fullwrite"
	"github.com/raaderum/raaderum/internal/given"
	"github.com/raaderum/raaderum/lang"
)

// Writer writes workbooks of one report, one for each municipality that is asked for. What
// is the same in all of them is found, laid out and compressed once. Any number of
// goroutines may write at the same time.
type Writer struct {
	report  *benchmark.Report
	lang    lang.Language
	options Options

	sensitivity *benchmark.Sensitivity
	live        *live.Tables // nil: there is no live sheet

	common *layout.Common
}

// NewWriter returns a Writer for the workbooks of a report. A workbook is about all
// municipalities, even if the report is narrowed to one. NewWriter returns the context's
// error, or an error if there is no report, or if the language or an option does not exist.
func NewWriter(
	ctx context.Context, r *benchmark.Report, l lang.Language, o Options,
) (*Writer, error) {
	if err := given.CheckContext(ctx); err != nil {
		return nil, err
	}
	if r == nil {
		return nil, benchmark.ErrNoReport
	}
	if err := o.check(l); err != nil {
		return nil, err
	}
	r = r.Whole()
	sensitivity, err := r.Sensitivity(ctx)
	if err != nil {
		return nil, err
	}
	return &Writer{
		report: r, lang: l, options: o, common: layout.NewCommon(),
		sensitivity: sensitivity, live: live.NewTables(r, sensitivity, l),
	}, nil
}

// Write writes one workbook, as [Writer.Write] of a new writer does.
func Write(
	ctx context.Context, w io.Writer, r *benchmark.Report, municipality string,
	l lang.Language, o Options,
) error {
	wr, err := NewWriter(ctx, r, l, o)
	if err != nil {
		return err
	}
	return wr.Write(ctx, w, municipality)
}

// Write writes the report of all municipalities as a workbook. municipality is a code or a
// name, and the overview is about it. If it is empty, the overview has the strongest
// candidates among all. A municipality that the report does not have is an error, and so is
// anything that w loses. Other errors are the context's or w's.
func (wr *Writer) Write(ctx context.Context, w io.Writer, municipality string) error {
	if err := given.CheckContext(ctx); err != nil {
		return err
	}
	if err := given.CheckWriter(w); err != nil {
		return err
	}
	if wr == nil || wr.report == nil {
		return benchmark.ErrNoReport
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	b, err := newBook(wr, municipality)
	if err != nil {
		return err
	}
	defer b.out.Close()
	return b.out.Write(ctx, fullwrite.NewContext(ctx, w), b.planSheets())
}
