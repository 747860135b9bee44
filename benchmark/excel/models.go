package excel

import (
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/regress"
)

// models is the sheet of the models: the fit of each, and the coefficients.
func (b *book) models() *sheet {
	st := &b.style
	s := &sheet{name: sheetModel, common: true, header: 3, filter: len(b.report.Models), heights: map[int]float64{3: 48}}
	s.pagesWide, s.columnTitles = 2, 1
	s.widths = []float64{26, 18, 36, 13, 15, 19, 11, 11, 12, 11, 11, 14, 11, 11, 12, 11, 20, 12, 80}
	s.rows = [][]any{
		{text(titleModel.With(b.period()).In(b.lang), st.title)},
		{text(leadModel.In(b.lang), st.lead)},
		slices.Concat(
			b.header(columnArea, columnUnit, columnEstimator),
			b.numberHeader(columnN, columnDF, columnSigma, columnR2, columnAdjR2, columnLooR2, columnAICc, columnBIC, columnCondition, columnBP, columnRESET, columnKept, columnGamma),
			[]any{b.words(columnOutlier, st.afterHeader)},
			b.numberHeader(columnOutlierP),
			[]any{b.words(columnWarnings, st.afterHeader)},
		),
	}
	sigma := st.kr
	if b.report.Plan.Scale == "log" {
		sigma = st.precise
	}
	for i := range b.report.Models {
		m := &b.report.Models[i]
		s.rows = append(s.rows, []any{
			text(m.Name, st.text),
			text(m.Unit, st.text),
			text(b.estimator(m.Estimator, m.Scale), st.wrap),
			b.count(m.N),
			b.count(m.DF),
			b.number(m.Sigma, sigma),
			b.number(m.R2, st.share),
			b.number(m.AdjR2, st.share),
			b.number(m.LooR2, st.share),
			b.number(m.AICc, st.millions),
			b.number(m.BIC, st.millions),
			b.number(m.Condition, st.kr),
			b.number(m.BreuschPagan.P, st.precise),
			b.number(m.RESET.P, st.precise),
			b.count(m.Kept),
			b.number(m.Gamma, st.share),
			text(b.municipalityName(m.Outlier.Municipality), st.after),
			b.number(m.Outlier.P, st.precise),
			text(b.warningsOf(m), st.after),
		})
		s.fit(b)
	}
	s.rows = append(s.rows, nil,
		[]any{text(titleCoefficients.In(b.lang), st.head)},
		append(b.header(columnArea, columnDriver), b.numberHeader(columnEstimate, columnSE, columnHC3, columnT, columnP, columnVIF)...))
	s.heights[len(s.rows)] = 48
	for i := range b.report.Models {
		m := &b.report.Models[i]
		for _, c := range m.Coefficients {
			s.rows = append(s.rows, []any{
				text(m.Name, st.text),
				text(b.coefficientName(m, c), st.text),
				b.coefficient(c.Estimate),
				b.coefficient(c.SE),
				b.coefficient(c.HC3),
				b.number(c.T, st.share),
				b.number(c.P, st.precise),
				b.number(vif(c), st.share),
			})
		}
	}
	b.subsets(s)
	s.paragraphs(b, headDiagnostics, diagnostics...)
	if df := b.report.TailDF; df > 0 {
		s.wrapped(b, tailLong.With(df).In(b.lang))
	} else {
		s.wrapped(b, tailShort.In(b.lang))
	}
	return s
}

// subsets adds the best choices of drivers of the areas that had a choice.
func (b *book) subsets(s *sheet) {
	st := &b.style
	begun := false
	for i := range b.report.Models {
		m := &b.report.Models[i]
		for rank, subset := range m.Subsets {
			if !begun {
				begun = true
				s.rows = append(s.rows, nil,
					[]any{text(titleSubsets.In(b.lang), st.head)},
					append(b.header(columnArea, columnChosen), b.numberHeader(columnChoice, columnPRESS, columnAICc, columnBIC, columnAdjR2)...))
			}
			s.rows = append(s.rows, []any{
				text(m.Name, st.text),
				text(b.drivers(subset.Drivers), st.wrap),
				b.count(rank + 1),
				b.number(subset.PRESS, st.kr),
				b.number(subset.AICc, st.millions),
				b.number(subset.BIC, st.millions),
				b.number(subset.AdjR2, st.share),
			})
			s.fit(b)
		}
	}
}

// estimator says an estimator and its scale in words.
func (b *book) estimator(estimator, scale string) string {
	return estimatorOn.With(benchmark.EstimatorName(estimator).In(b.lang), benchmark.ScaleName(scale).In(b.lang)).In(b.lang)
}

// coefficient is a cell of a coefficient, which of a large driver is small.
func (b *book) coefficient(v float64) any {
	if v != 0 && math.Abs(v) < 0.01 {
		return b.number(v, b.style.tiny)
	}
	return b.number(v, b.style.coefficient)
}

// vif is a coefficient's variance inflation, which means nothing for the
// intercept's.
func vif(c regress.Coefficient) float64 {
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

func (b *book) coefficientName(m *benchmark.Model, c regress.Coefficient) string {
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
		words[i] = w.In(b.lang)
	}
	return strings.Join(words, " ")
}
