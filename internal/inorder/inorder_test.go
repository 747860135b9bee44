package inorder

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
)

// TestDo: results come in order, whatever the number of processors, and few are
// under way at a time.
func TestDo(t *testing.T) {
	for _, processors := range []int{1, 2, 4} {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		var got []int
		var ahead, most atomic.Int64
		err := Do(t.Context(), 500, func(_ context.Context, i int) (int, error) {
			if n := ahead.Add(1); n > most.Load() {
				most.Store(n)
			}
			return i * i, nil
		}, func(square int) error {
			ahead.Add(-1)
			got = append(got, square)
			return nil
		})
		if err != nil || len(got) != 500 || !slices.IsSorted(got) || got[499] != 499*499 {
			t.Errorf("%d processors: %v, %d results", processors, err, len(got))
		}
		if bound := int64(4*processors + 2); most.Load() > bound {
			t.Errorf("%d processors: %d results wait, want at most %d", processors, most.Load(), bound)
		}
	}
	if err := Do(t.Context(), 0, func(context.Context, int) (int, error) { return 0, nil }, func(int) error { return nil }); err != nil {
		t.Errorf("nothing to do: %v", err)
	}
}

// TestDoEnds: an error of the work or of the use, and the end of the context, end it.
func TestDoEnds(t *testing.T) {
	errBad := errors.New("bad")
	fine := func(_ context.Context, i int) (int, error) { return i, nil }
	take := func(int) error { return nil }
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	for what, err := range map[string]error{
		"work": Do(t.Context(), 1000, func(_ context.Context, i int) (int, error) {
			if i == 37 {
				return 0, errBad
			}
			return i, nil
		}, take),
		"use": Do(t.Context(), 1000, fine, func(i int) error {
			if i == 37 {
				return errBad
			}
			return nil
		}),
	} {
		if !errors.Is(err, errBad) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := Do(ended, 1000, fine, take); !errors.Is(err, context.Canceled) {
		t.Errorf("an ended context: %v", err)
	}
}
