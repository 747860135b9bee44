package ooxml

import "strconv"

// head is what every series begins with.
func (s *Series) head(w *elements, i int) {
	w.text("<c:ser>")
	w.value("c:idx", strconv.Itoa(i))
	w.value("c:order", strconv.Itoa(i))
	// A name as a reference would need a cell of just those words; one that
	// stands here is read by every program.
	w.text("<c:tx><c:v>" + escaped(s.Name) + "</c:v></c:tx>")
}

func (s *Series) bar(w *elements, i int) {
	s.head(w, i)
	w.text("<c:spPr>")
	if s.Pattern {
		w.text(`<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="` + s.Colour +
			`"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill><a:ln w="6350"><a:solidFill><a:srgbClr val="` + s.Colour + `"/></a:solidFill></a:ln>`)
	} else {
		w.text(`<a:solidFill><a:srgbClr val="` + s.Colour + `"/></a:solidFill>`)
	}
	w.text("</c:spPr>")
	w.value("c:invertIfNegative", "0")
	s.whiskers(w, "")
	w.category(s.Categories)
	w.number("c:val", s.Values)
	w.text("</c:ser>")
}

// point is a series of points or lines: of a line chart, or of a scatter.
func (s *Series) point(w *elements, i int, scatter bool) {
	s.head(w, i)
	if s.Line {
		w.text(`<c:spPr><a:ln w="22225" cap="rnd"><a:solidFill><a:srgbClr val="` + s.Colour +
			`"/></a:solidFill>`)
		if s.Dash {
			w.text(`<a:prstDash val="dash"/>`)
		}
		w.text(`<a:round/></a:ln></c:spPr>`)
	} else {
		w.text(`<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>`)
	}
	w.text("<c:marker>")
	if s.Mark == "" {
		w.value("c:symbol", "none")
	} else {
		w.value("c:symbol", s.Mark)
		w.value("c:size", strconv.Itoa(s.Size))
		w.text(`<c:spPr><a:solidFill><a:srgbClr val="` + s.Colour +
			`"/></a:solidFill><a:ln w="6350"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:ln></c:spPr>`)
	}
	w.text("</c:marker>")
	s.whiskers(w, "y")
	if scatter {
		w.number("c:xVal", s.Categories)
		w.number("c:yVal", s.Values)
	} else {
		w.category(s.Categories)
		w.number("c:val", s.Values)
	}
	w.value("c:smooth", "0")
	w.text("</c:ser>")
}

// whiskers are error bars from cells with how far they reach to each side.
func (s *Series) whiskers(w *elements, direction string) {
	if s.Plus.At == "" {
		return
	}
	w.text("<c:errBars>")
	if direction != "" {
		w.value("c:errDir", direction)
	}
	w.value("c:errBarType", "both")
	w.value("c:errValType", "cust")
	w.value("c:noEndCap", "0")
	w.number("c:plus", s.Plus)
	w.number("c:minus", s.Minus)
	w.text(`<c:spPr><a:ln w="12700"><a:solidFill><a:srgbClr val="` + Ink +
		`"/></a:solidFill></a:ln></c:spPr></c:errBars>`)
}
