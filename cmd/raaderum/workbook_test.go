package main

import (
	"path/filepath"
	"testing"
)

// TestCommandLine: a workbook has its command as a shell takes it again, without
// where on the machine the files lie.
func TestCommandLine(t *testing.T) {
	got := makeCommandLine([]string{"/usr/bin/raaderum", "benchmark", "--municipality", "Høje-Taastrup", "--force", "--target", "list:Viborg,Aarhus", "--out", "it's a file.xlsx", ""})
	want := `raaderum benchmark --municipality Høje-Taastrup --target list:Viborg,Aarhus --out 'it'\''s a file.xlsx' ''`
	if got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	root := filepath.VolumeName(t.TempDir()) + string(filepath.Separator)
	got = makeCommandLine([]string{"raaderum", "benchmark", "--out=" + root + filepath.Join("home", "anne", "v.xlsx"), "--data", root + filepath.Join("home", "figures.csv"), "--plan", "plans/own.toml", "--out", "out/{kommune}.xlsx", "--target=mean"})
	want = `raaderum benchmark --out=v.xlsx --data figures.csv --plan plans/own.toml --out '{kommune}.xlsx' --target=mean`
	if got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}
