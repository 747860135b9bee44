package dataset_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
)

func TestBuilderGathersFigures(t *testing.T) {
	var b dataset.Builder
	b.Set("2", 2024, "a", 21)
	b.Set("1", 2024, "a", 11)
	b.Set("2", 2022, "a", math.NaN())
	b.Set("3", 2022, "b", -1.5)
	b.Set("2", 2022, "b", 0)
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	wantFigures(t, d, map[figure]float64{
		{"2", 2024, "a"}: 21, {"1", 2024, "a"}: 11, {"3", 2022, "b"}: -1.5, {"2", 2022, "b"}: 0,
	})
	if diff := cmp.Diff([]int{2022, 2024}, d.Years()); diff != "" {
		t.Errorf("years (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]dataset.Municipality{{Code: "2", Name: "2"}, {Code: "1", Name: "1"}, {Code: "3", Name: "3"}}, d.Municipalities()); diff != "" {
		t.Errorf("municipalities, in the order they were met (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]dataset.Indicator{{ID: "a", Name: "a"}, {ID: "b", Name: "b"}}, d.Indicators()); diff != "" {
		t.Errorf("indicators (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]float64{21, 11, math.NaN()}, d.Column("a", 2024), cmpopts.EquateNaNs()); diff != "" {
		t.Errorf("a column has a place for each municipality (-want +got):\n%s", diff)
	}
	if c := d.Column("a", 2022); c != nil {
		t.Errorf("a column of nothing but missing figures is %v, want nil", c)
	}
	if len(d.Warnings()) != 0 || len(d.Tables()) != 0 {
		t.Errorf("warnings %v and tables %v, want none", d.Warnings(), d.Tables())
	}
}

func TestBuilderOfNothing(t *testing.T) {
	d, err := new(dataset.Builder).Build()
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Municipalities())+len(d.Years())+len(d.Indicators()) != 0 {
		t.Errorf("nothing gives %v, %v, %v", d.Municipalities(), d.Years(), d.Indicators())
	}
	if !math.IsNaN(d.Value("1", 2024, "a")) {
		t.Error("nothing has a value")
	}
}

func TestBuilderTakesDescriptions(t *testing.T) {
	before := dataset.Municipality{Code: "1", Name: "Korsbæk", Region: "Øst", Group: "By", Atypical: true}
	after := dataset.Indicator{ID: "b", Name: "Antal", Unit: "stk.", Note: "n"}
	var b dataset.Builder
	b.AddMunicipality(before)
	b.AddIndicator(dataset.Indicator{ID: "a"})
	b.Set("1", 2024, "a", 1)
	b.Set("2", 2024, "b", 2)
	b.AddMunicipality(dataset.Municipality{Code: "2"})
	b.AddIndicator(after)
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]dataset.Municipality{before, {Code: "2", Name: "2"}}, d.Municipalities()); diff != "" {
		t.Errorf("municipalities (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]dataset.Indicator{{ID: "a", Name: "a"}, after}, d.Indicators()); diff != "" {
		t.Errorf("indicators (-want +got):\n%s", diff)
	}
	wantFigures(t, d, map[figure]float64{{"1", 2024, "a"}: 1, {"2", 2024, "b"}: 2})
}

func TestBuilderRefusesWhatContradictsAndWhatIsInfinite(t *testing.T) {
	var b dataset.Builder
	b.AddMunicipality(dataset.Municipality{Code: "1", Name: "Korsbæk"})
	b.Set("1", 2024, "a", 1.5)
	b.Set("1", 2024, "a", 2.5)
	b.Set("1", 2024, "b", math.Inf(1))
	b.Set("1", 2024, "b", math.Inf(-1))
	b.Set("1", 2024, "c", 7)
	d, err := b.Build()
	var errs dataset.Problems
	if !errors.As(err, &errs) {
		t.Fatalf("the error is %v, want Problems", err)
	}
	want := dataset.Problems{
		{Kind: dataset.ConflictingCell, Column: "a", Text: "2.5"},
		{Kind: dataset.Infinite, Column: "b", Text: "+Inf"},
		{Kind: dataset.Infinite, Column: "b", Text: "-Inf"},
	}
	if diff := cmp.Diff(want, errs, factsOnly); diff != "" {
		t.Fatalf("errors (-want +got):\n%s", diff)
	}
	if got, want := errs[0].Error(), "column 'a': Korsbæk, 2024, a stands twice with different values: 2.5 here and 1.5 in an earlier value. Remove one of them."; got != want {
		t.Errorf("in English\n%s\nwant\n%s", got, want)
	}
	if got, want := errs[1].In(lang.Danish), "kolonnen 'b': '+Inf' er uendeligt eller for stort til at være et tal. Ret det, eller skriv '..' hvor tallet mangler."; got != want {
		t.Errorf("in Danish\n%s\nwant\n%s", got, want)
	}
	wantFigures(t, d, map[figure]float64{{"1", 2024, "a"}: 1.5, {"1", 2024, "c"}: 7})
}

func TestBuilderWarnsOfARepeatedFigure(t *testing.T) {
	var b dataset.Builder
	b.Set("1", 2024, "a", 1.5)
	b.Set("1", 2024, "a", 1.5)
	b.Set("1", dataset.Undated, "b", math.NaN())
	b.Set("1", dataset.Undated, "b", 2)
	b.Set("1", 2024, "c", 3)
	b.Set("1", 2024, "c", math.NaN())
	b.Set("1", 2024, "d", math.NaN())
	b.Set("1", 2024, "d", math.NaN())
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	wantFigures(t, d, map[figure]float64{{"1", 2024, "a"}: 1.5, {"1", dataset.Undated, "b"}: 2, {"1", 2024, "c"}: 3})
	want := dataset.Problems{
		{Kind: dataset.RepeatedCell, Column: "a", Text: "1.5"},
		{Kind: dataset.RepeatedCell, Column: "b", Text: "2"},
		{Kind: dataset.RepeatedCell, Column: "c", Text: "NaN"},
		{Kind: dataset.RepeatedCell, Column: "d", Text: "NaN"},
	}
	if diff := cmp.Diff(want, d.Warnings(), factsOnly); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
	if got, want := d.Warnings()[1].In(lang.Danish), "kolonnen 'b': 1, uden år, b står også i en tidligere værdi, og kun det ene sted med et tal. Tallet er brugt."; got != want {
		t.Errorf("in Danish\n%s\nwant\n%s", got, want)
	}
}

func TestBuilderBoundsTheTable(t *testing.T) {
	if testing.Short() {
		t.Skip("asks for much memory where the bound does not hold")
	}
	// 20,000 municipalities × 2,600 indicators are 52 million cells, though
	// only 22,600 of them are set; the bound is 50 million.
	manyMunicipalities := func(b *dataset.Builder) {
		for m := range 20_000 {
			b.Set(strconv.Itoa(m), 2024, "0", 1)
		}
	}
	manyIndicators := func(b *dataset.Builder) {
		for i := range 2_600 {
			b.Set("0", 2024, strconv.Itoa(i+1), 1)
		}
	}
	orders := [][]func(*dataset.Builder){{manyIndicators, manyMunicipalities}}
	if longtest.Wanted() { // takes memory up to the bound
		orders = append(orders, []func(*dataset.Builder){manyMunicipalities, manyIndicators})
	}
	for i, order := range orders {
		var b dataset.Builder
		for _, add := range order {
			add(&b)
		}
		_, err := b.Build()
		var p *dataset.Problem
		if !errors.As(err, &p) || p.Kind != dataset.TooLarge {
			t.Errorf("order %d: 52 million cells give %v, want a problem", i, err)
		}
	}
}

// TestFiles: the figures of each year know the files that they were read from,
// also where an earlier file has the indicator in other years.
func TestFiles(t *testing.T) {
	text := func(name, rows string) dataset.Source {
		return dataset.Bytes(name, []byte("kommune;år;x;y\n"+rows))
	}
	d, err := dataset.Read(context.Background(), []dataset.Source{
		text("a.csv", "101;2021;1;2\n102;2021;3;4\n"),
		text("b.csv", "101;2022;1;\n"),
		text("c.csv", "102;2022;3;4\n"),
	}, dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		id   string
		year int
		want []string
	}{
		{"x", 2021, []string{"a.csv"}},
		{"x", 2022, []string{"b.csv", "c.csv"}},
		{"y", 2022, []string{"c.csv"}}, // an empty cell is no figure
		{"x", 2023, nil},
		{"z", 2021, nil},
	} {
		if got := d.Files(c.id, c.year); !slices.Equal(got, c.want) {
			t.Errorf("%s of %d is from %q, want %q", c.id, c.year, got, c.want)
		}
	}
	sub, err := d.Subset(dataset.Selection{Municipalities: []string{"101"}, Indicators: []string{"y", "x"}})
	if err != nil || !slices.Equal(sub.Files("x", 2021), []string{"a.csv"}) || sub.Files("y", 2022) != nil {
		t.Errorf("a part is from %q and %q (%v)", sub.Files("x", 2021), sub.Files("y", 2022), err)
	}
	var b dataset.Builder
	b.Set("101", 2021, "x", 1)
	made, err := b.Build()
	if err != nil || made.Files("x", 2021) != nil {
		t.Errorf("a program's figures are from %q (%v)", made.Files("x", 2021), err)
	}
}
