package main

import (
	"os"
	"strings"
	"testing"
)

// What the system and the libraries say in English is said in the user's language.
func TestWordsOfTheSystem(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Symlink("loop.toml", "loop.toml"); err != nil {
		t.Skip(err)
	}
	for name, text := range map[string]string{
		"p.toml": oneArea + "year = 99999999999999999999\n",
		"q.toml": "title \"x\"\n",
		"r.toml": "title = \"x\"\ndrivers = [\"a\",\n\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for args, want := range map[string][2]string{
		"areas --plan loop.toml":     {"genveje (links) på stien fører i ring", "links in the path lead in a circle"},
		"benchmark --force=maybe":    {"et valg er skrevet forkert. Skriv", "a flag is written wrongly. Write"},
		"areas --plan p.toml":        {"p.toml, linje 4: tallet i 'year = 99999999999999999999' er for stort.", "p.toml, line 4: the number in 'year = 99999999999999999999' is too large."},
		"areas --plan q.toml":        {"linje 1: filen er ikke gyldig TOML ved 'title \"x\"'", "line 1: the file is not valid TOML at 'title \"x\"'"},
		"areas --plan r.toml":        {"linje 2: filen er ikke gyldig TOML ved 'drivers = [\"a\",'", "line 2: the file is not valid TOML at 'drivers = [\"a\",'"},
		"check --corrections q.toml": {"linje 1: filen er ikke gyldig TOML ved 'title \"x\"'", "line 1: the file is not valid TOML at 'title \"x\"'"},
	} {
		for i, l := range []string{"da", "en"} {
			_, stderr, code := raaderum(append(strings.Fields(args), "--lang", l)...)
			if said := strings.Join(strings.Fields(stderr), " "); code == 0 || !strings.Contains(said, want[i]) {
				t.Errorf("%s, exit code %d: %s", args, code, stderr)
			}
			within80(t, stderr)
		}
	}
}
