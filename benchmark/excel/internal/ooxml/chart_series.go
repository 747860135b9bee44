package ooxml

import "strconv"

// writeHead writes the beginning that all series share.
func (s *Series) writeHead(w *elements, i int) {
	w.writeText("<c:ser>")
	w.writeValue("c:idx", strconv.Itoa(i))
	w.writeValue("c:order", strconv.Itoa(i))
	// A reference would need a cell with exactly these words. Every program can read a name
	// that stands here.
	w.writeText("<c:tx><c:v>" + escape(s.Name) + "</c:v></c:tx>")
}

func (s *Series) writeBar(w *elements, i int) {
	s.writeHead(w, i)
	w.writeText("<c:spPr>")
	if s.Pattern {
		w.writeText(`<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="` + s.Colour +
			`"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill><a:ln w="6350"><a:solidFill><a:srgbClr val="` + s.Colour + `"/></a:solidFill></a:ln>`)
	} else {
		w.writeText(`<a:solidFill><a:srgbClr val="` + s.Colour + `"/></a:solidFill>`)
	}
	w.writeText("</c:spPr>")
	w.writeValue("c:invertIfNegative", "0")
	s.writeWhiskers(w, "")
	w.writeCategories(s.Categories)
	w.writeNumbers("c:val", s.Values)
	w.writeText("</c:ser>")
}

// writePoints writes a series of points or lines, in a line chart or a scatter chart.
func (s *Series) writePoints(w *elements, i int, scatter bool) {
	s.writeHead(w, i)
	if s.Line {
		w.writeText(`<c:spPr><a:ln w="22225" cap="rnd"><a:solidFill><a:srgbClr val="` + s.Colour +
			`"/></a:solidFill>`)
		if s.Dash {
			w.writeText(`<a:prstDash val="dash"/>`)
		}
		w.writeText(`<a:round/></a:ln></c:spPr>`)
	} else {
		w.writeText(`<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>`)
	}
	w.writeText("<c:marker>")
	if s.Mark == "" {
		w.writeValue("c:symbol", "none")
	} else {
		w.writeValue("c:symbol", s.Mark)
		w.writeValue("c:size", strconv.Itoa(s.Size))
		w.writeText(`<c:spPr><a:solidFill><a:srgbClr val="` + s.Colour +
			`"/></a:solidFill><a:ln w="6350"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:ln></c:spPr>`)
	}
	w.writeText("</c:marker>")
	s.writeWhiskers(w, "y")
	if scatter {
		w.writeNumbers("c:xVal", s.Categories)
		w.writeNumbers("c:yVal", s.Values)
	} else {
		w.writeCategories(s.Categories)
		w.writeNumbers("c:val", s.Values)
	}
	w.writeValue("c:smooth", "0")
	w.writeText("</c:ser>")
}

// writeWhiskers writes error bars. Cells say how far they reach to each side.
func (s *Series) writeWhiskers(w *elements, direction string) {
	if s.Plus.At == "" {
		return
	}
	w.writeText("<c:errBars>")
	if direction != "" {
		w.writeValue("c:errDir", direction)
	}
	w.writeValue("c:errBarType", "both")
	w.writeValue("c:errValType", "cust")
	w.writeValue("c:noEndCap", "0")
	w.writeNumbers("c:plus", s.Plus)
	w.writeNumbers("c:minus", s.Minus)
	w.writeText(`<c:spPr><a:ln w="12700"><a:solidFill><a:srgbClr val="` + Ink +
		`"/></a:solidFill></a:ln></c:spPr></c:errBars>`)
}
