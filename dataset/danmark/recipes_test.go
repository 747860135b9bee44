package danmark_test

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// Everything that the default plan uses and Statistics Denmark publishes is fetched.
func TestPlanIsFetched(t *testing.T) {
	plan := danmark.DefaultPlan(lang.Danish)
	_, others, err := danmark.Extracts(plan.Indicators())
	if err != nil {
		t.Fatal(err)
	}
	recipes, others := danmark.Recipes(others)
	if len(recipes) < 15 {
		t.Errorf("%d recipes", len(recipes))
	}
	for _, ind := range others {
		if !strings.HasPrefix(ind.Publisher, "Børne- og Undervisningsministeriet") {
			t.Errorf("%s (%s) is not fetched", ind.ID, ind.Publisher)
		}
		if address := danmark.FindAddress(ind.Publisher); address != "uddannelsesstatistik.dk" {
			t.Errorf("%s is to be had at %q", ind.ID, address)
		}
	}
	for _, d := range plan.Definitions {
		for _, id := range slices.Concat(d.Of, d.Per) {
			if slices.ContainsFunc(others, func(ind dataset.Indicator) bool { return ind.ID == id }) {
				t.Errorf("the driver %s needs %s, which is not fetched", d.ID, id)
			}
		}
	}
}

// Every recipe is of a bundled indicator, whose description names its unit, and all recipes
// of a table name the same variables, for they are fetched in one file.
func TestRecipes(t *testing.T) {
	recipes, _ := danmark.Recipes(danmark.Indicators())
	variables := map[string][]string{}
	for _, r := range recipes {
		for _, part := range [][]danmark.Selection{r.Of, r.Per} {
			if r.PerTable != r.Table && len(part) == 0 {
				continue
			}
			var names []string
			for _, s := range part {
				names = append(names, s.Variable)
				if len(s.Values) == 0 || slices.Contains(s.Values, "") {
					t.Errorf("%s selects nothing of %s", r.Indicator, s.Variable)
				}
			}
			slices.Sort(names)
			if before, ok := variables[r.Table]; ok && !slices.Equal(before, names) {
				t.Errorf("%s of %s names %v, another %v", r.Indicator, r.Table, names, before)
			}
			variables[r.Table] = names
		}
		if r.Factor <= 0 || r.Factor != 1 && r.PerTable == "" {
			t.Errorf("%s has the factor %v", r.Indicator, r.Factor)
		}
	}
	text := map[string]string{}
	for _, r := range recipes {
		text[r.Indicator] = r.String()
	}
	for id, want := range map[string]string{
		"kun_grundskole_25_29": "100 × HFUDD11[HFUDD=H10, ALDER=25-29] / HFUDD11[ALDER=25-29]",
		"foertidspension":      "100 × AUK01[YDELSESTYPE=FP+TP] / FOLK1A",
		"hjemmesygepleje":      "1000 × HJEMSYG / FOLK1A",
		"fremskrivning.80+":    "FRKM1[ALDER=>=80]",
	} {
		if text[id] != want {
			t.Errorf("%s is %q, want %q", id, text[id], want)
		}
	}
}

// The variables and codes of recipes are those that a list of the StatBank's tables has. Of the
// tables that are not in it, none is known.
func TestRecipesHoldTheTables(t *testing.T) {
	file, err := os.Open("../../../shared/data/danmark2/statbank_koder.csv")
	if err != nil {
		t.Skip(err)
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.Comma, r.LazyQuotes = ';', true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	words := map[string][]string{} // of each table, whatever they are
	for _, row := range rows {
		cut := func(c rune) bool { return strings.ContainsRune(" =:,;()", c) }
		words[row[0]] = append(words[row[0]], strings.FieldsFunc(strings.Join(row[1:], " "), cut)...)
	}
	recipes, _ := danmark.Recipes(danmark.Indicators())
	var notListed []string
	for _, r := range recipes {
		known := words[r.Table]
		if r.Renamed {
			known = words["FRKM126"]
		}
		if known == nil {
			notListed = append(notListed, r.Table)
			continue
		}
		for _, s := range slices.Concat(r.Of, r.Per) {
			if !s.Optional && !slices.Contains(known, s.Variable) {
				t.Errorf("%s has no variable %s", r.Table, s.Variable)
			}
		}
	}
	slices.Sort(notListed)
	if want := []string{"HJEMSYG", "LABY07", "RAS200"}; !slices.Equal(slices.Compact(notListed), want) {
		t.Errorf("the tables %v are not in the list, want %v", notListed, want)
	}
}
