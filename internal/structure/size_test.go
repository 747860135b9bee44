package structure

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestLargePackages: a package of more than 25 files or 4,000 lines, tests aside, has its
// reason in CONTRIBUTING.md, and no other package is named there.
func TestLargePackages(t *testing.T) {
	text, err := os.ReadFile("../../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	_, reasons, _ := strings.Cut(string(text), "## Large packages\n")
	large := 0
	for path := range packages(t) {
		name, ours := strings.CutPrefix(path, module+"/")
		if !ours {
			continue
		}
		files, lines := size(t, filepath.Join("..", "..", filepath.FromSlash(name)))
		isLarge := files > 25 || lines > 4_000
		if isLarge {
			large++
		}
		if named := strings.Contains(reasons, "\n| `"+name+"` | "); isLarge != named {
			t.Errorf("%s has %d files and %d lines; named among the large packages: %v", name, files, lines, named)
		}
	}
	if named := strings.Count(reasons, "\n| `"); named != large {
		t.Errorf("%d packages are named among the large ones, and there are %d", named, large)
	}
}

// size counts the Go files of a folder and their lines, tests aside.
func size(t *testing.T, dir string) (files, lines int) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files++
		lines += strings.Count(string(text), "\n")
	}
	return files, lines
}
