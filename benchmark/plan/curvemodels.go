package plan

import (
	"fmt"
	"slices"
	"strconv"
)

// withDefaults returns the curve with every default but the candidates in its
// place.
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

// CurveDrivers finds the drivers that an area's curve varies. It takes the plan as it was
// written, without defaults. path is the key that names the candidates.
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
		// A choice may have more candidates than a curve takes. The curve's own then stand
		// in for them.
		candidates, path = a.Candidates, at+"candidates"
	case named:
		candidates, path = p.Curve.Candidates, "curve.candidates"
	case len(p.Candidates) > 0:
		candidates, path = p.Candidates, "candidates"
	default:
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

// checkCurve reports what is wrong with the specification curve.
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

// checkList reports words of a list that are not allowed, are empty or stand twice.
func checkList[W ~string](c *checker, path string, list, allowed []W) {
	c.checkUnique(path, makeStrings(list))
	for _, word := range list {
		if checkWord(c, path, word, allowed); word == "" {
			c.add(path, "", mayNotBeEmpty.With())
		}
	}
}
