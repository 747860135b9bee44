package benchmark_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/internal/wordstest"
	"github.com/raaderum/raaderum/lang"
	"pgregory.net/rapid"
)

// letters are A to H by three drivers; G is in nobody's group, and H lacks a
// driver. The figures of u make an area, which no group is to know of.
func letters(t testing.TB) (*dataset.Dataset, plan.Plan) {
	t.Helper()
	columns := map[string][]float64{
		"a": {1.2, 3.4, 2.2, 8.1, 5.0, 4.4, 30, 2},
		"b": {10, 12, 9, 40, 22, 18, 5, nan},
		"c": {0.3, 0.1, 0.7, 0.5, 0.9, 0.2, 0.4, 0.6},
		"u": {1, 2, 3, 4, 5, 6, 7, 8},
	}
	var builder dataset.Builder
	for i := range 8 {
		code := string(rune('A' + i))
		builder.AddMunicipality(dataset.Municipality{Code: code, Name: "Town " + code})
		for id, column := range columns {
			if !math.IsNaN(column[i]) {
				builder.Set(code, year, id, column[i])
			}
		}
	}
	d, err := builder.Build()
	if err != nil {
		t.Fatal(err)
	}
	return d, plan.Plan{
		Definitions: []plan.Driver{{ID: "density", Name: "Density", Of: []string{"b"}}},
		Drivers:     []string{"a"},
		Peers:       plan.Peers{K: 3, Drivers: []string{"c", "a", "density"}, Weights: map[string]float64{"density": 2, "c": 0.5}, Exclude: []string{"Town G"}},
		Areas:       []plan.Area{{ID: "area", Name: "The area", Spending: []string{"u"}, Drivers: []string{"c"}}},
	}
}

func group(t testing.TB, r *benchmark.Report, who, area string, k int) *benchmark.PeerGroup {
	t.Helper()
	g, ok := r.Peers(who, area, k)
	if !ok {
		t.Fatalf("no group of %s in %q", who, area)
	}
	return g
}

