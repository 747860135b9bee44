package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// An area is asked for by its ID, its name in either language, or its account, and always is
// the same.
func TestFindAreas(t *testing.T) {
	for words, want := range map[string]string{
		"folkeskole": "folkeskole", "Folkeskole": "folkeskole", "FOLKESKOLER": "folkeskole",
		"Folkeskoler": "folkeskole", "Primary schools": "folkeskole", "primary schools": "folkeskole",
		"3.22.01": "folkeskole", "03.22.01": "folkeskole", "32201": "folkeskole",
		"032201": "folkeskole", "3.22.01 Folkeskoler": "folkeskole", "regk31.3.22.01": "folkeskole",
		"skole": "skole", "Skole (alm. og special)": "skole",
		"5.25.14": "dagtilbud", "5.25.14 Daginstitutioner": "dagtilbud", "Day care centres": "dagtilbud",
		"folkeskole,5.25.14":                  "folkeskole dagtilbud",
		"folkeskole, Folkeskoler ,32201":      "folkeskole",
		"Skole (alm. og special),sfo|3.22.08": "skole sfo specialskole",
	} {
		for _, l := range []lang.Language{lang.Danish, lang.English} {
			p := danmark.DefaultPlan(l)
			got, err := findAreas(strings.Split(words, "|"), &p)
			if err != nil || strings.Join(got, " ") != want {
				t.Errorf("%s, %s: %q %v, want %s", words, l, got, err, want)
			}
		}
	}
	p := danmark.DefaultPlan(lang.Danish)
	for word, want := range map[string]string{
		"hjemmepleje": "'Hjælp (frit valg)'",
		"madservice":  "'Hjælp (frit valg)'",
		"folkeskol":   "Mente du 'folkeskole'?",
		"daginst":     "Mente du 'Daginstitutioner'?",
		"Day car":     "Mente du 'Day care centres'?",
		"institut":    "Mente du 'Daginstitutioner'?", // a part of the name
		"5.30":        "Mente du 'aeldre', 'aeldre_frit_valg', 'aeldre_pleje' eller 'hjemmesygepleje'?",
		"9.99.99":     "intet område i planen har navnet, id'et eller kontoen '9.99.99'",
	} {
		_, err := findAreas([]string{word}, &p)
		if err == nil || !strings.Contains(lang.Of(err, lang.Danish), want) {
			t.Errorf("%s: %v, want %s", word, err, want)
		}
	}
}

// Words that several areas share mean none of them.
func TestFindAreasShared(t *testing.T) {
	p := plan.Plan{Areas: []plan.Area{
		{ID: "a", Name: "Skole, og mere", Spending: []string{"regk31.3.22.01", "x"}},
		{ID: "b", Name: "Ens", Spending: []string{"regk31.3.22.01", "y"}},
		{ID: "c", Name: "ens", Spending: []string{"regk31.3.22.08"}},
	}}
	for word, want := range map[string][]string{
		"Skole, og mere": {"a"}, "a,c": {"a", "c"}, "Ens": nil, "3.22.01": nil, "3.22.08": {"c"},
	} {
		got, err := findAreas([]string{word}, &p)
		if !slices.Equal(got, want) || (err != nil) != (want == nil) {
			t.Errorf("%s: %v %v, want %v", word, got, err, want)
		}
		if want == nil && !strings.Contains(err.Error(), "may be several") {
			t.Errorf("%s: %v", word, err)
		}
	}
}

// Several municipalities and areas are shown one after another, as each alone; what is written
// has their rows and no others.
func TestSeveralAtOnce(t *testing.T) {
	quickly := askQuickly(t)
	ask := func(words ...string) string {
		t.Helper()
		stdout, stderr, code := raaderum(slices.Concat(words, quickly)...)
		if code != 0 {
			t.Fatalf("%q: exit code %d, %s", words, code, stderr)
		}
		return stdout
	}
	both := ask("benchmark", "--municipality", "Viborg,Lolland", "--area", "Folkeskoler")
	want := ask("benchmark", "--kommune", "791", "--område", "folkeskole") + "\n" +
		ask("benchmark", "--municipality", "360", "--area", "3.22.01")
	if diff := cmp.Diff(want, both); diff != "" {
		t.Errorf("two municipalities (-alone +together):\n%s", diff)
	}
	if again := ask("benchmark", "--municipality", "Viborg", "--municipality", "Lolland", "--area", "32201"); again != both {
		t.Error("given twice differs from given with a comma")
	}
	rows := ask("benchmark", "--municipality", "Viborg,Lolland", "--format", "csv", "--area", "folkeskole")
	if n := strings.Count(rows, "\n"); n != 3 { // and the header
		t.Errorf("%d lines of CSV:\n%s", n, rows)
	}
	groups := ask("peers", "--municipality", "Viborg,Lolland", "--area", "folkeskole")
	if !strings.Contains(groups, "for Viborg") || !strings.Contains(groups, "for Lolland") {
		t.Errorf("peers of two:\n%s", groups)
	}
	t.Chdir(t.TempDir())
	for words, want := range map[string]string{
		"benchmark --municipality Viborg,Vibrog":               "kommunen 'Vibrog' findes ikke i tallene. Mente du 'Viborg'?",
		"benchmark --municipality Skjern":                      "Mente du 'Ringkøbing-Skjern'?",
		"benchmark --municipality Viborg,Lolland --out a.xlsx": "2 kommuner får hver sin projektmappe",
		"peers --municipality Viborg,Lolland --format json":    "--format json har én gruppe",
		"peers --municipality all":                             "peers viser grupper for de kommuner, der nævnes",
	} {
		_, stderr, code := raaderum(slices.Concat(strings.Fields(words), quickly)...)
		if said := strings.Join(strings.Fields(stderr), " "); code != 2 || !strings.Contains(said, want) {
			t.Errorf("%s: exit code %d, %s", words, code, said)
		}
	}
	ask("benchmark", "--municipality", "Viborg,Lolland", "--out", "{kommune}.xlsx")
	if !pathExists("Viborg.xlsx") || !pathExists("Lolland.xlsx") {
		t.Error("not both workbooks are written")
	}
}
