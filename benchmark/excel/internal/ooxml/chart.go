package ooxml

// Chart is a native chart and its place on the sheet.
type Chart struct {
	Title    string
	Alt      string // describes what the chart shows to those who cannot see it
	Kind     chartKind
	Series   []Series
	X, Y     Axis
	noLegend bool
	Place    Place
}

// Place is the range of cells that a chart covers, counted from 0. The last column and row
// are not included.
type Place struct{ Left, Top, Right, Bottom int }

type chartKind int

const (
	BarChart     chartKind = iota // horizontal, with the first category on top
	ColumnChart                   // upright, and series of points or lines may lie over it
	LineChart                     // years run along it
	ScatterChart                  // the categories of a series are its x values
)

// Series is one set of figures in a chart, given by the cells that hold them.
type Series struct {
	Name        string
	Categories  Reference
	Values      Reference
	Plus, Minus Reference // how far whiskers reach, if there are any
	Colour      string
	Pattern     bool   // hatched, so that it can be told from the others in print
	Mark        string // the symbol for points; empty: none
	Size        int    // the size of the symbol
	Line        bool   // lines join the points
	Dash        bool
	Over        bool // in a column chart, points lie over the columns
}

// Reference is a range of cells together with what they show, so that a program that does
// not compute can draw them.
type Reference struct {
	At      string // such as 'Overblik'!$A$5:$A$21
	Numbers []float64
	Texts   []string
}

// Axis is one of a chart's two axes.
type Axis struct {
	Title    string
	Format   string // the format of its numbers
	Min, Max float64
	Bounded  bool    // Min and Max bound it
	Sideways bool    // its labels stand upright
	Size     int     // the size of its labels, in hundredths of a point; 0: 900
	Step     float64 // the step between its numbers; 0: the program chooses
}

// XML returns the chart as a part of the file. Its elements stand in the order of
// ECMA-376's schema of charts.
func (c *Chart) XML(language string) string {
	var w elements
	w.writeText(declaration)
	w.writeText(`<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="` + officeNamespace + `">`)
	w.writeValue("c:date1904", "0")
	w.writeValue("c:lang", language)
	w.writeValue("c:roundedCorners", "0")
	w.writeText("<c:chart>")
	if c.Title != "" {
		w.writeTitle(c.Title, 1200, true)
	}
	w.writeValue("c:autoTitleDeleted", formatBit(c.Title == ""))
	w.writeText("<c:plotArea><c:layout/>")
	switch c.Kind {
	case BarChart, ColumnChart:
		c.writeBars(&w)
	case LineChart:
		w.writeText("<c:lineChart>")
		w.writeValue("c:grouping", "standard")
		w.writeValue("c:varyColors", "0")
		for i := range c.Series {
			c.Series[i].writePoints(&w, i, false)
		}
		w.writeValue("c:marker", "1")
		w.writeAxes("c:lineChart")
	case ScatterChart:
		w.writeText("<c:scatterChart>")
		w.writeValue("c:scatterStyle", "lineMarker")
		w.writeValue("c:varyColors", "0")
		for i := range c.Series {
			c.Series[i].writePoints(&w, i, true)
		}
		w.writeAxes("c:scatterChart")
	}
	if c.Kind == ScatterChart {
		c.writeValueAxis(&w, c.X, firstAxis, secondAxis, "b", "midCat")
		c.writeValueAxis(&w, c.Y, secondAxis, firstAxis, "l", "midCat")
	} else {
		c.writeCategoryAxis(&w)
		side := "l"
		if c.Kind == BarChart {
			side = "b"
		}
		c.writeValueAxis(&w, c.Y, secondAxis, firstAxis, side, "between")
	}
	w.writeText("<c:spPr><a:noFill/></c:spPr></c:plotArea>")
	if !c.noLegend {
		w.writeText(`<c:legend><c:legendPos val="b"/><c:overlay val="0"/>`)
		w.writeFont(900, false, "")
		w.writeText("</c:legend>")
	}
	w.writeValue("c:plotVisOnly", "0")
	w.writeValue("c:dispBlanksAs", "gap")
	// The chart has no frame, half of which would be outside the edge of the page.
	w.writeText(`</c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>`)
	w.writeFont(900, false, "")
	w.writeText(`<c:printSettings><c:headerFooter/><c:pageMargins b="0.75" l="0.7" r="0.7" t="0.75" header="0.3" footer="0.3"/><c:pageSetup/></c:printSettings></c:chartSpace>`)
	return w.String()
}