// TestPeers holds distances, shares, order and counts against R 4.2:
//
//	x <- data.frame(a = c(1.2, 3.4, 2.2, 8.1, 5.0, 4.4, 30, 2), b = c(10, 12, 9, 40, 22, 18, 5, NA),
//	                c = c(0.3, 0.1, 0.7, 0.5, 0.9, 0.2, 0.4, 0.6), row.names = LETTERS[1:8])
//	w <- c(a = 1, b = 2, c = 0.5)
//	z <- sweep(as.matrix(x), 2, sapply(x[1:6, ], sd), "/")   # sd of the candidates; the means fall out
//	d2 <- sapply(setdiff(LETTERS[1:6], i), function(j) w * (z[i, ] - z[j, ])^2)   # for i in A, E, G
//	d <- sqrt(colSums(d2)); d / max(d); t(t(d2) / d^2)
//	near <- lapply(LETTERS[1:7], function(i) names(sort(d of i))[1:3]); table(unlist(near))
func TestPeers(t *testing.T) {
	d, p := letters(t)
	r := run(t, d, p)
	lists := map[string]int{"A": 3, "B": 5, "C": 3, "D": 1, "E": 3, "F": 6, "G": 0}
	for who, want := range map[string]struct {
		order         string
		raw, distance []float64
		first         []float64 // shares of the nearest: c, a, density
	}{
		"A": {
			"CBFED", []float64{1.01337008140206, 1.04530492828809, 1.65417454405364, 2.54364741545244, 4.64261515403928},
			[]float64{0.218275701900552, 0.225154335133427, 0.356302318665039, 0.547891076700459, 1},
			[]float64{0.8200309150167020, 0.1656381547171856, 0.0143309302661123},
		},
		"E": {
			"FCBAD", []float64{1.69577402021940, 2.00778717237088, 2.29685428444018, 2.54364741545244, 2.69164427883395},
			[]float64{0.630014164038805, 0.745933327133655, 0.853327574710283, 0.945016187857624, 1},
			[]float64{0.8968225590855012, 0.0212942861452379, 0.0818831547692609},
		},
		"G": {
			"DEFBCA", []float64{9.98302529446488, 10.57731127524770, 10.68514809454724, 11.02490836002456, 11.49638562211958, 11.89561968709472},
			[]float64{0.839218599540067, 0.889176987284049, 0.898242241733679, 0.926804037959050, 0.966438565162918, 1},
			[]float64{0.000528107160490458, 0.818578674879017809, 0.180893217960491709},
		},
	} {
		g := group(t, r, who, "", 100)
		order := ""
		for i, p := range g.Peers {
			order += p.Municipality
			compare(t, who+" raw "+p.Municipality, p.Raw, want.raw[i], 1e-13)
			compare(t, who+" distance "+p.Municipality, p.Distance, want.distance[i], 1e-13)
		}
		if order != want.order || g.Candidates != len(want.order) {
			t.Errorf("%s: the nearest are %s of %d, want %s", who, order, g.Candidates, want.order)
		}
		for k, share := range want.first {
			compare(t, who+" share of "+g.Drivers[k].ID, g.Peers[0].Shares[k], share, 1e-12)
		}
		// The plan's three nearest.
		g = group(t, r, "Town "+who, "", 0)
		if len(g.Peers) != 3 || g.K != 3 || g.Lists != 6 || g.OnLists != lists[who] {
			t.Errorf("%s: %d peers of %d, on %d of %d lists", who, len(g.Peers), g.K, g.OnLists, g.Lists)
		}
		for _, p := range g.Peers {
			if p.OnLists != lists[p.Municipality] {
				t.Errorf("%s is on %d lists, want %d", p.Municipality, p.OnLists, lists[p.Municipality])
			}
		}
		if diff := cmp.Diff([]benchmark.PeerDriver{{"c", "c", 0.5}, {"a", "a", 1}, {"density", "Density", 2}}, g.Drivers); diff != "" {
			t.Errorf("drivers (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff([][]string{{"Town G"}, {"Town H"}}, [][]string{g.Excluded, g.Incomparable}); diff != "" {
			t.Errorf("excluded and incomparable (-want +got):\n%s", diff)
		}
	}
}

// TestNoPeers: who lacks a driver has no group and is told which; where no
// driver tells municipalities apart, nobody has one.
func TestNoPeers(t *testing.T) {
	d, p := letters(t)
	g := group(t, run(t, d, p), "H", "", 0)
	if g.Missing != target.NoDrivers || len(g.Peers) > 0 || cmp.Diff([]string{"Density"}, g.Lacks) != "" {
		t.Errorf("%+v", g)
	}
	p.Peers.Weights = map[string]float64{"a": 0, "density": 0, "c": 0}
	g = group(t, run(t, d, p), "A", "", 0)
	if g.Missing != target.NoDrivers || len(g.Lacks) > 0 {
		t.Errorf("%+v", g)
	}
	p.Peers, p.Drivers = plan.Peers{}, nil
	if g = group(t, run(t, d, p), "A", "", 0); g.Missing != target.NoDrivers {
		t.Errorf("%+v", g)
	}
	if _, ok := run(t, d, p).Peers("Z", "", 0); ok {
		t.Error("a municipality that is not has a group")
	}
	if _, ok := run(t, d, p).Peers("A", "none", 0); ok {
		t.Error("an area that is not has a group")
	}
}

// TestPeersOfArea: an area's group is by its own drivers, and by those across
// areas where it has none; without the table those are the plan's.
func TestPeersOfArea(t *testing.T) {
	d, p := letters(t)
	g := group(t, run(t, d, p), "A", "area", 0)
	if g.AreaName != "The area" || len(g.Drivers) != 1 || g.Drivers[0].ID != "c" {
		t.Errorf("%+v", g)
	}
	// By c alone: F is 0.1 away, B and D 0.2, but for rounding.
	if got := g.Peers[0].Municipality + g.Peers[1].Municipality + g.Peers[2].Municipality; got != "FBD" {
		t.Errorf("the nearest by c are %s", got)
	}
	p.Peers, p.Areas[0].Drivers = plan.Peers{}, nil
	p.Areas[0].Choose = ""
	g = group(t, run(t, d, p), "A", "area", 0)
	if len(g.Drivers) != 1 || g.Drivers[0].ID != "a" || g.K != 10 || len(g.Excluded) != 0 {
		t.Errorf("%+v", g)
	}
	// Those left out of the models are left out of groups, unless the table says.
	p.Exclude = []string{"B"}
	if g = group(t, run(t, d, p), "A", "", 0); cmp.Diff([]string{"Town B"}, g.Excluded) != "" {
		t.Errorf("excluded: %v", g.Excluded)
	}
	p.Peers.Exclude = []string{}
	if g = group(t, run(t, d, p), "A", "", 0); len(g.Excluded) != 0 {
		t.Errorf("excluded: %v", g.Excluded)
	}
}

// TestPeersWithoutTrace: a driver that only groups have leaves nothing in the
// report, and its own warnings in the group.
func TestPeersWithoutTrace(t *testing.T) {
	s := country(45, 8)
	s.earlier["income"] = year - 3
	p := testPlan()
	p.Peers.Drivers = []string{"age", "income"}
	r := run(t, s.dataset(t), p)
	g := group(t, r, "101", "", 0)
	if diff := cmp.Diff([]benchmark.WarningCode{benchmark.NearestYear}, codes(g.Warnings)); diff != "" {
		t.Errorf("warnings of the group (-want +got):\n%s", diff)
	}
	if slices.Contains(codes(r.Warnings), benchmark.NearestYear) {
		t.Error("the report warns of a driver it does not use")
	}
}

// drawPeople draws a country and a plan of groups in it.
func drawPeers(t *rapid.T) (*sample, plan.Plan) {
	s := country(rapid.IntRange(32, 60).Draw(t, "n"), rapid.Uint64().Draw(t, "seed"))
	for i := range s.columns["age"] { // whole years, so that there are ties
		s.columns["age"][i] = math.Round(s.columns["age"][i])
		s.columns["pupils"][i] = float64(rapid.IntRange(1, 4).Draw(t, "pupils"))
	}
	p := testPlan()
	p.Peers.Drivers = [][]string{{"age"}, {"age", "pupils"}, {"age", "income", "ldensity"}}[rapid.IntRange(0, 2).Draw(t, "drivers")]
	p.Peers.Weights = map[string]float64{"age": float64(rapid.IntRange(1, 4).Draw(t, "weight"))}
	p.Peers.K = rapid.IntRange(1, 31).Draw(t, "k")
	if rapid.Bool().Draw(t, "exclude") {
		p.Peers.Exclude = []string{"103"}
	}
	return s, p
}

// groups finds everybody's group.
func groups(t testing.TB, s *sample, p plan.Plan) map[string]*benchmark.PeerGroup {
	r := run(t, s.dataset(t), p)
	all := map[string]*benchmark.PeerGroup{}
	for _, m := range s.municipalities {
		all[m.Code] = group(t, r, m.Code, "", 0)
	}
	return all
}

// TestPeersProperties: shares add up to 1; the farthest is at 1; who is nearest
// stands first; nobody is in its own group; the raw distance is the same both
// ways; and lists add up.
func TestPeersProperties(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s, p := drawPeers(rt)
		p.Peers.K = len(s.municipalities) - 1
		all := groups(t, s, p)
		raw := map[string]float64{}
		onLists, entries := 0, 0
		for who, g := range all {
			onLists += g.OnLists
			entries += len(g.Peers)
			if last := g.Peers[len(g.Peers)-1]; last.Raw > 0 && math.Abs(last.Distance-1) > 1e-6 {
				rt.Fatalf("the farthest from %s is at %v", who, last.Distance)
			}
			for i, peer := range g.Peers {
				raw[who+" "+peer.Municipality] = peer.Raw
				sum := 0.0
				for _, share := range peer.Shares {
					sum += share
				}
				if math.Abs(sum-1) > 1e-12 && peer.Raw > 0 || peer.Municipality == who || math.IsNaN(sum) != (peer.Raw == 0) {
					rt.Fatalf("%s to %s: shares add up to %v", who, peer.Municipality, sum)
				}
				if i > 0 && peer.Raw < g.Peers[i-1].Raw*(1-1e-6) {
					rt.Fatalf("%s: %v after %v", who, peer.Raw, g.Peers[i-1].Raw)
				}
				if i > 0 && peer.Raw == g.Peers[i-1].Raw && peer.Municipality < g.Peers[i-1].Municipality {
					rt.Fatalf("%s: %s and %s are as near and not by code", who, g.Peers[i-1].Municipality, peer.Municipality)
				}
			}
		}
		for pair, d := range raw {
			a, b, _ := strings.Cut(pair, " ")
			if back, both := raw[b+" "+a]; both && back != d {
				rt.Fatalf("%s: %v, and back %v", pair, d, back)
			}
		}
		if onLists != entries {
			rt.Fatalf("%d on lists of %d", onLists, entries)
		}
	})
}

