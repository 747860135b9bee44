package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/fakestatbank"
	"github.com/raaderum/raaderum/lang"
)

// plant gives figures that make known indicators. Those of a municipality are its code times
// as large where they are counts, so that shares are the same.
func plant(table string, at map[string]string) (string, bool) {
	figure := 0.0
	pick := func(variable string, figures map[string]float64) float64 {
		if v, ok := figures[at[variable]]; ok {
			return v
		}
		return figures[""]
	}
	switch table {
	case "HFUDD11":
		figure = pick("HFUDD", map[string]float64{"H10": 12, "TOT": 80})
	case "BOERN1":
		figure = pick("UDDANNELSE", map[string]float64{"460": 30, "TOT": 50})
	case "FOLK1E":
		figure = pick("HERKOMST", map[string]float64{"24": 1, "25": 2, "34": 3, "35": 4, "TOT": 40})
	case "AUK01":
		figure = pick("YDELSESTYPE", map[string]float64{"FP": 6, "TP": 4})
	case "HJEMSYG":
		figure = 8
	case "FOLK1A":
		figure = 400
	case "BOL101":
		figure = pick("BEBO", map[string]float64{"1000": 1, "2000": 0.5}) *
			pick("EJER", map[string]float64{"20": 3, "": 1})
	case "BOL103":
		figure = pick("HUSSTØR", map[string]float64{"1": 9, "2": 3, "7-": 6})
	case "AUP02":
		month, _ := strconv.Atoi(at["TID"][5:])
		return strconv.Itoa(month), true
	case "LABY07":
		return map[string]string{"IALT": "7,5", "0117": "4"}[at["ALDER"]], true
	case "FRKM126":
		figure = 2
	case "ARE207", "RAS200", "INDKP101", "BOERN2", "BOERN5":
		figure = 3
	default:
		return "", false
	}
	place := ""
	for _, variable := range []string{"OMRÅDE", "BOPOMR", "AMT", "KOMGRP", "BLSTKOM", "KOMMUNEDK"} {
		place += at[variable]
	}
	times, _ := strconv.ParseFloat(place, 64)
	return strings.Replace(fmt.Sprint(figure*times), ".", ",", 1), true
}

// planted are the indicators that the figures of plant make in Viborg, 791.
var planted = map[string]float64{
	"kun_grundskole_25_29":     15,
	"paedagogandel":            60,
	"indvandrere_efterkommere": 25,
	"foertidspension":          2.5,
	"hjemmesygepleje":          20,
	"almene_boliger":           100 * 3. / 8,
	"tomme_boliger":            100 * 0.5 / 1.5,
	"etpersonshusstande":       50,
	"ledighed":                 6.5,
	"lavindkomst":              7.5,
	"boernefattigdom":          4,
	"areal":                    3 * 791,
	"beskaeftigelse":           3 * 791,
	"disponibel_indkomst":      3 * 791,
	"boern_0_2_institution":    3 * 791,
	"boern_3_5_institution":    3 * 791,
	"boern_sfo":                3 * 791,
}

