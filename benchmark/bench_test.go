package benchmark_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/dataset"
)

// BenchmarkRun compares 98 municipalities on 40 areas in each of 15 years.
func BenchmarkRun(b *testing.B) {
	const municipalities, areas, years, drivers = 98, 40, 15, 12
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
	all, err := builder.Build()
	if err != nil {
		b.Fatal(err)
	}
	data := make([]*dataset.Dataset, years) // each year by itself
	for y := range data {
		if data[y], err = all.Subset(dataset.Selection{Years: []int{2010 + y}}); err != nil {
			b.Fatal(err)
		}
	}
	p := benchmark.Plan{Exclude: []string{}}
	for a := range areas {
		p.Areas = append(p.Areas, benchmark.Area{
			ID: fmt.Sprintf("a%d", a), Spending: []string{fmt.Sprintf("area%d", a)}, SpendingPer: "people",
			Drivers: []string{fmt.Sprintf("x%d", a%drivers), fmt.Sprintf("x%d", (a+1)%drivers), fmt.Sprintf("x%d", (a+5)%drivers), fmt.Sprintf("x%d", (a+7)%drivers)},
		})
	}
	b.ReportAllocs()
	for b.Loop() {
		for y := range years {
			rows := 0
			for row := range run(b, data[y], p).Rows() {
				if math.IsNaN(row.Expected) {
					b.Fatal("no expected level")
				}
				rows++
			}
			if rows != municipalities*areas {
				b.Fatalf("%d rows", rows)
			}
		}
	}
}
