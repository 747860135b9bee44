package benchmark

// Grade says how a difference stands out. It is the same word in every
// language; outputs translate it.
type Grade string

// The grades. A candidate is above expected by at least the materiality
// limit, at a false discovery rate of at most 0.01, 0.05 or 0.10.
const (
	None     Grade = ""
	Possible Grade = "possible" // q ≤ 0.10
	Clear    Grade = "clear"    // q ≤ 0.05
	Marked   Grade = "marked"   // q ≤ 0.01
	Low      Grade = "low"      // below expected, at q ≤ 0.10 on that side
	// Posting would be a candidate, but a sibling lacks as much and their whole does not stand
	// out: it is probably how spending is posted.
	Posting Grade = "posting"
)

const (
	markedRate   = 0.01
	clearRate    = 0.05
	possibleRate = 0.10
)

// Candidate says whether the grade marks a candidate for headroom.
func (g Grade) Candidate() bool { return g == Possible || g == Clear || g == Marked }

// gradeDifference returns the grade of a difference of so many kr. a year.
func gradeDifference(differenceKr, q, qLow, materiality float64) Grade {
	switch {
	case differenceKr > 0 && differenceKr >= materiality:
		switch {
		case q <= markedRate:
			return Marked
		case q <= clearRate:
			return Clear
		case q <= possibleRate:
			return Possible
		}
	case differenceKr < 0 && -differenceKr >= materiality && qLow <= possibleRate:
		return Low
	}
	return None
}
