package layout

import "github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"

// addCharts puts a sheet's charts on it.
func (b *Book) addCharts(s *Sheet) error {
	if len(s.Charts) == 0 {
		return nil
	}
	id, err := b.parts.Attach(s.part, "drawing", ooxml.DrawingType,
		func(drawing string, _ int) (string, error) {
			ids := make([]string, len(s.Charts))
			for i := range s.Charts {
				var err error
				ids[i], err = b.parts.Attach(drawing, "chart", ooxml.ChartType,
					func(string, int) (string, error) {
						return s.Charts[i].XML(Locale.In(b.Cell.lang)), nil
					})
				if err != nil {
					return "", err
				}
			}
			return ooxml.DrawingPart(s.Charts, ids,
				func(i int) string { return chartName.With(i + 1).In(b.Cell.lang) }), nil
		})
	b.parts.End(s.part, `<drawing r:id="`+id+`"/>`)
	return err
}
