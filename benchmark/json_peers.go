package benchmark

import (
	"io"

	"github.com/raaderum/raaderum/internal/jsonwriter"
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
	j := jsonWriter{jsonwriter.New(w)}
	j.Object(func() {
		j.Key("municipality").Text(g.Municipality)
		j.Key("name").Text(g.Name)
		j.Key("area").TextOrNull(g.Area)
		j.Key("year").IntOrNull(g.Year)
		j.Key("k").Int(g.K)
		j.Key("candidates").Int(g.Candidates)
		j.Key("drivers").Lines(func() {
			for _, d := range g.Drivers {
				j.Object(func() {
					j.Key("id").Text(d.ID)
					j.Key("name").Text(d.Name)
					j.Key("weight").Number(d.Weight)
				})
			}
		})
		j.Key("peers").Lines(func() {
			for i := range g.Peers {
				j.Object(func() { j.peer(g, &g.Peers[i]) })
			}
		})
		j.countOrNull("on_lists", g.OnLists)
		j.Key("lists").Int(g.Lists)
		j.Key("missing").Text(string(g.Missing))
		j.Key("lacks").Texts(g.Lacks)
		j.Key("excluded").Texts(g.Excluded)
		j.Key("incomparable").Texts(g.Incomparable)
		j.warnings(g.Warnings)
	})
	return j.Close()
}

func (j jsonWriter) peer(g *PeerGroup, p *Peer) {
	j.Key("municipality").Text(p.Municipality)
	j.Key("name").Text(p.Name)
	j.Key("distance").Number(p.Distance)
	j.Key("raw").Number(p.Raw)
	j.Key("shares").Lines(func() {
		for k, share := range p.Shares {
			j.Object(func() {
				j.Key("driver").Text(g.Drivers[k].ID)
				j.Key("share").Number(share)
			})
		}
	})
	largest := ""
	if k := p.Largest(); k >= 0 {
		largest = g.Drivers[k].ID
	}
	j.Key("largest").TextOrNull(largest)
	j.countOrNull("on_lists", p.OnLists)
}

// countOrNull writes a count that is below zero where it is not known.
func (j jsonWriter) countOrNull(key string, n int) {
	if n < 0 {
		j.Key(key).Null()
		return
	}
	j.Key(key).Int(n)
}
