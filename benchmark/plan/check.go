package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// checker collects everything that is wrong in a plan.
type checker struct {
	plan *Plan
	errs Errors
	told map[string]*Error // the first report of each unknown indicator, by ID
}

func (c *checker) add(path, text string, message lang.Message) {
	c.errs.add(&c.plan.source, path, text, message)
}

// addUnknown reports an indicator that the data do not have. If the plan names it again,
// the first report counts the places.
func (c *checker) addUnknown(path, id string, known []string) {
	if first, ok := c.told[id]; ok {
		first.More++
		return
	}
	if len(c.errs) >= maxErrors {
		// Nobody will see this error. Errors.put only counts it, so the costly search for
		// a similar ID is left out.
		c.add(path, id, tooManyErrors.With(1))
		return
	}
	c.add(path, id, unknownIndicator.With(id, lang.Suggest(id, known)))
	if c.told == nil {
		c.told = map[string]*Error{}
	}
	c.told[id] = c.errs[len(c.errs)-1]
}

// checkWord reports a word that is not one of those allowed. An empty word stands for the
// default and is always right.
func checkWord[W ~string](c *checker, path string, word W, allowed []W) {
	if word == "" || slices.Contains(allowed, word) {
		return
	}
	near := lang.Suggest(string(word), makeStrings(allowed))
	c.add(path, string(word), notOneOf.With(string(word), joinWords(allowed), near))
}

// checkWords reports everything that can be seen to be wrong in the plan without any data.
func (p *Plan) checkWords() Errors {
	c := &checker{plan: p}
	c.checkLength("title", p.Title)
	c.checkLength("author", p.Author)
	checkWord(c, "register", p.Register, Registers())
	checkWord(c, "estimator", p.Estimator, Estimators())
	checkWord(c, "scale", p.Scale, Scales())
	checkWord(c, "family", p.Family, Families())
	checkWord(c, "variance", p.Variance, Variances())
	checkWord(c, "leave_one_out", p.LeaveOneOut, LeaveOneOuts())
	if p.Variance == VarianceBySize && p.Weights != "" {
		c.add("variance", string(p.Variance), weightsTwice.With(p.Weights))
	}
	c.checkChoice("", p.Choose, p.Candidates,
		len(p.Candidates) > 0 || p.Choose == "" || p.everyAreaHasCandidates())
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
	if !(p.Tau >= 0 && p.Tau < 1) { // written so that NaN is wrong too
		c.add("tau", fmt.Sprint(p.Tau), notQuantile.With())
	}
	if p.Materiality != nil && !(*p.Materiality >= 0) {
		c.add("materiality", fmt.Sprint(*p.Materiality), tooSmall.With(0))
	}
	c.checkPrices()
	c.checkSources(p.Sources)
	defined := map[string]bool{}
	for i, d := range p.Definitions {
		path := fmt.Sprintf("driver[%d].", i)
		c.checkID(path+"id", d.ID, defined)
		c.checkLength(path+"name", d.Name)
		if len(d.Of) == 0 {
			c.add(path+"of", "", mayNotBeEmpty.With())
		}
		c.checkUnique(path+"of", d.Of)
		c.checkUnique(path+"per", d.Per)
		checkWord(c, path+"transform", d.Transform, Transforms())
	}
	if len(p.Areas) == 0 {
		c.add("area", "", noAreas.With())
	}
	defined = map[string]bool{}
	for i, a := range p.Areas {
		path := fmt.Sprintf("area[%d].", i)
		c.checkID(path+"id", a.ID, defined)
		c.checkLength(path+"name", a.Name)
		c.checkLength(path+"unit", a.Unit)
		if len(a.Spending) == 0 {
			c.add(path+"spending", "", mayNotBeEmpty.With())
		}
		c.checkFactor(path+"spending_factor", a.SpendingFactor)
		if a.Target != "" {
			if _, err := target.Parse(a.Target); err != nil {
				c.add(path+"target", a.Target, err.(lang.Message))
			}
		}
		c.checkChoice(path, a.Choose, a.Candidates, true)
		c.checkUnique(path+"drivers", a.Drivers)
		c.checkUnique(path+"spending", a.Spending)
		c.checkUnique(path+"per", a.Per)
		c.checkActivity(path, &a)
		c.checkQuality(path, a.Quality)
		c.checkUnique(path+"target_group", a.TargetGroup)
		c.checkLength(path+"target_group_name", a.TargetGroupName)
	}
	c.checkUnique("drivers", p.Drivers)
	c.checkCorrections()
	c.checkCurve()
	c.checkPeers()
	return c.errs
}

