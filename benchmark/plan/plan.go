package plan

import (
	"cmp"
	"slices"

	"github.com/raaderum/raaderum/dataset"
)

// Plan says what to compare and how. The zero value of every field is its default, so a
// plan needs nothing but its areas. [Parse] reads a plan from a file, whose keys are those
// of the struct tags.
type Plan struct {
	Title string `toml:"title"`
	// Author is the person who answers for the analysis. A workbook names them in its
	// properties.
	Author string `toml:"author"`
	// Register names the register that codes and names are checked against when files are
	// read: "danmark" (the default) or "none".
	Register string `toml:"register"`
	// Year is the year to compare. 0 means the last year with spending.
	Year int `toml:"year"`
	// Pool is how many years, ending with Year, are pooled into one figure. 0 means 1.
	Pool int `toml:"pool"`
	// Estimator finds the expected level: see [Estimators]. If empty, it is "ols", whose
	// results any statistics program can repeat. The default plan of package danmark has
	// "clean", with Variance "size", because in real accounts some municipalities always
	// post in another way. "clean" leaves municipalities out, and a plan that says nothing
	// should not do that without a word.
	Estimator Estimator `toml:"estimator"`
	// Scale is "level" (the default) or "log".
	Scale Scale `toml:"scale"`
	// Tau is the quantile that the estimator "quantile" expects, between 0 and 1. 0 means
	// the median, 0.5.
	Tau float64 `toml:"tau"`
	// Seed begins the random starts of "mm" and "clean". The same seed gives the same
	// results.
	Seed int `toml:"seed"`
	// Weights is the ID of an indicator that weighs the municipalities. The variance of a
	// municipality's figure is taken to be inversely proportional to it. If empty, "wls"
	// weighs by the area's volume, and the other estimators do not weigh. "ols" never does.
	Weights string `toml:"weights"`
	// Variance is "constant" (the default) or "size". With "size", small municipalities
	// weigh less, because their figures vary more. How much more is estimated from the
	// figures.
	Variance Variance `toml:"variance"`
	// LeaveOneOut says how "huber", "mm" and "clean" leave a municipality out of the model
	// that its own expected level comes from. With "formula" (the default) they keep the
	// robust weights of the fit of all municipalities. With "refit" they fit the others
	// anew. The other estimators are exact either way.
	LeaveOneOut LeaveOneOut `toml:"leave_one_out"`
	// Exclude names municipalities, by code or name, that no model is fitted on. They still
	// get an expected level themselves. Nil means those that the register marks as
	// atypical. Empty but not nil means none.
	Exclude []string `toml:"exclude"`
	// SkipLacking says that the data may lack accounts: an area of such an account is not
	// compared, and is told. Without it an account that the data lack is an error.
	SkipLacking bool `toml:"skip_lacking"`
	// Accept lists the IDs of indicators whose figures look impossible and are right all the
	// same: see [Plan.CheckFigures]. What is found of all accounts together is accepted by the
	// year, as "2025", or the municipality and the year, as "Viborg 2025", and an index of
	// prices by "prices.index".
	Accept []string `toml:"accept"`
	// Family is the set of tests that the false discovery rate is controlled over: the
	// areas of one "municipality" (the default), the municipalities of one "area", or "all".
	Family Family `toml:"family"`
	// Materiality is an amount in kr. a year. A smaller difference is never a candidate for
	// headroom. Nil means 250,000.
	Materiality *float64 `toml:"materiality"`
	// MinN is the fewest municipalities to fit a model on. 0 means [DefaultMinN].
	MinN int `toml:"min_n"`
	// MinNPerDriver is the fewest municipalities for each coefficient of a model. 0 means
	// [DefaultMinNPerDriver].
	MinNPerDriver int `toml:"min_n_per_driver"`
	// Drivers are the IDs of the drivers of areas that name none themselves.
	Drivers []string `toml:"drivers"`
	// Choose asks for the best subset of each area's candidates, by the criterion "press",
	// "aicc" or "bic". If empty, areas have the drivers that are named.
	Choose Choice `toml:"choose"`
	// Candidates are the IDs of the drivers to choose among, in areas that name none
	// themselves.
	Candidates []string `toml:"candidates"`

	// Whole is the spending on all service, which the areas are a share of. Nil means that
	// it is not known.
	Whole *Whole `toml:"whole"`

	// Curve asks for the specification curve. Nil means that none is made.
	Curve *Curve `toml:"curve"`
	// Peers says how comparison groups are found.
	Peers Peers `toml:"peers"`
	// Prices bring spending of several years to one price level.
	Prices Prices `toml:"prices"`

	Definitions []Driver `toml:"driver"`
	Areas       []Area   `toml:"area"`
	// Sources say how to read files that do not say enough themselves.
	Sources []dataset.Mapping `toml:"source"`

	// Corrections are added to the spending before anything is computed.
	Corrections []Correction `toml:"correction"`

	source source
}