// TestPeersInvariance: neither the order of municipalities nor the unit of a
// driver changes a group.
func TestPeersInvariance(t *testing.T) {
	rounding := cmpopts.EquateApprox(1e-9, 1e-12)
	same := func(rt *rapid.T, what string, want, got map[string]*benchmark.PeerGroup) {
		for who := range want {
			if diff := cmp.Diff(want[who], got[who], rounding, cmpopts.EquateNaNs(), cmpopts.IgnoreUnexported(benchmark.Warning{}),
				cmpopts.SortSlices(strings.Compare)); diff != "" {
				rt.Fatalf("%s, group of %s:\n%s", what, who, diff)
			}
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		s, p := drawPeers(rt)
		want := groups(t, s, p)

		order := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "order"), 1)).Perm(len(s.municipalities))
		shuffled := s.copied()
		for i, from := range order {
			shuffled.municipalities[i] = s.municipalities[from]
			for id := range s.columns {
				shuffled.columns[id][i] = s.columns[id][from]
			}
		}
		same(rt, "another order", want, groups(t, shuffled, p))

		scaled := s.copied()
		factor := rapid.Float64Range(0.001, 1000).Draw(rt, "factor")
		scaled.columns["age"] = s.each(func(i int) float64 { return factor * s.columns["age"][i] })
		same(rt, "another unit", want, groups(t, scaled, p))
	})
}

// TestPeersAlike: those with the very same drivers are at no distance, which
// has no shares, and stand by code.
func TestPeersAlike(t *testing.T) {
	var b dataset.Builder
	for i, v := range []float64{1, 1, 1, 2} {
		b.Set(string(rune('D'-i)), year, "x", v)
		b.Set(string(rune('D'-i)), year, "u", v)
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	r := run(t, d, plan.Plan{Areas: []plan.Area{{ID: "a", Spending: []string{"u"}, Drivers: []string{"x"}}}})
	g := group(t, r, "C", "a", 2)
	if len(g.Peers) != 2 || g.Peers[0].Municipality != "B" || g.Peers[1].Municipality != "D" || g.Peers[0].Distance != 0 || !math.IsNaN(g.Peers[0].Shares[0]) || g.Peers[0].Largest() != -1 {
		t.Errorf("%+v", g.Peers)
	}
	wordstest.Check(t, "the reason", target.NoDrivers)
	if target.Missing("").In(lang.Danish) != "" {
		t.Error("no reason has words")
	}
}