// checkActivity reports what is wrong with an area's activity.
func (c *checker) checkActivity(path string, a *Area) {
	c.checkUnique(path+"activity", a.Activity)
	c.checkLength(path+"activity_name", a.ActivityName)
	c.checkFactor(path+"activity_factor", a.ActivityFactor)
}

// The bounds of a factor. A factor brings figures in thousands, millions or per cent to
// kroner. One outside these bounds is a typing error, and its products would overflow or
// vanish.
const (
	leastFactor = 1e-15
	mostFactor  = 1e15
)

// checkFactor reports a factor that no figures can need. 0 stands for the default.
func (c *checker) checkFactor(path string, factor float64) {
	switch {
	case factor == 0:
	case !(factor > 0):
		c.add(path, fmt.Sprint(factor), tooSmall.With(0))
	case factor < leastFactor || factor > mostFactor:
		c.add(path, fmt.Sprint(factor), absurdFactor.With(fmt.Sprint(factor)))
	}
}

// maxText is the most characters of a text that outputs show.
const maxText = 200

// checkLength reports a text that is too long to show.
func (c *checker) checkLength(path, text string) {
	if len([]rune(text)) > maxText {
		c.add(path, string([]rune(text)[:20])+"…", tooLong.With(maxText))
	}
}

// MaxCandidates is the most candidates of a choice. Each candidate doubles the number of
// subsets to compare.
const MaxCandidates = 15

// checkChoice reports what is wrong with a choice of drivers. The argument any says
// whether there is anything to choose among, here or elsewhere in the plan.
func (c *checker) checkChoice(path string, choose Choice, candidates []string, any bool) {
	checkWord(c, path+"choose", choose, Choices())
	c.checkUnique(path+"candidates", candidates)
	switch {
	case len(candidates) > MaxCandidates:
		c.add(path+"candidates", strconv.Itoa(len(candidates)),
			tooManyCandidates.With(MaxCandidates))
	case !any:
		c.add(path+"candidates", "", noCandidates.With())
	}
}

// everyAreaHasCandidates says whether every area has candidates of its own.
func (p *Plan) everyAreaHasCandidates() bool {
	return !slices.ContainsFunc(p.Areas, func(a Area) bool { return len(a.Candidates) == 0 })
}

// maxPool is the most years that can be pooled. No accounts go back so far.
const maxPool = 100

// checkID reports an ID that is empty, too long or already in defined. It then adds the ID
// to defined.
func (c *checker) checkID(path, id string, defined map[string]bool) {
	c.checkLength(path, id)
	switch {
	case strings.TrimSpace(id) == "":
		c.add(path, id, mayNotBeEmpty.With())
	case defined[id]:
		c.add(path, id, namedTwice.With(id))
	}
	defined[id] = true
}

// checkUnique reports IDs that a list names twice.
func (c *checker) checkUnique(path string, ids []string) {
	seen := map[string]bool{}
	for _, id := range ids {
		if seen[id] {
			c.add(path, id, namedTwice.With(id))
		}
		seen[id] = true
	}
}

