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

// wantBoth fails where a folder does not hold the accounts and their record.
func wantBoth(t *testing.T, dir string) {
	t.Helper()
	want := []string{accountsFile, accountsFile + ".json"}
	if diff := cmp.Diff(want, filesIn(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestFetchLeavesTheReplyAndItsRecord(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		dir := filepath.Join(t.TempDir(), "new", "data")
		file := b.mustFetch(t, dir, accounts(), false)
		text := read(t, file.Path)
		// The stand-in's figures are the rows' positions.
		want := "\xef\xbb\xbfOMRÅDE;FUNKTION;DRANST;ART;PRISENHED;TID;INDHOLD\r\n" +
			"101;2820;1;TOT;INDL;2023;0,5\r\n" +
			"101;2820;1;TOT;INDL;2024;1,5\r\n" +
			"101;32201;1;TOT;INDL;2023;2,5\r\n"
		if !strings.HasPrefix(text, want) {
			t.Errorf("got %q", text)
		}
		if file.Path != filepath.Join(dir, accountsFile) || file.Kept || file.Replaced ||
			file.Missing() != 0 {
			t.Errorf("got %+v", file)
		}
		var record statbank.Record
		if err := json.Unmarshal([]byte(read(t, file.Path+".json")), &record); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(file.Record, record); diff != "" {
			t.Errorf("the record in the file is another: %s", diff)
		}
		sum := fmt.Sprintf("%x", sha256.Sum256([]byte(text)))
		if record.Rows != 12 || record.Bytes != int64(len(text)) || record.SHA256 != sum ||
			record.Updated != "2025-05-15T08:00:00" || !record.Fetched.Equal(today) ||
			record.Base != baseURL+"/v1" {
			t.Errorf("record %+v", record)
		}
		asked := b.Asked()
		if len(asked) != 2 || asked[0].Path != "/v1/tableinfo" || asked[1].Path != "/v1/data" {
			t.Fatalf("asked %v", b.Paths())
		}
		for _, a := range asked {
			isOurs := strings.HasPrefix(a.UserAgent, "raaderum ")
			if a.Lang != "da" || !isOurs || a.Table != "REGK31" {
				t.Errorf("asked %+v", a)
			}
		}
		if asked[0].Format != "JSON" || asked[1].Format != "CSV" || asked[1].Present != "Code" {
			t.Errorf("asked %+v", asked)
		}
	})
}

func TestFetchKeepsWhatItHas(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		dir := t.TempDir()
		fetch := func(r statbank.Request, force bool) statbank.File {
			t.Helper()
			return b.mustFetch(t, dir, r, force)
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
		f := fetch(other, false)
		if f.Kept || !f.Replaced || !strings.Contains(read(t, f.Path), ";32208;") {
			t.Error("another request does not replace the file")
		}
		wantBoth(t, dir)
	})
}

func TestFetchDoesNotOverwriteWhatItDidNotFetch(t *testing.T) {
	write := func(path, text string) error { return os.WriteFile(path, []byte(text), 0o666) }
	for name, prepare := range map[string]func(path string) error{
		"own file":       func(path string) error { return write(path, "mine") },
		"damaged record": func(path string) error { return write(path+".json", "{") },
		"changed since":  func(path string) error { return write(path, "changed") },
	} {
		t.Run(name, func(t *testing.T) {
			run(t, func(t *testing.T, b *bench) {
				dir := t.TempDir()
				if name != "own file" {
					b.mustFetch(t, dir, accounts(), false)
				}
				path := filepath.Join(dir, accountsFile)
				if err := prepare(path); err != nil {
					t.Fatal(err)
				}
				before, asked := read(t, path), len(b.Asked())
				_, err := b.fetch(t, dir, false)
				wantError(t, err, statbank.FileInTheWay)
				words := []string{"REGK31", path, "--force"}
				wantWords(t, err, words, words)
				if read(t, path) != before || len(b.Asked()) != asked {
					t.Error("the file was touched, or the server asked for nothing")
				}
				if _, err := b.fetch(t, dir, true); err != nil {
					t.Error(err)
				}
			})
		})
	}
}

// What stands at the place of a record that there is none of is somebody's own.
func TestFetchDoesNotOverwriteAnotherForARecord(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		dir := t.TempDir()
		path := filepath.Join(dir, accountsFile+".json")
		if err := os.WriteFile(path, []byte(`{"mine":1}`), 0o666); err != nil {
			t.Fatal(err)
		}
		_, err := b.fetch(t, dir, false)
		wantError(t, err, statbank.FileInTheWay)
		wantWords(t, err,
			[]string{path + "' er ikke, som den blev hentet, eller er slet ikke hentet", "--force"},
			[]string{path + "' is not as it was fetched, or was not fetched at all", "--force"})
		if read(t, path) != `{"mine":1}` {
			t.Error("it was overwritten")
		}
		if _, err := b.fetch(t, dir, true); err != nil {
			t.Error(err)
		}
	})
}

