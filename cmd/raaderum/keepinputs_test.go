package main

import (
	"os"
	"strings"
	"testing"
)

// No command writes a file that it reads, by whatever path, and --force does not
// change that.
func TestKeepInputs(t *testing.T) {
	const plan = "[[area]]\nid = \"a\"\nspending = [\"regk31.3.22.01\"]\n"
	for _, c := range []struct{ name, args, said string }{
		{"the data", "benchmark --data a.xlsx --data in.xlsx --out in.xlsx", "'in.xlsx' %s (--data in.xlsx)"},
		{"the plan", "benchmark --plan in.xlsx --out in.xlsx", "'in.xlsx' %s (--plan in.xlsx)"},
		{"the corrections", "benchmark --corrections in.xlsx --out in.xlsx", "'in.xlsx' %s (--corrections in.xlsx)"},
		{"the prices", "benchmark --prices in.xlsx --out in.xlsx", "'in.xlsx' %s (--prices in.xlsx)"},
		{"another path", "benchmark --plan in.xlsx --out ./x/../in.xlsx", "'./x/../in.xlsx' %s (--plan in.xlsx)"},
		{"a symbolic link", "benchmark --plan in.xlsx --out symbolic.xlsx", "'symbolic.xlsx' %s (--plan in.xlsx)"},
		{"a hard link", "benchmark --plan hard.xlsx --out in.xlsx", "'in.xlsx' %s (--plan hard.xlsx)"},
		{"one of each municipality's", "benchmark --plan Viborg.xlsx --municipality all --out {kommune}.xlsx", "'Viborg.xlsx' %s (--plan Viborg.xlsx)"},
		{"a fetched file", "fetch --year 2024 --out x --plan x/folk1a_2024.csv", "'x/folk1a_2024.csv' %s (--plan x/folk1a_2024.csv)"},
		{"its record", "fetch --year 2024 --out x --plan x/regk31_2024.csv.json", "'x/regk31_2024.csv.json' %s (--plan x/regk31_2024.csv.json)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			if err := os.Mkdir("x", 0o777); err != nil {
				t.Fatal(err)
			}
			files := []string{"in.xlsx", "Viborg.xlsx", "x/folk1a_2024.csv", "x/regk31_2024.csv.json"}
			for _, name := range files {
				text := plan
				if strings.HasPrefix(name, "x/") {
					text += "per = [\"folketal\"]\n"
				}
				if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if err := os.Link("in.xlsx", "hard.xlsx"); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink("in.xlsx", "symbolic.xlsx"); err != nil {
				t.Skip(err) // as users of Windows often may not
			}
			for _, more := range []string{"", " --force"} {
				for l, words := range map[string]string{"da": "kan ikke skrives, for den læses også", "en": "cannot be written, for it is also read"} {
					_, stderr, code := raaderum(strings.Fields(c.args + more + " --lang " + l)...)
					said := strings.Join(strings.Fields(stderr), " ")
					if want := strings.Replace(c.said, "%s", words, 1); code != 2 || !strings.Contains(said, want) {
						t.Errorf("exit code %d, want %q: %s", code, want, stderr)
					}
				}
			}
			for _, name := range files {
				if text, err := os.ReadFile(name); err != nil || !strings.HasPrefix(string(text), plan) {
					t.Errorf("%s is now %.40q, %v", name, text, err)
				}
			}
		})
	}
}
