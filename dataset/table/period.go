package table

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/unit"
)

// Period is a year or a part of one.
type Period struct {
	Year int
	// part counts from 1 within the year and of is how many parts a year has:
	// 3 of 4 is the third quarter. Both are 0 for a whole year.
	Part, Of int
	// across says that it is a school or income year, which ends in the next.
	Across bool
}

// Month returns the month that the period begins in.
func (p Period) Month() int {
	if p.Of == 0 {
		return 1
	}
	return 1 + (p.Part-1)*12/p.Of
}

// partMarks are the letters between year and part: Danish K, English Q,
// Swedish and Norwegian K, Spanish T; M for months, H, S, and HK for halves, U,
// V and W for weeks.
var partMarks = map[string]int{
	"K": 4, "Q": 4, "T": 4, "KV": 4, "M": 12, "H": 2, "S": 2, "HK": 2, "U": 52, "V": 52, "W": 52,
}

var romans = map[string]int{"I": 1, "II": 2, "III": 3, "IV": 4}

// ParsePeriod reads the text of a time value. The period may stand twice, as code and
// label, or be followed by a remark: "2024K1 2024K1", "2024 (foreløbig)". A text with
// anything else is not a time.
func ParsePeriod(text string) (p Period, ok bool) {
	p, rest, ok := cutPeriod(text)
	if rest == "" || !ok {
		return p, ok
	}
	again, rest, ok := cutPeriod(rest)
	return p, ok && rest == "" && again == p
}

// cutPeriod reads the longest period at the beginning of a text, and returns the rest
// without a remark at its start.
func cutPeriod(text string) (p Period, rest string, ok bool) {
	words := strings.Fields(text)
	for n := min(3, len(words)); n > 0; n-- {
		if p, ok := readPeriodWords(words[:n]); ok {
			return p, strings.TrimSpace(remark.ReplaceAllString(strings.Join(words[n:], " "), "")), true
		}
	}
	return p, text, false
}

// remark matches what may follow a period without saying what the figures are about: that
// they are provisional, or a mark that refers to a note.
var remark = regexp.MustCompile(`(?i)^(?:\*+|\(?[0-9*]\)|\(?(?:foreløbige?|endelige?|reviderede?|provisional|preliminary|final|revised)(?: (?:tal|figures))?\)?)(?:\s|$)`)

// partWords are the words for parts of a year, and their letters.
var partWords = map[string]string{"KVARTAL": "K", "KVT.": "K", "KV.": "K", "QUARTER": "K",
	"HALVÅR": "H"}

// readPeriodWords reads words that form a period and nothing else: one ("2024Q3"), two
// ("2024 Q3", "Q3 2024") or three ("1. kvartal 2024", "2024 1. kvartal").
func readPeriodWords(words []string) (Period, bool) {
	words = strings.Fields(strings.ToUpper(strings.Join(words, " ")))
	year, part := words[0], ""
	switch len(words) {
	case 1:
		return readCompactPeriod(strings.TrimRight(year, "*"))
	case 2:
		part = words[1]
		if _, ok := ParseYear(year); !ok {
			year, part = part, year
		}
	case 3:
		number, word := words[1], words[2]
		if _, ok := ParseYear(year); !ok {
			year, number, word = words[2], words[0], words[1]
		}
		part = partWords[word] + strings.TrimSuffix(number, ".")
	}
	if _, ok := ParseYear(year); !ok || strings.Trim(part, "0123456789") == "" ||
		!unit.IsDigit(part[len(part)-1]) || unit.IsDigit(part[0]) || part[0] == '-' || part[0] == '/' {
		return Period{}, false
	}
	return readCompactPeriod(year + part)
}

// readCompactPeriod reads a period written as one word: 2024, 2024K1, 2024Q1, 2024M03,
// 2024-Q1, 2024-03-01. A school or income year, written 2023/24, 2023/2024, 2023-2024 or
// 2023-24, is the year in which it begins. 2009-10 may also be a month, and is read as
// one unless something else tells.
func readCompactPeriod(text string) (p Period, ok bool) {
	if len(text) < 4 {
		return p, false
	}
	if p.Year, ok = ParseYear(text[:4]); !ok {
		return p, false
	}
	rest := strings.TrimLeft(text[4:], "-/")
	if text[4:] == "" {
		return p, true
	}
	if text[4] == '/' && endsNext(p.Year, rest) || endsNext(p.Year, rest) &&
		(len(rest) == 4 || rest > "12" || rest == "00") {
		p.Across = true
		return p, true
	}
	mark := strings.TrimRight(rest, "0123456789")
	digits := rest[len(mark):]
	if mark == "" && len(text) > 4 && text[4] == '-' { // a month, as in 2024-03
		mark = "M"
	}
	if date := strings.Split(rest, "-"); len(date) == 2 && len(date[0]) == 2 &&
		unit.AllDigits(date[0]) && unit.AllDigits(date[1]) {
		mark, digits = "M", date[0]
	}
	for m := range partMarks { // 2005TIII
		if roman, found := strings.CutPrefix(mark, m); found && digits == "" && romans[roman] > 0 {
			mark, digits = m, strconv.Itoa(romans[roman])
		}
	}
	p.Of = partMarks[strings.TrimRight(mark, "-")]
	var err error
	p.Part, err = strconv.Atoi(digits)
	if p.Of == 0 || err != nil || p.Part < 1 || p.Part > p.Of+p.Of/52 { // some years have 53 weeks
		return Period{}, false
	}
	p.Part = min(p.Part, p.Of)
	return p, true
}

// endsNext says whether digits name the year after one, in full or by their last two.
func endsNext(year int, digits string) bool {
	return digits == strconv.Itoa(year+1) || len(digits) == 2 && digits == strconv.Itoa(year + 1)[2:]
}

// monthOrSchoolYear matches a text that may be a month or a school year: 2009-10.
var monthOrSchoolYear = regexp.MustCompile(`^([0-9]{4})-([0-9]{2})$`)

// MayEndNext says whether a text written as a month may also be a school year.
func MayEndNext(text string) bool {
	m := monthOrSchoolYear.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	year, ok := ParseYear(m[1])
	return ok && endsNext(year, m[2])
}

// ReadPeriod returns the period that a value means, by its code or its label.
func ReadPeriod(v Value) (Period, bool) {
	if p, ok := ParsePeriod(v.Code); ok {
		return p, true
	}
	return ParsePeriod(v.Label)
}

// AreSchoolYears says whether values that may each be a month are school years instead:
// there are two or more, and every one of them ends in the year after its own.
func AreSchoolYears(values []Value) bool {
	n := 0
	for _, v := range values {
		switch {
		case MayEndNext(v.Code):
			n++
		case monthOrSchoolYear.MatchString(v.Code):
			return false
		}
	}
	return n > 1
}

// ParseYear reads a year of four digits.
func ParseYear(text string) (int, bool) {
	y, err := strconv.Atoi(text)
	return y, err == nil && len(text) == 4 && y >= 1800 && y <= 2200
}
