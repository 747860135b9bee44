package table

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

// OpenAge is the upper end of ages that have none.
const OpenAge = 999

// ParseAges reads the text of an age or a range of ages: 17, 17 år, 6-16,
// 6_16, 80+, 100 år og derover.
func ParseAges(text string) (from, to int, ok bool) {
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
		to = OpenAge
	}
	return from, to, from <= to
}

// readAges returns the ages that a value covers.
func readAges(v Value) (from, to int, ok bool) {
	// the label first, since "100 år og derover" says more than 100
	for _, text := range []string{v.Label, v.Code} {
		if from, to, ok = ParseAges(text); ok {
			return from, to, true
		}
	}
	return 0, 0, false
}

// FindAges returns the values that make up a range of ages, or the first age that is
// missing. A range without an upper end is complete if the oldest age is at least 100,
// which covers all but one in a thousand of those over 80.
func FindAges(values []Value, from, to int) (members []int, gap int) {
	type span struct{ from, to, at int }
	var spans []span
	oldest := 0
	for i, v := range values {
		if IsTotal(v) {
			continue
		}
		if f, t, ok := readAges(v); ok {
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
		return a.to - b.to // of groups that overlap, the finest
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
	if next <= to && !(to == OpenAge && next > 100) {
		return nil, next
	}
	slices.Sort(members)
	return members, -1
}
