package benchmark

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"math"
	"strconv"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// WriteJSON writes the report as JSON, with every row of the municipalities
// asked for. Numbers have full precision, and a missing one is null. Rows and
// coefficients stand a line each. The keys:
//
//	title, estimator  as in the plan
//	tail_df           the degrees of freedom that the tests of "clean" have at most; null for others
//	year              the year compared; null where the data have none
//	excluded          the codes of the municipalities that are in no fit
//	years             the years pooled into one figure; null for one the data do not have
//	price_level       the year whose prices years pooled, and the figures of the year before, are brought to; null: each in its own
//	price_source      where the price index is from; null: none
//	municipality      the code of the one asked for; null: all
//	models            one an area:
//	  area, name, unit, estimator, scale
//	  part_of         the area whose spending this one's is a part of; null: none
//	  activity        what the area's activity is called; null: it names none
//	  n, kept         municipalities in the fit, and those of them that "clean" does not leave out
//	  df, sigma       kept less the coefficients, residual standard error
//	  r2, adj_r2, loo_r2, aicc, bic, press, condition, tau, gamma, robust_scale, iterations, converged
//	  sigma_u, sigma_e  standard deviations, in percent of expected, of what lasts in the differences and what changes from year to year
//	  bp, reset       stat, degrees of freedom and p of the Breusch-Pagan and the RESET test
//	  outlier         municipality, t, p_bonferroni
//	  coefficients    name (driver's ID, or "intercept"), estimate, se, t, p, vif, hc0 … hc4
//	  drivers         id, name
//	  subsets         drivers (IDs), press, aicc, bic, adj_r2: the best choices, the one taken first
//	  curve           forced, candidates (IDs), models: what the specification curve is made of; null: none
//	  warnings        code, area, municipality, da, en
//	rows              one an area and municipality:
//	  area, municipality, name     IDs and the municipality's name
//	  actual, expected, fitted, low, high, level       kr. per unit; level is that of low and high
//	  deviation, deviation_pct                         actual − expected, in kr. per unit and percent
//	  volume, difference_kr, difference_low_kr, difference_high_kr, headroom_kr   units and kr. a year
//	  target, target_rule                              what gap_kr and headroom_kr are against
//	  target_n, target_weighted                        municipalities that target is made of; a mean weighted by volume
//	  target_missing                                   why there is no target, as in targets; "": there is one
//	  gap_kr                                           (actual − target) × volume; headroom_kr is the same, but not below 0
//	  t, df, p, q, q_low                               studentised residual, one-sided p, false discovery rates
//	  grade           "marked", "clear", "possible", "low" or ""
//	  leverage, cook, in_fit, robust_weight
//	  rank, ranked, rank_change, value_change          1 is the lowest of ranked; change since the year before
//	  contributions   name (driver's ID, or "others_mean"), value; they add up to expected
//	  curve           models, failed, share_above, share_flagged, median_pct, low_pct, high_pct, verdict
//	                  ("robust", "middling" or "fragile" of a candidate, "" of other rows), see [CurveSummary]; null: none
//	  reservations    the codes of the warnings that the row is to be read with
//	  persistence     null with fewer than three years; each compared by itself, in percent of expected:
//	    years         year, actual, expected, deviation_pct, counts (false: a year that stands out by itself),
//	                  nearest_drivers (true: drivers of the year were wanting, and taken from the nearest that has them)
//	    mean_pct, persistent_pct, se_pct, low_pct, high_pct   the mean, and what lasts, with its 95 % interval;
//	                  null but for the mean where fewer than three years count
//	    years_above, years_n   how many of the years are above expected
//	    years_counted          how many of them count
//	    jump_year, jump_pct    the year of a leap from the year before, and its percentage points; null: none
//	  activity        null where the area names none, or has no figure of it:
//	    per_unit, expected, low, high, deviation_pct, t, df, p, q, q_low   activity per unit of volume, as for spending
//	    flag          as grade, whatever the amount
//	    unit_cost, unit_cost_expected                    kr. per unit of activity
//	    unit_cost_deviation_pct                          the unit cost against that; with deviation_pct it multiplies to the row's
//	    activity_kr, unit_cost_kr, activity_pct, unit_cost_pct   they add up to difference_kr and deviation_pct
//	  quality         a list of indicator, name, better ("high" or "low"), value, year, rank (1 is the best), ranked,
//	                  cheaper_as_good (codes of those nearest by drivers that spend less and are at least as good)
//	  summary         da, en: a candidate's numbers in a sentence; null for other rows
//	  questions       da, en: what a candidate's numbers give a meeting to ask
//	  targets         the target under every one of target_rules, in their order: a list of the level (kr. per unit)
//	                  and how many municipalities it is made of; or why there is none ("nobody_else", "no_region",
//	                  "no_expected", "no_drivers" or "too_many"); or null for a rule that is another area's. The gap in kr.
//	                  is (actual − level) × volume, and headroom the same, but not below 0. Of a rule made of the lowest the
//	                  list has a third: decided_by (the code of the one that decides it; null: none does alone),
//	                  not_positive (codes of those it is made of whose figure is not above zero)
//	target_rules      the rules of targets: rule, weighted (a mean weighted by volume), by_conditions (does the level allow
//	                  for them), da, en
//	warnings          code, area, municipality, da, en
//	sources           indicator, name, unit, publisher, note, file, years, persistence_years (used for persistence alone)
//	corrections       one a correction of the ledger, of all municipalities and areas:
//	  municipality, name, area, account, year         area or account is null, and so is the year of undated figures
//	  amount_kr, reason, by, date                     added to the spending; date as 2026-05-01, null where not known
//	  effects         area, years, before, after: the actual figure, in kr. per unit, before and after
func (r *Report) WriteJSON(w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	j := &jsonWriter{}
	j.err = r.prepareTargets(context.Background())
	j.object(func() {
		j.text("title", r.Title)
		j.whole("year", r.Year)
		j.key("years")
		j.years(r.Years)
		j.texts("excluded", r.Excluded)
		j.whole("price_level", r.Prices.Year)
		j.textOrNull("price_source", r.Prices.Source)
		j.textOrNull("municipality", r.Municipality)
		j.text("estimator", r.Estimator)
		j.whole("tail_df", r.TailDF)
		j.list("models", func() {
			for i := range r.Models {
				j.item(func() { j.model(&r.Models[i]) })
			}
		})
		rules := r.TargetRules()
		j.targetRules(rules)
		j.list("rows", func() {
			for row := range r.Rows() {
				j.item(func() {
					j.row(&row)
					j.summary(r, &row)
					j.targets(rules, r.Targets(&row))
				})
				if len(j.buf) > 1<<15 && j.err == nil {
					_, j.err = out.Write(j.buf)
					j.buf = j.buf[:0]
				}
			}
		})
		j.warnings(r.Warnings)
		j.corrections(r.Corrections)
		j.list("sources", func() {
			for _, s := range r.Sources {
				j.item(func() {
					j.text("indicator", s.Indicator)
					j.text("name", s.Name)
					j.text("unit", s.Unit)
					j.text("publisher", s.Publisher)
					j.text("note", s.Note)
					j.text("file", s.File)
					j.key("years")
					j.years(s.Years)
					j.key("persistence_years")
					j.years(s.Followed)
				})
			}
		})
	})
	j.buf = append(j.buf, '\n')
	if j.err == nil {
		_, j.err = out.Write(j.buf)
	}
	if j.err != nil {
		return j.err
	}
	return out.Flush()
}

