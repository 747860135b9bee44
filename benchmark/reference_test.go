package benchmark_test

import (
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/sharedtest"
)

// study is a fit on the bundled accounts in testdata/reference.json, which
// testdata/reference.R writes with R 4.2.2. Outside are the four small
// islands, predicted with predict(interval = "prediction").
type study struct {
	N, DF           int
	Sigma, R2       float64
	AdjR2           float64 `json:"adj_r2"`
	LooR2           float64 `json:"loo_r2"`
	Coef, SE, HC3   []float64
	Inside, Outside []struct {
		Code                                                      string
		Actual, Expected, Fitted, Low, High, T, Leverage, Cook, P float64
	}
}

const accountsPlan = `
[[driver]]
id = "lpop"
of = ["folketal"]
transform = "log"
[[driver]]
id = "ldens"
of = ["folketal"]
per = ["areal"]
transform = "log"
[[area]]
id = "elder"
spending = ["regk31.5.30.26", "regk31.5.30.27", "regk31.5.30.28"]
spending_per = "folketal"
drivers = ["ldens", "gennemsnitsalder", "lavindkomst", "tomme_boliger"]
[[area]]
id = "school"
spending = ["regk31.3.22.01", "regk31.3.22.08"]
spending_per = "folketal"
per = ["elever_folkeskole"]
drivers = ["lpop", "ldens", "boernefattigdom", "kun_grundskole_25_29"]
`

// TestAccounts runs the bundled accounts without the small islands and
// compares every municipality with R.
func TestAccounts(t *testing.T) {
	text, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var want struct {
		Elder, School  study
		SchoolWeighted study `json:"school_weighted"`
	}
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		area, estimator string
		want            study
	}{
		{"elder", "ols", want.Elder},
		{"school", "ols", want.School},
		{"school", "wls", want.SchoolWeighted},
	} {
		t.Run(test.area+" "+test.estimator, func(t *testing.T) {
			p, err := plan.Parse("plan.toml", []byte(accountsPlan))
			if err != nil {
				t.Fatal(err)
			}
			p.Estimator, p.Year = plan.Estimator(test.estimator), 2024
			r := run(t, danmark.Accounts(), p)
			m, want := r.Model(test.area), test.want
			if m.N != want.N || m.DF != want.DF || m.N != 94 {
				t.Fatalf("n = %d and df = %d, want %d and %d", m.N, m.DF, want.N, want.DF)
			}
			const tolerance = 1e-8
			compare(t, "sigma", m.Sigma, want.Sigma, tolerance)
			compare(t, "r2", m.R2, want.R2, tolerance)
			compare(t, "adj r2", m.AdjR2, want.AdjR2, tolerance)
			compare(t, "loo r2", m.LooR2, want.LooR2, tolerance)
			for k, c := range m.Coefficients {
				compare(t, "estimate of "+c.Name, c.Estimate, want.Coef[k], tolerance)
				compare(t, "se of "+c.Name, c.SE, want.SE[k], tolerance)
				compare(t, "hc3 of "+c.Name, c.HC3, want.HC3[k], tolerance)
			}
			rows := rowsOf(r)
			for _, w := range want.Inside {
				got := rows[test.area+" "+w.Code]
				compare(t, w.Code+" actual", got.Actual, w.Actual, tolerance)
				compare(t, w.Code+" expected", got.Expected.Level, w.Expected, tolerance)
				compare(t, w.Code+" fitted", got.Expected.Fitted, w.Fitted, tolerance)
				compare(t, w.Code+" low", got.Expected.Low, w.Low, tolerance)
				compare(t, w.Code+" high", got.Expected.High, w.High, tolerance)
				compare(t, w.Code+" t", got.Test.T, w.T, tolerance)
				compare(t, w.Code+" p", got.Test.P, w.P, tolerance)
				compare(t, w.Code+" leverage", got.Influence.Leverage, w.Leverage, tolerance)
				compare(t, w.Code+" cook", got.Influence.Cook, w.Cook, tolerance)
				if !got.Influence.InFit || got.Test.DF != want.DF-1 {
					t.Errorf("%s: in the fit %v, df %d", w.Code, got.Influence.InFit, got.Test.DF)
				}
			}
			for _, w := range want.Outside {
				got := rows[test.area+" "+w.Code]
				compare(t, w.Code+" actual", got.Actual, w.Actual, tolerance)
				compare(t, w.Code+" expected", got.Expected.Level, w.Expected, tolerance)
				compare(t, w.Code+" low", got.Expected.Low, w.Low, tolerance)
				compare(t, w.Code+" high", got.Expected.High, w.High, tolerance)
				compare(t, w.Code+" t", got.Test.T, w.T, tolerance)
				compare(t, w.Code+" p", got.Test.P, w.P, tolerance)
				if got.Influence.InFit || got.Test.DF != want.DF || !math.IsNaN(got.Influence.Cook) {
					t.Errorf("%s: in the fit %v, df %d, Cook %v", w.Code, got.Influence.InFit, got.Test.DF, got.Influence.Cook)
				}
			}
			if len(want.Inside) != 94 || len(want.Outside) != 4 {
				t.Errorf("R has %d and %d municipalities", len(want.Inside), len(want.Outside))
			}
		})
	}
}

