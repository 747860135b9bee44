package excel

import (
	"strconv"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/xuri/excelize/v2"
)

// layOutMunicipalities lays out the sheet of all municipalities' differences in per cent,
// with a column for each area.
func (b *book) layOutMunicipalities() *layout.Sheet {
	all := b.report.AllMunicipalities()
	s := &layout.Sheet{
		Frame: layout.Frame{Header: 4, OneTable: true, Titles: 1, Filter: len(all)},
		Fixed: 1,
	}
	s.Widths, s.ColumnTitles = []float64{18}, 1
	header := b.cell.Header(phrase.ColumnMunicipality)
	position := make(map[string]int, len(all))
	cells := make([][]any, len(all))
	for i, m := range all {
		position[m.Code] = i
		style := b.style.Text
		if m.Code == b.own {
			style = b.style.OwnRow
		}
		cells[i] = []any{layout.Text(m.Name, style)}
	}
	for _, m := range b.report.Models {
		header = append(header, layout.Heading(m.Name, b.style.Sideways))
		s.Widths = append(s.Widths, 6.85)
	}
	s.SetHeight(4, layout.UprightHeight(header))
	s.KeepOnScreen()
	for row := range b.report.Rows() {
		i := position[row.Municipality]
		cells[i] = append(cells[i],
			b.cell.Number(row.Deviation.Pct/100,
				b.style.Heat[layout.HeatCell{Own: row.Municipality == b.own,
					Mark: chooseHeatMark(&row)}]))
	}
	s.Rows = [][]any{
		{layout.Text(phrase.TitleMunicipalities.With(b.describePeriod()).In(b.lang), b.style.Title)},
		{layout.Text(phrase.LeadMunicipalities.In(b.lang), b.style.Lead)},
		nil,
		header,
	}
	s.Rows[2] = []any{b.makeBackLink(s, 2)}
	s.Rows = append(s.Rows, cells...)
	if len(all) > 0 && len(b.report.Models) > 0 {
		last := ooxml.ColumnName(len(b.report.Models)) + strconv.Itoa(4+len(all))
		s.Conditional = []layout.Conditional{{
			Cells: "B5:" + last,
			Options: []excelize.ConditionalFormatOptions{{
				Type: "3_color_scale", Criteria: "=",
				MinType: "num", MinValue: "-0.5", MinColor: "#" + ooxml.SkyBlue,
				MidType: "num", MidValue: "0", MidColor: "#FFFFFF",
				MaxType: "num", MaxValue: "0.5", MaxColor: "#" + ooxml.Orange,
			}},
		}}
	}
	return s
}

// chooseHeatMark returns the mark of a row, which can be seen without colours, too.
func chooseHeatMark(row *benchmark.Row) string {
	switch {
	case row.Candidate:
		return layout.MarkAbove
	case row.Grade == benchmark.Low:
		return layout.MarkBelow
	}
	return ""
}
