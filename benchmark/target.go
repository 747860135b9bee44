package benchmark

import (
	"context"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// TargetRule is a rule for the level that headroom is computed against.
// String returns it as a plan writes it.
type TargetRule interface {
	String() string
	// In returns the rule in words.
	In(lang.Language) string
	// on returns how an area's targets are found. What they all rest on, such
	// as a sorted list, is found once, by on itself, and what it returns is called
	// by any number of goroutines.
	on(ctx context.Context, c *comparison) finder
}

// finder finds one municipality's target.
type finder func(municipality int) level

// level is a target and what stands behind it.
type level struct {
	kr          float64       // per unit; NaN where there is none
	n           int           // municipalities that it is made of
	missing     MissingTarget // why there is none
	decidedBy   int32         // of a rule that one municipality decides: that one, counted from 1; 0: another rule
	notPositive []int32       // of a rule made of the lowest: those of them whose figure is not above zero
}

// none is the target that there is not.
func none(why MissingTarget) level { return level{kr: math.NaN(), missing: why} }

// dataRule is a rule that asks something of the data.
type dataRule interface {
	// misfits says what the data do not have.
	misfits(d *dataset.Dataset) []lang.Message
}

// targetRules are the rules. Each has the word it begins with, how it is
// written, what reads the text after the colon (empty where there is none) and
// reports whether it makes sense, what that text is to be, whether the level
// allows for the background conditions, whether the rule as it is written here
// stands in the table of every area under every rule, and whether it is a mean
// weighted by volume.
var targetRules = []struct {
	word, form   string
	parse        func(parameter string) (TargetRule, bool)
	needs        lang.Phrase
	byConditions bool
	tabled       bool
	weighted     bool
}{
	{"expected", "expected", plain(expectedLevel{}), needsNothing, true, true, false},
	{"country", "country", plain(countryMean{}), needsNothing, false, true, true},
	{"mean", "mean", plain(meanOfOthers{}), needsNothing, false, true, false},
	{"region", "region", plain(regionMean{}), needsNothing, false, true, false},
	{"list", "list:Viborg,Aarhus", parseList, needsNames, false, false, false},
	{"nearest", "nearest:10", parseNearest, needsCount, true, true, false},
	{"cheapest-of-nearest", "cheapest-of-nearest:5/10", parseCheapest, needsTwoCounts, true, true, false},
	{"median", "median", plain(quantileOfAll(0.5)), needsNothing, false, true, false},
	{"best-quartile", "best-quartile", plain(quantileOfAll(0.25)), needsNothing, false, true, false},
	{"quantile", "quantile:0.25", parseQuantile, needsQuantile, false, false, false},
	{"lowest", "lowest:10", parseLowest, needsCount, false, true, false},
	{"minimum", "minimum", plain(minimum{}), needsNothing, false, true, false},
	{"expected-quantile", "expected-quantile:0.25", parseExpectedQuantile, needsQuantile, true, true, false},
	{"conditional-quantile", "conditional-quantile:0.25", parseConditionalQuantile, needsInnerQuantile, true, true, false},
	{"value", "value:65000", parseValue, needsKr, false, false, false},
}

// plain is the parser of a rule without a parameter.
func plain(rule TargetRule) func(string) (TargetRule, bool) {
	return func(parameter string) (TargetRule, bool) { return rule, parameter == "" }
}

// TargetForms are how the rules are written.
var TargetForms = targetForms()

func targetForms() (forms []string) {
	for _, r := range targetRules {
		forms = append(forms, r.form)
	}
	return forms
}

// ParseTarget reads a target rule as one of [TargetForms], such as "median",
// "nearest:10" or "value:65000". What may be left out is the number of nearest
// (10), cheapest of nearest (5/10) and lowest (10), and the quantile of
// expected-quantile and conditional-quantile (0.25). The error is in both
// languages and says what to write.
func ParseTarget(text string) (TargetRule, error) {
	word, parameter, colon := strings.Cut(text, ":")
	var words []string
	for _, r := range targetRules {
		if r.word != word {
			words = append(words, r.word)
			continue
		}
		rule, ok := r.parse(strings.TrimSpace(parameter))
		if !ok || colon && parameter == "" {
			return nil, badTarget.With(text, r.needs, r.form)
		}
		return rule, nil
	}
	return nil, unknownTarget.With(text, strings.Join(TargetForms, ", "), lang.Suggest(word, words))
}

// ByConditions says whether a rule's level allows for the municipality's
// background conditions. One that does not is the same for rich and poor, town
// and island.
func ByConditions(rule TargetRule) bool {
	i := inRules(rule)
	return i >= 0 && targetRules[i].byConditions
}

// inRules is where a rule is among the rules, −1 for one that is not.
func inRules(rule TargetRule) int {
	word, _, _ := strings.Cut(rule.String(), ":")
	for i := range targetRules {
		if targetRules[i].word == word {
			return i
		}
	}
	return -1
}

// isWeighted says whether a rule is a mean weighted by volume.
func isWeighted(rule TargetRule) bool {
	i := inRules(rule)
	return i >= 0 && targetRules[i].weighted
}

// CheckTarget says what a target rule asks of data that they do not have: a
// municipality of a list, a region, or as many municipalities. The error is in
// both languages and says what to write. [Plan.Check] does it for the areas.
func CheckTarget(text string, d *dataset.Dataset) error {
	rule, err := ParseTarget(text)
	if err != nil {
		return err
	}
	if messages := misfits(rule, d); len(messages) > 0 {
		return messages[0]
	}
	return nil
}

func misfits(rule TargetRule, d *dataset.Dataset) []lang.Message {
	if asks, ok := rule.(dataRule); ok {
		return asks.misfits(d)
	}
	return nil
}

// tooMany says that a rule asks for more others than there are.
func tooMany(rule TargetRule, n int, d *dataset.Dataset) []lang.Message {
	if others := len(d.Municipalities()) - 1; n > others {
		return []lang.Message{moreThanOthers.With(rule.String(), others)}
	}
	return nil
}

var (
	countForm    = regexp.MustCompile(`^[1-9][0-9]{0,5}$`)
	quantileForm = regexp.MustCompile(`^(0|1|[01]?\.[0-9]{1,15})$`)
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
	if !quantileForm.MatchString(text) {
		return 0, false
	}
	q, err := strconv.ParseFloat(text, 64)
	return q, err == nil && q <= 1
}

// writeShare writes a number from 0 to 1 as parseShare reads it.
func writeShare(q float64) string { return strconv.FormatFloat(q, 'f', -1, 64) }

// percent is a number from 0 to 1 in per cent, with the decimals it has.
func percent(q float64) lang.Number {
	return withDecimals(100 * q)
}

// withDecimals is a number with as many decimals as it takes, at most six.
func withDecimals(v float64) lang.Number {
	text := strings.TrimRight(strconv.FormatFloat(v, 'f', 6, 64), "0")
	_, decimals, _ := strings.Cut(text, ".")
	return lang.Number{Value: v, Decimals: len(decimals)}
}
