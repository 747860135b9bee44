package excel

import "github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"

// addCharts puts a sheet's charts on it.
func (b *output) addCharts(s *sheet) error {
	if len(s.charts) == 0 {
		return nil
	}
	id, err := b.parts.Attach(s.part, "drawing", ooxml.DrawingType, func(drawing string, _ int) (string, error) {
		ids := make([]string, len(s.charts))
		for i := range s.charts {
			var err error
			ids[i], err = b.parts.Attach(drawing, "chart", ooxml.ChartType, func(string, int) (string, error) { return s.charts[i].XML(locale.In(b.cell.lang)), nil })
			if err != nil {
				return "", err
			}
		}
		return ooxml.DrawingPart(s.charts, ids, func(i int) string { return chartName.With(i + 1).In(b.cell.lang) }), nil
	})
	b.parts.End(s.part, `<drawing r:id="`+id+`"/>`)
	return err
}
