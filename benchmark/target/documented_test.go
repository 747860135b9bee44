package target

import (
	"os"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/lang"
)

// TestDocumentedTargets: the documentation has every rule, as it is written and
// in words.
func TestDocumentedTargets(t *testing.T) {
	text, err := os.ReadFile("../../docs/targets.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range Forms() {
		if !strings.Contains(string(text), "| `"+form+"` |") {
			t.Errorf("%s is not documented", form)
		}
		if words := InWords(form, lang.English); words == form || words == "" {
			t.Errorf("%s in words: %q", form, words)
		}
	}
}
