package excel

import (
	"github.com/xuri/excelize/v2"
)

// municipalities is the sheet of all municipalities' differences in percent,
// a column an area.
func (b *book) municipalities() *sheet {
	all := b.report.AllMunicipalities()
	s := &sheet{name: sheetMunicipalities, header: 3, fixed: 2, oneTable: true, filter: len(all), heights: map[int]float64{3: 165}}
	s.widths = []float64{8, 20}
	header := b.header(columnCode, columnMunicipality)
	position := make(map[string]int, len(all))
	cells := make([][]any, len(all))
	for i, m := range all {
		position[m.Code] = i
		style := b.style.text
		if m.Code == b.own {
			style = b.style.bold
		}
		cells[i] = []any{text(m.Code, style), text(m.Name, style)}
	}
	for _, m := range b.report.Models {
		header = append(header, text(m.Name, b.style.sideways))
		s.widths = append(s.widths, 9)
	}
	for row := range b.report.Rows() {
		style := b.style.pct
		if row.Municipality == b.own {
			style = b.style.ownPct
		}
		i := position[row.Municipality]
		cells[i] = append(cells[i], b.number(row.DeviationPct/100, style))
	}
	s.rows = [][]any{
		{text(titleMunicipalities.With(b.period()).In(b.lang), b.style.title)},
		{text(leadMunicipalities.In(b.lang), b.style.lead)},
		header,
	}
	s.rows = append(s.rows, cells...)
	if len(all) > 0 && len(b.report.Models) > 0 {
		last, err := excelize.CoordinatesToCellName(2+len(b.report.Models), 3+len(all))
		if err == nil { // an error comes back when the sheet itself is written
			s.conditional = []conditional{{"C4:" + last, []excelize.ConditionalFormatOptions{{
				Type: "3_color_scale", Criteria: "=",
				MinType: "num", MinValue: "-0.5", MinColor: "#" + skyBlue,
				MidType: "num", MidValue: "0", MidColor: "#FFFFFF",
				MaxType: "num", MaxValue: "0.5", MaxColor: "#" + orange,
			}}}}
		}
	}
	return s
}
