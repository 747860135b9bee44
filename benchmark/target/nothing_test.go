package target

import (
	"context"
	"testing"

	"github.com/raaderum/raaderum/lang"
)

// TestNoContext: a rule that is prepared without a context is an error in both languages.
func TestNoContext(t *testing.T) {
	var none context.Context
	for _, rule := range Tabled() {
		_, err := Find(none, rule, testArea{})
		if err == nil || lang.Of(err, lang.Danish) == lang.Of(err, lang.English) {
			t.Errorf("%s: %v", rule, err)
		}
	}
}
