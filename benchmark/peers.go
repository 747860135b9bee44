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
	ID     string  `key:"id"`
	Name   string  `key:"name"`
	Weight float64 `key:"weight"`
}

// Peer is a municipality of a comparison group.
type Peer struct {
	Municipality string // code
	Name         string
	Distance     float64   // of the farthest candidate's, which is 1
	Raw          float64   // in standard deviations
	Shares       []float64 // each driver's part of Raw², which add up to 1; missing where Raw is 0
	// On how many others' lists it stands; −1 where there are too many to find.
	OnLists int
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
	m, ok := r.orEmpty().data.Find(municipality)
	if !ok {
		return nil, false
	}
	all := r.data.Municipalities()
	if k <= 0 {
		k = r.Plan.Peers.K
	}
	group := &PeerGroup{
		Municipality: all[m].Code, Name: all[m].Name, Area: area, Year: r.Year, K: k,
	}
	ids := r.Plan.Peers.Drivers
	if area != "" {
		i := slices.IndexFunc(r.Models, func(m Model) bool { return m.Area == area })
		if i < 0 {
			return nil, false
		}
		group.AreaName = r.Models[i].Name
		ids = r.comparisons[i].groupDrivers(&r.Plan)
	}
	g := r.groups.findGroups(ids)()
	group.describeGroup(g, ids, &r.Plan, all, r.groups.out)
	for k, d := range g.drivers {
		if g.space.Lacks(m, k) {
			group.Lacks = append(group.Lacks, d.name)
		}
	}
	near := g.space.Nearest(m, k)
	if len(near) == 0 {
		group.Missing = target.NoDrivers
		return group, true
	}
	group.addPeers(g, m, near, all)
	return group, true
}

// describeGroup says what a group is made of and who is not in it.
func (group *PeerGroup) describeGroup(
	g *groups, ids []string, p *plan.Plan, all []dataset.Municipality, out []bool,
) {
	for _, id := range ids {
		name := g.drivers[g.findPlace(id)].name
		group.Drivers = append(group.Drivers,
			PeerDriver{ID: id, Name: name, Weight: findPeerWeight(p, id)})
	}
	for m, who := range all {
		if g.space.Complete(m) {
			group.Lists++
		} else {
			group.Incomparable = append(group.Incomparable, who.Name)
		}
		if out[m] {
			group.Excluded = append(group.Excluded, who.Name)
		}
	}
	group.Warnings = g.warnings
}

// addPeers lays out the municipalities of a group.
func (group *PeerGroup) addPeers(g *groups, m int, near []int32, all []dataset.Municipality) {
	onLists := g.space.OnLists(group.K)
	count := func(m int) int {
		if onLists == nil {
			return -1
		}
		return onLists[m]
	}
	group.OnLists = count(m)
	group.Lists-- // its own is not another's
	farthest := 0.0
	for j := range all {
		if g.space.Candidate(j) && j != m {
			group.Candidates++
			farthest = max(farthest, g.space.Square(m, j))
		}
	}
	for _, j := range near {
		raw := math.Sqrt(g.space.Square(m, int(j)))
		p := Peer{Municipality: all[j].Code, Name: all[j].Name, Raw: raw, OnLists: count(int(j))}
		if farthest > 0 {
			p.Distance = raw / math.Sqrt(farthest)
		}
		for _, d := range group.Drivers {
			p.Shares = append(p.Shares, g.space.Share(m, int(j), g.findPlace(d.ID)))
		}
		group.Peers = append(group.Peers, p)
	}
}
