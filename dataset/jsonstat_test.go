package dataset_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
)

// statPlaces and statYears are two dimensions, and statOf a data set of version
// 2 with them and four figures.
const (
	statPlaces = `"region":{"category":{"index":{"791":0,"461":1},"label":{"791":"Viborg","461":"Odense"}}}`
	statYears  = `"year":{"category":{"index":["2021","2022"]}}`
)

// A multiplier that the label contradicts, or that is of no kind, is an error; and
// what is counted in hundreds or thousands of anything but kroner is not converted,
// and said.
func TestJSONStatMultipliers(t *testing.T) {
	for unit, want := range map[string]string{
		`{"label":"mio. kr.","base":"kr.","multiplier":3}`: "the unit 'mio. kr.' and its multiplier 3 do not say the same",
		`{"label":"Mio.","base":"kr."}`:                    "the unit 'Mio.' and its multiplier 0 do not say the same",
		`{"base":"kr.","multiplier":2}`:                    "the unit '10^2 kr.' and its multiplier 2 do not say the same",
		`{"base":"kr.","multiplier":"mange"}`:              "the multiplier is 'mange', but should be a whole number",
		`{"base":"kr.","multiplier":[3]}`:                  "the multiplier is '[3]'",
	} {
		text := `{"class":"dataset","id":["region","m","year"],"size":[2,1,2],"dimension":{` + statPlaces + `,` + statYears + `,"m":{"category":{"index":["a"],"unit":{"a":` + unit + `}}}},"value":[1,2,3,4]}`
		if _, errs, _ := readAll(t, danish, dataset.Bytes("fil", []byte(text))); len(errs) != 1 || errs[0].Kind != dataset.BadTable || !strings.Contains(errs.Error(), want) {
			t.Errorf("%s: the errors are %v, want %q", unit, errs, want)
		}
	}
	for unit, want := range map[string]string{`{"base":"personer","multiplier":"2"}`: "'10^2 personer' speaks of '10^2' without kr.", `{"label":"1.000 personer","base":"personer","multiplier":3}`: "'1.000 personer' speaks of '1.000' without kr."} {
		text := `{"class":"dataset","id":["region","m","year"],"size":[2,1,2],"dimension":{` + statPlaces + `,` + statYears + `,"m":{"category":{"index":["a"],"unit":{"a":` + unit + `}}}},"value":[1,2,3,4]}`
		d, errs, warnings := readAll(t, danish, dataset.Bytes("fil", []byte(text)))
		agree(t, d, []known{{"791", 2021, "fil[m=a]", 1}})
		if len(errs) > 0 || len(warnings) != 1 || !strings.Contains(warnings.Error(), want) {
			t.Errorf("%s: errors %v, warnings %v, want %q", unit, errs, warnings, want)
		}
	}
}

func statOf(label, value string) string {
	return `{"class":"dataset","label":"` + label + `","id":["region","year"],"size":[2,2],"dimension":{` + statPlaces + `,` + statYears + `},"value":` + value + `}`
}

// TestJSONStat holds what is made of the ways that a JSON-stat file may hold
// several data sets, and figures in other units.
func TestJSONStat(t *testing.T) {
	old := func(value string) string {
		return `{"dimension":{"id":["region","year"],"size":[2,2],"role":{"geo":["region"],"time":["year"]},` + statPlaces + `,` + statYears + `},"value":` + value + `,"status":"e"}`
	}
	unit := func(unit string) string {
		return `{"class":"dataset","label":"L","id":["region","m","year"],"size":[2,2,2],"role":{"metric":["m"]},"dimension":{` + statPlaces + `,` + statYears + `,"m":{"category":{"index":["a","b"],"unit":{"a":` + unit + `}}}},"value":[1,2,3,4,5,6,7,8]}`
	}
	for name, c := range map[string]struct {
		text    string
		want    []known
		sources []string
	}{
		"a bundle of version 1": {
			`{"x":` + old("[1,2,3,4]") + `,"y":` + old(`{"0":5,"3":8}`) + `}`,
			[]known{{"791", 2021, "x", 1}, {"461", 2022, "x", 4}, {"791", 2021, "y", 5}, {"461", 2022, "y", 8}}, []string{"fil, x", "fil, y"},
		},
		"a collection with a collection": {
			`{"class":"collection","link":{"item":[` + statOf("A", "[1,2,3,4]") + `,{"class":"collection","link":{"item":[` + statOf("B", "[5,6,7,8]") + `]}}]}}`,
			[]known{{"791", 2021, "A", 1}, {"461", 2022, "B", 8}}, []string{"fil, A", "fil, B"},
		},
		"a list": {
			"[" + statOf("A", "[1,2,3,4]") + "," + statOf("B", `["5",6,null,8]`) + "]",
			[]known{{"791", 2022, "A", 2}, {"791", 2021, "B", 5}}, []string{"fil, A", "fil, B"},
		},
		"one": {statOf("A", "[1,2,3,4]"), []known{{"791", 2022, "fil", 2}}, []string{"fil"}},
		"a unit of thousands": {
			unit(`{"base":"kr.","multiplier":3}`), []known{{"791", 2021, "fil[m=a]", 1000}, {"791", 2021, "fil[m=b]", 3}}, []string{"fil"},
		},
		"a unit of millions, in its label":   {unit(`{"label":"DKK million","decimals":1}`), []known{{"791", 2021, "fil[m=a]", 1e6}}, []string{"fil"}},
		"a label and a multiplier":           {unit(`{"label":"DKK","base":"DKK","multiplier":3}`), []known{{"791", 2021, "fil[m=a]", 1000}}, []string{"fil"}},
		"a base of money, and another label": {unit(`{"label":"Beløb","base":"DKK","multiplier":"6"}`), []known{{"791", 2021, "fil[m=a]", 1e6}}, []string{"fil"}},
		"a label of the whole unit":          {unit(`{"label":"1.000 kr.","base":"kr.","multiplier":3}`), []known{{"791", 2021, "fil[m=a]", 1000}}, []string{"fil"}},
		"a scale in two words":               {unit(`{"label":"Million","base":"DKK","multiplier":6}`), []known{{"791", 2021, "fil[m=a]", 1e6}}, []string{"fil"}},
		"a multiplier of none":               {unit(`{"label":"DKK thousand","base":"DKK","multiplier":0}`), []known{{"791", 2021, "fil[m=a]", 1000}}, []string{"fil"}},
	} {
		t.Run(name, func(t *testing.T) {
			d, errs, warnings := readAll(t, danish, dataset.Bytes("fil", []byte(c.text)))
			if len(errs)+len(warnings) > 0 {
				t.Errorf("errors %v, warnings %v", errs, warnings)
			}
			agree(t, d, c.want)
			var sources []string
			for _, table := range d.Tables() {
				sources = append(sources, table.Source)
			}
			if fmt.Sprint(sources) != fmt.Sprint(c.sources) {
				t.Errorf("the sources are %v, want %v", sources, c.sources)
			}
		})
	}
}

// Two data sets of one file that do not agree are told apart.
func TestDataSetsOfOneFileThatDisagree(t *testing.T) {
	text := "[" + statOf("A1: x", "[1,2,3,4]") + "," + statOf("A1: x", "[1,2,3,5]") + "]"
	_, errs, _ := readAll(t, danish, dataset.Bytes("fil", []byte(text)))
	const want = "fil, A1: x 2: Odense, 2022, A1 stands twice with different values: 5 here and 4 in fil, A1: x. Remove one of them."
	if errs.Error() != want {
		t.Errorf("said is\n%v\nwant\n%s", errs, want)
	}
}
