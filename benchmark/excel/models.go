package excel

import (
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/lang"
)

// models is the sheet of the models: the fit of each, what tests say of it, the
// coefficients, the choice of drivers where there was one, and what it all means.
func (b *book) models() *sheet {
	st := b.style
	s := &sheet{
		frame: frame{header: 4, filter: len(b.report.Models), titles: 1},
		fixed: 1,
	}
	s.widths = []float64{27, 30, 13, 12, 14, 17, 11, 11, 12, 11, 11}
	s.rows = [][]any{
		{text(titleModel.With(b.period()).In(b.lang), st.title)},
		{text(leadModel.In(b.lang), st.lead)},
		nil,
		slices.Concat(
			b.cell.header(columnArea, columnUnit),
			b.cell.numberHeader(columnN, columnKept, columnDF, columnSigma, columnR2, columnAdjR2, columnLooR2, columnAICc, columnBIC),
		),
	}
	s.rows[2] = []any{b.back(s, 2)}
	s.fitHeadings()
	sigma := st.kr
	if b.report.Plan.Scale == "log" {
		sigma = st.precise
	}
	for i := range b.report.Models {
		m := &b.report.Models[i]
		s.rows = append(s.rows, []any{
			text(m.Name, st.text),
			text(b.unit(m), st.text),
			b.cell.count(m.N),
			b.cell.count(m.Kept),
			b.cell.count(m.DF),
			b.cell.number(m.Sigma, sigma),
			b.cell.number(m.R2, st.share),
			b.cell.number(m.AdjR2, st.share),
			b.cell.number(m.LooR2, st.share),
			b.cell.number(m.AICc, st.millions),
			b.cell.number(m.BIC, st.millions),
		})
	}
	b.tests(s)
	b.ofEach(s, columnEstimator, func(m *benchmark.Model) string { return b.estimator(m.Estimator, m.Scale) })
	b.ofEach(s, headWarnings, b.warningsOf)
	b.ofEach(s, columnCandidates, func(m *benchmark.Model) string {
		if m.Curve == nil {
			return ""
		}
		return b.drivers(slices.Concat(m.Curve.Forced, m.Curve.Candidates))
	})
	s.breaks = append(s.breaks, len(s.rows)+1) // the paragraphs have an empty row before them
	s.paragraphs(b.cell, headDiagnostics, diagnostics...)
	if df := b.report.TailDF; df > 0 {
		s.wrapped(b.cell, tailLong.With(df).In(b.lang))
	} else {
		s.wrapped(b.cell, tailShort.In(b.lang))
	}
	b.coefficients(s)
	b.subsets(s)
	return s
}

// tests adds what the diagnostics say of each model. They are a table of their own,
// for one as wide as both would be too small to read on a page.
func (b *book) tests(s *sheet) {
	st := b.style
	s.block(b.cell, titleTests)
	s.begin(titleTests, len(b.report.Models), slices.Concat(
		b.cell.header(columnArea, columnOutlier),
		b.cell.numberHeader(columnOutlierP, columnCondition, columnBP, columnRESET, columnGamma),
	))
	for i := range b.report.Models {
		m := &b.report.Models[i]
		s.rows = append(s.rows, []any{
			text(m.Name, st.text),
			text(b.municipalityName(m.Outlier.Municipality), st.text),
			b.cell.number(m.Outlier.P, st.precise),
			b.cell.number(m.Condition, st.kr),
			b.cell.number(m.BreuschPagan.P, st.precise),
			b.cell.number(m.RESET.P, st.precise),
			b.cell.number(m.Gamma, st.share),
		})
	}
}

// ofEach adds what is to be said of each model, those together that share it.
func (b *book) ofEach(s *sheet, head lang.Phrase, say func(*benchmark.Model) string) {
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
	s.paragraphs(b.cell, head)
	for _, words := range order {
		who := allAreas.In(b.lang)
		if len(areas[words]) < len(b.report.Models) {
			who = lang.List(areas[words]).In(b.lang)
		}
		s.wrapped(b.cell, who+": "+words)
	}
}

