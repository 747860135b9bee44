package benchmark

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"sync"

	"github.com/raaderum/raaderum/benchmark/expected"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// comparison is one area compared. It has the model of the spending, what is reported of the
// model, and the other evidence. Slices are by municipality. Nothing in it changes once the
// report is made.
type comparison struct {
	area    *plan.Area
	data    *dataset.Dataset
	model   Model           // what is reported
	numbers *expected.Model // of the spending
	drivers []*driver

	uses     []use // the figures that the area is compared by
	followed []use // the figures of other years that show how differences last

	before []float64 // the unit figure a year earlier; nil if the data do not go back so far
	ranks  ranking

	rule      target.Rule
	own       namedFinder // finds the targets by the area's own rule
	peers     func() *peerSpace
	orderOnce sync.Once
	order     []int32 // see sortByFigure

	curve     *areaCurve      // nil if the plan asks for none
	activity  *expected.Model // nil if the area names no activity, or it cannot be fitted
	quality   []quality
	heads     *heads            // nil if the plan does not say whom the area is for
	years     *areaYears        // how the differences lasted; nil if there are too few years
	corrected map[int][]int     // by municipality: the years in which its figure is corrected
	postings  map[int][]Sibling // by municipality: see [run.findPostings]
}

// unit returns the figures, in kr. per unit.
func (c *comparison) unit() []float64 { return c.numbers.Area.Unit }

// volume returns the units a year.
func (c *comparison) volume() []float64 { return c.numbers.Area.Volume }

// name returns the name of the municipality at a position.
func (c *comparison) name(municipality int) string {
	return c.data.Municipalities()[municipality].Name
}

// code returns the code of the municipality at a position.
func (c *comparison) code(municipality int) string {
	return c.data.Municipalities()[municipality].Code
}

// nameMunicipalities returns the names of the municipalities at some positions.
func (c *comparison) nameMunicipalities(municipalities []int32) []string {
	names := make([]string, len(municipalities))
	for i, m := range municipalities {
		names[i] = c.name(int(m))
	}
	return names
}

// warn adds a warning about the area's model.
func (c *comparison) warn(code WarningCode, message lang.Message) {
	c.model.Warnings = append(c.model.Warnings,
		Warning{Code: code, Area: c.area.ID, message: message})
}

// prepareArea does everything that comes before an area's model is fitted. It computes the
// figures, chooses and computes the drivers, and decides which municipalities are in the
// fit. If the model cannot be fitted, it says why.
func (r *run) prepareArea(ctx context.Context, a *plan.Area) (*comparison, error) {
	c := &comparison{area: a, data: r.data}
	c.rule, _ = target.Parse(a.Target)
	c.model = newModel(&r.plan, a)
	c.model.Activity = r.nameActivity(a)
	figures := r.computeFigures(a, r.years)
	c.before = r.findFiguresBefore(a)
	for _, year := range r.years {
		for _, id := range slices.Concat(a.Spending, a.VolumeIDs()) {
			c.uses = append(c.uses, use{id, year})
		}
	}
	numbers := expected.Area{Unit: figures.unit, Volume: figures.volume, Excluded: r.excluded}
	r.setWeights(c, &numbers)
	method := newMethod(&r.plan, a)
	r.warnOfScale(c, numbers, method)
	r.warnOfQuotients(c, figures.notFinite)
	r.prepareCurve(c, numbers)
	refused, err := r.chooseDrivers(ctx, c, numbers, method)
	if err != nil {
		return nil, err
	}
	for _, id := range a.Drivers {
		d := r.drivers.findDriver(id)
		c.drivers = append(c.drivers, d)
		c.uses = append(c.uses, d.uses...)
		c.model.Drivers = append(c.model.Drivers, DriverName{ID: id, Name: d.name})
		numbers.Drivers = append(numbers.Drivers, d.toExpected())
	}
	c.peers = r.spaces.findSpace(c.listPeerDrivers(&r.plan))
	c.quality = r.findQualities(c)
	c.numbers = expected.New(numbers, method)
	c.heads = r.findHeads(c)
	c.model.N = len(c.numbers.Rows)
	c.warnOfRows()
	r.warnOfArea(c)
	c.refuse(r.refuseYears(c), refused)
	return c, nil
}

// refuse refuses a model that cannot be fitted, and warns why. An area without figures is
// not also told that its municipalities are too few. If the drivers could not be chosen,
// chooseDrivers has warned already.
func (c *comparison) refuse(noFigures bool, choice *expected.Refusal) {
	if noFigures {
		c.numbers.Refuse(expected.Refusal{Why: expected.NoFigures})
		return
	}
	for _, refusal := range c.numbers.Refusals {
		c.warnOfRefusal(refusal)
	}
	if choice != nil {
		c.numbers.Refuse(*choice)
	}
}

// setWeights finds the precision weights of the municipalities.
func (r *run) setWeights(c *comparison, numbers *expected.Area) {
	if r.plan.Variance == plan.VarianceBySize {
		// The weights cannot be known before the models are fitted, because they depend on
		// how fast the variance falls with size. Until then the volume takes their place:
		// a municipality without one will have no weight either.
		numbers.Weights, numbers.WeightsKey = numbers.Volume, "size"
		return
	}
	var uses []use
	numbers.Weights, numbers.WeightsKey, uses = r.findWeights(
		r.plan.Estimator, c.area, numbers.Volume)
	c.uses = append(c.uses, uses...)
}

