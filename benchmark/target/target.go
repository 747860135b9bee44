package target

import (
	"context"
	"math"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/internal/given"
	"github.com/raaderum/raaderum/lang"
)

// Rule is a rule for the level that headroom is computed against.
type Rule interface {
	// String returns the rule as a plan writes it.
	String() string
	// In returns the rule in words.
	In(lang.Language) string
	// prepare does the work that all targets of an area share, such as adding up figures.
	// The error is the context's.
	prepare(ctx context.Context, a Area) (Finder, error)
}

// Finder returns the target of the municipality at a position in the data. Any number of
// goroutines may call it.
type Finder func(municipality int) Level

// Level is one municipality's target, and what it is made of.
type Level struct {
	Kr      float64 // per unit; NaN if there is no target
	N       int     // how many municipalities it is made of; 0 for a level that a plan sets
	Missing Missing // why there is no target; empty if there is one

	// DecidedBy is the position of the municipality that alone decides the level of
	// "minimum" or "lowest:1". It is −1 for every other rule.
	DecidedBy int32
	// NotPositive are the positions of the municipalities whose figure is not above zero,
	// among those that a rule of the lowest figures is made of.
	NotPositive []int32
}

// newLevel returns a level that no single municipality decides.
func newLevel(kr float64, n int) Level { return Level{Kr: kr, N: n, DecidedBy: -1} }

// newMissingLevel returns the level of a municipality that has no target.
func newMissingLevel(why Missing) Level {
	return Level{Kr: math.NaN(), Missing: why, DecidedBy: -1}
}

// Area is an area as a rule sees it. Slices are by municipality, and NaN is missing. Any
// number of goroutines may call its methods.
type Area interface {
	// Figures returns what each municipality spends, in kr. per unit, and its volume
	// in units a year.
	Figures() (unit, volume []float64)
	// Lowest returns the municipalities that have a figure, the lowest figure first. Equal
	// figures stand in the order of the data.
	Lowest() []int32
	// Expected returns what the others lead one to expect of a municipality.
	Expected(municipality int) Expected
	// ConditionalQuantile fits the area's model by quantile regression. The function that
	// it returns gives a municipality's level, in kr. per unit, and the number of others
	// that the level is made of. The level is NaN if there is none. The function is nil if
	// the area has no model. The error is the context's.
	ConditionalQuantile(ctx context.Context,
		q float64) (func(municipality int) (kr float64, others int), error)
	// Nearest returns the k municipalities nearest to one by the area's drivers. If there
	// are none, it says why.
	Nearest(municipality, k int) ([]int32, Missing)
	// Register returns the municipalities by position and finds one by name.
	Register() Register
}

// Expected is what the others lead one to expect of a municipality.
type Expected struct {
	Level  float64 // kr. per unit; NaN if there is none
	Others int     // how many municipalities it is made of
	InFit  bool    // whether the municipality is one of those that the model is fitted on
}

// Register is the municipalities of a data set. [dataset.Dataset] is one.
type Register interface {
	Municipalities() []dataset.Municipality
	Find(codeOrName string) (position int, ok bool)
	Suggest(name string) lang.Suggestion
}

// Find prepares a rule for an area. The error is the context's. A nil context is an error too.
func Find(ctx context.Context, rule Rule, a Area) (Finder, error) {
	if err := given.CheckContext(ctx); err != nil {
		return nil, err
	}
	return rule.prepare(ctx, a)
}
