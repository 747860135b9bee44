package benchmark_test

import (
	"context"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/internal/wordstest"
	"github.com/raaderum/raaderum/lang"
	"gonum.org/v1/gonum/stat/distuv"
)

// withLater returns a sample's data set with figures of the next year of one municipality.
func withLater(t testing.TB, s *sample, code string, figures map[string]float64) *dataset.Dataset {
	t.Helper()
	var b dataset.Builder
	b.AddMunicipality(dataset.Municipality{Code: code})
	for id, v := range figures {
		b.AddIndicator(dataset.Indicator{ID: id, Per: s.per[id]})
		b.Set(code, year+1, id, v)
	}
	own, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := dataset.Merge(own, s.dataset(t))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var laterPrices = plan.Prices{Source: "Somebody", Index: map[int]float64{year: 200, year + 1: 206}}

func runLater(t testing.TB, d *dataset.Dataset, p plan.Plan) *benchmark.Report {
	t.Helper()
	r, err := benchmark.Run(context.Background(), d, p, benchmark.Options{LaterPrices: laterPrices})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestPreliminary holds the preliminary accounts of a municipality with new drivers against
// a fit of the others in another way.
func TestPreliminary(t *testing.T) {
	s := country(45, 31)
	const who = 6
	later := map[string]float64{"kr": 1.2 * s.columns["kr"][who], "people": 1.01 * s.columns["people"][who], "age": s.columns["age"][who] + 1.5}
	d := withLater(t, s, "107", later)
	r := runLater(t, d, testPlan())
	if r.Year != year || len(r.Preliminary) != 1 {
		t.Fatalf("the report is of %d with %d preliminary accounts", r.Year, len(r.Preliminary))
	}
	p := r.Preliminary[0]
	if p.Municipality != "107" || p.Year != year+1 || p.ModelYear != year || p.PriceFactor != 1.03 || p.PriceSource != "Somebody" || len(p.Rows) != 1 {
		t.Fatalf("%+v", p)
	}
	x := [][]float64{s.columns["age"], s.each(func(i int) float64 { return math.Log(s.columns["density"][i]) })}
	var others []int
	for i := range s.municipalities {
		if i != who {
			others = append(others, i)
		}
	}
	fit := refitOn(t, x, s.perUnit("kr", "people"), nil, others)
	own := []float64{later["age"], x[1][who]} // no density of the new year
	level := fit.predict(own)
	z := fit.standardised(own)
	h := 0.0
	for i := range z {
		for j := range z {
			h += z[i] * fit.inverse.At(i, j) * z[j]
		}
	}
	half := distuv.StudentsT{Sigma: 1, Nu: float64(fit.df)}.Quantile(0.975) * fit.sigma * math.Sqrt(1+h)
	actual := later["kr"] / later["people"]
	row := p.Rows[0]
	compare(t, "actual", row.Actual, actual, 1e-12)
	compare(t, "expected", row.Expected.Level, 1.03*level, 1e-9)
	compare(t, "low", row.Expected.Low, 1.03*(level-half), 1e-9)
	compare(t, "high", row.Expected.High, 1.03*(level+half), 1e-9)
	compare(t, "deviation", row.Deviation.Pct, 100*(actual/(1.03*level)-1), 1e-9)
	compare(t, "difference", row.Difference.Kr, (actual-1.03*level)*later["people"], 1e-9)
	compare(t, "before", row.PctBefore, rowOf(t, r, "all", "107").Deviation.Pct, 1e-12)
	if diff := cmp.Diff([]string{"density"}, p.Older); diff != "" {
		t.Errorf("conditions without a figure (-want +got):\n%s", diff)
	}
	if !row.Outside() {
		t.Error("a fifth more is not outside the interval")
	}
	// The report of the year that all have is what it is without them.
	sameRows(t, rowsOf(r), rowsOf(run(t, s.dataset(t), testPlan())), 0)
}

// TestPreliminaryUnchanged: with the figures and drivers of the year before, what is expected
// is what it was, by every estimator that leaves a municipality out exactly.
func TestPreliminaryUnchanged(t *testing.T) {
	s := country(60, 32)
	later := map[string]float64{}
	for _, id := range []string{"kr", "people", "age", "density"} {
		later[id] = s.columns[id][11]
	}
	d := withLater(t, s, "112", later)
	for _, estimator := range []plan.Estimator{plan.OLS, plan.WLS, "huber", "mm", "clean"} {
		for _, scale := range []plan.Scale{plan.Level, plan.Log} {
			p := testPlan()
			p.Estimator, p.Scale, p.LeaveOneOut = estimator, scale, plan.ByRefit
			r := runLater(t, d, p)
			before, row := rowOf(t, r, "all", "112"), r.Preliminary[0].Rows[0]
			tolerance := 1e-9
			if estimator != plan.OLS && estimator != plan.WLS {
				tolerance = 0.02 // the search for outliers begins elsewhere
			}
			compare(t, string(estimator)+" "+string(scale), row.Expected.Level, 1.03*before.Expected.Level, tolerance)
			if row.Expected.Low > row.Expected.Level || row.Expected.High < row.Expected.Level || row.Volume != before.Volume {
				t.Errorf("%s: %+v", estimator, row)
			}
		}
	}
}

// TestPreliminarySaid: what stands for prices and conditions is said, in words and in JSON,
// and a report of another municipality or area has none of it.
func TestPreliminarySaid(t *testing.T) {
	s := country(45, 33)
	d := withLater(t, s, "107", map[string]float64{"kr": 1.1 * s.columns["kr"][6]})
	p := testPlan()
	p.Areas = append(p.Areas, plan.Area{ID: "rest", Spending: []string{"other"}, Per: []string{"people"}})
	nominal := run(t, d, p)
	one := nominal.Preliminary[0]
	if one.PriceFactor != 1 || one.PriceSource != "" || one.Areas != 2 || len(one.Rows) != 1 {
		t.Errorf("%+v", one)
	}
	say := func(p benchmark.Preliminary) string {
		text := p.Title().In(lang.English)
		for _, note := range p.Notes() {
			wordstest.Check(t, "a note", note)
			text += "\n" + note.In(lang.English)
		}
		return text
	}
	for _, want := range []string{"in 2024 prices", "--prices", "1 of 2 areas", "age", "people"} {
		if text := say(one); !strings.Contains(text, want) {
			t.Errorf("no %q in:\n%s", want, text)
		}
	}
	p.Prices = plan.Prices{Source: "Our own", Index: map[int]float64{year: 100, year + 1: 105}}
	priced := runLater(t, d, p)
	if text := say(priced.Preliminary[0]); !strings.Contains(text, "Our own") || !strings.Contains(text, "+5.0") {
		t.Errorf("the plan's own prices are not taken:\n%s", text)
	}
	if w := priced.Warnings[0]; w.Code != benchmark.LaterYear || !strings.Contains(w.Error(), "Town 107") {
		t.Errorf("the first warning is %v", w)
	}
	for _, who := range []string{"107", "108"} {
		narrowed, _ := priced.Only(who)
		if (len(narrowed.Preliminary) == 1) != (who == "107") {
			t.Errorf("%s has %d", who, len(narrowed.Preliminary))
		}
	}
	for _, area := range []string{"all", "rest"} {
		narrowed, _ := priced.OnlyAreas(area)
		if (len(narrowed.Preliminary) == 1) != (area == "all") {
			t.Errorf("%s has %d", area, len(narrowed.Preliminary))
		}
	}
	var report struct {
		Preliminary []struct {
			Year  int
			Rows  []map[string]any
			Title map[string]string
		}
	}
	if err := json.Unmarshal(written(t, priced), &report); err != nil || len(report.Preliminary) != 1 {
		t.Fatalf("%v, %+v", err, report)
	}
	if got := report.Preliminary[0]; got.Year != year+1 || got.Rows[0]["expected"] == nil || got.Title["da"] == "" {
		t.Errorf("%+v", got)
	}
}

// TestNoPreliminary: a year that enough have is compared, and one that the plan names and
// nobody has figures of is an error as before.
func TestNoPreliminary(t *testing.T) {
	s := country(45, 34)
	d := s.dataset(t)
	if r := run(t, d, testPlan()); r.Preliminary != nil {
		t.Errorf("%+v", r.Preliminary)
	}
	p := testPlan()
	if p.YearIn(d) != year || p.LaterIn(d) != 0 {
		t.Errorf("%d, %d", p.YearIn(d), p.LaterIn(d))
	}
	p.Year = year + 3
	if p.YearIn(d) != year+3 || p.LaterIn(d) != 0 {
		t.Errorf("a year without spending: %d, %d", p.YearIn(d), p.LaterIn(d))
	}
	p.Year = year + 1
	d = withLater(t, s, "107", map[string]float64{"kr": s.columns["kr"][6]})
	if p.YearIn(d) != year || p.LaterIn(d) != year+1 {
		t.Errorf("a year that one has: %d, %d", p.YearIn(d), p.LaterIn(d))
	}
	p.Year = year
	if p.LaterIn(d) != 0 {
		t.Error("a plan that names the year that all have is of no later one")
	}
}

// TestFewAreas: a year that has figures of one area of two is told with the year that has
// both.
func TestFewAreas(t *testing.T) {
	s := country(45, 35)
	s.earlier = map[string]int{"other": year - 1}
	p := testPlan()
	p.Areas = append(p.Areas, plan.Area{ID: "rest", Name: "The rest", Spending: []string{"other"}, Per: []string{"people"}})
	both := country(45, 35)
	both.earlier = map[string]int{}
	for id := range both.columns {
		both.earlier[id] = year - 1
		both.columns[id] = both.each(func(i int) float64 { return both.columns[id][i] * (1 + 0.01*float64(i%3)) })
	}
	d, _, err := dataset.Merge(s.dataset(t), both.dataset(t))
	if err != nil {
		t.Fatal(err)
	}
	r := run(t, d, p)
	first := r.Notices()[0].In(lang.English)
	if r.Year != year || !strings.Contains(first, "only 1 of 2 areas") || !strings.Contains(first, "2023") {
		t.Errorf("%d: %s", r.Year, first)
	}
}

// TestOwnDriver: one municipality's own driver of the year compared is its own alone. The
// others keep theirs of the year before, and the model is of them all.
func TestOwnDriver(t *testing.T) {
	s := country(45, 36)
	s.earlier = map[string]int{"age": year - 1}
	own := country(1, 36)
	own.municipalities[0] = s.municipalities[6]
	own.columns = map[string][]float64{"age": {s.columns["age"][6] + 2}}
	d, _, err := dataset.Merge(own.dataset(t), s.dataset(t))
	if err != nil {
		t.Fatal(err)
	}
	r := run(t, d, testPlan())
	s.columns["age"][6] += 2
	want := run(t, s.dataset(t), testPlan())
	if r.Models[0].N != 45 {
		t.Errorf("%d municipalities are in the model", r.Models[0].N)
	}
	sameRows(t, rowsOf(r), rowsOf(want), 1e-12)
}
