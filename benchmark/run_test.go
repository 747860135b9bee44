package benchmark_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/wordstest"
	"github.com/raaderum/raaderum/lang"
	"gonum.org/v1/gonum/stat/distuv"
)

// model is what a report is checked against: figures and drivers by
// municipality, and who is in the fit.
type model struct {
	sample  *sample
	unit    []float64
	volume  []float64
	drivers []string
	x       [][]float64
	weights []float64 // nil: 1
	log     bool
	inside  []int
}

func everyone(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// check compares every row of an area with a fit that never saw its
// municipality.
func (m model) check(t *testing.T, report *benchmark.Report, area string) {
	t.Helper()
	y := m.unit
	if m.log {
		y = make([]float64, len(m.unit))
		for i, u := range m.unit {
			y[i] = math.Log(u)
		}
	}
	whole := refitOn(t, m.x, y, m.weights, m.inside)
	for i, who := range m.sample.municipalities {
		got := rowOf(t, report, area, who.Code)
		inFit := slices.Contains(m.inside, i)
		fit := whole
		if inFit {
			fit = refitOn(t, m.x, y, m.weights, slices.DeleteFunc(slices.Clone(m.inside), func(j int) bool { return j == i }))
		}
		weight := 1.0
		if m.weights != nil {
			weight = m.weights[i]
		}
		x := at(m.x, i)
		mean, sd := fit.predict(x), fit.error(x, weight)
		base := fit.meanY
		expected, fitted, low, high := mean, whole.predict(x), mean-fit.half()*sd, mean+fit.half()*sd
		parts := make([]float64, len(x))
		for k := range x {
			parts[k] = fit.slope(k) * (x[k] - fit.meanX[k])
		}
		if m.log {
			expected, fitted = math.Exp(mean)*fit.smearing(), math.Exp(fitted)*whole.smearing()
			low, high = math.Exp(low), math.Exp(high)
			base = math.Exp(base) * fit.smearing()
			share := (expected - base) / math.Log(expected/base)
			for k := range parts {
				parts[k] *= share
			}
		}
		const tolerance = 1e-9 // the refit squares the condition of its design
		name := who.Name + " "
		compare(t, name+"actual", got.Actual, m.unit[i], 1e-14)
		compare(t, name+"expected", got.Expected.Level, expected, tolerance)
		compare(t, name+"fitted", got.Expected.Fitted, fitted, tolerance)
		compare(t, name+"low", got.Expected.Low, low, tolerance)
		compare(t, name+"high", got.Expected.High, high, tolerance)
		tStatistic := (y[i] - mean) / sd
		if math.Abs(got.Test.T-tStatistic) > 1e-8 || math.IsNaN(got.Test.T) {
			t.Errorf("%st: got %v, want %v", name, got.Test.T, tStatistic)
		}
		if got.Test.DF != fit.df || got.Influence.InFit != inFit {
			t.Errorf("%sdegrees of freedom %d, in fit %v, want %d, %v", name, got.Test.DF, got.Influence.InFit, fit.df, inFit)
		}
		compare(t, name+"p", got.Test.P, distuv.StudentsT{Sigma: 1, Nu: float64(fit.df)}.Survival(tStatistic), 1e-6)

		compare(t, name+"deviation", got.Deviation.PerUnit, m.unit[i]-got.Expected.Level, 1e-12)
		compare(t, name+"deviation in percent", got.Deviation.Pct, 100*(m.unit[i]/got.Expected.Level-1), 1e-9)
		compare(t, name+"volume", got.Volume, m.volume[i], 1e-14)
		compare(t, name+"difference", got.Difference.Kr, (m.unit[i]-got.Expected.Level)*m.volume[i], 1e-12)
		compare(t, name+"difference, low", got.Difference.LowKr, (m.unit[i]-got.Expected.High)*m.volume[i], 1e-12)
		compare(t, name+"difference, high", got.Difference.HighKr, (m.unit[i]-got.Expected.Low)*m.volume[i], 1e-12)
		compare(t, name+"target", got.Target.Level, got.Expected.Level, 0)
		compare(t, name+"headroom", got.Target.HeadroomKr, max(0, m.unit[i]-got.Expected.Level)*m.volume[i], 1e-12)

		if len(got.Contributions) != len(parts)+1 || got.Contributions[0].Name != benchmark.OthersMean {
			t.Fatalf("%scontributions: %v", name, got.Contributions)
		}
		compare(t, name+"others' mean", got.Contributions[0].Value, base, tolerance)
		sum := base
		for k, want := range parts {
			c := got.Contributions[k+1]
			if c.Name != m.drivers[k] {
				t.Errorf("%scontribution %d is of %s, want %s", name, k, c.Name, m.drivers[k])
			}
			if math.Abs(c.Value-want) > tolerance*expected {
				t.Errorf("%scontribution of %s: got %v, want %v", name, c.Name, c.Value, want)
			}
			sum += c.Value
		}
		compare(t, name+"sum of contributions", sum, got.Expected.Level, 1e-9)
	}
	got := report.Model(area)
	if got.N != len(m.inside) || got.DF != whole.df {
		t.Errorf("model of %d municipalities, %d degrees of freedom, want %d and %d", got.N, got.DF, len(m.inside), whole.df)
	}
	compare(t, "sigma", got.Sigma, whole.sigma, 1e-9)
	for k := range m.x {
		compare(t, "coefficient of "+m.drivers[k], got.Coefficients[k+1].Estimate, whole.slope(k), 1e-8)
	}
}

func (s *sample) logOf(id string) []float64 {
	return s.each(func(i int) float64 { return math.Log(s.columns[id][i]) })
}

// TestRun compares whole reports with refits without the municipality, in
// every way to fit.
func TestRun(t *testing.T) {
	s := country(45, 1)
	d := s.dataset(t)
	base := model{
		sample: s, unit: s.perUnit("kr", "people"), volume: s.columns["people"],
		drivers: []string{"age", "ldensity"}, x: [][]float64{s.columns["age"], s.logOf("density")},
		inside: everyone(45),
	}
	for _, test := range []struct {
		name string
		plan func(*plan.Plan)
		want func(*model)
	}{
		{"least squares", func(*plan.Plan) {}, func(*model) {}},
		{"excluded", func(p *plan.Plan) { p.Exclude = []string{"103", "Town 120"} }, func(m *model) {
			m.inside = slices.DeleteFunc(everyone(45), func(i int) bool { return i == 2 || i == 19 })
		}},
		{"weighted by volume", func(p *plan.Plan) { p.Estimator = "wls" }, func(m *model) { m.weights = s.columns["people"] }},
		{"weighted by name", func(p *plan.Plan) { p.Estimator, p.Weights = "wls", "income" }, func(m *model) { m.weights = s.columns["income"] }},
		{"weighted and excluded", func(p *plan.Plan) { p.Estimator, p.Exclude = "wls", []string{"140"} }, func(m *model) {
			m.weights = s.columns["people"]
			m.inside = slices.DeleteFunc(everyone(45), func(i int) bool { return i == 39 })
		}},
		{"logarithm", func(p *plan.Plan) { p.Scale = "log" }, func(m *model) { m.log = true }},
		{"logarithm and excluded", func(p *plan.Plan) { p.Scale, p.Exclude = "log", []string{"101"} }, func(m *model) {
			m.log, m.inside = true, everyone(45)[1:]
		}},
		{"weighted logarithm", func(p *plan.Plan) { p.Scale, p.Estimator = "log", "wls" }, func(m *model) {
			m.log, m.weights = true, s.columns["people"]
		}},
		{"no drivers", func(p *plan.Plan) { p.Drivers = nil }, func(m *model) { m.drivers, m.x = nil, nil }},
		{"per pupil", func(p *plan.Plan) { p.Areas[0].Per = []string{"pupils"} }, func(m *model) {
			m.unit, m.volume = s.perUnit("kr", "pupils"), s.columns["pupils"]
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, m := testPlan(), base
			test.plan(&p)
			test.want(&m)
			m.check(t, run(t, d, p), "all")
		})
	}
}

// TestRunWholeReport checks what stands around the rows.
func TestRunWholeReport(t *testing.T) {
	s := country(45, 1)
	age(s, 3, 15) // is warned of
	s.columns["part"] = s.each(func(i int) float64 { return s.columns["kr"][i] / 3 })
	s.columns["rest"] = s.each(func(i int) float64 { return s.columns["kr"][i] - s.columns["part"][i] })
	p := testPlan()
	p.Areas = []plan.Area{
		{ID: "part", Spending: []string{"part"}, Per: []string{"people"}},
		{ID: "whole", Spending: []string{"part", "rest"}, Per: []string{"people"}, Target: "median"},
	}
	r := run(t, s.dataset(t), p)
	if r.Title != "Test" || r.Year != year || !slices.Equal(r.Years, []int{year}) || r.Estimator != "ols" || r.Municipality != "" {
		t.Errorf("head of the report: %q, %d, %v, %q, %q", r.Title, r.Year, r.Years, r.Estimator, r.Municipality)
	}
	if len(r.Models) != 2 || r.Models[1].PartOf != "whole" || r.Models[0].PartOf != "" || r.Models[1].Name != "part" {
		t.Errorf("models: %+v", r.Models)
	}
	var used []string
	for _, source := range r.Sources {
		used = append(used, source.Indicator)
		if !slices.Equal(source.Years, []int{year}) {
			t.Errorf("years of %s: %v", source.Indicator, source.Years)
		}
	}
	if diff := cmp.Diff([]string{"age", "density", "part", "people", "rest"}, used); diff != "" {
		t.Errorf("sources (-want +got):\n%s", diff)
	}
	if len(r.Warnings) != 0 {
		for _, w := range r.Warnings {
			if w.Code != benchmark.Extrapolation {
				t.Errorf("warning %q: %v", w.Code, w)
			}
		}
	}
	var order []string
	for row := range r.Rows() {
		order = append(order, row.Area+row.Municipality)
		if row.Target.Rule != map[string]string{"part": "expected", "whole": "quantile:0.5"}[row.Area] {
			t.Errorf("target rule of %s: %s", row.Area, row.Target.Rule)
		}
		if row.Expected.Confidence != 0.95 || row.Rank.Of != 45 {
			t.Errorf("level %v, ranked %d", row.Expected.Confidence, row.Rank.Of)
		}
	}
	if len(order) != 90 || order[0] != "whole101" || order[44] != "whole145" || order[45] != "part101" {
		t.Errorf("rows: %v", order)
	}

	one, ok := r.Only("Town 110")
	if !ok {
		t.Fatal("Only does not find a municipality by name")
	}
	all := rowsOf(r)
	if rows := rowsOf(one); len(rows) != 2 || one.Municipality != "110" {
		t.Errorf("%d rows of one municipality", len(rows))
	} else {
		for key, row := range rows {
			if diff := cmp.Diff(all[key], row, cmpopts.EquateNaNs()); diff != "" {
				t.Errorf("the row differs alone (-all +one):\n%s", diff)
			}
		}
	}
	if _, ok := r.Only("nowhere"); ok {
		t.Error("Only finds a municipality that there is not")
	}
	if other, ok := one.Only("104"); ok { // the other instead, with what is said of it
		alone, _ := r.Only("104")
		if len(other.Warnings) == 0 || len(other.Warnings) != len(alone.Warnings) {
			t.Errorf("%d warnings of a municipality after another, and %d alone", len(other.Warnings), len(alone.Warnings))
		}
	}
	area, ok := r.OnlyAreas("whole")
	if rows := rowsOf(area); !ok || len(rows) != 45 || len(area.Models) != 1 {
		t.Errorf("%d rows of one area", len(rows))
	}
	for _, w := range area.Warnings {
		if w.Area == "part" {
			t.Errorf("one area is told of another: %v", w)
		}
	}
	told := 0
	for _, w := range r.Warnings {
		if w.Area == "part" {
			told++
		}
	}
	if told == 0 {
		t.Error("no warning on the other area, so that nothing is tested")
	}
	if _, ok := r.OnlyAreas("nothing"); ok {
		t.Error("OnlyAreas finds an area that there is not")
	}
}

// TestMissingActual: a municipality without a figure still has an expected
// level, and nothing that needs the figure.
func TestMissingActual(t *testing.T) {
	s := country(45, 2)
	s.columns["kr"][7] = nan
	r := run(t, s.dataset(t), testPlan())
	row := rowOf(t, r, "all", s.municipalities[7].Code)
	x := [][]float64{s.columns["age"], s.logOf("density")}
	rest := slices.DeleteFunc(everyone(45), func(i int) bool { return i == 7 })
	f := refitOn(t, x, s.perUnit("kr", "people"), nil, rest)
	compare(t, "expected", row.Expected.Level, f.predict(at(x, 7)), 1e-10)
	compare(t, "high", row.Expected.High, f.predict(at(x, 7))+f.half()*f.error(at(x, 7), 1), 1e-10)
	if row.Test.DF != f.df || row.Influence.InFit {
		t.Errorf("degrees of freedom %d, in fit %v", row.Test.DF, row.Influence.InFit)
	}
	for what, v := range map[string]float64{
		"actual": row.Actual, "deviation": row.Deviation.PerUnit, "deviation in percent": row.Deviation.Pct, "difference": row.Difference.Kr,
		"headroom": row.Target.HeadroomKr, "t": row.Test.T, "p": row.Test.P, "q": row.Test.Q, "q low": row.Test.QLow, "Cook": row.Influence.Cook, "rank change": row.Rank.Change, "value change": row.ValueChange,
	} {
		if !math.IsNaN(v) {
			t.Errorf("%s: %v, want NaN", what, v)
		}
	}
	if row.Grade != benchmark.None || row.Rank.Place != 0 || row.Rank.Of != 44 || row.Volume != s.columns["people"][7] {
		t.Errorf("grade %q, rank %d of %d, volume %v", row.Grade, row.Rank.Place, row.Rank.Of, row.Volume)
	}
	if !slices.Contains(codes(r.Models[0].Warnings), benchmark.MissingFigure) {
		t.Error("the model does not say that a figure is missing")
	}
	sum := 0.0
	for _, c := range row.Contributions {
		sum += c.Value
	}
	compare(t, "sum of contributions", sum, row.Expected.Level, 1e-9)
}

// TestMissingDriver: a municipality without a driver has no expected level,
// and the others' is as if it were not there.
func TestMissingDriver(t *testing.T) {
	s := country(45, 3)
	s.columns["age"][4] = nan
	whole := run(t, s.dataset(t), testPlan())
	row := rowOf(t, whole, "all", s.municipalities[4].Code)
	if !math.IsNaN(row.Expected.Level) || !math.IsNaN(row.Expected.Low) || row.Contributions != nil || math.IsNaN(row.Actual) || row.Rank.Place == 0 {
		t.Errorf("row without a driver: %+v", row)
	}
	without := run(t, drop(s, 4).dataset(t), testPlan())
	sameRows(t, trimmed(rowsOf(whole), s.municipalities[4].Code), rowsOf(without), 1e-10, "Rank.Place", "Rank.Of")
}

// drop returns the country without one municipality.
func drop(s *sample, i int) *sample {
	c := s.copied()
	c.municipalities = slices.Delete(c.municipalities, i, i+1)
	for id := range c.columns {
		c.columns[id] = slices.Delete(c.columns[id], i, i+1)
	}
	return c
}

func trimmed(rows map[string]benchmark.Row, code string) map[string]benchmark.Row {
	for key, row := range rows {
		if row.Municipality == code {
			delete(rows, key)
		}
	}
	return rows
}

func TestRefusals(t *testing.T) {
	for _, test := range []struct {
		name   string
		n      int
		change func(*sample, *plan.Plan)
		want   benchmark.WarningCode
		says   string // in English
	}{
		{"too few", 29, func(*sample, *plan.Plan) {}, benchmark.RefusedTooFew, "29"},
		{"too few with figures", 35, func(s *sample, _ *plan.Plan) {
			for i := range 6 {
				s.columns["age"][i] = nan
			}
		}, benchmark.RefusedTooFew, "29"},
		{"none with figures", 35, func(s *sample, p *plan.Plan) {
			p.Areas[0].Spending = []string{"later"}
			s.columns["later"] = make([]float64, 35)
			s.earlier["later"] = year - 3
			p.Year = year
		}, benchmark.RefusedNoFigures, "only for 2021"},
		{"too few per driver", 39, func(_ *sample, p *plan.Plan) { p.Drivers = []string{"age", "ldensity", "income"} }, benchmark.RefusedPerDriver, "39"},
		{"dependent", 45, func(s *sample, p *plan.Plan) {
			s.columns["old"] = s.each(func(i int) float64 { return 100 - s.columns["age"][i] })
			p.Drivers = []string{"age", "old", "ldensity"}
		}, benchmark.RefusedRank, "old"},
		{"constant driver", 45, func(s *sample, _ *plan.Plan) {
			s.columns["age"] = s.each(func(int) float64 { return 41.5 })
		}, benchmark.RefusedConstant, "age"},
		{"constant spending", 45, func(s *sample, _ *plan.Plan) {
			s.columns["kr"] = s.each(func(i int) float64 { return 1000 * s.columns["people"][i] })
		}, benchmark.RefusedConstant, "spending"},
		{"perfect", 45, func(s *sample, _ *plan.Plan) {
			s.columns["kr"] = s.each(func(i int) float64 { return s.columns["people"][i] * (1000 + 25*s.columns["age"][i]) })
		}, benchmark.RefusedPerfect, "exactly"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, p := country(test.n, 5), testPlan()
			p.Areas = append(p.Areas, plan.Area{ID: "median", Spending: p.Areas[0].Spending, Per: []string{"people"}, Target: "median"})
			test.change(s, &p)
			p.Areas[1].Spending = p.Areas[0].Spending
			r := run(t, s.dataset(t), p)
			for _, m := range r.Models {
				if m.Fitted() || m.DF != 0 || !math.IsNaN(m.R2) || !math.IsNaN(m.Sigma) {
					t.Errorf("model %+v of a refused area", m)
				}
				var refusals []benchmark.WarningCode
				for _, w := range m.Warnings {
					if w.Refused() {
						refusals = append(refusals, w.Code)
						if !strings.Contains(w.Error(), test.says) {
							t.Errorf("%q does not say %q", w.Error(), test.says)
						}
						wordstest.Check(t, string(w.Code), w)
					}
				}
				if !slices.Equal(refusals, []benchmark.WarningCode{test.want}) {
					t.Errorf("refused for %q, want %q", refusals, test.want)
				}
			}
			for row := range r.Rows() {
				for what, v := range map[string]float64{
					"expected": row.Expected.Level, "fitted": row.Expected.Fitted, "low": row.Expected.Low, "high": row.Expected.High, "deviation": row.Deviation.PerUnit,
					"difference": row.Difference.Kr, "t": row.Test.T, "p": row.Test.P, "q": row.Test.Q, "q low": row.Test.QLow, "leverage": row.Influence.Leverage, "Cook": row.Influence.Cook,
				} {
					if !math.IsNaN(v) {
						t.Errorf("%s of %s: %v, want NaN", what, row.Municipality, v)
					}
				}
				if row.Contributions != nil || row.Influence.InFit || row.Grade != benchmark.None {
					t.Errorf("row of a refused area: %+v", row)
				}
				// A target that needs no model is there all the same.
				hasFigures := test.name != "none with figures"
				if math.IsNaN(row.Actual) == hasFigures || math.IsNaN(row.Target.HeadroomKr) == (row.Area == "median" && hasFigures) {
					t.Errorf("actual %v, headroom %v of %s in area %s", row.Actual, row.Target.HeadroomKr, row.Municipality, row.Area)
				}
			}
			notices := r.Notices()
			if len(notices) == 0 {
				t.Error("no notice")
			}
			for _, n := range notices {
				wordstest.Check(t, "notice", n)
			}
		})
	}
}

