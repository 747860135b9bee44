package compare

import (
	"cmp"
	"math"
	"slices"

	"github.com/raaderum/raaderum/lang"
)

// Changes holds what two saved reports differ in. Amounts are as the reports have
// them, in the prices that [Changes.PricesIn] says. [Changes.WriteJSON] describes
// its JSON form. Nil, and the zero value, answer like changes between two reports that
// have nothing; what writes returns [ErrNoChanges].
type Changes struct {
	From, To     *Saved
	Municipality string    // the code of the one asked for; empty: all
	Areas        []Area    // those of both reports, in the order of To
	Rows         []Change  // one for each area and municipality of both, area by area
	OnlyFrom     Unmatched // what only the one report has
	OnlyTo       Unmatched
	Warnings     []Warning // that a change may come from the method
}

// Area is an area of a report.
type Area struct{ Area, Name, Unit, PartOf string }

// Unmatched holds what one of two reports has and the other lacks.
type Unmatched struct {
	Areas          []Area
	Municipalities []Municipality
	Rows           []Row // of an area and a municipality that both have
}

// Municipality is a municipality that only one report has.
type Municipality struct{ Code, Name string }

// Change is the change of one municipality in one area: To − From. NaN is missing.
//
// The change of the difference is exactly the change of the actual figure minus
// the change of the expected level, both per unit and in kr.
type Change struct {
	Area, Municipality, Name string

	From, To Row

	Actual     float64 // kr. per unit
	Expected   float64
	Difference float64

	ActualKr     float64 // figure × volume, kr. a year
	ExpectedKr   float64
	DifferenceKr float64

	Cause Cause
}

// Cause names what the change of a difference per unit mostly comes from.
type Cause string

// The causes. The expected level moves when the others' spending moves, when the
// municipality's own background conditions do, or when the model weighs the others
// in another way.
const (
	Unchanged   Cause = ""       // the difference is the same, or missing
	OwnSpending Cause = "own"    // what the municipality itself spends
	OthersLevel Cause = "others" // what is expected of it
	// Both pull the same way, and the smaller at least half as much as the larger.
	BothMoved Cause = "both"
)

// In returns the cause in words.
func (c Cause) In(l lang.Language) string {
	switch c {
	case OwnSpending:
		return causeOwn.In(l)
	case OthersLevel:
		return causeOthers.In(l)
	case BothMoved:
		return causeBoth.In(l)
	}
	return ""
}

// Between says what changed from one saved report to another.
// A nil report is one that has nothing.
func Between(from, to *Saved) *Changes {
	c := (&Changes{From: from, To: to}).orEmpty()
	c.matchAreas()
	c.matchRows()
	c.warnOfMethod()
	return c
}

// orEmpty returns the changes with two reports that are there: an empty one in place of
// nil.
func (c *Changes) orEmpty() *Changes {
	if c != nil && c.From != nil && c.To != nil {
		return c
	}
	var full Changes
	if c != nil {
		full = *c
	}
	full.From, full.To = cmp.Or(full.From, &Saved{}), cmp.Or(full.To, &Saved{})
	return &full
}

// findModel returns the model of an area; nil: none.
func (s *Saved) findModel(area string) *Model {
	for i := range s.Models {
		if s.Models[i].Area == area {
			return &s.Models[i]
		}
	}
	return nil
}

func (c *Changes) matchAreas() {
	for _, m := range c.To.Models {
		area := Area{m.Area, m.Name, m.Unit, m.PartOf}
		if c.From.findModel(m.Area) == nil {
			c.OnlyTo.Areas = append(c.OnlyTo.Areas, area)
			continue
		}
		c.Areas = append(c.Areas, area)
	}
	for _, m := range c.From.Models {
		if c.To.findModel(m.Area) == nil {
			c.OnlyFrom.Areas = append(c.OnlyFrom.Areas, Area{m.Area, m.Name, m.Unit, m.PartOf})
		}
	}
}

func (c *Changes) matchRows() {
	from, to := c.From.makeIndex(), c.To.makeIndex()
	c.OnlyFrom.addRows(c.From, to, c.Areas)
	c.OnlyTo.addRows(c.To, from, c.Areas)
	for _, row := range c.To.Rows {
		if before, ok := from.rows[rowKey{row.Area, row.Municipality}]; ok {
			c.Rows = append(c.Rows, subtractRows(&c.From.Rows[before], &row))
		}
	}
}

// savedIndex finds rows and municipalities of a saved report.
type savedIndex struct {
	rows           map[rowKey]int
	municipalities map[string]bool
}

func (s *Saved) makeIndex() savedIndex {
	x := savedIndex{make(map[rowKey]int, len(s.Rows)), map[string]bool{}}
	for i, r := range s.Rows {
		x.rows[rowKey{r.Area, r.Municipality}] = i
		x.municipalities[r.Municipality] = true
	}
	return x
}

// addRows adds what one report has and the other lacks: a municipality once, and a
// row only where both reports have its area and its municipality.
func (u *Unmatched) addRows(s *Saved, other savedIndex, both []Area) {
	shared := map[string]bool{}
	for _, a := range both {
		shared[a.Area] = true
	}
	told := map[string]bool{}
	for _, r := range s.Rows {
		_, matched := other.rows[rowKey{r.Area, r.Municipality}]
		switch {
		case matched:
		case !other.municipalities[r.Municipality]:
			if !told[r.Municipality] {
				told[r.Municipality] = true
				u.Municipalities = append(u.Municipalities, Municipality{r.Municipality, r.Name})
			}
		case shared[r.Area]:
			u.Rows = append(u.Rows, r)
		}
	}
}

// subtractRows returns the change from one row to another. The conversions round the
// products before they are subtracted, on every processor, so that the change back
// is the same with the sign turned.
func subtractRows(from, to *Row) Change {
	k := Change{Area: to.Area, Municipality: to.Municipality, Name: to.Name, From: *from, To: *to}
	k.Actual, k.Expected = to.Actual-from.Actual, to.Expected-from.Expected
	k.Difference = k.Actual - k.Expected
	k.ActualKr = float64(to.Actual*to.Volume) - float64(from.Actual*from.Volume)
	k.ExpectedKr = float64(to.Expected*to.Volume) - float64(from.Expected*from.Volume)
	k.DifferenceKr = k.ActualKr - k.ExpectedKr
	k.Cause = findCause(k.Actual, -k.Expected)
	return k
}

// findCause names the larger of the two parts that a change is the sum of.
func findCause(own, others float64) Cause {
	switch small, large := math.Abs(own), math.Abs(others); {
	case math.IsNaN(own + others), own+others == 0:
		return Unchanged
	case (own > 0) == (others > 0) && 2*min(small, large) >= max(small, large):
		return BothMoved
	case small > large:
		return OwnSpending
	}
	return OthersLevel
}

// GradeChanged says whether the grade came, went or became another. It is false
// where a report has no difference to grade.
func (k *Change) GradeChanged() bool {
	return k.From.Grade != k.To.Grade && !math.IsNaN(k.Difference)
}

// Largest returns the rows whose difference in kr. changed most, at most n.
func (c *Changes) Largest(n int) []Change {
	rows := slices.DeleteFunc(slices.Clone(c.orEmpty().Rows), func(k Change) bool {
		return math.IsNaN(k.DifferenceKr) || k.DifferenceKr == 0
	})
	slices.SortStableFunc(rows, func(a, b Change) int {
		return cmp.Compare(math.Abs(b.DifferenceKr),
			math.Abs(a.DifferenceKr))
	})
	return rows[:max(0, min(n, len(rows)))]
}
