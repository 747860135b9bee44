package benchmark

import (
	"math"
	"slices"

	"github.com/raaderum/raaderum/lang"
)

// Municipalities post the same service in different accounts. One part of an area then looks
// expensive, and a sibling, which is another part of the same area, looks cheap or empty. The
// area as a whole is as expected. Such a part shows how spending is posted, and not how much
// is spent.

const (
	// bareShare is the share of the expected level below which a sibling has next to nothing.
	bareShare = 0.05
	// leastMoved is the share of a part's excess that its siblings must lack. If they lack
	// less, posting does not explain the excess.
	leastMoved = 0.5
)

// findPostings notes which parts probably stand out because of posting, and which siblings
// are low for the same reason. Such a part would be a candidate, and its whole would not. The
// siblings that are low, or that have next to nothing, lack at least half of its excess.
func (r *run) findPostings(comparisons []*comparison) {
	for _, c := range comparisons {
		whole := findArea(comparisons, c.model.PartOf)
		if whole == nil {
			continue
		}
		var siblings []*comparison
		for _, other := range comparisons {
			if other != c && other.model.PartOf == c.model.PartOf {
				siblings = append(siblings, other)
			}
		}
		for m := range c.unit() {
			r.findPosting(c, whole, siblings, m)
		}
	}
}

// findPosting looks at one part for one municipality.
func (r *run) findPosting(c, whole *comparison, siblings []*comparison, m int) {
	excess, grade := r.judge(c, m)
	ofWhole, gradeOfWhole := r.judge(whole, m)
	if !grade.Above() || gradeOfWhole.Above() || !(ofWhole < excess) {
		return
	}
	lacking := 0.0
	var bare []*comparison
	for _, s := range siblings {
		kr, grade := r.judge(s, m)
		level := s.numbers.Expect(m).Level
		if kr < 0 && (grade == Low || s.unit()[m] < bareShare*level) {
			lacking -= kr
			bare = append(bare, s)
		}
	}
	if lacking < leastMoved*excess {
		return
	}
	for _, s := range bare {
		kr, _ := r.judge(s, m)
		c.notePosting(m, Sibling{s.area.ID, kr})
		s.notePosting(m, Sibling{c.area.ID, excess})
	}
}

// judge returns a municipality's difference in an area, in kr., and its grade.
func (r *run) judge(c *comparison, m int) (kr float64, grade Grade) {
	kr = (c.unit()[m] - c.numbers.Expect(m).Level) * c.volume()[m]
	return kr, gradeDifference(kr, c.numbers.Q[m], c.numbers.QLow[m], *r.plan.Materiality)
}

// findArea returns the comparison of an area, or nil if there is none.
func findArea(comparisons []*comparison, id string) *comparison {
	i := slices.IndexFunc(comparisons, func(c *comparison) bool { return c.area.ID == id })
	if i < 0 {
		return nil
	}
	return comparisons[i]
}

// notePosting notes that a municipality's spending is probably posted in a sibling.
func (c *comparison) notePosting(m int, sibling Sibling) {
	if c.postings == nil {
		c.postings = map[int][]Sibling{}
	}
	c.postings[m] = append(c.postings[m], sibling)
}

// gradeWithPosting returns the grade of a municipality's difference. If one above
// is probably posting, its grade is [Posting] instead.
func (c *comparison) gradeWithPosting(m int, kr, materiality float64) Grade {
	g := gradeDifference(kr, c.numbers.Q[m], c.numbers.QLow[m], materiality)
	if g.Above() && len(c.postings[m]) > 0 {
		return Posting
	}
	return g
}

// ExplainPosting says in one sentence why a row is probably posting. It names the siblings that
// have too little, or too much. It returns nil if the row is not posting.
func (r *Report) ExplainPosting(row *Row) lang.Localized {
	if row == nil || len(row.Postings) == 0 {
		return nil
	}
	var siblings lang.List
	kr := 0.0
	for _, s := range row.Postings {
		siblings = append(siblings, r.Plan.NameOf(s.Area))
		kr += s.DifferenceKr
	}
	phrase := postedHere
	if row.Grade != Posting {
		phrase = postedThere
	}
	return phrase.With(row.AreaName, formatMillions(math.Abs(row.Difference.Kr)), siblings,
		formatMillions(math.Abs(kr)), r.Plan.NameOf(r.findWholeOf(row.Area)))
}

// findWholeOf returns the ID of the area that another is a part of, or "" if there is none.
func (r *Report) findWholeOf(id string) string {
	for i := range r.Plan.Areas {
		if r.Plan.Areas[i].ID == id {
			return r.Plan.WholeOf(&r.Plan.Areas[i])
		}
	}
	return ""
}