// coefficients adds the coefficients of the models.
func (b *book) coefficients(s *sheet) {
	st := b.style
	n := 0
	for i := range b.report.Models {
		n += len(b.report.Models[i].Coefficients)
	}
	if n == 0 {
		return
	}
	s.block(b.cell, titleCoefficients)
	s.begin(titleCoefficients, n, append(b.cell.header(columnArea, columnDriver), b.cell.numberHeader(columnEstimate, columnSE, columnHC3, columnT, columnP, columnVIF)...))
	for i := range b.report.Models {
		m := &b.report.Models[i]
		for _, c := range m.Coefficients {
			s.rows = append(s.rows, []any{
				text(m.Name, st.text),
				text(b.coefficientName(m, c), st.wrap),
				b.coefficient(c.Estimate),
				b.coefficient(c.SE),
				b.coefficient(c.HC3),
				b.cell.number(c.T, st.share),
				b.cell.number(c.P, st.precise),
				b.cell.number(vif(c), st.share),
			})
			s.fit(b.cell)
		}
	}
}

// subsets adds the best choices of drivers of the areas that had a choice.
func (b *book) subsets(s *sheet) {
	st := b.style
	n := 0
	for i := range b.report.Models {
		n += len(b.report.Models[i].Subsets)
	}
	if n == 0 {
		return
	}
	s.block(b.cell, titleSubsets)
	s.begin(columnChosen, n, append(b.cell.header(columnArea, columnChosen), b.cell.numberHeader(columnChoice, columnPRESS, columnAICc, columnBIC, columnAdjR2)...))
	for i := range b.report.Models {
		m := &b.report.Models[i]
		for rank, subset := range m.Subsets {
			s.rows = append(s.rows, []any{
				text(m.Name, st.text),
				text(b.drivers(subset.Drivers), st.wrap),
				b.cell.count(rank + 1),
				b.cell.number(subset.PRESS, st.kr),
				b.cell.number(subset.AICc, st.millions),
				b.cell.number(subset.BIC, st.millions),
				b.cell.number(subset.AdjR2, st.share),
			})
			s.fit(b.cell)
		}
	}
}

// estimator says an estimator and its scale in words.
func (b *book) estimator(estimator plan.Estimator, scale plan.Scale) string {
	return estimatorOn.With(estimator.In(b.lang), scale.In(b.lang)).In(b.lang)
}

// coefficient is a cell of a coefficient, which of a large driver is small.
func (b *book) coefficient(v float64) any {
	if v != 0 && math.Abs(v) < 0.01 {
		return b.cell.number(v, b.style.tiny)
	}
	return b.cell.number(v, b.style.coefficient)
}

// vif is a coefficient's variance inflation, which means nothing for the
// intercept's.
func vif(c benchmark.Coefficient) float64 {
	if c.Name == regress.InterceptName {
		return math.NaN()
	}
	return c.VIF
}

func (b *book) municipalityName(code string) string {
	if name, ok := b.nameOf[code]; ok {
		return name
	}
	return code
}

func (b *book) names(codes []string) []string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = b.municipalityName(code)
	}
	return names
}

func (b *book) coefficientName(m *benchmark.Model, c benchmark.Coefficient) string {
	if c.Name == regress.InterceptName {
		return interceptWord.In(b.lang)
	}
	for _, d := range m.Drivers {
		if d.ID == c.Name {
			return d.Name
		}
	}
	return c.Name
}

func (b *book) warningsOf(m *benchmark.Model) string {
	words := make([]string, len(m.Warnings))
	for i, w := range m.Warnings {
		if words[i] = w.In(b.lang); i > 0 {
			words[i] = capital(words[i])
		}
	}
	return strings.Join(words, " ")
}