func (j *jsonWriter) model(m *Model) {
	j.text("area", m.Area)
	j.text("name", m.Name)
	j.text("unit", m.Unit)
	j.textOrNull("part_of", m.PartOf)
	j.textOrNull("activity", m.Activity)
	j.text("estimator", m.Estimator)
	j.text("scale", m.Scale)
	j.count("n", m.N)
	j.whole("kept", m.Kept)
	j.whole("df", m.DF)
	j.number("sigma", m.Sigma)
	j.number("r2", m.R2)
	j.number("adj_r2", m.AdjR2)
	j.number("loo_r2", m.LooR2)
	j.number("aicc", m.AICc)
	j.number("bic", m.BIC)
	j.number("press", m.PRESS)
	j.number("condition", m.Condition)
	j.number("tau", m.Tau)
	j.number("gamma", m.Gamma)
	j.number("robust_scale", m.RobustScale)
	j.count("iterations", m.Iterations)
	j.key("converged")
	j.buf = strconv.AppendBool(j.buf, m.Converged)
	j.number("sigma_u", m.SigmaU)
	j.number("sigma_e", m.SigmaE)
	j.key("bp")
	j.object(func() {
		j.number("stat", m.BreuschPagan.Stat)
		j.whole("df", m.BreuschPagan.DF1)
		j.number("p", m.BreuschPagan.P)
	})
	j.key("reset")
	j.object(func() {
		j.number("stat", m.RESET.Stat)
		j.whole("df1", m.RESET.DF1)
		j.whole("df2", m.RESET.DF2)
		j.number("p", m.RESET.P)
	})
	j.key("outlier")
	j.object(func() {
		j.textOrNull("municipality", m.Outlier.Municipality)
		j.number("t", m.Outlier.T)
		j.number("p_bonferroni", m.Outlier.P)
	})
	j.list("coefficients", func() {
		for _, c := range m.Coefficients {
			j.item(func() {
				j.text("name", c.Name)
				j.number("estimate", c.Estimate)
				j.number("se", c.SE)
				j.number("t", c.T)
				j.number("p", c.P)
				j.number("vif", c.VIF)
				j.number("hc0", c.HC0)
				j.number("hc1", c.HC1)
				j.number("hc2", c.HC2)
				j.number("hc3", c.HC3)
				j.number("hc4", c.HC4)
			})
		}
	})
	j.list("drivers", func() {
		for _, d := range m.Drivers {
			j.item(func() {
				j.text("id", d.ID)
				j.text("name", d.Name)
			})
		}
	})
	j.list("subsets", func() {
		for _, s := range m.Subsets {
			j.item(func() {
				j.texts("drivers", s.Drivers)
				j.number("press", s.PRESS)
				j.number("aicc", s.AICc)
				j.number("bic", s.BIC)
				j.number("adj_r2", s.AdjR2)
			})
		}
	})
	j.curveModels(m.Curve)
	j.warnings(m.Warnings)
}

