package text

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/internal/given"
	"github.com/raaderum/raaderum/lang"
)

// WritePeers writes a comparison group: who is in it, at what distance, and why. The
// warnings are for [WritePeersWarnings].
func WritePeers(w io.Writer, g *benchmark.PeerGroup, l lang.Language) error {
	if err := given.CheckWriter(w); err != nil {
		return err
	}
	if g == nil {
		return benchmark.ErrNoGroup
	}
	t := &table{out: bufio.NewWriter(w), lang: l}
	year := noYear.In(l)
	if g.Year != 0 {
		year = strconv.Itoa(g.Year)
	}
	across := peersAcross.With()
	if g.Area != "" {
		across = peersOfArea.With(g.AreaName)
	}
	t.writeParagraph(peersHead.With(g.Name, year, across))
	t.writeLine("")
	if g.Missing == "" {
		t.writePeers(g)
	} else {
		t.writeParagraph(noPeers.With(g.Missing))
		if len(g.Lacks) > 0 {
			t.writeParagraph(peersLack.With(g.Name, lang.List(g.Lacks)))
		}
	}
	t.writeLine("")
	t.writePeersFoundation(g)
	return t.out.Flush()
}

// WritePeersWarnings writes the warnings on the drivers of a comparison group.
func WritePeersWarnings(w io.Writer, g *benchmark.PeerGroup, l lang.Language) error {
	if err := given.CheckWriter(w); err != nil {
		return err
	}
	if g == nil {
		return benchmark.ErrNoGroup
	}
	t := &table{out: bufio.NewWriter(w), lang: l}
	for _, warning := range g.Warnings {
		t.writeParagraph(warningWord.With(warning))
	}
	return t.out.Flush()
}

const (
	peerWidth    = 20 // the width of the municipalities' column
	shareWidth   = 4  // the width of a driver's share
	shareColumns = 9  // for how many drivers there are columns
)

// writePeers writes the table of a group. Each driver's share has a numbered column, and
// the largest shares are named as far as there is room.
func (t *table) writePeers(g *benchmark.PeerGroup) {
	shown := min(len(g.Drivers), shareColumns)
	room := Width - peerWidth - 17 - shareWidth*shown - 1
	layout := "%s %8s %7s%s %s"
	shares := ""
	for k := range shown {
		shares += fmt.Sprintf("%*d", shareWidth, k+1)
	}
	t.writeLine("%s %s", Pad("", peerWidth+17), peersShares.In(t.lang))
	t.writeLine(layout, Pad(columnMunicipality.In(t.lang), peerWidth), columnDistance.In(t.lang),
		columnLists.In(t.lang), shares, columnLargest.In(t.lang))
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
		t.writeLine(layout, Pad(p.Name, peerWidth), lang.Format(t.lang, p.Distance, 3, false),
			lists, shares, Pad(largest, room))
	}
}

// writePeersFoundation says what the group is based on.
func (t *table) writePeersFoundation(g *benchmark.PeerGroup) {
	var drivers []string
	for k, d := range g.Drivers {
		name := fmt.Sprintf("%d %s", k+1, d.Name)
		if d.Weight != 1 {
			_, decimals, _ := strings.Cut(strconv.FormatFloat(d.Weight, 'f', -1, 64), ".")
			name = peersWeight.With(name,
				lang.Number{Value: d.Weight, Decimals: min(len(decimals), 3)}).In(t.lang)
		}
		drivers = append(drivers, name)
	}
	if len(drivers) > 0 {
		t.writeParagraph(peersDrivers.With(strings.Join(drivers, "; ")))
	}
	if len(g.Drivers) > shareColumns {
		t.writeParagraph(peersMoreShares.With(shareColumns))
	}
	if g.Missing == "" {
		t.writeParagraph(peersDistance.With(g.Candidates))
		if hasTies(g.Peers) {
			t.writeParagraph(peersTied.With())
		}
		if g.OnLists >= 0 {
			t.writeParagraph(peersLists.With(g.Lists, g.Name, g.OnLists))
		} else {
			t.writeParagraph(peersTooMany.With())
		}
	}
	if len(g.Excluded) > 0 {
		t.writeParagraph(peersExcluded.With(nameFirst(g.Excluded)))
	}
	if len(g.Incomparable) > 0 {
		t.writeParagraph(peersIncomparable.With(nameFirst(g.Incomparable)))
	}
	t.writeParagraph(peersCaveat.With())
}

// hasTies says whether two members of a group are at the same distance.
func hasTies(list []benchmark.Peer) bool {
	for i := 1; i < len(list); i++ {
		if math.Abs(list[i].Distance-list[i-1].Distance) < 1e-6 {
			return true
		}
	}
	return false
}

// nameFirst names the first of many.
func nameFirst(names []string) lang.Localized {
	const most = 8
	if len(names) <= most {
		return lang.List(names)
	}
	return andMore.With(strings.Join(names[:most], ", "), len(names)-most)
}
