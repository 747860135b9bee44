package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"maps"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/dataset/statbank"
	"github.com/raaderum/raaderum/internal/fakestatbank"
	"github.com/raaderum/raaderum/lang"
)

// No test reaches the internet, whatever it runs.
func init() {
	newClient = func() *statbank.Client {
		return &statbank.Client{Transport: roundTrip(func(*http.Request) (*http.Response, error) {
			return nil, &net.OpError{Op: "dial", Err: syscall.ENETUNREACH}
		})}
	}
}

// roundTrip is a transport made of a function.
type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// withBank runs a test with a stand-in in the interface's place, with what the
// default plan needs. It does so in a bubble of package synctest, where the
// pauses between attempts take no time.
func withBank(t *testing.T, test func(t *testing.T, bank *fakestatbank.Server)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		var municipalities, functions []string
		for _, m := range danmark.Municipalities() {
			municipalities = append(municipalities, m.Code)
		}
		var ids []string
		for _, ind := range danmark.Indicators() {
			ids = append(ids, ind.ID)
		}
		extracts, _, _ := danmark.Extracts(ids)
		for _, s := range extracts[0].Select {
			if s.Variable == "FUNKTION" {
				functions = s.Values
			}
		}
		bank := fakestatbank.New(municipalities, functions)
		bank.Figure = makeUp
		transport, stop := fakestatbank.Serve(bank)
		before := newClient
		newClient = func() *statbank.Client {
			return &statbank.Client{Transport: roundTrip(func(r *http.Request) (*http.Response, error) {
				r = r.Clone(r.Context())
				r.URL.Scheme = "http" // the stand-in needs no certificate
				return transport.RoundTrip(r)
			})}
		}
		t.Cleanup(func() {
			newClient = before
			stop()
		})
		test(t, bank)
	})
}

// makeUp gives figures of the tables of background conditions. They are unlike each other,
// and change little from year to year.
func makeUp(table string, at map[string]string) (string, bool) {
	if slices.Contains([]string{"REGK31", "FOLK1A", "NGLK"}, table) {
		return "", false
	}
	h := fnv.New32()
	for _, name := range slices.Sorted(maps.Keys(at)) {
		if name != "TID" {
			io.WriteString(h, table+name+at[name])
		}
	}
	return strconv.Itoa(1000+int(h.Sum32()%1000)) + at["TID"][3:4], true
}

