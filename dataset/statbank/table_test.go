package statbank_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset/statbank"
)

// What can be wrong in the description of a table.
func TestTableRefusesWhatIsNone(t *testing.T) {
	variable := func(id string, time bool, values string) string {
		const format = `{"id":%q,"text":"x","elimination":true,"time":%v,"values":%s}`
		return fmt.Sprintf(format, id, time, values)
	}
	one := `[{"id":"2024","text":"2024"}]`
	table := func(variables ...string) string {
		return `{"id":"REGK31","updated":"x","variables":[` + strings.Join(variables, ",") + `]}`
	}
	noObject, noName := "den er ikke et JSON-objekt", "intet brugbart navn"
	for _, c := range []struct{ name, body, da string }{
		{"no JSON", `{"id": REGK31}`, "ikke gyldig JSON (tegn 8)"},
		{"a list", `[1,2]`, noObject},
		{"a number", `7`, noObject},
		{"other JSON", `{"hello":"world"}`, "ingen variable"},
		{
			"another table", `{"id":"FOLK1A","variables":[` + variable("Tid", true, one) + `]}`,
			"af tabellen 'FOLK1A'",
		},
		{
			"variables of another kind", `{"id":"REGK31","variables":{"a":1}}`,
			"'variables' er af en anden slags",
		},
		{
			"values of another kind", table(variable("Tid", true, `["2024"]`)),
			"'variables.values' er af en anden slags",
		},
		{"a variable without values", table(variable("Tid", true, `[]`)), noName + " ('Tid')"},
		{"a variable without a name", table(variable("", true, one)), noName},
		{
			"a name that cannot be in a row", table(variable("Tid", true, `[{"id":"20;24"}]`)),
			noName + " ('20;24')",
		},
		{
			"a variable twice", table(variable("Tid", true, one), variable("TID", false, one)),
			"'TID' står to gange",
		},
		{
			"a value twice", table(variable("Tid", true, `[{"id":"1"},{"id":"1"}]`)),
			"'1' står to gange",
		},
		{"no time", table(variable("A", false, one)), "ingen variabel er tid"},
		{
			"two times", table(variable("A", true, one), variable("B", true, one)),
			"flere variable er tid",
		},
		{"depth without end", strings.Repeat("[", 20_000), "ikke gyldig JSON"},
	} {
		t.Run(c.name, func(t *testing.T) {
			run(t, func(t *testing.T, b *bench) {
				b.insteadOfAll(status(200, c.body, "Content-Type", "application/json"))
				_, err := b.client.Table(t.Context(), "REGK31")
				wantError(t, err, statbank.WrongReply)
				da := []string{"REGK31", c.da, "adressen er rigtig"}
				wantWords(t, err, da, []string{"REGK31"})
				if len(b.Asked()) != 1 {
					t.Errorf("asked %d times", len(b.Asked()))
				}
			})
		})
	}
}

// A table's description has its bound, too.
func TestTableOfNoEnd(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		bomb := zipped(io.LimitReader(repeat(0), 9<<20))
		b.insteadOfAll(status(200, bomb, "Content-Encoding", "gzip"))
		_, err := b.client.Table(t.Context(), "REGK31")
		wantError(t, err, statbank.TooLarge)
		wantWords(t, err, []string{"større end de 8,4 MB"}, []string{"larger than the 8.4 MB"})
	})
}
