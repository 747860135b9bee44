package dataset_test

import (
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/internal/niltest"
)

// TestNothing: no data set answers like an empty one.
func TestNothing(t *testing.T) {
	niltest.Methods(t, (*dataset.Dataset)(nil), &dataset.Dataset{}, &dataset.Builder{},
		(*dataset.KnownTable)(nil), &dataset.KnownTable{}, dataset.Problems(nil),
		dataset.Mapping{})
	niltest.Functions(t, map[string]any{
		"WriteTidy": dataset.WriteTidy, "Read": dataset.Read,
		"ReadPriceIndex": dataset.ReadPriceIndex, "ReadRecords": dataset.ReadRecords,
	})
}
