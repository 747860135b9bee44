package benchmark_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
)

// manyAreas are made-up figures of 98 municipalities, in so many years, and the
// plan of 40 areas with four of twelve drivers each.
func manyAreas(b *testing.B, years int) (*dataset.Dataset, plan.Plan) {
	const municipalities, areas, drivers = 98, 40, 12
	r := rand.New(rand.NewPCG(1, 1))
	var builder dataset.Builder
	for m := range municipalities {
		code := fmt.Sprint(101 + m)
		people := math.Exp(10 + 0.8*r.NormFloat64())
		var x [drivers]float64
		for k := range x {
			x[k] = r.NormFloat64()
		}
		for y := range years {
			builder.Set(code, 2010+y, "people", people*(1+0.005*float64(y)))
			for k := range x {
				builder.Set(code, 2010+y, fmt.Sprintf("x%d", k), 50+5*x[k]+0.3*r.NormFloat64())
			}
			for a := range areas {
				builder.Set(code, 2010+y, fmt.Sprintf("area%d", a), 5000+300*x[a%drivers]-200*x[(a+5)%drivers]+400*r.NormFloat64())
			}
		}
	}
	d, err := builder.Build()
	if err != nil {
		b.Fatal(err)
	}
	p := plan.Plan{Exclude: []string{}}
	for a := range areas {
		p.Areas = append(p.Areas, plan.Area{
			ID: fmt.Sprintf("a%d", a), Spending: []string{fmt.Sprintf("area%d", a)}, SpendingPer: "people",
			Drivers: []string{fmt.Sprintf("x%d", a%drivers), fmt.Sprintf("x%d", (a+1)%drivers), fmt.Sprintf("x%d", (a+5)%drivers), fmt.Sprintf("x%d", (a+7)%drivers)},
		})
	}
	return d, p
}

// BenchmarkRun compares 98 municipalities on 40 areas in each of 15 years by
// itself, with every influence measure and every row.
func BenchmarkRun(b *testing.B) {
	const years = 15
	d, p := manyAreas(b, years)
	data := make([]*dataset.Dataset, years)
	for y := range data {
		var err error
		if data[y], err = d.Subset(dataset.Selection{Years: []int{2010 + y}}); err != nil {
			b.Fatal(err)
		}
	}
	for _, estimator := range plan.Estimators() {
		b.Run(string(estimator), func(b *testing.B) {
			p := p
			p.Estimator = estimator
			b.ReportAllocs()
			for b.Loop() {
				for _, d := range data {
					rows := 0
					for row := range run(b, d, p).Rows() {
						if math.IsNaN(row.Expected.Level) {
							b.Fatal("no expected level")
						}
						rows++
					}
					if rows != 98*40 {
						b.Fatalf("%d rows", rows)
					}
				}
			}
		})
	}
}

// BenchmarkCurve makes the specification curves of 98 municipalities on 40 areas
// with eight candidates each: 247 subsets on two scales.
func BenchmarkCurve(b *testing.B) {
	d, p := manyAreas(b, 1)
	for i := range p.Areas {
		for k := range 8 {
			p.Areas[i].Candidates = append(p.Areas[i].Candidates, fmt.Sprintf("x%d", (i+k)%12))
		}
	}
	for _, estimators := range [][]plan.Estimator{{"ols"}, {"ols", "wls"}, {"ols", "wls", "mm"}} {
		b.Run(fmt.Sprint(estimators), func(b *testing.B) {
			p.Curve = &plan.Curve{Estimators: estimators}
			b.ReportAllocs()
			for b.Loop() {
				for row := range run(b, d, p).Rows() {
					if row.Curve == nil || row.Curve.Models != 494*len(estimators) {
						b.Fatalf("%+v", row.Curve)
					}
				}
			}
		})
	}
}