// readComputed reads the file of computed indicators as the default plan asks, with nothing
// beneath.
func readComputed(t *testing.T, path string, l lang.Language) *dataset.Dataset {
	t.Helper()
	plan := danmark.DefaultPlan(l)
	options := plan.Reading(danmark.Country(l))
	options.Beneath, options.OnlyWanted = nil, false
	data, err := dataset.Read(context.Background(), []dataset.Source{dataset.File(path)}, options)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// What is computed of fetched tables is what the figures say, and is read with the names,
// units and publishers of the bundled indicators.
func TestFetchComputes(t *testing.T) {
	withBank(t, func(t *testing.T, bank *fakestatbank.Server) {
		t.Chdir(t.TempDir())
		bank.Figure = plant
		if _, stderr, code := raaderum("fetch", "--year", "2023..2024", "--out", "data"); code != 0 {
			t.Fatalf("exit code %d: %s", code, stderr)
		}
		data := readComputed(t, "data/rammevilkaar_2023-2024.csv", lang.Danish)
		english := readComputed(t, "data/rammevilkaar_2023-2024.csv", lang.English)
		for id, want := range planted {
			ind, ok := data.Indicator(id)
			bundled, _ := danmark.Accounts().Indicator(id)
			if !ok || ind.Name != bundled.Name || ind.Unit != bundled.Unit || ind.Note == "" ||
				!strings.HasPrefix(ind.Publisher, "Danmarks Statistik, ") {
				t.Errorf("%s is described as %+v", id, ind)
			}
			ind, _ = english.Indicator(id)
			bundled, _ = danmark.AccountsEnglish().Indicator(id)
			if ind.Name != bundled.Name || ind.Unit != bundled.Unit ||
				!strings.HasPrefix(ind.Publisher, "Statistics Denmark, ") {
				t.Errorf("%s is described in English as %+v", id, ind)
			}
			for _, year := range []int{2023, 2024} {
				got := data.Value("791", year, id)
				if d := got - want; !(d < 1e-9 && d > -1e-9) {
					t.Errorf("%s %d is %v, want %v", id, year, got, want)
				}
				for _, v := range data.Column(id, year) {
					if !(v > 0) {
						t.Errorf("%s %d has %v", id, year, v)
					}
				}
			}
		}
		if n := len(data.Indicators()); n != len(planted) {
			t.Errorf("%d indicators, want %d", n, len(planted))
		}
		if files, _ := filepath.Glob("data/*.csv"); len(files) != 4 {
			t.Errorf("the folder's files are %v", files)
		}
	})
}

// A table that lacks the year gives the latest before it, and that is said. A file of computed
// indicators keeps those that are not computed anew.
func TestFetchLatest(t *testing.T) {
	withBank(t, func(t *testing.T, bank *fakestatbank.Server) {
		t.Chdir(t.TempDir())
		bank.Figure = plant
		shorten := func(table, after string) {
			v := &bank.Tables[table].Variables[len(bank.Tables[table].Variables)-1]
			v.Values = slices.DeleteFunc(slices.Clone(v.Values), func(value fakestatbank.Value) bool {
				return value.ID > after
			})
		}
		shorten("HJEMSYG", "2022")
		shorten("AUP02", "2024M09")
		stdout, stderr, code := raaderum("fetch", "--year", "2024", "--out", "data")
		said := strings.Join(strings.Fields(stdout), " ")
		for _, want := range []string{
			"hjemmesygepleje: 1000 × HJEMSYG / FOLK1A. Tabellen har ikke 2024; tallene er fra 2022.",
			"ledighed: AUP02, gennemsnit af årets måneder. Tabellen har ikke 2024; tallene er fra 2023.",
		} {
			if code != 0 || !strings.Contains(said, want) {
				t.Errorf("exit code %d, want %q: %s%s", code, want, stdout, stderr)
			}
		}
		const path = "data/rammevilkaar_2024.csv"
		data := readComputed(t, path, lang.Danish)
		if a, b := data.Value("791", 2022, "hjemmesygepleje"), data.Value("791", 2023, "ledighed"); a != 20 || b != 6.5 {
			t.Errorf("the figures of the years before are %v and %v", a, b)
		}
		before, _ := os.ReadFile(path)
		if _, stderr, code = raaderum("fetch", "--year", "2024", "--out", "data", "--table", "LABY07"); code != 0 {
			t.Errorf("exit code %d: %s", code, stderr)
		}
		after, _ := os.ReadFile(path)
		lines := func(text []byte) []string { return slices.Sorted(strings.Lines(string(text))) }
		if !slices.Equal(lines(before), lines(after)) {
			t.Errorf("%d bytes of computed figures are now %d", len(before), len(after))
		}
		os.WriteFile(path, []byte("mine"), 0o666)
		_, stderr, code = raaderum("fetch", "--year", "2024", "--out", "data", "--table", "LABY07")
		if text, _ := os.ReadFile(path); code == 0 || string(text) != "mine" || !strings.Contains(stderr, "rammevilkaar_2024.csv") {
			t.Errorf("a file of one's own is now %q, exit code %d: %s", text, code, stderr)
		}
	})
}

// The forecast is of a table whose name goes on with the year. Its oldest are of 100 and over.
func TestFetchForecast(t *testing.T) {
	withBank(t, func(t *testing.T, bank *fakestatbank.Server) {
		t.Chdir(t.TempDir())
		bank.Figure = plant
		// The clock of the test begins in the year 2000: the table is that of the year before.
		bank.Tables["FRKM199"] = bank.Tables["FRKM126"]
		bank.Tables["FRKM199"].ID = "FRKM199"
		inner := bank.Figure
		bank.Figure = func(table string, at map[string]string) (string, bool) {
			return inner(strings.Replace(table, "FRKM199", "FRKM126", 1), at)
		}
		plan := "[[area]]\nid = \"a\"\nspending = [\"regk31.3.22.01\"]\nspending_per = \"folketal\"\ndrivers = [\"fremskrivning.80+\"]\n"
		os.WriteFile("p.toml", []byte(plan), 0o666)
		stdout, stderr, code := raaderum("fetch", "--year", "2027,2030", "--out", "data", "--plan", "p.toml", "--table", "FRKM1")
		if code != 0 {
			t.Fatalf("exit code %d: %s%s", code, stdout, stderr)
		}
		data := readComputed(t, "data/rammevilkaar_2027_2030.csv", lang.Danish)
		// 80, 81, 99 and 100-, men and women in one
		if got := data.Value("791", 2030, "fremskrivning.80+"); got != 4*2*791 {
			t.Errorf("the forecast is %v", got)
		}
	})
}

// The document on fetching says how each indicator is computed.
func TestDocumentedRecipes(t *testing.T) {
	text := documents(t)["docs/fetching.md"]
	recipes, _ := danmark.Recipes(danmark.Indicators())
	for _, r := range recipes {
		if line := fmt.Sprintf("| `%s` | `%s`", r.Indicator, r); !r.Renamed && !strings.Contains(text, line) {
			t.Errorf("no line begins %s", line)
		}
	}
}
