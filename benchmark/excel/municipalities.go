package excel

import (
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/xuri/excelize/v2"
)

// municipalities is the sheet of all municipalities' differences in percent,
// a column an area.
func (b *book) municipalities() *sheet {
	all := b.report.AllMunicipalities()
	s := &sheet{
		frame: frame{header: 4, oneTable: true, titles: 1, filter: len(all)},
		fixed: 1,
	}
	s.widths, s.columnTitles = []float64{18}, 1
	header := b.cell.header(columnMunicipality)
	position := make(map[string]int, len(all))
	cells := make([][]any, len(all))
	for i, m := range all {
		position[m.Code] = i
		style := b.style.text
		if m.Code == b.own {
			style = b.style.ownRow
		}
		cells[i] = []any{text(m.Name, style)}
	}
	for _, m := range b.report.Models {
		header = append(header, named(m.Name, b.style.sideways))
		s.widths = append(s.widths, 6.85)
	}
	s.setHeight(4, uprightHeight(header))
	s.spreadPages()
	for row := range b.report.Rows() {
		i := position[row.Municipality]
		cells[i] = append(cells[i], b.cell.number(row.Deviation.Pct/100, b.style.heat[heatCell{row.Municipality == b.own, heatMark(row.Grade)}]))
	}
	s.rows = [][]any{
		{text(titleMunicipalities.With(b.period()).In(b.lang), b.style.title)},
		{text(leadMunicipalities.In(b.lang), b.style.lead)},
		nil,
		header,
	}
	s.rows[2] = []any{b.back(s, 2)}
	s.rows = append(s.rows, cells...)
	if len(all) > 0 && len(b.report.Models) > 0 {
		last, err := excelize.CoordinatesToCellName(1+len(b.report.Models), 4+len(all))
		if err == nil { // an error comes back when the sheet itself is written
			s.conditional = []conditional{{"B5:" + last, []excelize.ConditionalFormatOptions{{
				Type: "3_color_scale", Criteria: "=",
				MinType: "num", MinValue: "-0.5", MinColor: "#" + ooxml.SkyBlue,
				MidType: "num", MidValue: "0", MidColor: "#FFFFFF",
				MaxType: "num", MaxValue: "0.5", MaxColor: "#" + ooxml.Orange,
			}}}}
		}
	}
	return s
}

func heatMark(g benchmark.Grade) string {
	switch {
	case g.Candidate():
		return markAbove
	case g == benchmark.Low:
		return markBelow
	}
	return ""
}
