package statbank_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/dataset/statbank"
)

// fetchFor fetches a request of the year 2024 in the bench's places, and reads it.
func fetchFor(t *testing.T, b *bench, r statbank.Request) *statbank.Figures {
	t.Helper()
	places := []string{"101", "147"}
	r.Years = append(r.Years, 2024)
	r.Select = append(r.Select, statbank.Selection{Values: places})
	file, err := b.client.Fetch(t.Context(), t.TempDir(), r, false)
	if err != nil {
		t.Fatal(err)
	}
	figures, err := statbank.ReadFigures(file, places)
	if err != nil {
		t.Fatal(err)
	}
	return figures
}

// A sum is of the cells that are named. Where one of them is missing, there is none; a dash
// is nil, which is a figure.
func TestSum(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		b.Figure = func(_ string, at map[string]string) (string, bool) {
			figure := map[string]string{"10": "1,5", "20": "-", "30": "4", "41": "8", "SK": "16", "UOP2": "32"}[at["EJER"]]
			if at["OMRÅDE"] == "147" && at["EJER"] == "41" {
				figure = ".."
			}
			return figure, true
		}
		figures := fetchFor(t, b, statbank.Request{Table: "BOL101", LeaveOut: true, Select: []statbank.Selection{
			{Variable: "BEBO", Values: []string{"1000"}}, {Variable: "EJER", Values: []string{"20", "*"}},
			{Variable: "UDLFORH", Values: []string{"*"}}, {Variable: "NOGET", Values: []string{"1"}, Optional: true},
		}})
		sum := func(values ...string) statbank.Yearly {
			return figures.Sum([]statbank.Selection{{Variable: "EJER", Values: values}})
		}
		all := sum("*")
		for _, c := range []struct {
			name      string
			got, want statbank.Yearly
		}{
			{"one", sum("30"), statbank.Yearly{"101": {2024: 4}, "147": {2024: 4}}},
			{"nil", sum("20"), statbank.Yearly{"101": {2024: 0}, "147": {2024: 0}}},
			{"all, of which one is missing", all, statbank.Yearly{"101": {2024: 61.5}}},
			{"the largest", sum(">=30"), statbank.Yearly{"101": {2024: 12}}},
			{"a share", sum("30").Divide(all, 100), statbank.Yearly{"101": {2024: 400 / 61.5}}},
			{"of nothing", all.Divide(sum("20"), 1), statbank.Yearly{}},
			{"what is not in the file", sum("99"), statbank.Yearly{}},
		} {
			if diff := cmp.Diff(c.want, c.got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.name, diff)
			}
		}
	})
}

// "*" is the total where there is one, also one that only its words tell.
func TestTotals(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		b.Figure = func(_ string, at map[string]string) (string, bool) {
			return map[string]string{"00": "9", "10": "5"}[at["HERKOMST"]], true
		}
		r := statbank.Request{Table: "RAS200", Select: []statbank.Selection{
			{Variable: "BEREGNING", Values: []string{"BFK"}}, {Variable: "ALDER", Values: []string{"16-64"}},
		}}
		want := statbank.Yearly{"101": {2024: 9}, "147": {2024: 9}}
		if diff := cmp.Diff(want, fetchFor(t, b, r).Sum(nil)); diff != "" {
			t.Errorf("a variable that is not named (-want +got):\n%s", diff)
		}
		r.Select = append(r.Select, statbank.Selection{Variable: "HERKOMST", Values: []string{"10", "*"}})
		all := []statbank.Selection{{Variable: "HERKOMST", Values: []string{"*"}}}
		if diff := cmp.Diff(want, fetchFor(t, b, r).Sum(all)); diff != "" {
			t.Errorf("beside one of its parts (-want +got):\n%s", diff)
		}
	})
}

// Where the last year is lacking, the latest whole year before it is asked for.
func TestLatest(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		months := &b.Tables["AUP02"].Variables[3]
		months.Values = months.Values[:len(months.Values)-1] // without 2024M12
		b.Figure = func(_ string, at map[string]string) (string, bool) { return at["TID"][5:], true }
		figures := fetchFor(t, b, statbank.Request{Table: "AUP02", Years: []int{2021}, Latest: true})
		want := map[int]float64{2021: 6.5, 2023: 6.5}
		if diff := cmp.Diff(want, figures.Sum(nil)["101"]); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
	})
}