const danishPlan = `register = "none"
exclude = []
min_n_per_driver = 5
[[driver]]
id = "lpop"
of = ["population_2026K1"]
transform = "log"
[[driver]]
id = "ldens"
of = ["population_density"]
transform = "log"
[[area]]
id = "elder"
spending = ["regk31_5.30.26", "regk31_5.30.27", "regk31_5.30.28"]
drivers = ["mean_age_2021K1", "home_nursing_recipients", "employment_rate", "lpop"]
[[area]]
id = "schools"
spending = ["regk31_3.22.01"]
drivers = ["mean_age_2021K1", "disposable_income_mean", "child_poverty", "lpop"]
[[area]]
id = "admin"
spending = ["regk31_6.45.51"]
drivers = ["lpop", "ldens"]
`

const swedishPlan = `register = "none"
exclude = []
min_n_per_driver = 5
[[driver]]
id = "lpop"
of = ["n01951"]
transform = "log"
[[area]]
id = "elderly"
spending = ["elderly_care_net_cost_per_inh"]
drivers = ["n01812", "n01813", "n02926", "n00905", "n00954", "lpop"]
[[area]]
id = "school"
spending = ["compulsory_school_net_cost_per_inh"]
drivers = ["n01994", "n02926", "n01982", "n00954", "lpop"]
`

// TestFilesAgainstR reads the files that R fitted, and compares every
// municipality in the order of R's rows.
func TestFilesAgainstR(t *testing.T) {
	for _, test := range []struct {
		name, file, plan string
		register         dataset.Register
		areas            []string
	}{
		{"danmark, no register", "reference/danmark/wide_2024.csv", danishPlan, nil, []string{"elder", "schools", "admin"}},
		{"danmark, register", "reference/danmark/wide_2024.csv", danishPlan, danmark.Register(), []string{"elder", "schools", "admin"}},
		{"sverige", "reference/sverige/wide_2022.csv", swedishPlan, nil, []string{"elderly", "school"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := sharedtest.Find(t, test.file)
			d, err := dataset.Read(context.Background(), []dataset.Source{dataset.File(path)}, dataset.Options{Register: test.register})
			if err != nil {
				t.Fatal(err)
			}
			p, err := plan.Parse("plan.toml", []byte(test.plan))
			if err != nil {
				t.Fatal(err)
			}
			r := run(t, d, p)
			for _, area := range test.areas {
				text, err := os.ReadFile(filepath.Join(filepath.Dir(path), area+".json"))
				if err != nil {
					t.Fatal(err)
				}
				var want struct {
					N    int
					Diag struct{ Fitted, Resid, Hat, Cooks, Rstudent []float64 }
				}
				if err := json.Unmarshal(text, &want); err != nil {
					t.Fatal(err)
				}
				if r.Model(area).N != want.N {
					t.Errorf("%s: %d municipalities, want %d", area, r.Model(area).N, want.N)
				}
				i := 0
				for row := range r.Rows() {
					if row.Area != area || !row.Influence.InFit {
						continue
					}
					what := area + " " + row.Name + " "
					compare(t, what+"fitted", row.Expected.Fitted, want.Diag.Fitted[i], 1e-8)
					compare(t, what+"leverage", row.Influence.Leverage, want.Diag.Hat[i], 1e-8)
					compare(t, what+"cook", row.Influence.Cook, want.Diag.Cooks[i], 1e-8)
					compare(t, what+"t", row.Test.T, want.Diag.Rstudent[i], 1e-8)
					// ŷ₍ᵢ₎ = yᵢ − eᵢ/(1−hᵢ)
					compare(t, what+"expected", row.Expected.Level, row.Actual-want.Diag.Resid[i]/(1-want.Diag.Hat[i]), 1e-8)
					i++
				}
				if i != want.N {
					t.Errorf("%s: %d rows compared, want %d", area, i, want.N)
				}
			}
		})
	}
}
