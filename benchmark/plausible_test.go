package benchmark_test

import (
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// TestFiguresOfAreasThatCannotBe: a municipality with nothing where it had something, and a
// driver that nearly is the spending, stop a run unless the plan accepts them.
func TestFiguresOfAreasThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(s *sample, before map[string][]float64)
		driver string
		says   string // in the error; empty: there is none
		accept string
	}{
		{"as it is", func(*sample, map[string][]float64) {}, "", "", ""},
		{"nothing in a year", func(s *sample, _ map[string][]float64) { s.columns["kr"][7] = 0 }, "", "Town 108 has kr. 0 in 2024 in areas where nearly all spend something", "kr"},
		{"nothing in any year", func(s *sample, before map[string][]float64) { s.columns["kr"][7], before["kr"][7] = 0, 0 }, "", "", ""},
		{"half have nothing", func(s *sample, _ map[string][]float64) {
			for m := range 22 {
				s.columns["kr"][m] = 0
			}
		}, "", "", ""},
		{"the driver is the spending", func(s *sample, _ map[string][]float64) {
			s.columns["last"] = s.each(func(i int) float64 { return s.columns["kr"][i] / s.columns["people"][i] * (1 + 0.001*float64(i%7)) })
		}, "last", "the driver last is nearly the same", "last"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := country(45, 5)
			before := map[string][]float64{"kr": s.each(func(i int) float64 { return 0.97 * s.columns["kr"][i] }), "people": s.columns["people"]}
			c.change(s, before)
			var b dataset.Builder
			for i, m := range s.municipalities {
				b.AddMunicipality(m)
				for id, column := range s.columns {
					b.Set(m.Code, year, id, column[i])
				}
				for id, column := range before {
					b.Set(m.Code, year-1, id, column[i])
				}
			}
			d, err := b.Build()
			if err != nil {
				t.Fatal(err)
			}
			p := testPlan()
			again := p.Areas[0]
			again.ID = "again"
			first := p.Areas[0]
			first.ID, first.Spending = "first", []string{"other"} // that nothing is wrong with
			p.Areas = []plan.Area{first, p.Areas[0], again}
			if c.driver != "" {
				p.Areas[1].Drivers = []string{c.driver, "age"}
			}
			err = benchmark.CheckFigures(t.Context(), d, p)
			if c.says == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Fatalf("the error is %v, want %q", err, c.says)
			}
			if want := `accept = ["` + c.accept + `"]`; !strings.Contains(strings.ReplaceAll(err.Error(), "\n", " "), want) {
				t.Errorf("the error is %v, and does not say %s", err, want)
			}
			if p.Accept = []string{c.accept}; benchmark.CheckFigures(t.Context(), d, p) != nil {
				t.Errorf("what is accepted is told: %v", benchmark.CheckFigures(t.Context(), d, p))
			}
		})
	}
}

// TestBundledAreasArePlausible: nothing is found in real accounts.
func TestBundledAreasArePlausible(t *testing.T) {
	p := danmark.DefaultPlan(lang.English)
	for _, p.Year = range []int{2021, 2022, 2023, 2024} {
		if err := benchmark.CheckFigures(t.Context(), danmark.Accounts(), p); err != nil {
			t.Error(p.Year, err)
		}
	}
}

// TestShareOver: areas that cost more together than all service are an error, unless it is
// accepted.
func TestShareOver(t *testing.T) {
	p := danmark.DefaultPlan(lang.English)
	for i := range p.Areas {
		if p.Areas[i].ID == "bibliotek" {
			p.Areas[i].SpendingFactor = 1000
		}
	}
	err := benchmark.CheckFigures(t.Context(), danmark.Accounts(), p)
	if err == nil || !strings.Contains(err.Error(), "per cent of all service") || !strings.Contains(err.Error(), "bibliotek") {
		t.Errorf("the error is %v", err)
	}
	p.Accept = []string{p.Whole.Spending[0]}
	if err := benchmark.CheckFigures(t.Context(), danmark.Accounts(), p); err != nil {
		t.Errorf("what is accepted is told: %v", err)
	}
}
