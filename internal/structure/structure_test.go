// Package structure holds the tests that guard how the module is built: which
// package may know which, and what the packages offer to others.
package structure

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/raaderum/raaderum"

// mayKnow lists, from the ground up, what of this module and of others' each
// package may depend on directly in code that is not a test. An entry ending
// in /... covers all below it; the standard library is always allowed.
var mayKnow = map[string][]string{
	"lang":                                   {},
	"dataset/unit":                           {"golang.org/x/text/..."},
	"dataset/table":                          {"dataset/unit", "lang", "golang.org/x/text/..."},
	"dataset/internal/archive":               {"dataset/table", "lang"},
	"dataset/internal/source":                {"dataset/internal/archive", "dataset/table", "internal/sysreason", "lang", "golang.org/x/text/..."},
	"dataset/internal/sheet":                 {"dataset/internal/archive", "dataset/table", "dataset/unit", "lang", "golang.org/x/text/..."},
	"dataset/internal/px":                    {"dataset/table", "dataset/unit", "lang", "golang.org/x/text/..."},
	"dataset/internal/jsonstat":              {"dataset/table", "dataset/unit", "lang", "golang.org/x/text/..."},
	"dataset/internal/xlsx":                  {"dataset/internal/archive", "dataset/internal/sheet", "dataset/internal/source", "dataset/table", "dataset/unit", "lang"},
	"dataset/internal/ods":                   {"dataset/internal/archive", "dataset/internal/sheet", "dataset/internal/source", "dataset/table", "dataset/unit", "lang"},
	"dataset/internal/text":                  {"dataset/internal/sheet", "dataset/internal/source", "dataset/table", "dataset/unit", "lang", "golang.org/x/text/..."},
	"dataset/internal/plausible":             {},
	"dataset":                                {"dataset/table", "dataset/unit", "dataset/internal/...", "internal/given", "lang", "golang.org/x/text/..."},
	"dataset/danmark":                        {"benchmark/plan", "dataset", "dataset/table", "lang", "golang.org/x/text/..."},
	"dataset/statbank":                       {"internal/atomicfile", "internal/sysreason", "internal/given", "lang"},
	"benchmark/regress":                      {"benchmark/internal/vector", "benchmark/regress/internal/simplex", "gonum.org/v1/gonum/..."},
	"benchmark/regress/subset":               {"benchmark/internal/vector", "benchmark/regress", "gonum.org/v1/gonum/..."},
	"benchmark/regress/internal/simplex":     {"benchmark/internal/vector"},
	"benchmark/regress/internal/regresstest": {"benchmark/regress"},
	"benchmark/internal/vector":              {},
	"benchmark/target":                       {"benchmark/internal/vector", "dataset", "internal/given", "lang"},
	"benchmark/plan":                         {"benchmark/target", "dataset", "lang", "golang.org/x/text/...", "github.com/pelletier/go-toml/v2/..."},
	"benchmark/expected":                     {"benchmark/internal/vector", "benchmark/regress", "benchmark/regress/subset", "gonum.org/v1/gonum/...", "golang.org/x/sync/..."},
	"benchmark/curve":                        {"benchmark/expected", "benchmark/internal/vector", "benchmark/regress", "benchmark/regress/subset"},
	"benchmark/peers":                        {"benchmark/regress"},
	"benchmark":                              {"benchmark/curve", "benchmark/expected", "benchmark/internal/vector", "benchmark/peers", "benchmark/plan", "benchmark/regress", "benchmark/regress/subset", "benchmark/target", "dataset", "internal/inorder", "internal/jsonwriter", "internal/given", "lang", "golang.org/x/sync/..."},
	"internal/inorder":                       {"golang.org/x/sync/..."},
	"benchmark/compare":                      {"benchmark", "dataset", "internal/jsonwriter", "internal/given", "lang", "golang.org/x/text/..."},
	"benchmark/text":                         {"benchmark", "internal/fullwrite", "internal/inorder", "internal/given", "lang", "benchmark/plan", "benchmark/target", "benchmark/compare", "golang.org/x/text/..."},
	"benchmark/excel/internal/ooxml":         {"github.com/xuri/excelize/v2"},
	"benchmark/excel/internal/layout":        {"benchmark/excel/internal/ooxml", "internal/inorder", "lang", "github.com/xuri/excelize/v2", "golang.org/x/sync/..."},
	"benchmark/excel/internal/phrase":        {"benchmark", "benchmark/plan", "lang"},
	"benchmark/excel/internal/live":          {"benchmark", "benchmark/excel/internal/layout", "benchmark/excel/internal/ooxml", "benchmark/excel/internal/phrase", "benchmark/target", "dataset", "lang", "github.com/xuri/excelize/v2"},
	"benchmark/excel":                        {"benchmark", "benchmark/excel/internal/...", "benchmark/internal/vector", "benchmark/plan", "benchmark/target", "benchmark/regress", "dataset", "internal/fullwrite", "internal/given", "lang", "github.com/xuri/excelize/v2"},
	"cmd/raaderum":                           {"benchmark", "benchmark/plan", "benchmark/target", "benchmark/compare", "benchmark/text", "benchmark/excel", "dataset", "dataset/danmark", "dataset/statbank", "internal/atomicfile", "internal/fullwrite", "internal/sysreason", "lang", "github.com/urfave/cli/v2", "golang.org/x/sync/..."},
	"examples/mainjob":                       {"benchmark", "dataset/danmark", "lang"},
	"examples/owndata":                       {"benchmark", "benchmark/plan", "dataset"},
	"examples/ownfiles":                      {"benchmark", "benchmark/excel", "dataset", "dataset/danmark", "lang"},
	"internal/atomicfile":                    {"lang"},
	"internal/fakestatbank":                  {},
	"internal/fullwrite":                     {},
	"internal/given":                         {"lang"},
	"internal/jsonwriter":                    {"internal/fullwrite"},
	"internal/longtest":                      {},
	"internal/niltest":                       {},
	"internal/drivers":                       {"benchmark", "benchmark/plan", "dataset/danmark", "lang", "golang.org/x/sync/..."},
	"internal/pictures":                      {"github.com/xuri/excelize/v2"},
	"internal/release":                       {},
	"internal/sharedtest":                    {},
	"internal/sysreason":                     {"lang"},
	"internal/wordstest":                     {"lang"},
	"internal/simulation":                    {"benchmark/plan", "dataset"},
	"internal/simulation/generate":           {"internal/simulation"},
}

