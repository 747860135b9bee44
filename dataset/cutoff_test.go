package dataset_test

import (
	"strings"
	"testing"
)

// A file that is cut off, or that says one thing twice, is not read as if it were
// whole.
func TestCutOffAndTwice(t *testing.T) {
	const stat = `{"class":"dataset","id":["kommune","Tid"],"size":[2,2],"role":{"time":["Tid"]},"dimension":{"kommune":{"category":{"index":["791","461"]}},"Tid":{"category":{"index":["2023","2024"]}}},%}`
	values := func(text string) string { return strings.Replace(stat, "%", text, 1) }
	cut := func(text, end string) string {
		whole := latin1(t, text)
		return whole[:strings.LastIndex(whole, end)+len(end)]
	}
	blocks := strings.TrimSuffix(blocksText, "\n")
	checkReadings(t, []reading{
		{name: "a PC-Axis file in its last number", file: "a.px", text: cut(strings.Replace(pxDense, `"..".`, "7100", 1), "69"), opt: danish, fails: true, da: "skåret over", en: "it is cut off"},
		{name: "a PC-Axis file in its last number, of as many cells", file: "a.px", text: cut(strings.Replace(pxDense, "\"..\"\n;\n", "7100", 1), "71"), opt: danish, fails: true, da: "skåret over", en: "it is cut off"},
		{name: "PC-Axis values twice", file: "a.px", text: latin1(t, strings.Replace(pxDense, "CODES(\"område\")", "VALUES(\"område\")=\"Odense\",\"Viborg\";\nCODES(\"område\")", 1)), opt: danish, fails: true, da: "VALUES område står to gange", en: "VALUES område stands twice and says two things"},
		{name: "PC-Axis codes twice, the same", file: "a.px", text: latin1(t, strings.Replace(pxDense, "CODES(\"tid\")", "CODES(\"område\")=\"791\",\"461\";\nCODES(\"tid\")", 1)), opt: danish, want: []known{{"791", 2022, "regk31.3.22.01", 7400}}},
		{name: "a cell by two numbers", file: "a.json", text: values(`"value":{"0":2,"00":3}`), opt: danish, fails: true, da: "'00' er uden for tabellen", en: "'00' is outside the table"},
		{name: "a cell twice", file: "a.json", text: values(`"value":{"0":2,"0":3}`), opt: danish, fails: true, da: "'0' står to gange", en: "'0' stands twice in the same object"},
		{name: "the values twice", file: "a.json", text: values(`"value":[1,2,3,4],"value":[5,6,7,8]`), opt: danish, fails: true, da: "'value' står to gange", en: "'value' stands twice"},
		{name: "the values twice, once in capitals", file: "a.json", text: values(`"Value":[1,2,3,4],"value":[5,6,7,8]`), opt: danish, fails: true, da: "'value' står to gange", en: "'value' stands twice"},
		{name: "a key in a text", file: "a.json", text: values(`"note":["\"a\": {","\"a\": ["],"value":[1,2,3,4]`), opt: danish, want: []known{{"791", 2023, "a", 1}}},
		{name: "a row of years", text: "kommune;2023;2024\nViborg;100,5\nAarhus;300;400,25\n", opt: danish, want: []known{{"751", 2024, "fil", 400.25}}, fails: true, da: "linje 2: antallet af felter er 2 i rækken og 3 i overskriften", en: "line 2: the number of fields is 2 in the row and 3 in the header"},
		{name: "a row of key figures", text: strings.Replace(blocksText, ";7.400;7.500", ";7.400", 1), opt: danish, want: []known{{"461", 2022, "regk31.3.22.01", 6900}}, fails: true, da: "antallet af felter er 3 i rækken", en: "the number of fields is 3 in the row and 4 in the header"},
		{name: "key figures without the last line's end", text: blocks, opt: danish, want: []known{{"461", 2022, "regk31.3.22.01", 6900}}, da: "sidste linje", en: "last line"},
	})
}
