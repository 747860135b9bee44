package statbank_test

import (
	"context"
	"testing"

	"github.com/raaderum/raaderum/dataset/statbank"
	"github.com/raaderum/raaderum/lang"
)

// TestNoContext: a client that is given no context asks for nothing and says so.
func TestNoContext(t *testing.T) {
	var none context.Context
	c := &statbank.Client{}
	_, table := c.Table(none, "FOLK1A")
	_, file := c.Fetch(none, t.TempDir(), statbank.Request{Table: "FOLK1A"}, false)
	for what, err := range map[string]error{"Table": table, "Fetch": file} {
		if err == nil || lang.Of(err, lang.Danish) == lang.Of(err, lang.English) {
			t.Errorf("%s: %v", what, err)
		}
	}
}