// TestFetch holds what a person sees who fetches, fetches again, and fetches
// other things.
func TestFetch(t *testing.T) {
	dir := here(t)
	withBank(t, func(t *testing.T, bank *fakestatbank.Server) {
		t.Chdir(t.TempDir())
		var b strings.Builder
		say := func(args string) {
			stdout, stderr, code := raaderum(strings.Fields(args)...)
			if code != 0 {
				t.Errorf("%s: exit code %d", args, code)
			}
			within80(t, stdout)
			within80(t, stderr)
			fmt.Fprintf(&b, "$ raaderum %s\n%s-- standard error --\n%s\n", args, stdout, stderr)
		}
		say("fetch --year 2021..2024 --out data")
		// The figures of the server are the positions of their rows.
		var accept []string
		for _, ind := range danmark.Indicators() {
			accept = append(accept, strconv.Quote(ind.ID))
		}
		if err := os.WriteFile("accept.toml", []byte("accept = ["+strings.Join(accept, ", ")+"]\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, stderr, code := raaderum("check", "--data", "data", "--plan", "accept.toml"); code != 0 {
			t.Errorf("what was fetched is not read as a folder: %s", stderr)
		}
		_, stderr, code := raaderum("benchmark", "--data", "data", "--municipality", "Viborg")
		if code == 0 || !strings.Contains(stderr, "kan næppe være rigtige") {
			t.Errorf("figures beside the bundled ones: exit code %d: %s", code, stderr)
		}
		say("fetch --year 2021..2024 --out data --lang en")
		bank.Tables["FOLK1A"].Updated = "2025-11-02T08:00:00"
		say("fetch --year 2021..2024 --out data --table folk1a")
		say("fetch --year 2021,2023 --out data --table REGK31,FOLK1A --lang en")
		plan := "[[driver]]\nid = \"skole\"\nof = [\"folketal.6_16\"]\nper = [\"folketal\"]\n[[area]]\nid = \"a\"\nspending = [\"regk31.3.22.01\"]\nspending_per = \"folketal\"\ndrivers = [\"skole\", \"min_egen\"]\n"
		if err := os.WriteFile("p.toml", []byte(plan), 0o666); err != nil {
			t.Fatal(err)
		}
		say("fetch --year 2024 --out data --plan p.toml --lang en")
		quarter := plan + "[[source]]\nfile = \"folk1a*.csv\"\nquarter = 3\n"
		if err := os.WriteFile("q.toml", []byte(quarter), 0o666); err != nil {
			t.Fatal(err)
		}
		say("fetch --year 2023 --out data --plan q.toml --table FOLK1A --lang en")
		golden(t, dir, b.String())
		if text, err := os.ReadFile("data/folk1a_2023.csv"); err != nil || !bytes.Contains(text, []byte(";2023K3;")) || bytes.Contains(text, []byte("2023K1")) {
			t.Errorf("the third quarter is not in %.80q, %v", text, err)
		}

		// 98 municipalities × 25 functions × 4 years, and a header
		text, err := os.ReadFile("data/regk31_2021-2024.csv")
		if n := bytes.Count(text, []byte("\n")); err != nil || n != 98*25*4+1 {
			t.Errorf("%d lines, %v", n, err)
		}
		if text, err = os.ReadFile("data/folk1a_2024.csv"); err != nil || !bytes.Contains(text, []byte("\r\n751;TOT;16;TOT;2024K1;")) {
			t.Errorf("the ages of 1 January are not in %.80q, %v", text, err)
		}
		record, err := os.ReadFile("data/regk31_2021-2024.csv.json")
		if err != nil || !bytes.Contains(record, []byte(`"title": "Kommunernes regnskaber på funktioner"`)) {
			t.Errorf("the record is %s, %v", record, err)
		}
	})
}

// What a plan calls after other values of a known table, or after a table that is
// not known, is asked for, and is called so when it is read.
func TestFetchByValues(t *testing.T) {
	withBank(t, func(t *testing.T, bank *fakestatbank.Server) {
		t.Chdir(t.TempDir())
		accounts := bank.Tables["REGK31"]
		sex := fakestatbank.Variable{ID: "KØN", Text: "køn", Elimination: true, Values: []fakestatbank.Value{{ID: "TOT", Text: "I alt"}}}
		kind := fakestatbank.Variable{ID: "TYPE", Text: "type", Values: []fakestatbank.Value{{ID: "1", Text: "Bøger"}, {ID: "2", Text: "Film"}}}
		bank.Tables["BIB1"] = &fakestatbank.Table{
			ID: "BIB1", Text: "Biblioteker", Unit: "Antal", Updated: "2025-05-15T08:00:00", Active: true,
			Variables: []fakestatbank.Variable{accounts.Variables[0], kind, sex, accounts.Variables[5]},
		}
		ids := []string{
			"regk31.3.22.01", "regk31.3.22.01[DRANST=3]", "regk31.3.22.08[PRISENHED=LOBM]", "REGK31[PRISENHED=INDL,FUNKTION=52514,DRANST=1,ART=UE]",
			"folketal", "folketal[KØN=1]", "folketal.6_16", "folketal.6_16[køn=2]", "BIB1[TYPE=2]", "regk31.3.22.01[ART=UE,dranst=3]", "REGK31[FUNKTION=32208]",
		}
		plan := "[[area]]\nid = \"a\"\nspending = [\"regk31.3.22.01\"]\nspending_per = \"folketal\"\ndrivers = [\"" + strings.Join(ids[1:], "\", \"") + "\"]\n"
		if err := os.WriteFile("p.toml", []byte(plan), 0o666); err != nil {
			t.Fatal(err)
		}
		stdout, stderr, code := raaderum("fetch", "--year", "2024", "--out", "data", "--plan", "p.toml", "--lang", "en")
		if code != 0 || stderr != "Next: raaderum benchmark --data data --municipality MUNICIPALITY\n" {
			t.Fatalf("exit code %d: %s%s", code, stdout, stderr)
		}
		stdout, _, _ = raaderum("check", "--without-bundled", "--data", "data/regk31_2024.csv", "--data", "data/folk1a_2024.csv", "--data", "data/bib1_2024.csv", "--plan", "p.toml", "--format", "json")
		var found checkJSON
		if err := json.Unmarshal([]byte(stdout), &found); err != nil {
			t.Fatal(err)
		}
		coverage := map[string]int{}
		for _, ind := range found.Indicators {
			coverage[ind.ID] = ind.Coverage["2024"]
		}
		for _, id := range ids {
			if coverage[id] != 98 {
				t.Errorf("%s has figures of %d municipalities", id, coverage[id])
			}
		}
		if len(found.Errors) > 0 {
			t.Errorf("the errors are %v", found.Errors)
		}
	})
}

// TestFetchBad holds what a person sees who fetches wrongly, or from a server
// that does not answer as it should.
func TestFetchBad(t *testing.T) {
	dir := here(t)
	reply := func(status int, body string, header ...string) func(*fakestatbank.Server) {
		return func(s *fakestatbank.Server) {
			s.Instead = func(_ int, w http.ResponseWriter, _ *http.Request, _ fakestatbank.Asked) bool {
				for i := 0; i < len(header); i += 2 {
					w.Header().Set(header[i], header[i+1])
				}
				w.WriteHeader(status)
				io.WriteString(w, body)
				return true
			}
		}
	}
	var b strings.Builder
	for _, c := range []struct {
		name    string
		args    string
		prepare func(*fakestatbank.Server)
	}{
		{"no years", "fetch --out data", nil},
		{"no folder", "fetch --year 2024", nil},
		{"years that are none", "fetch --year 2021-2024 --out data", nil},
		{"years backwards", "fetch --year 2024..2021 --out data --lang en", nil},
		{"two digits", "fetch --year 21..24 --out data", nil},
		{"a table that the plan does not use", "fetch --year 2024 --out data --table REGK13", nil},
		{"an address that is none", "fetch --year 2024 --out data --base api.statbank.dk", nil},
		{"a plan that does not exist", "fetch --year 2024 --out data --plan p.toml", nil},
		{"a plan of own figures", "fetch --year 2024 --out data --plan own.toml", func(*fakestatbank.Server) {
			os.WriteFile("own.toml", []byte(oneArea), 0o666)
		}},
		{"IDs that cannot be used", "fetch --year 2024 --out data --plan ids.toml", func(*fakestatbank.Server) {
			os.WriteFile("ids.toml", []byte("[[area]]\nid = \"a\"\nspending = [\"regk31.3.22.01[FUNKTION=32202]\"]\nspending_per = \"folketal\"\ndrivers = [\"BIB1[TYPE=1]\", \"BIB1[TYPE=2,ART=1]\", \"BIB2[TYPE=1,TYPE=2]\"]\n"), 0o666)
		}},
		{"the time in brackets", "fetch --year 2024 --out data --table REGK31 --plan tid.toml", func(*fakestatbank.Server) {
			os.WriteFile("tid.toml", []byte("[[area]]\nid = \"a\"\nspending = [\"regk31.3.22.01[TID=2024,OMRÅDE=101]\"]\nspending_per = \"folketal\"\n"), 0o666)
		}},
		{"an unknown flag", "fetch --years 2024 --out data", nil},
		{"a folder that is a file", "fetch --year 2024 --out data --table FOLK1A", func(*fakestatbank.Server) { os.WriteFile("data", nil, 0o666) }},
		{"a file of one's own", "fetch --year 2024 --out data --table FOLK1A", func(*fakestatbank.Server) {
			os.Mkdir("data", 0o777)
			os.WriteFile("data/folk1a_2024.csv", []byte("mine"), 0o666)
		}},
		{"a year that is not there yet", "fetch --year 2023..2026 --out data", nil},
		{"a function that is there no more", "fetch --year 2024 --out data", func(s *fakestatbank.Server) {
			v := &s.Tables["REGK31"].Variables[1]
			v.Values = slices.DeleteFunc(v.Values, func(value fakestatbank.Value) bool { return value.ID == "32201" })
		}},
		{"a variable of another name", "fetch --year 2024 --out data --table REGK31", func(s *fakestatbank.Server) { s.Tables["REGK31"].Variables[1].ID = "FUNK1" }},
		{"a value that a driver needs", "fetch --year 2024 --out data --table HFUDD11", func(s *fakestatbank.Server) {
			v := &s.Tables["HFUDD11"].Variables[2]
			v.Values = slices.DeleteFunc(v.Values, func(value fakestatbank.Value) bool { return value.ID == "H10" })
		}},
		{"a variable that a driver needs", "fetch --year 2024 --out data --table LABY07 --lang en", func(s *fakestatbank.Server) { s.Tables["LABY07"].Variables[1].ID = "ALDERSGR" }},
		{"years before a driver's table", "fetch --year 2001 --out data --table AUP02", nil},
		{"a table that is gone", "fetch --year 2024 --out data --table REGK31 --lang en", func(s *fakestatbank.Server) { delete(s.Tables, "REGK31") }},
		{"a web page", "fetch --year 2024 --out data --table FOLK1A", reply(200, "<html>Log ind på netværket</html>", "Content-Type", "text/html")},
		{"a server with an error", "fetch --year 2024 --out data --table FOLK1A", reply(500, "")},
		{"a busy server", "fetch --year 2024 --out data --table FOLK1A --lang en", reply(429, "", "Retry-After", "7200")},
		{"a server that points elsewhere", "fetch --year 2024 --out data --table FOLK1A", reply(302, "", "Location", "https://example.com/")},
		{"JSON of another kind", "fetch --year 2024 --out data --table FOLK1A", reply(200, `{"dataset":[]}`)},
	} {
		t.Run(c.name, func(t *testing.T) {
			withBank(t, func(t *testing.T, bank *fakestatbank.Server) {
				t.Chdir(t.TempDir())
				if c.prepare != nil {
					c.prepare(bank)
				}
				stdout, stderr, code := raaderum(strings.Fields(c.args)...)
				if code == 0 {
					t.Error("exit code 0")
				}
				within80(t, stderr)
				fmt.Fprintf(&b, "== %s\n$ raaderum %s  (exit code %d)\n%s%s\n", c.name, c.args, code, stdout, stderr)
			})
		})
	}
	t.Run("no network", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			t.Chdir(t.TempDir())
			_, stderr, code := raaderum("fetch", "--year", "2024", "--out", "data", "--table", "FOLK1A")
			fmt.Fprintf(&b, "== no network  (exit code %d)\n%s", code, stderr)
		})
	})
	golden(t, dir, b.String())
}

