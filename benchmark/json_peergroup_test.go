package benchmark_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// TestPeersJSON: the documented keys, and the very same numbers.
func TestPeersJSON(t *testing.T) {
	d, p := letters(t)
	r := run(t, d, p)
	for _, who := range []string{"A", "H"} {
		g := group(t, r, who, "area", 2)
		if who == "H" {
			g = group(t, r, who, "", 2)
		}
		var b bytes.Buffer
		if err := g.WriteJSON(&b); err != nil {
			t.Fatal(err)
		}
		var top object
		if err := json.Unmarshal(b.Bytes(), &top); err != nil {
			t.Fatal(err)
		}
		top.keys(t, "a group", strings.Fields("municipality name area year k candidates drivers peers on_lists lists missing lacks excluded incomparable warnings"))
		top.is(t, "municipality", g.Municipality)
		top.is(t, "name", g.Name)
		top.orNull(t, "area", g.Area)
		top.is(t, "k", g.K)
		top.is(t, "missing", string(g.Missing))
		top.is(t, "lacks", g.Lacks)
		top.is(t, "excluded", g.Excluded)
		top.is(t, "incomparable", g.Incomparable)
		peers := top.list(t, "peers")
		if len(peers) != len(g.Peers) {
			t.Fatalf("%d peers, want %d", len(peers), len(g.Peers))
		}
		for i, o := range peers {
			o.keys(t, "a peer", strings.Fields("municipality name distance raw shares largest on_lists"))
			o.is(t, "municipality", g.Peers[i].Municipality)
			o.number(t, "distance", g.Peers[i].Distance)
			o.number(t, "raw", g.Peers[i].Raw)
			o.is(t, "largest", g.Drivers[g.Peers[i].Largest()].ID)
			o.is(t, "on_lists", g.Peers[i].OnLists)
			for k, share := range o.list(t, "shares") {
				share.is(t, "driver", g.Drivers[k].ID)
				share.number(t, "share", g.Peers[i].Shares[k])
			}
		}
		if f := failing(10); g.WriteJSON(&f) == nil {
			t.Error("what could not be written is no error")
		}
	}
}