// mayNotReach lists what a package may not depend on by any way.
var mayNotReach = map[string][]string{
	"dataset":                  {module + "/benchmark", module + "/dataset/danmark", "gonum.org/", "github.com/urfave/", "github.com/xuri/"},
	"dataset/statbank":         {module + "/benchmark", module + "/cmd", "golang.org/", "github.com/urfave/", "github.com/xuri/"},
	"dataset/danmark":          {module + "/benchmark/regress", module + "/dataset/statbank", "gonum.org/", "github.com/urfave/", "github.com/xuri/"},
	"benchmark/regress":        {module + "/dataset", module + "/lang", "golang.org/", "github.com/xuri/", "github.com/urfave/", "github.com/pelletier/"},
	"benchmark/regress/subset": {module + "/dataset", module + "/lang", "golang.org/", "github.com/xuri/", "github.com/urfave/", "github.com/pelletier/"},
	"benchmark/plan":           {"gonum.org/", module + "/benchmark/regress", module + "/dataset/danmark"},
	"benchmark/expected":       {module + "/dataset", module + "/lang", module + "/benchmark/plan", "github.com/xuri/", "github.com/pelletier/"},
	"benchmark":                {module + "/dataset/danmark", module + "/benchmark/excel", module + "/benchmark/text", "github.com/xuri/", "github.com/urfave/"},
	"benchmark/text":           {"github.com/xuri/", "github.com/urfave/"},
	"benchmark/excel":          {"github.com/urfave/", module + "/cmd"},
}

type pkg struct {
	ImportPath string
	Standard   bool
	Imports    []string
	Deps       []string
}

// packages lists the module's packages and all they depend on.
func packages(t *testing.T) map[string]pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-deps", "-json=ImportPath,Standard,Imports,Deps", module+"/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]pkg{}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all[p.ImportPath] = p
	}
}

func TestLayering(t *testing.T) {
	all := packages(t)
	found := 0
	for path, p := range all {
		name, ours := strings.CutPrefix(path, module+"/")
		if !ours || len(p.Imports) == 0 {
			continue
		}
		found++
		allowed, known := mayKnow[name]
		if !known {
			t.Errorf("package %s has no place in the layering: add it to mayKnow", name)
			continue
		}
		for _, imported := range p.Imports {
			if !all[imported].Standard && !slices.ContainsFunc(allowed, func(a string) bool { return matches(imported, a) }) {
				t.Errorf("%s may not know %s", name, imported)
			}
		}
		for _, far := range p.Deps {
			for _, forbidden := range mayNotReach[name] {
				if strings.HasPrefix(far, forbidden) && !(strings.HasPrefix(far, "golang.org/") && all[far].Standard) {
					t.Errorf("%s may not depend on %s", name, far)
				}
			}
		}
	}
	if found < len(mayKnow) {
		t.Errorf("found %d packages of the %d in mayKnow", found, len(mayKnow))
	}
}

func matches(imported, allowed string) bool {
	if !strings.Contains(strings.SplitN(allowed, "/", 2)[0], ".") {
		allowed = module + "/" + allowed
	}
	if root, ok := strings.CutSuffix(allowed, "/..."); ok {
		return imported == root || strings.HasPrefix(imported, root+"/")
	}
	return imported == allowed
}
