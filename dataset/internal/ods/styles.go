package ods

import (
	"encoding/xml"
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/archive"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// maxStyles bounds the styles of a file.
const maxStyles = 1 << 16

// styles say how the cells of a file are shown, as far as that changes what they mean.
type styles struct {
	formats []unit.Format   // formats that show numbers divided, or with a scale beside them
	numbers map[string]int  // the format of each style of numbers, by its place from 1
	cells   map[string]look // the styles of cells
	hidden  map[string]bool // the styles of sheets that are not shown
	last    string          // the style that began last
}

// look is a style of cells: the style of their numbers, and the parent style that it builds
// on.
type look struct{ numbers, parent string }

func newStyles() *styles {
	return &styles{numbers: map[string]int{}, cells: map[string]look{}, hidden: map[string]bool{}}
}

// note notes a style that has begun.
func (s *styles) note(p *archive.Part, e xml.StartElement) error {
	switch name := nameElement(e); name {
	case "style:style":
		if len(s.cells) >= maxStyles {
			return &table.Fault{Kind: table.TooLarge, Message: manyStyles.With(maxStyles)}
		}
		s.last = findAttribute(e, "style:name")
		s.cells[s.last] = look{findAttribute(e, "style:data-style-name"),
			findAttribute(e, "style:parent-style-name")}
	case "style:table-properties":
		if findAttribute(e, "table:display") == "false" {
			s.hidden[s.last] = true
		}
	case "number:number-style", "number:currency-style":
		code, err := readCode(p)
		if err != nil {
			return err
		}
		if f := unit.ParseFormat(code); f.IsScaled() && len(s.formats) < maxStyles {
			s.formats = append(s.formats, f)
			s.numbers[findAttribute(e, "style:name")] = len(s.formats)
		}
	}
	return nil
}

// findFormat returns the place of the format of a style of cells, from 1. It is 0 if the
// style shows numbers as they are.
func (s *styles) findFormat(style string) int {
	for range 8 { // styles that build on each other must end somewhere
		look, ok := s.cells[style]
		if !ok {
			return 0
		}
		if look.numbers != "" {
			return s.numbers[look.numbers]
		}
		style = look.parent
	}
	return 0
}

// readCode returns a style of numbers that has begun as a code for [unit.ParseFormat]: a
// comma after the digits for each time that they are divided by 1,000, and the text beside
// them.
func readCode(p *archive.Part) (string, error) {
	var code strings.Builder
	inText := false
	depth := p.Depth()
	for {
		token, err := p.Next()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch nameElement(t) {
			case "number:number":
				code.WriteString("0")
				for range strings.Count(findAttribute(t, "number:display-factor"), "000") {
					code.WriteByte(',')
				}
			case "number:text", "number:currency-symbol":
				inText = true
			}
		case xml.CharData:
			if inText && code.Len() < 1000 {
				code.WriteString(`"` + strings.ReplaceAll(string(t), `"`, "") + `"`)
			}
		case xml.EndElement:
			if inText = false; p.Depth() < depth {
				return code.String(), nil
			}
		}
	}
}
