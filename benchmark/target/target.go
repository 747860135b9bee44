package target

import (
	"context"
	"math"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// Rule is a rule for the level that headroom is computed against.
type Rule interface {
	// String returns the rule as a plan writes it.
	String() string
	// In returns the rule in words.
	In(lang.Language) string
	// prepare finds, once, what all of an area's targets rest on, such as a sum. The
	// error is the context's.
	prepare(ctx context.Context, a Area) (Finder, error)
}

// Finder finds one municipality's target, by its position in the data. Any number
// of goroutines may call it.
type Finder func(municipality int) Level

// Level is a target and what stands behind it.
type Level struct {
	Kr      float64 // per unit; NaN where there is none
	N       int     // municipalities that it is made of; 0 for a chosen figure
	Missing Missing // why there is none; empty: there is one

	// DecidedBy is the position of the one municipality that decides the level of
	// "minimum" and "lowest:1"; −1 for every other rule.
	DecidedBy int32
	// NotPositive are the positions of the municipalities behind a rule made of the
	// lowest whose figure is not above zero.
	NotPositive []int32
}

// newLevel returns a level that no single municipality decides.
func newLevel(kr float64, n int) Level { return Level{Kr: kr, N: n, DecidedBy: -1} }

// newMissingLevel returns a missing level with its reason.
func newMissingLevel(why Missing) Level {
	return Level{Kr: math.NaN(), Missing: why, DecidedBy: -1}
}

// Area is what a rule may ask of an area. Slices are by municipality, and NaN is
// missing. Any number of goroutines may call its methods.
type Area interface {
	// Figures returns what each municipality spends, in kr. per unit, and its volume
	// in units a year.
	Figures() (unit, volume []float64)
	// Lowest returns the municipalities that have a figure, the lowest figure first.
	// Those with the same figure stand in the order of the data.
	Lowest() []int32
	// Expected returns what the others lead one to expect of a municipality.
	Expected(municipality int) Expected
	// ConditionalQuantile fits a quantile of the area's model and returns a function
	// that gives a municipality's level, in kr. per unit, and the number of others
	// behind it. The level is NaN where there is none. The function is nil where the
	// area has no model. The error is the context's.
	ConditionalQuantile(ctx context.Context,
		q float64) (func(municipality int) (kr float64, others int), error)
	// Nearest returns the k municipalities nearest to one by the area's drivers, or
	// why there are none.
	Nearest(municipality, k int) ([]int32, Missing)
	// Register returns the municipalities by position and finds one by name.
	Register() Register
}

// Expected is what the others lead one to expect of a municipality.
type Expected struct {
	Level  float64 // kr. per unit; NaN where there is none
	Others int     // municipalities that form it
	InFit  bool    // the municipality is itself one of those that the model is fitted on
}

// Register is the municipalities of a data set. [dataset.Dataset] is one.
type Register interface {
	Municipalities() []dataset.Municipality
	Find(codeOrName string) (position int, ok bool)
	Suggest(name string) lang.Suggestion
}

// Find prepares a rule for an area. The error is the context's.
func Find(ctx context.Context, rule Rule, a Area) (Finder, error) { return rule.prepare(ctx, a) }
