package target

import (
	"context"

	"github.com/raaderum/raaderum/lang"
)

// expectedLevel is the level that the background conditions lead one to expect.
type expectedLevel struct{}

func (expectedLevel) String() string { return "expected" }

func (expectedLevel) In(l lang.Language) string { return ruleExpected.In(l) }

func (expectedLevel) prepare(_ context.Context, a Area) (Finder, error) {
	return func(m int) Level {
		e := a.Expected(m)
		if !(e.Level > 0) { // nobody can spend so little
			return newMissingLevel(NoExpected)
		}
		return newLevel(e.Level, e.Others)
	}, nil
}
