package benchmark

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/benchmark/expected"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/lang"
)

// Preliminary is a municipality's own accounts of a year that too few have accounts of to be
// compared, against what the model of the year compared leads one to expect of it. They are
// never among the report's rows, which are of one year for all.
//
// What is expected is the model's level for the drivers of the new year, those of the year
// compared where a driver has no figure yet. The model is fitted without the municipality,
// and the level is multiplied by how prices have risen. The interval is where the figure of
// one with the same drivers would lie. It does not allow for what all municipalities did
// in the new year beside prices, which nobody knows yet.
type Preliminary struct {
	Municipality string `key:"municipality"` // code
	Name         string `key:"name"`         // the municipality's
	Year         int    `key:"year"`         // of the accounts
	ModelYear    int    `key:"model_year"`

	// PriceFactor brings what is expected from the prices of ModelYear to those of Year; 1
	// where no index has both years.
	PriceFactor float64 `key:"price_factor"`
	PriceSource string  `key:"price_source,null"` // of the index; empty: none has both years

	Rows []PreliminaryRow `key:"rows,lines"` // of the areas with a figure, in the plan's order
	// The areas of the report, with a figure or not.
	Areas int      `key:"areas"`
	Files []string `key:"files"` // that the spending of Year was read from

	// The names of drivers and units that have no figure of Year yet. Those of the year
	// compared stand for them.
	Older []string `key:"older_conditions"`

	ids     []string // of Older
	assumed []string // the files that name no municipality
}

// PreliminaryRow is a preliminary figure of one area. Amounts are in the prices of its year,
// in kr. per unit or kr. as said. What is missing is NaN.
type PreliminaryRow struct {
	Area       string     `key:"area"` // ID
	AreaName   string     `key:"-"`
	Actual     float64    `key:"actual"` // kr. per unit
	Expected   Expected   `key:",inline"`
	Deviation  Deviation  `key:",inline"`
	Volume     float64    `key:"volume"` // units a year
	Difference Difference `key:",inline"`
	// The deviation in per cent in the year of the model.
	PctBefore float64 `key:"deviation_pct_before"`
	// Before is Actual in the year of the model, in the prices of the row's year.
	Before float64 `key:"-"`
}

// ChangedMuch says whether the figure is a third less or more than that of the year of the
// model. The two years may then not be made up alike.
func (row *PreliminaryRow) ChangedMuch() bool {
	return math.Abs(row.Actual-row.Before) > math.Abs(row.Before)/3
}

// Outside says whether the figure lies outside the interval.
func (row *PreliminaryRow) Outside() bool {
	return row.Actual < row.Expected.Low || row.Actual > row.Expected.High
}

// onlyAreas returns the accounts of some areas.
func (p Preliminary) onlyAreas(ids []string) Preliminary {
	p.Rows = slices.DeleteFunc(slices.Clone(p.Rows),
		func(row PreliminaryRow) bool { return !slices.Contains(ids, row.Area) })
	p.Areas = len(ids)
	return p
}

// listPreliminary lists the preliminary accounts of the later year, and warns of it.
func (r *run) listPreliminary(ctx context.Context, report *Report) (list []Preliminary, err error) {
	if r.later == 0 {
		return nil, nil
	}
	var names []string
	for m, who := range r.data.Municipalities() {
		p, err := r.makePreliminary(ctx, report, m)
		if err != nil {
			return nil, err
		}
		if len(p.Rows) > 0 {
			list, names = append(list, p), append(names, who.Name)
		}
	}
	message := laterOfFew.With(r.later, nameFew(names), r.year)
	if len(names) == 0 {
		message = laterOfNone.With(r.later, r.year)
	}
	report.Warnings = append([]Warning{{Code: LaterYear, message: message}}, report.Warnings...)
	return list, nil
}

// othersHave says whether so many other municipalities have spending of an area in the later
// year that it is compared with theirs once it is the year of the report, as all service is,
// which is published before the accounts are.
func (r *run) othersHave(a *plan.Area, m int) bool {
	n := 0
	for other := range r.data.Municipalities() {
		if other != m && r.hasSpendingOf(a, other) {
			n++
		}
	}
	return n >= cmp.Or(r.plan.MinN, plan.DefaultMinN)
}

