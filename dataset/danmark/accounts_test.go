package danmark_test

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
)

// rows reads a file of package danmark without package dataset.
func rows(t *testing.T, name string) [][]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("data", name))
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff")))
	r.Comma = ';'
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestAccountsAreTheBundledFile(t *testing.T) {
	d := danmark.Accounts()
	all := rows(t, "regnskab.csv")
	if diff := cmp.Diff([]string{"kommunekode", "kommune", "år", "indikator", "værdi"}, all[0]); diff != "" {
		t.Fatalf("header (-want +got):\n%s", diff)
	}
	figures := 0
	for _, r := range all[1:] {
		year, err := strconv.Atoi(r[2])
		if err != nil {
			t.Fatal(err)
		}
		want := math.NaN()
		if r[4] != "" && r[4] != ".." {
			if want, err = strconv.ParseFloat(strings.Replace(r[4], ",", ".", 1), 64); err != nil {
				t.Fatal(err)
			}
			figures++
		}
		got := d.Value(r[0], year, r[3])
		if got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Errorf("%s, %d, %s is %v, want %v", r[1], year, r[3], got, want)
		}
	}
	table := d.Tables()[0]
	if table.Rows != len(all)-1 || table.Figures != figures || table.Skipped != 0 {
		t.Errorf("%d rows and %d figures are counted as %+v", len(all)-1, figures, table)
	}
	// No figure is there but those of the file.
	known := 0
	for _, ind := range d.Indicators() {
		for _, year := range d.Years() {
			known += d.Coverage(ind.ID, year)
		}
	}
	if known != figures {
		t.Errorf("the data set has %d figures, the file %d", known, figures)
	}
}

func TestAccountsHoldKnownFigures(t *testing.T) {
	// Read off data/regnskab.csv by eye.
	d := danmark.Accounts()
	for _, c := range []struct {
		code string
		year int
		id   string
		want float64
	}{
		{"101", 2024, "regk31.3.22.01", 5125},
		{"751", 2021, "regk31.6.45.51", 3280},
		{"825", 2023, "regk31.5.30.27", 13127},
		{"400", 2022, "regk31.5.25.14", 1940},
		{"185", 2021, "regk31.2.28.11", 271},
		{"201", 2021, "regk31.0.28.20", -4},
		{"461", 2024, "folketal", 209078},
		{"101", 2021, "folketal", 638117},
		{"860", 2024, "gini", 26.49},
		{"169", 2024, "karaktersnit", 6.937},
	} {
		if got := d.Value(c.code, c.year, c.id); got != c.want {
			t.Errorf("%s, %d, %s is %v, want %v", c.code, c.year, c.id, got, c.want)
		}
	}
}

func TestAccountsAreComplete(t *testing.T) {
	d := danmark.Accounts()
	if w := d.Warnings(); len(w) > 0 {
		t.Errorf("warnings: %v", w)
	}
	if diff := cmp.Diff(danmark.Municipalities(), d.Municipalities()); diff != "" {
		t.Errorf("municipalities (-want +got):\n%s", diff)
	}
	years := []int{2021, 2022, 2023, 2024, 2025, 2026, 2027, 2030, 2035}
	if diff := cmp.Diff(years, d.Years()); diff != "" {
		t.Errorf("years (-want +got):\n%s", diff)
	}
	functions := 0
	for _, ind := range d.Indicators() {
		if ind.Name == "" || ind.Name == ind.ID || ind.Unit == "" || ind.Publisher == "" || ind.Source != danmark.AccountsName {
			t.Errorf("indicator %+v lacks a name, a unit, a publisher or the file", ind)
		}
		if !strings.HasPrefix(ind.ID, "regk31.") {
			if !slices.ContainsFunc(years, func(y int) bool { return d.Coverage(ind.ID, y) > 85 }) {
				t.Errorf("%s has figures of few municipalities", ind.ID)
			}
			continue
		}
		functions++
		if ind.Per != "folketal" {
			t.Errorf("%s is per %q, want folketal", ind.ID, ind.Per)
		}
		for _, year := range years[:4] {
			if got := d.Coverage(ind.ID, year); got != 98 {
				t.Errorf("%s has %d municipalities in %d, want 98", ind.ID, got, year)
			}
		}
	}
	if functions != 25 {
		t.Errorf("%d functions, want 25", functions)
	}
	if d != danmark.Accounts() {
		t.Error("the accounts are read twice")
	}
}

func TestIndicatorsAreTheBundledFile(t *testing.T) {
	var want []dataset.Indicator
	for _, r := range rows(t, "indikatorer.csv")[1:] {
		want = append(want, dataset.Indicator{ID: r[0], Name: r[1], Unit: r[2], Per: r[3], Publisher: r[4], Note: r[5], Source: danmark.AccountsName})
	}
	if diff := cmp.Diff(want, danmark.Indicators()); diff != "" {
		t.Errorf("indicators (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want, danmark.Accounts().Indicators()); diff != "" {
		t.Errorf("indicators of the accounts (-want +got):\n%s", diff)
	}
	ids := map[string]bool{}
	for _, ind := range want {
		ids[ind.ID] = true
	}
	for _, ind := range want {
		if ind.Per != "" && !ids[ind.Per] {
			t.Errorf("%s is per %q, which is no indicator", ind.ID, ind.Per)
		}
	}
	if len(ids) != len(want) {
		t.Errorf("%d indicators with %d IDs", len(want), len(ids))
	}
}

func TestPopulationIsThatOfADenmark(t *testing.T) {
	// Denmark had 5.84 to 6.03 million inhabitants in 2021-2026, of which some 80 live on
	// Christiansø. The age groups are all of them.
	d := danmark.Accounts()
	ages := []string{"0_5", "6_16", "17_19", "20_34", "35_64", "65_79", "80+"}
	for _, year := range []int{2021, 2022, 2023, 2024, 2025, 2026} {
		sum := 0.0
		for i, v := range d.Column("folketal", year) {
			if math.IsNaN(v) || v != math.Trunc(v) || v < 1000 {
				t.Errorf("a population of %v in %d", v, year)
			}
			sum += v
			for _, age := range ages {
				v -= d.Column("folketal."+age, year)[i]
			}
			if v != 0 {
				t.Errorf("the ages of %s miss %v in %d", d.Municipalities()[i].Name, v, year)
			}
		}
		if sum < 5.83e6 || sum > 6.04e6 {
			t.Errorf("%v inhabitants in %d", sum, year)
		}
	}
	for _, year := range []int{2027, 2030, 2035} {
		sum := 0.0
		for _, age := range ages {
			for _, v := range d.Column("fremskrivning."+age, year) {
				sum += v
			}
		}
		if sum < 5.95e6 || sum > 6.2e6 {
			t.Errorf("a forecast of %v inhabitants in %d", sum, year)
		}
	}
}

func TestAccountsAreReadByManyAtOnce(t *testing.T) {
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			d := danmark.Accounts()
			for _, m := range danmark.Municipalities() {
				if i, ok := d.Find(m.Name + " Kommune"); !ok || d.Municipalities()[i] != m {
					t.Errorf("Find(%s) = %d, %v", m.Name, i, ok)
				}
			}
		})
	}
	group.Wait()
}
