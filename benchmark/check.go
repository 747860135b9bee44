package benchmark

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// planCheck gathers what is wrong in a plan.
type planCheck struct {
	plan *Plan
	errs PlanErrors
	told map[string]*PlanError // unknown indicators, by ID
}

func (c *planCheck) add(path, text string, message lang.Message) {
	c.errs.add(&c.plan.source, path, text, message)
}

// unknown reports an indicator that the data do not have, once however often
// the plan names it.
func (c *planCheck) unknown(path, id string, known []string) {
	if first, ok := c.told[id]; ok {
		first.More++
		return
	}
	if len(c.errs) >= maxPlanErrors {
		c.add(path, id, tooManyErrors.With(1)) // counted
		return
	}
	c.add(path, id, unknownIndicator.With(id, lang.Suggest(id, known)))
	if c.told == nil {
		c.told = map[string]*PlanError{}
	}
	c.told[id] = c.errs[len(c.errs)-1]
}

// oneOf reports a word that is not one of those allowed. Empty is the default.
func (c *planCheck) oneOf(path, word string, allowed []string) {
	if word == "" {
		return
	}
	for _, a := range allowed {
		if word == a {
			return
		}
	}
	c.add(path, word, notOneOf.With(word, strings.Join(allowed, ", "), lang.Suggest(word, allowed)))
}

// checkWords reports what is wrong in the plan whatever the data.
func (p *Plan) checkWords() PlanErrors {
	c := &planCheck{plan: p}
	c.short("title", p.Title)
	c.short("author", p.Author)
	c.oneOf("register", p.Register, Registers)
	c.oneOf("estimator", p.Estimator, Estimators())
	c.oneOf("scale", p.Scale, Scales)
	c.oneOf("family", p.Family, Families)
	c.oneOf("variance", p.Variance, Variances)
	c.oneOf("leave_one_out", p.LeaveOneOut, LeaveOuts)
	if p.Variance == "size" && p.Weights != "" {
		c.add("variance", p.Variance, weightsTwice.With(p.Weights))
	}
	c.choice("", p.Choose, p.Candidates, len(p.Candidates) > 0 || p.Choose == "" || p.everyAreaNames())
	atLeastOne := func(path string, n int) {
		if n < 0 {
			c.add(path, strconv.Itoa(n), tooSmall.With(1))
		}
	}
	atLeastOne("pool", p.Pool)
	if p.Pool > maxPool {
		c.add("pool", strconv.Itoa(p.Pool), tooLarge.With(maxPool))
	}
	atLeastOne("min_n", p.MinN)
	atLeastOne("min_n_per_driver", p.MinNPerDriver)
	if !(p.Tau >= 0 && p.Tau < 1) {
		c.add("tau", fmt.Sprint(p.Tau), notQuantile.With())
	}
	if p.Materiality != nil && !(*p.Materiality >= 0) {
		c.add("materiality", fmt.Sprint(*p.Materiality), tooSmall.With(0))
	}
	c.prices()
	c.checkSources(p.Sources)
	defined := map[string]bool{}
	for i, d := range p.Definitions {
		path := fmt.Sprintf("driver[%d].", i)
		c.id(path+"id", d.ID, defined)
		c.short(path+"name", d.Name)
		if len(d.Of) == 0 {
			c.add(path+"of", "", mayNotBeEmpty.With())
		}
		c.twice(path+"of", d.Of)
		c.twice(path+"per", d.Per)
		c.oneOf(path+"transform", d.Transform, Transforms)
	}
	if len(p.Areas) == 0 {
		c.add("area", "", noAreas.With())
	}
	defined = map[string]bool{}
	for i, a := range p.Areas {
		path := fmt.Sprintf("area[%d].", i)
		c.id(path+"id", a.ID, defined)
		c.short(path+"name", a.Name)
		c.short(path+"unit", a.Unit)
		if len(a.Spending) == 0 {
			c.add(path+"spending", "", mayNotBeEmpty.With())
		}
		if !(a.SpendingFactor >= 0) || math.IsInf(a.SpendingFactor, 0) {
			c.add(path+"spending_factor", fmt.Sprint(a.SpendingFactor), tooSmall.With(0))
		}
		if a.Target != "" {
			if _, err := target.Parse(a.Target); err != nil {
				c.add(path+"target", a.Target, err.(lang.Message))
			}
		}
		c.choice(path, a.Choose, a.Candidates, true)
		c.twice(path+"drivers", a.Drivers)
		c.twice(path+"spending", a.Spending)
		c.twice(path+"per", a.Per)
		c.activity(path, &a)
		c.quality(path, a.Quality)
	}
	c.twice("drivers", p.Drivers)
	c.corrections()
	c.curve()
	c.checkPeers()
	return c.errs
}

// maxText bounds the texts that outputs show.
const maxText = 200

func (c *planCheck) short(path, text string) {
	if len([]rune(text)) > maxText {
		c.add(path, text[:20]+"…", tooLong.With(maxText))
	}
}

// choice reports what is wrong with a choice of drivers.
func (c *planCheck) choice(path, choose string, candidates []string, any bool) {
	c.oneOf(path+"choose", choose, Choices)
	c.twice(path+"candidates", candidates)
	switch {
	case len(candidates) > regress.MaxCandidates:
		c.add(path+"candidates", strconv.Itoa(len(candidates)), tooManyCandidates.With(regress.MaxCandidates))
	case !any:
		c.add(path+"candidates", "", noCandidates.With())
	}
}

