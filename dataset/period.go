package dataset

import (
	"strconv"
	"strings"
)

// period is a year or a part of one.
type period struct {
	year int
	// part counts from 1 within the year and of is how many parts a year has:
	// 3 of 4 is the third quarter. Both are 0 for a whole year.
	part, of int
	// across says that it is a school or income year, which ends in the next.
	across bool
}

// month returns the month that the period begins in.
func (p period) month() int {
	if p.of == 0 {
		return 1
	}
	return 1 + (p.part-1)*12/p.of
}

// partMarks are the letters between year and part: Danish K, English Q,
// Swedish and Norwegian K, Spanish T; M for months, H, S, and HK for halves, U,
// V and W for weeks.
var partMarks = map[string]int{
	"K": 4, "Q": 4, "T": 4, "KV": 4, "M": 12, "H": 2, "S": 2, "HK": 2, "U": 52, "V": 52, "W": 52,
}

var romans = map[string]int{"I": 1, "II": 2, "III": 3, "IV": 4}

// parsePeriod reads the text of a time value: 2024, 2024K1, 2024Q1, 2024M03,
// 2024-Q1, 2024-03-01, "1. kvartal 2024", and 2023/2024 or 2023/24, a school
// or income year, which is the year it begins in.
func parsePeriod(text string) (p period, ok bool) {
	text = strings.ToUpper(strings.TrimSpace(text))
	if head, tail, found := strings.Cut(text, " "); found { // "2024K1 2024K1", "1. KVARTAL 2024", "2024 (FORELØBIG)"
		if p, ok := parsePeriod(head); ok {
			return p, true
		}
		part := strings.TrimSuffix(head, ".")
		if word, year, found := strings.Cut(tail, " "); found {
			mark := map[string]string{"KVARTAL": "K", "KVT.": "K", "KV.": "K", "QUARTER": "K", "HALVÅR": "H"}[word]
			if mark != "" {
				return parsePeriod(year + mark + part)
			}
		}
		return p, false
	}
	if len(text) < 4 {
		return p, false
	}
	if p.year, ok = parseYear(text[:4]); !ok {
		return p, false
	}
	rest := strings.TrimLeft(text[4:], "-/")
	slash := len(text) > 4 && text[4] == '/'
	if text[4:] == "" {
		return p, true
	}
	if year, err := strconv.Atoi(rest); err == nil && (year == p.year+1 && len(rest) == 4 || slash && len(rest) == 2 && year == (p.year+1)%100) {
		p.across = true
		return p, true
	}
	mark := strings.TrimRight(rest, "0123456789")
	digits := rest[len(mark):]
	if mark == "" && len(text) > 4 && text[4] == '-' { // a month, as in 2024-03
		mark = "M"
	}
	if date := strings.Split(rest, "-"); len(date) == 2 && len(date[0]) == 2 && allDigits(date[0]) && allDigits(date[1]) {
		mark, digits = "M", date[0]
	}
	for m := range partMarks { // 2005TIII
		if roman, found := strings.CutPrefix(mark, m); found && digits == "" && romans[roman] > 0 {
			mark, digits = m, strconv.Itoa(romans[roman])
		}
	}
	p.of = partMarks[strings.TrimRight(mark, "-")]
	var err error
	p.part, err = strconv.Atoi(digits)
	if p.of == 0 || err != nil || p.part < 1 || p.part > p.of+p.of/52 { // some years have 53 weeks
		return period{}, false
	}
	p.part = min(p.part, p.of)
	return p, true
}

// periodOf returns the period that a value means, by its code or its label.
func periodOf(v Value) (period, bool) {
	if p, ok := parsePeriod(v.Code); ok {
		return p, true
	}
	return parsePeriod(v.Label)
}
