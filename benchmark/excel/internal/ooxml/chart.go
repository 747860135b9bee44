package ooxml

// Chart is a native chart with its place on the sheet.
type Chart struct {
	Title    string
	Alt      string // what the chart shows, for those who cannot see it
	Kind     chartKind
	Series   []Series
	X, Y     Axis
	noLegend bool
	Place    Place
}

// Place is the cells that a chart lies over, from 0: columns and rows, the last
// not included.
type Place struct{ Left, Top, Right, Bottom int }

type chartKind int

const (
	BarChart     chartKind = iota // horizontal, the first category on top
	ColumnChart                   // upright; series of points or lines lie over it
	LineChart                     // years along
	ScatterChart                  // a series' categories are its x
)

// Series is one set of figures of a chart, by the cells that it has them from.
type Series struct {
	Name        string
	Categories  Reference
	Values      Reference
	Plus, Minus Reference // whiskers, where there are cells of them
	Colour      string
	Pattern     bool   // hatched, so that it is told from the others in print
	Mark        string // a symbol for points; empty: none
	Size        int    // of the symbol
	Line        bool   // points are joined
	Dash        bool
	Over        bool // of a column chart: points over the columns
}

// Reference are a range of cells with what they show, which a program that does not
// compute can draw from.
type Reference struct {
	At      string // such as 'Overblik'!$A$5:$A$21
	Numbers []float64
	Texts   []string
}

// Axis is one of a chart's two.
type Axis struct {
	Title    string
	Format   string // of its numbers
	Min, Max float64
	Bounded  bool    // by min and max
	Sideways bool    // the labels stand upright
	Size     int     // of the labels, in hundredths of a point; 0: 900
	Step     float64 // between the numbers; 0: as the program finds
}

// The elements below stand in the order of ECMA-376's schema of charts.
func (c *Chart) XML(language string) string {
	var w elements
	w.text(declaration)
	w.text(`<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="` + officeNamespace + `">`)
	w.value("c:date1904", "0")
	w.value("c:lang", language)
	w.value("c:roundedCorners", "0")
	w.text("<c:chart>")
	if c.Title != "" {
		w.title(c.Title, 1200, true)
	}
	w.value("c:autoTitleDeleted", bit(c.Title == ""))
	w.text("<c:plotArea><c:layout/>")
	switch c.Kind {
	case BarChart, ColumnChart:
		c.bars(&w)
	case LineChart:
		w.text("<c:lineChart>")
		w.value("c:grouping", "standard")
		w.value("c:varyColors", "0")
		for i := range c.Series {
			c.Series[i].point(&w, i, false)
		}
		w.value("c:marker", "1")
		w.axes("c:lineChart")
	case ScatterChart:
		w.text("<c:scatterChart>")
		w.value("c:scatterStyle", "lineMarker")
		w.value("c:varyColors", "0")
		for i := range c.Series {
			c.Series[i].point(&w, i, true)
		}
		w.axes("c:scatterChart")
	}
	if c.Kind == ScatterChart {
		c.valueAxis(&w, c.X, firstAxis, secondAxis, "b", "midCat")
		c.valueAxis(&w, c.Y, secondAxis, firstAxis, "l", "midCat")
	} else {
		c.categoryAxis(&w)
		side := "l"
		if c.Kind == BarChart {
			side = "b"
		}
		c.valueAxis(&w, c.Y, secondAxis, firstAxis, side, "between")
	}
	w.text("<c:spPr><a:noFill/></c:spPr></c:plotArea>")
	if !c.noLegend {
		w.text(`<c:legend><c:legendPos val="b"/><c:overlay val="0"/>`)
		w.font(900, false, "")
		w.text("</c:legend>")
	}
	w.value("c:plotVisOnly", "0")
	w.value("c:dispBlanksAs", "gap")
	// a frame at a page's edge would be half outside
	w.text(`</c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>`)
	w.font(900, false, "")
	w.text(`<c:printSettings><c:headerFooter/><c:pageMargins b="0.75" l="0.7" r="0.7" t="0.75" header="0.3" footer="0.3"/><c:pageSetup/></c:printSettings></c:chartSpace>`)
	return w.String()
}

