package target

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// kind is a kind of rule. Rules of one kind begin with the same word and differ in what
// stands after the colon.
type kind struct {
	word  string
	form  string // an example of how a rule is written
	parse func(parameter string) (Rule, bool)
	needs lang.Phrase // what must stand after the colon
	traits
}

// traits say what rules of a kind have in common.
type traits struct {
	byConditions bool // the level allows for the municipality's background conditions
	tabled       bool // the form is a rule of the table that shows an area under every rule
	weighted     bool // the level is a mean weighted by volume
}

// kinds lists the kinds of rules, in the order in which tables show them.
var kinds = []kind{
	{
		"expected", "expected", parseConstant(expectedLevel{}), needsNothing,
		traits{byConditions: true, tabled: true},
	},
	{
		"country", "country", parseConstant(countryMean{}), needsNothing,
		traits{tabled: true, weighted: true},
	},
	{"mean", "mean", parseConstant(meanOfOthers{}), needsNothing, traits{tabled: true}},
	{"region", "region", parseConstant(regionMean{}), needsNothing, traits{tabled: true}},
	{"list", "list:Viborg,Aarhus", parseList, needsNames, traits{}},
	{"nearest", "nearest:10", parseNearest, needsCount, traits{byConditions: true, tabled: true}},
	{
		"cheapest-of-nearest", "cheapest-of-nearest:5/10", parseCheapest, needsTwoCounts,
		traits{byConditions: true, tabled: true},
	},
	{"median", "median", parseConstant(quantileOfAll(0.5)), needsNothing, traits{tabled: true}},
	{
		"best-quartile", "best-quartile", parseConstant(quantileOfAll(0.25)), needsNothing,
		traits{tabled: true},
	},
	{"quantile", "quantile:0.25", parseQuantile, needsQuantile, traits{}},
	{"lowest", "lowest:10", parseLowest, needsCount, traits{tabled: true}},
	{"minimum", "minimum", parseConstant(minimum{}), needsNothing, traits{tabled: true}},
	{
		"expected-quantile", "expected-quantile:0.25", parseExpectedQuantile, needsQuantile,
		traits{byConditions: true, tabled: true},
	},
	{
		"conditional-quantile", "conditional-quantile:0.25", parseConditionalQuantile,
		needsInnerQuantile, traits{byConditions: true, tabled: true},
	},
	{"value", "value:65000", parseValue, needsKr, traits{}},
}

// parseConstant returns the parser of a rule that takes no parameter.
func parseConstant(rule Rule) func(string) (Rule, bool) {
	return func(parameter string) (Rule, bool) { return rule, parameter == "" }
}

// Forms returns how the rules are written, one example each.
func Forms() []string {
	forms := make([]string, len(kinds))
	for i, k := range kinds {
		forms[i] = k.form
	}
	return forms
}

// Parse reads a rule that is written like one of [Forms], such as "median", "nearest:10" or
// "value:65000". Some numbers may be left out: those of nearest (10), cheapest-of-nearest
// (5/10), lowest (10), expected-quantile (0.25) and conditional-quantile (0.25). The error
// is a [lang.Message] that says what to write.
func Parse(text string) (Rule, error) {
	word, parameter, colon := strings.Cut(text, ":")
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = k.word
		if k.word != word {
			continue
		}
		rule, ok := k.parse(strings.TrimSpace(parameter))
		if !ok || colon && parameter == "" {
			return nil, badRule.With(text, k.needs, k.form)
		}
		return rule, nil
	}
	return nil, unknownRule.With(text, strings.Join(Forms(), ", "), lang.Suggest(word, words))
}

// Tabled returns the rules of the table of sensitivity, which shows every area under every
// rule. The rules have their usual numbers.
func Tabled() []Rule {
	var rules []Rule
	for _, k := range kinds {
		if !k.tabled {
			continue
		}
		rule, err := Parse(k.form)
		if err != nil {
			panic(err) // the forms are constants of this file, and tests parse them all
		}
		rules = append(rules, rule)
	}
	return rules
}

// ByConditions says whether a rule's level allows for the municipality's background
// conditions. A level that does not is the same for rich and poor, and for town and island.
func ByConditions(rule Rule) bool { return findTraits(rule).byConditions }

// Weighted says whether a rule is a mean weighted by volume. Other means are
// unweighted.
func Weighted(rule Rule) bool { return findTraits(rule).weighted }

// findTraits returns the traits of a rule's kind.
func findTraits(rule Rule) traits {
	word, _, _ := strings.Cut(rule.String(), ":")
	for _, k := range kinds {
		if k.word == word {
			return k.traits
		}
	}
	return traits{}
}

// InWords returns the text of a rule in words. A text that is not a rule is returned as it
// is.
func InWords(text string, l lang.Language) string {
	rule, err := Parse(text)
	if err != nil {
		return text
	}
	return rule.In(l)
}

// checked is implemented by rules that need something of the data.
type checked interface {
	check(data Register) []lang.Message
}

// Check returns what a rule needs and the data lack: a municipality that it names, a region,
// or enough municipalities.
func Check(rule Rule, data Register) []lang.Message {
	if c, ok := rule.(checked); ok {
		return c.check(data)
	}
	return nil
}

// CheckText parses a rule and returns the first thing that it needs and the data lack. The
// error is a [lang.Message] that says what to write.
func CheckText(text string, data Register) error {
	rule, err := Parse(text)
	if err != nil {
		return err
	}
	if messages := Check(rule, data); len(messages) > 0 {
		return messages[0]
	}
	return nil
}

// checkCount returns a message if a rule needs more other municipalities than there are.
func checkCount(rule Rule, n int, data Register) []lang.Message {
	switch others := len(data.Municipalities()) - 1; {
	case others < 1:
		return []lang.Message{noOthers.With(rule.String())}
	case n > others:
		return []lang.Message{moreThanOthers.With(rule.String(), others)}
	}
	return nil
}

var (
	countForm = regexp.MustCompile(`^[1-9][0-9]{0,5}$`)
	shareForm = regexp.MustCompile(`^(0|1|[01]?\.[0-9]{1,15})$`)
)

// parseCount reads a number of municipalities.
func parseCount(text string) (int, bool) {
	if !countForm.MatchString(text) {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}

// parseShare reads a number from 0 to 1.
func parseShare(text string) (float64, bool) {
	if !shareForm.MatchString(text) {
		return 0, false
	}
	q, err := strconv.ParseFloat(text, 64)
	return q, err == nil && q <= 1
}

// writeShare writes a number from 0 to 1 as parseShare reads it.
func writeShare(q float64) string { return strconv.FormatFloat(q, 'f', -1, 64) }

// toPercent returns a number from 0 to 1 in per cent, with all its decimals.
func toPercent(q float64) lang.Number { return lang.Exact(100 * q) }
