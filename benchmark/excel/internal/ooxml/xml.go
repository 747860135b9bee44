package ooxml

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// elements is XML being written.
type elements struct{ strings.Builder }

func (w *elements) writeText(s string) { w.WriteString(s) }

func (w *elements) writeValue(name, value string) {
	w.WriteString("<" + name + ` val="` + escape(value) + `"/>`)
}

func (w *elements) writeAxes(end string) {
	w.writeValue("c:axId", firstAxis)
	w.writeValue("c:axId", secondAxis)
	w.writeText("</" + end + ">")
}

func (w *elements) writeTitle(words string, size int, bold bool) {
	w.writeText(`<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="` + strconv.Itoa(size) +
		`" b="` + formatBit(bold) + `"/></a:pPr><a:r><a:rPr sz="` +
		strconv.Itoa(size) + `" b="` + formatBit(bold) + `"><a:solidFill><a:srgbClr val="` + Ink +
		`"/></a:solidFill></a:rPr><a:t>` + escape(words) +
		`</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`)
}

// writeFont writes the look of texts. rotation is empty for texts that lie.
func (w *elements) writeFont(size int, bold bool, rotation string) {
	w.writeText(`<c:txPr><a:bodyPr` + rotation + `/><a:p><a:pPr><a:defRPr sz="` + strconv.Itoa(size) +
		`" b="` + formatBit(bold) + `"><a:solidFill><a:srgbClr val="` + Ink +
		`"/></a:solidFill></a:defRPr></a:pPr></a:p></c:txPr>`)
}

func (w *elements) writeAxisFont(a Axis) {
	size, rotation := a.Size, ""
	if size == 0 {
		size = 900
	}
	if a.Sideways {
		rotation = ` rot="-5400000" vert="horz"`
	}
	w.writeFont(size, false, rotation)
}

func (w *elements) writeCategories(c Reference) {
	w.writeText("<c:cat><c:strRef><c:f>" + escape(c.At) + "</c:f><c:strCache>")
	w.writeValue("c:ptCount", strconv.Itoa(len(c.Texts)))
	for i, s := range c.Texts {
		w.writeText(`<c:pt idx="` + strconv.Itoa(i) + `"><c:v>` + escape(s) + `</c:v></c:pt>`)
	}
	w.writeText("</c:strCache></c:strRef></c:cat>")
}

// writeNumbers writes a reference to cells with numbers. It leaves out missing ones.
func (w *elements) writeNumbers(name string, c Reference) {
	w.writeText("<" + name + "><c:numRef><c:f>" + escape(c.At) +
		"</c:f><c:numCache><c:formatCode>General</c:formatCode>")
	w.writeValue("c:ptCount", strconv.Itoa(len(c.Numbers)))
	for i, v := range c.Numbers {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			w.writeText(`<c:pt idx="` + strconv.Itoa(i) + `"><c:v>` + formatFigure(v) + `</c:v></c:pt>`)
		}
	}
	w.writeText("</c:numCache></c:numRef></" + name + ">")
}

func formatFigure(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

func formatBit(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

// escape returns a text as XML takes it. It is the text that stands in a cell, see [Tidy].
func escape(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\n' || r == '\r' || r == '\t':
			b.WriteByte(' ')
		case unplaced(r):
			b.WriteRune(unicode.ReplacementChar)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
