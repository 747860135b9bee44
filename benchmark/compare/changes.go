package compare

import (
	"cmp"
	"math"
	"slices"

	"github.com/raaderum/raaderum/lang"
)

// Changes is how two saved reports differ. Amounts are as the reports have them, in the
// prices that [Changes.PricesIn] names. [Changes.WriteJSON] describes the JSON form.
//
// A nil Changes and a zero one answer like the changes between two empty reports. Outputs
// return [ErrNoChanges] for them.
type Changes struct {
	From, To     *Saved
	Municipality string    // code of the one asked for; empty if all were
	Areas        []Area    // those of both reports, in the order of To
	Rows         []Change  // one for each area and municipality of both reports, area by area
	OnlyFrom     Unmatched // what only From has
	OnlyTo       Unmatched // what only To has
	Warnings     []Warning // why a change may come from the method
}

// Area is an area of a report.
type Area struct{ Area, Name, Unit, PartOf string }

// Unmatched is what one of two reports has and the other lacks.
type Unmatched struct {
	Areas          []Area
	Municipalities []Municipality
	Rows           []Row // only those whose area and municipality both reports have
}

// Municipality is a municipality that only one report has.
type Municipality struct{ Code, Name string }

// Change is how one municipality changed in one area, as To − From. NaN is missing.
//
// The change of the difference is exactly the change of the actual figure minus the change
// of the expected level. This is so both per unit and in kr.
type Change struct {
	Area, Municipality, Name string

	From, To Row

	// In kr. per unit.
	Actual     float64
	Expected   float64
	Difference float64

	// The same times the volume, in kr. a year.
	ActualKr     float64
	ExpectedKr   float64
	DifferenceKr float64

	Cause Cause
}

// Cause names what the change of a difference per unit mostly comes from.
type Cause string

// The causes. The expected level changes if the others spend more or less, if the
// municipality's own background conditions change, or if the model weighs the others in
// another way.
const (
	Unchanged   Cause = ""       // the difference is the same, or missing
	OwnSpending Cause = "own"    // what the municipality itself spends
	OthersLevel Cause = "others" // what is expected of it
	// Both moved the difference the same way, and the smaller move is at least half of the
	// larger.
	BothMoved Cause = "both"
)

// In returns the cause in a language.
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

// Between finds what changed from one saved report to another. A nil report counts as an
// empty one.
func Between(from, to *Saved) *Changes {
	c := (&Changes{From: from, To: to}).orEmpty()
	c.matchAreas()
	c.matchRows()
	c.warnOfMethod()
	return c
}

// orEmpty returns the changes with an empty report in place of each nil one.
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

// findModel returns the model of an area, or nil if the report has none.
func (s *Saved) findModel(area string) *Model {
	for i := range s.Models {
		if s.Models[i].Area == area {
			return &s.Models[i]
		}
	}
	return nil
}

// matchAreas sorts the areas into those of both reports and those of only one.
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

// matchRows pairs the rows of the two reports.
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

// savedIndex says where a saved report has a row, and which municipalities it has.
type savedIndex struct {
	rows           map[rowKey]int
	municipalities map[string]bool // by code
}

// makeIndex returns the index of a report.
func (s *Saved) makeIndex() savedIndex {
	x := savedIndex{make(map[rowKey]int, len(s.Rows)), map[string]bool{}}
	for i, r := range s.Rows {
		x.rows[rowKey{r.Area, r.Municipality}] = i
		x.municipalities[r.Municipality] = true
	}
	return x
}

// addRows adds the municipalities and rows that one report has and the other lacks. A
// municipality is added once. Its rows are then not added, and nor are those of an area that
// the other report lacks: they are missing as a matter of course.
func (u *Unmatched) addRows(s *Saved, other savedIndex, both []Area) {
	shared := map[string]bool{}
	for _, a := range both {
		shared[a.Area] = true
	}
	added := map[string]bool{}
	for _, r := range s.Rows {
		_, matched := other.rows[rowKey{r.Area, r.Municipality}]
		switch {
		case matched:
		case !other.municipalities[r.Municipality]:
			if !added[r.Municipality] {
				added[r.Municipality] = true
				u.Municipalities = append(u.Municipalities, Municipality{r.Municipality, r.Name})
			}
		case shared[r.Area]:
			u.Rows = append(u.Rows, r)
		}
	}
}

// subtractRows returns the change from one row to another.
//
// The conversions to float64 round each product before the subtraction. Without them some
// processors multiply and subtract in one step, and the change from a to b would not be
// minus the change from b to a.
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

// findCause returns the larger of two parts whose sum is a change.
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

// GradeChanged says whether the row has another grade in To than in From. It returns false
// if either report has no difference to grade.
func (k *Change) GradeChanged() bool {
	return k.From.Grade != k.To.Grade && !math.IsNaN(k.Difference)
}

// Largest returns the rows whose difference in kr. changed most, at most n of them. The
// largest change stands first.
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
