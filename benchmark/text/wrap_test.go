package text_test

import (
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark/text"
)

// A word longer than a line is cut, in a time that is as long as the word, and
// nothing of it is lost.
func TestWrapCutsALongWord(t *testing.T) {
	word := strings.Repeat("xyø", 1<<18)
	lines := text.Wrap("før "+word+" efter", 40)
	var b strings.Builder
	for _, line := range lines {
		if n := len([]rune(line)); n > 40 {
			t.Fatalf("a line of %d letters, want at most 40: %q", n, line)
		}
		b.WriteString(strings.ReplaceAll(line, " ", ""))
	}
	if got := b.String(); got != "før"+word+"efter" {
		t.Errorf("the lines together have %d bytes, want %d", len(got), len(word)+9)
	}
}
