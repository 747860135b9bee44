package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"
	"testing/synctest"
	"time"

	"github.com/raaderum/raaderum/internal/atomicfile"
)

// A job that does not end when it is asked to is given a moment. Then what it
// has not finished is removed, the temporary files of a large workbook with it.
func TestUntilCancelled(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	t.Setenv("TMP", dir)
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		hang := make(chan bool)
		begun := time.Now()
		err := runUntilCancelled(ctx, func(context.Context) error {
			if _, err := atomicfile.Create(filepath.Join(dir, "v.xlsx")); err != nil {
				t.Error(err)
			}
			folder, _, err := atomicfile.TempFolder()
			if err != nil {
				t.Error(err)
			}
			if err := os.WriteFile(filepath.Join(folder, "excelize-1"), nil, 0o666); err != nil {
				t.Error(err)
			}
			<-hang
			return nil
		})
		if took := time.Since(begun); !errors.Is(err, context.DeadlineExceeded) || took != time.Minute+grace {
			t.Errorf("after %v: %v", took, err)
		}
		close(hang)
	})
	if names := listed(t, dir); len(names) > 0 {
		t.Errorf("files are left: %v", names)
	}
}

// A job that ends by itself is not hurried.
func TestUntilDone(t *testing.T) {
	failed := errors.New("failed")
	for _, want := range []error{nil, failed} {
		synctest.Test(t, func(t *testing.T) {
			err := runUntilCancelled(t.Context(), func(context.Context) error {
				time.Sleep(time.Hour)
				return want
			})
			if err != want {
				t.Errorf("got %v", err)
			}
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			err = runUntilCancelled(ctx, func(ctx context.Context) error {
				<-ctx.Done()
				time.Sleep(grace / 2) // to tidy up
				return want
			})
			if err != want {
				t.Errorf("got %v", err)
			}
		})
	}
}

// Where the user has said how often garbage is collected, that holds.
func TestLimitGarbage(t *testing.T) {
	before := debug.SetGCPercent(100)
	t.Cleanup(func() { debug.SetGCPercent(before) })
	for _, c := range []struct {
		gogc, limit string
		want        int
	}{{"", "", garbage}, {"300", "", 100}, {"off", "", 100}, {"", "1GiB", 100}} {
		t.Setenv("GOGC", c.gogc)
		t.Setenv("GOMEMLIMIT", c.limit)
		limitGarbage()
		if got := debug.SetGCPercent(100); got != c.want {
			t.Errorf("%+v: %d per cent", c, got)
		}
	}
}
