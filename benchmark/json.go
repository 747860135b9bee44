package benchmark

import (
	"context"
	"io"
	"slices"

	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/internal/inorder"
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
	if r == nil {
		return ErrNoReport
	}
	sensitivity, err := r.Sensitivity(ctx)
	if err != nil {
		return err
	}
	j := jsonwriter.New(w)
	rules := sensitivity.Rules()
	j.Object(func() {
		j.Fields(&struct {
			Title        string   `key:"title"`
			Year         int      `key:"year,null"`
			Years        []int    `key:"years,null"`
			Excluded     []string `key:"excluded"`
			PriceLevel   int      `key:"price_level,null"`
			PriceSource  string   `key:"price_source,null"`
			Municipality string   `key:"municipality,null"`
			Estimator    string   `key:"estimator"`
			TailDF       int      `key:"tail_df,null"`
			Models       []Model  `key:"models,lines"`
		}{
			r.Title, r.Year, r.Years, r.Excluded, r.Prices.Year, r.Prices.Source,
			r.Municipality, string(r.Estimator), r.TailDF, r.Models,
		})
		writeRules(j, rules)
		j.Key("rows").Lines(func() { j.Fail(r.writeRows(ctx, j, sensitivity, rules)) })
		j.Fields(&struct {
			Warnings    []Warning           `key:"warnings,lines"`
			Corrections []AppliedCorrection `key:"corrections,lines"`
			Sources     []Source            `key:"sources,lines"`
		}{r.Warnings, r.Corrections, r.Sources})
	})
	return j.Close()
}

// rowsTogether is how many rows are written together.
const rowsTogether = 32

// writeRows writes the rows, on all processors and in order.
func (r *Report) writeRows(
	ctx context.Context, j *jsonwriter.Writer, s *Sensitivity, rules []string,
) error {
	n := r.RowCount()
	chunks := (n + rowsTogether - 1) / rowsTogether
	return inorder.Do(ctx, chunks, func(_ context.Context, i int) (jsonwriter.Batch, error) {
		first := i * rowsTogether
		return jsonwriter.NewBatch(func(j *jsonwriter.Writer) {
			for row := range r.RowsFrom(first, rowsTogether) {
				j.Object(func() { r.writeRow(j, &row, s, rules) })
			}
		})
	}, j.Append)
}

// writeRow writes the fields of a row, and what the report says of it.
func (r *Report) writeRow(j *jsonwriter.Writer, row *Row, s *Sensitivity, rules []string) {
	j.Fields(row)
	said := struct {
		Summary   *twoLanguages  `key:"summary"`
		Questions []twoLanguages `key:"questions"`
	}{}
	if sentence := r.Summary(row); sentence != nil && row.Grade.Candidate() {
		both := sayInBoth(sentence)
		said.Summary = &both
	}
	for _, q := range r.Questions(row) {
		said.Questions = append(said.Questions, sayInBoth(q))
	}
	j.Fields(&said)
	writeTargets(j, rules, s.Targets(row))
}

// twoLanguages is a text in both languages.
type twoLanguages struct {
	Danish  string `key:"da"`
	English string `key:"en"`
}

func sayInBoth(words lang.Localized) twoLanguages {
	return twoLanguages{words.In(lang.Danish), words.In(lang.English)}
}

// JSONView returns the warning as it is written, with its words in both languages.
func (w Warning) JSONView() any {
	return &struct {
		Code         WarningCode  `key:"code"`
		Area         string       `key:"area,null"`
		Municipality string       `key:"municipality,null"`
		Words        twoLanguages `key:",inline"`
	}{w.Code, w.Area, w.Municipality, sayInBoth(w)}
}

// JSONView returns the correction as it is written.
func (k AppliedCorrection) JSONView() any {
	return &struct {
		Municipality string   `key:"municipality"`
		Name         string   `key:"name"`
		Area         string   `key:"area,null"`
		Account      string   `key:"account,null"`
		Year         int      `key:"year,null"`
		AmountKr     float64  `key:"amount_kr"`
		Reason       string   `key:"reason"`
		By           string   `key:"by"`
		Date         string   `key:"date,null"`
		Effects      []Effect `key:"effects"`
	}{k.Municipality, k.Name, k.Area, k.Account, k.Year, k.AmountKr, k.Reason, k.By, string(k.Date),
		k.Effects}
}

// writeRules writes the rules that rows have targets under, in words.
func writeRules(j *jsonwriter.Writer, rules []string) {
	j.Key("target_rules").Lines(func() {
		for _, text := range rules {
			rule, err := target.Parse(text)
			if err != nil {
				j.Fail(err)
				return
			}
			j.Value(&struct {
				Rule         string       `key:"rule"`
				Weighted     bool         `key:"weighted"`
				ByConditions bool         `key:"by_conditions"`
				Words        twoLanguages `key:",inline"`
			}{text, target.Weighted(rule), target.ByConditions(rule), sayInBoth(rule)})
		}
	})
}

// writeTargets writes a row's targets under every rule, in the order of rules, each
// as a list without keys: there are more of them than of anything else.
func writeTargets(j *jsonwriter.Writer, rules []string, list []Target) {
	j.Key("targets").List(func() {
		for _, rule := range rules {
			k := slices.IndexFunc(list, func(t Target) bool { return t.Rule == rule })
			switch {
			case k < 0: // another area's own rule
				j.Null()
			case list[k].Missing != "":
				j.Text(string(list[k].Missing))
			default:
				writeTarget(j, &list[k])
			}
		}
	})
}

// writeTarget writes the level, how many it is made of, and what else there is to
// say of it.
func writeTarget(j *jsonwriter.Writer, t *Target) {
	j.List(func() {
		j.Number(t.Level)
		j.Int(t.N)
		if t.DecidedBy != "" || len(t.NotPositive) > 0 {
			j.Value(&struct {
				DecidedBy   string   `key:"decided_by,null"`
				NotPositive []string `key:"not_positive"`
			}{t.DecidedBy, t.NotPositive})
		}
	})
}
