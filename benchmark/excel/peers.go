package excel

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/lang"
)

// layOutPeers lays out the sheet of one municipality's comparison groups: the one across
// areas, and each area's own, with every driver's share of the distance.
func (b *book) layOutPeers() *layout.Sheet {
	groups := b.listGroups()
	st := b.style
	s := &layout.Sheet{
		Frame: layout.Frame{Header: 4, OneTable: true, Titles: 1},
		Fixed: 3,
	}
	s.Widths = []float64{27, 6, 20, 13, 17, 32}
	header := append(b.cell.Header(phrase.ColumnGroup), b.cell.NumberHeader(phrase.ColumnChoice)...)
	header = append(header, b.cell.Words(phrase.ColumnMunicipality, st.AfterHeader))
	header = append(header, b.cell.NumberHeader(phrase.ColumnDistance, phrase.ColumnOnLists)...)
	header = append(header, b.cell.Words(phrase.ColumnLargestShare, st.AfterHeader))
	var drivers []string // IDs
	for _, g := range groups {
		for _, d := range g.Drivers {
			if !slices.Contains(drivers, d.ID) {
				drivers = append(drivers, d.ID)
				header = append(header, layout.Heading(d.Name, st.Sideways))
				s.Widths = append(s.Widths, 7)
			}
		}
	}
	s.Rows = [][]any{
		{layout.Text(phrase.TitlePeers.With(groups[0].Name, b.describePeriod()).In(b.lang), st.Title)},
		{layout.Text(phrase.LeadPeers.In(b.lang), st.Lead)},
		nil,
		header,
	}
	s.Rows[2] = []any{b.makeBackLink(s, 2)}
	s.SetHeight(4, layout.UprightHeight(header))
	for _, g := range groups {
		name := phrase.Across.In(b.lang)
		if g.Area != "" {
			name = g.AreaName
		}
		if g.Missing != "" {
			s.Rows = append(s.Rows, []any{layout.Text(name, st.Text), layout.Text("", st.Text),
				layout.Text(g.Missing.In(b.lang), st.Text)})
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
			cells := []any{layout.Text(name, st.Text), b.cell.Count(i + 1),
				layout.Text(p.Name, st.After), b.cell.Number(p.Distance, st.Coefficient),
				b.cell.Number(onLists, st.Whole), layout.Text(largest, st.After)}
			for _, id := range drivers {
				k := slices.IndexFunc(g.Drivers,
					func(d benchmark.PeerDriver) bool { return d.ID == id })
				if k < 0 {
					// the driver is no part of this distance
					cells = append(cells, layout.Text("", st.Text))
					continue
				}
				cells = append(cells, b.cell.Number(p.Shares[k], st.Percent))
			}
			s.Rows = append(s.Rows, cells)
		}
		if s.PrintedRows == 0 { // the group across areas; the others are for the screen
			s.Printed, s.PrintedRows = len(s.Widths), len(s.Rows)
		}
	}
	s.Filter = len(s.Rows) - s.Header
	return s
}

// leastReason is the least share of a distance that counts as a reason for it.
const leastReason = 0.1

// describeReasons names the drivers that make up most of a distance, the largest share
// first.
func (b *book) describeReasons(g *benchmark.PeerGroup, p *benchmark.Peer) string {
	var drivers []int
	for k, share := range p.Shares {
		if share >= leastReason {
			drivers = append(drivers, k)
		}
	}
	slices.SortStableFunc(drivers,
		func(i, k int) int { return cmp.Compare(p.Shares[k], p.Shares[i]) })
	words := make([]string, len(drivers))
	for i, k := range drivers {
		words[i] = phrase.ReasonIs.With(g.Drivers[k].Name,
			lang.Number{Value: 100 * p.Shares[k]}).In(b.lang)
	}
	return strings.Join(words, ", ")
}

// listGroups returns the comparison groups of the workbook's municipality.
func (b *book) listGroups() (groups []*benchmark.PeerGroup) {
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
