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

// What is no file is not replaced by one, and neither is a link that leads
// nowhere, whatever is asked for.
func TestOnlyFilesAreReplaced(t *testing.T) {
	t.Chdir(t.TempDir())
	for link, to := range map[string]string{"nowhere.xlsx": "missing.xlsx", "loop.xlsx": "loop.xlsx", "device.xlsx": os.DevNull} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip(err)
		}
	}
	for name, want := range map[string][2]string{
		"nowhere.xlsx": {"et link til en fil, der ikke findes", "a link to a file that does not exist"},
		"loop.xlsx":    {"links) på stien fører i ring", "links in the path lead in a circle"},
		"device.xlsx":  {"den er ikke en almindelig fil", "it is no ordinary file"},
	} {
		for i, l := range []string{"da", "en"} {
			_, stderr, code := raaderum("benchmark", "--municipality", "Viborg", "--out", name, "--force", "--lang", l)
			if said := strings.Join(strings.Fields(stderr), " "); code != 1 || !strings.Contains(said, want[i]) {
				t.Errorf("%s, exit code %d: %s", name, code, stderr)
			}
		}
		if info, err := os.Lstat(name); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("%s is replaced: %v", name, err)
		}
	}
}