const (
	firstAxis  = "500000001" // categories, or x
	secondAxis = "500000002" // values, or y
)

// bars are the columns or bars, and the points that lie over them.
func (c *Chart) bars(w *elements) {
	direction := "col"
	if c.Kind == BarChart {
		direction = "bar"
	}
	w.text("<c:barChart>")
	w.value("c:barDir", direction)
	w.value("c:grouping", "clustered")
	w.value("c:varyColors", "0")
	over := false
	for i := range c.Series {
		if over = over || c.Series[i].Over; !c.Series[i].Over {
			c.Series[i].bar(w, i)
		}
	}
	w.value("c:gapWidth", "30")
	w.value("c:overlap", "100")
	w.axes("c:barChart")
	if !over {
		return
	}
	w.text("<c:lineChart>")
	w.value("c:grouping", "standard")
	w.value("c:varyColors", "0")
	for i := range c.Series {
		if c.Series[i].Over {
			c.Series[i].point(w, i, false)
		}
	}
	w.value("c:marker", "1")
	w.axes("c:lineChart")
}

func (c *Chart) categoryAxis(w *elements) {
	w.text("<c:catAx>")
	w.value("c:axId", firstAxis)
	orientation, side := "minMax", "b"
	if c.Kind == BarChart {
		orientation, side = "maxMin", "l"
	}
	w.text(`<c:scaling><c:orientation val="` + orientation + `"/></c:scaling>`)
	w.value("c:delete", "0")
	w.value("c:axPos", side)
	if c.X.Title != "" {
		w.title(c.X.Title, 900, false)
	}
	w.text(`<c:numFmt formatCode="General" sourceLinked="0"/>`)
	w.value("c:majorTickMark", "none")
	w.value("c:minorTickMark", "none")
	w.value("c:tickLblPos", "low")
	w.text(axisLine)
	w.axisFont(c.X)
	w.value("c:crossAx", secondAxis)
	w.value("c:crosses", "autoZero")
	w.value("c:auto", "0")
	w.value("c:lblAlgn", "ctr")
	w.value("c:lblOffset", "100")
	if c.Kind != LineChart {
		w.value("c:tickLblSkip", "1")
	}
	w.value("c:noMultiLvlLbl", "1")
	w.text("</c:catAx>")
}

const axisLine = `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></c:spPr>`

func (c *Chart) valueAxis(w *elements, a Axis, id, cross, side, between string) {
	w.text("<c:valAx>")
	w.value("c:axId", id)
	w.text("<c:scaling>")
	w.value("c:orientation", "minMax")
	if a.Bounded {
		w.value("c:max", figure(a.Max))
		w.value("c:min", figure(a.Min))
	}
	w.text("</c:scaling>")
	w.value("c:delete", "0")
	w.value("c:axPos", side)
	w.text(`<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`)
	if a.Title != "" {
		w.title(a.Title, 900, false)
	}
	w.text(`<c:numFmt formatCode="` + escaped(a.Format) + `" sourceLinked="0"/>`)
	w.value("c:majorTickMark", "out")
	w.value("c:minorTickMark", "none")
	labels := "low"
	if c.Kind == BarChart { // where the axis is: low is above the first category
		labels = "nextTo"
	}
	w.value("c:tickLblPos", labels)
	w.text(axisLine)
	w.axisFont(a)
	w.value("c:crossAx", cross)
	crosses := "autoZero"
	switch {
	case c.Kind == BarChart:
		crosses = "max" // below the last category, which is the lowest
	case c.Kind == ScatterChart:
		crosses = "min"
	}
	w.value("c:crosses", crosses)
	w.value("c:crossBetween", between)
	if a.Step > 0 {
		w.value("c:majorUnit", figure(a.Step))
	}
	w.text("</c:valAx>")
}
