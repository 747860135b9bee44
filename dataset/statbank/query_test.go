package statbank_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/dataset/statbank"
)

// askTable returns the description of a table of the stand-in.
func askTable(t *testing.T, id string) (table *statbank.Table) {
	t.Helper()
	run(t, func(t *testing.T, b *bench) {
		var err error
		if table, err = b.client.Table(t.Context(), id); err != nil {
			t.Fatal(err)
		}
	})
	return table
}

func TestQueryAsksForTheWantedAlone(t *testing.T) {
	q, err := askTable(t, "REGK31").Query(accounts())
	if err != nil {
		t.Fatal(err)
	}
	want := []statbank.Part{
		// Neither the country, the region nor the group.
		{Code: "OMRÅDE", Values: []string{"101", "147", "751"}},
		{Code: "FUNKTION", Values: []string{"2820", "32201"}},
		{Code: "DRANST", Values: []string{"1"}},
		{Code: "ART", Values: []string{"TOT"}},
		{Code: "PRISENHED", Values: []string{"INDL"}},
		{Code: "Tid", Values: []string{"2023", "2024"}},
	}
	if diff := cmp.Diff(want, q.Variables); diff != "" {
		t.Error(diff)
	}
	if q.Cells() != 12 || q.Format != "CSV" {
		t.Errorf("%d cells as %s", q.Cells(), q.Format)
	}
}

// TestQueryMayLack: what the table lacks is passed over and told if the selection allows it,
// unless the table lacks all.
func TestQueryMayLack(t *testing.T) {
	table, r := askTable(t, "REGK31"), accounts()
	for i := range r.Select {
		if r.Select[i].Variable == "FUNKTION" {
			r.Select[i].Values = []string{"99998", "32201", "99999"}
			r.Select[i].MayLack = true
		}
	}
	q, err := table.Query(r)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]statbank.Part{{Code: "FUNKTION", Values: []string{"99998", "99999"}}}, q.Lacks); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"32201"}, q.Variables[1].Values); diff != "" {
		t.Error(diff)
	}
	for i := range r.Select {
		if r.Select[i].Variable == "FUNKTION" {
			r.Select[i].Values = []string{"99998", "99999"}
		}
	}
	if _, err := table.Query(r); err == nil {
		t.Error("a table that lacks all values is asked")
	}
}

