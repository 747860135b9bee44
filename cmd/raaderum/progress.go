package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

const (
	progressAfter = time.Second            // what takes less needs no word
	progressEvery = 100 * time.Millisecond // more often flickers
)

// progress is a line on a terminal that says how far something has come.
type progress struct {
	w     io.Writer
	lang  lang.Language
	now   func() time.Time
	next  time.Time // when to write again
	width int       // of what stands there
}

// showProgress has the plan's specification curve say how far it has come on
// standard error, where that is a terminal. What it returns clears the line.
func (p *program) showProgress(plan *benchmark.Plan) (done func()) {
	if plan.Curve == nil || !isTerminal(p.stderr) {
		return func() {}
	}
	line := newProgress(p.stderr, p.lang, time.Now)
	curve := *plan.Curve
	curve.Progress = line.at
	plan.Curve = &curve
	return line.clear
}

func newProgress(w io.Writer, l lang.Language, now func() time.Time) *progress {
	return &progress{w: w, lang: l, now: now, next: now().Add(progressAfter)}
}

// at writes the line anew.
func (p *progress) at(done, total int) {
	now := p.now()
	if now.Before(p.next) || total == 0 {
		return
	}
	p.next = now.Add(progressEvery)
	line := fittingModels.With(lang.Number{Value: 100 * float64(done) / float64(total)}).In(p.lang)
	fmt.Fprintf(p.w, "\r%s", line)
	p.width = utf8.RuneCountInString(line)
}

// clear leaves the terminal as it was.
func (p *progress) clear() {
	if p.width > 0 {
		fmt.Fprintf(p.w, "\r%s\r", strings.Repeat(" ", p.width))
		p.width = 0
	}
}

// isTerminal says whether somebody is likely to be looking.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
