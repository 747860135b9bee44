package excel

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A chart is put on its sheet as excelize does it, which makes the parts, their
// relations and their types; when the file is written our own parts take the
// places of those made. A word in them, that no text of data can be, tells
// which they are.

// stand is how a part that stands for one of our own is known.
const stand = "\u2063raaderum-chart-"

// standEnd ends the number after stand.
const standEnd = "\u2063"

// addCharts puts a sheet's charts on it. It goes before the sheet's stream.
func (b *book) addCharts(sheet string, charts []chart) error {
	for i := range charts {
		mark := stand + strconv.Itoa(len(b.charts)) + standEnd
		b.charts = append(b.charts, charts[i])
		err := b.file.AddChart(sheet, "A1", &excelize.Chart{
			Type:   excelize.Col,
			Series: []excelize.ChartSeries{{Name: mark, Values: "A1"}},
			Format: excelize.GraphicOptions{AltText: mark},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

var pictureTypes = regexp.MustCompile(`<Default [^>]*ContentType="image/[^>]*></Default>`)

// part returns what is to be written where excelize has made a part.
func (b *book) part(name string, made []byte) ([]byte, error) {
	switch {
	case name == "[Content_Types].xml":
		// With the first chart excelize declares every kind of picture, in an order
		// that differs from run to run. There are no pictures.
		return pictureTypes.ReplaceAll(made, nil), nil
	case strings.HasPrefix(name, "xl/charts/"):
		if found := b.standing(made); len(found) > 0 {
			return b.charts[found[0]].xml(b.locale()), nil
		}
	case strings.HasPrefix(name, "xl/drawings/drawing"):
		found := b.standing(made)
		if len(found) == 0 {
			return made, nil
		}
		if n := bytes.Count(made, []byte("<xdr:graphicFrame")); n != len(found) {
			return nil, fmt.Errorf("excel: %s has %d frames for %d charts", name, n, len(found))
		}
		return b.drawing(found), nil
	}
	return made, nil
}

// standing are the charts that a part stands for, in its order.
func (b *book) standing(part []byte) (charts []int) {
	for _, after := range bytes.Split(part, []byte(stand))[1:] {
		digits, _, _ := bytes.Cut(after, []byte(standEnd))
		if i, err := strconv.Atoi(string(digits)); err == nil && i < len(b.charts) {
			charts = append(charts, i)
		}
	}
	return charts
}

// drawing is the part that says where on a sheet charts are, and what they show.
// Their relations are numbered in the order that they were added.
func (b *book) drawing(charts []int) []byte {
	var w elements
	w.text(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
	w.text(`<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">`)
	for i, k := range charts {
		c := &b.charts[k]
		corner := func(name string, column, row int) {
			w.text(fmt.Sprintf(`<xdr:%s><xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:%[1]s>`, name, column, row))
		}
		w.text(`<xdr:twoCellAnchor editAs="oneCell">`)
		corner("from", c.place.left, c.place.top)
		corner("to", c.place.right, c.place.bottom)
		w.text(fmt.Sprintf(`<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="%d" name="%s" descr="%s"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
			i+2, escaped(chartName.With(i+1).In(b.lang)), escaped(c.alt)))
		w.text(`<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">`)
		w.text(`<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId` + strconv.Itoa(i+1) + `"/>`)
		w.text(`</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`)
	}
	w.text(`</xdr:wsDr>`)
	return []byte(w.String())
}

// locale is the language of the file's texts, as programs name it.
func (b *book) locale() string { return locale.In(b.lang) }
