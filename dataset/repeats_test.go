package dataset_test

import (
	"context"
	"testing"

	"github.com/raaderum/raaderum/dataset"
)

// TestRepeats: two files that have every figure alike say so once, with how
// many.
func TestRepeats(t *testing.T) {
	text := []byte("kommune;år;indikator;værdi\nA;2024;x;1\nB;2024;x;2\nC;2024;x;3\n")
	d, err := dataset.Read(context.Background(), []dataset.Source{dataset.Bytes("a.csv", text), dataset.Bytes("b.csv", text)}, dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	warnings := d.Warnings()
	if len(warnings) != 1 || warnings[0].Kind != dataset.RepeatedCell || warnings[0].More != 2 || warnings[0].Row != 2 {
		t.Errorf("the warnings are %v", warnings)
	}
}
