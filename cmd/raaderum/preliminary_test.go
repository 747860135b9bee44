package main

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// ownSheet is what a finance system writes of one municipality.
const ownSheet = `Hovedkonto;Funktion;Tekst;Budget (kr.);Forbrug (kr.)
03;03.22.01;Folkeskoler;460.000.000;470.123.456
05;05.25.14;Daginstitutioner;300.000.000;312.000.000
05;05.30.27;Pleje og omsorg;320.000.000;341.000.000
06;06.45.51;Sekretariat og forvaltninger;250.000.000;245.000.000
`

// dayCare is an area of a plan that ownSheet has a figure for.
const dayCare = `
[[area]]
id = "daginstitution"
name = "Daginstitutioner"
spending = ["regk31.5.25.14"]
spending_per = "folketal"
per = ["folketal"]
`

// TestPreliminary: one municipality's own sheet of a year that nobody else has, in an empty
// folder.
func TestPreliminary(t *testing.T) {
	dir := here(t)
	t.Chdir(t.TempDir())
	if err := os.WriteFile("koege_2025.csv", []byte(ownSheet), 0o666); err != nil {
		t.Fatal(err)
	}
	args := []string{"benchmark", "--municipality", "Køge", "--data", "koege_2025.csv"}
	answer, warnings, code := raaderum(append(args, "--out", "koege.xlsx")...)
	if code != 0 {
		t.Fatal(warnings)
	}
	within80(t, answer+warnings)
	shown, _, _ := strings.Cut(answer, "\n\nKend din kommune")
	golden(t, dir, shown+"\n")

	book, err := excelize.OpenFile("koege.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("Foreløbigt regnskab")
	if err != nil || len(rows) < 8 || !slices.ContainsFunc(rows, func(r []string) bool { return len(r) > 2 && r[0] == "Folkeskoler" && strings.HasPrefix(r[2], "7") }) {
		t.Errorf("the sheet: %v, %q", err, rows)
	}
	if rows, err := book.GetRows("Nøgletal"); err == nil && slices.ContainsFunc(rows, func(r []string) bool { return slices.Contains(r, "7423") }) {
		t.Error("a preliminary figure stands among the accounts")
	}

	// The index of a file goes before the bundled one.
	few := askQuickly(t, dayCare)
	args = append(args, few...)
	prices := "# KL\nyear;index\n2024;100\n2025;110\n"
	if err := os.WriteFile("prices.csv", []byte(prices), 0o666); err != nil {
		t.Fatal(err)
	}
	answer, _, _ = raaderum(append(args, "--prices", "prices.csv")...)
	if !strings.Contains(answer, "+10,0 pct.: KL.") {
		t.Errorf("other prices:\n%s", answer)
	}
	// One area, a year said, and everybody.
	answer, _, _ = raaderum(append(args, "--area", "folkeskole", "--year", "2025")...)
	if !strings.Contains(answer, "foreløbigt regnskab 2025") || strings.Contains(answer, "Daginst") {
		t.Errorf("one area:\n%s", answer)
	}
	csv := "kommune;år;regk31.3.22.01\nKøge;2025;7400\n"
	if err := os.WriteFile("own.csv", []byte(csv), 0o666); err != nil {
		t.Fatal(err)
	}
	answer, warnings, code = raaderum(append([]string{"benchmark", "--data", "own.csv"}, few...)...)
	if code != 0 || !strings.HasPrefix(answer, "Kend din kommune: alle kommuner, 2024\n\nNB: 2025 kan ikke sammenlignes for alle: kun Køge") {
		t.Errorf("exit code %d, %s:\n%s", code, warnings, answer)
	}
}

// TestOneAccountOfAYear: a year of which one account is fetched is told before the figures,
// with the latest year that has all, and areas by chance are those with an interval.
func TestOneAccountOfAYear(t *testing.T) {
	t.Chdir(t.TempDir())
	text := "kommune;år;regk31.3.22.01\n"
	bundled, _, _ := raaderum("data")
	for line := range strings.Lines(bundled) {
		if f := strings.Split(strings.TrimSpace(line), ";"); f[2] == "2024" && f[3] == "regk31.3.22.01" {
			text += f[0] + ";2025;" + f[4] + "\n"
		}
	}
	if err := os.WriteFile("skole.csv", []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	answer, warnings, code := raaderum("benchmark", "--data", "skole.csv", "--municipality", "Køge", "--plan", writeAccepting(t))
	if code != 0 {
		t.Fatal(warnings)
	}
	if !strings.HasPrefix(answer, "Kend din kommune: Køge, 2025\n\nNB: kun 1 af 28 områder har tal for 2025: Folkeskoler. Det seneste år, som alle\n  områder har tal for, er 2024: --year 2024.\n") || strings.Contains(answer, "Af 28 områder") {
		t.Errorf("the answer begins otherwise:\n%s", answer)
	}
}

// writeAccepting writes the default plan so that figures alike in two years are right.
func writeAccepting(t *testing.T) string {
	t.Helper()
	plan, _, code := raaderum("plan")
	if code != 0 {
		t.Fatal("no plan")
	}
	plan = "accept = [\"regk31.3.22.01\"]\n" + plan
	if err := os.WriteFile("plan.toml", []byte(plan), 0o666); err != nil {
		t.Fatal(err)
	}
	return "plan.toml"
}

// TestMisspelt: an ID that is misspelt beside right ones is told, and others that the plan
// merely does not name are not.
func TestMisspelt(t *testing.T) {
	t.Chdir(t.TempDir())
	for text, want := range map[string]string{
		"kommune;år;regk31.3.22.01;regk31.3.22.1\nKøge;2024;7300;7\n":                        "'regk31.3.22.1': Mente du 'regk31.3.22.01'",
		"kommune;år;indikator;værdi\nKøge;2024;regk31.3.22.01;7300\nKøge;2024;folketall;9\n": "Mente du 'folketal'?",
		"kommune;år;regk31.3.22.01;regk31.5.38.39;eget\nKøge;2024;7300;7;8\n":                "",
	} {
		if err := os.WriteFile("own.csv", []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		args := append([]string{"benchmark", "--municipality", "Køge", "--data", "own.csv"}, askQuickly(t)...)
		_, warnings, code := raaderum(args...)
		told := strings.Join(strings.Fields(warnings), " ")
		if code != 0 || !strings.Contains(told, want) || (want == "") == strings.Contains(told, "Mente du") {
			t.Errorf("%q: exit code %d: %s", text, code, told)
		}
	}
}

// TestFileNamedLikeBundled: a file of one's own is told from the bundled one of that name.
func TestFileNamedLikeBundled(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("regnskab.csv", []byte("kommune;år;regk31.3.22.01\nKøge;2024;7300\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	args := append([]string{"benchmark", "--municipality", "Køge", "--data", "regnskab.csv"}, askQuickly(t)...)
	answer, _, _ := raaderum(args...)
	if told := strings.Join(strings.Fields(answer), " "); !strings.Contains(told, "raaderum/regnskab.csv (") || !strings.Contains(told, " og regnskab.csv, 2024") {
		t.Errorf("%s", answer[strings.Index(answer, "Data:"):])
	}
}

// TestWhoseSheet: whose an own sheet is taken for stands first, a name of another stops, and
// check takes what benchmark does.
func TestWhoseSheet(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"koege_2025.csv", "eget_2025.csv"} {
		if err := os.WriteFile(name, []byte(ownSheet), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, command := range []string{"benchmark", "check"} {
		_, warnings, code := raaderum(command, "--municipality", "Køge", "--data", "eget_2025.csv")
		if told := strings.Join(strings.Fields(warnings), " "); code != 0 || !strings.HasPrefix(told, "Advarsel: eget_2025.csv: arket nævner ingen kommune. Tallene er taget for at være fra Køge") {
			t.Errorf("%s: exit code %d: %s", command, code, told)
		}
		_, warnings, code = raaderum(command, "--municipality", "Viborg", "--data", "koege_2025.csv")
		if told := strings.Join(strings.Fields(warnings), " "); code == 0 || !strings.Contains(told, "siger Køge og ikke Viborg") {
			t.Errorf("%s: exit code %d: %s", command, code, told)
		}
	}
	if err := os.WriteFile("kol_2025.csv", []byte("Kommune;Funktion;Regnskab 2025 (kr.)\nKøge;32201;531.000.000\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, warnings, code := raaderum("check", "--data", "kol_2025.csv"); code != 0 {
		t.Errorf("one municipality in a column: %s", warnings)
	}
}

// TestOwnRemarksFirst: what is to be looked at of the municipality asked for goes before that
// of others, with its own large change, and all service, which others have, is not preliminary.
func TestOwnRemarksFirst(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("eget_2025.csv", []byte("Funktion;Tekst;Regnskab 2025 (kr.)\n32201;Folkeskoler;531.000.000\n52514;Daginstitutioner;201.000.000\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	answer, warnings, code := raaderum("benchmark", "--municipality", "Køge", "--data", "eget_2025.csv")
	told := strings.Join(strings.Fields(warnings), " ")
	if code != 0 || !strings.Contains(told, "regk31.5.25.14: Køge går fra 4800 i 2024 til 3173,6 i 2025, -34 pct.") || strings.Contains(told, "regk31.3.22.01: Køge") {
		t.Errorf("exit code %d: %s", code, told)
	}
	shown, _, _ := strings.Cut(answer, "\n\nKend din kommune")
	said := strings.Join(strings.Fields(shown), " ")
	if strings.Contains(said, "Al service") || !strings.Contains(said, "2 af 28 områder") || !strings.Contains(said, "Daginstitutioner: -36 pct. mod 2024 i samme priser.") || !strings.Contains(said, "eget_2025.csv nævner ingen kommune.") {
		t.Errorf("%s", shown)
	}
}
