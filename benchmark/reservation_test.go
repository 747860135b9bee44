package benchmark_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/lang"
)

// TestCorrectedReservations corrects Town 101 in some of the years 2022 to 2024.
// Its areas "whole" and "part" share the account corrected; "alone" does not.
func TestCorrectedReservations(t *testing.T) {
	const only, some = benchmark.Corrected, benchmark.CorrectedSomeYears
	for _, c := range []struct {
		name    string
		years   []int
		amounts []float64
		want    []benchmark.WarningCode
	}{
		{"the year compared", []int{2024}, []float64{1e5}, []benchmark.WarningCode{only, some}},
		{"every year", []int{2022, 2023, 2024}, []float64{1e5, 1e5, 1e5}, []benchmark.WarningCode{only}},
		{"a year before", []int{2023}, []float64{1e5}, []benchmark.WarningCode{some}},
		{"taken back", []int{2024, 2024}, []float64{1e5, -1e5}, nil},
		{"none", nil, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := correctedPlan()
			for i, year := range c.years {
				k := correction("part", c.amounts[i])
				k.Year = year
				p.Corrections = append(p.Corrections, k)
			}
			r := run(t, correctedData(t), p)
			for _, area := range []string{"whole", "part", "alone"} {
				for _, code := range []string{"101", "103"} {
					want := c.want
					if area == "alone" || code == "103" {
						want = nil
					}
					var got []benchmark.WarningCode
					for _, reservation := range rowOf(t, r, area, code).Reservations {
						if reservation == only || reservation == some {
							got = append(got, reservation)
						}
					}
					if diff := cmp.Diff(want, got); diff != "" {
						t.Errorf("%s of %s (-want +got):\n%s", area, code, diff)
					}
				}
			}
			for _, y := range rowOf(t, r, "part", "101").Persistence.Years {
				if want := slices.Contains(c.years, y.Year) && c.name != "taken back"; y.Corrected != want {
					t.Errorf("%d is corrected: %v", y.Year, y.Corrected)
				}
			}
			warned := slices.ContainsFunc(r.Warnings, func(w benchmark.Warning) bool {
				return w.Code == some && w.Area == "part" && w.Municipality == "101"
			})
			if warned != slices.Contains(c.want, some) {
				t.Errorf("warned of years corrected unevenly: %v", warned)
			}
		})
	}
}

// TestCorrectedYearsAreNamed holds that the warning has the years of each kind.
func TestCorrectedYearsAreNamed(t *testing.T) {
	p := correctedPlan()
	p.Corrections = []plan.Correction{correction("part", 1e5)}
	for _, w := range run(t, correctedData(t), p).Warnings {
		if w.Code == benchmark.CorrectedSomeYears && w.Area == "part" {
			if text := w.In(lang.English); !strings.Contains(text, "for 2024 and not for 2022 and 2023") {
				t.Error(text)
			}
			return
		}
	}
	t.Error("no warning")
}

// TestTargetBelowZero: of a municipality whose lowest neighbour has a negative
// figure, the headroom is larger than the spending, and the row says so.
func TestTargetBelowZero(t *testing.T) {
	s, p := country(40, 1), testPlan()
	s.columns["kr"][7] = -5000
	p.Areas[0].Target = "minimum"
	r := run(t, s.dataset(t), p)
	for row := range r.Rows() {
		below := row.Target.Level <= 0
		if below != (row.Municipality != s.municipalities[7].Code) {
			t.Errorf("%s has the target %v", row.Name, row.Target.Level)
		}
		if got := slices.Contains(row.Reservations, benchmark.TargetBelowZero); got != below {
			t.Errorf("%s: reservation %v with the target %v", row.Name, got, row.Target.Level)
		}
	}
}