func (j *jsonWriter) row(r *Row) {
	j.text("area", r.Area)
	j.text("municipality", r.Municipality)
	j.text("name", r.Name)
	j.number("actual", r.Actual)
	j.number("expected", r.Expected)
	j.number("fitted", r.Fitted)
	j.number("low", r.Low)
	j.number("high", r.High)
	j.number("level", r.Level)
	j.number("deviation", r.Deviation)
	j.number("deviation_pct", r.DeviationPct)
	j.number("volume", r.Volume)
	j.number("difference_kr", r.DifferenceKr)
	j.number("difference_low_kr", r.DifferenceLowKr)
	j.number("difference_high_kr", r.DifferenceHighKr)
	j.number("headroom_kr", r.HeadroomKr)
	j.number("target", r.Target)
	j.text("target_rule", r.TargetRule)
	j.count("target_n", r.TargetN)
	j.boolean("target_weighted", r.TargetWeighted)
	j.text("target_missing", string(r.TargetMissing))
	j.number("gap_kr", r.GapKr)
	j.number("t", r.T)
	j.whole("df", r.DF)
	j.number("p", r.P)
	j.number("q", r.Q)
	j.number("q_low", r.QLow)
	j.text("grade", string(r.Grade))
	j.number("leverage", r.Leverage)
	j.number("cook", r.Cook)
	j.key("in_fit")
	j.buf = strconv.AppendBool(j.buf, r.InFit)
	j.number("robust_weight", r.RobustWeight)
	j.whole("rank", r.Rank)
	j.count("ranked", r.Ranked)
	j.number("rank_change", r.RankChange)
	j.number("value_change", r.ValueChange)
	j.key("contributions")
	j.buf = append(j.buf, '[')
	for i, c := range r.Contributions {
		if i > 0 {
			j.buf = append(j.buf, ',')
		}
		j.object(func() {
			j.text("name", c.Name)
			j.number("value", c.Value)
		})
	}
	j.buf = append(j.buf, ']')
	j.curve(r.Curve)
	codes := make([]string, len(r.Reservations))
	for i, code := range r.Reservations {
		codes[i] = string(code)
	}
	j.texts("reservations", codes)
	j.persistence(r.Persistence)
	j.activity(r.Activity)
	j.quality(r.Quality)
}