// Whole is the spending on all service, which the areas of service are a share of.
type Whole struct {
	Spending []string `toml:"spending"` // IDs of indicators, which are summed
	// SpendingPer is the ID of the indicator that the figures are already divided by. If
	// empty, the figures are totals.
	SpendingPer string `toml:"spending_per"`
}

// Driver is a background condition made of indicators. Its value is the sum of some
// indicators, divided by the sum of others, and transformed. An indicator can be a driver
// without a definition: the plan then names the indicator's ID.
type Driver struct {
	ID        string    `toml:"id"`
	Name      string    `toml:"name"` // if empty, the ID
	Of        []string  `toml:"of"`   // IDs of indicators, which are summed
	Per       []string  `toml:"per"`  // IDs whose sum divides the first; if empty, nothing does
	Transform Transform `toml:"transform"`
}

// Area is an area of spending, and what to compare it by.
type Area struct {
	ID       string   `toml:"id"`
	Name     string   `toml:"name"`     // if empty, the ID
	Spending []string `toml:"spending"` // IDs of indicators, which are summed
	// SpendingPer is the ID of the indicator that the spending figures are already divided
	// by. If empty, the figures are totals.
	SpendingPer string `toml:"spending_per"`
	// SpendingFactor brings the spending figures to kr. 0 means 1.
	SpendingFactor float64 `toml:"spending_factor"`
	// Per are the IDs of the indicators whose sum is the volume. If empty, the volume is
	// SpendingPer. If that is empty too, the area has no volume and totals are compared.
	Per  []string `toml:"per"`
	Unit string   `toml:"unit"` // of the figures that are compared, such as "kr. pr. elev"
	// Drivers are the IDs of the area's drivers. If empty, they are the plan's. In an area
	// that chooses its drivers, they are those that every choice has, and empty means none.
	Drivers    []string `toml:"drivers"`
	Choose     Choice   `toml:"choose"`     // if empty, the plan's
	Candidates []string `toml:"candidates"` // IDs of drivers; if empty, the plan's
	// Activity are the IDs of the indicators that measure what is done. They are summed.
	Activity []string `toml:"activity"`
	// ActivityPer is the ID of the indicator that the activity is already divided by. If
	// empty, the figures are totals.
	ActivityPer string `toml:"activity_per"`
	// ActivityFactor brings the activity to single units. It is 0.001 if the figures are
	// per 1,000 inhabitants. 0 means 1.
	ActivityFactor float64 `toml:"activity_factor"`
	// ActivityName is what the activity is called. If empty, the indicators' names are.
	ActivityName string    `toml:"activity_name"`
	Quality      []Quality `toml:"quality"` // what the money buys, which is shown beside it
	// TargetGroup are the IDs of the indicators that count those whom the area is for. They
	// are summed. Spending per head of them is shown beside the figures and changes none.
	TargetGroup []string `toml:"target_group"`
	// TargetGroupName is what one of them is called. If empty, the indicators' names are.
	TargetGroupName string `toml:"target_group_name"`
	Target          string `toml:"target"` // as [target.Parse] reads it; if empty, "expected"
	// NotService says that the spending is not service but, like transfers, mostly decided
	// by law. Such spending is added up by itself.
	NotService bool `toml:"not_service"`
	// Note is what a reader of the area's figures should know, such as what the accounts
	// hold and what is posted elsewhere.
	Note string `toml:"note"`
	// Questions are what a meeting should ask if the area stands out, the best first.
	Questions []string `toml:"questions"`
}

// What a plan has if it does not say otherwise.
const (
	defaultMaterialityKr = 250_000
	DefaultMinN          = 30
	DefaultMinNPerDriver = 10
)

// WithDefaults returns the plan with every default filled in, and the parts of an area right
// below it, wherever they stand in the file.
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
	p.Areas = p.orderAreas()
	return p
}

// Definition returns the driver that the plan defines by an ID, and false if it defines
// none.
func (p *Plan) Definition(id string) (Driver, bool) {
	for _, d := range p.Definitions {
		if d.ID == id {
			return d, true
		}
	}
	return Driver{}, false
}