const (
	firstAxis  = "500000001" // the axis of categories, or of x
	secondAxis = "500000002" // the axis of values, or of y
)

// writeBars writes the columns or bars, and the points that lie over them.
func (c *Chart) writeBars(w *elements) {
	direction := "col"
	if c.Kind == BarChart {
		direction = "bar"
	}
	w.writeText("<c:barChart>")
	w.writeValue("c:barDir", direction)
	w.writeValue("c:grouping", "clustered")
	w.writeValue("c:varyColors", "0")
	over := false
	for i := range c.Series {
		if over = over || c.Series[i].Over; !c.Series[i].Over {
			c.Series[i].writeBar(w, i)
		}
	}
	w.writeValue("c:gapWidth", "30")
	w.writeValue("c:overlap", "100")
	w.writeAxes("c:barChart")
	if !over {
		return
	}
	w.writeText("<c:lineChart>")
	w.writeValue("c:grouping", "standard")
	w.writeValue("c:varyColors", "0")
	for i := range c.Series {
		if c.Series[i].Over {
			c.Series[i].writePoints(w, i, false)
		}
	}
	w.writeValue("c:marker", "1")
	w.writeAxes("c:lineChart")
}

func (c *Chart) writeCategoryAxis(w *elements) {
	w.writeText("<c:catAx>")
	w.writeValue("c:axId", firstAxis)
	orientation, side := "minMax", "b"
	if c.Kind == BarChart {
		orientation, side = "maxMin", "l"
	}
	w.writeText(`<c:scaling><c:orientation val="` + orientation + `"/></c:scaling>`)
	w.writeValue("c:delete", "0")
	w.writeValue("c:axPos", side)
	if c.X.Title != "" {
		w.writeTitle(c.X.Title, 900, false)
	}
	w.writeText(`<c:numFmt formatCode="General" sourceLinked="0"/>`)
	w.writeValue("c:majorTickMark", "none")
	w.writeValue("c:minorTickMark", "none")
	w.writeValue("c:tickLblPos", "low")
	w.writeText(axisLine)
	w.writeAxisFont(c.X)
	w.writeValue("c:crossAx", secondAxis)
	w.writeValue("c:crosses", "autoZero")
	w.writeValue("c:auto", "0")
	w.writeValue("c:lblAlgn", "ctr")
	w.writeValue("c:lblOffset", "100")
	if c.Kind != LineChart {
		w.writeValue("c:tickLblSkip", "1")
	}
	w.writeValue("c:noMultiLvlLbl", "1")
	w.writeText("</c:catAx>")
}

const axisLine = `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></c:spPr>`

func (c *Chart) writeValueAxis(w *elements, a Axis, id, cross, side, between string) {
	w.writeText("<c:valAx>")
	w.writeValue("c:axId", id)
	w.writeText("<c:scaling>")
	w.writeValue("c:orientation", "minMax")
	if a.Bounded {
		w.writeValue("c:max", formatFigure(a.Max))
		w.writeValue("c:min", formatFigure(a.Min))
	}
	w.writeText("</c:scaling>")
	w.writeValue("c:delete", "0")
	w.writeValue("c:axPos", side)
	w.writeText(`<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`)
	if a.Title != "" {
		w.writeTitle(a.Title, 900, false)
	}
	w.writeText(`<c:numFmt formatCode="` + escape(a.Format) + `" sourceLinked="0"/>`)
	w.writeValue("c:majorTickMark", "out")
	w.writeValue("c:minorTickMark", "none")
	labels := "low"
	if c.Kind == BarChart { // low means above the first category, where the axis is
		labels = "nextTo"
	}
	w.writeValue("c:tickLblPos", labels)
	w.writeText(axisLine)
	w.writeAxisFont(a)
	w.writeValue("c:crossAx", cross)
	crosses := "autoZero"
	switch {
	case c.Kind == BarChart:
		crosses = "max" // max means below the last category, which is the lowest
	case c.Kind == ScatterChart:
		crosses = "min"
	}
	w.writeValue("c:crosses", crosses)
	w.writeValue("c:crossBetween", between)
	if a.Step > 0 {
		w.writeValue("c:majorUnit", formatFigure(a.Step))
	}
	w.writeText("</c:valAx>")
}
