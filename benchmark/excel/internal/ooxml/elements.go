package ooxml

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// elements is XML being written.
type elements struct{ strings.Builder }

func (w *elements) text(s string) { w.WriteString(s) }

func (w *elements) value(name, value string) {
	w.WriteString("<" + name + ` val="` + escaped(value) + `"/>`)
}

func (w *elements) axes(end string) {
	w.value("c:axId", firstAxis)
	w.value("c:axId", secondAxis)
	w.text("</" + end + ">")
}

func (w *elements) title(words string, size int, bold bool) {
	w.text(`<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="` + strconv.Itoa(size) +
		`" b="` + bit(bold) + `"/></a:pPr><a:r><a:rPr sz="` +
		strconv.Itoa(size) + `" b="` + bit(bold) + `"><a:solidFill><a:srgbClr val="` + Ink +
		`"/></a:solidFill></a:rPr><a:t>` + escaped(words) +
		`</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`)
}

// font is the look of texts; rotation is empty for those that lie.
func (w *elements) font(size int, bold bool, rotation string) {
	w.text(`<c:txPr><a:bodyPr` + rotation + `/><a:p><a:pPr><a:defRPr sz="` + strconv.Itoa(size) +
		`" b="` + bit(bold) + `"><a:solidFill><a:srgbClr val="` + Ink +
		`"/></a:solidFill></a:defRPr></a:pPr></a:p></c:txPr>`)
}

func (w *elements) axisFont(a Axis) {
	size, rotation := a.Size, ""
	if size == 0 {
		size = 900
	}
	if a.Sideways {
		rotation = ` rot="-5400000" vert="horz"`
	}
	w.font(size, false, rotation)
}

func (w *elements) category(c Reference) {
	w.text("<c:cat><c:strRef><c:f>" + escaped(c.At) + "</c:f><c:strCache>")
	w.value("c:ptCount", strconv.Itoa(len(c.Texts)))
	for i, s := range c.Texts {
		w.text(`<c:pt idx="` + strconv.Itoa(i) + `"><c:v>` + escaped(s) + `</c:v></c:pt>`)
	}
	w.text("</c:strCache></c:strRef></c:cat>")
}

// number is a reference to cells with numbers, the missing ones left out.
func (w *elements) number(name string, c Reference) {
	w.text("<" + name + "><c:numRef><c:f>" + escaped(c.At) +
		"</c:f><c:numCache><c:formatCode>General</c:formatCode>")
	w.value("c:ptCount", strconv.Itoa(len(c.Numbers)))
	for i, v := range c.Numbers {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			w.text(`<c:pt idx="` + strconv.Itoa(i) + `"><c:v>` + figure(v) + `</c:v></c:pt>`)
		}
	}
	w.text("</c:numCache></c:numRef></" + name + ">")
}

func figure(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

func bit(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

// escaped is a text as XML takes it: the same as stands in a cell, see [tidy].
func escaped(s string) string {
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
