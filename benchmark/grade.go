package benchmark

// Grade says how clearly a difference stands out. The word is the same in every language,
// and outputs translate it.
type Grade string

// The grades. A difference is graded if it is at least the plan's materiality. The limits
// are false discovery rates. Possible, Clear and Marked are above: see [Row.Candidate].
const (
	None     Grade = ""
	Possible Grade = "possible" // above expected with q ≤ 0.10
	Clear    Grade = "clear"    // above expected with q ≤ 0.05
	Marked   Grade = "marked"   // above expected with q ≤ 0.01
	Low      Grade = "low"      // below expected with q ≤ 0.10
	// Posting would be above, but another part of the same area lacks as much, and the area as
	// a whole does not stand out. Probably spending is posted in another way.
	Posting Grade = "posting"
)

// The limits of the grades.
const (
	markedRate   = 0.01
	clearRate    = 0.05
	possibleRate = 0.10
)

// Above says whether spending stands out above what is expected.
func (g Grade) Above() bool { return g == Possible || g == Clear || g == Marked }

// isCandidate says whether a municipality with a grade in the area is a candidate for
// headroom. All service never is. Its difference is that of the areas it is made of.
func (c *comparison) isCandidate(g Grade) bool { return g.Above() && !c.model.Whole }

// gradeDifference returns the grade of a difference in kr. a year. The false discovery rates
// are q for figures above expected and qLow for those below.
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
