package regress

import "math"

// twice is a number in twice the precision: the sum of two numbers, of which the
// low one holds what the high one rounds away (Dekker 1971).
type twice struct{ high, low float64 }

// value rounds to one number.
func (t twice) value() float64 { return t.high + t.low }

// add adds a number.
func (t twice) add(v float64) twice {
	high := t.high + v
	part := high - t.high
	return twice{high, t.low + (t.high - (high - part)) + (v - part)}
}

// addProduct adds a product without rounding it first.
func (t twice) addProduct(a, b float64) twice {
	product := a * b
	t = t.add(product)
	t.low += math.FMA(a, b, -product)
	return t
}
