package dataset_test

import (
	"math"
	"testing"

	"github.com/raaderum/raaderum/dataset"
)

// What the plan calls after another value of a variable than the usual is read
// beside that, and never taken for it.
func TestWantedByValues(t *testing.T) {
	opt := danish
	opt.Wanted = []string{"folketal", "folketal.6_7", "folketal.6_7[KØN=2]", "folketal[KØN=1]", "regk31.3.22.01[DRANST=3]"}
	d, errs, _ := readAll(t, opt,
		dataset.Bytes("folk1a.csv", []byte("OMRÅDE;KØN;ALDER;CIVILSTAND;TID;INDHOLD\n"+
			"791;TOT;IALT;TOT;2024K1;10\n791;TOT;6;TOT;2024K1;3\n791;TOT;7;TOT;2024K1;4\n"+
			"791;1;IALT;TOT;2024K1;6\n791;1;6;TOT;2024K1;2\n791;1;7;TOT;2024K1;2\n"+
			"791;2;IALT;TOT;2024K1;4\n791;2;6;TOT;2024K1;1\n791;2;7;TOT;2024K1;2\n")),
		dataset.Bytes("regk31.csv", []byte("OMRÅDE;FUNKTION;DRANST;ART;PRISENHED;TID;INDHOLD\n791;32201;1;TOT;INDL;2024;7488\n791;32201;2;TOT;INDL;2024;-5\n791;32201;3;TOT;INDL;2024;12\n")),
	)
	agree(t, d, []known{
		{"791", 2024, "folketal", 10}, {"791", 2024, "folketal.6_7", 7}, {"791", 2024, "folketal.6_7[KØN=2]", 3}, {"791", 2024, "folketal[KØN=1]", 6},
		{"791", 2024, "regk31.3.22.01", 7488}, {"791", 2024, "regk31.3.22.01[DRANST=3]", 12},
	})
	if _, there := d.Indicator("regk31.3.22.01[DRANST=2]"); len(errs) > 0 || there {
		t.Errorf("what nobody asks for is read: %v, %v", there, errs)
	}
}

// A table that is not known has the ID that the plan calls it by, whatever the order
// of the terms and the name that fetch gave its file.
func TestWantedOfAnyTable(t *testing.T) {
	opt := danish
	opt.Wanted = []string{"BIB1[ART=2,TYPE=1]"}
	d, errs, _ := readAll(t, opt, dataset.Bytes("data/bib1_2023-2024.csv", []byte("OMRÅDE;TYPE;ART;TID;INDHOLD\n791;1;2;2024;5\n791;1;3;2024;6\n")))
	agree(t, d, []known{{"791", 2024, "BIB1[ART=2,TYPE=1]", 5}, {"791", 2024, "bib1_2023-2024[TYPE=1,ART=3]", 6}})
	if len(errs) > 0 {
		t.Error(errs)
	}
}

// However the plan writes an ID in brackets, the figures are called so: in any order,
// in small letters, after the table, and without the variables of which there is only
// the total.
func TestWantedHoweverWritten(t *testing.T) {
	files := []dataset.Source{
		dataset.Bytes("regk31.csv", []byte("OMRÅDE;FUNKTION;DRANST;ART;PRISENHED;TID;INDHOLD\n791;32201;1;TOT;INDL;2024;7488\n791;32201;3;TOT;INDL;2024;12\n791;32201;3;1;INDL;2024;5\n791;32202;1;TOT;INDL;2024;99\n")),
		dataset.Bytes("folk1a.csv", []byte("OMRÅDE;KØN;ALDER;CIVILSTAND;TID;INDHOLD\n791;TOT;IALT;TOT;2024K1;10\n791;1;IALT;TOT;2024K1;6\n791;1;6;TOT;2024K1;2\n791;1;7;TOT;2024K1;3\n791;TOT;6;TOT;2024K1;4\n791;TOT;7;TOT;2024K1;4\n")),
		dataset.Bytes("bib1_2024.csv", []byte("OMRÅDE;TYPE;KØN;TID;INDHOLD\n791;1;TOT;2024;5\n791;2;TOT;2024;6\n")),
	}
	for id, want := range map[string]float64{
		"regk31.3.22.01[ART=1,DRANST=3]":          5,
		"regk31.3.22.01[dranst=3]":                12,
		"regk31.3.22.01[ART=TOT,DRANST=3]":        12,
		"regk31.3.22.01[DRANST=1]":                7488,
		"REGK31[FUNKTION=32201]":                  7488,
		"regk31[art=tot,funktion=32201,DRANST=3]": 12,
		"folketal[køn=1]":                         6,
		"folketal.6_7[køn=1]":                     5,
		"FOLK1A[ALDER=6,KØN=1]":                   2,
		"BIB1[TYPE=2]":                            6,
		"bib1[type=2]":                            6,
		"BIB1[KØN=TOT,TYPE=1]":                    5,
	} {
		d, errs, _ := readAll(t, wanting(id), files...)
		agree(t, d, []known{{"791", 2024, id, want}})
		if len(errs) > 0 {
			t.Errorf("%s: %v", id, errs)
		}
	}
	for _, id := range []string{"regk31.3.22.01[FUNKTION=32202]", "BIB1[TYPE=1,TYPE=2]", "folketal[ALDER=6]", "BIB1[ART=1,TYPE=1]", "NGLK[FUNKTION=32201]"} {
		if d, _, _ := readAll(t, wanting(id), files...); !math.IsNaN(d.Value("791", 2024, id)) {
			t.Errorf("%s is read as %v", id, d.Value("791", 2024, id))
		}
	}
}
