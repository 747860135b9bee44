package regress_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/raaderum/raaderum/benchmark/regress"
)

// BenchmarkOLS factorises a design and fits one response.
func BenchmarkOLS(b *testing.B) {
	for _, size := range []struct{ rows, columns int }{{98, 6}, {1000, 10}, {100_000, 6}} {
		b.Run(fmt.Sprintf("%dx%d", size.rows, size.columns), func(b *testing.B) {
			names, x, y, _ := random(1, size.rows, size.columns-1) // the intercept is a column
			b.ReportAllocs()
			for b.Loop() {
				factor, err := regress.Factorize(regress.NewDesign(len(y), names, x), nil)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := (regress.OLS{}).Fit(context.Background(), factor, y); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