func TestQueryOfQuartersAgesAndTotals(t *testing.T) {
	folk := askTable(t, "FOLK1A")
	q, err := folk.Query(statbank.Request{
		Table: "FOLK1A", Years: []int{2021, 2023}, Period: "K1",
		Select: []statbank.Selection{
			{Values: []string{"101", "751"}},
			{Variable: "alder", Values: []string{"IALT", "6", ">=124"}},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []statbank.Part{
		{Code: "OMRÅDE", Values: []string{"101", "751"}},
		{Code: "KØN", Values: []string{"TOT"}},
		{Code: "ALDER", Values: []string{"IALT", "6", "124", "125"}},
		{Code: "CIVILSTAND", Values: []string{"TOT"}},
		{Code: "Tid", Values: []string{"2021K1", "2023K1"}},
	}
	if diff := cmp.Diff(want, q.Variables); diff != "" {
		t.Error(diff)
	}
	q, err = folk.Query(statbank.Request{
		Table: "FOLK1A", Years: []int{2024},
		Select: []statbank.Selection{{Values: []string{"101"}}},
	})
	if err != nil || len(q.Variables[4].Values) != 4 {
		t.Errorf("all quarters: %v, %v", q, err)
	}
}

func TestQueryBeyondTheBound(t *testing.T) {
	folk := askTable(t, "FOLK1A")
	for i := range folk.Variables[0].Values { // 3 genders × 127 ages × 24 quarters × 7 areas
		folk.Variables[0].Values[i].Text = ""
	}
	years := []int{2019, 2020, 2021, 2022, 2023, 2024}
	everything := func(v statbank.Variable) statbank.Selection {
		s := statbank.Selection{Variable: v.ID}
		for _, value := range v.Values {
			s.Values = append(s.Values, value.ID)
		}
		return s
	}
	r := statbank.Request{Table: "FOLK1A", Years: years}
	for _, v := range folk.Variables[:4] {
		r.Select = append(r.Select, everything(v))
	}
	if q, err := folk.Query(r); err != nil || q.Format != "CSV" || q.Cells() != 6*3*127*3*24 {
		t.Fatalf("%v, %v", q, err)
	}
	for range 11 { // more areas
		for _, digit := range "0123456789" {
			id := "9" + strings.Repeat(string(digit), 2+len(folk.Variables[0].Values))
			folk.Variables[0].Values = append(folk.Variables[0].Values, statbank.Value{ID: id})
		}
	}
	r.Select[0] = everything(folk.Variables[0])
	if q, err := folk.Query(r); err != nil || q.Format != "BULK" {
		t.Errorf("%v", err)
	}
	folk.Variables[3].Values = folk.Variables[3].Values[1:] // no total
	r.Select = r.Select[:3]
	_, err := folk.Query(r)
	wantError(t, err, statbank.UnknownValue)
	wantWords(t, err, []string{"CIVILSTAND", "U og G"}, []string{"CIVILSTAND", "U and G"})
}

func TestQueryNamesWhatTheTableLacks(t *testing.T) {
	regk, folk := askTable(t, "REGK31"), askTable(t, "FOLK1A")
	choose := func(variable string, values ...string) statbank.Selection {
		return statbank.Selection{Variable: variable, Values: values}
	}
	const (
		noVariable = statbank.UnknownVariable
		noValue    = statbank.UnknownValue
		noYear     = statbank.UnknownYear
	)
	for _, c := range []struct {
		name     string
		table    *statbank.Table
		change   func(r *statbank.Request)
		kind     statbank.Kind
		variable string
		da, en   []string
	}{
		{
			"a variable", regk,
			func(r *statbank.Request) { r.Select[1].Variable = "FUNKTON" }, noVariable, "FUNKTON",
			[]string{
				"ingen variabel 'FUNKTON'. Mente du 'FUNKTION'? Den har OMRÅDE, FUNKTION,",
				"/v1/tableinfo",
			},
			[]string{"no variable 'FUNKTON'. Did you mean 'FUNKTION'? It has"},
		},
		{
			"a variable that goes by another name", folk,
			func(r *statbank.Request) {
				r.Select = []statbank.Selection{choose("KOMMUNEDK", "101", "751")}
			}, noVariable, "KOMMUNEDK",
			[]string{"Mente du 'OMRÅDE'?"},
			[]string{"Did you mean 'OMRÅDE'?"},
		},
		{
			"the municipalities by name", regk,
			func(r *statbank.Request) { r.Select = append(r.Select, choose("område", "101")) },
			noVariable, "område",
			[]string{"'område' er tabellens kommuner, og de hentes alle. " +
				"Tag variablen ud af de kantede parenteser."},
			[]string{"'område' is the table's municipalities, and all of them are fetched. " +
				"Take the variable out of the brackets."},
		},
		{
			"the time", regk,
			func(r *statbank.Request) { r.Select = append(r.Select, choose("TID", "2024")) },
			noVariable, "TID",
			[]string{"'TID' er tabellens tid, og den vælges med --year. " +
				"Tag variablen ud af de kantede parenteser."},
			[]string{"'TID' is the table's time, which is chosen by --year. " +
				"Take the variable out of the brackets."},
		},
		{
			"a value", regk,
			func(r *statbank.Request) { r.Select[1].Values = []string{"32202"} },
			noValue, "FUNKTION",
			[]string{
				"REGK31",
				"variablen 'FUNKTION' har ingen værdi '32202'. Mente du '32201 Funktion 32201'",
			},
			[]string{
				"the variable 'FUNKTION' has no value '32202'. Did you mean '32201 Funktion 32201'",
			},
		},
		{
			"many values", regk,
			func(r *statbank.Request) {
				r.Select[1].Values = strings.Split("1111 1112 1113 1114 1115 1116 1117", " ")
			}, noValue, "FUNKTION",
			[]string{"'1115'", "mangler flere værdier (antal: 2)"},
			[]string{"'1115'", "lacks more values (number: 2)"},
		},
		{
			"a bound nobody reaches", folk,
			func(r *statbank.Request) {
				r.Select = []statbank.Selection{r.Select[0], choose("ALDER", ">=126")}
			}, noValue, "ALDER",
			[]string{"ingen værdi af variablen 'ALDER' er '>=126'"},
			[]string{"no value of the variable 'ALDER' is '>=126'"},
		},
		{
			"the places", regk,
			func(r *statbank.Request) { r.Select[0].Values = []string{"801", "803", "805"} },
			noVariable, "",
			[]string{"ingen variabel har værdier som '801' og '805'", "PRISENHED og Tid"},
			[]string{"no variable has values such as '801' and '805'"},
		},
		{
			"a year", regk,
			func(r *statbank.Request) { r.Years = []int{2024, 2030} }, noYear, "Tid",
			[]string{"tabellen har ikke 2030. Den har 2019 til 2024"},
			[]string{"the table does not have 2030. It has 2019 to 2024"},
		},
		{
			"years", regk,
			func(r *statbank.Request) { r.Years = []int{2018, 2024, 2025} }, noYear, "Tid",
			[]string{"tabellen har ikke 2018 og 2025."},
			[]string{"the table does not have 2018 and 2025."},
		},
		{
			"a quarter", folk,
			func(r *statbank.Request) { r.Select, r.Period = r.Select[:1], "K5" }, noYear, "Tid",
			[]string{"har ikke 2023K5 og 2024K5. Den har 2019K1 til 2024K4"},
			[]string{"does not have 2023K5 and 2024K5"},
		},
		{
			"years at all", regk,
			func(r *statbank.Request) { r.Years = nil }, noYear, "Tid",
			[]string{"nævner ingen år"},
			[]string{"names no years"},
		},
		{
			"a selection where there is no total", regk,
			func(r *statbank.Request) { r.Select = r.Select[:4] }, noValue, "PRISENHED",
			[]string{"'PRISENHED' kan hverken lægges sammen eller udelades", "LOBM og INDL"},
			[]string{"'PRISENHED' can neither be totalled nor left out"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := accounts()
			c.change(&r)
			q, err := c.table.Query(r)
			if e := wantError(t, err, c.kind); e.Variable != c.variable || q != nil {
				t.Errorf("variable %q, want %q; query %v", e.Variable, c.variable, q)
			}
			wantWords(t, err, c.da, c.en)
		})
	}
}

func TestQueryTellsAllAtOnce(t *testing.T) {
	r := accounts()
	r.Years = []int{1999}
	r.Select[1].Values = []string{"99999"}
	r.Select[2].Variable = "DRIFT"
	_, err := askTable(t, "REGK31").Query(r)
	errs, ok := err.(statbank.Errors)
	if !ok || len(errs) != 3 {
		t.Errorf("got %v", err)
	}
}
