package dataset

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestPhrasesTakeTheSameFactsInBothLanguages looks through the code of this package
// and of those below it.
func TestPhrasesTakeTheSameFactsInBothLanguages(t *testing.T) {
	phrases := map[string]int{} // by file
	err := fs.WalkDir(os.DirFS("."), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err == nil {
			phrases[path] = checkPhrases(t, tree)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{
		"words.go", "internal/sheet/words.go", "internal/xlsx/words.go", "internal/text/words.go",
		"internal/source/words.go", "internal/archive/words.go", "internal/ods/words.go",
		"table/words.go",
		"internal/px/words.go", "internal/jsonstat/words.go",
	} {
		if phrases[file] < 2 {
			t.Errorf("%s has %d phrases, want at least 2: is this test looking at the right file?", file, phrases[file])
		}
	}
}

// checkPhrases checks the phrases of a file, and returns how many there are.
func checkPhrases(t *testing.T, tree *ast.File) (phrases int) {
	verb := regexp.MustCompile(`%(\[\d+\])?[a-z]`)
	ast.Inspect(tree, func(n ast.Node) bool {
		literal, ok := n.(*ast.CompositeLit)
		if !ok {
			return true
		}
		texts := map[string]string{}
		for _, e := range literal.Elts {
			pair, ok := e.(*ast.KeyValueExpr)
			if !ok {
				return true
			}
			key, ok := pair.Key.(*ast.Ident)
			if !ok || key.Name != "DA" && key.Name != "EN" {
				return true
			}
			if texts[key.Name], ok = textOf(pair.Value); !ok {
				return true
			}
		}
		if len(texts) == 0 {
			return true
		}
		phrases++
		da, en := verb.FindAllString(texts["DA"], -1), verb.FindAllString(texts["EN"], -1)
		if texts["DA"] == "" || texts["EN"] == "" || !slices.Equal(da, en) {
			t.Errorf("the Danish %q takes %v, the English %q takes %v", texts["DA"], da, texts["EN"], en)
		}
		return true
	})
	return phrases
}

// textOf returns the text of a literal, or of several added up.
func textOf(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.BinaryExpr:
		x, ok1 := textOf(e.X)
		y, ok2 := textOf(e.Y)
		return x + y, ok1 && ok2
	}
	return "", false
}
