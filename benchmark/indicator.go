package benchmark

import (
	"fmt"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
)

// figures are what an area costs each municipality over a period, by
// position in the data set. NaN is missing: a figure with any part missing is
// missing, and never zero.
type figures struct {
	unit   []float64 // u = Σ spending / Σ volume, in kr. per unit
	volume []float64 // units a year

	notFinite []int32 // municipalities whose quotient is no number, and so missing
}

// computeFigures computes an area's figures over the years: spending in kr.,
// corrected and at the run's price level, summed over accounts and years, divided
// by the volume summed over the same years. Volume is stated per year, so that unit × volume
// is kr. a year.
func (r *run) computeFigures(a *plan.Area, years []int) figures {
	n := len(r.data.Municipalities())
	if len(years) == 1 && (len(a.Per) == 0 || len(a.Per) == 1 && a.Per[0] == a.SpendingPer) {
		// The figures are already per unit of volume: nothing to multiply by
		// and divide by again.
		f := figures{
			unit:   scaleValues(r.sumIndicators(a.Spending, years[0]), a.SpendingFactor),
			volume: r.findVolume(a, years[0]),
		}
		r.correctSpending(a, years[0], f.unit, f.volume)
		scaleValues(f.unit, r.findDeflator(years[0]))
		f.leaveOutEmpty()
		return f
	}
	spending, volume := make([]float64, n), make([]float64, n)
	for _, year := range years {
		kr := scaleValues(r.sumIndicators(a.Spending, year), a.SpendingFactor)
		if a.SpendingPer != "" {
			per := r.sumIndicators([]string{a.SpendingPer}, year)
			for i := range kr {
				kr[i] *= per[i]
			}
		}
		r.correctSpending(a, year, kr, nil) // in that year's kroner
		scaleValues(kr, r.findDeflator(year))
		v := r.findVolume(a, year)
		for i := range n {
			spending[i] += kr[i]
			volume[i] += v[i]
		}
	}
	for i, v := range volume {
		spending[i] /= v
	}
	f := figures{unit: spending, volume: scaleValues(volume, 1/float64(len(years)))}
	f.leaveOutEmpty()
	return f
}

// mostKr is a figure per unit beyond which nothing can be computed, and which nobody
// spends.
const mostKr = 1e30

// leaveOutEmpty takes out the figure of a municipality whose volume is not above
// zero: there is nobody to spend on, and so no figure per unit. It also takes out one
// that is beyond all numbers, as over a volume of next to nothing.
func (f *figures) leaveOutEmpty() {
	for i, v := range f.volume {
		switch {
		case v <= 0:
			f.unit[i] = math.NaN()
		case math.Abs(f.unit[i]) > mostKr:
			f.unit[i] = math.NaN()
			f.notFinite = append(f.notFinite, int32(i))
		}
	}
}

// findVolume returns an area's volume in a year. Areas share it, and nobody
// changes it.
func (r *run) findVolume(a *plan.Area, year int) []float64 {
	ids := a.Per
	if len(ids) == 0 && a.SpendingPer != "" {
		ids = []string{a.SpendingPer}
	}
	key := fmt.Sprintf("%d %q", year, ids)
	v, ok := r.volumes[key]
	switch {
	case ok:
		return v
	case len(ids) > 0:
		v = r.sumIndicators(ids, year)
	default:
		v = slices.Repeat([]float64{1}, len(r.data.Municipalities()))
	}
	if r.volumes == nil {
		r.volumes = map[string][]float64{}
	}
	r.volumes[key] = v
	return v
}

// sumIndicators adds up indicators of a year.
func (r *run) sumIndicators(ids []string, year int) []float64 {
	total := make([]float64, len(r.data.Municipalities()))
	for _, id := range ids {
		column := r.data.Column(id, year)
		if column == nil {
			return vector.Missing(len(total))
		}
		for i, v := range column {
			total[i] += v
		}
	}
	return total
}

// scaleValues multiplies the values in place, and returns them.
func scaleValues(values []float64, by float64) []float64 {
	if by != 1 {
		for i := range values {
			values[i] *= by
		}
	}
	return values
}

// findNearestYear returns the year nearest to the wanted one in which an
// indicator has figures, the earlier of two as near.
func findNearestYear(d *dataset.Dataset, id string, wanted int) (int, bool) {
	best, found := 0, false
	for _, year := range d.Years() {
		if d.Coverage(id, year) == 0 {
			continue
		}
		if !found || findDistance(year, wanted) < findDistance(best, wanted) {
			best, found = year, true
		}
	}
	return best, found
}

func findDistance(a, b int) int { return max(a-b, b-a) }
