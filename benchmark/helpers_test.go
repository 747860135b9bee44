package benchmark_test

import (
	"context"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"
)

func TestMain(m *testing.M) {
	longtest.DrawFew()
	longtest.CollectSeldom()
	m.Run()
}

var nan = math.NaN()

// runBundled compares the bundled accounts by the default plan.
var runBundled = sync.OnceValues(func() (*benchmark.Report, error) {
	p := danmark.DefaultPlan(lang.Danish)
	return benchmark.Run(context.Background(), danmark.Accounts(), p, benchmark.Options{})
})

// bundled returns the report of the bundled accounts by the default plan. The
// tests share it, and none changes it.
func bundled(t testing.TB) *benchmark.Report {
	t.Helper()
	r, err := runBundled()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// firstAreas cuts a plan down to its first n areas, but for the long tests.
func firstAreas(p plan.Plan, n int) plan.Plan {
	if !longtest.Wanted() {
		p.Areas = p.Areas[:n]
	}
	return p
}

const year = 2024

// sample is a small made-up country: figures of one year by indicator, one
// for each municipality.
type sample struct {
	municipalities []dataset.Municipality
	columns        map[string][]float64
	per            map[string]string // indicator: what its figures are divided by
	earlier        map[string]int    // indicator: the year of its figures, where that is another
	notes          map[string]string // indicator: what is to be known of it
}

// country draws a country of n municipalities: "kr" is spending in kr., some
// 20,000 per inhabitant of "people", more where "age" is high and "density"
// low; "pupils" is a part of the people.
func country(n int, seed uint64) *sample {
	r := rand.New(rand.NewPCG(seed, 9))
	s := &sample{columns: map[string][]float64{}, per: map[string]string{}, earlier: map[string]int{}, notes: map[string]string{}}
	for _, id := range []string{"kr", "other", "people", "pupils", "age", "density", "income"} {
		s.columns[id] = make([]float64, n)
	}
	for i := range n {
		s.municipalities = append(s.municipalities, dataset.Municipality{Code: fmt.Sprint(101 + i), Name: fmt.Sprintf("Town %d", 101+i)})
		people := math.Round(40_000 * math.Exp(0.8*r.NormFloat64()))
		age, density := 42+2*r.NormFloat64(), 200*math.Exp(r.NormFloat64())
		s.columns["people"][i] = people
		s.columns["pupils"][i] = math.Round(people * (0.10 + 0.01*r.NormFloat64()))
		s.columns["age"][i] = age
		s.columns["density"][i] = density
		s.columns["income"][i] = 300_000 + 30_000*r.NormFloat64()
		s.columns["kr"][i] = people * (20_000 + 400*(age-42) - 500*math.Log(density/200) + 800*r.NormFloat64())
		s.columns["other"][i] = people * (3_000 - 50*(age-42) + 150*r.NormFloat64())
	}
	return s
}

// copied is a copy that can be changed.
func (s *sample) copied() *sample {
	c := &sample{municipalities: slices.Clone(s.municipalities), columns: map[string][]float64{}, per: maps.Clone(s.per), earlier: maps.Clone(s.earlier), notes: maps.Clone(s.notes)}
	for id, column := range s.columns {
		c.columns[id] = slices.Clone(column)
	}
	return c
}

// perUnit returns one indicator divided by another.
func (s *sample) perUnit(id, per string) []float64 {
	values := make([]float64, len(s.municipalities))
	for i := range values {
		values[i] = s.columns[id][i] / s.columns[per][i]
	}
	return values
}

func (s *sample) each(f func(i int) float64) []float64 {
	values := make([]float64, len(s.municipalities))
	for i := range values {
		values[i] = f(i)
	}
	return values
}

func (s *sample) dataset(t testing.TB) *dataset.Dataset {
	t.Helper()
	var b dataset.Builder
	for _, m := range s.municipalities {
		b.AddMunicipality(m)
	}
	for _, id := range slices.Sorted(maps.Keys(s.columns)) {
		b.AddIndicator(dataset.Indicator{ID: id, Per: s.per[id], Note: s.notes[id]})
		at := year
		if y, ok := s.earlier[id]; ok {
			at = y
		}
		for i, v := range s.columns[id] {
			if !math.IsNaN(v) {
				b.Set(s.municipalities[i].Code, at, id, v)
			}
		}
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// plan compares "kr" per inhabitant by age and density.
func testPlan() plan.Plan {
	return plan.Plan{
		Title:       "Test",
		Exclude:     []string{},
		Definitions: []plan.Driver{{ID: "ldensity", Name: "Density (log)", Of: []string{"density"}, Transform: "log"}},
		Drivers:     []string{"age", "ldensity"},
		Areas:       []plan.Area{{ID: "all", Name: "Everything", Spending: []string{"kr"}, Per: []string{"people"}, Unit: "kr. per inhabitant"}},
	}
}

func run(t testing.TB, d *dataset.Dataset, p plan.Plan) *benchmark.Report {
	t.Helper()
	r, err := benchmark.Run(context.Background(), d, p, benchmark.Options{})
	if err != nil {
		t.Fatalf("Run: %v", err)
	}
	return r
}

// rowsOf gathers the rows by area and municipality.
func rowsOf(r *benchmark.Report) map[string]benchmark.Row {
	rows := map[string]benchmark.Row{}
	for row := range r.Rows() {
		rows[row.Area+" "+row.Municipality] = row
	}
	return rows
}

func rowOf(t testing.TB, r *benchmark.Report, area, code string) benchmark.Row {
	t.Helper()
	for row := range r.Rows() {
		if row.Area == area && row.Municipality == code {
			return row
		}
	}
	t.Fatalf("no row for area %s, municipality %s", area, code)
	return benchmark.Row{}
}

// sameRows compares rows to a relative tolerance.
func sameRows(t testing.TB, got, want map[string]benchmark.Row, tolerance float64, but ...string) {
	t.Helper()
	opts := cmp.Options{
		cmpopts.EquateNaNs(), cmpopts.EquateApprox(tolerance, tolerance), cmpopts.EquateEmpty(),
		cmpopts.IgnoreFields(benchmark.Row{}, but...),
	}
	if diff := cmp.Diff(want, got, opts); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

// codes lists the codes of warnings, sorted, each once.
func codes(warnings ...[]benchmark.Warning) []benchmark.WarningCode {
	found := map[benchmark.WarningCode]bool{}
	for _, list := range warnings {
		for _, w := range list {
			found[w.Code] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

func near(got, want, tolerance float64) bool {
	if math.IsNaN(got) || math.IsNaN(want) {
		return math.IsNaN(got) && math.IsNaN(want)
	}
	return math.Abs(got-want) <= tolerance*math.Abs(want)
}

func compare(t testing.TB, what string, got, want, tolerance float64) {
	t.Helper()
	if !near(got, want, tolerance) {
		t.Errorf("%s: got %.17g, want %.17g", what, got, want)
	}
}

// refit is a weighted least squares fit in another way than the package's:
// normal equations of standardised columns, by Cholesky.
type refit struct {
	n, df        int
	coefficients []float64 // on the standardised columns, the intercept first
	mean, sd     []float64 // of the columns
	inverse      mat.SymDense
	sigma        float64
	residuals    []float64
	meanY        float64
	meanX        []float64 // weighted
}

// refitOn fits y on the columns of x, on the given rows.
func refitOn(t testing.TB, x [][]float64, y, weights []float64, rows []int) *refit {
	t.Helper()
	p := len(x) + 1
	f := &refit{n: len(rows), df: len(rows) - p, mean: make([]float64, len(x)), sd: make([]float64, len(x)), meanX: make([]float64, len(x))}
	weight := func(i int) float64 {
		if weights == nil {
			return 1
		}
		return weights[i]
	}
	total := 0.0
	for _, i := range rows {
		total += weight(i)
		f.meanY += weight(i) * y[i]
	}
	f.meanY /= total
	for k, c := range x {
		for _, i := range rows {
			f.mean[k] += c[i] / float64(len(rows))
			f.meanX[k] += weight(i) * c[i] / total
		}
		for _, i := range rows {
			f.sd[k] += (c[i] - f.mean[k]) * (c[i] - f.mean[k])
		}
		f.sd[k] = math.Sqrt(f.sd[k] / float64(len(rows)))
	}
	a, b := mat.NewSymDense(p, nil), mat.NewVecDense(p, nil)
	for _, i := range rows {
		z := f.standardised(at(x, i))
		for j := range p {
			b.SetVec(j, b.AtVec(j)+weight(i)*z[j]*y[i])
			for k := j; k < p; k++ {
				a.SetSym(j, k, a.At(j, k)+weight(i)*z[j]*z[k])
			}
		}
	}
	var chol mat.Cholesky
	if !chol.Factorize(a) {
		t.Fatal("the refit's normal equations are singular")
	}
	var beta mat.VecDense
	if err := chol.SolveVecTo(&beta, b); err != nil {
		t.Fatal(err)
	}
	if err := chol.InverseTo(&f.inverse); err != nil {
		t.Fatal(err)
	}
	f.coefficients = beta.RawVector().Data
	rss := 0.0
	for _, i := range rows {
		e := y[i] - f.predict(at(x, i))
		f.residuals = append(f.residuals, e)
		rss += weight(i) * e * e
	}
	f.sigma = math.Sqrt(rss / float64(f.df))
	return f
}

func at(x [][]float64, i int) []float64 {
	row := make([]float64, len(x))
	for k, c := range x {
		row[k] = c[i]
	}
	return row
}

func (f *refit) standardised(x []float64) []float64 {
	z := []float64{1}
	for k, v := range x {
		z = append(z, (v-f.mean[k])/f.sd[k])
	}
	return z
}

func (f *refit) predict(x []float64) float64 {
	sum := 0.0
	for k, z := range f.standardised(x) {
		sum += z * f.coefficients[k]
	}
	return sum
}

// error is the standard deviation of the prediction error.
func (f *refit) error(x []float64, weight float64) float64 {
	z := mat.NewVecDense(len(x)+1, f.standardised(x))
	return f.sigma * math.Sqrt(1/weight+mat.Inner(z, &f.inverse, z))
}

func (f *refit) half() float64 {
	return distuv.StudentsT{Sigma: 1, Nu: float64(f.df)}.Quantile(0.975)
}

// slope is the coefficient of column k in the column's own unit.
func (f *refit) slope(k int) float64 { return f.coefficients[k+1] / f.sd[k] }

// smearing is Duan's factor.
func (f *refit) smearing() float64 {
	sum := 0.0
	for _, e := range f.residuals {
		sum += math.Exp(e)
	}
	return sum / float64(f.n)
}

// sensitivity is a report's targets under every rule.
func sensitivity(t testing.TB, r *benchmark.Report) *benchmark.Sensitivity {
	t.Helper()
	s, err := r.Sensitivity(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// curveOf is a municipality's whole specification curve.
func curveOf(t testing.TB, r *benchmark.Report, municipality, area string) []benchmark.Specification {
	t.Helper()
	curve, err := r.CurveOf(t.Context(), municipality, area)
	if err != nil {
		t.Fatal(err)
	}
	return curve
}