// TestFetchFullPlan: accounts that the table lacks do not stop a fetch by a plan that may lack
// them. They are named, and the others are fetched. If the table has none, that is an error.
func TestFetchFullPlan(t *testing.T) {
	withBank(t, func(t *testing.T, bank *fakestatbank.Server) {
		t.Chdir(t.TempDir())
		full, _, code := raaderum("plan", "--full")
		if code != 0 {
			t.Fatal("no full plan")
		}
		strict := strings.Replace(full, "skip_lacking = true", "skip_lacking = false", 1)
		for name, text := range map[string]string{"full.toml": full, "strict.toml": strict} {
			if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		functions := &bank.Tables["REGK31"].Variables[1]
		has := map[string]bool{}
		for _, v := range functions.Values {
			has[v.ID] = true
		}
		p, err := plan.Parse("full.toml", []byte(full))
		if err != nil {
			t.Fatal(err)
		}
		extracts, _, err := danmark.Extracts(p.Indicators())
		if err != nil {
			t.Fatal(err)
		}
		var lacking []string
		fetched := 0
		for _, account := range extracts[0].Select[1].Values {
			if has[account] {
				fetched++
			} else {
				lacking = append(lacking, account)
			}
		}
		if len(lacking) < 20 || fetched < 20 {
			t.Fatalf("%d accounts are lacking, and %d are there", len(lacking), fetched)
		}
		for _, again := range []string{"fetched", "kept"} {
			stdout, stderr, code := raaderum("fetch", "--year", "2024", "--out", "data", "--plan", "full.toml")
			said := strings.Join(strings.Fields(stderr), " ")
			want := "REGK31 har ikke konti, som planen bruger (FUNKTION): " + lang.List(lacking).In(lang.Danish) + ". De er sprunget over"
			if code != 0 || !strings.Contains(said, want) {
				t.Errorf("%s: exit code %d, want %q: %s%s", again, code, want, stdout, stderr)
			}
			within80(t, stderr)
		}
		text, err := os.ReadFile("data/regk31_2024.csv")
		if n := bytes.Count(text, []byte("\n")); err != nil || n != 98*fetched+1 {
			t.Errorf("%d lines, %v", n, err)
		}
		if _, stderr, code := raaderum("fetch", "--year", "2024", "--out", "other", "--plan", "strict.toml", "--table", "REGK31"); code == 0 || !strings.Contains(stderr, "ingen værdi '"+lacking[0]+"'") {
			t.Errorf("a plan that may lack nothing: exit code %d: %s", code, stderr)
		}
		functions.Values = []fakestatbank.Value{{ID: "99999", Text: "Andet"}}
		if _, stderr, code := raaderum("fetch", "--year", "2024", "--out", "other", "--plan", "full.toml", "--table", "REGK31"); code == 0 || !strings.Contains(stderr, "ingen værdi '"+lacking[0]+"'") {
			t.Errorf("a table without any of the accounts: exit code %d: %s", code, stderr)
		}
	})
}

// TestFetchFewer: of figures that the reply does not have it is said that it does
// not have them, and no more.
func TestFetchFewer(t *testing.T) {
	withBank(t, func(t *testing.T, bank *fakestatbank.Server) {
		t.Chdir(t.TempDir())
		bank.Instead = func(_ int, w http.ResponseWriter, _ *http.Request, asked fakestatbank.Asked) bool {
			if len(asked.Variables) == 0 {
				return false
			}
			var names, first []string
			for _, v := range asked.Variables {
				names, first = append(names, strings.ToUpper(v.Code)), append(first, v.Values[0])
			}
			fmt.Fprintf(w, "%s;INDHOLD\r\n%s;5\r\n", strings.Join(names, ";"), strings.Join(first, ";"))
			return true
		}
		for l, want := range map[string]string{
			"da": "har ikke 2.449 af de 2.450 tal, der blev bedt om: de stod ikke i serverens svar. Se i tabellen, om den har dem. Har den det, så hent igen med --force.",
			"en": "does not have 2,449 of the 2,450 figures asked for: they were not in the server's reply. See whether the table has them. If it does, fetch again with --force.",
		} {
			_, stderr, code := raaderum("fetch", "--year", "2024", "--out", "data", "--table", "REGK31", "--lang", l)
			if said := strings.Join(strings.Fields(stderr), " "); code != 0 || !strings.Contains(said, want) {
				t.Errorf("exit code %d, want %q: %s", code, want, stderr)
			}
			within80(t, stderr)
		}
	})
}

// TestFetchInterrupted shows that an interruption says that finished files are
// whole, and that they are.
func TestFetchInterrupted(t *testing.T) {
	withBank(t, func(t *testing.T, bank *fakestatbank.Server) {
		t.Chdir(t.TempDir())
		ctx, cancel := context.WithCancel(context.Background())
		bank.Instead = func(n int, _ http.ResponseWriter, r *http.Request, _ fakestatbank.Asked) bool {
			if n == 4 {
				cancel()
				<-r.Context().Done()
			}
			return n == 4
		}
		var stdout, stderr bytes.Buffer
		err := runProgram(ctx, []string{"raaderum", "fetch", "--year", "2024", "--out", "data"}, &stdout, &stderr)
		if words := describeError(err, findLanguage(nil)); findExitCode(err) != 1 || !strings.Contains(words, "afbrudt. De filer, der er nævnt ovenfor, er hele.") {
			t.Errorf("%s, exit code %d", words, findExitCode(err))
		}
		files, err := filepath.Glob("data/*")
		if err != nil || !slices.Equal(files, []string{filepath.FromSlash("data/regk31_2024.csv"), filepath.FromSlash("data/regk31_2024.csv.json")}) {
			t.Errorf("files %v, %v", files, err)
		}
		if !strings.Contains(stdout.String(), "regk31_2024.csv: 2.450 tal") {
			t.Errorf("said %q", stdout.String())
		}
	})
}

// TestProgress holds the line that shows how far a fetch is.
func TestProgress(t *testing.T) {
	var b strings.Builder
	p := &progress{w: &b}
	p.showRequest(statbank.Progress{Table: "REGK31"})
	p.showRequest(statbank.Progress{Table: "REGK31", File: "regk31_2024.csv", Bytes: 12_345_678})
	p.showRequest(statbank.Progress{Table: "REGK31", Waiting: 1500 * time.Millisecond, Because: errors.New(strings.Repeat("travlt ", 20))})
	p.clearLine()
	want := "\rREGK31: spørger …" +
		"\rregk31_2024.csv: 12,3 MB" +
		"\rREGK31: venter 2 s: travlt travlt travlt travlt travlt travlt travlt travlt tr…" +
		"\r" + strings.Repeat(" ", 79) + "\r"
	if b.String() != want {
		t.Errorf("got  %q\nwant %q", b.String(), want)
	}
	quiet := newProgress(&b, 0)
	b.Reset()
	quiet.showRequest(statbank.Progress{Table: "REGK31"})
	quiet.clearLine()
	if b.Len() > 0 {
		t.Errorf("says %q where nobody looks on", b.String())
	}
}

func TestParseYears(t *testing.T) {
	for text, want := range map[string][]int{
		"2024": {2024}, "2021..2024": {2021, 2022, 2023, 2024}, "2023,2021": {2021, 2023}, "2019,2021..2022,2021": {2019, 2021, 2022}, " 2021 .. 2022 ": {2021, 2022},
	} {
		if got, err := parseYears(text); err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", ",", "2021..", "..2024", "2021...2024", "2024..2021", "24", "2021-2024", "0..99999999", "2021..2024..2025", "20x4"} {
		if got, err := parseYears(text); findExitCode(err) != 2 {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
}
