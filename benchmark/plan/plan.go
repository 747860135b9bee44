package plan

import (
	"cmp"
	"slices"

	"github.com/raaderum/raaderum/dataset"
)

// Plan says what to compare and how. Its zero values are the defaults, so
// that a plan needs no more than its areas. [Parse] reads one from a
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
	// Estimator finds the expected level: see [Estimators]; empty is "ols", which any
	// program can do after. The default plan of package danmark says "clean" instead,
	// with Variance "size": on accounts some municipalities are always posted another
	// way, and a plan that says nothing should not leave anybody out without a word.
	Estimator Estimator `toml:"estimator"`
	// Scale is "level" (the default) or "log".
	Scale Scale `toml:"scale"`
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
	Variance Variance `toml:"variance"`
	// LeaveOneOut is how "huber", "mm" and "clean" do without the municipality
	// itself: by "formula" (the default), with the weights of the fit with it, or
	// by "refit", fitted anew without it. The others are exact either way.
	LeaveOneOut LeaveOneOut `toml:"leave_one_out"`
	// Exclude names municipalities, by code or name, that do not form the
	// expected level of the others and still get one themselves. Nil: those
	// that the register marks as atypical. Empty but not nil: none.
	Exclude []string `toml:"exclude"`
	// Accept are the IDs of indicators whose figures are right, though they look as if they
	// could not be: see [Plan.CheckFigures].
	Accept []string `toml:"accept"`
	// Family is where the false discovery rate is controlled: over the areas
	// of one "municipality" (the default), the municipalities of one "area",
	// or "all".
	Family Family `toml:"family"`
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
	Choose Choice `toml:"choose"`
	// Candidates are the IDs of the drivers to choose among in areas that name
	// none themselves.
	Candidates []string `toml:"candidates"`

	// Whole is all service spending, which the areas are a share of; nil: not known.
	Whole *Whole `toml:"whole"`

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

	// The ledger: added to spending before anything is computed.
	Corrections []Correction `toml:"correction"`

	source source
}

// Whole is the spending that the areas of service are a share of.
type Whole struct {
	Spending []string `toml:"spending"` // IDs of indicators, summed
	// SpendingPer is the ID of the indicator that the figures are already divided by; empty:
	// they are totals.
	SpendingPer string `toml:"spending_per"`
}

// Driver is a background condition made of indicators. Its value is the sum of some
// indicators, divided by the sum of others, and transformed. An indicator is a driver
// without a definition: a plan names its ID.
type Driver struct {
	ID        string    `toml:"id"`
	Name      string    `toml:"name"` // empty: the ID
	Of        []string  `toml:"of"`   // IDs of indicators, summed
	Per       []string  `toml:"per"`  // divided by the sum of these; empty: not divided
	Transform Transform `toml:"transform"`
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
	Choose     Choice   `toml:"choose"`     // empty: the plan's
	Candidates []string `toml:"candidates"` // IDs; empty: the plan's
	// Activity are the IDs of the indicators that measure what is done, summed.
	Activity []string `toml:"activity"`
	// What they are already divided by; empty: they are totals.
	ActivityPer string `toml:"activity_per"`
	// Brings them to one unit: 0.001 from 1,000; 0 is 1.
	ActivityFactor float64 `toml:"activity_factor"`
	// What it is called; empty: the indicators' names.
	ActivityName string    `toml:"activity_name"`
	Quality      []Quality `toml:"quality"` // what is got for the money, shown beside it
	Target       string    `toml:"target"`  // see [target.Parse]; empty: "expected"
	// NotService says that the spending is no service but, as transfers are, mostly
	// decided by law: it is added up by itself.
	NotService bool `toml:"not_service"`
	// Note is what a reader of the area's figures should know: what the accounts hold, and
	// what is posted elsewhere.
	Note string `toml:"note"`
	// Questions are what a meeting should ask where the area stands out, the best first.
	Questions []string `toml:"questions"`
}

const (
	defaultMaterialityKr = 250_000
	DefaultMinN          = 30
	DefaultMinNPerDriver = 10
)

// WithDefaults returns the plan with every default in its place.
func (p Plan) WithDefaults() Plan {
	p.Register = cmp.Or(p.Register, Registers()[0])
	p.Estimator = cmp.Or(p.Estimator, OLS)
	p.Scale = cmp.Or(p.Scale, Level)
	p.Variance = cmp.Or(p.Variance, VarianceConstant)
	p.LeaveOneOut = cmp.Or(p.LeaveOneOut, ByFormula)
	p.Family = cmp.Or(p.Family, ByMunicipality)
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
		p.MinN = DefaultMinN
	}
	if p.MinNPerDriver == 0 {
		p.MinNPerDriver = DefaultMinNPerDriver
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
		d.Name = cmp.Or(d.Name, d.ID)
		d.Transform = cmp.Or(d.Transform, NoTransform)
	}
	p.Corrections = tidyCorrections(p.Corrections)
	p.Areas = slices.Clone(p.Areas)
	for i := range p.Areas {
		a := &p.Areas[i]
		a.Name = cmp.Or(a.Name, a.ID)
		a.Target = cmp.Or(a.Target, "expected")
		if a.SpendingFactor == 0 {
			a.SpendingFactor = 1
		}
		if a.ActivityFactor == 0 {
			a.ActivityFactor = 1
		}
		a.Choose = cmp.Or(a.Choose, p.Choose)
		switch {
		case a.Choose != "" && len(a.Candidates) == 0:
			a.Candidates = p.Candidates
		case a.Choose == "" && len(a.Drivers) == 0:
			a.Drivers = p.Drivers
		}
	}
	return p
}

// Definition returns the driver that the plan defines with an ID.
func (p *Plan) Definition(id string) (Driver, bool) {
	for _, d := range p.Definitions {
		if d.ID == id {
			return d, true
		}
	}
	return Driver{}, false
}

// WholeOf returns the ID of the area that another is a part of. It is the first area whose
// spending has all of the part's indicators and more. It is empty if there is none.
func (p *Plan) WholeOf(part *Area) string {
	for _, a := range p.Areas {
		if len(a.Spending) > len(part.Spending) &&
			!slices.ContainsFunc(part.Spending, func(id string) bool {
				return !slices.Contains(a.Spending, id)
			}) {
			return a.ID
		}
	}
	return ""
}
