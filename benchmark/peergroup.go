package benchmark

import (
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/dataset"
)

// PeerGroup is a municipality's comparison group. It has the municipalities that are nearest
// by the drivers, how far away each is, and which drivers set it apart.
//
// The distance of two municipalities is √Σ w(zᵢ−zⱼ)². There w is a driver's weight in the
// plan, and z is the driver less its mean and divided by its standard deviation. Both are
// taken over the municipalities that can be in groups, with n − 1 in the denominator. The
// formula is that of CIPFA's Nearest Neighbours Model. Municipalities that are equally far
// away, to six digits of the squared distance, stand in the order of their codes.
type PeerGroup struct {
	Municipality string // code
	Name         string
	Area         string         // ID; empty for a group across areas
	AreaName     string         // empty for a group across areas
	Year         int            // the year compared
	K            int            // how many were asked for
	Drivers      []PeerDriver   // what the distance is made of
	Peers        []Peer         // the nearest first
	Missing      target.Missing // why Peers is empty; empty if it is not

	Candidates int // how many there were to choose among
	// Lists is how many other municipalities have a group. OnLists is on how many of those
	// lists this one stands. It is −1 if there are too many municipalities to find out.
	Lists, OnLists int
	// Excluded names the municipalities that are in nobody's group, and Incomparable those
	// that lack a driver.
	Excluded, Incomparable []string
	Lacks                  []string  // names of the drivers that the municipality itself lacks
	Warnings               []Warning // about the drivers
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
	Distance     float64 // as a share of the farthest candidate's distance
	Raw          float64 // the distance in standard deviations
	// Shares are the drivers' parts of Raw², in the order of [PeerGroup.Drivers]. They add
	// up to 1. They are missing if Raw is 0.
	Shares []float64
	// OnLists is on how many others' lists it stands. It is −1 if there are too many
	// municipalities to find out.
	OnLists int
}

// Largest returns the position of the driver with the largest share. It returns −1 if the
// shares are missing.
func (p *Peer) Largest() int {
	best := -1
	for k, share := range p.Shares {
		if !math.IsNaN(share) && (best < 0 || share > p.Shares[best]) {
			best = k
		}
	}
	return best
}

// Peers returns the comparison group of a municipality, given by code or name: the k
// municipalities nearest to it. The group is found by the drivers of an area, given by ID.
// If the ID is empty, the group is one across areas. If k is 0, it is the plan's. If there
// are fewer than k candidates, the group has all of them. Peers returns false if the report
// has no such municipality or no such area.
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
		ids = r.comparisons[i].listPeerDrivers(&r.Plan)
	}
	s := r.spaces.findSpace(ids)()
	group.describeGroup(s, ids, &r.Plan, all, r.spaces.out)
	for k, d := range s.drivers {
		if s.space.Lacks(m, k) {
			group.Lacks = append(group.Lacks, d.name)
		}
	}
	near := s.space.Nearest(m, k)
	if len(near) == 0 {
		group.Missing = target.NoDrivers
		return group, true
	}
	group.addPeers(s, m, near, all)
	return group, true
}

// describeGroup fills in what a group is found by, and who cannot be in it.
func (group *PeerGroup) describeGroup(
	s *peerSpace, ids []string, p *plan.Plan, all []dataset.Municipality, out []bool,
) {
	for _, id := range ids {
		name := s.drivers[s.findPlace(id)].name
		group.Drivers = append(group.Drivers,
			PeerDriver{ID: id, Name: name, Weight: findPeerWeight(p, id)})
	}
	for m, who := range all {
		if s.space.Complete(m) {
			group.Lists++
		} else {
			group.Incomparable = append(group.Incomparable, who.Name)
		}
		if out[m] {
			group.Excluded = append(group.Excluded, who.Name)
		}
	}
	group.Warnings = s.warnings
}

// addPeers fills in the municipalities of a group, and how it stands among all groups.
func (group *PeerGroup) addPeers(s *peerSpace, m int, near []int32, all []dataset.Municipality) {
	onLists := s.space.OnLists(group.K)
	count := func(m int) int {
		if onLists == nil {
			return -1
		}
		return onLists[m]
	}
	group.OnLists = count(m)
	group.Lists-- // the municipality's own list does not count
	farthest := 0.0
	for j := range all {
		if s.space.Candidate(j) && j != m {
			group.Candidates++
			farthest = max(farthest, s.space.Square(m, j))
		}
	}
	for _, j := range near {
		raw := math.Sqrt(s.space.Square(m, int(j)))
		p := Peer{Municipality: all[j].Code, Name: all[j].Name, Raw: raw, OnLists: count(int(j))}
		if farthest > 0 {
			p.Distance = raw / math.Sqrt(farthest)
		}
		for _, d := range group.Drivers {
			p.Shares = append(p.Shares, s.space.Share(m, int(j), s.findPlace(d.ID)))
		}
		group.Peers = append(group.Peers, p)
	}
}
