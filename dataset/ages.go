package dataset

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var (
	ageText   = regexp.MustCompile(`^(\d{1,3})(?:\s*[-–_]\s*(\d{1,3}))?(\+)?(?:[^0-9].*)?$`)
	agePhrase = regexp.MustCompile(`(?i)\b(og derover|and over|or more|or over|og over|og mer|och äldre|eller äldre|eller eldre|\+)`)
)

// openAge is the upper end of ages that have none.
const openAge = 999

// parseAges reads the text of an age or a range of ages: 17, 17 år, 6-16,
// 6_16, 80+, 100 år og derover.
func parseAges(text string) (from, to int, ok bool) {
	text = strings.TrimSpace(text)
	found := ageText.FindStringSubmatch(text)
	if found == nil {
		return 0, 0, false
	}
	from, _ = strconv.Atoi(found[1])
	to = from
	switch {
	case found[2] != "":
		to, _ = strconv.Atoi(found[2])
	case found[3] != "" || agePhrase.MatchString(text):
		to = openAge
	}
	return from, to, from <= to
}

// ageOf returns the ages that a value is of.
func ageOf(v Value) (from, to int, ok bool) {
	for _, text := range []string{v.Label, v.Code} { // "100 år og derover" before 100
		if from, to, ok = parseAges(text); ok {
			return from, to, true
		}
	}
	return 0, 0, false
}

// agesOf returns the values that make up a range of ages, or the first age
// that is lacking. Ages with no upper end are there when the oldest is 100 or
// more, which is all but one in a thousand of those over 80.
func agesOf(values []Value, from, to int) (members []int, gap int) {
	type span struct{ from, to, at int }
	var spans []span
	oldest := 0
	for i, v := range values {
		if isTotal(v) {
			continue
		}
		if f, t, ok := ageOf(v); ok {
			oldest = max(oldest, f)
			if f >= from && t <= to {
				spans = append(spans, span{f, t, i})
			}
		}
	}
	slices.SortFunc(spans, func(a, b span) int {
		if a.from != b.from {
			return a.from - b.from
		}
		return a.to - b.to // of groups that overlap the finest
	})
	next := from
	for _, s := range spans {
		if s.from < next {
			continue
		}
		if s.from > next {
			return nil, next
		}
		members = append(members, s.at)
		next = s.to + 1
	}
	if next <= to && !(to == openAge && next > 100) {
		return nil, next
	}
	slices.Sort(members)
	return members, -1
}

// ages takes the ages that are wanted of a variable of ages, and the total.
func (m *mapper) ages(d *dim, v *Variable) {
	if total := slices.IndexFunc(v.Values, isTotal); total >= 0 {
		d.groups = append(d.groups, group{value: totalOf(v.Values[total]), members: []int{total}})
	} else if members, gap := agesOf(v.Values, 0, openAge); gap < 0 {
		d.groups = append(d.groups, group{value: Value{Total: true}, members: members, sum: true})
	}
	asked := map[string]bool{}
	for _, id := range m.opt.Wanted {
		if id == m.known.Base && len(d.groups) == 0 && m.use.Indicator == "" {
			_, gap := agesOf(v.Values, 0, openAge)
			m.problem(IncompleteSum, 0, v.Name(), id, ageMissing.With(id, gap))
		}
		whole, _, _ := CutID(m.known.NormalID(id)) // folketal.6_16[KØN=1] is of the same ages
		text, ok := strings.CutPrefix(whole, m.known.Base+".")
		if from, to, isAges := parseAges(text); ok && isAges && !asked[text] {
			asked[text] = true
			members, gap := agesOf(v.Values, from, to)
			if gap >= 0 {
				m.problem(IncompleteSum, 0, v.Name(), id, ageMissing.With(id, gap))
				continue
			}
			d.groups = append(d.groups, group{value: Value{Code: text}, members: members, sum: true})
		}
	}
	if len(d.groups) == 0 { // nothing is asked for that is there: every age by itself
		for i, value := range v.Values {
			d.groups = append(d.groups, group{value: value, members: []int{i}})
		}
	}
}
