package benchmark

import (
	"context"

	"github.com/raaderum/raaderum/lang"
)

// minimum is the lowest of the other municipalities' figures. One municipality
// decides it, and so all headroom against it.
type minimum struct{}

func (minimum) String() string { return "minimum" }

func (minimum) In(l lang.Language) string { return ruleMinimum.In(l) }

func (minimum) on(_ context.Context, c *comparison) finder { return lowestOthers(c, 1) }

func (minimum) lowest() int { return 1 }
