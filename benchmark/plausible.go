package benchmark

import (
	"context"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// The bounds of what an area's figures may be beside each other.
const (
	fewestToJudge = 20    // municipalities; with fewer nothing tells what is usual
	nearlyAll     = 0.95  // of the municipalities
	nearlySame    = 0.995 // of R² of a figure on one driver
)

// CheckFigures returns an error that lists the figures which can hardly be right: those that
// [plan.Plan.CheckFigures] finds, and what is so of an area put together. Its unit may be
// wrong, a municipality may have nothing in several areas where nearly all have something and
// it has in other years, or a driver may be nearly the figure that it is to explain. A plan
// that accepts the indicators, or the driver, says that they are right. A run begins with it.
// Nothing is compared.
func CheckFigures(ctx context.Context, d *dataset.Dataset, p plan.Plan) error {
	if err := p.CheckFigures(d); err != nil {
		return err
	}
	r := newRun(d, p, Options{})
	if err := r.applyCorrections(ctx); err != nil {
		return err
	}
	return r.checkAreas()
}

// finding is something that can hardly be right in areas put together.
type finding struct {
	message lang.Message
	accept  string // what the plan accepts if it is right all the same
}

// checkAreas returns an error that lists what can hardly be right in areas put together.
func (r *run) checkAreas() error {
	found := append(r.findZeros(), r.findShareOver()...)
	for i := range r.plan.Areas {
		found = append(found, r.checkArea(&r.plan.Areas[i])...)
	}
	if len(found) == 0 {
		return nil
	}
	messages := make(messageLines, len(found))
	for i, f := range found {
		messages[i] = f.message
	}
	return implausibleAreas.With(messages, found[0].accept)
}

// checkArea finds a wrong unit of one area, and drivers that are nearly its figures.
func (r *run) checkArea(a *plan.Area) (found []finding) {
	unit := r.computeFigures(a, r.years).unit
	if !slices.ContainsFunc(a.Spending, r.accepts) {
		if median, ok := findImplausibleUnit(a, unit); ok {
			found = append(found, finding{wrongUnit.With(a.ID,
				lang.Number{Value: median, Decimals: chooseDecimals(median)}), a.Spending[0]})
		}
	}
	for _, id := range a.Drivers {
		if !r.accepts(id) && len(a.VolumeIDs()) > 0 &&
			isNearly(unit, r.drivers.findDriver(id).values) {
			found = append(found, finding{driverIsSpending.With(a.ID, id), id})
		}
	}
	return found
}

// messageLines are messages, a line each.
type messageLines []lang.Message

func (list messageLines) In(l lang.Language) string { return lang.JoinLines(list, l) }

// mostShare is how much of all service the areas that are added up can be of it; a little more
// than all, since some spending is corrected.
const mostShare = 1.02

// findShareOver finds areas of service that cost more together than all service does. One of
// them is then not a part of it, or is in another unit. It holds against each other the kr. of
// each municipality, of which the median counts, and names the largest area.
func (r *run) findShareOver() []finding {
	w := r.plan.Whole
	if w == nil || slices.ContainsFunc(w.Spending, r.accepts) {
		return nil
	}
	whole := r.computeFigures(&plan.Area{
		Spending: w.Spending, SpendingPer: w.SpendingPer, SpendingFactor: 1,
	}, r.years)
	n := len(r.data.Municipalities())
	sums := make([]float64, n)
	var largest string
	most, areas := 0.0, 0
	for i := range r.plan.Areas {
		a := &r.plan.Areas[i]
		shared, _ := r.plan.SharedWith(a)
		if a.NotService || r.plan.IsWhole(a) || r.plan.WholeOf(a) != "" || shared != "" {
			continue
		}
		areas++
		f := r.computeFigures(a, r.years)
		var shares []float64
		for m := range sums {
			share := f.unit[m] * f.volume[m] / (whole.unit[m] * whole.volume[m])
			if !math.IsNaN(share) {
				sums[m] += share
				shares = append(shares, share)
			}
		}
		if share := findMedian(shares); share > most {
			largest, most = a.ID, share
		}
	}
	share := findMedian(sums)
	if areas < 2 || share <= mostShare {
		return nil
	}
	return []finding{{shareOver.With(areas, lang.Number{Value: 100 * share}, largest,
		lang.Number{Value: 100 * most}), w.Spending[0]}}
}

// findMedian returns the median of values, 0 of none. It leaves them as they are.
func findMedian(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2
}

// accepts says whether the plan accepts an indicator or a driver as it is.
func (r *run) accepts(id string) bool { return slices.Contains(r.plan.Accept, id) }

// findZeros finds the municipalities that spend nothing on several areas, and on a third of
// them or more, where nearly all others spend something and they themselves do in another
// year. One account is posted elsewhere now and then; a row of zeros is of missing figures.
func (r *run) findZeros() (found []finding) {
	areas := map[int][]*plan.Area{} // by municipality
	for i := range r.plan.Areas {
		a := &r.plan.Areas[i]
		if slices.ContainsFunc(a.Spending, r.accepts) {
			continue
		}
		for _, m := range r.listZeros(a) {
			areas[m] = append(areas[m], a)
		}
	}
	for m, of := range r.data.Municipalities() {
		n := len(areas[m])
		if n < 2 || 3*n < len(r.plan.Areas) {
			continue
		}
		var ids lang.List
		for _, a := range areas[m] {
			ids = append(ids, a.ID)
		}
		found = append(found,
			finding{nothingSpent.With(of.Name, r.year, ids), areas[m][0].Spending[0]})
	}
	return found
}

// listZeros returns the municipalities with nothing where nearly all have something, and
// that have something in another year.
func (r *run) listZeros(a *plan.Area) (list []int) {
	unit := r.computeFigures(a, r.years).unit
	known, some := 0, 0
	for _, v := range unit {
		if math.IsNaN(v) {
			continue
		}
		if known++; v != 0 {
			some++
		}
	}
	if known < fewestToJudge || float64(some) < nearlyAll*float64(known) || some == known {
		return nil
	}
	for _, year := range r.plan.SpendingYears(r.data) {
		if slices.Contains(r.years, year) {
			continue
		}
		other := r.computeFigures(a, []int{year}).unit
		for m, v := range unit {
			if v == 0 && other[m] > 0 && !slices.Contains(list, m) {
				list = append(list, m)
			}
		}
	}
	return list
}

// isNearly says whether figures are nearly a driver, but for its scale. A model refuses those
// that it gives exactly.
func isNearly(figures, driver []float64) bool {
	var n, sx, sy, sxx, syy, sxy float64
	for m, y := range figures {
		if x := driver[m]; !math.IsNaN(x + y) {
			n++
			sx, sy = sx+x, sy+y
		}
	}
	for m, y := range figures {
		if x := driver[m]; !math.IsNaN(x + y) {
			dx, dy := x-sx/n, y-sy/n
			sxx, syy, sxy = sxx+dx*dx, syy+dy*dy, sxy+dx*dy
		}
	}
	return n >= fewestToJudge && sxx > 0 && syy > 0 && sxy*sxy > nearlySame*sxx*syy &&
		sxy*sxy < (1-1e-9)*sxx*syy
}
