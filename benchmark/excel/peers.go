package excel

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// peers is the sheet of one municipality's comparison groups: the one across
// areas, and each area's own, with every driver's share of the distance.
func (b *book) peers() *sheet {
	groups := b.groups()
	st := b.style
	s := &sheet{
		frame: frame{header: 4, oneTable: true, titles: 1},
		fixed: 3,
	}
	s.widths = []float64{27, 6, 20, 13, 17, 32}
	header := append(b.cell.header(columnGroup), b.cell.numberHeader(columnChoice)...)
	header = append(header, b.cell.words(columnMunicipality, st.afterHeader))
	header = append(header, b.cell.numberHeader(columnDistance, columnOnLists)...)
	header = append(header, b.cell.words(columnLargestShare, st.afterHeader))
	var drivers []string // IDs
	for _, g := range groups {
		for _, d := range g.Drivers {
			if !slices.Contains(drivers, d.ID) {
				drivers = append(drivers, d.ID)
				header = append(header, named(d.Name, st.sideways))
				s.widths = append(s.widths, 7)
			}
		}
	}
	s.rows = [][]any{
		{text(titlePeers.With(groups[0].Name, b.period()).In(b.lang), st.title)},
		{text(leadPeers.In(b.lang), st.lead)},
		nil,
		header,
	}
	s.rows[2] = []any{b.back(s, 2)}
	s.setHeight(4, uprightHeight(header))
	for _, g := range groups {
		name := across.In(b.lang)
		if g.Area != "" {
			name = g.AreaName
		}
		if g.Missing != "" {
			s.rows = append(s.rows, []any{text(name, st.text), text("", st.text), text(g.Missing.In(b.lang), st.text)})
		}
		for i, p := range g.Peers {
			largest := ""
			if k := p.Largest(); k >= 0 {
				largest = g.Drivers[k].Name
			}
			onLists := float64(p.OnLists)
			if p.OnLists < 0 {
				onLists = math.NaN()
			}
			cells := []any{text(name, st.text), b.cell.count(i + 1), text(p.Name, st.after), b.cell.number(p.Distance, st.coefficient), b.cell.number(onLists, st.whole), text(largest, st.after)}
			for _, id := range drivers {
				k := slices.IndexFunc(g.Drivers, func(d benchmark.PeerDriver) bool { return d.ID == id })
				if k < 0 {
					cells = append(cells, text("", st.text)) // no part of this distance
					continue
				}
				cells = append(cells, b.cell.number(p.Shares[k], st.percent))
			}
			s.rows = append(s.rows, cells)
		}
	}
	s.filter = len(s.rows) - s.header
	return s
}

// leastReason is the least share of a distance that is a reason for it.
const leastReason = 0.1

// reasons are the drivers that most of a distance is made of, the largest first.
func (b *book) reasons(g *benchmark.PeerGroup, p *benchmark.Peer) string {
	var drivers []int
	for k, share := range p.Shares {
		if share >= leastReason {
			drivers = append(drivers, k)
		}
	}
	slices.SortStableFunc(drivers, func(i, k int) int { return cmp.Compare(p.Shares[k], p.Shares[i]) })
	words := make([]string, len(drivers))
	for i, k := range drivers {
		words[i] = reasonIs.With(g.Drivers[k].Name, lang.Number{Value: 100 * p.Shares[k]}).In(b.lang)
	}
	return strings.Join(words, ", ")
}

// groups are the comparison groups of the municipality the workbook is for.
func (b *book) groups() (groups []*benchmark.PeerGroup) {
	areas := []string{""}
	for _, m := range b.report.Models {
		areas = append(areas, m.Area)
	}
	for _, area := range areas {
		if g, ok := b.report.Peers(b.own, area, 0); ok {
			groups = append(groups, g)
		}
	}
	return groups
}
