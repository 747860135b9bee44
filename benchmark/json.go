package benchmark

import (
	"context"
	"io"
	"slices"

	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/internal/given"
	"github.com/raaderum/raaderum/internal/inorder"
	"github.com/raaderum/raaderum/internal/jsonwriter"
	"github.com/raaderum/raaderum/lang"
)

// WriteJSON writes the report as JSON, with every row of the municipalities asked for.
// Numbers have full precision, and a missing number is null. Each row, model and
// coefficient has a line of its own.
//
// Most keys are those in the tags of fields: a row has the keys of [Row] and of its parts
// [Expected], [Deviation], [Difference], [Target], [Test], [Influence] and [Rank], and a
// model those of [Model]. The fields say units and what is missing. The keys of the whole
// report are:
//
//	title, estimator  as in the plan
//	tail_df           the most degrees of freedom of the tests of "clean"; null for others
//	year              the year compared; null if the data have no years
//	years             the years pooled into one figure; one of undated figures is null
//	excluded          the codes of the municipalities that are in no fit
//	price_level       the year whose prices the figures of other years are brought to;
//	                  null if each year is in its own prices
//	price_source      the source of the price index; null if there is none
//	municipality      the code of the one asked for; null if all were
//	models            a list of [Model]
//	target_rules      the rules of targets:
//	  rule            as [target.Parse] reads it
//	  weighted        whether it is a mean weighted by volume
//	  by_conditions   whether the level allows for the municipality's conditions
//	  da, en          the rule in words
//	rows              a list of [Row], with the keys below besides
//	warnings          a list of [Warning]: code, area, municipality, da, en
//	corrections       a list of [AppliedCorrection], for all municipalities and areas:
//	  municipality, name, area, account, year, amount_kr, reason, by, date
//	                  either area or account is null; the year of undated figures is null,
//	                  and so is a date that is not known
//	  effects         a list of [Effect]
//	sources           a list of [Source]
//	overall           a list of [Overall], one for each municipality of the rows
//	preliminary       a list of [Preliminary], with title and notes in words (da, en):
//	                  accounts of a later year, which are not among the rows
//
// A row also has:
//
//	summary           da, en: a candidate's numbers in a sentence; null for other rows
//	posting           da, en: why the row is probably posting; null if it is not
//	questions         da, en: questions that a candidate's numbers raise
//	targets           the target under each of target_rules, in their order
//
// An item of targets is one of:
//
//	[level, n]        the level in kr. per unit, and how many municipalities it is made of
//	[level, n, more]  the same for a rule made of the lowest figures. more has the keys
//	                  decided_by (the code of the municipality that alone decides the level,
//	                  or null) and not_positive (the codes of those that the level is made
//	                  of whose figure is not above zero)
//	a text            why there is no target: see [target.Missing]
//	null              the rule is one that only another area has
//
// The gap of a target in kr. is (actual − level) × volume. The headroom is the gap, but not
// below 0.
func (r *Report) WriteJSON(ctx context.Context, w io.Writer) error {
	if err := given.CheckContext(ctx); err != nil {
		return err
	}
	if err := given.CheckWriter(w); err != nil {
		return err
	}
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
			Overall     []Overall           `key:"overall,lines"`
			Preliminary []saidPreliminary   `key:"preliminary,lines"`
		}{r.Warnings, r.Corrections, r.Sources, r.Overalls(), r.sayPreliminary()})
	})
	return j.Close()
}

// saidPreliminary is preliminary accounts with what is said of them.
type saidPreliminary struct {
	Preliminary `key:",inline"`
	Title       twoLanguages   `key:"title"`
	Notes       []twoLanguages `key:"notes"`
}

func (r *Report) sayPreliminary() (list []saidPreliminary) {
	for _, p := range r.Preliminary {
		said := saidPreliminary{Preliminary: p, Title: sayInBoth(p.Title())}
		for _, note := range p.Notes() {
			said.Notes = append(said.Notes, sayInBoth(note))
		}
		list = append(list, said)
	}
	return list
}

// rowsTogether is how many rows a processor writes at a time.
const rowsTogether = 32

// writeRows writes the rows. All processors write some rows each, and what they wrote is put
// in order.
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

// writeRow writes the fields of a row, its summary and questions, and its targets.
func (r *Report) writeRow(j *jsonwriter.Writer, row *Row, s *Sensitivity, rules []string) {
	j.Fields(row)
	said := struct {
		Summary   *twoLanguages  `key:"summary"`
		Posting   *twoLanguages  `key:"posting"`
		Questions []twoLanguages `key:"questions"`
	}{}
	if sentence := r.Summary(row); sentence != nil && row.Candidate {
		both := sayInBoth(sentence)
		said.Summary = &both
	}
	if sentence := r.ExplainPosting(row); sentence != nil {
		both := sayInBoth(sentence)
		said.Posting = &both
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

// sayInBoth returns words in both languages.
func sayInBoth(words lang.Localized) twoLanguages {
	return twoLanguages{words.In(lang.Danish), words.In(lang.English)}
}

// JSONView returns the warning in the form that is written as JSON, with its words in both
// languages.
func (w Warning) JSONView() any {
	return &struct {
		Code         WarningCode  `key:"code"`
		Area         string       `key:"area,null"`
		Municipality string       `key:"municipality,null"`
		Words        twoLanguages `key:",inline"`
	}{w.Code, w.Area, w.Municipality, sayInBoth(w)}
}

// JSONView returns the correction in the form that is written as JSON.
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

// writeRules writes the rules under which rows have targets, with their words.
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

// writeTargets writes a row's targets in the order of the rules. Each is a list without
// keys, because a report has more targets than anything else.
func writeTargets(j *jsonwriter.Writer, rules []string, list []Target) {
	j.Key("targets").List(func() {
		for _, rule := range rules {
			k := slices.IndexFunc(list, func(t Target) bool { return t.Rule == rule })
			switch {
			case k < 0: // the row's area does not have the rule
				j.Null()
			case list[k].Missing != "":
				j.Text(string(list[k].Missing))
			default:
				writeTarget(j, &list[k])
			}
		}
	})
}

// writeTarget writes the level, the number of municipalities that it is made of, and what
// else there is to say of it.
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
