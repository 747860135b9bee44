package statbank_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset/statbank"
	"github.com/raaderum/raaderum/internal/fakestatbank"
)

// What can be wrong in the description of a table.
func TestTableRefusesWhatIsNone(t *testing.T) {
	variable := func(id string, time bool, values string) string {
		return fmt.Sprintf(`{"id":%q,"text":"x","elimination":true,"time":%v,"values":%s}`, id, time, values)
	}
	one := `[{"id":"2024","text":"2024"}]`
	of := func(variables ...string) string {
		return `{"id":"REGK31","updated":"x","variables":[` + strings.Join(variables, ",") + `]}`
	}
	for _, c := range []struct{ name, body, da string }{
		{"no JSON", `{"id": REGK31}`, "ikke gyldig JSON (tegn 8)"},
		{"a list", `[1,2]`, "den er ikke et JSON-objekt"},
		{"a number", `7`, "den er ikke et JSON-objekt"},
		{"other JSON", `{"hello":"world"}`, "ingen variable"},
		{"another table", `{"id":"FOLK1A","variables":[` + variable("Tid", true, one) + `]}`, "af tabellen 'FOLK1A'"},
		{"variables of another kind", `{"id":"REGK31","variables":{"a":1}}`, "'variables' er af en anden slags"},
		{"values of another kind", of(variable("Tid", true, `["2024"]`)), "'variables.values' er af en anden slags"},
		{"a variable without values", of(variable("Tid", true, `[]`)), "intet brugbart navn ('Tid')"},
		{"a variable without a name", of(variable("", true, one)), "intet brugbart navn"},
		{"a name that cannot be in a row", of(variable("Tid", true, `[{"id":"20;24"}]`)), "intet brugbart navn ('20;24')"},
		{"a variable twice", of(variable("Tid", true, one), variable("TID", false, one)), "'TID' står to gange"},
		{"a value twice", of(variable("Tid", true, `[{"id":"1"},{"id":"1"}]`)), "'1' står to gange"},
		{"no time", of(variable("A", false, one)), "ingen variabel er tid"},
		{"two times", of(variable("A", true, one), variable("B", true, one)), "flere variable er tid"},
		{"depth without end", strings.Repeat("[", 20_000), "ikke gyldig JSON"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			b.Instead = func(_ int, w http.ResponseWriter, r *http.Request, _ fakestatbank.Asked) bool {
				status(200, c.body, "Content-Type", "application/json")(w, r)
				return true
			}
			_, err := b.client.Table(context.Background(), "REGK31")
			anError(t, err, statbank.WrongReply)
			says(t, err, []string{"REGK31", c.da, "adressen er rigtig"}, []string{"REGK31", "the address right"}[:1])
			if len(b.Asked()) != 1 {
				t.Errorf("asked %d times", len(b.Asked()))
			}
		})
	}
}

// A table's description has its bound, too.
func TestTableOfNoEnd(t *testing.T) {
	b := newBench(t)
	b.Instead = func(_ int, w http.ResponseWriter, r *http.Request, _ fakestatbank.Asked) bool {
		status(200, zipped(io.LimitReader(zeros{}, 50<<20)), "Content-Encoding", "gzip")(w, r)
		return true
	}
	_, err := b.client.Table(context.Background(), "REGK31")
	anError(t, err, statbank.TooLarge)
	says(t, err, []string{"større end de 8,4 MB"}, []string{"larger than the 8.4 MB"})
}
