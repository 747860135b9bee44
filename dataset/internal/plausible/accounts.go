package plausible

import (
	"math"
	"slices"
)

// Accounts are the figures of several accounts in one year, beside those of the year before
// and what is usual. They are logarithms, by account and then municipality.
type Accounts struct {
	Now, Before, Usual [][]float64
}

// The bounds of what accounts may do together.
const (
	fewestAccounts = 5    // with fewer accounts nothing tells what all of them do
	leastCloser    = 2.0  // how many times closer to another's usual figures than to its own
	mostApart      = 1.0  // a power of ten; what is farther counts as that
	leastAcross    = 0.05 // the distance from its own that is worth a look
)

// MeasureMoves returns how much each account has moved in all, the median of its
// municipalities. It is NaN of those that too few have in both years.
func (a *Accounts) MeasureMoves() []float64 {
	moves := make([]float64, len(a.Now))
	for i := range a.Now {
		moves[i] = math.NaN()
		if changes := listChanges(a.Now[i], a.Before[i]); len(changes) >= fewest {
			moves[i] = takeMedian(changes)
		}
	}
	return moves
}

// listChanges returns the sorted changes that are known.
func listChanges(now, before []float64) (changes []float64) {
	for m, v := range now {
		if change := v - before[m]; !math.IsNaN(change) {
			changes = append(changes, change)
		}
	}
	slices.Sort(changes)
	return changes
}

// FindMove returns by how much the accounts have moved together, all municipalities taken as
// one. It reports false of too few accounts to tell.
func (a *Accounts) FindMove() (by float64, ok bool) {
	moves := slices.DeleteFunc(a.MeasureMoves(), math.IsNaN)
	if len(moves) < fewestAccounts {
		return 0, false
	}
	slices.Sort(moves)
	return takeMedian(moves), true
}

// FindOwnMove returns by how much the accounts of one municipality have moved together, beside
// how others' have, and how many there are. Where there are no others, theirs have not moved.
func (a *Accounts) FindOwnMove(m int, moves []float64) (by float64, n int) {
	var own []float64
	for i := range a.Now {
		change := a.Now[i][m] - a.Before[i][m]
		if math.IsNaN(change) {
			continue
		}
		if !math.IsNaN(moves[i]) {
			change -= moves[i]
		}
		own = append(own, change)
	}
	if len(own) == 0 {
		return 0, 0
	}
	slices.Sort(own)
	return takeMedian(own), len(own)
}

// FindExchanged returns the pairs of municipalities whose accounts are at least twice as
// close to what is usual of the other as to what is usual of their own.
func (a *Accounts) FindExchanged() (pairs [][2]int) {
	b := a.center()
	if len(b.Now) == 0 {
		return nil
	}
	n := len(b.Now[0])
	var far []int // only what is far from its own can be another's
	own := make([]float64, n)
	for m := range n {
		if own[m] = b.measureDistance(m, m); own[m] > leastAcross {
			far = append(far, m)
		}
	}
	for i, m := range far {
		for _, k := range far[i+1:] {
			if leastCloser*b.measureDistance(m, k) < own[m] &&
				leastCloser*b.measureDistance(k, m) < own[k] {
				pairs = append(pairs, [2]int{m, k})
			}
		}
	}
	return pairs
}

// center returns the figures and the usual ones less what is typical of each account. It
// leaves out the accounts that too few have.
func (a *Accounts) center() (b Accounts) {
	for i := range a.Now {
		changes := listChanges(a.Now[i], a.Usual[i])
		if len(changes) < fewest {
			continue
		}
		by := takeMedian(changes)
		now := slices.Clone(a.Now[i])
		for m := range now {
			now[m] -= by
		}
		b.Now, b.Usual = append(b.Now, now), append(b.Usual, a.Usual[i])
	}
	return b
}

// measureDistance returns how far a municipality's figures are from what is usual of another,
// the mean of the accounts that both have. It is NaN of too few.
func (a *Accounts) measureDistance(m, other int) float64 {
	sum, n := 0.0, 0
	for i := range a.Now {
		if d := math.Abs(a.Now[i][m] - a.Usual[i][other]); !math.IsNaN(d) {
			sum += min(d, mostApart)
			n++
		}
	}
	if n < fewestAccounts {
		return math.NaN()
	}
	return sum / float64(n)
}

// FewestAccounts is with how few accounts nothing tells what all of them do.
func FewestAccounts() int { return fewestAccounts }

// The bounds of what one account may do in all municipalities from one year to the next.
const (
	mostInStep = 1.8  // as a factor
	closeStep  = 0.08 // how far most are from it, as powers of ten
)

// FindStep returns the factor by which nearly all of an account's figures have changed from
// one year to the next by the same, and whether that is more than plausible. An account that
// is given new content changes by another factor in each municipality.
func FindStep(before, after []float64) (factor float64, ok bool) {
	changes := listChanges(TakeLogs(after), TakeLogs(before))
	center, spread := measureUsual(changes)
	return math.Pow(10, center),
		len(changes) >= fewest && math.Abs(center) > math.Log10(mostInStep) && spread < closeStep
}
