package dataset_test

import (
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

const finance = "Hovedkonto;Funktion;Tekst;Forbrug (kr.)\n3;32201;Folkeskoler;531.000.000\n"

// own asks for one municipality with its population.
func own(who string) dataset.Options {
	people, _ := danmark.Accounts().Subset(dataset.Selection{Indicators: []string{danmark.Population}})
	return dataset.Options{Register: danmark.Register(), Catalogue: danmark.Catalogue(lang.Danish), Population: danmark.Population, People: people, Municipality: who}
}

// TestOwner: a sheet without municipalities is said whose it is taken for, and one that names
// another municipality is that one's, whatever the case and letters of the name.
func TestOwner(t *testing.T) {
	for _, c := range []struct{ file, above, who, other string }{
		{"regnskab_2025.csv", "", "Viborg", ""},
		{"regnskab_2025.csv", "", "791", ""},
		{"viborg-2025.csv", "", "Viborg", ""},
		{"oekonomi_koege_2025.csv", "", "Viborg", "Køge"},
		{"KØGE 2025.csv", "", "Viborg", "Køge"},
		{"Lyngby-Taarbæk_2025.csv", "", "Køge", "Lyngby-Taarbæk"},
		{"koege_til_viborg_2025.csv", "", "Viborg", ""},
		{"regnskab_2025.csv", "Vejen Kommune, regnskab", "Viborg", "Vejen"},
		{"regnskab_2025.csv", "Regnskab for Køge Kommune", "Viborg", "Køge"},
		{"regnskab_2025.csv", "Vejen til budgettet", "Viborg", ""}, // the way to it
	} {
		text := finance
		if c.above != "" {
			text = c.above + ";;;\n" + text
		}
		d, errs, warnings := readAll(t, own(c.who), bytesOf("mappe/"+c.file, text))
		switch {
		case c.other != "":
			if len(errs) != 1 || errs[0].Text != c.other || !strings.Contains(errs[0].In(lang.Danish), "siger "+c.other+" og ikke") {
				t.Errorf("%+v: %v", c, errs)
			}
			if d.Column("regk31.3.22.01", 2025) != nil {
				t.Errorf("%+v: its figures are read", c)
			}
		case errs != nil || len(warnings) == 0 || warnings[0].Kind != dataset.TakenFor || warnings[0].Text != "Viborg" || d.Tables()[0].TakenFor != "791":
			t.Errorf("%+v: %v, %v", c, errs, warnings)
		}
	}
}

// TestOneAccountInTwoUnits: amounts and figures per inhabitant of an account are one thing,
// and the source that is named later counts.
func TestOneAccountInTwoUnits(t *testing.T) {
	const perHead = "OMRÅDE;FUNKTION;DRANST;ART;PRISENHED;TID;INDHOLD\n259;03.22.01;1;TOT;INDL;2025;7351\n791;03.22.01;1;TOT;INDL;2025;7000\n"
	people := danmark.Accounts().Value("259", 2025, danmark.Population)
	computed := 531e6 / people
	for _, c := range []struct {
		ownOrder, order int
		own             string
		want            float64
		told            bool
	}{
		{1, 0, finance, computed, true},
		{0, 1, finance, 7351, true},
		{1, 0, strings.Replace(finance, "531.000.000", formatKr(7351.3*people), 1), 7351, false}, // but for rounding
	} {
		mine, all := bytesOf("koege_2025.csv", c.own), bytesOf("regk31_2025.csv", perHead)
		mine.Order, all.Order = c.ownOrder, c.order
		sources := []dataset.Source{all, mine}
		if c.ownOrder < c.order {
			sources = []dataset.Source{mine, all}
		}
		d, errs, warnings := readAll(t, own("Køge"), sources...)
		told := strings.Contains(warnings.Error(), "differ from those in")
		if got := d.Value("259", 2025, "regk31.3.22.01"); errs != nil || got != c.want || told != c.told {
			t.Errorf("%+v: %v, %v, %v", c, got, errs, warnings)
		}
		if got := d.Value("791", 2025, "regk31.3.22.01"); got != 7000 {
			t.Errorf("%+v: another municipality has %v", c, got)
		}
	}
	_, errs, _ := readAll(t, own("Køge"), bytesOf("regk31_2025.csv", perHead), bytesOf("koege_2025.csv", finance))
	if len(errs) != 1 || errs[0].Kind != dataset.ConflictingCell || !strings.Contains(errs.Error(), "8383.99 here and 7351") {
		t.Errorf("without an order: %v", errs)
	}
}

func formatKr(v float64) string { return strings.Split(lang.Number{Value: v}.In(lang.Danish), ",")[0] }
