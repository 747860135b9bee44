package text

import (
	"bufio"
	"io"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/internal/given"
	"github.com/raaderum/raaderum/lang"
)

// fewLines is how many lines there are of what is not wrong.
const fewLines = 3

// WriteWarnings writes the warnings of the report in words, those of the same kind together
// and the heaviest first. What makes figures wrong is always written. Unless all are wanted,
// the others are written as far as a few lines go, and the rest is counted.
func WriteWarnings(w io.Writer, r *benchmark.Report, l lang.Language, all bool) error {
	if err := given.CheckWriter(w); err != nil {
		return err
	}
	if r == nil {
		return benchmark.ErrNoReport
	}
	t := &table{out: bufio.NewWriter(w), report: r, lang: l}
	room, left := fewLines-1, 0 // the last of the few lines is the count
	for _, notice := range r.Notices() {
		if notice.Weight == benchmark.Wrong {
			t.writeParagraph(warningWord.With(notice))
			continue
		}
		lines := Wrap(noteWord.With(notice).In(l), Width)
		if !all && (notice.Weight != benchmark.Limits || len(lines) > room) {
			left++
			continue
		}
		room -= len(lines)
		t.writeParagraph(noteWord.With(notice))
	}
	switch {
	case left == 1:
		t.writeParagraph(remarksMore.With(oneRemark))
	case left > 1:
		t.writeParagraph(remarksMore.With(someRemarks.With(left)))
	}
	return t.out.Flush()
}
