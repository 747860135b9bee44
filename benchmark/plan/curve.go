package plan

import (
	"fmt"
	"slices"
	"strconv"
)

// Curve asks for the specification curve (Simonsohn, Simmons & Nelson 2020). The curve
// shows how far every municipality deviates in every model that would have been as
// reasonable as the one reported. The models are all subsets of at least two of the area's
// candidate drivers, each fitted by every one of the estimators on every one of the
// scales. The zero value asks for the defaults.
//
// If an area chooses its drivers, its forced drivers are in every model. The models are
// weighted by the plan's weights. If the plan names none, "wls" is weighted by the volume
// and the others are not weighted. The variance is constant, and leave-one-out is by
// "formula".
type Curve struct {
	// Estimators are some of [CurveEstimators]. If empty, they are "ols", "wls" and "mm".
	Estimators []Estimator `toml:"estimators"`
	Scales     []Scale     `toml:"scales"` // some of [Scales]; if empty, both
	// Candidates are the IDs of the drivers that the models have subsets of, at most
	// [MaxCurveCandidates]. They are for the areas that name no candidates themselves, or
	// that name more than a curve takes. If empty, such an area has the plan's candidates.
	// If the plan has none either, the area has its own drivers and then the plan's, as
	// many as there is room for.
	Candidates []string `toml:"candidates"`
}

// MaxCurveCandidates is the most candidates of a curve. Each candidate doubles the number
// of models.
const MaxCurveCandidates = 8

// CurveDrivers lists the drivers that the models of an area's specification curve have.
type CurveDrivers struct {
	Forced     []string // IDs of the drivers that every model has
	Candidates []string // IDs of the drivers that the models have subsets of
}

// withDefaults returns the curve with its estimators and scales filled in. The candidates
// depend on the area: see [Plan.CurveDrivers].
func (c *Curve) withDefaults() *Curve {
	if c == nil {
		return nil
	}
	with := *c
	if len(with.Estimators) == 0 {
		with.Estimators = []Estimator{OLS, WLS, MM}
	}
	if len(with.Scales) == 0 {
		with.Scales = Scales()
	}
	return &with
}

// CurveDrivers finds the drivers of the curve of an area, given by its position in the
// plan. It must be called on the plan as it was written, without defaults: there an empty
// list still means that nobody named any. It also returns the path of the key that names
// the candidates.
func (p *Plan) CurveDrivers(area int) (drivers CurveDrivers, path string) {
	a := &p.Areas[area]
	at := fmt.Sprintf("area[%d].", area)
	if a.Choose != "" || p.Choose != "" {
		drivers.Forced = a.Drivers
	}
	candidates := a.Drivers
	named := len(p.Curve.Candidates) > 0
	switch {
	case len(a.Candidates) > 0 && (len(a.Candidates) <= MaxCurveCandidates || !named):
		// The area's candidates come first. But a choice may have more candidates than a
		// curve takes, and then the curve's own take their place.
		candidates, path = a.Candidates, at+"candidates"
	case named:
		candidates, path = p.Curve.Candidates, "curve.candidates"
	case len(p.Candidates) > 0:
		candidates, path = p.Candidates, "candidates"
	default:
		// Nobody names candidates, so the area's drivers are varied. If the area has none,
		// the plan's are. If it has some, the plan's fill the room that is left.
		path = at + "drivers"
		for _, id := range p.Drivers {
			switch {
			case len(a.Drivers) == 0:
				candidates, path = p.Drivers, "drivers"
			case len(candidates) < MaxCurveCandidates && !slices.Contains(candidates, id):
				candidates = append(candidates[:len(candidates):len(candidates)], id)
			}
		}
	}
	for _, id := range candidates {
		if !slices.Contains(drivers.Forced, id) {
			drivers.Candidates = append(drivers.Candidates, id)
		}
	}
	return drivers, path
}

// checkCurve reports what is wrong with what the plan says of the specification curve.
func (c *checker) checkCurve() {
	p := c.plan
	if p.Curve == nil {
		return
	}
	checkList(c, "curve.estimators", p.Curve.Estimators, CurveEstimators())
	checkList(c, "curve.scales", p.Curve.Scales, Scales())
	c.checkUnique("curve.candidates", p.Curve.Candidates)
	told := map[string]bool{}
	for i := range p.Areas {
		drivers, path := p.CurveDrivers(i)
		if n := len(drivers.Candidates); n > MaxCurveCandidates && !told[path] {
			c.add(path, strconv.Itoa(n), tooManyForCurve.With(MaxCurveCandidates))
			told[path] = true
		}
	}
}

// checkList reports words of a list that are not allowed, are empty or are named twice.
func checkList[W ~string](c *checker, path string, list, allowed []W) {
	c.checkUnique(path, makeStrings(list))
	for _, word := range list {
		if checkWord(c, path, word, allowed); word == "" {
			c.add(path, "", mayNotBeEmpty.With())
		}
	}
}