// After a crash between the record and the file, the older file is still known.
func TestFetchGoesOnAfterACrash(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		dir := t.TempDir()
		old := b.mustFetch(t, dir, accounts(), false)
		text := read(t, old.Path)
		other := accounts()
		other.Select[1].Values = []string{"32208"}
		b.mustFetch(t, dir, other, false)
		// As if the last rename had not come.
		if err := os.WriteFile(old.Path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if f, err := b.client.Fetch(t.Context(), dir, other, false); err != nil || f.Kept {
			t.Errorf("%+v, %v", f, err)
		}
	})
}

// A run that is interrupted in the second file has the first, and the next run
// asks only for the second.
func TestFetchGoesOnAfterAnInterruption(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		dir := t.TempDir()
		second := accounts()
		second.Years = []int{2021}
		ctx, cancel := context.WithCancel(t.Context())
		b.Instead = func(n int, w http.ResponseWriter, r *http.Request, a fakestatbank.Asked) bool {
			if n == 4 {
				fmt.Fprint(w, rowsHeader+"101;2820;1;TOT;INDL;2021;1\r\n")
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
		wantBoth(t, dir)
		for i, r := range []statbank.Request{accounts(), second} {
			f, err := b.client.Fetch(t.Context(), dir, r, false)
			if err != nil || f.Kept != (i == 0) {
				t.Errorf("%+v, %v", f, err)
			}
		}
	})
}

func TestFetchTwiceAtOnce(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		dir := t.TempDir()
		var group sync.WaitGroup
		for range 8 {
			group.Go(func() {
				if _, err := b.fetch(t, dir, true); err != nil {
					t.Error(err)
				}
			})
		}
		group.Wait()
		if f, err := b.fetch(t, dir, false); err != nil || !f.Kept {
			t.Errorf("%+v, %v", f, err)
		}
		if names := filesIn(t, dir); len(names) != 2 {
			t.Errorf("files %v", names)
		}
	})
}

func TestFetchAsksForBulkBeyondTheBound(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		b.MaxCells = 10 // the server has another bound than it is known to have
		dir := t.TempDir()
		f := b.mustFetch(t, dir, accounts(), false)
		if f.Rows != 12 || f.Request.Format != "BULK" {
			t.Fatalf("%+v", f)
		}
		if f, err := b.fetch(t, dir, false); err != nil || !f.Kept {
			t.Errorf("a file that came as BULK is not kept: %v", err)
		}
	})
}

func TestFetchWhereItCannotWrite(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "file"), nil, 0o666); err != nil {
			t.Fatal(err)
		}
		_, err := b.fetch(t, filepath.Join(dir, "file"), false)
		wantError(t, err, statbank.Disk)
		wantWords(t, err, []string{"ikke en mappe", "--out"}, []string{"not a folder", "--out"})

		if err := os.MkdirAll(filepath.Join(dir, accountsFile), 0o777); err != nil {
			t.Fatal(err)
		}
		_, err = b.fetch(t, dir, true)
		wantError(t, err, statbank.FileInTheWay)
		if len(b.Asked()) != 0 {
			t.Errorf("asked %v for a file that cannot be written", b.Paths())
		}
	})
}

// Links that lead in a circle are told as that.
func TestLinksInACircle(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		t.Chdir(t.TempDir())
		if err := os.Symlink("loop", "loop"); err != nil {
			t.Skip(err)
		}
		_, err := b.fetch(t, "loop", false)
		wantError(t, err, statbank.Disk)
		wantWords(t, err, []string{"--out"}, []string{"--out"})
		if err := os.Symlink(accountsFile, accountsFile); err != nil {
			t.Fatal(err)
		}
		_, err = b.fetch(t, ".", false)
		wantError(t, err, statbank.Disk)
		wantWords(t, err,
			[]string{"genveje (links) på stien fører i ring"},
			[]string{"links in the path lead in a circle"})
	})
}

// A folder that cannot be made is left as it is, whatever stands there.
func TestALinkToNoFolderStays(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		t.Chdir(t.TempDir())
		if err := os.Symlink("nowhere", "link"); err != nil {
			t.Skip(err)
		}
		_, err := b.fetch(t, "link", false)
		wantError(t, err, statbank.Disk)
		if _, err := os.Lstat("link"); err != nil {
			t.Error(err)
		}
	})
}

// What a run that was killed has left goes with the next one.
func TestFetchRemovesLeftovers(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, ".raaderum-0123abcd"), nil, 0o666); err != nil {
			t.Fatal(err)
		}
		b.mustFetch(t, dir, accounts(), false)
		wantBoth(t, dir)
	})
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
