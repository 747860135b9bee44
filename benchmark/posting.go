package benchmark

import (
	"math"
	"slices"

	"github.com/raaderum/raaderum/lang"
)

// Municipalities post the same service in different accounts. A part of an area then stands
// out where a sibling, another part of the same area, has next to nothing, and the area as a
// whole is as expected. Such a part says how spending is posted and not what it is.

const (
	// bareShare is the share of the expected level below which a sibling has next to nothing.
	bareShare = 0.05
	// leastMoved is the least share of a part's excess that must be lacking at such siblings.
	// With less of it lacking there, more is spent than posting explains.
	leastMoved = 0.5
)

// findPostings notes which parts probably stand out by posting, and which siblings are low by
// it. A part does where it would be a candidate, its whole would not, and the siblings that
// are low, or have next to nothing, lack half of its excess or more.
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

// findPosting looks at one part of one municipality.
func (r *run) findPosting(c, whole *comparison, siblings []*comparison, m int) {
	excess, grade := r.judge(c, m)
	ofWhole, gradeOfWhole := r.judge(whole, m)
	if !grade.Candidate() || gradeOfWhole.Candidate() || !(ofWhole < excess) {
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

// findArea returns the comparison of an area; nil where there is none.
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

// gradeOf returns the grade of a municipality's difference. One that would be a candidate and
// is probably posting is none.
func (c *comparison) gradeOf(m int, kr, materiality float64) Grade {
	g := gradeDifference(kr, c.numbers.Q[m], c.numbers.QLow[m], materiality)
	if g.Candidate() && len(c.postings[m]) > 0 {
		return Posting
	}
	return g
}

// ExplainPosting says in one sentence why a row is probably posting: which sibling has as much
// too little, or too much. Nil where it is not.
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
	return phrase.With(row.AreaName, newMillions(math.Abs(row.Difference.Kr)), siblings,
		newMillions(math.Abs(kr)), r.Plan.NameOf(r.wholeOf(row.Area)))
}

// wholeOf returns the ID of the area that another is a part of.
func (r *Report) wholeOf(id string) string {
	for i := range r.Plan.Areas {
		if r.Plan.Areas[i].ID == id {
			return r.Plan.WholeOf(&r.Plan.Areas[i])
		}
	}
	return ""
}