// findWeights returns the weights that an estimator has if the variance is constant, and the
// figures that they come from. Areas with the same key have the same weights.
func (r *run) findWeights(
	e plan.Estimator, a *plan.Area, volume []float64,
) (weights []float64, key string, uses []use) {
	switch {
	case e == plan.OLS:
	case r.plan.Weights != "":
		weights, uses = r.drivers.sumIndicators([]string{r.plan.Weights})
		key = r.plan.Weights
	case e == plan.WLS:
		weights, key = volume, fmt.Sprintf("%q of %q", a.SpendingPer, a.Per)
	}
	return weights, key, uses
}

// warnOfScale warns of the municipalities whose figures have no logarithm, if the scale is
// logarithmic.
func (r *run) warnOfScale(c *comparison, numbers expected.Area, method expected.Method) {
	if lost := expected.NotPositive(numbers, method); len(lost) > 0 {
		c.warn(NotPositive, notPositive.With(nameFew(c.nameMunicipalities(lost))))
	}
}

// warnOfQuotients warns of the municipalities whose spending divided by volume is not a
// number.
func (r *run) warnOfQuotients(c *comparison, notFinite []int32) {
	if len(notFinite) > 0 {
		c.warn(NotFinite, notFiniteFigure.With(nameFew(c.nameMunicipalities(notFinite))))
	}
}

// warnOfRows warns of the municipalities that are not in the fit because something is
// missing.
func (c *comparison) warnOfRows() {
	var empty []int32 // there is nobody to spend on
	for m, v := range c.volume() {
		if v <= 0 {
			empty = append(empty, int32(m))
		}
	}
	if len(empty) > 0 {
		c.warn(EmptyVolume, emptyVolume.With(nameFew(c.nameMunicipalities(empty))))
	}
	if without := c.numbers.Incomplete; len(without) > 0 && len(without) < len(c.unit()) {
		c.warn(MissingFigure,
			missingFigure.With(len(without), nameFew(c.nameMunicipalities(without))))
	}
}

// warnOfArea warns of what is unusual in how the plan puts the area together.
func (r *run) warnOfArea(c *comparison) {
	if len(c.area.VolumeIDs()) == 0 {
		c.warn(NoVolume, noVolume.With())
	}
	r.warnOfUnits(c)
}

// refuseYears says whether an area must be refused because its spending or volume has no
// figures at all in one of the years compared. If so, it warns which.
func (r *run) refuseYears(c *comparison) bool {
	for _, id := range slices.Concat(c.area.Spending, c.area.VolumeIDs()) {
		var has, lacks lang.List
		for _, year := range r.data.Years() {
			if r.data.Column(id, year) != nil {
				has = append(has, strconv.Itoa(year))
			}
		}
		for _, year := range r.years {
			if r.data.Column(id, year) == nil {
				lacks = append(lacks, strconv.Itoa(year))
			}
		}
		ind, _ := r.data.Indicator(id)
		switch {
		case len(has) == 0:
			c.warn(RefusedNoFigures, refusedNothing.With(ind.Name))
			return true
		case len(lacks) > 0:
			c.warn(RefusedNoFigures, refusedNoFigures.With(ind.Name, lacks, has))
			return true
		}
	}
	return false
}

// warnOfRefusal warns that a model was refused, and says why.
func (c *comparison) warnOfRefusal(r expected.Refusal) {
	switch r.Why {
	case expected.TooFew:
		c.warn(RefusedTooFew, refusedTooFew.With(r.N, r.Needed))
	case expected.TooFewPerDriver:
		c.warn(RefusedPerDriver, refusedPerDriver.With(r.N, c.numbers.Columns(), r.Needed))
	case expected.SpendingConstant:
		c.warn(RefusedConstant, spendingConstant.With())
	case expected.DriverConstant:
		c.warn(RefusedConstant, driverConstant.With(c.findDriverName(r.Driver)))
	case expected.Dependent:
		c.warnOfRank(r)
	case expected.Perfect:
		c.warn(RefusedPerfect, refusedPerfect.With())
	case expected.NoSpread:
		c.warn(RefusedNoSpread, refusedNoSpread.With())
	default:
		c.warn(RefusedNotFitted, refusedNotFitted.With())
	}
}

// warnOfRank warns that a driver is a linear combination of others, and names them. If the
// others are the intercept alone, the driver is constant.
func (c *comparison) warnOfRank(r expected.Refusal) {
	var drivers []string
	withConstant := false
	for _, id := range append([]string{r.Driver}, r.Of...) {
		if id == regress.InterceptName {
			withConstant = true
			continue
		}
		drivers = append(drivers, c.findDriverName(id))
	}
	others := lang.List(drivers[1:])
	switch {
	case len(others) == 0:
		c.warn(RefusedRank, nearlyConstant.With(drivers[0]))
	case withConstant:
		c.warn(RefusedRank, refusedRank.With(drivers[0], withIntercept{others}))
	default:
		c.warn(RefusedRank, refusedRank.With(drivers[0], others))
	}
}

// findDriverName returns the name of a driver of the area.
func (c *comparison) findDriverName(id string) string {
	for _, d := range c.drivers {
		if d.id == id {
			return d.name
		}
	}
	return id
}

// withIntercept is a list of drivers that ends with the intercept.
type withIntercept struct{ drivers lang.List }

// In returns the list in a language.
func (w withIntercept) In(l lang.Language) string {
	return append(w.drivers[:len(w.drivers):len(w.drivers)], interceptWord.In(l)).In(l)
}

// sortByFigure returns the municipalities that have a figure, the lowest figure first. It
// sorts them once, when it is first called.
func (c *comparison) sortByFigure() []int32 {
	c.orderOnce.Do(func() {
		unit := c.unit()
		for m, u := range unit {
			if !math.IsNaN(u) {
				c.order = append(c.order, int32(m))
			}
		}
		slices.SortStableFunc(c.order,
			func(a, b int32) int { return cmp.Compare(unit[a], unit[b]) })
	})
	return c.order
}
