package ods

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/archive"
	"github.com/raaderum/raaderum/dataset/internal/sheet"
	"github.com/raaderum/raaderum/dataset/table"
)

// maxFormula is how many bytes of a formula are kept.
const maxFormula = 100

// readCell reads a cell that has begun. A cell has a value, and also the value as people
// see it. A text has only the latter.
func (r *sheetReader) readCell(p *archive.Part, e xml.StartElement, ofRow string,
	column int) (sheet.Cell, error) {
	shown, err := readText(p)
	if err != nil {
		return sheet.Cell{}, err
	}
	style := findAttribute(e, "table:style-name")
	if style == "" {
		style = ofRow
	}
	if style == "" && column < len(r.columns) {
		style = r.columns[column]
	}
	kind := findAttribute(e, "office:value-type")
	switch kind {
	case "float", "currency", "percentage":
		return r.readNumber(findAttribute(e, "office:value"), shown, kind, style), nil
	case "date":
		if day, _, _ := strings.Cut(findAttribute(e, "office:date-value"), "T"); day != "" {
			return sheet.Cell{Text: day}, nil
		}
	case "boolean": // it is no number, though some programs show it as one
		switch findAttribute(e, "office:boolean-value") {
		case "true":
			return sheet.Cell{Text: "TRUE"}, nil
		case "false":
			return sheet.Cell{Text: "FALSE"}, nil
		}
	case "string":
		if text := findAttribute(e, "office:string-value"); text != "" {
			return sheet.Cell{Text: text}, nil
		}
	}
	formula := findAttribute(e, "table:formula")
	if shown == "" && kind == "" && formula != "" { // the formula was never calculated
		if _, after, ok := strings.Cut(formula, "="); ok {
			formula = after
		}
		return sheet.Cell{Text: "=" + table.CutText(formula, maxFormula)}, nil
	}
	return sheet.Cell{Text: shown}, nil
}

// readNumber returns a number as it is shown: 76.2 for 76.2 %, and divided if its style
// says so.
func (r *sheetReader) readNumber(text, shown, kind, style string) sheet.Cell {
	text = strings.TrimSpace(text)
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		if text == "" {
			text = shown
		}
		return sheet.Cell{Text: text}
	}
	if kind == "percentage" { // 15 digits leave out the error in the last bits
		return sheet.Cell{Text: strconv.FormatFloat(100*v, 'g', 14, 64), Number: true, Percent: true}
	}
	if n := r.styles.findFormat(style); n > 0 {
		divided := v / r.styles.formats[n-1].Divisor()
		return sheet.Cell{Text: strconv.FormatFloat(divided, 'g', 15, 64), Number: true, Format: int32(n)}
	}
	return sheet.Cell{Text: text, Number: true}
}

// readText returns the text of a cell that has begun: its paragraphs, without comments
// and drawings.
func readText(p *archive.Part) (string, error) {
	var text strings.Builder
	depth, paragraphs, inParagraph := p.Depth(), 0, 0
	for {
		token, err := p.Next()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch name := nameElement(t); {
			case name == "text:p" && inParagraph == 0:
				if paragraphs++; paragraphs > 1 {
					text.WriteByte('\n')
				}
				inParagraph = p.Depth()
			case name == "text:s": // several spaces
				n, err := strconv.Atoi(findAttribute(t, "text:c"))
				if err != nil {
					n = 1
				}
				text.WriteString(strings.Repeat(" ", min(max(n, 0), 1000)))
			case name == "text:tab", name == "text:line-break":
				text.WriteByte(' ')
			case name == "text:span", name == "text:a":
			case inParagraph == 0 || t.Name.Space != "text":
				if err := skip(p); err != nil {
					return "", err
				}
			}
		case xml.EndElement:
			if p.Depth() < inParagraph {
				inParagraph = 0
			}
			if p.Depth() < depth {
				return strings.TrimSpace(text.String()), nil
			}
		case xml.CharData:
			if inParagraph > 0 {
				text.Write(t)
			}
		}
		if text.Len() > archive.MaxElement {
			return "", Program().ElementTooLarge()
		}
	}
}
