package main

import "testing"

// TestCommandLine: a workbook has its command as a shell takes it again.
func TestCommandLine(t *testing.T) {
	got := commandLine([]string{"/usr/bin/raaderum", "benchmark", "--municipality", "Høje-Taastrup", "--force", "--target", "list:Viborg,Aarhus", "--out", "it's a file.xlsx", ""})
	want := `raaderum benchmark --municipality Høje-Taastrup --target list:Viborg,Aarhus --out 'it'\''s a file.xlsx' ''`
	if got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}
