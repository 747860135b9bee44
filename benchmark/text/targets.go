package text

import (
	"strconv"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/lang"
)

// writeHeadroom shows the headroom against other targets than the expected level.
func (t *table) writeHeadroom() {
	byRule := map[string][]benchmark.Row{}
	var rules []string
	for row := range t.report.Rows() {
		if row.Target.Rule == "expected" {
			continue
		}
		if byRule[row.Target.Rule] == nil {
			rules = append(rules, row.Target.Rule)
		}
		byRule[row.Target.Rule] = append(byRule[row.Target.Rule], row)
	}
	for _, text := range rules {
		rule, err := target.Parse(text)
		if err != nil {
			continue // the report was made with this rule
		}
		t.writeLine("")
		t.writeParagraph(headroomAgainst.With(rule))
		if target.ByConditions(rule) {
			t.writeParagraph(seeingTarget.With())
		} else {
			t.writeParagraph(blindTarget.With())
		}
		const layout = "%s %9s %9s %8s %18s"
		t.writeLine(layout, Pad(columnArea.In(t.lang), areaWidth), columnActual.In(t.lang),
			columnTarget.In(t.lang), columnMadeOf.In(t.lang), columnHeadroom.In(t.lang))
		var missing []target.Missing
		var below lang.List
		for _, row := range byRule[text] {
			t.writeLine(layout, t.formatArea(&row), t.formatKrWithin(row.Actual, 9),
				t.formatKrWithin(row.Target.Level, 9), countBehind(row.Target.N),
				t.formatMillions(row.Target.HeadroomKr, false))
			missing = append(missing, row.Target.Missing)
			if row.Target.Level <= 0 {
				below = append(below, t.report.Model(row.Area).Name)
			}
		}
		t.writeMissingTargets(missing)
		t.writeBelowZero(below)
	}
}

// ruleWidth is the width of a rule in words.
const ruleWidth = 42

// writeSensitivity shows one area's headroom under every rule, if one area was asked for.
func (t *table) writeSensitivity() {
	if len(t.report.Models) != 1 {
		return
	}
	for row := range t.report.Rows() {
		t.writeLine("")
		t.writeParagraph(sensitivityHead.With())
		const layout = "%s %8s %8s %8s %10s"
		t.writeLine(layout, Pad(columnRule.In(t.lang), ruleWidth), columnLevel.In(t.lang),
			columnMadeOf.In(t.lang), columnGap.In(t.lang), columnRoom.In(t.lang))
		var missing []target.Missing
		var notPositive []benchmark.Target
		var below lang.List
		for _, target := range t.sensitivities.Targets(&row) {
			words := target.In(t.lang)
			if target.DecidedBy != "" {
				words = decidedBy.With(words,
					lang.List(t.findNames([]string{target.DecidedBy}))).In(t.lang)
			}
			if len(target.NotPositive) > 0 {
				notPositive = append(notPositive, target)
			}
			if target.Level <= 0 {
				below = append(below, target.In(t.lang))
			}
			lines := Wrap(words, ruleWidth)
			last := len(lines) - 1
			for _, line := range lines[:last] {
				t.writeLine("%s", line)
			}
			t.writeLine(layout, Pad(lines[last], ruleWidth), t.formatKrWithin(target.Level, 8),
				countBehind(target.N), t.formatMillions(target.GapKr, true),
				t.formatMillions(target.HeadroomKr, false))
			missing = append(missing, target.Missing)
		}
		t.writeMissingTargets(missing)
		t.writeParagraph(madeOfRead.With())
		t.writeBelowZero(below)
		for _, target := range notPositive {
			t.writeParagraph(restsOnZero.With(target, nameFirst(t.findNames(target.NotPositive))))
		}
	}
}

// writeBelowZero names the areas whose target nobody could reach, because it is not above
// zero.
func (t *table) writeBelowZero(where lang.List) {
	if len(where) > 0 {
		t.writeParagraph(targetBelowZero.With(where))
	}
}

// countBehind says how many municipalities a level is made of.
func countBehind(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// writeMissingTargets says why targets are missing, giving each reason once.
func (t *table) writeMissingTargets(reasons []target.Missing) {
	said := map[target.Missing]bool{"": true}
	for _, why := range reasons {
		if !said[why] {
			said[why] = true
			t.writeParagraph(noTarget.With(lang.Missing, why))
		}
	}
}
