package benchmark

import (
	"fmt"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
)

// figures are what an area costs each municipality over a period. Slices are by
// municipality, and NaN is missing. A figure of which any part is missing is missing itself,
// and never zero.
type figures struct {
	unit   []float64 // Σ spending / Σ volume, in kr. per unit
	volume []float64 // units a year

	notFinite []int32 // municipalities whose quotient is too large for a number, and missing
}

// computeFigures computes an area's figures over some years. The spending in kr. is
// corrected and brought to the run's price level. It is summed over accounts and years, and
// divided by the volume summed over the same years. The volume is then stated per year, so
// that unit × volume is kr. a year.
func (r *run) computeFigures(a *plan.Area, years []int) figures {
	n := len(r.data.Municipalities())
	if len(years) == 1 && (len(a.Per) == 0 || len(a.Per) == 1 && a.Per[0] == a.SpendingPer) {
		// The figures are already per unit of volume. To multiply by the volume and divide
		// by it again would only add rounding errors.
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
			per := r.sumUnits([]string{a.SpendingPer}, year)
			for i := range kr {
				kr[i] *= per[i]
			}
		}
		r.correctSpending(a, year, kr, nil) // corrections are in that year's prices
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

// mostKr is the largest figure per unit. Nobody spends so much, and the sums of squares of
// much larger figures would overflow.
const mostKr = 1e30

// leaveOutEmpty removes the figures of municipalities whose volume is not above zero: if
// there is nobody to spend on, there is no figure per unit. It also removes figures that are
// larger than anything that can be computed with, such as those over a volume of next to
// nothing.
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

// findVolume returns an area's volume in a year. Areas with the same volume share one slice,
// so it must not be changed.
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
		v = r.sumUnits(ids, year)
	default:
		v = slices.Repeat([]float64{1}, len(r.data.Municipalities()))
	}
	if r.volumes == nil {
		r.volumes = map[string][]float64{}
	}
	r.volumes[key] = v
	return v
}

// sumUnits adds up indicators of a year that spending is divided by. Where a municipality
// lacks one, that of the year that stands in for it is taken, if there is such a year.
func (r *run) sumUnits(ids []string, year int) []float64 {
	if r.unitsFrom == 0 {
		return r.sumIndicators(ids, year)
	}
	total := make([]float64, len(r.data.Municipalities()))
	for _, id := range ids {
		now, before := r.data.Column(id, year), r.data.Column(id, r.unitsFrom)
		for i := range total {
			v := pickValue(now, i)
			if math.IsNaN(v) {
				v = pickValue(before, i)
			}
			total[i] += v
		}
	}
	return total
}

// sumIndicators adds up indicators of a year. If the data lack one of them, all is missing.
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

// findNearestYear returns the year nearest to the wanted one in which an indicator has
// figures. Of two that are equally near, it returns the earlier. A year that fewer than half
// as many municipalities have as another is passed over: one municipality's own figure of a
// new year must not leave all the others without any.
func findNearestYear(d *dataset.Dataset, id string, wanted int) (int, bool) {
	best, found := 0, false
	most := 0
	for _, year := range d.Years() {
		most = max(most, d.Coverage(id, year))
	}
	for _, year := range d.Years() {
		if has := d.Coverage(id, year); has == 0 || 2*has < most {
			continue
		}
		if !found || findDistance(year, wanted) < findDistance(best, wanted) {
			best, found = year, true
		}
	}
	return best, found
}

func findDistance(a, b int) int { return max(a-b, b-a) }
