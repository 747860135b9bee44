package benchmark

import (
	"context"
	"io"

	"github.com/raaderum/raaderum/internal/jsonwriter"
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
//	  not_service     the plan says that the area is no service, such as a transfer
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
//	                  nearest_drivers (true: drivers of the year were wanting, and taken from the nearest that has them),
//	                  corrected (true: the figure is not as it was read)
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
func (r *Report) WriteJSON(ctx context.Context, w io.Writer) error {
	j := jsonWriter{jsonwriter.New(w)}
	sensitivity, err := r.Sensitivity(ctx)
	if err != nil {
		return err
	}
	j.Object(func() {
		j.Key("title").Text(r.Title)
		j.Key("year").IntOrNull(r.Year)
		j.years("years", r.Years)
		j.Key("excluded").Texts(r.Excluded)
		j.Key("price_level").IntOrNull(r.Prices.Year)
		j.Key("price_source").TextOrNull(r.Prices.Source)
		j.Key("municipality").TextOrNull(r.Municipality)
		j.Key("estimator").Text(string(r.Estimator))
		j.Key("tail_df").IntOrNull(r.TailDF)
		j.Key("models").Lines(func() {
			for i := range r.Models {
				j.Object(func() { j.model(&r.Models[i]) })
			}
		})
		rules := sensitivity.Rules()
		j.targetRules(rules)
		j.Key("rows").Lines(func() {
			for row := range r.Rows() {
				if err := ctx.Err(); err != nil {
					j.Fail(err)
					return
				}
				j.Object(func() {
					j.row(&row)
					j.summary(r, &row)
					j.targets(rules, sensitivity.Targets(&row))
				})
			}
		})
		j.warnings(r.Warnings)
		j.corrections(r.Corrections)
		j.Key("sources").Lines(func() {
			for _, s := range r.Sources {
				j.Object(func() {
					j.Key("indicator").Text(s.Indicator)
					j.Key("name").Text(s.Name)
					j.Key("unit").Text(s.Unit)
					j.Key("publisher").Text(s.Publisher)
					j.Key("note").Text(s.Note)
					j.Key("files").Texts(s.Files)
					j.years("years", s.Years)
					j.years("persistence_years", s.Followed)
				})
			}
		})
	})
	return j.Close()
}

// jsonWriter writes the parts of a report.
type jsonWriter struct{ *jsonwriter.Writer }

// years writes years, null for that of figures that have none.
func (j jsonWriter) years(key string, list []int) {
	j.Key(key).List(func() {
		for _, n := range list {
			j.IntOrNull(n) // dataset.Undated is 0
		}
	})
}

func (j jsonWriter) model(m *Model) {
	j.Key("area").Text(m.Area)
	j.Key("name").Text(m.Name)
	j.Key("unit").Text(m.Unit)
	j.Key("part_of").TextOrNull(m.PartOf)
	j.Key("not_service").Bool(m.NotService)
	j.Key("activity").TextOrNull(m.Activity)
	j.Key("estimator").Text(string(m.Estimator))
	j.Key("scale").Text(string(m.Scale))
	j.Key("n").Int(m.N)
	j.Key("kept").IntOrNull(m.Kept)
	j.Key("df").IntOrNull(m.DF)
	j.Key("sigma").Number(m.Sigma)
	j.Key("r2").Number(m.R2)
	j.Key("adj_r2").Number(m.AdjR2)
	j.Key("loo_r2").Number(m.LooR2)
	j.Key("aicc").Number(m.AICc)
	j.Key("bic").Number(m.BIC)
	j.Key("press").Number(m.PRESS)
	j.Key("condition").Number(m.Condition)
	j.Key("tau").Number(m.Tau)
	j.Key("gamma").Number(m.Gamma)
	j.Key("robust_scale").Number(m.RobustScale)
	j.Key("iterations").Int(m.Iterations)
	j.Key("converged").Bool(m.Converged)
	j.Key("sigma_u").Number(m.SigmaU)
	j.Key("sigma_e").Number(m.SigmaE)
	j.Key("bp").Object(func() {
		j.Key("stat").Number(m.BreuschPagan.Stat)
		j.Key("df").IntOrNull(m.BreuschPagan.DF1)
		j.Key("p").Number(m.BreuschPagan.P)
	})
	j.Key("reset").Object(func() {
		j.Key("stat").Number(m.RESET.Stat)
		j.Key("df1").IntOrNull(m.RESET.DF1)
		j.Key("df2").IntOrNull(m.RESET.DF2)
		j.Key("p").Number(m.RESET.P)
	})
	j.Key("outlier").Object(func() {
		j.Key("municipality").TextOrNull(m.Outlier.Municipality)
		j.Key("t").Number(m.Outlier.T)
		j.Key("p_bonferroni").Number(m.Outlier.P)
	})
	j.Key("coefficients").Lines(func() {
		for _, c := range m.Coefficients {
			j.Object(func() {
				j.Key("name").Text(c.Name)
				j.Key("estimate").Number(c.Estimate)
				j.Key("se").Number(c.SE)
				j.Key("t").Number(c.T)
				j.Key("p").Number(c.P)
				j.Key("vif").Number(c.VIF)
				j.Key("hc0").Number(c.HC0)
				j.Key("hc1").Number(c.HC1)
				j.Key("hc2").Number(c.HC2)
				j.Key("hc3").Number(c.HC3)
				j.Key("hc4").Number(c.HC4)
			})
		}
	})
	j.Key("drivers").Lines(func() {
		for _, d := range m.Drivers {
			j.Object(func() {
				j.Key("id").Text(d.ID)
				j.Key("name").Text(d.Name)
			})
		}
	})
	j.Key("subsets").Lines(func() {
		for _, s := range m.Subsets {
			j.Object(func() {
				j.Key("drivers").Texts(s.Drivers)
				j.Key("press").Number(s.PRESS)
				j.Key("aicc").Number(s.AICc)
				j.Key("bic").Number(s.BIC)
				j.Key("adj_r2").Number(s.AdjR2)
			})
		}
	})
	j.curveModels(m.Curve)
	j.warnings(m.Warnings)
}

func (j jsonWriter) row(r *Row) {
	j.Key("area").Text(r.Area)
	j.Key("municipality").Text(r.Municipality)
	j.Key("name").Text(r.Name)
	j.Key("actual").Number(r.Actual)
	j.Key("expected").Number(r.Expected)
	j.Key("fitted").Number(r.Fitted)
	j.Key("low").Number(r.Low)
	j.Key("high").Number(r.High)
	j.Key("level").Number(r.Level)
	j.Key("deviation").Number(r.Deviation)
	j.Key("deviation_pct").Number(r.DeviationPct)
	j.Key("volume").Number(r.Volume)
	j.Key("difference_kr").Number(r.DifferenceKr)
	j.Key("difference_low_kr").Number(r.DifferenceLowKr)
	j.Key("difference_high_kr").Number(r.DifferenceHighKr)
	j.Key("headroom_kr").Number(r.HeadroomKr)
	j.Key("target").Number(r.Target)
	j.Key("target_rule").Text(r.TargetRule)
	j.Key("target_n").Int(r.TargetN)
	j.Key("target_weighted").Bool(r.TargetWeighted)
	j.Key("target_missing").Text(string(r.TargetMissing))
	j.Key("gap_kr").Number(r.GapKr)
	j.Key("t").Number(r.T)
	j.Key("df").IntOrNull(r.DF)
	j.Key("p").Number(r.P)
	j.Key("q").Number(r.Q)
	j.Key("q_low").Number(r.QLow)
	j.Key("grade").Text(string(r.Grade))
	j.Key("leverage").Number(r.Leverage)
	j.Key("cook").Number(r.Cook)
	j.Key("in_fit").Bool(r.InFit)
	j.Key("robust_weight").Number(r.RobustWeight)
	j.Key("rank").IntOrNull(r.Rank)
	j.Key("ranked").Int(r.Ranked)
	j.Key("rank_change").Number(r.RankChange)
	j.Key("value_change").Number(r.ValueChange)
	j.Key("contributions").List(func() {
		for _, c := range r.Contributions {
			j.Object(func() {
				j.Key("name").Text(c.Name)
				j.Key("value").Number(c.Value)
			})
		}
	})
	j.curve(r.Curve)
	codes := make([]string, len(r.Reservations))
	for i, code := range r.Reservations {
		codes[i] = string(code)
	}
	j.Key("reservations").Texts(codes)
	j.persistence(r.Persistence)
	j.activity(r.Activity)
	j.quality(r.Quality)
}

func (j jsonWriter) warnings(list []Warning) {
	j.Key("warnings").Lines(func() {
		for _, w := range list {
			j.Object(func() {
				j.Key("code").Text(string(w.Code))
				j.Key("area").TextOrNull(w.Area)
				j.Key("municipality").TextOrNull(w.Municipality)
				j.Key("da").Text(w.In(lang.Danish))
				j.Key("en").Text(w.In(lang.English))
			})
		}
	})
}
