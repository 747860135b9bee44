package dataset

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/unit"
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

// parsePeriod reads the text of a time value: a period, which may stand twice, as
// code and label, or have a remark beside it: "2024K1 2024K1", "2024 (foreløbig)".
// Anything else beside it says of what the figures are, and is no time.
func parsePeriod(text string) (p period, ok bool) {
	p, rest, ok := leadingPeriod(text)
	if rest == "" || !ok {
		return p, ok
	}
	again, rest, ok := leadingPeriod(rest)
	return p, ok && rest == "" && again == p
}

// leadingPeriod reads the period that a text begins with, of as many words as there
// are in it, and returns the rest without a remark on it.
func leadingPeriod(text string) (p period, rest string, ok bool) {
	words := strings.Fields(text)
	for n := min(3, len(words)); n > 0; n-- {
		if p, ok := wholePeriod(words[:n]); ok {
			return p, strings.TrimSpace(remark.ReplaceAllString(strings.Join(words[n:], " "), "")), true
		}
	}
	return p, text, false
}

// remark is what may stand after a period and is no part of what the figures are
// of: that they are provisional, or a mark that leads to a note.
var remark = regexp.MustCompile(`(?i)^(?:\*+|\(?[0-9*]\)|\(?(?:foreløbige?|endelige?|reviderede?|provisional|preliminary|final|revised)(?: (?:tal|figures))?\)?)(?:\s|$)`)

// partWords are the words for parts of a year, and their letters.
var partWords = map[string]string{"KVARTAL": "K", "KVT.": "K", "KV.": "K", "QUARTER": "K", "HALVÅR": "H"}

// wholePeriod reads words that are a period and nothing else, in one ("2024Q3"),
// two ("2024 Q3", "Q3 2024") or three ("1. kvartal 2024", "2024 1. kvartal").
func wholePeriod(words []string) (period, bool) {
	words = strings.Fields(strings.ToUpper(strings.Join(words, " ")))
	year, part := words[0], ""
	switch len(words) {
	case 1:
		return compactPeriod(strings.TrimRight(year, "*"))
	case 2:
		part = words[1]
		if _, ok := parseYear(year); !ok {
			year, part = part, year
		}
	case 3:
		number, word := words[1], words[2]
		if _, ok := parseYear(year); !ok {
			year, number, word = words[2], words[0], words[1]
		}
		part = partWords[word] + strings.TrimSuffix(number, ".")
	}
	if _, ok := parseYear(year); !ok || strings.Trim(part, "0123456789") == "" || !unit.IsDigit(part[len(part)-1]) || unit.IsDigit(part[0]) || part[0] == '-' || part[0] == '/' {
		return period{}, false
	}
	return compactPeriod(year + part)
}

// compactPeriod reads a period in one word: 2024, 2024K1, 2024Q1, 2024M03,
// 2024-Q1, 2024-03-01; and 2023/24, 2023/2024, 2023-2024 or 2023-24, a school or
// income year, which is the year it begins in. 2009-10 may be a month, and is one
// where nothing else tells.
func compactPeriod(text string) (p period, ok bool) {
	if len(text) < 4 {
		return p, false
	}
	if p.year, ok = parseYear(text[:4]); !ok {
		return p, false
	}
	rest := strings.TrimLeft(text[4:], "-/")
	if text[4:] == "" {
		return p, true
	}
	if text[4] == '/' && endsNext(p.year, rest) || endsNext(p.year, rest) && (len(rest) == 4 || rest > "12" || rest == "00") {
		p.across = true
		return p, true
	}
	mark := strings.TrimRight(rest, "0123456789")
	digits := rest[len(mark):]
	if mark == "" && len(text) > 4 && text[4] == '-' { // a month, as in 2024-03
		mark = "M"
	}
	if date := strings.Split(rest, "-"); len(date) == 2 && len(date[0]) == 2 && unit.AllDigits(date[0]) && unit.AllDigits(date[1]) {
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

// endsNext says whether digits are the year after one, in full or its last two.
func endsNext(year int, digits string) bool {
	return digits == strconv.Itoa(year+1) || len(digits) == 2 && digits == strconv.Itoa(year + 1)[2:]
}

// monthOrSchoolYear is a text that may be either: 2009-10.
var monthOrSchoolYear = regexp.MustCompile(`^([0-9]{4})-([0-9]{2})$`)

// mayEndNext says whether a text that is written as a month may also be a school
// year.
func mayEndNext(text string) bool {
	m := monthOrSchoolYear.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	year, ok := parseYear(m[1])
	return ok && endsNext(year, m[2])
}

// periodOf returns the period that a value means, by its code or its label.
func periodOf(v Value) (period, bool) {
	if p, ok := parsePeriod(v.Code); ok {
		return p, true
	}
	return parsePeriod(v.Label)
}
