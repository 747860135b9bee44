package dataset_test

import (
	"context"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// threeTowns has three towns, two years and three indicators, some missing.
//
//	          a/2023  a/2024  b/2024  c/2024
//	Korsbæk      10      11      20       -
//	Ødeby         -      12       -       -
//	Nørre Å      13       -      22      30
func threeTowns(t *testing.T) *dataset.Dataset {
	t.Helper()
	var b dataset.Builder
	for _, m := range []dataset.Municipality{{Code: "1", Name: "Korsbæk"}, {Code: "2", Name: "Ødeby"}, {Code: "3", Name: "Nørre Å"}} {
		b.AddMunicipality(m)
	}
	b.Set("1", 2023, "a", 10)
	b.Set("3", 2023, "a", 13)
	b.Set("1", 2024, "a", 11)
	b.Set("2", 2024, "a", 12)
	b.Set("1", 2024, "b", 20)
	b.Set("3", 2024, "b", 22)
	b.Set("3", 2024, "c", 30)
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDatasetLooksUp(t *testing.T) {
	d := threeTowns(t)
	for _, c := range []struct {
		code string
		year int
		id   string
		want float64
	}{
		{"1", 2023, "a", 10}, {"3", 2024, "c", 30}, {"2", 2024, "a", 12},
		{"2", 2023, "a", math.NaN()}, // missing
		{"1", 2023, "b", math.NaN()}, // no figure in that year
		{"4", 2024, "a", math.NaN()}, // no such municipality
		{"1", 2022, "a", math.NaN()}, // no such year
		{"1", 2024, "z", math.NaN()}, // no such indicator
		{"Korsbæk", 2024, "a", math.NaN()},
	} {
		if got := d.Value(c.code, c.year, c.id); !cmp.Equal(got, c.want, cmpopts.EquateNaNs()) {
			t.Errorf("Value(%q, %d, %q) = %v, want %v", c.code, c.year, c.id, got, c.want)
		}
	}
	for _, c := range []struct {
		id       string
		year     int
		want     []float64
		coverage int
	}{
		{"a", 2023, []float64{10, math.NaN(), 13}, 2},
		{"c", 2024, []float64{math.NaN(), math.NaN(), 30}, 1},
		{"c", 2023, nil, 0},
		{"a", 2022, nil, 0},
		{"z", 2024, nil, 0},
	} {
		got := d.Column(c.id, c.year)
		if !cmp.Equal(got, c.want, cmpopts.EquateNaNs()) || (got == nil) != (c.want == nil) {
			t.Errorf("Column(%q, %d) = %v, want %v", c.id, c.year, got, c.want)
		}
		if got := d.Coverage(c.id, c.year); got != c.coverage {
			t.Errorf("Coverage(%q, %d) = %d, want %d", c.id, c.year, got, c.coverage)
		}
	}
	if ind, ok := d.Indicator("b"); !ok || ind.ID != "b" {
		t.Errorf("Indicator(b) = %v, %v", ind, ok)
	}
	if ind, ok := d.Indicator("B"); ok || ind != (dataset.Indicator{}) {
		t.Errorf("Indicator(B) = %v, %v; IDs are told apart by case", ind, ok)
	}
}

func TestDatasetFindsByCodeAndName(t *testing.T) {
	d := threeTowns(t)
	for text, want := range map[string]int{
		"1": 0, "3": 2, "Korsbæk": 0, "KORSBÆK": 0, "  korsbæk ": 0, "ødeby": 1,
		"Nørre Å":             2,
		"nørre   å":           2,
		"NØRRE\u00a0Å":        2,
		"Nørre A\u030a":       2,
		"4":                   -1,
		"Korsbæk Kommune":     -1, // only a register knows such ways
		"":                    -1,
		"01":                  -1,
		"Korsbæk og omegn by": -1,
	} {
		i, ok := d.Find(text)
		if ok != (want >= 0) || ok && i != want {
			t.Errorf("Find(%q) = %d, %v; want %d", text, i, ok, want)
		}
		if d.Knows(text) != ok {
			t.Errorf("Knows(%q) is %v without a register, want what Find says", text, !ok)
		}
	}
	if got := d.Suggest("Korsbek").In(lang.English); got != " Did you mean 'Korsbæk'?" {
		t.Errorf("the suggestion for Korsbek is %q", got)
	}
	if got := d.Suggest("Viborg").In(lang.English); got != "" {
		t.Errorf("the suggestion for Viborg is %q, want none", got)
	}
}

func TestDatasetFindsWhatItsRegisterKnows(t *testing.T) {
	d := read(t, "tal.csv", "kommunekode;år;a\n751;2024;1\n461;2024;2\n", withRegister)
	for text, want := range map[string]int{
		"751": 0, "0751": 0, "Århus Kommune": 0, "aarhus": 0, "461 Odense": 1, "Odense": 1,
		"101": -1, "København": -1, // known, but not in the data
		"Korsbæk": -1, "Hele landet": -1, "751 Odense": -1,
	} {
		i, ok := d.Find(text)
		if ok != (want >= 0) || ok && i != want {
			t.Errorf("Find(%q) = %d, %v; want %d", text, i, ok, want)
		}
	}
	for text, want := range map[string]bool{"751": true, "Købehavn": false, "København": true, "0101": true, "Hele landet": false, "751 Odense": false} {
		if d.Knows(text) != want {
			t.Errorf("Knows(%q) = %v, want %v", text, !want, want)
		}
	}
}

func TestSubsetKeepsWhatIsNamed(t *testing.T) {
	whole := threeTowns(t)
	for _, c := range []struct {
		name                       string
		selection                  dataset.Selection
		municipalities, indicators []string
		years                      []int
	}{
		{"nothing named", dataset.Selection{}, []string{"1", "2", "3"}, []string{"a", "b", "c"}, []int{2023, 2024}},
		{"empty lists", dataset.Selection{Municipalities: []string{}, Years: []int{}, Indicators: []string{}}, []string{"1", "2", "3"}, []string{"a", "b", "c"}, []int{2023, 2024}},
		{"a year", dataset.Selection{Years: []int{2024}}, []string{"1", "2", "3"}, []string{"a", "b", "c"}, []int{2024}},
		{"indicators in another order, one twice", dataset.Selection{Indicators: []string{"c", "a", "c"}}, []string{"1", "2", "3"}, []string{"a", "c"}, []int{2023, 2024}},
		{"municipalities in another order", dataset.Selection{Municipalities: []string{"3", "1"}}, []string{"1", "3"}, []string{"a", "b", "c"}, []int{2023, 2024}},
		{"a bit of each", dataset.Selection{Municipalities: []string{"2"}, Years: []int{2023}, Indicators: []string{"b"}}, []string{"2"}, []string{"b"}, []int{2023}},
	} {
		t.Run(c.name, func(t *testing.T) {
			sub, err := whole.Subset(c.selection)
			if err != nil {
				t.Fatal(err)
			}
			var codes, ids []string
			for _, m := range sub.Municipalities() {
				codes = append(codes, m.Code)
			}
			for _, ind := range sub.Indicators() {
				ids = append(ids, ind.ID)
			}
			if diff := cmp.Diff(c.municipalities, codes); diff != "" {
				t.Errorf("municipalities (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.indicators, ids); diff != "" {
				t.Errorf("indicators (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.years, sub.Years()); diff != "" {
				t.Errorf("years (-want +got):\n%s", diff)
			}
			want := map[figure]float64{}
			for f, v := range figures(whole) {
				if slices.Contains(c.municipalities, f.Municipality) && slices.Contains(c.years, f.Year) && slices.Contains(c.indicators, f.Indicator) {
					want[f] = v
				}
			}
			wantFigures(t, sub, want)
			for i, code := range c.municipalities {
				if at, ok := sub.Find(code); !ok || at != i {
					t.Errorf("Find(%q) in the part is %d, %v; want %d", code, at, ok, i)
				}
			}
		})
	}
	wantFigures(t, whole, figures(threeTowns(t))) // unchanged
}

func TestSubsetHasNoColumnWhereNoFigureIsLeft(t *testing.T) {
	sub, err := threeTowns(t).Subset(dataset.Selection{Municipalities: []string{"2"}})
	if err != nil {
		t.Fatal(err)
	}
	if c := sub.Column("c", 2024); c != nil {
		t.Errorf("the column of an indicator that only others have is %v, want nil", c)
	}
	if c := sub.Column("a", 2024); !cmp.Equal(c, []float64{12}) {
		t.Errorf("the column of what is left is %v, want 12", c)
	}
}

func TestSubsetRefusesWhatIsNotThere(t *testing.T) {
	d := threeTowns(t)
	for text, s := range map[string]dataset.Selection{
		"4":       {Municipalities: []string{"1", "4"}},
		"Korsbæk": {Municipalities: []string{"Korsbæk"}},
		"2022":    {Years: []int{2023, 2022}},
		"z":       {Indicators: []string{"z", "a"}},
	} {
		sub, err := d.Subset(s)
		if err == nil || sub != nil {
			t.Errorf("Subset(%+v) = %v, %v; want an error", s, sub, err)
			continue
		}
		if got, want := lang.Of(err, lang.Danish), "'"+text+"' findes ikke i dataene."; got != want {
			t.Errorf("in Danish %q, want %q", got, want)
		}
	}
}

func TestSubsetKeepsRegisterTablesAndWarnings(t *testing.T) {
	d := read(t, "a.csv", "kommune;år;a\nAarhus;2024;1\nOdense;2024;2\nHele landet;2024;3\n", withRegister)
	sub, err := d.Subset(dataset.Selection{Municipalities: []string{"461"}})
	if err != nil {
		t.Fatal(err)
	}
	if i, ok := sub.Find("Odense Kommune"); !ok || i != 0 {
		t.Errorf("Find in the part gives %d, %v", i, ok)
	}
	if _, ok := sub.Find("Århus"); ok {
		t.Error("the part has a municipality that was left out")
	}
	if len(sub.Warnings()) != 1 || len(sub.Tables()) != 1 {
		t.Errorf("%d warnings and %d tables, want 1 and 1", len(sub.Warnings()), len(sub.Tables()))
	}
}

func TestSharedSlicesDoNotGrowIntoTheDataset(t *testing.T) {
	d := threeTowns(t)
	want := figures(d)
	_ = append(d.Municipalities(), dataset.Municipality{Code: "9"})
	_ = append(d.Years(), 1999)
	_ = append(d.Indicators(), dataset.Indicator{ID: "z"})
	_ = append(d.Column("a", 2023), 99)
	_ = append(d.Warnings(), nil)
	_ = append(d.Tables(), dataset.Table{})
	wantFigures(t, d, want)
}

func TestDatasetIsReadByManyAtOnce(t *testing.T) {
	d, err := dataset.Read(context.Background(), []dataset.Source{
		bytesOf("a.csv", "kommune;år;a;b\nAarhus;2024;1;2\nOdense;2024;3;..\n"),
	}, withRegister)
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 50 {
				if i, ok := d.Find("Århus Kommune"); !ok || i != 0 {
					t.Errorf("Find = %d, %v", i, ok)
				}
				sub, err := d.Subset(dataset.Selection{Municipalities: []string{"461"}})
				if err != nil || sub.Value("461", 2024, "a") != 3 {
					t.Errorf("the part has %v, %v", sub, err)
				}
				if d.Coverage("b", 2024) != 1 || len(figures(d)) != 3 {
					t.Error("the figures changed")
				}
				if s := d.Suggest("Aarhs"); !slices.Contains(s, "Aarhus") {
					t.Errorf("the suggestion is %v", s)
				}
				_ = d.Warnings().Error()
			}
		})
	}
	group.Wait()
}

func TestRegistersAreReadByManyAtOnce(t *testing.T) {
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			text := "kommune;år;a\n" + strings.Join(danmark.Register().Names(), ";2024;1\n") + ";2024;1\n"
			d, err := dataset.Read(context.Background(), []dataset.Source{bytesOf("a.csv", text)}, withRegister)
			if err != nil || d.Coverage("a", 2024) != 98 {
				t.Errorf("reading all names gives %v", err)
			}
		})
	}
	group.Wait()
}
