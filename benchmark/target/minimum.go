package target

import (
	"context"

	"github.com/raaderum/raaderum/lang"
)

// minimum is the lowest of the other municipalities' figures. A single municipality decides
// it, and with it all headroom.
type minimum struct{}

func (minimum) String() string { return "minimum" }

func (minimum) In(l lang.Language) string { return ruleMinimum.In(l) }

func (minimum) prepare(_ context.Context, a Area) (Finder, error) { return findLowest(a, 1), nil }

func (minimum) countLowest() int { return 1 }
