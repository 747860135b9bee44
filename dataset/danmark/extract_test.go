package danmark_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/dataset/danmark"
)

// values returns what an extract selects of a variable.
func values(t *testing.T, e danmark.Extract, variable string) []string {
	t.Helper()
	for _, s := range e.Select {
		if s.Variable == variable {
			return s.Values
		}
	}
	t.Errorf("%s selects nothing of %s", e.Table, variable)
	return nil
}

func TestExtractsFindTheTablesOfIndicators(t *testing.T) {
	extracts, others := danmark.Extracts([]string{"regk31.3.22.01", "folketal", "regk31.0.28.20", "folketal.6_8", "folketal.99+", "folketal.7", "areal", "min_egen", "regk31.3.22.01"})
	if len(extracts) != 2 || extracts[0].Table != "REGK31" || extracts[1].Table != "FOLK1A" {
		t.Fatalf("got %v", extracts)
	}
	accounts, population := extracts[0], extracts[1]
	// 3.22.01 is 32201 there, and 0.28.20 is 2820.
	for variable, want := range map[string][]string{"FUNKTION": {"32201", "2820"}, "DRANST": {"1"}, "ART": {"TOT"}, "PRISENHED": {"INDL"}} {
		if diff := cmp.Diff(want, values(t, accounts, variable)); diff != "" {
			t.Errorf("%s: %s", variable, diff)
		}
	}
	for variable, want := range map[string][]string{"ALDER": {"IALT", "6", "7", "8", ">=99"}, "KØN": {"TOT"}, "CIVILSTAND": {"TOT"}} {
		if diff := cmp.Diff(want, values(t, population, variable)); diff != "" {
			t.Errorf("%s: %s", variable, diff)
		}
	}
	if population.Period != "K1" || accounts.Period != "" {
		t.Errorf("periods %q and %q", accounts.Period, population.Period)
	}
	if places := values(t, accounts, ""); len(places) != 98 || places[0] != "101" {
		t.Errorf("%d municipalities, the first %v", len(places), places[:1])
	}
	if len(others) != 2 || others[0].Publisher != "beregnet af kommunegrænser" || others[1].ID != "min_egen" {
		t.Errorf("others: %v", others)
	}
}

func TestExtractsRefuseWhatIsNoIndicatorOfTheirs(t *testing.T) {
	for _, id := range []string{"", "regk31", "regk31.3.22", "regk31.3.22.1", "xregk31.3.22.01", "regk31.3.22.01x", "folketal.", "folketal.16_6", "folketal.a", "folketal.6_16+", "folketal.130_140", "folketal_log"} {
		if extracts, others := danmark.Extracts([]string{id}); len(extracts) != 0 || len(others) != 1 {
			t.Errorf("%q: %v", id, extracts)
		}
	}
}

// Every account of the bundled figures has a place in the StatBank.
func TestExtractsKnowEveryBundledAccount(t *testing.T) {
	for _, ind := range danmark.Indicators() {
		extracts, _ := danmark.Extracts([]string{ind.ID})
		if found, want := len(extracts) == 1, ind.Publisher == "Danmarks Statistik, REGK31" || ind.ID == "folketal"; found != want {
			t.Errorf("%s, %s: found %v", ind.ID, ind.Publisher, found)
		}
	}
}

func TestExtractsOfTheOtherTables(t *testing.T) {
	extracts, others := danmark.Extracts([]string{"nglk.ÆLD", "budk32.0.22.01", "regk11.0", "regk11.X", "budk1.5", "nglk.SER", "nglk.XYZ", "regk11.9", "regk31.3.22.01[PRISENHED=LOBM]"})
	got := map[string][]string{}
	for _, e := range extracts {
		got[e.Table] = e.Select[1].Values
	}
	want := map[string][]string{"REGK31": {"32201"}, "NGLK": {"ÆLD", "SER"}, "BUDK32": {"2201"}, "REGK11": {"0", "X"}, "BUDK1": {"5"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("asked for (-want +got):\n%s", diff)
	}
	if len(others) != 2 {
		t.Errorf("others: %v", others)
	}
	for i, want := range map[int]string{0: "LOBM", 1: "INDL", 4: "AARPRIS"} {
		if prices := values(t, extracts[i], "PRISENHED"); !slices.Equal(prices, []string{want}) {
			t.Errorf("%s in %v", extracts[i].Table, prices)
		}
	}
}

// Values in brackets go before those that the plain IDs stand for, and of any
// table they say what to ask for.
func TestExtractsByValues(t *testing.T) {
	extracts, others := danmark.Extracts([]string{"regk31.3.22.01", "regk31.3.22.08[DRANST=3]", "REGK31[FUNKTION=2201,DRANST=1,ART=UE,PRISENHED=LOBM]", "folketal[KØN=1]", "BIB1[TYPE=1]", "bib1[TYPE=2,ART=3]", "udgift[a=b]", "BIB1[TYPE]", "BIB1", "x y[a=b]"})
	got := map[string]map[string][]string{}
	for _, e := range extracts {
		got[e.Table] = map[string][]string{}
		for _, s := range e.Select[1:] {
			got[e.Table][s.Variable] = s.Values
		}
		if e.LeaveOut != (e.Table == "BIB1") {
			t.Errorf("%s leaves out other variables: %v", e.Table, e.LeaveOut)
		}
	}
	if diff := cmp.Diff(map[string]map[string][]string{
		"REGK31": {"FUNKTION": {"32201", "32208", "2201"}, "DRANST": {"1", "3"}, "ART": {"TOT", "UE"}, "PRISENHED": {"INDL", "LOBM"}},
		"FOLK1A": {"KØN": {"1"}, "ALDER": {"IALT"}, "CIVILSTAND": {"TOT"}},
		"BIB1":   {"TYPE": {"1", "2"}, "ART": {"3"}},
	}, got); diff != "" {
		t.Errorf("asked for (-want +got):\n%s", diff)
	}
	if len(others) != 4 {
		t.Errorf("others: %v", others)
	}
}

func ExampleExtracts() {
	extracts, others := danmark.Extracts([]string{"regk31.3.22.01", "folketal.6_16", "trivsel"})
	for _, e := range extracts {
		fmt.Println(e.Table, e.Indicators)
	}
	for _, ind := range others {
		fmt.Println(ind.ID, "is from", ind.Publisher)
	}
	// Output:
	// REGK31 [regk31.3.22.01]
	// FOLK1A [folketal.6_16]
	// trivsel is from Børne- og Undervisningsministeriet, skoleåret 2024/25
}
