package dataset_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
	"pgregory.net/rapid"
)

// cell is one figure and where it belongs.
type cell struct {
	code  string
	year  int
	id    string
	value float64
}

// buildCells makes a data set of figures.
func buildCells(t interface{ Fatal(...any) }, figures []cell, described ...dataset.Indicator) *dataset.Dataset {
	var b dataset.Builder
	for _, ind := range described {
		b.AddIndicator(ind)
	}
	for _, f := range figures {
		b.Set(f.code, f.year, f.id, f.value)
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestMerge lays a municipality's new figures over older ones.
func TestMerge(t *testing.T) {
	beneath := buildCells(t, []cell{
		{"101", 2023, "people", 100}, {"101", 2024, "people", 110},
		{"147", 2023, "people", 50}, {"147", 2024, "people", 51},
		{"147", 2024, "spending", 900},
	}, dataset.Indicator{ID: "people", Name: "Population", Publisher: "the office", Note: "interpolated"})
	own := buildCells(t, []cell{
		{"147", 2024, "people", 60}, {"101", 2024, "people", 110}, {"147", 2025, "people", 61},
		{"201", 2025, "people", 20}, {"147", 2025, "spending", 950}, {"147", 2025, "trees", 7},
	}, dataset.Indicator{ID: "spending", Name: "Spending of ours"})
	d, differences, err := dataset.Merge(own, beneath)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []cell{
		{"101", 2023, "people", 100}, {"101", 2024, "people", 110}, {"147", 2023, "people", 50},
		{"147", 2024, "people", 60}, {"147", 2025, "people", 61}, {"201", 2025, "people", 20},
		{"147", 2024, "spending", 900}, {"147", 2025, "spending", 950}, {"147", 2025, "trees", 7},
		{"201", 2024, "people", math.NaN()}, {"101", 2025, "trees", math.NaN()},
	} {
		if got := d.Value(want.code, want.year, want.id); got != want.value && !(math.IsNaN(got) && math.IsNaN(want.value)) {
			t.Errorf("%v: %v", want, got)
		}
	}
	if diff := cmp.Diff([]int{2023, 2024, 2025}, d.Years()); diff != "" {
		t.Error(diff)
	}
	want := []dataset.Difference{{
		Indicator: "people", Years: []int{2024}, Figures: 1, Year: 2024, Own: 60, Beneath: 51,
		Municipality: dataset.Municipality{Code: "147", Name: "147"},
	}}
	if diff := cmp.Diff(want, differences); diff != "" {
		t.Errorf("differences (-want +got):\n%s", diff)
	}
	said := differences[0].In(lang.English)
	if wanted := "1 figures of people (2024) differ from the bundled ones, most for 147 2024 " +
		"(+17.6 per cent). Yours are used."; said != wanted {
		t.Errorf("said %q, want %q", said, wanted)
	}
	if ind, _ := d.Indicator("people"); ind.Name != "Population" || ind.Note != "interpolated" {
		t.Errorf("described as %+v", ind)
	}
	if ind, _ := d.Indicator("spending"); ind.Name != "Spending of ours" {
		t.Errorf("described as %+v", ind)
	}
}

// TestMergeUnits checks that figures in different units are not put into one column.
func TestMergeUnits(t *testing.T) {
	figures := []cell{{"101", 2024, "spending", 1}}
	for _, test := range []struct{ own, beneath dataset.Indicator }{
		{dataset.Indicator{Unit: "kr."}, dataset.Indicator{Unit: "persons"}},
		{dataset.Indicator{Unit: "kr."}, dataset.Indicator{Unit: "kr. pr. indbygger"}},
		{dataset.Indicator{Per: "pupils"}, dataset.Indicator{Per: "people"}},
	} {
		test.own.ID, test.beneath.ID = "spending", "spending"
		_, _, err := dataset.Merge(buildCells(t, figures, test.own), buildCells(t, figures, test.beneath))
		if err == nil || !strings.Contains(err.Error(), "spending") {
			t.Errorf("%+v over %+v: %v", test.own, test.beneath, err)
		}
	}
}

// TestMergeProperties checks, for random data sets, that every figure of a merged one is
// that of own, or where own has none that of the one beneath; that the differences count
// those that differ; and that nothing over a data set, and a data set over itself, is that
// data set.
func TestMergeProperties(t *testing.T) {
	codes, ids := []string{"a", "b", "c", "d"}, []string{"x", "y", "z"}
	draw := func(t *rapid.T, name string) *dataset.Dataset {
		var figures []cell
		for _, code := range codes {
			for year := 2020; year < 2023; year++ {
				for _, id := range ids {
					if v := rapid.IntRange(-1, 2).Draw(t, name); v >= 0 {
						figures = append(figures, cell{code, year, id, float64(v)})
					}
				}
			}
		}
		return buildCells(t, rapid.Permutation(figures).Draw(t, name+" in order"))
	}
	rapid.Check(t, func(t *rapid.T) {
		own, beneath := draw(t, "own"), draw(t, "beneath")
		d, differences, err := dataset.Merge(own, beneath)
		if err != nil {
			t.Fatal(err)
		}
		differ := 0
		for _, code := range codes {
			for year := 2020; year < 2023; year++ {
				for _, id := range ids {
					o, b := own.Value(code, year, id), beneath.Value(code, year, id)
					want := o
					if math.IsNaN(o) {
						want = b
					} else if !math.IsNaN(b) && o != b {
						differ++
					}
					if got := d.Value(code, year, id); got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
						t.Fatalf("%s %d %s is %v, of %v over %v", code, year, id, got, o, b)
					}
				}
			}
		}
		for _, one := range differences {
			differ -= one.Figures
			if one.Own != own.Value(one.Municipality.Code, one.Year, one.Indicator) ||
				one.Beneath != beneath.Value(one.Municipality.Code, one.Year, one.Indicator) {
				t.Fatalf("the largest is not there: %+v", one)
			}
		}
		if differ != 0 {
			t.Fatalf("%d differences are not told", differ)
		}
		for _, pair := range [][2]*dataset.Dataset{{nil, d}, {d, nil}, {d, d}} {
			same, differences, err := dataset.Merge(pair[0], pair[1])
			if err != nil || len(differences) > 0 {
				t.Fatal(differences, err)
			}
			for _, id := range ids {
				for _, year := range d.Years() {
					for _, code := range codes {
						if a, b := d.Value(code, year, id), same.Value(code, year, id); a != b && !(math.IsNaN(a) && math.IsNaN(b)) {
							t.Fatalf("%s %d %s is %v, was %v", code, year, id, b, a)
						}
					}
				}
			}
		}
	})
}

// TestReadOver reads files over a data set: the figures beneath fill in what the files lack,
// describe what the files have of them, and count the people whom no file counts. A later
// file goes before an earlier one, and files of the same order must agree.
func TestReadOver(t *testing.T) {
	beneath := buildCells(t, []cell{
		{"101", 2024, "people", 200}, {"101", 2025, "people", 210}, {"101", 2024, "spending", 5},
		{"101", 2024, "unused", 5},
	}, dataset.Indicator{ID: "spending", Name: "Spending", Note: "preliminary"},
		dataset.Indicator{ID: "people", Name: "People"})
	const header = "kommune;år;indikator;værdi\n"
	first := dataset.Bytes("a.csv", []byte(header+"101;2025;spending;6\n101;2024;spending;5\n101;2025;x;1\n"))
	second := dataset.Bytes("b.csv", []byte(header+"101;2025;spending;7\n101;2024;people;250\n"))
	second.Order = 1
	options := dataset.Options{Beneath: beneath, Known: beneath, Wanted: []string{"people", "spending", "x"}}
	d, err := dataset.Read(t.Context(), []dataset.Source{first, second}, options)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []cell{
		{"101", 2025, "spending", 7}, {"101", 2024, "spending", 5}, {"101", 2024, "people", 250},
		{"101", 2025, "people", 210}, {"101", 2025, "x", 1},
	} {
		if got := d.Value(want.code, want.year, want.id); got != want.value {
			t.Errorf("%v: %v", want, got)
		}
	}
	if _, ok := d.Indicator("unused"); ok {
		t.Error("an indicator that is not wanted was taken from beneath")
	}
	if ind, _ := d.Indicator("spending"); ind.Name != "Spending" || ind.Note != "preliminary" {
		t.Errorf("described as %+v", ind)
	}
	var said []string
	for _, w := range d.Warnings() {
		said = append(said, w.In(lang.English))
	}
	want := []string{
		"1 figures of spending (2025) differ from those in a.csv, most for 101 2025 (+16.7 per cent). " +
			"Those of b.csv are used, since it is named last.",
		"1 figures of people (2024) differ from the bundled ones, most for 101 2024 (+25.0 per cent). " +
			"Yours are used.",
	}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
	second.Order = 0
	if _, err := dataset.Read(t.Context(), []dataset.Source{first, second}, options); err == nil {
		t.Error("two files that contradict each other, without an order, are no error")
	}
	alone, err := dataset.Read(t.Context(), []dataset.Source{first}, dataset.Options{Known: beneath})
	if err != nil {
		t.Fatal(err)
	}
	if ind, _ := alone.Indicator("spending"); ind.Note != "preliminary" || len(alone.Indicators()) != 2 {
		t.Errorf("read alone: %+v of %d", ind, len(alone.Indicators()))
	}
}
