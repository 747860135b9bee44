package ooxml

import "fmt"

const (
	DrawingType = "application/vnd.openxmlformats-officedocument.drawing+xml"
	ChartType   = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
)

// DrawingPart returns the part that says where on a sheet charts are, and what they show to
// those who cannot see them.
func DrawingPart(charts []Chart, ids []string, name func(i int) string) string {
	var w elements
	w.writeText(declaration)
	w.writeText(`<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">`)
	for i := range charts {
		c := &charts[i]
		corner := func(name string, column, row int) {
			w.writeText(fmt.Sprintf(`<xdr:%s><xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:%[1]s>`, name, column, row))
		}
		w.writeText(`<xdr:twoCellAnchor editAs="oneCell">`)
		corner("from", c.Place.Left, c.Place.Top)
		corner("to", c.Place.Right, c.Place.Bottom)
		w.writeText(fmt.Sprintf(`<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="%d" name="%s" descr="%s"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
			i+2, escape(name(i)), escape(c.Alt)))
		w.writeText(`<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">`)
		w.writeText(`<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="` + officeNamespace + `" r:id="` + ids[i] + `"/>`)
		w.writeText(`</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`)
	}
	w.writeText(`</xdr:wsDr>`)
	return w.String()
}
