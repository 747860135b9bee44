package dataset_test

import (
	"testing"

	"github.com/raaderum/raaderum/dataset"
)

// The 98 municipalities are from 2007: figures of before are left out, though the
// name is the same, and that is said.
func TestYearsBeforeTheRegister(t *testing.T) {
	const (
		da = "før kommunalreformen 2007 er af andre kommuner, selv om nogle har samme navn, og er udeladt"
		en = "before the reform of 2007 are of other municipalities"
	)
	without := danish
	without.Register = nil
	dated := danish
	dated.Year = 2004
	after := []known{{"791", 2007, "x", 2}}
	checkReadings(t, []reading{
		{name: "rows of figures", text: "kommune;år;indikator;værdi\nViborg;2004;x;500\nViborg;2007;x;2\n", opt: danish, want: after, da: "linje 2, kolonnen 'år': 2004: tal fra " + da, en: en},
		{name: "a column an indicator", text: "kommune;år;x\nViborg;2006;500\nViborg;2007;2\n", opt: danish, want: after, da: "2006: tal fra " + da, en: en},
		{name: "a column a year", file: "x.csv", text: "kommune;2005;2006;2007\nViborg;500;5;2\n", opt: danish, want: after, da: "2005 og 2006: tal fra " + da, en: "2005 and 2006: figures from " + en},
		{name: "a table of accounts", text: accountsHeader + "791;64551;1;TOT;INDL;2006;5\n791;64551;1;TOT;INDL;2007;2\n", opt: danish, want: []known{{"791", 2007, "regk31.6.45.51", 2}}, da: "2006: tal fra " + da, en: en},
		{name: "nothing else", text: "kommune;år;x\nViborg;2006;500\n", opt: danish, fails: true, da: da, en: "there are no rows with figures"},
		{name: "dated by the command", text: "kommune;x\nViborg;500\n", opt: dated, fails: true, da: da, en: en},
		{name: "without the register", text: "kommune;år;x\nViborg;2004;500\n", opt: without, want: []known{{"Viborg", 2004, "x", 500}}},
		{name: "a table of years, dated by the plan", text: "OMRÅDE;INDHOLD\nViborg;1\n", opt: section(dataset.Mapping{Indicator: "x", Year: 2004}), fails: true, da: da, en: en},
	})
}