// TestLimitsLowered: what is refused by default is fitted where the plan says
// so.
func TestLimitsLowered(t *testing.T) {
	p := testPlan()
	p.MinN, p.MinNPerDriver = 15, 5
	r := run(t, country(16, 5).dataset(t), p)
	if !r.Models[0].Fitted() || r.Models[0].N != 16 {
		t.Errorf("the model was refused: %v", r.Models[0].Warnings)
	}
	p.MinNPerDriver = 6
	if r := run(t, country(16, 5).dataset(t), p); r.Models[0].Fitted() {
		t.Error("16 municipalities were enough for 3 coefficients at 6 each")
	}
}

func TestWarnings(t *testing.T) {
	for _, test := range []struct {
		name    string
		change  func(*sample, *plan.Plan)
		onModel []benchmark.WarningCode
		onWhole []benchmark.WarningCode
		says    string // in English, in one of them
	}{
		{name: "none", change: func(*sample, *plan.Plan) {}},
		{"high VIF", func(s *sample, p *plan.Plan) {
			s.columns["age2"] = s.each(func(i int) float64 { return s.columns["age"][i] + 0.1*math.Sin(float64(i)) })
			p.Drivers = []string{"age", "age2", "ldensity"}
		}, []benchmark.WarningCode{benchmark.HighVIF}, nil, "age2"},
		{"explains nothing", func(s *sample, p *plan.Plan) {
			s.columns["noise"] = s.each(func(i int) float64 { return math.Sin(float64(i)) })
			p.Drivers = []string{"noise"}
		}, []benchmark.WarningCode{benchmark.ExplainsNothing}, nil, "leave-one-out"},
		{"extrapolation", func(s *sample, _ *plan.Plan) { age(s, 3, 20) }, nil, []benchmark.WarningCode{benchmark.Extrapolation}, "Town 104"},
		{"extrapolation outside the fit", func(s *sample, p *plan.Plan) {
			age(s, 3, 20)
			p.Exclude = []string{"104"}
		}, nil, []benchmark.WarningCode{benchmark.Extrapolation}, "Town 104"},
		{"negative expected", func(s *sample, p *plan.Plan) {
			s.columns["age"][3] -= 80
			p.Exclude, p.Accept = []string{"104"}, []string{"age"}
		}, nil, []benchmark.WarningCode{benchmark.Extrapolation, benchmark.NegativeExpected}, "Town 104"},
		{"notes on the figures", func(s *sample, _ *plan.Plan) {
			s.notes["kr"], s.notes["age"] = "Counted twice.", "of a driver"
		}, nil, []benchmark.WarningCode{benchmark.DataNote}, "Counted twice"},
		{"materiality", func(_ *sample, p *plan.Plan) { p.Materiality = new(250.0) }, nil, []benchmark.WarningCode{benchmark.SmallMateriality}, "materiality is kr. 250 a year"},
		{"no materiality", func(_ *sample, p *plan.Plan) { p.Materiality = new(0.0) }, nil, nil, ""},
		{"lowered min_n", func(_ *sample, p *plan.Plan) { p.MinN = 29 }, nil, []benchmark.WarningCode{benchmark.LoweredLimits}, "29"},
		{"lowered min_n_per_driver", func(_ *sample, p *plan.Plan) { p.MinNPerDriver = 9 }, nil, []benchmark.WarningCode{benchmark.LoweredLimits}, "9"},
		{"raised limits", func(_ *sample, p *plan.Plan) { p.MinN, p.MinNPerDriver = 40, 15 }, nil, nil, ""},
		{"nearest year", func(s *sample, _ *plan.Plan) { s.earlier["age"] = year - 3 }, nil, []benchmark.WarningCode{benchmark.NearestYear}, "2021 (age)"},
		{"driver undefined", func(s *sample, _ *plan.Plan) { s.columns["density"][5] = 0 }, []benchmark.WarningCode{benchmark.MissingFigure}, []benchmark.WarningCode{benchmark.DriverUndefined}, "Town 106"},
		{"not positive", func(s *sample, p *plan.Plan) {
			s.columns["kr"][5], s.columns["kr"][6] = 0, -1000
			p.Scale = "log"
		}, []benchmark.WarningCode{benchmark.MissingFigure, benchmark.NotPositive}, nil, "Town 106 and Town 107"},
		{"no volume", func(s *sample, p *plan.Plan) {
			s.columns["kr"] = s.perUnit("kr", "people")
			p.Areas[0].Per = nil
		}, []benchmark.WarningCode{benchmark.NoVolume}, nil, "totals"},
		{"divided as the file says", func(s *sample, _ *plan.Plan) {
			s.columns["kr"], s.per["kr"] = s.perUnit("kr", "people"), "people"
		}, nil, nil, ""},
		{"divided as the plan says", func(s *sample, p *plan.Plan) {
			s.columns["kr"], s.per["kr"] = s.perUnit("kr", "people"), "people"
			p.Areas[0].SpendingPer = "people"
		}, nil, nil, ""},
		{"weights used", func(_ *sample, p *plan.Plan) { p.Estimator, p.Weights = "wls", "income" }, nil, nil, ""},
		{"weights not used", func(_ *sample, p *plan.Plan) { p.Weights = "income" }, nil, []benchmark.WarningCode{benchmark.WeightsNotUsed}, "income"},
		{"missing figure", func(s *sample, _ *plan.Plan) { s.columns["age"][9] = nan }, []benchmark.WarningCode{benchmark.MissingFigure}, nil, "Town 110"},
		{"current prices", func(s *sample, p *plan.Plan) {
			p.Pool = 2
		}, nil, []benchmark.WarningCode{benchmark.CurrentPrices}, "current prices"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, p := country(60, 6), testPlan()
			test.change(s, &p)
			d := s.dataset(t)
			if p.Pool == 2 {
				d, p.Accept = twoYears(t, s, s), []string{"kr"}
			}
			r := run(t, d, p)
			if diff := cmp.Diff(test.onModel, codes(r.Models[0].Warnings), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("warnings on the model (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.onWhole, codes(r.Warnings), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("warnings on the whole (-want +got):\n%s", diff)
			}
			if !r.Models[0].Fitted() {
				t.Error("the model was refused")
			}
			// A row has the reservations that are its own or its model's.
			for row := range r.Rows() {
				var want []benchmark.WarningCode
				for _, w := range append(slices.Clone(r.Warnings), r.Models[0].Warnings...) {
					own := (w.Code == benchmark.Extrapolation || w.Code == benchmark.NegativeExpected) && w.Municipality == row.Municipality
					if own || w.Code == benchmark.ExplainsNothing {
						want = append(want, w.Code)
					}
				}
				if diff := cmp.Diff(want, row.Reservations, cmpopts.EquateEmpty()); diff != "" {
					t.Errorf("reservations of %s (-want +got):\n%s", row.Name, diff)
				}
			}
			said := ""
			for _, w := range append(slices.Clone(r.Warnings), r.Models[0].Warnings...) {
				wordstest.Check(t, string(w.Code), w)
				if w.Refused() {
					t.Errorf("%q is a refusal", w.Code)
				}
				said += w.Error() + "\n"
			}
			if !strings.Contains(said, test.says) {
				t.Errorf("%q does not say %q", said, test.says)
			}
			for _, n := range r.Notices() {
				wordstest.Check(t, "notice", n)
			}
		})
	}
}

