package statbank_test

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/dataset/statbank"
	"github.com/raaderum/raaderum/internal/fakestatbank"
)

func TestFetchLeavesTheReplyAndItsRecord(t *testing.T) {
	b := newBench(t)
	dir := filepath.Join(t.TempDir(), "new", "data")
	file, err := b.client.Fetch(context.Background(), dir, accounts(), false)
	if err != nil {
		t.Fatal(err)
	}
	text := read(t, file.Path)
	// The stand-in's figures are the rows' positions.
	want := "\xef\xbb\xbfOMRÅDE;FUNKTION;DRANST;ART;PRISENHED;TID;INDHOLD\r\n" +
		"101;2820;1;TOT;INDL;2023;0,5\r\n" +
		"101;2820;1;TOT;INDL;2024;1,5\r\n" +
		"101;32201;1;TOT;INDL;2023;2,5\r\n"
	if !strings.HasPrefix(text, want) {
		t.Errorf("got %q", text)
	}
	if file.Path != filepath.Join(dir, accountsFile) || file.Kept || file.Replaced || file.Missing() != 0 {
		t.Errorf("got %+v", file)
	}
	var record statbank.Record
	if err := json.Unmarshal([]byte(read(t, file.Path+".json")), &record); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(file.Record, record); diff != "" {
		t.Errorf("the record in the file is another: %s", diff)
	}
	if record.Rows != 12 || record.Bytes != int64(len(text)) || record.SHA256 != fmt.Sprintf("%x", sha256.Sum256([]byte(text))) ||
		record.Updated != "2025-05-15T08:00:00" || !record.Fetched.Equal(today) || record.Base != b.url+"/v1" {
		t.Errorf("record %+v", record)
	}
	asked := b.Asked()
	if len(asked) != 2 || asked[0].Path != "/v1/tableinfo" || asked[1].Path != "/v1/data" {
		t.Fatalf("asked %v", b.Paths())
	}
	for _, a := range asked {
		if a.Lang != "da" || !strings.HasPrefix(a.UserAgent, "raaderum ") || a.Table != "REGK31" {
			t.Errorf("asked %+v", a)
		}
	}
	if asked[0].Format != "JSON" || asked[1].Format != "CSV" || asked[1].Present != "Code" {
		t.Errorf("asked %+v", asked)
	}
}

