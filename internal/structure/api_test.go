package structure

import (
	"bytes"
	"flag"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/printer"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestAPI holds what every package offers to programs that import it against testdata/api,
// so that a change to it is seen in review.
func TestAPI(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(mayKnow)) {
		if strings.Contains(name, "internal/") || strings.HasPrefix(name, "cmd/") ||
			strings.HasPrefix(name, "examples/") {
			continue
		}
		t.Run(name, func(t *testing.T) {
			got := offers(t, filepath.Join("..", "..", filepath.FromSlash(name)), module+"/"+name)
			golden := filepath.Join("testdata", "api", strings.ReplaceAll(name, "/", "_")+".txt")
			if *update {
				if err := os.MkdirAll(filepath.Dir(golden), 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(golden, got, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				if err := os.WriteFile(golden+".got", got, 0o666); err != nil {
					t.Fatal(err)
				}
				t.Errorf("what %s offers has changed: see %s.got beside %s, or run the test with -update", name, golden, golden)
			}
		})
	}
}

// offers prints a package's exported declarations without comments and bodies.
func offers(t *testing.T, dir, path string) []byte {
	t.Helper()
	set := token.NewFileSet()
	var files []*ast.File
	names, err := fs.Glob(os.DirFS(dir), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, filepath.Join(dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	p, err := doc.NewFromFiles(set, files, path)
	if err != nil {
		t.Fatal(err)
	}
	var blocks []string
	show := func(node any) {
		var b bytes.Buffer
		if err := (&printer.Config{Mode: printer.UseSpaces | printer.TabIndent, Tabwidth: 8}).Fprint(&b, set, node); err != nil {
			t.Fatal(err)
		}
		blocks = append(blocks, b.String()+"\n")
	}
	values := func(list []*doc.Value) {
		for _, v := range list {
			for _, spec := range v.Decl.Specs {
				for i, name := range spec.(*ast.ValueSpec).Names {
					if name.IsExported() {
						one := &ast.ValueSpec{Names: []*ast.Ident{ast.NewIdent(name.Name)}, Type: spec.(*ast.ValueSpec).Type}
						if values := spec.(*ast.ValueSpec).Values; v.Decl.Tok == token.CONST && i < len(values) {
							one.Values = values[i : i+1]
						}
						show(&ast.GenDecl{Tok: v.Decl.Tok, Specs: []ast.Spec{one}})
					}
				}
			}
		}
	}
	funcs := func(list []*doc.Func) {
		for _, f := range list {
			f.Decl.Doc, f.Decl.Body = nil, nil
			show(f.Decl)
		}
	}
	values(p.Consts)
	values(p.Vars)
	funcs(p.Funcs)
	for _, typ := range p.Types {
		typ.Decl.Doc = nil
		show(typ.Decl)
		values(typ.Consts)
		values(typ.Vars)
		funcs(typ.Funcs)
		funcs(typ.Methods)
	}
	slices.Sort(blocks)
	return []byte(strings.Join(blocks, ""))
}
