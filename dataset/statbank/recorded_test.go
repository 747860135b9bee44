package statbank_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset/statbank"
	"github.com/raaderum/raaderum/internal/fakestatbank"
)

// recorded reads a reply of the real interface, which this repository does not
// hold.
func recorded(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "formats", "statbank", name))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("the recorded reply %s is not here", name)
	}
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// A recorded reply of FOLK1A is accepted, and kept byte by byte.
func TestFetchKeepsARecordedReply(t *testing.T) {
	for _, name := range []string{"JonasRex_FOLK1A_bulk_codes.csv", "razz7_FOLK1A.csv"} {
		t.Run(name, func(t *testing.T) {
			reply := recorded(t, name)
			table, request := describeReply(string(reply))
			run(t, func(t *testing.T, b *bench) {
				b.Tables["FOLK1A"] = table
				b.insteadOfData(func(w http.ResponseWriter, _ *http.Request) { w.Write(reply) })
				f := b.mustFetch(t, t.TempDir(), request, false)
				if read(t, f.Path) != string(reply) {
					t.Error("the file is not the reply")
				}
				rows := int64(bytes.Count(reply, []byte("\n")) - 1)
				if f.Rows != rows || f.Missing() != 0 {
					t.Errorf("%d rows of %d, %d missing", f.Rows, rows, f.Missing())
				}
			})
		})
	}
}

// describeReply makes the description of a table that a reply is all of, and a
// request for it.
func describeReply(reply string) (*fakestatbank.Table, statbank.Request) {
	table := &fakestatbank.Table{ID: "FOLK1A", Updated: "2020-02-11T08:00:00"}
	request := statbank.Request{Table: "FOLK1A"}
	lines := strings.Split(strings.TrimSpace(strings.TrimPrefix(reply, "\ufeff")), "\n")
	names := strings.Split(strings.TrimSpace(lines[0]), ";")
	names = names[:len(names)-1]
	values := make([][]fakestatbank.Value, len(names))
	for _, line := range lines[1:] {
		for i, code := range strings.Split(line, ";")[:len(names)] {
			if value := (fakestatbank.Value{ID: code}); !slices.Contains(values[i], value) {
				values[i] = append(values[i], value)
			}
		}
	}
	for i, name := range names {
		v := fakestatbank.Variable{ID: name, Time: name == "TID", Values: values[i]}
		table.Variables = append(table.Variables, v)
		if name == "TID" {
			for year := 2008; year <= 2020; year++ {
				request.Years = append(request.Years, year)
			}
			continue
		}
		s := statbank.Selection{Variable: name}
		for _, v := range values[i] {
			s.Values = append(s.Values, v.ID)
		}
		request.Select = append(request.Select, s)
	}
	return table, request
}

// A recorded description is read; it is of one variable alone, which is told.
func TestTableOfARecordedDescription(t *testing.T) {
	reply := recorded(t, "denstatbank_mock_tableinfo_resp.json")
	run(t, func(t *testing.T, b *bench) {
		ask := func(text []byte) (*statbank.Table, error) {
			b.insteadOfAll(func(w http.ResponseWriter, _ *http.Request) { w.Write(text) })
			return b.client.Table(t.Context(), "FOLK1A")
		}
		_, err := ask(reply)
		wantError(t, err, statbank.WrongReply)
		wantWords(t, err, []string{"ingen variabel er tid"}, []string{"no variable is time"})

		var whole map[string]any
		if err := json.Unmarshal(reply, &whole); err != nil {
			t.Fatal(err)
		}
		whole["variables"] = append(whole["variables"].([]any), map[string]any{
			"id": "Tid", "time": true, "values": []any{map[string]any{"id": "2020K1"}},
		})
		text, err := json.Marshal(whole)
		if err != nil {
			t.Fatal(err)
		}
		table, err := ask(text)
		if err != nil {
			t.Fatal(err)
		}
		first := table.Variables[0]
		if table.Updated != "2020-02-11T08:00:00" || table.Unit != "number" ||
			len(first.Values) != 3 || !first.Elimination {
			t.Errorf("got %+v", table)
		}
	})
}
