package excel

import (
	"slices"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// robustness is the sheet of the specification curve: how the municipality's
// differences fare in all the models that would have been as reasonable.
func (b *book) robustness() *sheet {
	st := &b.style
	s := &sheet{name: sheetRobustness, header: 4, oneTable: true, fixed: 1, heights: map[int]float64{4: 64}}
	s.widths = []float64{27, 10, 10, 12, 11, 11, 12, 12, 12, 14, 75}
	curve := b.report.Plan.Curve
	var estimators, scales lang.List
	for _, e := range curve.Estimators {
		estimators = append(estimators, benchmark.EstimatorName(e).In(b.lang))
	}
	for _, scale := range curve.Scales {
		scales = append(scales, benchmark.ScaleName(scale).In(b.lang))
	}
	one, _ := b.report.Only(b.own) // the overview has found it
	s.rows = [][]any{
		{text(titleRobustness.With(one.Municipalities()[0].Name, b.period()).In(b.lang), st.title)},
		{text(leadRobustness.With(estimators, scales).In(b.lang), st.lead)},
		{text(leadVerdict.In(b.lang), st.lead)},
		slices.Concat(
			b.header(columnArea),
			b.numberHeader(columnPct, columnModels, columnFailed, columnAbove, columnFlagged, columnMedian, columnLowTenth, columnHighTenth),
			[]any{b.words(columnVerdict, b.style.afterHeader)}, b.header(columnCandidates),
		),
	}
	for row := range one.Rows() {
		s.rows = append(s.rows, b.robustnessRow(&row))
		s.fit(b)
		s.filter++
	}
	return s
}

func (b *book) robustnessRow(row *benchmark.Row) []any {
	st := &b.style
	m := b.report.Model(row.Area)
	name := text(m.Name, st.text)
	if m.PartOf != "" {
		name.StyleID = st.indent
	}
	cells := []any{name, b.number(row.DeviationPct/100, st.pct)}
	c := row.Curve
	if c == nil {
		for range 8 {
			cells = append(cells, text(missing, st.missing))
		}
		return append(cells, text("", st.text))
	}
	return append(cells,
		b.count(c.Models),
		excelize.Cell{StyleID: st.whole, Value: c.Failed},
		b.number(c.ShareAbove, st.percent),
		b.number(c.ShareFlagged, st.percent),
		b.number(c.MedianPct/100, st.pct),
		b.number(c.LowPct/100, st.pct),
		b.number(c.HighPct/100, st.pct),
		b.words(verdictWords[c.Verdict], st.after),
		text(b.drivers(slices.Concat(m.Curve.Forced, m.Curve.Candidates)), st.wrap),
	)
}

// What the sheet says.
var (
	sheetRobustness = lang.Phrase{DA: "Robusthed", EN: "Robustness"}
	titleRobustness = lang.Phrase{DA: "Holder forskellen i andre modeller? %s, %s", EN: "Does the difference hold in other models? %s, %s"}
	leadRobustness  = lang.Phrase{
		DA: "Modellerne er alle delmængder på mindst to af de rammevilkår, der varieres, ved %s, på %s. De er valg, der er lige så rimelige som rapportens.",
		EN: "The models are all subsets of at least two of the drivers that are varied, by %s, on %s. They are choices as reasonable as the report's.",
	}
	leadVerdict = lang.Phrase{
		DA: "Robust er over det forventede i mindst 90 pct. af modellerne, skrøbelig i under 60 pct. Ordet står ved kandidater. Markeret er over, med p højst 0,05 (ensidet) i den enkelte model.",
		EN: "Robust is above the expected level in at least 90 per cent of the models, fragile in less than 60. The word stands beside candidates. Flagged is above, with p at most 0.05 (one-sided) in the single model.",
	}
	columnModels     = lang.Phrase{DA: "Modeller", EN: "Models"}
	columnFailed     = lang.Phrase{DA: "Modeller, der ikke gav et tal", EN: "Models without a figure"}
	columnAbove      = lang.Phrase{DA: "Over forventet, andel", EN: "Above expected, share"}
	columnFlagged    = lang.Phrase{DA: "Markeret, andel", EN: "Flagged, share"}
	columnMedian     = lang.Phrase{DA: "Forskel, median", EN: "Difference, median"}
	columnLowTenth   = lang.Phrase{DA: "Forskel, 10 pct.-fraktil", EN: "Difference, 10% quantile"}
	columnHighTenth  = lang.Phrase{DA: "Forskel, 90 pct.-fraktil", EN: "Difference, 90% quantile"}
	columnVerdict    = lang.Phrase{DA: "Vurdering", EN: "Verdict"}
	columnCandidates = lang.Phrase{DA: "Rammevilkår, der varieres", EN: "Drivers that are varied"}
)

var verdictWords = map[benchmark.Verdict]lang.Phrase{
	benchmark.Robust:   {DA: "robust", EN: "robust"},
	benchmark.Middling: {DA: "nogenlunde", EN: "middling"},
	benchmark.Fragile:  {DA: "skrøbelig", EN: "fragile"},
}