// age makes a municipality older, and its spending what its age leads one to
// expect.
func age(s *sample, i int, years float64) {
	s.columns["age"][i] += years
	s.columns["kr"][i] += 400 * years * s.columns["people"][i]
}

// twoYears is the first country in the year before, and the second in the
// year. Drivers are of both.
func twoYears(t testing.TB, before, now *sample) *dataset.Dataset {
	t.Helper()
	var b dataset.Builder
	for y, s := range map[int]*sample{year - 1: before, year: now} {
		for id, column := range s.columns {
			for i, v := range column {
				if !math.IsNaN(v) {
					b.Set(s.municipalities[i].Code, y, id, v)
				}
			}
		}
	}
	for _, m := range now.municipalities {
		b.AddMunicipality(m)
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestTwoYears: pooling is the sum of spending over the sum of volume, and
// the change since last year is against the year or period before.
func TestTwoYears(t *testing.T) {
	before, now := country(45, 7), country(45, 7)
	for i := range now.columns["kr"] {
		now.columns["kr"][i] *= 1 + 0.05*math.Sin(float64(i))
		now.columns["people"][i] += float64(10 * i)
	}
	d := twoYears(t, before, now)
	single, p := run(t, d, testPlan()), testPlan()
	p.Pool = 2
	pooled := run(t, d, p)
	if !slices.Equal(pooled.Years, []int{year - 1, year}) {
		t.Errorf("years pooled: %v", pooled.Years)
	}
	then, late := before.perUnit("kr", "people"), now.perUnit("kr", "people")
	for i, who := range now.municipalities {
		row := rowOf(t, single, "all", who.Code)
		compare(t, "change of value", row.ValueChange, late[i]-then[i], 1e-9)
		rank := func(values []float64) (r int) {
			for _, v := range values {
				if v <= values[i] {
					r++
				}
			}
			return r
		}
		if row.Rank.Place != rank(late) || row.Rank.Change != float64(rank(late)-rank(then)) {
			t.Errorf("rank %d, change %v, want %d and %d", row.Rank.Place, row.Rank.Change, rank(late), rank(late)-rank(then))
		}
		row = rowOf(t, pooled, "all", who.Code)
		volume := before.columns["people"][i] + now.columns["people"][i]
		compare(t, "pooled figure", row.Actual, (before.columns["kr"][i]+now.columns["kr"][i])/volume, 1e-13)
		compare(t, "pooled volume", row.Volume, volume/2, 1e-13)
		// The period before would begin with a year that is not in the data.
		if !math.IsNaN(row.ValueChange) || !math.IsNaN(row.Rank.Change) {
			t.Errorf("change from a period without figures: %v, %v", row.ValueChange, row.Rank.Change)
		}
	}
}

// TestYear: the year is the plan's, or the last with spending.
func TestYear(t *testing.T) {
	s := country(45, 8)
	s.earlier["kr"], s.earlier["people"] = 2022, 2022 // drivers are of 2024
	d := s.dataset(t)
	r := run(t, d, testPlan())
	if r.Year != 2022 || math.IsNaN(rowOf(t, r, "all", "101").Expected.Level) {
		t.Errorf("year %d", r.Year)
	}
	if !slices.Contains(codes(r.Warnings), benchmark.NearestYear) {
		t.Error("drivers from another year go without a warning")
	}
	p := testPlan()
	p.Year = 2024
	if r := run(t, d, p); r.Year != 2024 || !math.IsNaN(rowOf(t, r, "all", "101").Actual) {
		t.Errorf("year %d, with figures that are of 2022", r.Year)
	}
	p.Year = 2023
	var errs plan.Errors
	if _, err := benchmark.Run(context.Background(), d, p, benchmark.Options{}); !errors.As(err, &errs) || errs[0].Key != "year" {
		t.Errorf("a year without data: %v", err)
	}
}

// TestUndated: data without a year are compared as they are.
func TestUndated(t *testing.T) {
	s := country(45, 8)
	dated := run(t, s.dataset(t), testPlan())
	for id := range s.columns {
		s.earlier[id] = dataset.Undated
	}
	r := run(t, s.dataset(t), testPlan())
	if r.Year != dataset.Undated {
		t.Errorf("year %d", r.Year)
	}
	sameRows(t, rowsOf(r), rowsOf(dated), 0)
	if diff := cmp.Diff(codes(dated.Warnings), codes(r.Warnings), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("warnings (-dated +undated):\n%s", diff)
	}
	p := testPlan()
	p.Year = 2024
	sameRows(t, rowsOf(run(t, s.dataset(t), p)), rowsOf(dated), 0)
}

// TestExcludeDefaults: nil is those that the register marks, empty is none.
func TestExcludeDefaults(t *testing.T) {
	s := country(45, 9)
	s.municipalities[10].Atypical = true
	d := s.dataset(t)
	for _, test := range []struct {
		exclude []string
		n       int
		inFit   bool
	}{{nil, 44, false}, {[]string{}, 45, true}, {[]string{"101"}, 44, true}, {[]string{"Town 111", "111", "112"}, 43, false}} {
		p := testPlan()
		p.Exclude = test.exclude
		r := run(t, d, p)
		if got := rowOf(t, r, "all", "111"); r.Models[0].N != test.n || got.Influence.InFit != test.inFit {
			t.Errorf("exclude %q: %d in the fit, the island %v", test.exclude, r.Models[0].N, got.Influence.InFit)
		}
	}
}

// TestFamilyOfTests compares the rates with Benjamini and Hochberg's over the
// p-values of each family's rows.
func TestFamilyOfTests(t *testing.T) {
	s := country(45, 10)
	s.columns["kr"][3] *= 1.4
	s.columns["other"][3] *= 1.5
	s.columns["other"][8] *= 0.6
	s.columns["age"][20] = nan // has no test
	for _, family := range []string{"municipality", "area", "all"} {
		p := testPlan()
		p.Family = plan.Family(family)
		p.Areas = append(p.Areas,
			plan.Area{ID: "other", Spending: []string{"other"}, Per: []string{"people"}},
			plan.Area{ID: "both", Spending: []string{"kr", "other"}, Per: []string{"people"}})
		r := run(t, s.dataset(t), p)
		members := map[string][]benchmark.Row{}
		for row := range r.Rows() {
			key := map[string]string{"municipality": row.Municipality, "area": row.Area, "all": ""}[family]
			if !math.IsNaN(row.Test.P) {
				members[key] = append(members[key], row)
			} else if !math.IsNaN(row.Test.Q) || row.Municipality != "121" {
				t.Errorf("no p-value and q = %v in %s", row.Test.Q, row.Municipality)
			}
		}
		for _, rows := range members {
			var above, below []float64
			for _, row := range rows {
				above = append(above, row.Test.P)
				below = append(below, distuv.StudentsT{Sigma: 1, Nu: float64(row.Test.DF)}.Survival(-row.Test.T))
			}
			for i, row := range rows {
				compare(t, family+" q", row.Test.Q, stepUp(above, i), 1e-12)
				compare(t, family+" q low", row.Test.QLow, stepUp(below, i), 1e-12)
			}
		}
		marked := rowOf(t, r, "all", "104")
		if marked.Grade != benchmark.Marked || rowOf(t, r, "other", "109").Grade != benchmark.Low {
			t.Errorf("grades %q and %q, want marked and low", marked.Grade, rowOf(t, r, "other", "109").Grade)
		}
		var candidates []benchmark.Row
		for row := range r.Rows() {
			if row.Candidate {
				candidates = append(candidates, row)
			}
		}
		order := []benchmark.Grade{benchmark.Marked, benchmark.Clear, benchmark.Possible}
		slices.SortFunc(candidates, func(a, b benchmark.Row) int {
			if a.Grade != b.Grade {
				return slices.Index(order, a.Grade) - slices.Index(order, b.Grade)
			}
			return int(b.Difference.Kr - a.Difference.Kr)
		})
		strongest, total := r.Strongest(100)
		if total < 3 || total != len(candidates) {
			t.Errorf("%d candidates, want %d", total, len(candidates))
		}
		if diff := cmp.Diff(candidates, strongest, cmpopts.EquateNaNs()); diff != "" {
			t.Errorf("the strongest first (-want +got):\n%s", diff)
		}
		if some, total := r.Strongest(2); len(some) != 2 || total != len(candidates) || some[0].Municipality != candidates[0].Municipality {
			t.Errorf("the two strongest of %d: %v", total, some)
		}
	}
}

// stepUp is min over the p-values at or above the one of member i of
// p₍ⱼ₎·k/j, by counting.
func stepUp(p []float64, i int) float64 {
	least := 1.0
	for _, v := range p {
		if v < p[i] {
			continue
		}
		j := 0
		for _, other := range p {
			if other <= v {
				j++
			}
		}
		least = min(least, v*float64(len(p))/float64(j))
	}
	return least
}

// TestMateriality: a difference below the limit is no candidate.
func TestMateriality(t *testing.T) {
	s := country(45, 11)
	s.columns["kr"][3] *= 1.5
	d := s.dataset(t)
	p := testPlan()
	p.Materiality = new(0.0)
	difference := rowOf(t, run(t, d, p), "all", "104").Difference.Kr
	for limit, want := range map[float64]benchmark.Grade{0: benchmark.Marked, difference: benchmark.Marked, difference + 1: benchmark.None} {
		p.Materiality = new(limit)
		if got := rowOf(t, run(t, d, p), "all", "104").Grade; got != want {
			t.Errorf("limit %v, difference %v: %q, want %q", limit, difference, got, want)
		}
	}
}

// TestHeadroom computes every rule's target and headroom by hand.
func TestHeadroom(t *testing.T) {
	s := country(45, 12)
	d := s.dataset(t)
	unit, people := s.perUnit("kr", "people"), s.columns["people"]
	sorted := slices.Sorted(slices.Values(unit))
	for rule, target := range map[string]func(i int) float64{
		"country": func(i int) float64 {
			kr, volume := 0.0, 0.0
			for j := range unit {
				if j != i {
					kr += s.columns["kr"][j]
					volume += people[j]
				}
			}
			return kr / volume
		},
		"median":        func(int) float64 { return sorted[22] },
		"best-quartile": func(int) float64 { return sorted[11] },
		"quantile:0.9":  func(int) float64 { return sorted[39] + 0.6*(sorted[40]-sorted[39]) }, // at 0.9·44 = 39.6
		"value:19000":   func(int) float64 { return 19000 },
	} {
		p := testPlan()
		p.Areas[0].Target = rule
		r := run(t, d, p)
		above := 0
		for i, who := range s.municipalities {
			row := rowOf(t, r, "all", who.Code)
			compare(t, rule+" target", row.Target.Level, target(i), 1e-12)
			headroom := 0.0
			if unit[i] > target(i) {
				headroom = (unit[i] - target(i)) * people[i]
				above++
			}
			compare(t, rule+" headroom", row.Target.HeadroomKr, headroom, 1e-9)
		}
		if above == 0 || above == 45 {
			t.Errorf("%s: %d municipalities above, so that half of the rule is not tested", rule, above)
		}
	}
}

// TestSharedDesign: areas whose weights are made of the same indicators in
// different ways do not share a fit.
func TestSharedDesign(t *testing.T) {
	s := country(45, 13)
	s.columns["income+age"] = s.each(func(i int) float64 { return s.columns["income"][i] / 7 })
	s.columns["kr per head"] = s.perUnit("kr", "people")
	d := s.dataset(t)
	areas := []plan.Area{
		{ID: "per pupil", Spending: []string{"kr per head"}, SpendingPer: "people", Per: []string{"pupils"}}, // volume: pupils
		{ID: "per both", Spending: []string{"kr"}, Per: []string{"pupils", "people"}},                        // volume: pupils + people
		{ID: "sum", Spending: []string{"kr"}, Per: []string{"income", "age"}},
		{ID: "one", Spending: []string{"kr"}, Per: []string{"income+age"}},
	}
	p := testPlan()
	p.Estimator, p.Areas = "wls", areas
	together := rowsOf(run(t, d, p))
	for _, a := range areas {
		p.Areas = []plan.Area{a}
		alone := run(t, d, p)
		for row := range alone.Rows() {
			got := together[row.Area+" "+row.Municipality]
			if !near(got.Expected.Level, row.Expected.Level, 1e-12) || !near(got.Influence.Leverage, row.Influence.Leverage, 1e-12) {
				t.Errorf("area %q, %s: expected %v among others, %v alone", a.ID, row.Name, got.Expected.Level, row.Expected.Level)
				break
			}
		}
	}
}

// TestEnded: an ended context ends the run.
func TestEnded(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := benchmark.Run(ctx, country(45, 1).dataset(t), testPlan(), benchmark.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Run with an ended context: %v", err)
	}
}

// TestOnlyOneHasIt: a driver that a single municipality has leaves nothing to
// expect of that one, and the others are as without both.
func TestOnlyOneHasIt(t *testing.T) {
	s := country(45, 14)
	without := rowsOf(run(t, drop(s, 6).dataset(t), testPlan()))
	s.columns["capital"] = make([]float64, 45)
	s.columns["capital"][6] = 1
	d := s.dataset(t)
	for _, scale := range plan.Scales() {
		p := testPlan()
		p.Drivers, p.Scale = []string{"age", "ldensity", "capital"}, scale
		r := run(t, d, p)
		row := rowOf(t, r, "all", "107")
		if !math.IsNaN(row.Expected.Level) || !math.IsNaN(row.Expected.High) || !math.IsNaN(row.Test.P) || row.Contributions != nil || math.IsNaN(row.Actual) {
			t.Errorf("scale %s: row of the only one: %+v", scale, row)
		}
		warned := false
		for _, w := range r.Warnings {
			warned = warned || w.Code == benchmark.Extrapolation && w.Municipality == "107"
		}
		if !warned {
			t.Errorf("scale %s: no warning", scale)
		}
		for key, got := range trimmed(rowsOf(r), "107") {
			if math.IsNaN(got.Expected.Level) || len(got.Contributions) != 4 {
				t.Errorf("scale %s: %s has no expected level", scale, key)
			}
			if scale == "level" {
				compare(t, key, got.Expected.Level, without[key].Expected.Level, 1e-10)
				compare(t, key+" high", got.Expected.High, without[key].Expected.High, 1e-10)
			}
		}
	}
}

// TestFigures: the figures behind a report are those of the data.
func TestFigures(t *testing.T) {
	s := country(45, 15)
	s.earlier["age"] = year - 2
	r := run(t, s.dataset(t), testPlan())
	seen := 0
	for source, figures := range r.Figures() {
		seen++
		at := year
		if source.Indicator == "age" {
			at = year - 2
		}
		if figures.Year != at {
			t.Errorf("%s is of %d, want %d", source.Indicator, figures.Year, at)
		}
		if diff := cmp.Diff(s.columns[source.Indicator], figures.Values); diff != "" {
			t.Errorf("%s (-want +got):\n%s", source.Indicator, diff)
		}
	}
	if seen != 4 || len(r.AllMunicipalities()) != 45 {
		t.Errorf("%d figures of %d municipalities, want 4 of 45", seen, len(r.AllMunicipalities()))
	}
}

// TestUndatedDrivers: figures of a year beside background figures of none.
func TestUndatedDrivers(t *testing.T) {
	s := country(45, 16)
	dated := rowsOf(run(t, s.dataset(t), testPlan()))
	s.earlier["age"] = dataset.Undated
	d := s.dataset(t)
	r := run(t, d, testPlan())
	sameRows(t, rowsOf(r), dated, 0)
	for _, w := range r.Warnings {
		if strings.Contains(w.Error(), "from 0") {
			t.Errorf("%q tells of a year 0", w.Error())
		}
	}
	p := testPlan()
	p.Year = 1999
	var errs plan.Errors
	if err := p.Check(d); !errors.As(err, &errs) || errs[0].Key != "year" {
		t.Errorf("a year that the data do not have: %v", err)
	}
}

// TestLimits: as many municipalities as the limits ask for are enough.
func TestLimits(t *testing.T) {
	if r := run(t, country(30, 5).dataset(t), testPlan()); !r.Models[0].Fitted() || len(r.Models[0].Warnings) > 0 {
		t.Errorf("30 municipalities for 3 coefficients: %v", r.Models[0].Warnings)
	}
	p := testPlan()
	p.Drivers = []string{"age", "ldensity", "income"}
	if r := run(t, country(40, 5).dataset(t), p); !r.Models[0].Fitted() {
		t.Errorf("40 municipalities for 4 coefficients: %v", r.Models[0].Warnings)
	}
}

// TestExtrapolationLimit: those with a leverage above 3p/n are warned of, and
// no others.
func TestExtrapolationLimit(t *testing.T) {
	const n, limit = 60, 3 * 3 / 60.0
	s := country(n, 18)
	for i := range 4 {
		s.columns["age"][3*i] = 45 + 2*float64(i)
	}
	r := run(t, s.dataset(t), testPlan())
	warned := map[string]bool{}
	for _, w := range r.Warnings {
		warned[w.Municipality] = warned[w.Municipality] || w.Code == benchmark.Extrapolation
	}
	between := 0
	for row := range r.Rows() {
		if warned[row.Municipality] != (row.Influence.Leverage > limit) || slices.Contains(row.Reservations, benchmark.Extrapolation) != warned[row.Municipality] {
			t.Errorf("%s: leverage %v, warning %v, reservations %v", row.Name, row.Influence.Leverage, warned[row.Municipality], row.Reservations)
		}
		if row.Influence.Leverage > limit && row.Influence.Leverage < 2*limit {
			between++
		}
	}
	if between == 0 {
		t.Error("no leverage is near the limit")
	}

	// A report of one municipality has its own warnings and those on the whole.
	all := len(r.Warnings)
	for _, who := range s.municipalities {
		one, _ := r.Only(who.Code)
		for _, w := range one.Warnings {
			if w.Municipality != who.Code {
				t.Errorf("%s is told of %s", who.Name, w.Municipality)
			}
		}
		if (len(one.Warnings) > 0) != warned[who.Code] {
			t.Errorf("%s is told %v", who.Name, one.Warnings)
		}
	}
	if len(r.Warnings) != all {
		t.Error("the whole report lost warnings")
	}
}

// TestAreaHasItsOwnDataWarnings: what is remarked of figures that an area does
// not have is no matter of its report.
func TestAreaHasItsOwnDataWarnings(t *testing.T) {
	p := danmark.DefaultPlan(lang.Danish)
	p.Year, p.Curve = 2023, nil
	r := run(t, danmark.Accounts(), p)
	texts := func(r *benchmark.Report, code benchmark.WarningCode) (all string) {
		for _, w := range r.Warnings {
			if w.Code == code {
				all += w.Error() + "\n"
			}
		}
		return all
	}
	for area, pupils := range map[string]bool{"skole": true, "administration": false} {
		one, _ := r.OnlyAreas(area)
		if notes := texts(one, benchmark.DataNote); strings.Contains(notes, "Modtagere") || strings.Contains(notes, "Almene") != pupils {
			t.Errorf("%s: %s", area, notes)
		}
		// A year without figures of the activity has no remark on them.
		if years := texts(one, benchmark.NearestYear); strings.Contains(years, "Almene") != pupils {
			t.Errorf("%s: %s", area, years)
		}
	}
	if all := texts(r, benchmark.NearestYear); !strings.Contains(all, "2024") {
		t.Errorf("the whole: %s", all)
	}
}
