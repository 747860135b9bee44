package dataset

import (
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
)

// ages takes the ages that are wanted of a variable of ages, and the total.
func (m *mapper) ages(d *dim, v *table.Variable) {
	if total := slices.IndexFunc(v.Values, table.IsTotal); total >= 0 {
		d.groups = append(d.groups, group{value: totalOf(v.Values[total]), members: []int{total}})
	} else if members, gap := table.FindAges(v.Values, 0, table.OpenAge); gap < 0 {
		d.groups = append(d.groups, group{value: table.Value{Total: true}, members: members, sum: true})
	}
	asked := map[string]bool{}
	for _, id := range m.sink.options.Wanted {
		if id == m.known.Base && len(d.groups) == 0 && m.use.Indicator == "" {
			_, gap := table.FindAges(v.Values, 0, table.OpenAge)
			m.sink.problem(IncompleteSum, 0, v.Name(), id, ageMissing.With(id, gap))
		}
		whole, _, _ := CutID(m.known.NormalID(id)) // folketal.6_16[KØN=1] is of the same ages
		text, ok := strings.CutPrefix(whole, m.known.Base+".")
		if from, to, isAges := table.ParseAges(text); ok && isAges && !asked[text] {
			asked[text] = true
			members, gap := table.FindAges(v.Values, from, to)
			if gap >= 0 {
				m.sink.problem(IncompleteSum, 0, v.Name(), id, ageMissing.With(id, gap))
				continue
			}
			d.groups = append(d.groups, group{value: table.Value{Code: text}, members: members, sum: true})
		}
	}
	if len(d.groups) == 0 { // nothing is asked for that is there: every age by itself
		for i, value := range v.Values {
			d.groups = append(d.groups, group{value: value, members: []int{i}})
		}
	}
}
