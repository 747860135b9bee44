package structure

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// verb matches what takes a fact in a phrase, once double per cent signs are cut out.
var verb = regexp.MustCompile(`%[-+# 0-9.*\[\]]*[a-zA-Z]`)

// TestPerCentInPhrases: a phrase without facts is printed as it stands, so a per cent sign
// that stands twice in it would be seen twice.
func TestPerCentInPhrases(t *testing.T) {
	seen := 0
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			pair, ok := n.(*ast.KeyValueExpr)
			if !ok {
				return true
			}
			if key, ok := pair.Key.(*ast.Ident); !ok || key.Name != "DA" && key.Name != "EN" {
				return true
			}
			text := joinLiterals(pair.Value)
			if seen++; strings.Contains(text, "%%") &&
				!verb.MatchString(strings.ReplaceAll(text, "%%", "")) {
				t.Errorf("%s: %q has no fact, so its %%%% is printed twice", files.Position(n.Pos()), text)
			}
			return true
		})
		return nil
	})
	if err != nil || seen < 1000 {
		t.Errorf("%d phrases, %v", seen, err)
	}
}

// joinLiterals returns the text of literals that are added up.
func joinLiterals(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, _ := strconv.Unquote(e.Value)
		return text
	case *ast.BinaryExpr:
		return joinLiterals(e.X) + joinLiterals(e.Y)
	}
	return ""
}
