package benchmark_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/dataset"
)

// planted is a made-up year of municipalities in which some figures were moved.
type planted struct {
	data  *dataset.Dataset
	moved map[[2]string]int // area and municipality: +1 up, −1 down
	areas []string
}

// plant makes n municipalities with five drivers and as many areas: lasting
// effects of 3 per cent that no driver explains, noise of 5 per cent that falls
// with population to the power of exponent, and a share of the figures moved by
// 4 to 12 times their noise, two thirds of them upward.
func plant(t *testing.T, seed uint64, n, areas int, exponent, share float64) planted {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 2))
	p := planted{moved: map[[2]string]int{}}
	var b dataset.Builder
	population := make([]float64, n)
	for i := range population {
		population[i] = math.Round(45_000 * math.Exp(0.8*rng.NormFloat64()))
		b.Set(fmt.Sprint(1000+i), 2024, "population", population[i])
	}
	for a := range areas {
		area := fmt.Sprintf("area%02d", a)
		p.areas = append(p.areas, area)
		for i := range n {
			code := fmt.Sprint(1000 + i)
			level := 1.0
			for k := range 5 {
				x := rng.NormFloat64()
				b.Set(code, 2024, fmt.Sprintf("%s.x%d", area, k), x)
				if k < 3 {
					level += 0.03 * x
				}
			}
			sd := 0.05 * math.Pow(population[i]/45_000, -exponent)
			level += 0.03*rng.NormFloat64() + sd*rng.NormFloat64()
			if rng.Float64() < share {
				size, way := (4+8*rng.Float64())*sd, 1
				if rng.Float64() > 2.0/3 {
					way = -1
				}
				level += float64(way) * size
				p.moved[[2]string{area, code}] = way
			}
			b.Set(code, 2024, area, 10_000*level)
		}
	}
	var err error
	if p.data, err = b.Build(); err != nil {
		t.Fatal(err)
	}
	return p
}

// detect runs a plan over all areas and returns the share of the moved figures
// that were found, at a false discovery rate of 5 per cent on each side, and
// the share of what was found that was not moved that way.
func (p planted) detect(t *testing.T, estimator, variance string) (power, falseShare float64, gamma float64) {
	t.Helper()
	plan := benchmark.Plan{Estimator: estimator, Variance: variance, Family: "all", Materiality: new(0.0)}
	for _, area := range p.areas {
		a := benchmark.Area{ID: area, Spending: []string{area}, SpendingPer: "population"}
		for k := range 5 {
			a.Drivers = append(a.Drivers, fmt.Sprintf("%s.x%d", area, k))
		}
		plan.Areas = append(plan.Areas, a)
	}
	r, err := benchmark.Run(context.Background(), p.data, plan)
	if err != nil {
		t.Fatal(err)
	}
	right, wrong := 0, 0
	for row := range r.Rows() {
		way := p.moved[[2]string{row.Area, row.Municipality}]
		switch {
		case row.Q <= 0.05 && way == 1, row.QLow <= 0.05 && way == -1:
			right++
		case row.Q <= 0.05, row.QLow <= 0.05:
			wrong++
		}
	}
	for _, m := range r.Models {
		gamma += m.Gamma / float64(len(r.Models))
	}
	return float64(right) / float64(max(1, len(p.moved))), float64(wrong) / float64(max(1, right+wrong)), gamma
}

// TestDetection plants differences and looks for them: least squares hides
// half of them, and finding them must not cost false ones. The table is for
// reading; what is held is what variance by size and the clean estimator are
// for.
func TestDetection(t *testing.T) {
	t.Logf("%-24s %-8s %-9s power  false", "municipalities", "estim.", "variance")
	for _, s := range []struct {
		name            string
		n               int
		exponent, share float64
	}{
		{"98, noise by size", 98, 0.35, 0.05},
		{"98, noise equal", 98, 0, 0.05},
		{"98, 15 per cent moved", 98, 0.35, 0.15},
		{"98, none moved", 98, 0.35, 0},
	} {
		power, falseShare := map[string]float64{}, map[string]float64{}
		for _, estimator := range []string{"ols", "mm", "clean"} {
			for _, variance := range benchmark.Variances {
				const years = 3
				key := estimator + "/" + variance
				for year := range uint64(years) {
					p, f, gamma := plant(t, 100*year+7, s.n, 40, s.exponent, s.share).detect(t, estimator, variance)
					power[key] += p / years
					falseShare[key] += f / years
					if variance == "size" && (gamma < 0 || gamma > 0.45 || s.exponent > 0 && s.share <= 0.05 && gamma < 0.12) {
						t.Errorf("%s, %s: γ is %.2f on average, the noise falls with %.2f beside lasting effects that do not", s.name, key, gamma, s.exponent)
					}
				}
				t.Logf("%-24s %-8s %-9s %5.3f  %5.3f", s.name, estimator, variance, power[key], falseShare[key])
			}
		}
		if s.share == 0 {
			continue
		}
		if power["clean/size"] < 0.9 || falseShare["clean/size"] > 0.08 {
			t.Errorf("%s: clean with variance by size finds %.3f with %.3f false", s.name, power["clean/size"], falseShare["clean/size"])
		}
		if power["ols/constant"] > power["clean/size"]-0.2 {
			t.Errorf("%s: least squares hides nothing: %.3f", s.name, power["ols/constant"])
		}
	}
}
