package vector

import "math"

// The loops of Dot and AddScaled are for vectors as long as a model has columns, where the
// call of a library costs more than the work. Vectors as long as there are rows go to
// gonum's floats.

// Epsilon is the distance from 1 to the next larger number.
const Epsilon = 0x1p-52

// Dot returns the sum of the products.
func Dot(a, b []float64) float64 {
	b = b[:len(a)]
	sum := 0.0
	for i, v := range a {
		sum += v * b[i]
	}
	return sum
}

// Norm returns the Euclidean norm. It does not overflow or underflow.
func Norm(v []float64) float64 {
	sum := Dot(v, v)
	if sum > 1e-290 && sum < 1e290 {
		return math.Sqrt(sum)
	}
	largest := 0.0
	for _, x := range v {
		largest = max(largest, math.Abs(x))
	}
	if largest == 0 {
		return 0
	}
	sum = 0
	for _, x := range v {
		sum += (x / largest) * (x / largest)
	}
	return largest * math.Sqrt(sum)
}

// AddScaled adds s·v to a.
func AddScaled(a []float64, s float64, v []float64) {
	v = v[:len(a)]
	for i := range a {
		a[i] += s * v[i]
	}
}
