package excel

import (
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/lang"
)

// layOutModels lays out the sheet of the models: the fit of each, what tests say of it, the
// coefficients, the choice of drivers if there was one, and what it all means.
func (b *book) layOutModels() *layout.Sheet {
	st := b.style
	s := &layout.Sheet{
		Frame: layout.Frame{Header: 4, Filter: len(b.report.Models), Titles: 1},
		Fixed: 1,
	}
	s.Widths = []float64{27, 30, 13, 12, 14, 17, 11, 11, 12, 11, 11}
	s.Rows = [][]any{
		{layout.Text(phrase.TitleModel.With(b.describePeriod()).In(b.lang), st.Title)},
		{layout.Text(phrase.LeadModel.In(b.lang), st.Lead)},
		nil,
		slices.Concat(
			b.cell.Header(phrase.ColumnArea, phrase.ColumnUnit),
			b.cell.NumberHeader(phrase.ColumnN, phrase.ColumnKept, phrase.ColumnDF,
				phrase.ColumnSigma, phrase.ColumnR2, phrase.ColumnAdjR2, phrase.ColumnLooR2,
				phrase.ColumnAICc, phrase.ColumnBIC),
		),
	}
	s.Rows[2] = []any{b.makeBackLink(s, 2)}
	s.FitHeadings()
	sigma := st.Kr
	if b.report.Plan.Scale == "log" {
		sigma = st.Precise
	}
	for i := range b.report.Models {
		m := &b.report.Models[i]
		s.Rows = append(s.Rows, []any{
			layout.Text(m.Name, st.Text),
			layout.Text(b.nameUnit(m), st.Text),
			b.cell.Count(m.N),
			b.cell.Count(m.Kept),
			b.cell.Count(m.DF),
			b.cell.Number(m.Sigma, sigma),
			b.cell.Number(m.R2, st.Share),
			b.cell.Number(m.AdjR2, st.Share),
			b.cell.Number(m.LooR2, st.Share),
			b.cell.Number(m.AICc, st.Millions),
			b.cell.Number(m.BIC, st.Millions),
		})
	}
	b.addTests(s)
	b.addForEach(s, phrase.ColumnEstimator,
		func(m *benchmark.Model) string { return b.describeEstimator(m.Estimator, m.Scale) })
	b.addForEach(s, phrase.HeadWarnings, b.listWarnings)
	b.addForEach(s, phrase.ColumnCandidates, func(m *benchmark.Model) string {
		if m.Curve == nil {
			return ""
		}
		return b.nameDrivers(slices.Concat(m.Curve.Forced, m.Curve.Candidates))
	})
	s.Breaks = append(s.Breaks, len(s.Rows)+1) // an empty row stands before the paragraphs
	s.Paragraphs(b.cell, phrase.HeadDiagnostics, phrase.Diagnostics...)
	if df := b.report.TailDF; df > 0 {
		s.Wrapped(b.cell, phrase.TailLong.With(df).In(b.lang))
	} else {
		s.Wrapped(b.cell, phrase.TailShort.In(b.lang))
	}
	b.addCoefficients(s)
	b.addSubsets(s)
	return s
}

// addTests adds what the diagnostics say of each model. They have a table of their own,
// because one as wide as both would be too small to read on a page.
func (b *book) addTests(s *layout.Sheet) {
	st := b.style
	s.Block(b.cell, phrase.TitleTests)
	s.Begin(phrase.TitleTests, len(b.report.Models), slices.Concat(
		b.cell.Header(phrase.ColumnArea, phrase.ColumnOutlier),
		b.cell.NumberHeader(phrase.ColumnOutlierP, phrase.ColumnCondition, phrase.ColumnBP,
			phrase.ColumnRESET, phrase.ColumnGamma),
	))
	for i := range b.report.Models {
		m := &b.report.Models[i]
		s.Rows = append(s.Rows, []any{
			layout.Text(m.Name, st.Text),
			layout.Text(b.findMunicipalityName(m.Outlier.Municipality), st.Text),
			b.cell.Number(m.Outlier.P, st.Precise),
			b.cell.Number(m.Condition, st.Kr),
			b.cell.Number(m.BreuschPagan.P, st.Precise),
			b.cell.Number(m.RESET.P, st.Precise),
			b.cell.Number(m.Gamma, st.Share),
		})
	}
}

// addForEach adds what there is to say of each model. Models that share it are named
// together.
func (b *book) addForEach(s *layout.Sheet, head lang.Phrase, say func(*benchmark.Model) string) {
	areas := map[string][]string{}
	var order []string
	for i := range b.report.Models {
		m := &b.report.Models[i]
		words := say(m)
		if words == "" {
			continue
		}
		if areas[words] == nil {
			order = append(order, words)
		}
		areas[words] = append(areas[words], m.Name)
	}
	if len(order) == 0 {
		return
	}
	s.Paragraphs(b.cell, head)
	for _, words := range order {
		who := phrase.AllAreas.In(b.lang)
		if len(areas[words]) < len(b.report.Models) {
			who = lang.List(areas[words]).In(b.lang)
		}
		s.Wrapped(b.cell, who+": "+words)
	}
}

