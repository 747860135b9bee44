package benchmark

import (
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// Plan says what to compare and how. Its zero values are the defaults, so
// that a plan needs no more than its areas. [ParsePlan] reads one from a
// file; the keys there are those of the struct tags.
type Plan struct {
	Title string `toml:"title"`
	// Author is whoever answers for the analysis: a workbook's properties name
	// them.
	Author string `toml:"author"`
	// Register names the register that codes and names are checked against:
	// "danmark" (the default) or "none". Whoever reads the data applies it.
	Register string `toml:"register"`
	// Year is the year to compare; 0 is the last year with spending.
	Year int `toml:"year"`
	// Pool is how many years, ending with Year, are pooled into one figure;
	// 0 is one.
	Pool int `toml:"pool"`
	// Estimator finds the expected level: see [Estimators]; empty is "ols".
	Estimator string `toml:"estimator"`
	// Scale is "level" (the default) or "log".
	Scale string `toml:"scale"`
	// Tau is the quantile of "quantile", between 0 and 1; 0 is the median.
	Tau float64 `toml:"tau"`
	// Seed begins the random starts of "mm" and "clean"; the same seed gives the
	// same results.
	Seed int `toml:"seed"`
	// Weights is the ID of the indicator that weighs the municipalities: the
	// variance of a municipality's figure is taken to be inverse to it. Empty:
	// the area's volume for "wls", and none for the others. "ols" takes none.
	Weights string `toml:"weights"`
	// Variance is "constant" (the default), or "size": small municipalities vary
	// more, and weigh less, as the figures themselves tell.
	Variance string `toml:"variance"`
	// LeaveOneOut is how "huber", "mm" and "clean" do without the municipality
	// itself: by "formula" (the default), with the weights of the fit with it, or
	// by "refit", fitted anew without it. The others are exact either way.
	LeaveOneOut string `toml:"leave_one_out"`
	// Exclude names municipalities, by code or name, that do not form the
	// expected level of the others and still get one themselves. Nil: those
	// that the register marks as atypical. Empty but not nil: none.
	Exclude []string `toml:"exclude"`
	// Family is where the false discovery rate is controlled: over the areas
	// of one "municipality" (the default), the municipalities of one "area",
	// or "all".
	Family string `toml:"family"`
	// Materiality is the amount in kr. a year below which a difference is no
	// candidate; nil is 250,000.
	Materiality *float64 `toml:"materiality"`
	// MinN is the fewest municipalities to fit a model on; 0 is 30.
	MinN int `toml:"min_n"`
	// MinNPerDriver is the fewest municipalities for each coefficient of a
	// model; 0 is 10.
	MinNPerDriver int `toml:"min_n_per_driver"`
	// Drivers are the IDs of the drivers of areas that name none themselves.
	Drivers []string `toml:"drivers"`
	// Choose asks for the best subset of the candidates of each area, by
	// "press", "aicc" or "bic"; empty: each has the drivers that are named.
	Choose string `toml:"choose"`
	// Candidates are the IDs of the drivers to choose among in areas that name
	// none themselves.
	Candidates []string `toml:"candidates"`

	// Curve asks for the specification curve; nil: none.
	Curve *Curve `toml:"curve"`
	// Peers is how comparison groups are found.
	Peers Peers `toml:"peers"`
	// Prices bring spending of several years to one price level.
	Prices Prices `toml:"prices"`

	Definitions []Driver `toml:"driver"`
	Areas       []Area   `toml:"area"`
	// Sources say how to take files that do not say enough themselves. Whoever
	// reads the data applies them.
	Sources []dataset.Mapping `toml:"source"`

	Corrections []Correction `toml:"correction"` // the ledger: added to spending before anything is computed

	source planSource
}

// Driver is a background condition made of indicators: the sum of some,
// divided by the sum of others, transformed. An indicator that is to be a
// driver as it stands needs no definition: its ID will do.
type Driver struct {
	ID        string   `toml:"id"`
	Name      string   `toml:"name"` // empty: the ID
	Of        []string `toml:"of"`   // IDs of indicators, summed
	Per       []string `toml:"per"`  // divided by the sum of these; empty: not divided
	Transform string   `toml:"transform"`
}

// Area is a spending area with what to compare it by.
type Area struct {
	ID       string   `toml:"id"`
	Name     string   `toml:"name"`     // empty: the ID
	Spending []string `toml:"spending"` // IDs of indicators, summed
	// SpendingPer is the ID of the indicator the spending figures are already
	// divided by; empty: they are totals.
	SpendingPer string `toml:"spending_per"`
	// SpendingFactor brings the spending figures to kr.; 0 is 1.
	SpendingFactor float64 `toml:"spending_factor"`
	// Per are the IDs of the indicators whose sum is the volume; empty: the
	// volume is SpendingPer, and where that is empty too, totals are compared.
	Per  []string `toml:"per"`
	Unit string   `toml:"unit"` // what the figures are in, "kr. pr. elev"
	// Drivers are IDs; empty: the plan's. Where drivers are chosen, they are
	// those that every choice has, and empty is none.
	Drivers    []string `toml:"drivers"`
	Choose     string   `toml:"choose"`     // empty: the plan's
	Candidates []string `toml:"candidates"` // IDs; empty: the plan's
	// Activity are the IDs of the indicators that measure what is done, summed.
	Activity       []string  `toml:"activity"`
	ActivityPer    string    `toml:"activity_per"`    // what they are already divided by; empty: they are totals
	ActivityFactor float64   `toml:"activity_factor"` // brings them to one unit: 0.001 from 1,000; 0 is 1
	ActivityName   string    `toml:"activity_name"`   // what it is called; empty: the indicators' names
	Quality        []Quality `toml:"quality"`         // what is got for the money, shown beside it
	Target         string    `toml:"target"`          // see [target.Parse]; empty: "expected"
	// NotService says that the spending is no service but, as transfers are, mostly
	// decided by law: it is added up by itself.
	NotService bool `toml:"not_service"`
}

// What a plan may say, and what it says where it says nothing.
var (
	Registers  = []string{"danmark", "none"}
	Scales     = []string{"level", "log"}
	Families   = []string{"municipality", "area", "all"}
	Transforms = []string{"none", "log", "sqrt"}
	Variances  = []string{"constant", "size"}
	LeaveOuts  = []string{"formula", "refit"}
	Choices    = []string{"press", "aicc", "bic"}
)

const (
	defaultMaterialityKr = 250_000
	defaultMinN          = 30
	defaultMinNPerDriver = 10
)

// withDefaults returns the plan with every default in its place.
func (p Plan) withDefaults() Plan {
	or := func(s *string, fallback string) {
		if *s == "" {
			*s = fallback
		}
	}
	or(&p.Register, Registers[0])
	or(&p.Estimator, "ols")
	or(&p.Scale, Scales[0])
	or(&p.Variance, Variances[0])
	or(&p.LeaveOneOut, LeaveOuts[0])
	or(&p.Family, Families[0])
	if p.Tau == 0 {
		p.Tau = 0.5
	}
	if p.Pool == 0 {
		p.Pool = 1
	}
	if p.Materiality == nil {
		p.Materiality = new(float64(defaultMaterialityKr))
	}
	if p.MinN == 0 {
		p.MinN = defaultMinN
	}
	if p.MinNPerDriver == 0 {
		p.MinNPerDriver = defaultMinNPerDriver
	}
	p.Curve = p.Curve.withDefaults()
	if p.Peers.K == 0 {
		p.Peers.K = defaultPeers
	}
	if len(p.Peers.Drivers) == 0 {
		p.Peers.Drivers = p.Drivers
	}
	p.Definitions = slices.Clone(p.Definitions)
	for i := range p.Definitions {
		d := &p.Definitions[i]
		or(&d.Name, d.ID)
		or(&d.Transform, Transforms[0])
	}
	p.Corrections = tidied(p.Corrections)
	p.Areas = slices.Clone(p.Areas)
	for i := range p.Areas {
		a := &p.Areas[i]
		or(&a.Name, a.ID)
		or(&a.Target, "expected")
		if a.SpendingFactor == 0 {
			a.SpendingFactor = 1
		}
		if a.ActivityFactor == 0 {
			a.ActivityFactor = 1
		}
		or(&a.Choose, p.Choose)
		switch {
		case a.Choose != "" && len(a.Candidates) == 0:
			a.Candidates = p.Candidates
		case a.Choose == "" && len(a.Drivers) == 0:
			a.Drivers = p.Drivers
		}
	}
	return p
}

// uses says whether an area has a driver.
func (p *Plan) uses(driver string) bool {
	if p.Curve != nil && (slices.Contains(p.Curve.Candidates, driver) || slices.Contains(p.Drivers, driver)) {
		return true
	}
	return slices.Contains(p.Peers.Drivers, driver) || slices.ContainsFunc(p.Areas, func(a Area) bool {
		return slices.Contains(a.Drivers, driver) || len(a.Drivers) == 0 && slices.Contains(p.Drivers, driver) ||
			slices.Contains(a.Candidates, driver) || slices.Contains(p.Candidates, driver)
	})
}

// definition returns the driver that the plan defines with an ID.
func (p *Plan) definition(id string) (Driver, bool) {
	for _, d := range p.Definitions {
		if d.ID == id {
			return d, true
		}
	}
	return Driver{}, false
}

// whole returns the ID of the area that another is a part of: the first whose
// spending has all of the other's and more. Empty where there is none.
func (p *Plan) whole(part *Area) string {
	for _, a := range p.Areas {
		if len(a.Spending) > len(part.Spending) && !slices.ContainsFunc(part.Spending, func(id string) bool {
			return !slices.Contains(a.Spending, id)
		}) {
			return a.ID
		}
	}
	return ""
}

// PlanError is something wrong in a plan, with where it stands.
type PlanError struct {
	File   string // empty for a plan made by a program
	Line   int    // 0: not known
	Key    string // "area.spending"
	Column string // of a CSV file of corrections
	Text   string // what was found
	More   int    // how many later places have the very same error

	message lang.Message
}

// In returns the error in words.
func (e *PlanError) In(l lang.Language) string {
	where := e.File
	if where == "" {
		where = planWord.In(l)
	}
	if e.message.Phrase == tooManyErrors {
		return where + ": " + e.message.In(l)
	}
	if e.Line > 0 {
		where += ", " + lang.Line.With(e.Line).In(l)
	}
	if e.Key != "" {
		where += ", " + keyWord.With(e.Key).In(l)
	}
	if e.Column != "" {
		where += ", " + columnWord.With(e.Column).In(l)
	}
	text := where + ": " + e.message.In(l)
	switch {
	case e.More == 1:
		text += " " + oneMorePlace.In(l)
	case e.More > 1:
		text += " " + morePlaces.With(e.More).In(l)
	}
	return text
}

// Error returns the error in English.
func (e *PlanError) Error() string { return e.In(lang.English) }

// maxPlanErrors is how many errors of a plan are told one by one.
const maxPlanErrors = 200

// add adds an error, or counts it where there are enough to be told.
func (es *PlanErrors) add(s *planSource, path, text string, message lang.Message) {
	es.put(s.at(path, text, message))
}

func (es *PlanErrors) put(e *PlanError) {
	if len(*es) < maxPlanErrors {
		*es = append(*es, e)
		return
	}
	if last := (*es)[len(*es)-1]; last.message.Phrase == tooManyErrors {
		last.More++
		last.message = tooManyErrors.With(last.More)
		return
	}
	*es = append(*es, &PlanError{File: e.File, Line: math.MaxInt, More: 1, message: tooManyErrors.With(1)})
}

// PlanErrors is everything wrong in a plan.
type PlanErrors []*PlanError

// In returns all errors in words, a line each.
func (es PlanErrors) In(l lang.Language) string {
	lines := make([]string, len(es))
	for i, e := range es {
		lines[i] = e.In(l)
	}
	return strings.Join(lines, "\n")
}

// Error returns all errors in English, a line each.
func (es PlanErrors) Error() string { return es.In(lang.English) }

// Unwrap returns the errors, so that [errors.As] finds a *PlanError.
func (es PlanErrors) Unwrap() []error {
	errs := make([]error, len(es))
	for i, e := range es {
		errs[i] = e
	}
	return errs
}
