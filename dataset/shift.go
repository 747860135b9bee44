package dataset

import "github.com/raaderum/raaderum/dataset/internal/plausible"

// findShift tells of a year whose figures fit the municipality above or below better than
// their own from some municipality on, as where a cell was put into a column or taken out.
// They are held against the municipalities' figures of other years, and against sizes.
func (in *inspection) findShift(s *series) {
	best := plausible.Shift{}
	year, size := 0, ""
	for t, y := range s.years {
		if len(s.years) > 1 {
			if one := plausible.FindShift(s.Logs[t], s.Own[t]); one.Surprise > best.Surprise {
				best, year, size = one, y, ""
			}
		}
		for _, name := range in.listSizes(s, t) {
			usual := plausible.TakeLogs(in.Column(name, y))
			if one := plausible.FindShift(s.Logs[t], usual); one.Surprise > best.Surprise {
				best, year, size = one, y, name
			}
		}
	}
	if best.Surprise < plausible.LeastSurprise {
		return
	}
	from := in.municipalities[best.From].Name
	message := figuresMoved.With(s.id, sayYears([]int{year}), from)
	if size != "" {
		message = figuresMovedPer.With(s.id, sayYears([]int{year}), from, size)
	}
	in.tell(s.id, message)
}

// findExchanged tells of two indicators whose figures of a year have changed places: each
// fits the municipalities' figures of the other in other years, and not its own. Only
// indicators that no longer follow their own other years are held against others.
func (in *inspection) findExchanged(all []*series) {
	for _, year := range in.years {
		type strayed struct {
			s *series
			t int
		}
		var list []strayed
		for _, s := range all {
			for t, y := range s.years {
				if y == year && s.Strays(t) {
					list = append(list, strayed{s, t})
				}
			}
		}
		for i, a := range list {
			for _, b := range list[i+1:] {
				if plausible.FitBetter(a.s.Logs[a.t], a.s.Own[a.t], b.s.Logs[b.t], b.s.Own[b.t]) {
					in.tell(a.s.id, exchanged.With(a.s.id, b.s.id, sayYears([]int{year})))
				}
			}
		}
	}
}
