package excel

import (
	"io"
	"sync"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// Writer writes workbooks of one report, one for each municipality that is
// asked for. What is the same in all of them is found, laid out and compressed
// once. Any number of goroutines may write at the same time.
type Writer struct {
	report  *benchmark.Report
	lang    lang.Language
	options Options

	live func() *live

	mu     sync.Mutex
	common map[string]*commonSheet // by name
}

// NewWriter returns a writer of workbooks of the report of all municipalities.
func NewWriter(r *benchmark.Report, l lang.Language, o Options) *Writer {
	return &Writer{
		report: r, lang: l, options: o, common: map[string]*commonSheet{},
		live: sync.OnceValue(func() *live { return newLive(r, l) }),
	}
}

// Write writes one workbook: what [Writer.Write] of a new writer does.
func Write(w io.Writer, r *benchmark.Report, municipality string, l lang.Language, o Options) error {
	return NewWriter(r, l, o).Write(w, municipality)
}

// Write writes the report of all municipalities as a workbook. The overview is
// of the municipality with the given code; empty: of the strongest candidates
// among all.
func (wr *Writer) Write(w io.Writer, municipality string) error {
	return newBook(wr, municipality).write(w)
}

// commonSheet is a sheet that is the same in all workbooks: its part, and what it
// has elsewhere.
type commonSheet struct {
	part  *compressed
	frame frame
}

// known returns a sheet that another workbook has had as well, nil where none
// has.
func (wr *Writer) known(name string) *commonSheet {
	wr.mu.Lock()
	defer wr.mu.Unlock()
	return wr.common[name]
}

func (wr *Writer) keep(name string, s *commonSheet) {
	wr.mu.Lock()
	defer wr.mu.Unlock()
	wr.common[name] = s
}
