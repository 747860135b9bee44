package benchmark_test

import (
	"context"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/sharedtest"
	"github.com/raaderum/raaderum/lang"
	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"
)

// TestPersistenceSweden compares what lasts of our own differences with R: a
// regression a year, and REML on the relative leave-one-out deviations. The
// numbers and the calls are in testdata/persistence.R.
func TestPersistenceSweden(t *testing.T) {
	path := sharedtest.Find(t, "data/sverige/kolada.csv")
	all, err := dataset.Read(context.Background(), []dataset.Source{dataset.File(path)}, dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var whole []string // those with figures in every year
	for i, m := range all.Municipalities() {
		years := 0
		for _, year := range all.Years() {
			if c := all.Column("elderly_care_net_cost_per_inh", year); c != nil && !math.IsNaN(c[i]) {
				years++
			}
		}
		if years == 5 {
			whole = append(whole, m.Code)
		}
	}
	d, err := all.Subset(dataset.Selection{Municipalities: whole})
	if err != nil {
		t.Fatal(err)
	}
	p := plan.Plan{
		Register: "none", Exclude: []string{},
		Definitions: []plan.Driver{{ID: "lpop", Of: []string{"n01951"}, Transform: "log"}},
		Areas: []plan.Area{{
			ID: "elderly", Spending: []string{"elderly_care_net_cost_per_inh"}, SpendingPer: "n01951", Drivers: []string{"n01813", "n00959", "lpop"},
		}},
	}
	r := run(t, d, p)
	if m := r.Models[0]; m.N != 285 {
		t.Fatalf("%d municipalities", m.N)
	}
	const tolerance = 1e-7 // of the optimiser
	compare(t, "sigma_u", r.Models[0].SigmaU, 14.68010471, tolerance)
	compare(t, "sigma_e", r.Models[0].SigmaE, 4.714692108, tolerance)
	stockholm := rowOf(t, r, "elderly", "0180").Persistence
	for i, want := range []float64{77.34519210, 86.07180791, 71.66483579, 70.16905120, 70.78196939} {
		compare(t, fmt.Sprint("Stockholm ", stockholm.Years[i].Year), stockholm.Years[i].DeviationPct, want, 1e-8)
	}
}

// panel is a country over years: what the sample's spending was, times a lasting
// factor of each municipality and a year's noise.
func panel(t testing.TB, s *sample, years int, seed uint64) *dataset.Dataset {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 4))
	var b dataset.Builder
	for _, m := range s.municipalities {
		b.AddMunicipality(m)
	}
	for i, m := range s.municipalities {
		lasting := 1 + 0.1*r.NormFloat64()
		for y := range years {
			for _, id := range slices.Sorted(maps.Keys(s.columns)) {
				v := s.columns[id][i]
				if id == "kr" || id == "other" {
					v *= lasting + 0.05*r.NormFloat64()
				}
				if !math.IsNaN(v) {
					b.Set(m.Code, year-years+1+y, id, v)
				}
			}
		}
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestPersistence computes every number of it anew, from the reports of the
// single years.
func TestPersistence(t *testing.T) {
	s := country(60, 3)
	s.columns["kr"][4] = nan
	d := panel(t, s, 4, 1)
	p := testPlan()
	p.Exclude = []string{"103"}
	for _, pool := range []int{1, 2} {
		p.Pool = pool
		r := run(t, d, p)
		byYear := map[int]*benchmark.Report{}
		for y := year - 3; y <= year; y++ {
			one := p
			one.Year, one.Pool = y, 1
			byYear[y] = run(t, d, one)
		}
		// The components of the municipalities in the fit, balanced, by the sums of
		// squares of one-way analysis of variance.
		var deviations [][]float64
		for row := range r.Rows() {
			if row.Persistence == nil {
				if row.Municipality != s.municipalities[4].Code {
					t.Fatalf("%s has no persistence", row.Name)
				}
				continue
			}
			var ds []float64
			for i, y := range row.Persistence.Years {
				want := rowOf(t, byYear[y.Year], "all", row.Municipality)
				if y.Year != year-3+i || y.Actual != want.Actual || y.Expected != want.Expected.Level || y.DeviationPct != want.Deviation.Pct || !y.Counts {
					t.Errorf("%s: %+v, want %v against %v", row.Name, y, want.Actual, want.Expected.Level)
				}
				ds = append(ds, want.Deviation.Pct)
			}
			if row.Influence.InFit {
				deviations = append(deviations, ds)
			}
		}
		n, grand, between, within := float64(len(deviations)), 0.0, 0.0, 0.0
		for _, ds := range deviations {
			for _, v := range ds {
				grand += v / (4 * n)
			}
		}
		for _, ds := range deviations {
			mean := (ds[0] + ds[1] + ds[2] + ds[3]) / 4
			between += 4 * (mean - grand) * (mean - grand) / (n - 1)
			for _, v := range ds {
				within += (v - mean) * (v - mean) / (3 * n)
			}
		}
		u := math.Sqrt((between - within) / 4)
		if n != 58 || u < 5 || u > 15 {
			t.Errorf("pool %d: %v municipalities, σu %v", pool, n, u)
		}
		compare(t, "sigma_e", r.Models[0].SigmaE, math.Sqrt(within), 1e-9)
		compare(t, "sigma_u", r.Models[0].SigmaU, u, 1e-9)
		df := (between - within) * (between - within) / (between*between/(n-1) + within*within/(3*n))
		half := distuv.StudentsT{Sigma: 1, Nu: df}.Quantile(0.975)
		lambda := u * u / (u*u + within/4)
		for row := range r.Rows() {
			got := row.Persistence
			if got == nil {
				continue
			}
			mean, above := 0.0, 0
			for _, y := range got.Years {
				mean += y.DeviationPct / 4
				if y.DeviationPct > 0 {
					above++
				}
			}
			level := row.Influence.Leverage / (1 - row.Influence.Leverage)
			if !row.Influence.InFit {
				level = row.Influence.Leverage
			}
			compare(t, "mean", got.MeanPct, mean, 1e-12)
			compare(t, "persistent", got.PersistentPct, lambda*mean, 1e-9)
			compare(t, "se", got.SEPct, u*math.Sqrt(1-lambda+lambda*level), 1e-9)
			compare(t, "low", got.LowPct, got.PersistentPct-half*got.SEPct, 1e-9)
			compare(t, "high", got.HighPct, got.PersistentPct+half*got.SEPct, 1e-9)
			if got.YearsAbove != above || got.N != 4 {
				t.Errorf("%s: above in %d of %d years, want %d of 4", row.Name, got.YearsAbove, got.N, above)
			}
		}
	}
}

// TestPersistenceOutlier: a year in which a municipality stands out says nothing
// of what lasts, but one that stands out in most years does so lastingly.
func TestPersistenceOutlier(t *testing.T) {
	moved := func(years ...int) *benchmark.Report {
		d := panel(t, country(60, 3), 4, 1)
		var b dataset.Builder
		for i, m := range d.Municipalities() {
			for _, y := range d.Years() {
				for _, ind := range d.Indicators() {
					v := d.Value(m.Code, y, ind.ID)
					if i == 20 && ind.ID == "kr" && slices.Contains(years, y) {
						v *= 4
					}
					b.Set(m.Code, y, ind.ID, v)
				}
			}
		}
		d, err := b.Build()
		if err != nil {
			t.Fatal(err)
		}
		p := testPlan()
		p.Estimator = "clean"
		return run(t, d, p)
	}
	plain, once, always := moved(), moved(year-1), moved(year-3, year-2, year-1, year)
	compare(t, "sigma_e", once.Models[0].SigmaE, plain.Models[0].SigmaE, 0.05)
	compare(t, "sigma_u of what forms the level", always.Models[0].SigmaU, plain.Models[0].SigmaU, 0.05)
	for name, test := range map[string]struct {
		report *benchmark.Report
		counts []bool
		low    float64 // of what lasts, in percent
		high   float64
	}{
		"none":   {plain, []bool{true, true, true, true}, -40, 40},
		"once":   {once, []bool{true, true, false, true}, -40, 40},
		"always": {always, []bool{true, true, true, true}, 150, 400},
	} {
		p := rowOf(t, test.report, "all", "121").Persistence
		if leapt := p.JumpYear == year-1 || p.JumpYear == year; name == "once" && !leapt || name == "none" && p.JumpYear != 0 {
			t.Errorf("%s: a leap of %v in %d", name, p.JumpPct, p.JumpYear)
		}
		for i, y := range p.Years {
			if y.Counts != test.counts[i] {
				t.Errorf("%s: %+v", name, y)
			}
		}
		if p.N != 4 || p.PersistentPct < test.low || p.PersistentPct > test.high {
			t.Errorf("%s: %+v", name, p)
		}
	}
}

// TestPersistenceYears: it takes three years up to the one compared, and a year
// without a model is none.
func TestPersistenceYears(t *testing.T) {
	s := country(60, 3)
	d := panel(t, s, 5, 1)
	years := func(p plan.Plan, d *dataset.Dataset) int {
		one := rowOf(t, run(t, d, p), "all", "101").Persistence
		if one == nil {
			return 0
		}
		return len(one.Years)
	}
	for compared, want := range map[int]int{0: 5, year - 1: 4, year - 2: 3, year - 3: 0} {
		p := testPlan()
		p.Year = compared
		if got := years(p, d); got != want {
			t.Errorf("%d: %d years, want %d", compared, got, want)
		}
	}
	two, err := d.Subset(dataset.Selection{Years: []int{year - 3, year}})
	if err != nil {
		t.Fatal(err)
	}
	if got := years(testPlan(), two); got != 0 {
		t.Errorf("%d of two years", got)
	}
	var b dataset.Builder // the spending of one year is nearly nobody's
	for i, m := range d.Municipalities() {
		for _, y := range d.Years() {
			for _, ind := range d.Indicators() {
				if v := d.Value(m.Code, y, ind.ID); !(y == year-1 && ind.ID == "kr" && i > 5) {
					b.Set(m.Code, y, ind.ID, v)
				}
			}
		}
	}
	holed, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	if got := years(testPlan(), holed); got != 4 {
		t.Errorf("%d years with a model, want 4", got)
	}
}

// TestPersistenceIsTheYearsRun: every year's figures are those of a run of that
// year, to the last digit, by the default plan on the bundled accounts.
func TestPersistenceIsTheYearsRun(t *testing.T) {
	p := firstAreas(danmark.DefaultPlan(lang.Danish), 4)
	p.Curve = nil
	last := run(t, danmark.Accounts(), p)
	for _, y := range []int{2021, 2022, 2023} {
		p.Year = y
		rows := rowsOf(run(t, danmark.Accounts(), p))
		for row := range last.Rows() {
			want := rows[row.Area+" "+row.Municipality]
			i := slices.IndexFunc(row.Persistence.Years, func(d benchmark.YearDeviation) bool { return d.Year == y })
			if got := row.Persistence.Years[i]; got.Actual != want.Actual || got.Expected != want.Expected.Level {
				t.Fatalf("%s, %s, %d: %v against %v, a run of the year has %v against %v", row.Area, row.Name, y, got.Actual, got.Expected, want.Actual, want.Expected.Level)
			}
		}
	}
}

// TestPersistenceFewYears: of fewer than three years that count there is no
// figure of what lasts, and the number that do says why.
func TestPersistenceFewYears(t *testing.T) {
	with, without := 0, 0
	for row := range bundled(t).Rows() {
		p, counted := row.Persistence, 0
		for _, y := range p.Years {
			if y.Counts {
				counted++
			}
			// Children and households are counted each year; other areas have a driver that is not.
			own := row.Area == "privatskole" || row.Area == "bus"
			if y.NearestDrivers == own && y.Year < 2024 {
				t.Fatalf("%s, %s, %d: drivers of another year: %v", row.Area, row.Name, y.Year, y.NearestDrivers)
			}
		}
		if p.Counted != counted || math.IsNaN(p.PersistentPct) != (counted < 3) || math.IsNaN(p.LowPct) != (counted < 3) {
			t.Fatalf("%s, %s: %+v", row.Area, row.Name, p)
		}
		if counted < 3 {
			without++
		} else {
			with++
		}
	}
	if without == 0 || without > 20 || with < 2700 {
		t.Errorf("%d rows with a figure of what lasts, %d without", with, without)
	}
	if one := rowOf(t, bundled(t), "idraet", "825").Persistence; one.Counted != 1 || !math.IsNaN(one.PersistentPct) {
		t.Errorf("Læsø's sport: %+v", one)
	}
}

// TestPersistenceLeap: a leap is one of more than three standard deviations of
// the change between two years, √2·σe where all weigh the same.
func TestPersistenceLeap(t *testing.T) {
	r := run(t, panel(t, country(60, 3), 4, 1), testPlan())
	limit, leaps := 3*math.Sqrt2*r.Models[0].SigmaE, 0
	for row := range r.Rows() {
		largest, leapt := 0.0, 0
		for i, y := range row.Persistence.Years[1:] {
			if leap := y.DeviationPct - row.Persistence.Years[i].DeviationPct; math.Abs(leap) > max(limit, math.Abs(largest)) {
				largest, leapt = leap, y.Year
			}
		}
		if got := row.Persistence; got.JumpYear != leapt || leapt != 0 && got.JumpPct != largest || leapt == 0 && !math.IsNaN(got.JumpPct) {
			t.Errorf("%s: a leap of %v in %d, want %v in %d", row.Name, got.JumpPct, got.JumpYear, largest, leapt)
		}
		if leapt != 0 {
			leaps++
		}
	}
	t.Log(leaps, "leaps")
}

// TestPersistenceChosen: drivers that the figures chose are those of every year.
func TestPersistenceChosen(t *testing.T) {
	d := panel(t, country(60, 5), 3, 2)
	p := testPlan()
	p.Choose, p.Drivers, p.Candidates = "bic", nil, []string{"age", "ldensity", "income"}
	chosen := run(t, d, p)
	var ids []string
	for _, driver := range chosen.Models[0].Drivers {
		ids = append(ids, driver.ID)
	}
	p.Choose, p.Candidates, p.Drivers = "", nil, ids
	named := run(t, d, p)
	if diff := cmp.Diff(rowOf(t, named, "all", "101").Persistence, rowOf(t, chosen, "all", "101").Persistence, cmpopts.EquateNaNs()); diff != "" {
		t.Errorf("(-named +chosen):\n%s", diff)
	}
}

// TestPersistenceProperties: neither the unit of money nor the order of the
// municipalities is of any account, nor what else the plan compares.
func TestPersistenceProperties(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := country(rapid.IntRange(40, 50).Draw(rt, "municipalities"), rapid.Uint64().Draw(rt, "seed"))
		if rapid.Bool().Draw(rt, "hole") {
			s.columns["kr"][5] = nan
		}
		p := testPlan()
		p.Accept = []string{"kr"} // a thousand times as much is in another unit
		p.Estimator = rapid.SampledFrom([]plan.Estimator{"ols", "wls", "clean"}).Draw(rt, "estimator")
		p.Scale = rapid.SampledFrom(plan.Scales()).Draw(rt, "scale")
		p.Variance = rapid.SampledFrom(plan.Variances()).Draw(rt, "variance")
		seed := rapid.Uint64().Draw(rt, "panel")
		of := func(d *dataset.Dataset, p plan.Plan) map[string]*benchmark.Persistence {
			all := map[string]*benchmark.Persistence{}
			for row := range run(t, d, p).Rows() {
				if row.Area == "all" {
					all[row.Municipality] = row.Persistence
				}
			}
			return all
		}
		d := panel(t, s, 3, seed)
		want := of(d, p)

		scaled := p
		scaled.Areas = append([]plan.Area{}, p.Areas...)
		scaled.Areas[0].SpendingFactor = 1024 // kroner of another size
		got := of(d, scaled)
		for _, one := range got {
			if one != nil {
				for i := range one.Years {
					one.Years[i].Actual /= 1024
					one.Years[i].Expected /= 1024
				}
			}
		}
		same := func(what string, got map[string]*benchmark.Persistence) {
			if diff := cmp.Diff(want, got, cmpopts.EquateNaNs(), cmpopts.EquateApprox(1e-7, 1e-7)); diff != "" {
				rt.Fatalf("%s (-want +got):\n%s", what, diff)
			}
		}
		same("in another unit", got)

		// The same figures with the municipalities in another order.
		var b dataset.Builder
		for _, i := range rand.New(rand.NewPCG(seed, 7)).Perm(len(s.municipalities)) {
			b.AddMunicipality(s.municipalities[i])
		}
		for _, m := range d.Municipalities() {
			for _, y := range d.Years() {
				for _, ind := range d.Indicators() {
					if v := d.Value(m.Code, y, ind.ID); !math.IsNaN(v) {
						b.Set(m.Code, y, ind.ID, v)
					}
				}
			}
		}
		permuted, err := b.Build()
		if err != nil {
			rt.Fatal(err)
		}
		same("permuted", of(permuted, p))

		if p.Variance == "constant" { // by size, areas learn of each other how much
			more := p
			more.Areas = append(more.Areas[:1:1], plan.Area{ID: "other", Spending: []string{"other"}, Per: []string{"people"}})
			same("with another area", of(d, more))
		}
	})
}

// TestPersistenceBundled follows the bundled accounts over their four years.
func TestPersistenceBundled(t *testing.T) {
	r := bundled(t)
	for _, m := range r.Models {
		if !(m.SigmaU > 0 && m.SigmaE > 0) {
			t.Errorf("%s: σu %v, σe %v", m.Area, m.SigmaU, m.SigmaE)
		}
	}
	for row := range r.Rows() {
		if p := row.Persistence; p == nil || len(p.Years) != 4 || p.Years[3].DeviationPct != row.Deviation.Pct && !math.IsNaN(row.Deviation.Pct) {
			t.Fatalf("%s, %s: %+v", row.Area, row.Name, p)
		}
	}
}
