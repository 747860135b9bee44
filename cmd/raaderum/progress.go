package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/dataset/statbank"
	"github.com/raaderum/raaderum/lang"
)

// progress is a line that is written over and over, where somebody looks on.
type progress struct {
	w     io.Writer // nil: nobody looks on
	lang  lang.Language
	width int // letters on the line

	said func(lang.Message) // says why there is a wait, where nobody looks on
}

func newProgress(w io.Writer, l lang.Language) *progress {
	if !isTerminal(w) {
		w = nil
	}
	return &progress{w: w, lang: l}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// show says how far a request is.
func (p *progress) show(s statbank.Progress) {
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
	p.write(m.In(p.lang))
}

// clear empties the line.
func (p *progress) clear() {
	if p.width > 0 {
		p.write("")
		fmt.Fprint(p.w, "\r")
		p.width = 0
	}
}

// write puts words on the line, with spaces over what stood there before. More
// than fits on the screen would begin a new line.
func (p *progress) write(words string) {
	if p.w == nil {
		return
	}
	words = string(shown([]byte(words)))
	if letters := []rune(words); len(letters) >= text.Width {
		words = string(letters[:text.Width-2]) + "…"
	}
	n := utf8.RuneCountInString(words)
	fmt.Fprint(p.w, "\r", words, strings.Repeat(" ", max(0, p.width-n)))
	p.width = n
}