// Check reports everything that is wrong in the plan, as [Errors]. It reports words that
// mean nothing, and it reports indicators, drivers, municipalities and years that the data
// set does not have. benchmark.Run calls Check before it computes anything. A nil plan or
// data set is an error too, with its words in both languages.
func (p *Plan) Check(d *dataset.Dataset) error {
	switch {
	case p == nil:
		return noPlan.With()
	case d == nil:
		return noData.With()
	}
	c := &checker{plan: p, errs: p.checkWords()}
	known := make([]string, len(d.Indicators()))
	for i, ind := range d.Indicators() {
		known[i] = ind.ID
	}
	c.checkIDs(d, known)
	c.checkMunicipalities("exclude", p.Exclude, d)
	for i, a := range p.Areas {
		path := fmt.Sprintf("area[%d].", i)
		c.checkDoubleFactor(path+"spending_factor", a, d)
		c.checkTarget(path+"target", a.Target, d)
		c.checkDividedBy(path+"spending_per", a, d)
		c.checkCircle(path+"drivers", a)
	}
	c.checkMunicipalities("peers.exclude", p.Peers.Exclude, d)
	if others := len(d.Municipalities()) - 1; others > 0 && p.Peers.K > others {
		c.add("peers.k", strconv.Itoa(p.Peers.K), tooLarge.With(others))
	}
	c.checkYear(d)
	c.checkCorrectionData(d, known)
	c.checkIndexYears(d)
	if len(c.errs) > 0 {
		return c.errs
	}
	return nil
}

// checkIDs reports the IDs in the plan that the data do not have. It checks the parts of a
// driver only if something uses the driver, because a plan may keep drivers for later.
func (c *checker) checkIDs(d *dataset.Dataset, known []string) {
	drivers := known
	for _, def := range c.plan.Definitions {
		drivers = append(drivers[:len(drivers):len(drivers)], def.ID)
	}
	c.plan.eachReference(func(r reference) {
		if _, ok := d.Indicator(r.id); ok {
			return
		}
		switch r.use {
		case asIndicator:
			if c.plan.SkipLacking && c.plan.isSpending(r.id) {
				return
			}
			c.addUnknown(r.path, r.id, known)
		case asWhole:
			// Data without all of service are in order. Only the share that the areas have
			// of it is then unknown.
		case asPart:
			if c.plan.usesDriver(c.plan.Definitions[r.at].ID) {
				c.addUnknown(r.path, r.id, known)
			}
		case asDriver:
			if _, defined := c.plan.Definition(r.id); !defined {
				c.add(r.path, r.id, unknownDriver.With(r.id, lang.Suggest(r.id, drivers)))
			}
		default:
			c.addUnknown(r.path, r.id, known)
		}
	})
}

// checkDoubleFactor reports a factor for figures that were brought to kroner when they
// were read. The factor would be applied twice.
func (c *checker) checkDoubleFactor(path string, a Area, d *dataset.Dataset) {
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

// checkMunicipalities reports names that no municipality of the data has.
func (c *checker) checkMunicipalities(path string, names []string, d *dataset.Dataset) {
	for _, who := range names[:min(len(names), 100_000)] {
		if !d.Knows(who) {
			c.add(path, who, unknownMunicipality.With(who, d.Suggest(who)))
		}
	}
}

// checkTarget reports what a target rule needs and the data lack, such as a municipality
// that it names.
func (c *checker) checkTarget(path, text string, d *dataset.Dataset) {
	rule, err := target.Parse(text)
	if text == "" || err != nil { // the area names no rule, or checkWords has reported it
		return
	}
	for _, message := range target.Check(rule, d) {
		c.add(path, text, message)
	}
}

// checkYear reports a year to compare that the data do not have. It also reports a plan
// that pools years, if the data have no years.
func (c *checker) checkYear(d *dataset.Dataset) {
	var dated lang.List
	used := c.plan.Indicators()
	for _, y := range d.Years() {
		hasFigures := func(id string) bool { return d.Column(id, y) != nil }
		if y == dataset.Undated || !slices.ContainsFunc(used, hasFigures) {
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
