package excel_test

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// BenchmarkWrite writes a workbook with everything: of as many municipalities
// and areas as Denmark has, and of far more.
func BenchmarkWrite(b *testing.B) {
	for _, size := range []struct{ municipalities, areas int }{{98, 40}, {1000, 100}} {
		r := made(b, size.municipalities, size.areas)
		b.Run(fmt.Sprintf("%dx%d", size.municipalities, size.areas), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				n := &counted{}
				if err := excel.Write(b.Context(), n, r, "m1", lang.Danish, excel.Options{Sheets: excel.AllSheets}); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(n.n)/1e6, "MB")
			}
		})
	}
}

// counted counts what is written.
type counted struct{ n int }

func (c *counted) Write(p []byte) (int, error) {
	c.n += len(p)
	return io.Discard.Write(p)
}

// made is a report of made-up figures of four years.
func made(b *testing.B, municipalities, areas int) *benchmark.Report {
	b.Helper()
	r := rand.New(rand.NewPCG(1, 1))
	var d dataset.Builder
	for m := range municipalities {
		code := fmt.Sprint("m", m)
		x := r.NormFloat64()
		for y := range 4 {
			d.Set(code, 2021+y, "people", float64(10_000+100*m))
			d.Set(code, 2021+y, "x", x)
			for a := range areas {
				d.Set(code, 2021+y, fmt.Sprint("u", a), 5000+300*x+200*r.NormFloat64())
			}
		}
	}
	data, err := d.Build()
	if err != nil {
		b.Fatal(err)
	}
	p := plan.Plan{Register: "none"}
	for a := range areas {
		id := fmt.Sprint("u", a)
		p.Areas = append(p.Areas, plan.Area{ID: id, Name: id, Spending: []string{id}, SpendingPer: "people", Drivers: []string{"x"}})
	}
	report, err := benchmark.Run(context.Background(), data, p, benchmark.Options{})
	if err != nil {
		b.Fatal(err)
	}
	return report
}
