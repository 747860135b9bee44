package statbank

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// findPeriods returns the codes of a time variable that belong to the years of a request,
// and to the part of each year that it asks for. An empty part stands for all parts. Codes
// are years (2024), or years with a quarter, month or week (2024K1, 2024M03). If a year has
// no code, ok is false and the message says so.
func (v *Variable) findPeriods(r Request) (codes []string, wrong lang.Message, ok bool) {
	if len(r.Years) == 0 {
		return nil, noYears.With(), false
	}
	parts := map[int][]string{} // the codes of each year
	for _, value := range v.Values {
		year, rest := splitPeriod(value.ID)
		if year > 0 && (r.Period == "" || rest == r.Period || rest == "") {
			parts[year] = append(parts[year], value.ID)
		}
	}
	years := slices.Clone(r.Years)
	if r.Latest {
		years = findLatest(years, parts)
	}
	var missing lang.List
	for _, year := range slices.Compact(slices.Sorted(slices.Values(years))) {
		codes = append(codes, parts[year]...)
		if parts[year] == nil {
			missing = append(missing, strconv.Itoa(year)+r.Period)
		}
	}
	if len(missing) > 0 {
		return nil, noYear.With(missing, v.describeExtent()), false
	}
	return codes, lang.Message{}, true
}

// findLatest returns those of some years that have all their parts. If the last is not one
// of them, it adds the latest before it that is. If there is none, it returns the years.
func findLatest(years []int, parts map[int][]string) []int {
	most := 1
	for _, codes := range parts {
		most = max(most, len(codes))
	}
	isWhole := func(year int) bool { return len(parts[year]) == most }
	last := slices.Max(years)
	found := slices.DeleteFunc(slices.Clone(years), func(y int) bool { return !isWhole(y) })
	for year := last; year >= 1900; year-- {
		if isWhole(year) {
			return append(found, year)
		}
	}
	return years
}

// splitPeriod divides 2024K1 into 2024 and K1. A code that is no period has the
// year 0.
func splitPeriod(code string) (year int, rest string) {
	if len(code) < 4 {
		return 0, ""
	}
	year, err := strconv.Atoi(code[:4])
	if err != nil || year < 1000 {
		return 0, ""
	}
	if rest = code[4:]; rest != "" && strings.ContainsRune("0123456789:-", rune(rest[0])) {
		return 0, "" // a span of years, such as 2020:2024
	}
	return year, rest
}

// describeExtent says which years a time variable covers.
func (v *Variable) describeExtent() lang.Localized {
	codes := v.codes()
	if len(codes) == 1 {
		return lang.Phrase{DA: codes[0], EN: codes[0]}
	}
	return fromTo.With(slices.Min(codes), slices.Max(codes))
}

// FileName returns what the file of a table and some years is called, such as
// regk31_2021-2024.csv.
func FileName(table string, years []int) string {
	years = slices.Compact(slices.Sorted(slices.Values(years)))
	var b strings.Builder
	for _, r := range strings.ToLower(table) {
		if !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789æøå", r) {
			r = '-' // only letters and digits of the name become part of a path
		}
		b.WriteRune(r)
	}
	for i := 0; i < len(years); {
		last := i
		for last+1 < len(years) && years[last+1] == years[last]+1 {
			last++
		}
		fmt.Fprintf(&b, "_%d", years[i])
		if last > i {
			fmt.Fprintf(&b, "-%d", years[last])
		}
		i = last + 1
	}
	return b.String() + ".csv"
}