func TestFetchKeepsWhatItHas(t *testing.T) {
	b := newBench(t)
	dir := t.TempDir()
	fetch := func(r statbank.Request, force bool) statbank.File {
		t.Helper()
		f, err := b.client.Fetch(context.Background(), dir, r, force)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	first := fetch(accounts(), false)
	again := fetch(accounts(), false)
	if !again.Kept || again.SHA256 != first.SHA256 || len(b.Asked()) != 3 {
		t.Errorf("asked again: %v, %+v", b.Paths(), again)
	}
	if f := fetch(accounts(), true); f.Kept || !f.Replaced || len(b.Asked()) != 5 {
		t.Errorf("not asked again with force: %v", b.Paths())
	}
	b.Tables["REGK31"].Updated = "2025-11-01T08:00:00"
	if f := fetch(accounts(), false); f.Kept || f.Updated != "2025-11-01T08:00:00" {
		t.Error("an updated table is not fetched again")
	}
	b.Tables["REGK31"].Updated = "" // then nobody knows whether it was updated
	if f := fetch(accounts(), false); f.Kept {
		t.Error("a table that does not say when it was updated is kept")
	}
	b.Tables["REGK31"].Updated = "2025-11-01T08:00:00"
	other := accounts()
	other.Select[1].Values = []string{"32208"}
	if f := fetch(other, false); f.Kept || !f.Replaced || !strings.Contains(read(t, f.Path), ";32208;") {
		t.Error("another request does not replace the file")
	}
	if diff := cmp.Diff([]string{accountsFile, accountsFile + ".json"}, filesIn(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestFetchDoesNotOverwriteWhatItDidNotFetch(t *testing.T) {
	b := newBench(t)
	for name, prepare := range map[string]func(path string) error{
		"own file":       func(path string) error { return os.WriteFile(path, []byte("mine"), 0o666) },
		"damaged record": func(path string) error { return os.WriteFile(path+".json", []byte("{"), 0o666) },
		"changed since": func(path string) error {
			return os.WriteFile(path, []byte("changed"), 0o666)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if name != "own file" {
				if _, err := b.client.Fetch(context.Background(), dir, accounts(), false); err != nil {
					t.Fatal(err)
				}
			}
			path := filepath.Join(dir, accountsFile)
			if err := prepare(path); err != nil {
				t.Fatal(err)
			}
			before, asked := read(t, path), len(b.Asked())
			_, err := b.client.Fetch(context.Background(), dir, accounts(), false)
			anError(t, err, statbank.FileInTheWay)
			says(t, err, []string{"REGK31", path, "--force"}, []string{"REGK31", path, "--force"})
			if read(t, path) != before || len(b.Asked()) != asked {
				t.Error("the file was touched, or the server asked for nothing")
			}
			if _, err := b.client.Fetch(context.Background(), dir, accounts(), true); err != nil {
				t.Error(err)
			}
		})
	}
}

// What stands at the place of a record that there is none of is somebody's own.
func TestFetchDoesNotOverwriteAnotherForARecord(t *testing.T) {
	b := newBench(t)
	dir := t.TempDir()
	path := filepath.Join(dir, accountsFile+".json")
	if err := os.WriteFile(path, []byte(`{"mine":1}`), 0o666); err != nil {
		t.Fatal(err)
	}
	_, err := b.client.Fetch(context.Background(), dir, accounts(), false)
	anError(t, err, statbank.FileInTheWay)
	says(t, err, []string{"'" + path + "' er ikke, som den blev hentet, eller er slet ikke hentet", "--force"}, []string{"'" + path + "' is not as it was fetched, or was not fetched at all", "--force"})
	if read(t, path) != `{"mine":1}` {
		t.Error("it was overwritten")
	}
	if _, err := b.client.Fetch(context.Background(), dir, accounts(), true); err != nil {
		t.Error(err)
	}
}

// After a crash between the record and the file, the older file is still known.
func TestFetchGoesOnAfterACrash(t *testing.T) {
	b := newBench(t)
	dir := t.TempDir()
	old, err := b.client.Fetch(context.Background(), dir, accounts(), false)
	if err != nil {
		t.Fatal(err)
	}
	text := read(t, old.Path)
	other := accounts()
	other.Select[1].Values = []string{"32208"}
	if _, err := b.client.Fetch(context.Background(), dir, other, false); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(old.Path, []byte(text), 0o666); err != nil { // as if the last rename had not come
		t.Fatal(err)
	}
	if f, err := b.client.Fetch(context.Background(), dir, other, false); err != nil || f.Kept {
		t.Errorf("%+v, %v", f, err)
	}
}

// A run that is interrupted in the second file has the first, and the next run
// asks only for the second.
func TestFetchGoesOnAfterAnInterruption(t *testing.T) {
	b := newBench(t)
	dir := t.TempDir()
	second := accounts()
	second.Years = []int{2021}
	ctx, cancel := context.WithCancel(context.Background())
	b.Instead = func(n int, w http.ResponseWriter, r *http.Request, a fakestatbank.Asked) bool {
		if n == 4 {
			fmt.Fprint(w, "OMRÅDE;FUNKTION;DRANST;ART;PRISENHED;TID;INDHOLD\r\n101;2820;1;TOT;INDL;2021;1\r\n")
			w.(http.Flusher).Flush()
			cancel()
			<-r.Context().Done()
		}
		return n == 4
	}
	if _, err := b.client.Fetch(ctx, dir, accounts(), false); err != nil {
		t.Fatal(err)
	}
	if _, err := b.client.Fetch(ctx, dir, second, false); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	if diff := cmp.Diff([]string{accountsFile, accountsFile + ".json"}, filesIn(t, dir)); diff != "" {
		t.Error(diff)
	}
	for i, r := range []statbank.Request{accounts(), second} {
		f, err := b.client.Fetch(context.Background(), dir, r, false)
		if err != nil || f.Kept != (i == 0) {
			t.Errorf("%+v, %v", f, err)
		}
	}
}

func TestFetchTwiceAtOnce(t *testing.T) {
	b := newBench(t)
	dir := t.TempDir()
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if _, err := b.client.Fetch(context.Background(), dir, accounts(), true); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if f, err := b.client.Fetch(context.Background(), dir, accounts(), false); err != nil || !f.Kept {
		t.Errorf("%+v, %v", f, err)
	}
	if names := filesIn(t, dir); len(names) != 2 {
		t.Errorf("files %v", names)
	}
}

func TestFetchAsksForBulkBeyondTheBound(t *testing.T) {
	b := newBench(t)
	b.MaxCells = 10 // the server has another bound than it is known to have
	f, err := b.client.Fetch(context.Background(), t.TempDir(), accounts(), false)
	if err != nil || f.Rows != 12 || f.Request.Format != "BULK" {
		t.Fatalf("%+v, %v", f, err)
	}
	if f, err := b.client.Fetch(context.Background(), filepath.Dir(f.Path), accounts(), false); err != nil || !f.Kept {
		t.Errorf("a file that came as BULK is not kept: %v", err)
	}
}

func TestFetchWhereItCannotWrite(t *testing.T) {
	b := newBench(t)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "file"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	_, err := b.client.Fetch(context.Background(), filepath.Join(dir, "file"), accounts(), false)
	anError(t, err, statbank.Disk)
	says(t, err, []string{"ikke en mappe", "--out"}, []string{"not a folder", "--out"})

	if err := os.MkdirAll(filepath.Join(dir, accountsFile), 0o777); err != nil {
		t.Fatal(err)
	}
	_, err = b.client.Fetch(context.Background(), dir, accounts(), true)
	anError(t, err, statbank.FileInTheWay)
	if len(b.Asked()) != 0 {
		t.Errorf("asked %v for a file that cannot be written", b.Paths())
	}
}

func TestFileName(t *testing.T) {
	for _, c := range []struct {
		table string
		years []int
		want  string
	}{
		{"REGK31", []int{2021, 2022, 2023, 2024}, "regk31_2021-2024.csv"},
		{"FOLK1A", []int{2024}, "folk1a_2024.csv"},
		{"NGLK", []int{2023, 2021, 2021}, "nglk_2021_2023.csv"},
		{"NGLK", []int{2015, 2016, 2018, 2020, 2021}, "nglk_2015-2016_2018_2020-2021.csv"},
		{"../../x", []int{2024}, "------x_2024.csv"},
	} {
		if got := statbank.FileName(c.table, c.years); got != c.want {
			t.Errorf("%s %v: %s, want %s", c.table, c.years, got, c.want)
		}
	}
}
