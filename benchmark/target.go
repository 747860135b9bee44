package benchmark

import (
	"maps"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// TargetRule is a rule for the level that headroom is computed against.
// String returns it as a plan writes it.
type TargetRule interface {
	String() string
	// In returns the rule in words.
	In(lang.Language) string
	// levels returns each municipality's target, in kr. per unit; NaN where
	// there is none.
	levels(c *comparison) []float64
}

// targetRules are the rules by the word they begin with. Each takes the text
// after the colon, empty where there is none, and reports whether it makes
// sense.
var targetRules = map[string]func(parameter string) (TargetRule, bool){
	"expected":      without(expectedLevel{}),
	"country":       without(countryMean{}),
	"median":        without(quantileOfAll(0.5)),
	"best-quartile": without(quantileOfAll(0.25)),
	"quantile":      parseQuantile,
	"value":         parseValue,
}

func without(rule TargetRule) func(string) (TargetRule, bool) {
	return func(parameter string) (TargetRule, bool) { return rule, parameter == "" }
}

// TargetForms are how the rules are written.
var TargetForms = []string{"expected", "country", "median", "best-quartile", "quantile:0.25", "value:65000"}

// ParseTarget reads a target rule: "expected", "country", "median",
// "best-quartile", "quantile:q" or "value:kr". The error is in both
// languages and lists the rules.
func ParseTarget(text string) (TargetRule, error) {
	word, parameter, colon := strings.Cut(text, ":")
	parse, ok := targetRules[word]
	if !ok {
		return nil, unknownTarget.With(text, strings.Join(TargetForms, ", "), lang.Suggest(word, slices.Sorted(maps.Keys(targetRules))))
	}
	rule, ok := parse(parameter)
	if !ok || colon && parameter == "" {
		return nil, badTarget.With(text, strings.Join(TargetForms, ", "))
	}
	return rule, nil
}

// setTargets finds every municipality's target level.
func (c *comparison) setTargets() { c.target = c.rule.levels(c) }
