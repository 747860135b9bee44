package plan

import (
	"maps"
	"math"
	"slices"
	"strconv"
)

// Peers is how comparison groups are found: the municipalities nearest by
// drivers, which describe their conditions and never their spending.
type Peers struct {
	// K is how many are in a group; 0 is 10.
	K int `toml:"k"`
	// Drivers are the IDs of the drivers of a group across areas; empty: the
	// plan's. An area's own group has the area's drivers.
	Drivers []string `toml:"drivers"`
	// Weights are the drivers' weights by ID; one that is not named has 1, and
	// 0 leaves a driver out.
	Weights map[string]float64 `toml:"weights"`
	// Exclude names municipalities, by code or name, that are in nobody's
	// group, and still get one themselves. Nil means those that the plan excludes
	// from the models: a municipality that is too special to say what is expected of
	// others is a bad comparison as well. Empty but not nil means none.
	Exclude []string `toml:"exclude"`
}

// defaultPeers is how many are in a group.
const defaultPeers = 10

// maxPeerWeight is the largest weight of a driver. With a weight of a thousand, the other
// drivers already hardly count.
const maxPeerWeight = 1000

// checkPeers reports what is wrong in the plan's table of peers whatever the
// data.
func (c *checker) checkPeers() {
	p := &c.plan.Peers
	if p.K < 0 {
		c.add("peers.k", strconv.Itoa(p.K), tooSmall.With(1))
	}
	c.checkUnique("peers.drivers", p.Drivers)
	for _, id := range slices.Sorted(maps.Keys(p.Weights)) {
		if w := p.Weights[id]; !(w >= 0) || math.IsInf(w, 0) {
			c.add("peers.weights."+id, id, tooSmall.With(0))
		} else if w > maxPeerWeight {
			c.add("peers.weights."+id, id, tooLarge.With(maxPeerWeight))
		}
	}
}
