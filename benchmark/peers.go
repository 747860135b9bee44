package benchmark

import (
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/dataset"
)

// PeerGroup is a municipality's comparison group: who is nearest by the drivers,
// how far, and why.
//
// The distance of two is √Σ w(zᵢ−zⱼ)², where z is the driver less its mean, over
// its standard deviation among those that can be in groups (n − 1 in the
// denominator), and w the plan's weights (CIPFA's Nearest Neighbours Model).
// Those equally far, to six digits of the square, stand by code.
type PeerGroup struct {
	Municipality string // code
	Name         string
	Area         string       // ID; empty: a group across areas
	AreaName     string       // empty: a group across areas
	Year         int          // the year compared
	K            int          // how many were asked for
	Drivers      []PeerDriver // what the distance is made of
	Peers        []Peer       // the nearest first; empty where none can be found: see Missing
	Missing      target.Missing

	Candidates int // how many there were to choose among
	// Lists is how many other municipalities have a group, and OnLists on how
	// many of those lists this one stands; −1 where there are too many to find.
	Lists, OnLists int
	// Excluded are in nobody's group, and Incomparable lack a driver; names.
	Excluded, Incomparable []string
	Lacks                  []string  // names of the drivers that the municipality itself lacks
	Warnings               []Warning // on the drivers
}

// PeerDriver is a driver of a distance.
type PeerDriver struct {
	ID, Name string
	Weight   float64
}

// Peer is a municipality of a comparison group.
type Peer struct {
	Municipality string // code
	Name         string
	Distance     float64   // of the farthest candidate's, which is 1
	Raw          float64   // in standard deviations
	Shares       []float64 // each driver's part of Raw², which add up to 1; missing where Raw is 0
	OnLists      int       // on how many others' lists it stands; −1 where there are too many to find
}

// Largest returns the driver with the largest share, −1 where there is none.
func (p *Peer) Largest() int {
	best := -1
	for k, share := range p.Shares {
		if !math.IsNaN(share) && (best < 0 || share > p.Shares[best]) {
			best = k
		}
	}
	return best
}

// Peers returns the k municipalities nearest to one, by the drivers of an area
// or, where that is empty, across areas. k = 0 is the plan's, and k beyond the
// candidates all of them. False where the report has no such municipality or
// area.
func (r *Report) Peers(municipality, area string, k int) (*PeerGroup, bool) {
	m, ok := r.data.Find(municipality)
	if !ok {
		return nil, false
	}
	all := r.data.Municipalities()
	if k <= 0 {
		k = r.Plan.Peers.K
	}
	g := &PeerGroup{Municipality: all[m].Code, Name: all[m].Name, Area: area, Year: r.Year, K: k}
	ids := r.Plan.Peers.Drivers
	if area != "" {
		i := slices.IndexFunc(r.Models, func(m Model) bool { return m.Area == area })
		if i < 0 {
			return nil, false
		}
		g.AreaName = r.Models[i].Name
		ids = r.comparisons[i].peerDrivers()
	}
	s := r.spaces.of(ids)
	g.describe(s, ids, &r.Plan, all, r.spaces.run.outOfGroups())
	for k, d := range s.drivers {
		if math.IsNaN(s.values[m*len(s.ids)+k]) {
			g.Lacks = append(g.Lacks, d.name)
		}
	}
	near := s.nearest(m, k)
	if len(near) == 0 {
		g.Missing = target.NoDrivers
		return g, true
	}
	onLists := s.onLists(k)
	g.OnLists = onLists[m]
	g.Lists-- // its own is not another's
	farthest := 0.0
	for j, candidate := range s.candidate {
		if candidate && j != m {
			g.Candidates++
			farthest = max(farthest, s.squares(m, j))
		}
	}
	for _, j := range near {
		raw := math.Sqrt(s.squares(m, int(j)))
		p := Peer{Municipality: all[j].Code, Name: all[j].Name, Raw: raw, OnLists: onLists[int(j)]}
		if farthest > 0 {
			p.Distance = raw / math.Sqrt(farthest)
		}
		for _, d := range g.Drivers {
			p.Shares = append(p.Shares, s.share(m, int(j), slices.Index(s.ids, d.ID)))
		}
		g.Peers = append(g.Peers, p)
	}
	return g, true
}

// describe says what a group is made of and who is not in it.
func (g *PeerGroup) describe(s *space, ids []string, plan *plan.Plan, all []dataset.Municipality, out []bool) {
	for _, id := range ids {
		weight, given := plan.Peers.Weights[id]
		if !given {
			weight = 1
		}
		g.Drivers = append(g.Drivers, PeerDriver{ID: id, Name: s.drivers[slices.Index(s.ids, id)].name, Weight: weight})
	}
	for m, who := range all {
		if s.complete[m] {
			g.Lists++
		} else {
			g.Incomparable = append(g.Incomparable, who.Name)
		}
		if out[m] {
			g.Excluded = append(g.Excluded, who.Name)
		}
	}
	g.Warnings = s.warnings
}

// onLists counts on how many lists of the k nearest each municipality stands;
// −1 where there are too many municipalities for that.
func (s *space) onLists(k int) (count map[int]int) {
	count = make(map[int]int, len(s.codes))
	if len(s.codes) > mostCompared {
		for m := range s.codes {
			count[m] = -1
		}
		return count
	}
	for m := range s.codes {
		for _, j := range s.nearest(m, k) {
			count[int(j)]++
		}
	}
	return count
}

// peerDrivers are the drivers of an area's groups: its own, and where it has
// none, those across areas.
func (c *comparison) peerDrivers() []string {
	if len(c.area.Drivers) == 0 {
		return c.spaces.run.plan.Peers.Drivers
	}
	return c.area.Drivers
}

// space is where the municipalities lie by the area's drivers.
func (c *comparison) space() *space { return c.spaces.of(c.peerDrivers()) }