func (j *jsonWriter) warnings(list []Warning) {
	j.list("warnings", func() {
		for _, w := range list {
			j.item(func() {
				j.text("code", string(w.Code))
				j.textOrNull("area", w.Area)
				j.textOrNull("municipality", w.Municipality)
				j.text("da", w.In(lang.Danish))
				j.text("en", w.In(lang.English))
			})
		}
	})
}

// jsonWriter appends JSON. Its own few lines are there because encoding/json
// has no number for what is missing, and takes several times as long.
type jsonWriter struct {
	buf   []byte
	first bool // nothing stands yet in the innermost object or list
	err   error
}

func (j *jsonWriter) object(fields func()) {
	j.buf = append(j.buf, '{')
	j.first = true
	fields()
	j.buf = append(j.buf, '}')
	j.first = false
}

// list writes a list with an item a line.
func (j *jsonWriter) list(key string, items func()) {
	j.key(key)
	j.buf = append(j.buf, '[')
	j.first = true
	items()
	j.buf = append(j.buf, ']')
	j.first = false
}

func (j *jsonWriter) item(fields func()) {
	if !j.first {
		j.buf = append(j.buf, ',')
	}
	j.buf = append(j.buf, '\n')
	j.object(fields)
}

func (j *jsonWriter) key(key string) {
	if !j.first {
		j.buf = append(j.buf, ',')
	}
	j.first = false
	j.buf = append(j.buf, '"')
	j.buf = append(j.buf, key...)
	j.buf = append(j.buf, '"', ':')
}

func (j *jsonWriter) text(key, text string) {
	j.key(key)
	if plainText(text) {
		j.buf = append(j.buf, '"')
		j.buf = append(j.buf, text...)
		j.buf = append(j.buf, '"')
		return
	}
	quoted, err := json.Marshal(text)
	if err != nil {
		j.err = err
	}
	j.buf = append(j.buf, quoted...)
}

func (j *jsonWriter) texts(key string, list []string) {
	j.key(key)
	j.buf = append(j.buf, '[')
	for i, text := range list {
		if i > 0 {
			j.buf = append(j.buf, ',')
		}
		quoted, err := json.Marshal(text)
		if err != nil {
			j.err = err
		}
		j.buf = append(j.buf, quoted...)
	}
	j.buf = append(j.buf, ']')
}

func (j *jsonWriter) textOrNull(key, text string) {
	if text == "" {
		j.null(key)
		return
	}
	j.text(key, text)
}

func (j *jsonWriter) number(key string, v float64) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		j.null(key)
		return
	}
	j.key(key)
	j.float(v)
}

// float writes a number that is finite, and of others null.
func (j *jsonWriter) float(v float64) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		j.buf = append(j.buf, "null"...)
		return
	}
	format := byte('f')
	if a := math.Abs(v); a != 0 && (a < 1e-6 || a >= 1e21) {
		format = 'e'
	}
	j.buf = strconv.AppendFloat(j.buf, v, format, -1, 64)
}

// whole writes a whole number that is never 0 but for missing.
func (j *jsonWriter) whole(key string, n int) {
	if n == 0 {
		j.null(key)
		return
	}
	j.count(key, n)
}

func (j *jsonWriter) count(key string, n int) {
	j.key(key)
	j.buf = strconv.AppendInt(j.buf, int64(n), 10)
}

func (j *jsonWriter) null(key string) {
	j.key(key)
	j.buf = append(j.buf, "null"...)
}

// years writes years, null for that of figures that have none.
func (j *jsonWriter) years(list []int) {
	j.buf = append(j.buf, '[')
	for i, n := range list {
		if i > 0 {
			j.buf = append(j.buf, ',')
		}
		if n == dataset.Undated {
			j.buf = append(j.buf, "null"...)
			continue
		}
		j.buf = strconv.AppendInt(j.buf, int64(n), 10)
	}
	j.buf = append(j.buf, ']')
}