// makePreliminary compares a municipality's figures of the later year. It has no rows where
// there are none.
func (r *run) makePreliminary(ctx context.Context, report *Report, m int) (Preliminary, error) {
	who := r.data.Municipalities()[m]
	p := Preliminary{
		Municipality: who.Code, Name: who.Name, Year: r.later, ModelYear: r.year,
		Areas: len(report.comparisons),
	}
	p.setPrices(r)
	year := &run{
		data: r.data, asked: r.asked, plan: r.plan, year: r.later, years: []int{r.later},
		corrections: corrections{entries: r.corrections.entries}, unitsFrom: r.year,
	}
	drivers := newDriverTable(r.data, &r.plan, r.year)
	drivers.later, drivers.who = r.later, m
	for _, c := range report.comparisons {
		if r.othersHave(c.area, m) {
			p.Areas--
			continue
		}
		if !r.hasSpendingOf(c.area, m) {
			continue
		}
		figures := year.computeFigures(c.area, year.years)
		if math.IsNaN(figures.unit[m]) {
			continue
		}
		x := make([]float64, len(c.drivers))
		for k, d := range c.drivers {
			x[k] = drivers.findDriver(d.id).values[m]
			p.noteOlder(r, m, d.uses)
		}
		for _, id := range c.area.VolumeIDs() {
			p.noteOlder(r, m, []use{{id, r.year}})
		}
		actual, volume := figures.unit[m], figures.volume[m]
		e, err := c.numbers.Foresee(ctx, m, actual/p.PriceFactor, x)
		if err != nil {
			return p, err
		}
		row := PreliminaryRow{
			Area: c.area.ID, AreaName: c.area.Name, Actual: actual, Volume: volume,
			Expected: Expected{
				Level: e.Level * p.PriceFactor, Fitted: e.Fitted * p.PriceFactor,
				Low: e.Low * p.PriceFactor, High: e.High * p.PriceFactor,
				Confidence: expected.Confidence,
			},
		}
		row.Deviation = newDeviation(actual, row.Expected.Level)
		row.Difference = Difference{
			row.Deviation.PerUnit * volume, (actual - row.Expected.High) * volume,
			(actual - row.Expected.Low) * volume,
		}
		row.Before = c.unit()[m] * p.PriceFactor
		row.PctBefore = newDeviation(c.unit()[m], c.numbers.Expect(m).Level).Pct
		p.Rows = append(p.Rows, row)
		p.addFiles(r, c.area)
	}
	for _, t := range r.data.Tables() {
		if t.TakenFor == who.Code && slices.Contains(p.Files, t.Source) {
			p.assumed = append(p.assumed, t.Source)
		}
	}
	return p, nil
}

// hasSpendingOf says whether a municipality has all spending of an area in the later year.
func (r *run) hasSpendingOf(a *plan.Area, m int) bool {
	return !slices.ContainsFunc(a.Spending, func(id string) bool {
		return math.IsNaN(pickValue(r.data.Column(id, r.later), m))
	})
}

// setPrices finds how prices rose from the year of the model.
func (p *Preliminary) setPrices(r *run) {
	p.PriceFactor = 1
	for _, prices := range []plan.Prices{r.plan.Prices, r.options.LaterPrices} {
		if prices.Covers(r.later, []int{r.year}) {
			p.PriceFactor = prices.Index[r.later] / prices.Index[r.year]
			p.PriceSource = prices.Source
			return
		}
	}
}

// noteOlder notes the indicators that a municipality has no figure of in the later year.
func (p *Preliminary) noteOlder(r *run, m int, uses []use) {
	for _, u := range uses {
		if slices.Contains(p.ids, u.indicator) ||
			!math.IsNaN(pickValue(r.data.Column(u.indicator, r.later), m)) {
			continue
		}
		ind, _ := r.data.Indicator(u.indicator)
		p.ids, p.Older = append(p.ids, u.indicator), append(p.Older, ind.Name)
	}
}

// addFiles adds the files of an area's spending in the later year.
func (p *Preliminary) addFiles(r *run, a *plan.Area) {
	for _, id := range a.Spending {
		for _, file := range r.data.Files(id, r.later) {
			if !slices.Contains(p.Files, file) {
				p.Files = append(p.Files, file)
			}
		}
	}
}

// Title says what the figures are, what they are held against, and in what prices.
func (p *Preliminary) Title() lang.Message {
	if p.PriceSource == "" {
		return preliminaryNominal.With(p.Name, p.Year, p.ModelYear)
	}
	return preliminaryTitle.With(p.Name, p.Year, p.ModelYear, p.Year)
}

// Notes say what the figures are to be read with: files that do not say whose they are, figures
// that changed much, how many areas have any, whose prices were used, and what stands for
// conditions that the year has no figures of yet.
func (p *Preliminary) Notes() (list []lang.Message) {
	if len(p.assumed) > 0 {
		list = append(list, preliminaryAssumed.With(lang.List(p.assumed), p.Name))
	}
	for _, row := range p.Rows {
		if row.ChangedMuch() {
			pct := lang.Number{Value: 100 * (row.Actual/row.Before - 1), Signed: true}
			list = append(list, preliminaryChanged.With(row.AreaName, pct, p.ModelYear))
		}
	}
	if len(p.Rows) < p.Areas {
		list = append(list,
			preliminaryAreas.With(len(p.Rows), p.Areas, p.Year, lang.List(p.Files)))
	} else {
		list = append(list, preliminaryFiles.With(p.Year, lang.List(p.Files)))
	}
	if p.PriceSource == "" {
		list = append(list, preliminaryNoPrices.With(p.ModelYear, p.Year))
	} else {
		rise := lang.Number{Value: 100 * (p.PriceFactor - 1), Decimals: 1, Signed: true}
		list = append(list, preliminaryPrices.With(p.ModelYear, p.Year, rise, p.PriceSource))
	}
	if len(p.Older) > 0 {
		list = append(list, preliminaryOlder.With(p.Year, strconv.Itoa(p.ModelYear),
			nameFew(p.Older)))
	}
	return append(list, preliminaryCaveat.With(p.Year))
}
