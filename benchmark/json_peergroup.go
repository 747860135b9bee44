package benchmark

import (
	"io"

	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/internal/given"
	"github.com/raaderum/raaderum/internal/jsonwriter"
)

// WriteJSON writes the comparison group as JSON. The keys are:
//
//	municipality, name  code and name of the one whose group it is
//	area                ID; null for a group across areas
//	year                the year compared; null if the data have no years
//	k                   how many were asked for
//	candidates          how many there were to choose among
//	drivers             id, name, weight
//	peers               the nearest first:
//	  municipality, name
//	  distance          as a share of the farthest candidate's
//	  raw               the distance in standard deviations
//	  shares            driver, share: the driver's part of raw²; null if raw is 0; the
//	                    shares add up to 1
//	  largest           the driver with the largest share; null if raw is 0
//	  on_lists          on how many others' lists it stands; null if there are too many
//	                    municipalities to find out
//	on_lists, lists     on how many others' lists the municipality stands, and how many
//	                    lists there are
//	missing             why there is no group: see [target.Missing]; "" if there is one
//	lacks               names of the drivers that the municipality lacks
//	excluded            names of those that are in nobody's group
//	incomparable        names of those that lack a driver
//	warnings            code, area, municipality, da, en
func (g *PeerGroup) WriteJSON(w io.Writer) error {
	if err := given.CheckWriter(w); err != nil {
		return err
	}
	if g == nil {
		return ErrNoGroup
	}
	j := jsonwriter.New(w)
	j.Value(g)
	return j.Close()
}

// JSONView returns the group in the form that is written as JSON.
func (g *PeerGroup) JSONView() any {
	if g == nil {
		return nil
	}
	peers := make([]peerView, len(g.Peers))
	for i := range g.Peers {
		peers[i] = g.viewPeer(&g.Peers[i])
	}
	return &struct {
		Municipality string         `key:"municipality"`
		Name         string         `key:"name"`
		Area         string         `key:"area,null"`
		Year         int            `key:"year,null"`
		K            int            `key:"k"`
		Candidates   int            `key:"candidates"`
		Drivers      []PeerDriver   `key:"drivers,lines"`
		Peers        []peerView     `key:"peers,lines"`
		OnLists      *int           `key:"on_lists"`
		Lists        int            `key:"lists"`
		Missing      target.Missing `key:"missing"`
		Lacks        []string       `key:"lacks"`
		Excluded     []string       `key:"excluded"`
		Incomparable []string       `key:"incomparable"`
		Warnings     []Warning      `key:"warnings,lines"`
	}{
		g.Municipality, g.Name, g.Area, g.Year, g.K, g.Candidates, g.Drivers, peers,
		pointToCount(g.OnLists), g.Lists, g.Missing, g.Lacks, g.Excluded, g.Incomparable,
		g.Warnings,
	}
}

// peerView is a municipality of a group in the form that is written as JSON.
type peerView struct {
	Municipality string      `key:"municipality"`
	Name         string      `key:"name"`
	Distance     float64     `key:"distance"`
	Raw          float64     `key:"raw"`
	Shares       []shareView `key:"shares,lines"`
	Largest      string      `key:"largest,null"`
	OnLists      *int        `key:"on_lists"`
}

// shareView is a driver's share of a distance in the form that is written as JSON.
type shareView struct {
	Driver string  `key:"driver"`
	Share  float64 `key:"share"`
}

// viewPeer returns the form of a municipality that is written as JSON.
func (g *PeerGroup) viewPeer(p *Peer) peerView {
	v := peerView{
		Municipality: p.Municipality, Name: p.Name, Distance: p.Distance, Raw: p.Raw,
		OnLists: pointToCount(p.OnLists),
	}
	for k, share := range p.Shares {
		v.Shares = append(v.Shares, shareView{g.Drivers[k].ID, share})
	}
	if k := p.Largest(); k >= 0 {
		v.Largest = g.Drivers[k].ID
	}
	return v
}

// pointToCount returns a pointer to a count. It returns nil if the count is below zero, which
// says that it is not known.
func pointToCount(n int) *int {
	if n < 0 {
		return nil
	}
	return &n
}
