package text

import (
	"math"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// writeEvidence shows everything there is on one area, if one was asked for: why the level
// is as it is, how the difference has lasted, what it consists of, in how many models it
// holds, against whom, and what to ask.
func (t *table) writeEvidence() {
	if len(t.report.Models) != 1 {
		return
	}
	for row := range t.report.Rows() {
		t.writeContributions(&row)
		t.writeYears(&row)
		t.writeSplit(&row)
		t.writeQuality(row.Quality)
		t.writeCurve(row.Curve)
		t.writeNeighbours(&row)
		t.writeNote()
		t.writeQuestions(&row)
	}
}

// writeNote says what the plan has to say of the area.
func (t *table) writeNote() {
	if note := t.report.Models[0].Note; note != "" {
		t.writeLine("")
		t.writeParagraph(noteLine.With(note))
	}
}

// writeQuestions lists the questions that the numbers give a meeting to ask, and then those
// of the plan.
func (t *table) writeQuestions(row *benchmark.Row) {
	questions := t.report.Questions(row)
	if row.Candidate {
		for _, q := range t.report.Models[0].Questions {
			questions = append(questions, lang.List{q})
		}
	}
	if len(questions) == 0 {
		return
	}
	t.writeLine("")
	t.writeParagraph(questionsHead.With())
	for _, q := range questions {
		t.writeBullet(q)
	}
}

// writeBullet says something in a paragraph of its own, set off by a dash.
func (t *table) writeBullet(words lang.Localized) { t.writeParagraph(dashed.With(words)) }

func (t *table) writeContributions(row *benchmark.Row) {
	if len(row.Contributions) == 0 {
		return
	}
	names := map[string]string{benchmark.OthersMean: othersMean.In(t.lang)}
	for _, d := range t.report.Models[0].Drivers {
		names[d.ID] = d.Name
	}
	t.writeLine("")
	t.writeParagraph(contributionsHead.With())
	for i, c := range row.Contributions {
		t.writeLine("%s %10s", Pad(names[c.Name], wideColumn),
			lang.Format(t.lang, c.Value, 0, i > 0))
	}
	t.writeLine("%s %10s", Pad(columnExpectedLong.In(t.lang), wideColumn),
		t.formatKrWithin(row.Expected.Level, 10))
	t.writeParagraph(meansDiffer.With())
}

// wideColumn is the width of a column of names.
const wideColumn = 48

func (t *table) writeYears(row *benchmark.Row) {
	p := row.Persistence
	if p == nil {
		if !math.IsNaN(row.Difference.Kr) {
			t.writeLine("")
			t.writeParagraph(noYears.With())
		}
		return
	}
	t.writeLine("")
	t.writeParagraph(yearsHead.With())
	const layout = "%-8s %10s %10s %8s"
	t.writeLine(layout, columnYear.In(t.lang), columnActual.In(t.lang), columnExpected.In(t.lang),
		columnPct.In(t.lang))
	var nearest lang.List
	apart, corrected := false, 0
	for _, y := range p.Years {
		mark := ""
		if !y.Counts && !math.IsNaN(y.DeviationPct) {
			mark, apart = " "+apartMark, true
		}
		if y.Corrected {
			mark += " " + correctedYear.In(t.lang)
			corrected++
		}
		t.writeLine(layout+"%s", strconv.Itoa(y.Year), t.formatKrWithin(y.Actual, 10),
			t.formatKrWithin(y.Expected, 10), t.formatPct(y.DeviationPct), mark)
		if y.NearestDrivers {
			nearest = append(nearest, strconv.Itoa(y.Year))
		}
	}
	if apart {
		t.writeParagraph(apartExplained.With())
	}
	if p.JumpYear != 0 {
		leap := rise
		if p.JumpPct < 0 {
			leap = fall
		}
		t.writeParagraph(leap.With(p.JumpYear,
			lang.Number{Value: math.Abs(p.JumpPct), Decimals: 1}))
	}
	if math.IsNaN(p.PersistentPct) {
		t.writeParagraph(notLasting.With(p.Counted, p.YearsAbove, p.N))
	} else {
		t.writeParagraph(lasting.With(newSignedNumber(p.PersistentPct), newSignedNumber(p.LowPct),
			newSignedNumber(p.HighPct), p.YearsAbove, p.N))
		t.writeParagraph(steadiness.With())
	}
	if corrected > 0 && corrected < len(p.Years) {
		t.writeParagraph(unevenlyCorrected.With())
	}
	if len(nearest) > 0 {
		t.writeParagraph(nearestDrivers.With(nearest))
	}
}

// apartMark marks a year that does not count for what lasts.
const apartMark = "*"

func newSignedNumber(v float64) lang.Number {
	return lang.Number{Value: v, Decimals: 1, Signed: true}
}

// writeSplit shows how much of the difference comes from activity, and how much from unit
// cost: each against what is expected of it, and its part of the difference. If an area has
// an activity and no split, it says why.
func (t *table) writeSplit(row *benchmark.Row) {
	a, m := row.Activity, &t.report.Models[0]
	if a == nil {
		for _, w := range m.Warnings {
			if w.Code == benchmark.ActivityMissing {
				t.writeLine("")
				t.writeParagraph(notSplit.With(w))
			}
		}
		return
	}
	t.writeLine("")
	t.writeParagraph(splitHead.With(m.Activity, t.describePeriod()))
	const layout = "%-20s %10s %10s %10s %11s %10s"
	t.writeLine("%-20s %10s %10s %10s %22s", "", "", "", columnDeviation.In(t.lang),
		groupPart.In(t.lang))
	t.writeLine(layout, "", columnActual.In(t.lang), columnExpected.In(t.lang),
		columnDeviationPct.In(t.lang), columnPoints.In(t.lang), columnMillions.In(t.lang))
	per := func(v float64) string { return lang.Format(t.lang, v, chooseDecimals(v), false) }
	t.writeLine(layout, rowActivity.In(t.lang), per(a.PerUnit), per(a.Expected),
		t.formatPct(a.DeviationPct), t.formatPct(a.ActivityPct),
		t.formatMillions(a.ActivityKr, true))
	t.writeLine(layout, rowUnitCost.In(t.lang), per(a.UnitCost), per(a.UnitCostExpected),
		t.formatPct(a.UnitCostDeviationPct), t.formatPct(a.UnitCostPct),
		t.formatMillions(a.UnitCostKr, true))
	t.writeParagraph(splitRead.With())
}

// chooseDecimals returns how many decimals show three digits of a figure.
func chooseDecimals(v float64) int {
	if math.IsNaN(v) || v == 0 {
		return 0
	}
	return min(6, max(0, 2-int(math.Floor(math.Log10(math.Abs(v))))))
}

func (t *table) writeQuality(list []benchmark.QualityRow) {
	if len(list) == 0 {
		return
	}
	t.writeLine("")
	t.writeParagraph(qualityHead.With())
	for _, q := range list {
		value := lang.Localized(lang.Number{Value: q.Value, Decimals: chooseDecimals(q.Value)})
		if q.Year != 0 {
			value = valueIn.With(value, q.Year)
		}
		if q.Rank == 0 {
			t.writeBullet(qualityMissing.With(q.Name))
			continue
		}
		t.writeBullet(qualityOf.With(q.Name, value, q.Rank, q.Ranked))
		if names := t.findNames(q.CheaperAsGood); len(names) > 0 {
			for _, line := range Wrap(cheaperAsGood.With(strings.Join(names, ", ")).In(t.lang),
				Width-2) {
				t.writeLine("  %s", line)
			}
		}
	}
}

// findNames returns the names of municipalities by their codes.
func (t *table) findNames(codes []string) []string {
	all := map[string]string{}
	for _, m := range t.report.AllMunicipalities() {
		all[m.Code] = m.Name
	}
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = all[code]
	}
	return names
}

func (t *table) writeCurve(c *benchmark.CurveSummary) {
	if c == nil || c.Models == 0 {
		return
	}
	t.writeLine("")
	t.writeParagraph(curveOf.With(c.Models, lang.Number{Value: 100 * c.ShareAbove},
		newSignedNumber(c.MedianPct), newSignedNumber(c.LowPct), newSignedNumber(c.HighPct),
		lang.Number{Value: 100 * c.ShareFlagged}))
}

func (t *table) writeNeighbours(row *benchmark.Row) {
	group, ok := t.report.Peers(row.Municipality, row.Area, 0)
	if !ok || len(group.Peers) == 0 {
		return
	}
	names := make([]string, len(group.Peers))
	for i, p := range group.Peers {
		names[i] = p.Name
	}
	t.writeLine("")
	t.writeParagraph(nearestOnes.With(strings.Join(names, ", ")))
}
