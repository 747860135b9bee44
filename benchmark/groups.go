package benchmark

import (
	"slices"
	"strings"
	"sync"

	"github.com/raaderum/raaderum/benchmark/peers"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
)

// groups are the comparison groups by some drivers.
type groups struct {
	space    *peers.Space
	drivers  []*driver // in the order of their IDs
	k        int       // how many are in a group where nobody says otherwise
	warnings []Warning // on the drivers
}

// findPlace returns where a driver stands among the groups' drivers.
func (g *groups) findPlace(id string) int {
	return slices.IndexFunc(g.drivers, func(d *driver) bool { return d.id == id })
}

// groupFinder finds the comparison groups by any of a plan's drivers, each kind once,
// when it is first asked for. It reads the drivers for itself, so that drivers that no
// area has leave no trace in the report.
type groupFinder struct {
	data *dataset.Dataset
	plan *plan.Plan
	year int
	out  []bool // who is in nobody's group

	mu   sync.Mutex
	made map[string]func() *groups
}

func newGroupFinder(d *dataset.Dataset, p *plan.Plan, year int, excluded []bool) *groupFinder {
	f := &groupFinder{
		data: d, plan: p, year: year, out: excluded, made: map[string]func() *groups{},
	}
	if p.Peers.Exclude != nil {
		f.out = findMunicipalities(d, p.Peers.Exclude)
	}
	return f
}

// findGroups returns the groups by the drivers with some IDs, to be made when they are
// asked for.
func (f *groupFinder) findGroups(ids []string) func() *groups {
	ids = slices.Sorted(slices.Values(ids))
	key := strings.Join(ids, "\x00")
	f.mu.Lock()
	defer f.mu.Unlock()
	made, ok := f.made[key]
	if !ok {
		made = sync.OnceValue(func() *groups { return f.newGroups(ids) })
		f.made[key] = made
	}
	return made
}

func (f *groupFinder) newGroups(ids []string) *groups {
	table := newDriverTable(f.data, f.plan, f.year)
	g := &groups{k: f.plan.Peers.K}
	var drivers []peers.Driver
	for _, id := range ids {
		d := table.findDriver(id)
		g.drivers = append(g.drivers, d)
		drivers = append(drivers,
			peers.Driver{ID: id, Values: d.values, Weight: findPeerWeight(f.plan, id)})
	}
	g.warnings = append(table.warnings, warnOfOtherYears(f.data, f.year, table.substituted)...)
	codes := make([]string, len(f.data.Municipalities()))
	for m, who := range f.data.Municipalities() {
		codes[m] = who.Code
	}
	g.space = peers.New(codes, drivers, f.out)
	return g
}

// findPeerWeight returns the weight of a driver in distances.
func findPeerWeight(p *plan.Plan, id string) float64 {
	if weight, given := p.Peers.Weights[id]; given {
		return weight
	}
	return 1
}

// groupDrivers returns the drivers of an area's groups: its own, and where it has
// none, those across areas.
func (c *comparison) groupDrivers(p *plan.Plan) []string {
	if len(c.area.Drivers) == 0 {
		return p.Peers.Drivers
	}
	return c.area.Drivers
}
