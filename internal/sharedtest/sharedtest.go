// Package sharedtest finds the reference results and samples of other publishers. They stand
// beside the module and are no part of it.
package sharedtest

import (
	"os"
	"path/filepath"
	"testing"
)

// Find returns a path in the directory "shared", which stands beside the module's own. It
// skips the test if there is no such file.
func Find(t testing.TB, path string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test's directory")
		}
		dir = filepath.Dir(dir)
	}
	found := filepath.Join(filepath.Dir(dir), "shared", filepath.FromSlash(path))
	if _, err := os.Stat(found); err != nil {
		t.Skipf("%s does not stand beside the module", path)
	}
	return found
}
