package benchmark

import (
	"slices"
	"strings"
	"sync"

	"github.com/raaderum/raaderum/benchmark/peers"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
)

// peerSpace is a space with a dimension for each of some drivers. Comparison groups are
// found in it.
type peerSpace struct {
	space    *peers.Space
	drivers  []*driver // in the order of their IDs
	k        int       // how many are in a group if nobody says otherwise
	warnings []Warning // about the drivers
}

// findPlace returns where a driver stands in the order of IDs.
func (s *peerSpace) findPlace(id string) int {
	return slices.IndexFunc(s.drivers, func(d *driver) bool { return d.id == id })
}

// spaceFinder makes the space of any of a plan's drivers, when the space is first asked for.
// It makes each space once. It computes the drivers for itself, so that a driver that only
// comparison groups have leaves no trace in the rest of the report.
type spaceFinder struct {
	data *dataset.Dataset
	plan *plan.Plan
	year int
	out  []bool // by municipality: it is in nobody's group

	mu   sync.Mutex
	made map[string]func() *peerSpace // by the IDs of the drivers
}

// newSpaceFinder returns a finder for a plan. The municipalities that are excluded from
// models are also in nobody's group, unless the plan says otherwise.
func newSpaceFinder(d *dataset.Dataset, p *plan.Plan, year int, excluded []bool) *spaceFinder {
	f := &spaceFinder{
		data: d, plan: p, year: year, out: excluded, made: map[string]func() *peerSpace{},
	}
	if p.Peers.Exclude != nil {
		f.out = findMunicipalities(d, p.Peers.Exclude)
	}
	return f
}

// findSpace returns a function that returns the space of some drivers. The space is made
// when the function is first called, by whatever goroutine calls it.
func (f *spaceFinder) findSpace(ids []string) func() *peerSpace {
	ids = slices.Sorted(slices.Values(ids))
	key := strings.Join(ids, "\x00")
	f.mu.Lock()
	defer f.mu.Unlock()
	made, ok := f.made[key]
	if !ok {
		made = sync.OnceValue(func() *peerSpace { return f.newSpace(ids) })
		f.made[key] = made
	}
	return made
}

// newSpace computes the drivers with some IDs, and places the municipalities by them.
func (f *spaceFinder) newSpace(ids []string) *peerSpace {
	table := newDriverTable(f.data, f.plan, f.year)
	s := &peerSpace{k: f.plan.Peers.K}
	var drivers []peers.Driver
	for _, id := range ids {
		d := table.findDriver(id)
		s.drivers = append(s.drivers, d)
		drivers = append(drivers,
			peers.Driver{ID: id, Values: d.values, Weight: findPeerWeight(f.plan, id)})
	}
	s.warnings = append(table.warnings, warnOfOtherYears(f.data, f.year, table.substituted)...)
	codes := make([]string, len(f.data.Municipalities()))
	for m, who := range f.data.Municipalities() {
		codes[m] = who.Code
	}
	s.space = peers.New(codes, drivers, f.out)
	return s
}

// findPeerWeight returns the weight of a driver in distances.
func findPeerWeight(p *plan.Plan, id string) float64 {
	if weight, given := p.Peers.Weights[id]; given {
		return weight
	}
	return 1
}

// listPeerDrivers returns the IDs of the drivers by which an area's groups are found. They
// are the area's own. An area without drivers has those of the groups across areas.
func (c *comparison) listPeerDrivers(p *plan.Plan) []string {
	if len(c.area.Drivers) == 0 {
		return p.Peers.Drivers
	}
	return c.area.Drivers
}
