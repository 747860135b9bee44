package compare_test

import (
	"io"
	"testing"

	"github.com/raaderum/raaderum/benchmark/compare"
	"github.com/raaderum/raaderum/internal/niltest"
	"github.com/raaderum/raaderum/lang"
)

// TestNothing: whatever is asked of no changes is an error or an empty answer, and what
// has no report has no changes.
func TestNothing(t *testing.T) {
	niltest.Methods(t, (*compare.Changes)(nil), &compare.Changes{}, &compare.Change{},
		&compare.Row{}, &compare.Error{}, compare.Warning{}, compare.Cause(""))
	niltest.Functions(t, map[string]any{"Between": compare.Between, "Read": compare.Read})
	niltest.Methods(t, compare.Between(nil, &compare.Saved{}), compare.Between(&compare.Saved{}, nil))
	var none *compare.Changes
	err := none.WriteJSON(io.Discard)
	if err == nil || lang.Of(err, lang.Danish) == lang.Of(err, lang.English) {
		t.Errorf("JSON of no changes: %v", err)
	}
}