// everyAreaNames says whether every area has candidates of its own.
func (p *Plan) everyAreaNames() bool {
	return !slices.ContainsFunc(p.Areas, func(a Area) bool { return len(a.Candidates) == 0 })
}

// maxPool is more years than any accounts go back.
const maxPool = 100

func (c *planCheck) id(path, id string, defined map[string]bool) {
	c.short(path, id)
	switch {
	case strings.TrimSpace(id) == "":
		c.add(path, id, mayNotBeEmpty.With())
	case defined[id]:
		c.add(path, id, namedTwice.With(id))
	}
	defined[id] = true
}

func (c *planCheck) twice(path string, ids []string) {
	seen := map[string]bool{}
	for _, id := range ids {
		if seen[id] {
			c.add(path, id, namedTwice.With(id))
		}
		seen[id] = true
	}
}

// Check reports, as [PlanErrors], everything in the plan that means nothing
// or that the data set does not have: indicators, drivers, municipalities and
// years. [Run] begins with it.
func (p *Plan) Check(d *dataset.Dataset) error {
	c := &planCheck{plan: p, errs: p.checkWords()}
	var known []string
	for _, ind := range d.Indicators() {
		known = append(known, ind.ID)
	}
	indicators := func(path string, ids ...string) {
		for _, id := range ids {
			if _, ok := d.Indicator(id); !ok {
				c.unknown(path, id, known)
			}
		}
	}
	drivers := known
	for _, def := range p.Definitions {
		drivers = append(drivers, def.ID)
	}
	driverIDs := func(path string, ids []string) {
		for _, id := range ids {
			_, defined := p.definition(id)
			if _, ok := d.Indicator(id); !ok && !defined {
				c.add(path, id, unknownDriver.With(id, lang.Suggest(id, drivers)))
			}
		}
	}

	optional := func(path, id string) {
		if id != "" {
			indicators(path, id)
		}
	}
	optional("weights", p.Weights)
	c.municipalities("exclude", p.Exclude, d)
	driverIDs("drivers", p.Drivers)
	driverIDs("candidates", p.Candidates)
	if p.Curve != nil {
		driverIDs("curve.candidates", p.Curve.Candidates)
	}
	for i, def := range p.Definitions {
		if !p.uses(def.ID) {
			continue // a plan may keep drivers that it has no use for today
		}
		path := fmt.Sprintf("driver[%d].", i)
		indicators(path+"of", def.Of...)
		indicators(path+"per", def.Per...)
	}
	for i, a := range p.Areas {
		path := fmt.Sprintf("area[%d].", i)
		indicators(path+"spending", a.Spending...)
		optional(path+"spending_per", a.SpendingPer)
		c.factor(path+"spending_factor", a, d)
		indicators(path+"per", a.Per...)
		indicators(path+"activity", a.Activity...)
		optional(path+"activity_per", a.ActivityPer)
		for k, q := range a.Quality {
			indicators(fmt.Sprintf("%squality[%d].indicator", path, k), q.Indicator)
		}
		driverIDs(path+"drivers", a.Drivers)
		driverIDs(path+"candidates", a.Candidates)
		c.target(path+"target", a.Target, d)
	}
	driverIDs("peers.drivers", p.Peers.Drivers)
	for _, id := range slices.Sorted(maps.Keys(p.Peers.Weights)) {
		driverIDs("peers.weights."+id, []string{id})
	}
	c.municipalities("peers.exclude", p.Peers.Exclude, d)
	if others := len(d.Municipalities()) - 1; others > 0 && p.Peers.K > others {
		c.add("peers.k", strconv.Itoa(p.Peers.K), tooLarge.With(others))
	}
	c.years(d)
	c.correctionsIn(d, known)
	c.indexCovers(d)
	if len(c.errs) > 0 {
		return c.errs
	}
	return nil
}

// factor reports a factor for figures that were brought to kroner when they were
// read: it would be counted twice.
func (c *planCheck) factor(path string, a Area, d *dataset.Dataset) {
	if a.SpendingFactor == 0 || a.SpendingFactor == 1 {
		return
	}
	for _, id := range a.Spending {
		if ind, _ := d.Indicator(id); ind.UnitGiven != "" {
			c.add(path, fmt.Sprint(a.SpendingFactor), factorTwice.With(id, ind.UnitGiven, ind.Unit))
			return
		}
	}
}

// municipalities reports names that are no municipality's.
func (c *planCheck) municipalities(path string, names []string, d *dataset.Dataset) {
	for _, who := range names[:min(len(names), 100_000)] {
		if !d.Knows(who) {
			c.add(path, who, unknownMunicipality.With(who, d.Suggest(who)))
		}
	}
}

// target reports what a target rule asks of the data that they do not have.
func (c *planCheck) target(path, text string, d *dataset.Dataset) {
	rule, err := target.Parse(text)
	if text == "" || err != nil { // none of its own, or told before
		return
	}
	for _, message := range target.Check(rule, d) {
		c.add(path, text, message)
	}
}

// years reports years that the data do not have.
func (c *planCheck) years(d *dataset.Dataset) {
	var dated lang.List
	for _, y := range d.Years() {
		if y == dataset.Undated {
			continue
		}
		if y == c.plan.Year {
			return
		}
		dated = append(dated, strconv.Itoa(y))
	}
	switch {
	case len(dated) == 0 && c.plan.Pool > 1:
		c.add("pool", strconv.Itoa(c.plan.Pool), poolUndated.With())
	case len(dated) > 0 && c.plan.Year != 0:
		c.add("year", strconv.Itoa(c.plan.Year), noSuchYear.With(c.plan.Year, dated))
	}
}
