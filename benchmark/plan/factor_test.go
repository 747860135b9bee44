package plan_test

import (
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
)

// Figures that the reader brought to kroner must not be multiplied again.
func TestFactorOfFiguresInKroner(t *testing.T) {
	b := &dataset.Builder{}
	b.AddIndicator(dataset.Indicator{ID: "kr", Unit: "kr.", UnitGiven: "1.000 kr."})
	b.Set("1", 2024, "kr", 1000)
	b.Set("1", 2024, "people", 10)
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	p := plan.Plan{Areas: []plan.Area{{ID: "a", Spending: []string{"kr"}, SpendingFactor: 1000, Per: []string{"people"}, Drivers: []string{"people"}}}}
	if err := p.Check(d); err == nil || !strings.Contains(err.Error(), "key 'area.spending_factor': the figures 'kr' are given in '1.000 kr.' and already brought to 'kr.'. Remove spending_factor.") {
		t.Errorf("the error is %v", err)
	}
	p.Areas[0].SpendingFactor = 1
	if err := p.Check(d); err != nil {
		t.Errorf("a factor of 1: %v", err)
	}
}

// The Danish decimal comma in a plan is told with what to write.
func TestDecimalCommaInAPlan(t *testing.T) {
	_, err := plan.Parse("my.toml", []byte("title = \"x\"\n[prices]\nindex = { 2023 = 116,1 }\n"))
	if err == nil || err.Error() != "my.toml, line 3: '116,1' is not a number in TOML. Write 116.1, with a point." {
		t.Errorf("the error is %v", err)
	}
}
