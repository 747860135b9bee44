package benchmark

import (
	"bufio"
	"io"
)

// WriteJSON writes the comparison group as JSON. The keys:
//
//	municipality, name  code and name of the one whose group it is
//	area                ID; null: a group across areas
//	year                the year compared; null where the data have none
//	k, candidates       how many were asked for, and to choose among
//	drivers             id, name, weight
//	peers               the nearest first:
//	  municipality, name
//	  distance, raw     of the farthest candidate's; in standard deviations
//	  shares            driver, share: its part of raw²; they add up to 1, and are null where raw is 0
//	  largest           the driver with the largest share; null where raw is 0
//	  on_lists          on how many others' lists it stands; null: too many to find
//	on_lists, lists     on how many others' lists the municipality stands, and of how many
//	missing             why there is no group, as in [Report.WriteJSON]; "": there is one
//	lacks               names of the drivers that the municipality lacks
//	excluded            names of those that are in nobody's group
//	incomparable        names of those that lack a driver
//	warnings            code, area, municipality, da, en
func (g *PeerGroup) WriteJSON(w io.Writer) error {
	j := &jsonWriter{}
	j.object(func() {
		j.text("municipality", g.Municipality)
		j.text("name", g.Name)
		j.textOrNull("area", g.Area)
		j.whole("year", g.Year)
		j.count("k", g.K)
		j.count("candidates", g.Candidates)
		j.list("drivers", func() {
			for _, d := range g.Drivers {
				j.item(func() {
					j.text("id", d.ID)
					j.text("name", d.Name)
					j.number("weight", d.Weight)
				})
			}
		})
		j.list("peers", func() {
			for i := range g.Peers {
				j.item(func() { j.peer(g, &g.Peers[i]) })
			}
		})
		j.countOrNull("on_lists", g.OnLists)
		j.count("lists", g.Lists)
		j.text("missing", string(g.Missing))
		j.texts("lacks", g.Lacks)
		j.texts("excluded", g.Excluded)
		j.texts("incomparable", g.Incomparable)
		j.warnings(g.Warnings)
	})
	j.buf = append(j.buf, '\n')
	if j.err != nil {
		return j.err
	}
	out := bufio.NewWriter(w)
	if _, err := out.Write(j.buf); err != nil {
		return err
	}
	return out.Flush()
}

func (j *jsonWriter) peer(g *PeerGroup, p *Peer) {
	j.text("municipality", p.Municipality)
	j.text("name", p.Name)
	j.number("distance", p.Distance)
	j.number("raw", p.Raw)
	j.list("shares", func() {
		for k, share := range p.Shares {
			j.item(func() {
				j.text("driver", g.Drivers[k].ID)
				j.number("share", share)
			})
		}
	})
	largest := ""
	if k := p.Largest(); k >= 0 {
		largest = g.Drivers[k].ID
	}
	j.textOrNull("largest", largest)
	j.countOrNull("on_lists", p.OnLists)
}

// countOrNull writes a count that is below zero where it is not known.
func (j *jsonWriter) countOrNull(key string, n int) {
	if n < 0 {
		j.null(key)
		return
	}
	j.count(key, n)
}
