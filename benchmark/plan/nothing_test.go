package plan_test

import (
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/internal/niltest"
	"github.com/raaderum/raaderum/lang"
)

// TestNothing: whatever is asked of no plan, of an empty one or of no data is an error
// or an empty answer.
func TestNothing(t *testing.T) {
	var zero plan.Plan
	niltest.Functions(t, map[string]any{
		"Check": zero.Check, "YearIn": zero.YearIn, "Indicators": zero.Indicators, "Definition": zero.Definition,
		"Reading": zero.Reading, "Refits": zero.Refits, "Tested": zero.Tested, "WithDefaults": zero.WithDefaults,
		"Check of no plan": (*plan.Plan).Check, "Reading of no plan": (*plan.Plan).Reading,
		"CheckFigures": zero.CheckFigures, "CheckYear": zero.CheckYear, "FindUnused": zero.FindUnused,
		"SpendingYears": zero.SpendingYears, "WithData": zero.WithData, "Parse": plan.Parse, "ParseCorrections": plan.ParseCorrections, "YearsEnding": plan.YearsEnding,
	})
	niltest.Methods(t, &plan.Prices{}, &plan.Error{}, plan.Errors(nil), &plan.Area{}, plan.Date(""))
	var none *plan.Plan
	for what, err := range map[string]error{
		"no plan": none.Check(nil), "no data": zero.Check(nil),
		"figures of no plan": none.CheckFigures(nil), "no figures": zero.CheckFigures(nil),
	} {
		if err == nil || lang.Of(err, lang.Danish) == lang.Of(err, lang.English) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// TestNobodyElse: where there is nobody to compare with, no rule says to write at most
// none.
func TestNobodyElse(t *testing.T) {
	for _, rule := range target.Forms() {
		err := target.CheckText(rule, (*dataset.Dataset)(nil))
		if err != nil && strings.Contains(err.Error(), "at most") {
			t.Errorf("%s: %v", rule, err)
		}
	}
}
