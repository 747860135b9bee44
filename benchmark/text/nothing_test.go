package text_test

import (
	"context"
	"io"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/compare"
	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/internal/niltest"
	"github.com/raaderum/raaderum/lang"
)

// TestNothing: nothing to write is an error in words of both languages.
func TestNothing(t *testing.T) {
	ctx := t.Context()
	for what, err := range map[string]error{
		"Write": text.Write(ctx, io.Discard, nil, lang.Danish), "WriteCSV": text.WriteCSV(ctx, io.Discard, nil, lang.Danish),
		"WriteWarnings": text.WriteWarnings(io.Discard, nil, lang.Danish, false),
		"WritePeers":    text.WritePeers(io.Discard, nil, lang.Danish), "WritePeersWarnings": text.WritePeersWarnings(io.Discard, nil, lang.Danish),
		"WriteChanges": text.WriteChanges(io.Discard, nil, lang.Danish), "WriteChangeWarnings": text.WriteChangeWarnings(io.Discard, nil, lang.Danish),
		"changes of nothing": text.WriteChanges(io.Discard, &compare.Changes{}, lang.Danish),
	} {
		if err == nil || lang.Of(err, lang.Danish) == lang.Of(err, lang.English) {
			t.Errorf("%s: %v", what, err)
		}
	}
	niltest.Functions(t, map[string]any{"Pad": text.Pad, "Wrap": text.Wrap})
	var none context.Context
	r, c, g := &benchmark.Report{}, compare.Between(nil, nil), &benchmark.PeerGroup{}
	for what, err := range map[string]error{
		"Write without a context": text.Write(none, io.Discard, r, lang.Danish), "Write": text.Write(ctx, nil, r, lang.Danish),
		"WriteCSV without a context": text.WriteCSV(none, io.Discard, r, lang.Danish), "WriteCSV": text.WriteCSV(ctx, nil, r, lang.Danish),
		"WriteWarnings": text.WriteWarnings(nil, r, lang.Danish, true), "WritePeers": text.WritePeers(nil, g, lang.Danish),
		"WritePeersWarnings": text.WritePeersWarnings(nil, g, lang.Danish), "WriteChanges": text.WriteChanges(nil, c, lang.Danish),
		"WriteChangeWarnings": text.WriteChangeWarnings(nil, c, lang.Danish),
	} {
		if err == nil || lang.Of(err, lang.Danish) == lang.Of(err, lang.English) {
			t.Errorf("%s to nothing: %v", what, err)
		}
	}
}
