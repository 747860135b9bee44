package target

import (
	"context"
	"regexp"
	"strconv"

	"github.com/raaderum/raaderum/lang"
)

// value is a level that the plan sets, in kr. per unit.
type value float64

var (
	plainNumber = regexp.MustCompile(`^[0-9]+(\.[0-9]+)?$`)
	grouped     = regexp.MustCompile(`^[0-9]{1,3}\.[0-9]{3}$`)
)

func parseValue(parameter string) (Rule, bool) {
	// 65.000 is sixty-five thousand to a Dane and sixty-five to Go. Nobody can know which
	// is meant, so it is refused.
	if !plainNumber.MatchString(parameter) || grouped.MatchString(parameter) {
		return nil, false
	}
	v, err := strconv.ParseFloat(parameter, 64)
	return value(v), err == nil && v < 1e15
}

func (v value) String() string { return "value:" + strconv.FormatFloat(float64(v), 'f', -1, 64) }

func (v value) In(l lang.Language) string { return ruleValue.With(lang.Exact(float64(v))).In(l) }

func (v value) prepare(context.Context, Area) (Finder, error) {
	return func(int) Level { return newLevel(float64(v), 0) }, nil
}
