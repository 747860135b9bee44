package danmark_test

import (
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
)

func TestNamesWithFootnotesAndShort(t *testing.T) {
	for text, code := range map[string]string{
		"Viborg *": "791", "Viborg*": "791", "Vejle 1)": "630", "Vejle1)": "630", "Viborg¹": "791", "Viborg ²)": "791", "Viborg (1)": "791", "Viborg Kommune **": "791",
		"Frederikshavn Komm.": "813", "Vejen Kom.": "575", "Kbh.": "101", "791 Viborg *": "791",
	} {
		if m, verdict := danmark.Register().Find("", text); verdict != dataset.Known || m.Code != code {
			t.Errorf("%q is %v %d, want %s", text, m, verdict, code)
		}
	}
	for _, text := range []string{"Landsgennemsnit", "Gennemsnit", "Nordjylland", "Hovedstaden", "Vest- og Sydsjælland", "Byen København", "Københavns omegn", "Fyn", "Hele landet *", "Kommuner i alt", "Median"} {
		if _, verdict := danmark.Register().Find("", text); verdict != dataset.Total {
			t.Errorf("%q is %d, want a total", text, verdict)
		}
	}
	for _, text := range []string{"*", "Danderyd"} {
		if m, verdict := danmark.Register().Find("", text); verdict != dataset.Unknown {
			t.Errorf("%q is %v %d, want none", text, m, verdict)
		}
	}
	if m, verdict := danmark.Register().Find("", "Bornholm"); verdict != dataset.Known || m.Code != "400" {
		t.Errorf("Bornholm is %v %d", m, verdict)
	}
}
