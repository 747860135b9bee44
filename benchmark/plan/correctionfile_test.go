package plan_test

import (
	"bytes"
	"errors"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/wordstest"
	"github.com/raaderum/raaderum/lang"
)

const (
	danishHeader  = "kommune;område;konto;år;beløb;begrundelse;af;dato\n"
	englishHeader = "municipality,area,account,year,amount,reason,by,date\n"
)

// TestParseCorrections reads the same two corrections in every way of writing
// them.
func TestParseCorrections(t *testing.T) {
	want := []plan.Correction{
		{Municipality: "Køge", Area: "skole", Year: 2024, AmountKr: 1_500_000, Reason: "Bogført; andetsteds", By: "Åse", Date: "01-05-2026"},
		{Municipality: "791", Account: "regk31.3.22.01", Year: 2023, AmountKr: -250_000.5, Reason: "Fejl", By: "Bo"},
	}
	rows := "Køge;skole;;2024;1.500.000;\"Bogført; andetsteds\";Åse;01-05-2026\n791;;regk31.3.22.01;2023;-250.000,50;Fejl;Bo;\n"
	latin := strings.NewReplacer("ø", "\xf8", "Å", "\xc5", "å", "\xe5").Replace(danishHeader + rows)
	toml := `
[[correction]]
municipality = "Køge"
area = "skole"
year = 2024
amount = 1_500_000
reason = "Bogført; andetsteds"
by = "Åse"
date = "01-05-2026"

[[correction]]
municipality = "791"
account = "regk31.3.22.01"
year = 2023
amount = -250000.5
reason = "Fejl"
by = "Bo"
`
	for _, c := range []struct{ name, file, text string }{
		{"Danish", "l.csv", danishHeader + rows},
		{"with a mark and returns", "l.csv", "\ufeff" + strings.ReplaceAll(danishHeader+rows, "\n", "\r\n")},
		{"Windows-1252", "l.csv", latin},
		{"tabs", "l.txt", strings.NewReplacer(";", "\t", "Bogført; andetsteds", "Bogført; andetsteds").Replace(danishHeader) + "Køge\tskole\t\t2024\t1500000\tBogført; andetsteds\tÅse\t01-05-2026\n791\t\tregk31.3.22.01\t2023\t-250000,5\tFejl\tBo\t\n"},
		{"English", "l.csv", englishHeader + "Køge,skole,,2024,\"1,500,000\",Bogført; andetsteds,Åse,01-05-2026\n791,,regk31.3.22.01,2023,-250000.50,Fejl,Bo,\n"},
		{"columns in another order, and one more", "l.csv", "Bilag;AF;Begrundelse;Dato;Beløb;År;Konto;Område;Kommune\n1;Åse;\"Bogført; andetsteds\";01-05-2026;1 500 000;2024;;skole;Køge\n2;Bo;Fejl;;-250000,5;2023;regk31.3.22.01;;791\n"},
		{"TOML", "l.toml", toml},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := plan.ParseCorrections(c.file, []byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(plan.Correction{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestAmounts: in kr. a mark before three digits is for thousands, unless the
// other amounts say that it is for decimals.
func TestAmounts(t *testing.T) {
	for _, c := range []struct {
		amounts string
		want    []float64 // NaN: refused
	}{
		{"500.000", []float64{500_000}},
		{"500,000", []float64{500_000}},
		{"500.000 -1.000", []float64{500_000, -1000}},
		{"500,5 1.000", []float64{500.5, 1000}},
		{"500.5 1,000", []float64{500.5, 1000}},
		{"500,5 1,000", []float64{500.5, nan}},
		{"500.000 1,000", []float64{nan, nan}},
		{"1.500.000 2,5", []float64{1_500_000, 2.5}},
		{"−1000 +2000 1e6", []float64{-1000, 2000, 1_000_000}},
		{"12kr mange 1.00.0 ∞ 1e400", []float64{nan, nan, nan, nan, nan}},
	} {
		text := danishHeader
		for a := range strings.FieldsSeq(c.amounts) {
			text += "Køge;skole;;2024;" + a + ";r;b;\n"
		}
		list, err := plan.ParseCorrections("l.csv", []byte(text))
		var errs plan.Errors
		errors.As(err, &errs)
		wrong := map[int]bool{}
		for _, e := range errs {
			wrong[e.Line] = true
			if e.Column != "beløb" {
				t.Errorf("%s: %v", c.amounts, e)
			}
		}
		for i, want := range c.want {
			got := list[i].AmountKr
			if c.amounts == "500.000 1,000" { // one of the two marks is wrong; either may be told
				if len(errs) == 0 {
					t.Errorf("%s is read as %v and %v", c.amounts, list[0].AmountKr, list[1].AmountKr)
				}
				continue
			}
			if math.IsNaN(want) != wrong[i+2] || !math.IsNaN(want) && got != want {
				t.Errorf("%s: number %d is %v, want %v; %v", c.amounts, i, got, want, err)
			}
		}
	}
}

// TestCorrectionProblems: each problem is told with the file, the line, the column
// and the value, in both languages, and all at once.
func TestCorrectionProblems(t *testing.T) {
	for _, c := range []struct {
		name, file, text string
		want             []string // in Danish
	}{
		{"everything at once", "l.csv", danishHeader + "Køge;a;b;2024;x;;;1/5/2026\n;;;i fjor;;r;b;\n", []string{
			"l.csv, linje 2, kolonnen 'konto': rettelsen nævner både",
			"l.csv, linje 2, kolonnen 'beløb': 'x' er ikke et beløb",
			"l.csv, linje 2, kolonnen 'begrundelse'",
			"l.csv, linje 2, kolonnen 'af'",
			"l.csv, linje 2, kolonnen 'dato': '1/5/2026' er ikke en dato",
			"l.csv, linje 3, kolonnen 'kommune'",
			"l.csv, linje 3, kolonnen 'område': rettelsen nævner hverken",
			"l.csv, linje 3, kolonnen 'år': 'i fjor' er ikke et årstal",
			"l.csv, linje 3, kolonnen 'beløb': rettelsens beløb mangler eller er 0",
		}},
		{"columns missing", "l.csv", "kommune;område;år;beløb;begrundels\nKøge;a;2024;1;r\n", []string{
			"ingen kolonne 'begrundelse' (fandt: kommune, område", "ingen kolonne 'af'", "kolonnen 'begrundels': kolonnen kendes ikke. Mente du 'begrundelse'"}},
		{"neither area nor account", "l.csv", "kommune;år;beløb;begrundelse;af\n", []string{"hverken en kolonne 'område' eller 'konto'"}},
		{"two columns alike", "l.csv", "kommune;municipality;område;år;beløb;begrundelse;af\nx;x;x;2024;1;x;x\n", []string{"'kommune' og 'municipality' betyder det samme"}},
		{"a column twice", "l.csv", "kommune;kommune;område;år;beløb;begrundelse;af\nx;x;x;2024;1;x;x\n", []string{"kolonnen 'kommune': kolonnen står to gange"}},
		{"ragged", "l.csv", danishHeader + "Køge;a\n", []string{"linje 2: antallet af felter er 2 i rækken og 8 i overskriften"}},
		{"an open quotation mark", "l.csv", danishHeader + "Køge;\"a;;2024;1;r;b;\n", []string{"linje 2: et anførselstegn"}},
		{"empty", "l.csv", "", []string{"l.csv: filen er tom"}},
		{"header alone", "l.csv", danishHeader, []string{"ingen rækker"}},
		{"Excel", "l.csv", "PK\x03\x04", []string{"Excel"}},
		{"too large", "l.csv", strings.Repeat("x", 9<<20), []string{"over grænsen på 8 MB"}},
		{"too large TOML", "l.toml", strings.Repeat("#", 2<<20), []string{"over grænsen på 1 MB"}},
		{"TOML: unknown key, wrong type", "l.toml", "[[correction]]\nmunicipalty = \"Køge\"\namount = \"1\"\n", []string{
			"l.toml, linje 2, nøglen 'correction.municipalty': 'municipalty' er ikke en nøgle i en liste over rettelser. Mente du 'municipality'",
			"l.toml, linje 3, nøglen 'correction.amount': her skal stå et tal"}},
		{"TOML: missing", "l.toml", "[[correction]]\nmunicipality = \"Køge\"\n\n[[correction]]\ndate = 2026-05-01T10:00:00Z\n", []string{"linje 5, nøglen 'correction.date'"}},
		{"TOML: values", "l.toml", "[[correction]]\nmunicipality = \"Køge\"\narea = \"a\"\ndate = 2026-05-01\namount = 0\n", []string{
			"linje 5, nøglen 'correction.amount': rettelsens beløb mangler eller er 0", "linje 1, nøglen 'correction.reason'", "linje 1, nøglen 'correction.by'"}},
		{"TOML: none", "l.toml", "# intet\n", []string{"ingen rettelser"}},
		{"TOML: broken", "l.toml", "[[correction]\n", []string{"linje 1: filen er ikke gyldig TOML"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := plan.ParseCorrections(c.file, []byte(c.text))
			var errs plan.Errors
			if !errors.As(err, &errs) {
				t.Fatalf("the error is %v", err)
			}
			said := errs.In(lang.Danish)
			for _, want := range c.want {
				if !strings.Contains(said, want) {
					t.Errorf("not told: %s\n%s", want, said)
				}
			}
			wordstest.Check(t, c.name, errs)
		})
	}
}

// TestSampleCorrections: the sample of the README fits the default plan and the
// bundled accounts.
func TestSampleCorrections(t *testing.T) {
	const name = "../../testdata/rettelser.csv"
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	p := danmark.DefaultPlan(lang.Danish)
	if p.Corrections, err = plan.ParseCorrections(name, text); err != nil {
		t.Fatal(err)
	}
	if err := p.Check(danmark.Accounts()); err != nil {
		t.Error(err)
	}
}

// TestCorrectionsInAPlan: a plan may have corrections itself, with a date as
// TOML writes it, and what is wrong with them is told with its line.
func TestCorrectionsInAPlan(t *testing.T) {
	const text = "[[area]]\nid = \"a\"\nspending = [\"x\"]\n\n[[correction]]\nmunicipality = \"101\"\narea = \"a\"\nyear = 2024\namount = 5\nreason = \"r\"\nby = \"b\"\ndate = 2026-05-01\n"
	p, err := plan.Parse("p.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Corrections) != 1 || p.Corrections[0].Date != "2026-05-01" || p.Corrections[0].AmountKr != 5 {
		t.Errorf("read as %+v", p.Corrections)
	}
	_, err = plan.Parse("p.toml", []byte(strings.NewReplacer("reason = \"r\"\n", "", "area = \"a\"", "area = \"b\"").Replace(text)))
	for _, want := range []string{"p.toml, line 5, key 'correction.reason'", "p.toml, line 7, key 'correction.area'"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("not told: %s\n%v", want, err)
		}
	}
}

func FuzzParseCorrections(f *testing.F) {
	for _, s := range []string{
		danishHeader + "Køge;skole;;2024;1.500.000;\"Bogført; andetsteds\";Åse;01-05-2026\n",
		englishHeader + "791,,a,2023,-1.5,r,b,2026-05-01\n",
		"kommune\tkonto\tbeløb\tbegrundelse\taf\nx\ty\t1,000\tr\tb\n",
		"[[correction]]\nmunicipality = \"x\"\namount = nan\ndate = 2026-05-01\n",
		"correction = 5\n", "correction = [{amount = inf}, {}]\n", "sep=;\nkommune;af\n\"", danishHeader + ";;;;;;;\n\x81",
		"0=%!", // told as it stands, and not for a message garbled
	} {
		f.Add([]byte(s), false)
		f.Add([]byte(s), true)
	}
	f.Fuzz(func(t *testing.T, text []byte, isTOML bool) {
		name := "fuzz.csv"
		if isTOML {
			name = "fuzz.toml"
		}
		list, err := plan.ParseCorrections(name, text)
		errs, ok := err.(plan.Errors)
		if err != nil && (!ok || len(errs) == 0) {
			t.Fatalf("the error is a %T of %d, want plan.Errors: %v", err, len(errs), err)
		}
		for _, e := range errs {
			for _, l := range []lang.Language{lang.Danish, lang.English} {
				said := e.In(l)
				garbled := strings.Contains(said, "%!") && !bytes.Contains(text, []byte("%!"))
				if !strings.HasPrefix(said, name) || garbled {
					t.Fatalf("said as %q", said)
				}
			}
		}
		if err != nil {
			return
		}
		if len(list) == 0 {
			t.Fatal("no corrections, and nothing is said of it")
		}
		for _, k := range list {
			_, isDate := k.Date.ISO()
			if strings.TrimSpace(k.Reason) == "" || strings.TrimSpace(k.By) == "" || (k.Area == "") == (k.Account == "") ||
				k.AmountKr == 0 || !(math.Abs(k.AmountKr) <= 1e15) || k.Date != "" && !isDate {
				t.Fatalf("accepted: %+v", k)
			}
		}
	})
}
