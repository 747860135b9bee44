package dataset_test

import (
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
)

// What a file or a plan says that is not used is told, and is never passed over as
// a total or another encoding.
func TestNothingIsPassedOver(t *testing.T) {
	const accounts = accountsHeader + "791;32201;1;TOT;INDL;2022;7400\n791;32205;1;TOT;INDL;2022;600\n"
	both := "kommune;år;indikator;værdi\nViborg;2024;blå;1\n" + "Odense;2024;bl\xe5;2\n"
	checkReadings(t, []reading{
		{name: "a numbered list", text: "kommune;år;x\n1. Viborg;2024;5\n", opt: danish, fails: true, da: "koden '1.' og navnet 'Viborg' hører ikke sammen", en: "do not belong together"},
		{name: "digits apart", text: "kommune;år;x\n7 91;2024;5\nViborg;2024;5\n", opt: danish, fails: true, da: "'7 91' er ikke en af kommunerne", en: "'7 91' is not one of the municipalities"},
		{name: "a code with a thousands mark", text: "kommune;år;x\n7.91;2024;5\nViborg;2024;5\n", opt: danish, fails: true, da: "'7.91' er ikke en af kommunerne", en: "'7.91' is not one"},
		{name: "a hexadecimal code", text: "kommune;år;x\n0x317;2024;5\nViborg;2024;5\n", opt: danish, fails: true, da: "'0x317' er ikke en af kommunerne", en: "'0x317' is not one"},
		{name: "a code with decimals", text: "kommunekode;år;x\n791,0;2024;5\nViborg;2024;5\n", opt: danish, fails: true, da: "'791,0' er ikke en af kommunerne", en: "'791,0' is not one"},
		{name: "parts of the country", text: "kommune;år;x\n04 Bornholm;2024;9\n02 Københavns omegn;2024;9\nViborg;2024;5\n", opt: danish, want: []known{{"791", 2024, "x", 5}}, da: "'04 Bornholm' er ikke en kommune men en sum", en: "'02 Københavns omegn' is not a municipality but a total"},
		{name: "two encodings", text: both, opt: danish, fails: true, da: "linje 3: linjen er i Windows-1252, og linje 1 er i UTF-8", en: "line 3: the line is in Windows-1252, and line 1 is in UTF-8"},
		{name: "the time is not picked", text: accounts, opt: section(dataset.Mapping{Pick: []string{"TID=2022"}}), fails: true, da: "pick kan ikke bruges på 'TID'", en: "pick cannot be used on 'TID'"},
		{name: "municipalities are not picked", text: accounts, opt: section(dataset.Mapping{Pick: []string{"OMRÅDE=791"}}), fails: true, da: "pick kan ikke bruges på 'OMRÅDE'", en: "pick cannot be used on 'OMRÅDE'"},
		{name: "years are not added up", text: accounts, opt: section(dataset.Mapping{Sum: []string{"TID"}}), fails: true, da: "sum kan ikke bruges på 'TID'", en: "sum cannot be used on 'TID'"},
		{name: "functions added up have a name", text: accounts, opt: section(dataset.Mapping{Sum: []string{"FUNKTION"}}), want: []known{{"791", 2022, "regk31[FUNKTION=TOT]", 8000}}},
		{name: "renamed, and not there", text: accounts, opt: section(dataset.Mapping{Rename: []string{"regk31.3.22.01 = skole", "regk31.3.22.50 = sfo"}}), want: []known{{"791", 2022, "skole", 7400}}, fails: true, da: "[[source]] nr. 1 giver 'regk31.3.22.50' et andet navn", en: "[[source]] no. 1 renames 'regk31.3.22.50', but no indicator is called so"},
		{name: "divided by nothing", text: accounts, opt: section(dataset.Mapping{Per: "folketa"}), fails: true, da: "per = \"folketa\", men ingen indikator hedder det", en: "no indicator is called so"},
		{name: "codes that are not those of the names", file: "a.px", text: latin1(t, strings.Replace(pxDense, `"791","461"`, `"751","791"`, 1)), opt: danish, fails: true, da: "koden '751' er Aarhus, og navnet 'Viborg' har koden 791", en: "the code '791' is Viborg, and the name 'Odense' has the code 461"},
		{name: "one variable for both", text: accounts, opt: section(dataset.Mapping{Geography: "OMRÅDE", Time: "OMRÅDE"}), fails: true, da: "geography og time er begge 'OMRÅDE'", en: "geography and time are both 'OMRÅDE'"},
	})
}

// A section's keys are checked before any file is read.
func TestSectionsAreCheckedBeforeReading(t *testing.T) {
	for name, c := range map[string]struct {
		of      dataset.Mapping
		key, da string
	}{
		"a year of five digits": {dataset.Mapping{Year: 99999}, "year", "'99999' er ikke et årstal. Skriv det med fire cifre."},
		"renamed twice":         {dataset.Mapping{Rename: []string{"a = b", "a = c"}}, "rename", "'a' får et andet navn to gange. Fjern den ene."},
	} {
		if got := c.of.Check()[c.key].In(0); got != c.da {
			t.Errorf("%s: it says %q, want %q", name, got, c.da)
		}
	}
}
