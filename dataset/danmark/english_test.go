package danmark_test

import (
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// Every text of the bundled data is in English too, and nothing else differs.
func TestEveryIndicatorIsInEnglish(t *testing.T) {
	danish, english := danmark.Indicators(), danmark.IndicatorsEnglish()
	if len(danish) != len(english) {
		t.Fatalf("%d indicators in Danish, %d in English", len(danish), len(english))
	}
	same := map[string]bool{"km²": true, "m²": true, "km": true, "1-5": true, "": true}
	for i, d := range danish {
		e := english[i]
		if d.ID != e.ID || d.Per != e.Per || d.Source != e.Source {
			t.Errorf("%d is %s per %q, in English %s per %q", i, d.ID, d.Per, e.ID, e.Per)
		}
		for _, pair := range [][2]string{{d.Name, e.Name}, {d.Unit, e.Unit}, {d.Publisher, e.Publisher}, {d.Note, e.Note}} {
			if (pair[0] == pair[1]) != same[pair[0]] || strings.ContainsAny(pair[1], "æøåÆØÅ") || (pair[0] == "") != (pair[1] == "") {
				t.Errorf("%s: %q is in English %q", d.ID, pair[0], pair[1])
			}
		}
	}
	one, two := danmark.Accounts(), danmark.AccountsEnglish()
	if got, want := two.Value("791", 2024, "regk31.3.22.01"), one.Value("791", 2024, "regk31.3.22.01"); got != want {
		t.Errorf("Viborg's schools are %v, in English %v", want, got)
	}
}

// What the catalogue says of the tables is in English too.
func TestCatalogueInEnglish(t *testing.T) {
	opt := dataset.Options{Register: danmark.Register(), Catalogue: danmark.Catalogue(lang.English), Population: danmark.Population, Wanted: []string{"folketal", "folketal.6_7"}}
	for _, c := range []struct{ text, id, name, unit, publisher string }{
		{"OMRÅDE;FUNKTION;DRANST;ART;PRISENHED;TID;INDHOLD\n791;32201;1;TOT;INDL;2022;5\n", "regk31.3.22.01", "3.22.01 Primary and lower secondary schools", "kr. per inhabitant, current prices, net", "Statistics Denmark, REGK31"},
		{"OMRÅDE;BNØGLE;BRUTNETUDG;PRISENHED;TID;INDHOLD\n791;ÆLD;NET;AARPRIS;2024;5\n", "nglk.ÆLD", "Expenditure on the elderly", "kr. per elderly person", "Statistics Denmark, NGLK"},
		{"OMRÅDE;ALDER;CIVILSTAND;TID;INDHOLD\n791;6;TOT;2022K1;1\n791;7;TOT;2022K1;1\n791;IALT;TOT;2022K1;9\n", "folketal.6_7", "Population, aged 6-7", "persons", "Statistics Denmark, FOLK1A"},
	} {
		d := readText(t, c.text, opt)
		if ind, ok := d.Indicator(c.id); !ok || ind.Name != c.name || ind.Unit != c.unit || ind.Publisher != c.publisher {
			t.Errorf("%s is %+v", c.id, ind)
		}
	}
}

func readText(t *testing.T, text string, opt dataset.Options) *dataset.Dataset {
	t.Helper()
	d, err := dataset.Read(t.Context(), []dataset.Source{dataset.Bytes("a.csv", []byte(text))}, opt)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
