package dataset

import "github.com/raaderum/raaderum/dataset/internal/plausible"

// findTwins tells of two indicators that are the same throughout a year, or but for a power
// of ten, as the same amounts in kr. and in 1,000 kr.
func (in *inspection) findTwins() {
	for _, year := range in.years {
		first := map[[3]float64][]string{}
		for _, id := range in.scope.Indicators {
			column := in.Column(id, year)
			if column == nil || !plausible.Varies(column) {
				continue
			}
			key := plausible.Outline(column)
			told := false
			for _, other := range first[key] {
				if factor, ok := plausible.FindFactor(in.Column(other, year), column); ok && other != id {
					if factor == 1 {
						in.tell(id, sameIndicators.With(other, id, sayYears([]int{year})))
					} else {
						in.remark(id, []int{year}, "",
							sameButForUnit.With(id, sayYears([]int{year}), plain(factor), other))
					}
					told = true
					break
				}
			}
			if !told {
				first[key] = append(first[key], id)
			}
		}
	}
}
