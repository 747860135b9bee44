package benchmark_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/lang"
)

// homes is a country with two services that are compared one by one and together. In town i
// posted[i] of every inhabitant's kr. of the second is posted in the first, and extra[i] kr.
// more is spent on the first.
func homes(posted, extra map[int]float64) *sample {
	s := country(60, 7)
	people := s.columns["people"]
	s.columns["help"] = s.each(func(i int) float64 {
		noise := 100 * math.Sin(float64(7*i))
		return people[i] * (2_000 + noise + posted[i] + extra[i])
	})
	s.columns["nursing"] = s.each(func(i int) float64 {
		return people[i] * (1_000 + 40*math.Cos(float64(5*i)) - posted[i])
	})
	return s
}

func homesPlan() plan.Plan {
	area := func(id string, spending ...string) plan.Area {
		return plan.Area{ID: id, Name: strings.ToUpper(id), Spending: spending, Per: []string{"people"}, Unit: "kr."}
	}
	return plan.Plan{
		Register: "none", Drivers: []string{"age"}, Materiality: new(100_000.0), Estimator: plan.Clean,
		Areas: []plan.Area{area("nursing", "nursing"), area("both", "help", "nursing"), area("help", "help")},
	}
}

// TestPosting plants spending that is posted in a sibling, spending that is more than expected,
// and both.
func TestPosting(t *testing.T) {
	posted := map[int]float64{3: 1_000, 8: 700, 20: 1_000}
	extra := map[int]float64{5: 1_000, 20: 1_500}
	s := homes(posted, extra)
	r := run(t, s.dataset(t), homesPlan())
	grades := map[string]benchmark.Grade{}
	var probably []string
	for row := range r.Rows() {
		key := row.Area + " " + row.Name
		grades[key] = row.Grade
		if row.Grade == benchmark.Posting {
			probably = append(probably, key)
			if len(row.Postings) != 1 || row.Postings[0].Area != "nursing" || row.Postings[0].DifferenceKr >= 0 {
				t.Errorf("%s: %+v", key, row.Postings)
			}
			said := r.ExplainPosting(&row).In(lang.English)
			if !strings.Contains(said, "NURSING") || !strings.Contains(said, "BOTH") {
				t.Error(said)
			}
		} else if row.Candidate && r.ExplainPosting(&row) != nil {
			t.Errorf("%s is a candidate, and posting", key)
		}
	}
	if diff := cmp.Diff([]string{"help Town 104", "help Town 109"}, probably); diff != "" {
		t.Errorf("probably posting (-want +got):\n%s", diff)
	}
	if grades["nursing Town 104"] != benchmark.Low {
		t.Errorf("the sibling is %q", grades["nursing Town 104"])
	}
	for _, key := range []string{"help Town 106", "both Town 106", "help Town 121", "both Town 121"} {
		if !grades[key].Above() {
			t.Errorf("%s is %q", key, grades[key])
		}
	}
	strongest, _ := r.Strongest(100)
	for _, row := range strongest {
		if !row.Candidate {
			t.Errorf("%s in %s is %q among the candidates", row.Area, row.Name, row.Grade)
		}
	}
	one, _ := r.OnlyAreas("help")
	for row := range one.Rows() {
		if row.Grade != grades["help "+row.Name] {
			t.Errorf("%s alone is %q", row.Name, row.Grade)
		}
	}
}

// TestPostingInNaestved: in 2024 home nursing there is 0 and home help 91 per cent above.
func TestPostingInNaestved(t *testing.T) {
	one, _ := bundled(t).Only("Næstved")
	for row := range one.Rows() {
		switch row.Area {
		case "aeldre_frit_valg":
			if row.Grade != benchmark.Posting || row.Postings[0].Area != "hjemmesygepleje" {
				t.Errorf("help is %q, %+v", row.Grade, row.Postings)
			}
		case "hjemmesygepleje":
			if row.Grade != benchmark.Low || row.Postings[0].Area != "aeldre_frit_valg" {
				t.Errorf("nursing is %q, %+v", row.Grade, row.Postings)
			}
		default:
			if len(row.Postings) > 0 {
				t.Errorf("%s: %+v", row.Area, row.Postings)
			}
		}
	}
}

// TestCountedOnce: of areas that have an account in common one is added up, whichever way they
// stand, and the other is told.
func TestCountedOnce(t *testing.T) {
	s := homes(nil, nil)
	p := homesPlan()
	p.Areas = append(p.Areas,
		plan.Area{ID: "mixed", Spending: []string{"nursing", "kr"}, Per: []string{"people"}},
		plan.Area{ID: "pupils", Spending: []string{"other"}, Per: []string{"pupils"}},
		plan.Area{ID: "rest", Spending: []string{"other"}, Per: []string{"people"}})
	check := func(want ...string) {
		t.Helper()
		r := run(t, s.dataset(t), p)
		var order, told []string
		for _, m := range r.Models {
			order = append(order, m.Area)
		}
		if k := slices.Index(order, "both"); order[k+1] != "nursing" && order[k+1] != "help" {
			t.Errorf("the areas stand as %v", order)
		}
		for _, w := range r.Warnings {
			if w.Code == benchmark.SharedAccounts {
				told = append(told, w.Area)
			}
		}
		if diff := cmp.Diff(want, told); diff != "" {
			t.Errorf("not added up (-want +got):\n%s", diff)
		}
		one, _ := r.Only("101")
		sum := 0.0
		for row := range one.Rows() {
			m := one.Model(row.Area)
			if m.PartOf == "" && m.SharedWith == "" {
				sum += row.Difference.Kr
			}
		}
		if got := one.Totals().Service; got.NetKr != sum || got.Areas != 2 {
			t.Errorf("added up %v of %d areas, want %v of 2", got.NetKr, got.Areas, sum)
		}
		if o := one.Overall(); o.Areas != 2 || math.Abs(o.Difference.Kr-sum) > 1 {
			t.Errorf("overall %v of %d, want %v", o.Difference.Kr, o.Areas, sum)
		}
	}
	check("mixed", "rest")
	slices.Reverse(p.Areas)
	check("pupils", "both")
}
