package excel

import (
	"fmt"
)

const (
	drawingType = "application/vnd.openxmlformats-officedocument.drawing+xml"
	chartType   = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
)

// addCharts puts a sheet's charts on it.
func (b *book) addCharts(s *sheet) error {
	if len(s.charts) == 0 {
		return nil
	}
	id, err := b.parts.attach(s.part, "drawing", drawingType, func(drawing string, _ int) (string, error) {
		ids := make([]string, len(s.charts))
		for i := range s.charts {
			var err error
			ids[i], err = b.parts.attach(drawing, "chart", chartType, func(string, int) (string, error) { return s.charts[i].xml(b.locale()), nil })
			if err != nil {
				return "", err
			}
		}
		return b.drawing(s.charts, ids), nil
	})
	b.parts.end(s.part, `<drawing r:id="`+id+`"/>`)
	return err
}

// drawing is the part that says where on a sheet charts are, and what they show
// to those who cannot see them.
func (b *book) drawing(charts []chart, ids []string) string {
	var w elements
	w.text(declaration)
	w.text(`<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">`)
	for i := range charts {
		c := &charts[i]
		corner := func(name string, column, row int) {
			w.text(fmt.Sprintf(`<xdr:%s><xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:%[1]s>`, name, column, row))
		}
		w.text(`<xdr:twoCellAnchor editAs="oneCell">`)
		corner("from", c.place.left, c.place.top)
		corner("to", c.place.right, c.place.bottom)
		w.text(fmt.Sprintf(`<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="%d" name="%s" descr="%s"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
			i+2, escaped(chartName.With(i+1).In(b.lang)), escaped(c.alt)))
		w.text(`<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">`)
		w.text(`<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="` + officeNamespace + `" r:id="` + ids[i] + `"/>`)
		w.text(`</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`)
	}
	w.text(`</xdr:wsDr>`)
	return w.String()
}

// locale is the language of the file's texts, as programs name it.
func (b *book) locale() string { return locale.In(b.lang) }
