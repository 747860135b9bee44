package main

import (
	"io"
	"time"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/lang"
)

const (
	progressAfter = time.Second            // what takes less needs no word
	progressEvery = 100 * time.Millisecond // more often flickers
)

// timedProgress says how far a job has come that may take a while.
type timedProgress struct {
	*progress
	now  func() time.Time
	next time.Time // when to write again
	says func(done, total int) lang.Message
}

// runOptions has the specification curve of a plan, where it asks for one, say how
// far it has come on standard error, where that is a terminal. done clears the line.
func (p *program) runOptions(asked *plan.Plan) (o benchmark.Options, done func()) {
	if asked.Curve == nil || !isTerminal(p.line) {
		return o, func() {}
	}
	line := newCurveProgress(p.line, p.lang, time.Now)
	return benchmark.Options{Progress: line.update}, line.clear
}

func newCurveProgress(w io.Writer, l lang.Language, now func() time.Time) *timedProgress {
	return newTimedProgress(w, l, now, func(done, total int) lang.Message {
		return fittingModels.With(lang.Number{Value: 100 * float64(done) / float64(total)})
	})
}

func newTimedProgress(w io.Writer, l lang.Language, now func() time.Time, says func(done, total int) lang.Message) *timedProgress {
	return &timedProgress{progress: &progress{w: w, lang: l}, now: now, next: now().Add(progressAfter), says: says}
}

// update writes the line anew, unless that was done a moment ago.
func (p *timedProgress) update(done, total int) {
	now := p.now()
	if now.Before(p.next) || total == 0 {
		return
	}
	p.next = now.Add(progressEvery)
	p.write(p.says(done, total).In(p.lang))
}
