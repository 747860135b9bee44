package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/dataset/statbank"
	"github.com/raaderum/raaderum/lang"
)

// progress is a line that is written over and over, if somebody is looking.
type progress struct {
	w     io.Writer // nil: nobody is looking
	lang  lang.Language
	width int // how many letters stand on the line

	said func(lang.Message) // says why there is a wait, if nobody is looking
}

// newProgress returns a line on a writer. It shows nothing if the writer is no terminal.
func newProgress(w io.Writer, l lang.Language) *progress {
	if !isTerminal(w) {
		w = nil
	}
	return &progress{w: w, lang: l}
}

// isTerminal says whether somebody may be looking at what is written.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// showRequest says how far a request has come.
func (p *progress) showRequest(s statbank.Progress) {
	name := s.File
	if name == "" {
		name = s.Table
	}
	m := asking.With(name)
	switch {
	case s.Waiting > 0:
		m = waiting.With(name, int(math.Ceil(s.Waiting.Seconds())), s.Because)
	case s.Bytes > 0:
		m = receiving.With(name, size(s.Bytes))
	}
	if p.w == nil && s.Waiting > 0 && p.said != nil {
		p.said(tryingAgain.With(name, s.Because))
	}
	p.writeLine(m.In(p.lang))
}

// clearLine empties the line.
func (p *progress) clearLine() {
	if p.width > 0 {
		p.writeLine("")
		fmt.Fprint(p.w, "\r")
		p.width = 0
	}
}

// writeLine puts words on the line, with spaces over what stood there before. It cuts words
// that do not fit on the screen, because they would begin a new line.
func (p *progress) writeLine(words string) {
	if p.w == nil {
		return
	}
	words = string(cleanText([]byte(words)))
	if letters := []rune(words); len(letters) >= text.Width {
		words = string(letters[:text.Width-2]) + "…"
	}
	n := utf8.RuneCountInString(words)
	fmt.Fprint(p.w, "\r", words, strings.Repeat(" ", max(0, p.width-n)))
	p.width = n
}

const (
	progressAfter = time.Second            // anything shorter needs no word
	progressEvery = 100 * time.Millisecond // more often would flicker
)

// timedProgress is a line that says how far a long job has come.
type timedProgress struct {
	*progress
	now  func() time.Time
	next time.Time // when to write again
	says func(done, total int) lang.Message
}

// newRunOptions returns options for a run. If the plan asks for a specification curve and
// somebody is looking, a line says how far it has come. done clears the line.
func (p *program) newRunOptions(asked *plan.Plan) (o benchmark.Options, done func()) {
	if asked.WithDefaults().Register == plan.Registers()[0] {
		o.LaterPrices = danmark.StatePrices(p.lang)
	}
	if asked.Curve == nil || !isTerminal(p.line) {
		return o, func() {}
	}
	line := newCurveProgress(p.line, p.lang, time.Now)
	o.Progress = line.showCount
	return o, line.clearLine
}

func newCurveProgress(w io.Writer, l lang.Language, now func() time.Time) *timedProgress {
	return newTimedProgress(w, l, now, func(done, total int) lang.Message {
		return fittingModels.With(lang.Number{Value: 100 * float64(done) / float64(total)})
	})
}

func newTimedProgress(
	w io.Writer, l lang.Language, now func() time.Time, says func(done, total int) lang.Message,
) *timedProgress {
	return &timedProgress{
		progress: &progress{w: w, lang: l},
		now:      now, next: now().Add(progressAfter), says: says,
	}
}

// showCount writes the line anew, unless it was written a moment ago.
func (p *timedProgress) showCount(done, total int) {
	now := p.now()
	if now.Before(p.next) || total == 0 {
		return
	}
	p.next = now.Add(progressEvery)
	p.writeLine(p.says(done, total).In(p.lang))
}
