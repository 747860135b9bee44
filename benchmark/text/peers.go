package text

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// WritePeers writes a comparison group: who, how far, and why. The warnings are
// for [WritePeersWarnings].
func WritePeers(w io.Writer, g *benchmark.PeerGroup, l lang.Language) error {
	t := &table{out: bufio.NewWriter(w), lang: l}
	year := noYear.In(l)
	if g.Year != 0 {
		year = strconv.Itoa(g.Year)
	}
	across := peersAcross.With()
	if g.Area != "" {
		across = peersOfArea.With(g.AreaName)
	}
	t.paragraph(peersHead.With(g.Name, year, across))
	t.line("")
	if g.Missing == "" {
		t.peers(g)
	} else {
		t.paragraph(noPeers.With(g.Missing))
		if len(g.Lacks) > 0 {
			t.paragraph(peersLack.With(g.Name, lang.List(g.Lacks)))
		}
	}
	t.line("")
	t.peersFoundation(g)
	return t.out.Flush()
}

// WritePeersWarnings writes the warnings on the drivers of a comparison group.
func WritePeersWarnings(w io.Writer, g *benchmark.PeerGroup, l lang.Language) error {
	t := &table{out: bufio.NewWriter(w), lang: l}
	for _, warning := range g.Warnings {
		t.paragraph(warningWord.With(warning))
	}
	return t.out.Flush()
}

const (
	peerWidth    = 20 // of the municipalities' column
	shareWidth   = 4  // of a driver's share
	shareColumns = 9  // for as many drivers
)

// peers is the table of a group: each driver's share in a column by number, and
// the largest by name as far as there is room.
func (t *table) peers(g *benchmark.PeerGroup) {
	shown := min(len(g.Drivers), shareColumns)
	room := Width - peerWidth - 17 - shareWidth*shown - 1
	layout := "%s %8s %7s%s %s"
	shares := ""
	for k := range shown {
		shares += fmt.Sprintf("%*d", shareWidth, k+1)
	}
	t.line("%s %s", Pad("", peerWidth+17), peersShares.In(t.lang))
	t.line(layout, Pad(columnMunicipality.In(t.lang), peerWidth), columnDistance.In(t.lang), columnLists.In(t.lang), shares, columnLargest.In(t.lang))
	for _, p := range g.Peers {
		shares = ""
		for k := range shown {
			shares += fmt.Sprintf("%*s", shareWidth, lang.Format(t.lang, 100*p.Shares[k], 0, false))
		}
		largest := ""
		if k := p.Largest(); k >= 0 {
			largest = fmt.Sprintf("%d %s", k+1, g.Drivers[k].Name)
		}
		lists := strconv.Itoa(p.OnLists)
		if p.OnLists < 0 {
			lists = lang.Missing
		}
		t.line(layout, Pad(p.Name, peerWidth), lang.Format(t.lang, p.Distance, 3, false), lists, shares, Pad(largest, room))
	}
}

// peersFoundation says what the group rests on.
func (t *table) peersFoundation(g *benchmark.PeerGroup) {
	var drivers []string
	for k, d := range g.Drivers {
		name := fmt.Sprintf("%d %s", k+1, d.Name)
		if d.Weight != 1 {
			_, decimals, _ := strings.Cut(strconv.FormatFloat(d.Weight, 'f', -1, 64), ".")
			name = peersWeight.With(name, lang.Number{Value: d.Weight, Decimals: min(len(decimals), 3)}).In(t.lang)
		}
		drivers = append(drivers, name)
	}
	if len(drivers) > 0 {
		t.paragraph(peersDrivers.With(strings.Join(drivers, "; ")))
	}
	if len(g.Drivers) > shareColumns {
		t.paragraph(peersMoreShares.With(shareColumns))
	}
	if g.Missing == "" {
		t.paragraph(peersDistance.With(g.Candidates))
		if tied(g.Peers) {
			t.paragraph(peersTied.With())
		}
		if g.OnLists >= 0 {
			t.paragraph(peersLists.With(g.Lists, g.Name, g.OnLists))
		} else {
			t.paragraph(peersTooMany.With())
		}
	}
	if len(g.Excluded) > 0 {
		t.paragraph(peersExcluded.With(firstOf(g.Excluded)))
	}
	if len(g.Incomparable) > 0 {
		t.paragraph(peersIncomparable.With(firstOf(g.Incomparable)))
	}
	t.paragraph(peersCaveat.With())
}

// tied says whether two of a group are as far as each other.
func tied(list []benchmark.Peer) bool {
	for i := 1; i < len(list); i++ {
		if math.Abs(list[i].Distance-list[i-1].Distance) < 1e-6 {
			return true
		}
	}
	return false
}

// firstOf names the first of many.
func firstOf(names []string) lang.Localized {
	const most = 8
	if len(names) <= most {
		return lang.List(names)
	}
	return andMore.With(strings.Join(names[:most], ", "), len(names)-most)
}