// addCoefficients adds the coefficients of the models.
func (b *book) addCoefficients(s *layout.Sheet) {
	st := b.style
	n := 0
	for i := range b.report.Models {
		n += len(b.report.Models[i].Coefficients)
	}
	if n == 0 {
		return
	}
	s.Block(b.cell, phrase.TitleCoefficients)
	s.Begin(phrase.TitleCoefficients, n,
		append(b.cell.Header(phrase.ColumnArea, phrase.ColumnDriver),
			b.cell.NumberHeader(phrase.ColumnEstimate, phrase.ColumnSE, phrase.ColumnHC3,
				phrase.ColumnT, phrase.ColumnP, phrase.ColumnVIF)...))
	for i := range b.report.Models {
		m := &b.report.Models[i]
		for _, c := range m.Coefficients {
			s.Rows = append(s.Rows, []any{
				layout.Text(m.Name, st.Text),
				layout.Text(b.nameCoefficient(m, c), st.Wrap),
				b.makeCoefficientCell(c.Estimate),
				b.makeCoefficientCell(c.SE),
				b.makeCoefficientCell(c.HC3),
				b.cell.Number(c.T, st.Share),
				b.cell.Number(c.P, st.Precise),
				b.cell.Number(findVIF(c), st.Share),
			})
			s.Fit(b.cell)
		}
	}
}

// addSubsets adds the best sets of drivers for the areas that had a choice.
func (b *book) addSubsets(s *layout.Sheet) {
	st := b.style
	n := 0
	for i := range b.report.Models {
		n += len(b.report.Models[i].Subsets)
	}
	if n == 0 {
		return
	}
	s.Block(b.cell, phrase.TitleSubsets)
	s.Begin(phrase.ColumnChosen, n,
		append(b.cell.Header(phrase.ColumnArea, phrase.ColumnChosen),
			b.cell.NumberHeader(phrase.ColumnChoice, phrase.ColumnPRESS, phrase.ColumnAICc,
				phrase.ColumnBIC, phrase.ColumnAdjR2)...))
	for i := range b.report.Models {
		m := &b.report.Models[i]
		for rank, subset := range m.Subsets {
			s.Rows = append(s.Rows, []any{
				layout.Text(m.Name, st.Text),
				layout.Text(b.nameDrivers(subset.Drivers), st.Wrap),
				b.cell.Count(rank + 1),
				b.cell.Number(subset.PRESS, st.Kr),
				b.cell.Number(subset.AICc, st.Millions),
				b.cell.Number(subset.BIC, st.Millions),
				b.cell.Number(subset.AdjR2, st.Share),
			})
			s.Fit(b.cell)
		}
	}
}

// describeEstimator says an estimator and its scale in words.
func (b *book) describeEstimator(estimator plan.Estimator, scale plan.Scale) string {
	return phrase.EstimatorOn.With(estimator.In(b.lang), scale.In(b.lang)).In(b.lang)
}

// makeCoefficientCell returns a cell of a coefficient. That of a large driver is small.
func (b *book) makeCoefficientCell(v float64) any {
	if v != 0 && math.Abs(v) < 0.01 {
		return b.cell.Number(v, b.style.Tiny)
	}
	return b.cell.Number(v, b.style.Coefficient)
}

// findVIF returns a coefficient's variance inflation factor. It means nothing for the
// intercept's.
func findVIF(c benchmark.Coefficient) float64 {
	if c.Name == regress.InterceptName {
		return math.NaN()
	}
	return c.VIF
}

func (b *book) findMunicipalityName(code string) string {
	if name, ok := b.nameOf[code]; ok {
		return name
	}
	return code
}

func (b *book) listNames(codes []string) []string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = b.findMunicipalityName(code)
	}
	return names
}

func (b *book) nameCoefficient(m *benchmark.Model, c benchmark.Coefficient) string {
	if c.Name == regress.InterceptName {
		return phrase.InterceptWord.In(b.lang)
	}
	for _, d := range m.Drivers {
		if d.ID == c.Name {
			return d.Name
		}
	}
	return c.Name
}

// withoutAdvice returns a model without the warnings that are advice on the model's form,
// which is for whoever writes the plan. The sheet of the models has them.
func (b *book) withoutAdvice(m *benchmark.Model) *benchmark.Model {
	without := *m
	without.Warnings = slices.DeleteFunc(slices.Clone(m.Warnings), func(w benchmark.Warning) bool {
		switch w.Code {
		case benchmark.UnequalVariance, benchmark.BentModel, benchmark.HighVIF:
			return true
		}
		return false
	})
	return &without
}

func (b *book) listWarnings(m *benchmark.Model) string {
	words := make([]string, len(m.Warnings))
	for i, w := range m.Warnings {
		if words[i] = w.In(b.lang); i > 0 {
			words[i] = capitalize(words[i])
		}
	}
	return strings.Join(words, " ")
}
