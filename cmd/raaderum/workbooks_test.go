package main

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
)

func listed(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// writeTexts writes files into the current folder.
func writeTexts(t *testing.T, texts map[string]string) {
	t.Helper()
	for name, text := range texts {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// twoAreas is a plan of little to compare, so that a workbook is small.
const twoAreas = `title = "Kend din kommune"
estimator = "ols"
drivers = ["alder"]
[[driver]]
id = "alder"
of = ["gennemsnitsalder"]
[[area]]
id = "skole"
name = "Folkeskoler"
spending = ["regk31.3.22.01"]
spending_per = "folketal"
[[area]]
id = "administration"
name = "Administration"
spending = ["regk31.6.45.51"]
spending_per = "folketal"
`

// TestWorkbooks writes the workbook of every municipality: each the same as by
// itself, and none where one of them is there already. The long tests write all of
// the country's, and the others those of twelve with made-up figures.
func TestWorkbooks(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Mkdir("out", 0o777); err != nil {
		t.Fatal(err)
	}
	everyone := danmark.Accounts().Municipalities()
	benchmark := []string{"benchmark"}
	if !longtest.Wanted() {
		everyone = nil
		benchmark = append(benchmark, "--plan", "p.toml", "--data", "d.csv")
		var figures strings.Builder
		figures.WriteString("kommunekode;år;indikator;værdi\n")
		for i, name := range []string{"Aarhus", "Fanø", "Greve", "Høje-Taastrup", "Læsø", "Odense",
			"Randers", "Skive", "Thisted", "Vejle", "Viborg", "Ærø"} {
			at, _ := danmark.Accounts().Find(name)
			m := danmark.Accounts().Municipalities()[at]
			everyone = append(everyone, m)
			fmt.Fprintf(&figures, "%s;2024;u;%d\n%s;2024;x;%d\n", m.Code, 100+i*i%17, m.Code, i%5)
		}
		const plan = "title = \"Kend din kommune\"\nmin_n = 8\n" +
			"[[area]]\nid = \"a\"\nspending = [\"u\"]\ndrivers = [\"x\"]\n"
		writeTexts(t, map[string]string{"d.csv": figures.String(), "p.toml": plan})
	}
	all := append(benchmark, "--municipality", "all", "--out", "out/{kommune}.xlsx")
	stdout, stderr, code := raaderum(all...)
	said := fmt.Sprintf("Projektmapper skrevet: %d (out/{kommune}.xlsx).", len(everyone))
	if code != 0 || !strings.Contains(stderr, said) ||
		!strings.HasPrefix(stdout, "Kend din kommune: alle kommuner") {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	names := listed(t, "out")
	if len(names) != len(everyone) {
		t.Errorf("%d files", len(names))
	}
	for _, m := range everyone {
		if !pathExists("out/" + m.Name + ".xlsx") {
			t.Errorf("no workbook of %s", m.Name)
		}
	}
	for _, name := range []string{"Høje-Taastrup", "Læsø"} {
		if _, stderr, code := raaderum(append(benchmark, "--municipality", name, "--out", "{municipality}-alene.xlsx")...); code != 0 {
			t.Fatalf("exit code %d: %s", code, stderr)
		}
		// Only the sheet of the method differs, which has the command.
		if differ := partsDiffer(t, name+"-alene.xlsx", "out/"+name+".xlsx"); len(differ) != 1 {
			t.Errorf("the workbook of %s is another by itself: %v", name, differ)
		}
	}
	// One that is there stops all, before any is written.
	if err := os.Remove("out/Aarhus.xlsx"); err != nil {
		t.Fatal(err)
	}
	there := fmt.Sprint(len(everyone)-1, " af filerne")
	if _, stderr, code := raaderum(all...); code != 1 || !strings.Contains(stderr, there) {
		t.Errorf("exit code %d: %s", code, stderr)
	}
	if pathExists("out/Aarhus.xlsx") {
		t.Error("a workbook was written all the same")
	}
}

// partsDiffer are the parts that two workbooks do not have alike.
func partsDiffer(t *testing.T, a, b string) (names []string) {
	t.Helper()
	crc := map[string]uint32{}
	for i, path := range []string{a, b} {
		z, err := zip.OpenReader(path)
		if err != nil {
			t.Fatal(err)
		}
		defer z.Close()
		for _, part := range z.File {
			if i == 0 {
				crc[part.Name] = part.CRC32
				continue
			}
			if other, ok := crc[part.Name]; !ok || other != part.CRC32 {
				names = append(names, part.Name)
			}
			delete(crc, part.Name)
		}
	}
	return append(names, slices.Collect(maps.Keys(crc))...)
}

// TestWorkbooksInterrupted: what is finished is whole and stays, and nothing
// else is left. It is interrupted when three are written.
func TestWorkbooksInterrupted(t *testing.T) {
	t.Chdir(t.TempDir())
	asked, err := plan.Parse("p.toml", []byte(twoAreas))
	if err != nil {
		t.Fatal(err)
	}
	report, err := benchmark.Run(t.Context(), danmark.Accounts(), asked, benchmark.Options{})
	if err != nil {
		t.Fatal(err)
	}
	writer, err := excel.NewWriter(t.Context(), report, lang.Danish, excel.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var files []workbookFile
	for _, m := range report.AllMunicipalities() {
		files = append(files, workbookFile{m.Name + ".xlsx", m.Code})
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var mu sync.Mutex
	done := 0
	p := &program{line: io.Discard, lang: lang.Danish}
	err = p.writeAll(ctx, files, func(ctx context.Context, f workbookFile) error {
		err := writeFile(ctx, f.path, false, func(w io.Writer) error {
			return writer.Write(ctx, w, f.code)
		})
		if err != nil {
			return err
		}
		mu.Lock()
		defer mu.Unlock()
		if done++; done == 3 {
			cancel()
		}
		return nil
	})
	names := listed(t, ".")
	if words := describeError(err, lang.Danish); findExitCode(err) != 1 || !strings.Contains(words, fmt.Sprintf("afbrudt. %d af 98 projektmapper er skrevet", len(names))) {
		t.Errorf("%d files, and: %s", len(names), words)
	}
	// Those that others were at when it was interrupted may be finished.
	if len(names) < 3 || len(names) > 3+runtime.GOMAXPROCS(0) {
		t.Errorf("%d files", len(names))
	}
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil || !bytes.HasPrefix(content, []byte("PK")) || !bytes.Contains(content[len(content)-22:], []byte("PK\x05\x06")) {
			t.Errorf("%s is not whole: %v", name, err)
		}
	}
}

// TestWorkbookFails: an error names the file, and says how many are written.
func TestWorkbookFails(t *testing.T) {
	t.Chdir(t.TempDir())
	long := strings.Repeat("x", 250) + "{kommune}.xlsx"
	_, stderr, code := raaderum(append([]string{"benchmark", "--municipality", "all", "--lang", "en", "--out", long}, askQuickly(t)...)...)
	if code != 1 || !strings.Contains(strings.ReplaceAll(stderr, "\n  ", " "), "0 of 98 workbooks are written") || !strings.Contains(stderr, "xxx") {
		t.Errorf("exit code %d: %s", code, stderr)
	}
	if names := listed(t, "."); len(names) > 0 {
		t.Errorf("files are left: %v", names)
	}
}

// TestEveryone: "all" is all municipalities of data of one's own as well, of
// which none can have that name, and no name from data is a path.
func TestEveryone(t *testing.T) {
	t.Chdir(t.TempDir())
	var b strings.Builder
	b.WriteString("kommune;år;indikator;værdi\n")
	for i := range 12 {
		name := fmt.Sprint("By ", string(rune('A'+i%26)), i/26)
		switch i {
		case 0:
			name = "all"
		case 1:
			name = "../../etc/passwd"
		}
		fmt.Fprintf(&b, "%s;2024;u;%d\n%s;2024;x;%d\n", name, 100+i*i%17, name, i%5)
	}
	writeTexts(t, map[string]string{
		"d.csv":  b.String(),
		"p.toml": "register = \"none\"\nmin_n = 8\n[[area]]\nid = \"a\"\nspending = [\"u\"]\ndrivers = [\"x\"]\n",
	})
	words := []string{"benchmark", "--data", "d.csv", "--plan", "p.toml", "--municipality", "all", "--out"}
	if err := os.Mkdir("out", 0o777); err != nil {
		t.Fatal(err)
	}
	if _, stderr, code := raaderum(append(words, "out/{kommune}.xlsx")...); code != 0 {
		t.Errorf("exit code %d: %s", code, stderr)
	}
	if names := listed(t, "out"); len(names) != 11 || !pathExists("out/etc-passwd.xlsx") {
		t.Errorf("%d files: %v", len(names), names)
	}
}

// TestFileNames: no name is a path, and each is the only one.
func TestFileNames(t *testing.T) {
	long := strings.Repeat("ø", 300)
	var all []dataset.Municipality
	for i, name := range []string{"Høje-Taastrup", "a/b\\c", "..", "", "CON", "nul.x", "=1+1", "viborg", "Viborg", "VIBORG", "a\x00b\n", long, long, "{kommune}", "-x", "x. ", "Ærø"} {
		all = append(all, dataset.Municipality{Code: fmt.Sprint("=", i), Name: name})
	}
	want := []string{"Høje-Taastrup", "a-b-c", "_", "_ =3", "_CON", "_nul.x", "=1+1", "viborg", "Viborg =8", "VIBORG =9", "a-b", strings.Repeat("ø", 60), strings.Repeat("ø", 60) + " =12", "kommune", "x", "x =15", "Ærø"}
	for i, name := range makeFileNames(all) {
		if name != want[i] {
			t.Errorf("%q is %q, want %q", all[i].Name, name, want[i])
		}
	}
}
