package dataset

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"testing"
)

func TestPhrasesTakeTheSameFactsInBothLanguages(t *testing.T) {
	verb := regexp.MustCompile(`%(\[\d+\])?[a-z]`)
	for _, file := range []string{"words.go", "words_tables.go", "encoding.go"} {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		phrases := 0
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
				value, isText := pair.Value.(*ast.BasicLit)
				if !ok || !isText || key.Name != "DA" && key.Name != "EN" {
					return true
				}
				if texts[key.Name], err = strconv.Unquote(value.Value); err != nil {
					t.Fatal(err)
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
		if phrases < 2 {
			t.Errorf("%s has %d phrases, want at least 2: is this test looking at the right file?", file, phrases)
		}
	}
}
