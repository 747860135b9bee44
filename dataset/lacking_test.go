package dataset_test

import (
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
)

// A file of a known table that lacks a variable is never taken for anything in
// silence; and where the variable is that of the unit, it must be stated.
func TestLackingVariables(t *testing.T) {
	const (
		noUnit = "OMRÅDE;FUNKTION;DRANST;ART;TID;INDHOLD\n791;64551;1;TOT;2024;219141\n"
		px     = "CHARSET=\"ANSI\";\nMATRIX=\"REGK31\";\nUNITS=\"%\";\nSTUB=\"område\",\"funktion\",\"dranst\",\"art\";\nHEADING=\"tid\";\n" +
			"VALUES(\"område\")=\"Viborg\";\nVALUES(\"funktion\")=\"64551\";\nVALUES(\"dranst\")=\"1\";\nVALUES(\"art\")=\"TOT\";\nVALUES(\"tid\")=\"2024\";\nDATA=219141;\n"
		inAll = "regk31.6.45.51[PRISENHED=LOBM]"
		head  = "regk31.6.45.51"
	)
	inUnit := func(unit string) string { return latin1(t, strings.Replace(px, "%", unit, 1)) }
	checkReadings(t, []reading{
		{name: "no unit", text: noUnit, opt: danish, fails: true, da: "uden variablen PRISENHED, og den siger ingen enhed", en: "Write unit = \"1.000 kr.\" or per = \"folketal\" in the plan's [[source]]"},
		{name: "the plan's unit", text: noUnit, opt: section(dataset.Mapping{Unit: "1.000 kr."}), want: []known{{"791", 2024, inAll, 219141e3}}},
		{name: "the plan's unit, in kroner", text: noUnit, opt: section(dataset.Mapping{Unit: "kr."}), want: []known{{"791", 2024, inAll, 219141}}},
		{name: "per inhabitant by the plan", text: noUnit, opt: section(dataset.Mapping{Per: "folketal"}), want: []known{{"791", 2024, head, 219141}}},
		{name: "per inhabitant by the plan's unit", text: noUnit, opt: section(dataset.Mapping{Unit: "kr. pr. indbygger"}), want: []known{{"791", 2024, head, 219141}}},
		{name: "thousands by the file", file: "a.px", text: inUnit("1.000 kr."), opt: danish, want: []known{{"791", 2024, inAll, 219141e3}}},
		{name: "per inhabitant by the file", file: "a.px", text: inUnit("kr. pr. indbygger"), opt: danish, want: []known{{"791", 2024, head, 219141}}},
		{name: "kroner may be either", file: "a.px", text: inUnit("kr."), opt: danish, fails: true, da: "den siger kun enheden 'kr.'", en: "it states only the unit 'kr.'"},
		{
			name: "no DRANST", text: "OMRÅDE;FUNKTION;ART;PRISENHED;TID;INDHOLD\n791;64551;TOT;INDL;2024;7\n", opt: danish, want: []known{{"791", 2024, head, 7}},
			da: "uden variablen DRANST. Tallene er taget for DRANST=1 (1 Driftskonti)", en: "without the variable DRANST. The figures are taken for DRANST=1 (1 Driftskonti)",
		},
		{
			name: "no ART", text: "OMRÅDE;FUNKTION;DRANST;PRISENHED;TID;INDHOLD\n791;64551;1;INDL;2024;7\n", opt: danish, want: []known{{"791", 2024, head, 7}},
			da: "uden variablen ART. Tallene er taget for ART=TOT (I alt (netto))", en: "get the table with ART",
		},
	})
}
