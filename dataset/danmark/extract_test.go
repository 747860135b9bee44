package danmark_test

import (
	"fmt"
	"slices"
	"strings"
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
	extracts, others, _ := danmark.Extracts([]string{"regk31.3.22.01", "folketal", "regk31.0.28.20", "folketal.6_8", "folketal.99+", "folketal.7", "areal", "min_egen", "regk31.3.22.01"})
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
		if extracts, others, _ := danmark.Extracts([]string{id}); len(extracts) != 0 || len(others) != 1 {
			t.Errorf("%q: %v", id, extracts)
		}
	}
}

// Every account of the bundled figures has a place in the StatBank.
func TestExtractsKnowEveryBundledAccount(t *testing.T) {
	for _, ind := range danmark.Indicators() {
		extracts, _, _ := danmark.Extracts([]string{ind.ID})
		table := strings.HasPrefix(ind.ID, "regk31.") || strings.HasPrefix(ind.ID, "nglk.")
		population := ind.ID == "folketal" || strings.HasPrefix(ind.ID, "folketal.")
		if found, want := len(extracts) == 1, table || population; found != want {
			t.Errorf("%s, %s: found %v", ind.ID, ind.Publisher, found)
		}
	}
}

func TestExtractsOfTheOtherTables(t *testing.T) {
	extracts, others, _ := danmark.Extracts([]string{"nglk.ÆLD", "budk32.0.22.01", "regk11.0", "regk11.X", "budk1.5", "nglk.SER", "nglk.XYZ", "regk11.9", "regk31.3.22.01[PRISENHED=LOBM]"})
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
	extracts, others, _ := danmark.Extracts([]string{"regk31.3.22.01", "regk31.3.22.08[DRANST=3]", "REGK31[FUNKTION=2201,DRANST=1,ART=UE,PRISENHED=LOBM]", "folketal[KØN=1]", "BIB1[TYPE=1,ART=2]", "bib1[TYPE=2,ART=3]", "udgift[a=b]", "BIB1[TYPE]", "BIB1", "x y[a=b]"})
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
		"BIB1":   {"TYPE": {"1", "2"}, "ART": {"2", "3"}},
	}, got); diff != "" {
		t.Errorf("asked for (-want +got):\n%s", diff)
	}
	if len(others) != 4 {
		t.Errorf("others: %v", others)
	}
}

// What could not be used when it is there is not fetched, and why is said.
func TestExtractsRefuseWhatCannotBeUsed(t *testing.T) {
	for _, c := range []struct {
		ids  []string
		want string
		left int // indicators that are fetched in any case
	}{
		{[]string{"regk31.3.22.01[FUNKTION=32202]", "folketal"}, "'regk31.3.22.01[FUNKTION=32202]' says FUNKTION both before and in the brackets. Say it only before, as in 'regk31.3.22.01'.", 1},
		{[]string{"folketal[alder=6]"}, "'folketal[alder=6]' says ALDER both before and in the brackets. Say it only before, as in 'folketal.6_16'.", 0},
		{[]string{"BIB1[TYPE=1,TYPE=2]"}, "'BIB1[TYPE=1,TYPE=2]' names TYPE twice. Write an indicator for each value, and name both where they are to be added up.", 0},
		{[]string{"regk31.3.22.01[DRANST=1,dranst=3]"}, "'regk31.3.22.01[DRANST=1,dranst=3]' names DRANST twice.", 0},
		{[]string{"BIB1[TYPE=1]", "BIB1[TYPE=2,ART=1]"}, "'BIB1[TYPE=1]' and 'BIB1[TYPE=2,ART=1]' do not name the same variables of BIB1, and they are fetched in one file. Name the same in both, with the value of the total where all are meant.", 2},
		{[]string{"regk31.3.22.01", "REGK31[FUNKTION=32201]"}, "'regk31.3.22.01' and 'REGK31[FUNKTION=32201]' are the same. Write it the same way in both places of the plan.", 2},
		{[]string{"regk31.3.22.01[ART=1,DRANST=3]", "regk31.3.22.01[dranst=3,art=1]"}, "are the same.", 2},
		{[]string{"BIB1[TYPE=1,ART=2]", "bib1[ART=2,TYPE=1]"}, "are the same.", 2},
	} {
		extracts, _, err := danmark.Extracts(c.ids)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: the error is %v, want %q", c.ids, err, c.want)
		}
		left := 0
		for _, e := range extracts {
			left += len(e.Indicators)
		}
		if left != c.left {
			t.Errorf("%v: %d indicators are left, want %d", c.ids, left, c.left)
		}
	}
	extracts, others, err := danmark.Extracts([]string{"regk31.3.22.01", "regk31.3.22.01", "regk31.3.22.01[DRANST=3]", "BIB1[TYPE=1,ART=2]", "BIB1[ART=2,TYPE=2]", "BIB2[TYPE=1]"})
	if err != nil || len(extracts) != 3 || len(others) != 0 {
		t.Errorf("extracts %v, others %v, error %v", extracts, others, err)
	}
}

func ExampleExtracts() {
	extracts, others, err := danmark.Extracts([]string{"regk31.3.22.01", "folketal.6_16", "trivsel"})
	if err != nil {
		fmt.Println(err)
	}
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
