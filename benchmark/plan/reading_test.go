package plan_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// TestReading: the plan's own part of the options, and the country's part unless
// the plan does without a register.
func TestReading(t *testing.T) {
	country := danmark.Country(lang.English)
	for _, register := range []string{"", "danmark", "none"} {
		p := danmark.DefaultPlan(lang.Danish)
		p.Register, p.Year = register, 2023
		p.Sources = []dataset.Mapping{{Pick: []string{"A=1"}}}
		got := p.Reading(country)
		if got.Year != 2023 || !got.OnlyWanted || got.Indicators != nil {
			t.Errorf("register %q: %+v", register, got)
		}
		if diff := cmp.Diff(p.Indicators(), got.Wanted); diff != "" {
			t.Errorf("register %q: wanted (-want +got):\n%s", register, diff)
		}
		if diff := cmp.Diff(p.Sources, got.Mappings); diff != "" {
			t.Errorf("register %q: mappings (-want +got):\n%s", register, diff)
		}
		with := register != "none"
		if (got.Register != nil) != with || (got.Catalogue != nil) != with ||
			(got.Population == "folketal") != with {
			t.Errorf("register %q: %+v", register, got)
		}
	}
}

// TestReadingOwnFile: a program reads a file of its own in one call. A bad figure
// that the plan has no use for does not stop it, and what the file lacks is
// reported by the plan's check.
func TestReadingOwnFile(t *testing.T) {
	p := plan.Plan{Areas: []plan.Area{{ID: "a", Spending: []string{"library"}}}}
	file := dataset.Bytes("own.csv", []byte("kommune;år;library;other\nÅrhus;2024;1;2\nMors;2024;3;x\n"))
	data, err := dataset.Read(context.Background(), []dataset.Source{file},
		p.Reading(danmark.Country(lang.Danish)))
	if err != nil {
		t.Fatal(err)
	}
	if data.Municipalities()[0].Code != "751" || len(data.Warnings()) != 1 {
		t.Errorf("%v with warnings %v", data.Municipalities(), data.Warnings())
	}
	if err := p.Check(data); err != nil {
		t.Error(err)
	}
	p.Areas[0].SpendingPer = "folketal"
	if err := p.Check(data); err == nil {
		t.Error("no error of an indicator that was not wanted when the file was read")
	}
	data, err = dataset.Read(context.Background(), []dataset.Source{file},
		p.Reading(danmark.Country(lang.Danish)))
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Check(data); err != nil {
		t.Errorf("an indicator that only the bundled figures have: %v", err)
	}
	if n := data.Coverage("folketal", 2024); n != 98 || !data.IsBeneath("folketal", 2024) {
		t.Errorf("%d municipalities have people, beneath: %v", n, data.IsBeneath("folketal", 2024))
	}
	p.Register = "none"
	data, err = dataset.Read(context.Background(), []dataset.Source{file},
		p.Reading(danmark.Country(lang.Danish)))
	if err != nil || len(data.Municipalities()) != 2 {
		t.Errorf("without a register: %v, %v", data.Municipalities(), err)
	}
}
