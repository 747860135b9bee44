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
	// Part counts from 1 within the year, and Of is how many parts a year has: 3 of 4 is
	// the third quarter. Both are 0 for a whole year.
	Part, Of int
	// Across says that it is a school or income year, which ends in the next year.
	Across bool
	// First is the first of several years, of which Year is the last: 2020 of 2020:2024.
	// It is 0 for a single year.
	First int
	// Day says that it is a date, on which something was counted.
	Day bool
}

// Month returns the month in which the period begins.
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
	if ok && rest == "" {
		return p, true
	}
	if again, rest, twice := cutPeriod(rest); ok && twice && rest == "" && again == p {
		return p, true
	}
	if p, ok = readSpan(text); !ok {
		p, ok = readDate(text)
	}
	return p, ok
}

// spanOfYears matches several years: 2020:2024, 2020 - 2024, 2020 til 2024. The text may
// stand twice, as code and label.
var spanOfYears = regexp.MustCompile(
	`^([0-9]{4}) ?(:|/|-|–|—|til|to) ?([0-9]{4})(?: ([0-9]{4}) ?(?::|/|-|–|—|til|to) ?([0-9]{4}))?$`)

// mostYears is how many years a period may cover. A longer one is two figures.
const mostYears = 50

// readSpan reads a period of several years. Two consecutive years are a school or income
// year, unless there is a colon between them.
func readSpan(text string) (p Period, ok bool) {
	m := spanOfYears.FindStringSubmatch(strings.Join(strings.Fields(text), " "))
	if m == nil || m[4] != "" && (m[4] != m[1] || m[5] != m[3]) {
		return Period{}, false
	}
	first, one := ParseYear(m[1])
	last, two := ParseYear(m[3])
	switch {
	case !one || !two || last <= first || last-first > mostYears:
		return Period{}, false
	case last == first+1 && m[2] != ":":
		return Period{Year: first, Across: true}, true
	}
	return Period{Year: last, First: first}, true
}

var (
	dayFirst = regexp.MustCompile(
		`^([0-9]{1,2})([-./])([0-9]{1,2})([-./])((?:19|20)[0-9]{2})(?:[ T][0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?)?$`)
	dayAndMonth  = regexp.MustCompile(`^(?:[0-9]{1,2}\.? )?(\pL{3,9})\.? ((?:19|20)[0-9]{2})$`)
	yearAndMonth = regexp.MustCompile(`^((?:19|20)[0-9]{2}) (\pL{3,9})\.?$`)
)

// readDate reads a date that begins with the day, such as 31-12-2024, or whose month is a
// word, such as 31. december 2024 and 2024 July. It returns the month of the date.
func readDate(text string) (p Period, ok bool) {
	text = unit.Fold(text)
	if m := dayFirst.FindStringSubmatch(text); m != nil && m[2] == m[4] {
		day, _ := strconv.Atoi(m[1])
		month, _ := strconv.Atoi(m[3])
		year, ok := ParseYear(m[5])
		return Period{Year: year, Part: month, Of: 12, Day: true}, ok && day >= 1 && day <= 31 && month >= 1 &&
			month <= 12
	}
	year, word := "", ""
	if m := dayAndMonth.FindStringSubmatch(text); m != nil {
		word, year = m[1], m[2]
	} else if m := yearAndMonth.FindStringSubmatch(text); m != nil {
		year, word = m[1], m[2]
	}
	p.Year, ok = ParseYear(year)
	p.Part, p.Of = findMonth(word), 12
	p.Day = ok && unit.IsDigit(text[0]) && !strings.HasPrefix(text, year)
	return p, ok && p.Part > 0
}

// monthNames are the months in Danish and in English. The Norwegian and Swedish names are
// nearly the Danish ones.
var monthNames = [12][]string{
	{"januar", "january", "januari"}, {"februar", "february", "februari"},
	{"marts", "march", "mars"}, {"april"}, {"maj", "may", "mai"}, {"juni", "june"},
	{"juli", "july"}, {"august", "augusti"}, {"september"}, {"oktober", "october"},
	{"november"}, {"december", "desember"},
}

// findMonth returns the number of a month that is named in full or by three letters or
// more, or 0.
func findMonth(word string) int {
	for i, names := range monthNames {
		for _, name := range names {
			if len(word) >= 3 && strings.HasPrefix(name, word) {
				return i + 1
			}
		}
	}
	return 0
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
	"HALVÅR": "H", "HALV": "H", "HALF": "H", "HALFYEAR": "H", "HALF-YEAR": "H", "HALVÅR.": "H"}

// readPeriodWords reads words that form a period and nothing else: one ("2024Q3"), two
// ("2024 Q3", "Q3 2024") or three ("1. kvartal 2024", "2024 1. kvartal").
func readPeriodWords(words []string) (Period, bool) {
	words = strings.Fields(strings.ToUpper(strings.Join(words, " ")))
	year, part := words[0], ""
	switch len(words) {
	case 1:
		return readCompactPeriod(cutZeros(strings.TrimRight(year, "*")))
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
	if mark == "" && len(text) > 4 && text[4] == '-' { // it is a month, as in 2024-03
		mark = "M"
	}
	if date := strings.Split(rest, "-"); len(date) == 2 && len(date[0]) == 2 &&
		unit.AllDigits(date[0]) && unit.AllDigits(date[1]) {
		mark, digits = "M", date[0]
		p.Day = true
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

// ReadPeriod returns the period that a value means. It is the one that the file gives it,
// or else the one in its code or its label. A code or label may also add to the period of
// the same year: that it is a school year, or the last of several years.
func ReadPeriod(v Value) (Period, bool) {
	said, sure := ParsePeriod(v.Period)
	for _, text := range []string{v.Code, v.Label} {
		p, ok := ParsePeriod(text)
		switch {
		case !ok:
		case !sure, said.Of == 0 && p.Of == 0 && p.First <= said.Year && said.Year <= p.Year:
			return p, true
		}
	}
	return said, sure
}

// AreSchoolYears says whether values that may each be a month are school years instead.
// They are if there are at least two, and each of them ends in the next year.
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

// cutZeros returns a text of four digits without decimals that are zeros. Some programs
// write the year as 2024.0.
func cutZeros(text string) string {
	if len(text) > 5 && (text[4] == '.' || text[4] == ',') && unit.AllDigits(text[:4]) &&
		strings.Trim(text[5:], "0") == "" {
		return text[:4]
	}
	return text
}
