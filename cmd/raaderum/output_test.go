package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/raaderum/raaderum/lang"
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
	if err := os.Mkdir("folder.xlsx", 0o777); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][2]string{
		"folder.xlsx":  {"er en mappe", "is a folder"},
		"nowhere.xlsx": {"et link til en fil, der ikke findes", "a link to a file that does not exist"},
		"loop.xlsx":    {"links) på stien fører i ring", "links in the path lead in a circle"},
		"device.xlsx":  {"den er ikke en almindelig fil", "it is no ordinary file"},
	} {
		for i, l := range []string{"da", "en"} {
			// Before anything is read: there is no such file of data.
			for _, force := range []string{"--force=true", "--force=false"} { // which could not help
				_, stderr, code := raaderum("benchmark", "--data", "none.csv", "--out", name, force, "--lang", l)
				if said := strings.Join(strings.Fields(stderr), " "); code != 1 || !strings.Contains(said, want[i]) {
					t.Errorf("%s, %s, exit code %d: %s", name, force, code, stderr)
				}
			}
		}
		if info, err := os.Lstat(name); err != nil || info.Mode()&(os.ModeSymlink|os.ModeDir) == 0 {
			t.Errorf("%s is replaced: %v", name, err)
		}
	}
}

// Of several workbooks none is written where one of them cannot be.
func TestAllFilesAreLookedAtFirst(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Symlink("missing.xlsx", "Ærø.xlsx"); err != nil {
		t.Skip(err)
	}
	for _, force := range []string{"--force=true", "--force=false"} {
		_, stderr, code := raaderum("benchmark", "--municipality", "all", "--out", "{kommune}.xlsx", force)
		said := strings.Join(strings.Fields(stderr), " ")
		if code != 1 || !strings.Contains(said, "'Ærø.xlsx' kan ikke skrives: den er et link til en fil, der ikke findes") {
			t.Errorf("%s, exit code %d: %s", force, code, stderr)
		}
	}
	if names := listed(t, "."); !slices.Equal(names, []string{"Ærø.xlsx"}) {
		t.Errorf("the files are %v", names)
	}
}

// What a run that was killed has left goes with the next one: beside the
// workbook, and in the folder for temporary files.
func TestLeftoversAreRemoved(t *testing.T) {
	t.Chdir(t.TempDir())
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp)
	if err := os.WriteFile(".raaderum-0123abcd", []byte("half"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(temp, "raaderum-123"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("p.toml", []byte(twoAreas), 0o666); err != nil {
		t.Fatal(err)
	}
	_, stderr, code := raaderum("benchmark", "--plan", "p.toml", "--municipality", "Viborg", "--out", "v.xlsx")
	if code != 0 {
		t.Errorf("exit code %d: %s", code, stderr)
	}
	if names := listed(t, "."); !slices.Equal(names, []string{"p.toml", "v.xlsx"}) {
		t.Errorf("the files are %v", names)
	}
	if names := listed(t, temp); len(names) > 0 && runtime.GOOS != "windows" {
		t.Errorf("the temporary files are %v", names)
	}
}

// A full folder for temporary files is not blamed on the file that is written,
// and a file is called by its own name.
func TestWhyAFileCannotBeWritten(t *testing.T) {
	t.Chdir(t.TempDir())
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp)
	folder := filepath.Join(temp, "raaderum-1")
	other := filepath.Join(temp, "b.xlsx")
	full := func(path string) error {
		return fmt.Errorf("a sheet: %w", &fs.PathError{Op: "write", Path: path, Err: syscall.ENOSPC})
	}
	for _, c := range []struct {
		err    error
		da, en string
	}{
		{
			full(filepath.Join(folder, "excelize-1")),
			"'a.xlsx' kan ikke skrives: i mappen til midlertidige filer, '" + temp + "', lykkedes det ikke (disken er fuld). Skaf plads dér",
			"'a.xlsx' cannot be written: in the folder for temporary files, '" + temp + "', it did not succeed (the disk is full). Make room there",
		},
		{full(other), "'a.xlsx' kan ikke skrives: disken er fuld.", "'a.xlsx' cannot be written: the disk is full."},
		{
			&os.LinkError{Op: "rename", Old: ".raaderum-0123abcd", New: "a.xlsx", Err: syscall.EXDEV},
			"'a.xlsx' kan ikke skrives: den ligger på et andet drev.", "'a.xlsx' cannot be written: it is on another drive.",
		},
		{
			errors.New("odd"),
			"'a.xlsx' kan ikke skrives: systemet svarede: odd.", "'a.xlsx' cannot be written: the system answered: odd.",
		},
	} {
		err := writeFile(context.Background(), "a.xlsx", false, func(io.Writer) error {
			return blameTempFolder(folder, c.err)
		})
		for l, want := range map[lang.Language]string{lang.Danish: c.da, lang.English: c.en} {
			if said := lang.Of(err, l); !strings.Contains(said, want) || strings.Contains(said, ".raaderum") {
				t.Errorf("%q, want %q", said, want)
			}
		}
	}
	if names := listed(t, "."); len(names) > 0 {
		t.Errorf("files are left: %v", names)
	}
}
