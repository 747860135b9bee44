package plan

import (
	"maps"
	"math"
	"slices"
	"strconv"
)

// Peers says how comparison groups are found. A municipality's group is the municipalities
// nearest to it by drivers. Drivers describe conditions and never spending.
type Peers struct {
	// K is how many municipalities are in a group. 0 means 10.
	K int `toml:"k"`
	// Drivers are the IDs of the drivers by which a group across areas is found. If empty,
	// they are the plan's. A group for one area is found by the area's drivers.
	Drivers []string `toml:"drivers"`
	// Weights are the weights of drivers, by ID. A driver that is not named has weight 1.
	// Weight 0 leaves a driver out.
	Weights map[string]float64 `toml:"weights"`
	// Exclude names municipalities, by code or name, that are in nobody's group. They still
	// get a group themselves. Nil means those that the plan excludes from the models: a
	// municipality that is too special to say what is expected of others is a bad
	// comparison as well. Empty but not nil means none.
	Exclude []string `toml:"exclude"`
}

// defaultPeers is how many municipalities are in a group if the plan does not say.
const defaultPeers = 10

// maxPeerWeight is the largest weight of a driver. With a weight of a thousand, the other
// drivers already hardly count.
const maxPeerWeight = 1000

// checkPeers reports everything that can be seen to be wrong in the plan's table of peers
// without any data.
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
