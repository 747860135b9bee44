package excel

import (
	"io"
	"sync"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// Writer writes workbooks of one report, one for each municipality that is
// asked for. What is the same in all of them is found and compressed once. Any
// number of goroutines may write at the same time.
type Writer struct {
	report *benchmark.Report
	lang   lang.Language

	live func() *live

	mu     sync.Mutex
	common map[string]*part // by the sheet's name: those that are the same in all workbooks
}

// NewWriter returns a writer of workbooks of the report of all municipalities.
func NewWriter(r *benchmark.Report, l lang.Language) *Writer {
	return &Writer{
		report: r, lang: l, common: map[string]*part{},
		live: sync.OnceValue(func() *live { return newLive(r, l) }),
	}
}

// Write writes the report of all municipalities as a workbook. The overview is
// of the municipality with the given code; empty: of the strongest candidates
// among all.
func Write(w io.Writer, r *benchmark.Report, municipality string, l lang.Language) error {
	return NewWriter(r, l).Write(w, municipality)
}

// known returns a sheet that another workbook has had as well, nil where none
// has.
func (w *Writer) known(sheet string) *part {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.common[sheet]
}

func (w *Writer) keep(sheet string, p *part) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.common[sheet] = p
}
