package dataset_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/internal/longtest"
)

// mutate changes rows and columns of a good table as people and programs do by mistake: it
// moves, swaps, repeats and cuts them off. It returns what it did.
func mutate(r *rand.Rand, rows [][]string) string {
	row, other := 1+r.IntN(len(rows)-1), 1+r.IntN(len(rows)-1)
	column, beside := r.IntN(len(rows[0])), r.IntN(len(rows[0]))
	switch r.IntN(6) {
	case 0:
		rows[row] = slices.Insert(slices.Clone(rows[row]), column, "")
		return "a row is shifted right"
	case 1:
		rows[row] = slices.Delete(slices.Clone(rows[row]), column, column+1)
		return "a row is shifted left"
	case 2:
		rows[row], rows[other] = rows[other], rows[row]
		return "two rows are swapped"
	case 3:
		for i := range rows {
			rows[i][column], rows[i][beside] = rows[i][beside], rows[i][column]
		}
		return "two columns are swapped"
	case 4:
		rows[row] = slices.Clone(rows[other])
		return "a row stands in place of another"
	}
	rows[row], rows[0] = rows[0], rows[row]
	return "the header stands among the rows"
}

// TestMutants holds that a changed file has the same figures, or that something is said.
// What cannot be seen is a place that is missing, where another row stands twice.
func TestMutants(t *testing.T) {
	good := [][]string{{"kommune", "2021", "2022", "2023"}, {"Viborg", "101", "102", "103"},
		{"Odense", "201", "202", "203"}, {"Aarhus", "301", "302", "303"},
		{"Vejle", "401", "402", "403"}}
	join := func(rows [][]string) string {
		var b strings.Builder
		for _, row := range rows {
			b.WriteString(strings.Join(row, ";") + "\n")
		}
		return b.String()
	}
	figures := func(d *dataset.Dataset) string {
		var list []string
		for _, m := range d.Municipalities() {
			for year := 2021; year <= 2023; year++ {
				list = append(list, fmt.Sprint(m.Code, year, d.Value(m.Code, year, "fil")))
			}
		}
		slices.Sort(list)
		return strings.Join(list, " ")
	}
	same, _, _ := readAll(t, danish, dataset.Bytes("fil.csv", []byte(join(good))))
	n := 200
	if longtest.Wanted() {
		n = 10_000
	}
	silent := map[string]int{}
	r := rand.New(rand.NewPCG(1, 2))
	for range n {
		rows := make([][]string, len(good))
		for i := range good {
			rows[i] = slices.Clone(good[i])
		}
		did := mutate(r, rows)
		d, errs, warnings := readAll(t, danish, dataset.Bytes("fil.csv", []byte(join(rows))))
		if len(errs)+len(warnings) == 0 && figures(d) != figures(same) {
			if silent[did]++; silent[did] == 1 {
				t.Logf("silent: %s\n%s", did, join(rows))
			}
		}
	}
	t.Logf("silent changes of %d: %v", n, silent)
	for did := range silent {
		t.Errorf("%s, and nothing is said", did)
	}
}
