package dataset

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// noYear stands for the position of a value that is no year.
const noYear = -2

// badYear reports the value of a cell that is no year, once.
func (m *mapper) badYear(value int32, line int) {
	v := &m.cube.variables[m.time]
	text := v.Values[value].String()
	m.problem(BadYear, line, v.Name(), text, badYear.With(shorten(text)))
	m.years[value] = -1
}

// isEarly says whether the register's municipalities began only after a year, and
// why its figures are left out.
func (r *reader) isEarly(year int) (why lang.Message, early bool) {
	b, ok := r.register.(Beginning)
	if !ok || year == Undated {
		return lang.Message{}, false
	}
	first, why := b.Began()
	return why, year < first
}

// dated returns the position of the year that a whole source is set to, and
// reports one that is too early.
func (r *reader) dated(year int) int {
	if why, early := r.isEarly(year); early {
		r.problem(BadYear, 0, "", strconv.Itoa(year), why)
	}
	return r.year(year)
}

// findYears finds the year of each value of time: of parts of a year the one
// that the section asks for, or the first.
func (m *mapper) findYears() {
	if m.time < 0 {
		if m.use.Year != 0 {
			m.undated = m.dated(m.use.Year)
		} else {
			m.undated = m.dated(m.undatedYear())
		}
		return
	}
	v := &m.cube.variables[m.time]
	m.years = make([]int, len(v.Values))
	periods := make([]period, len(v.Values))
	divided := false
	parts := map[period]bool{} // which parts there are, whatever the year
	school := areSchoolYears(v.Values)
	for i, value := range v.Values {
		p, ok := periodOf(value)
		if school && mayEndNext(value.Code) {
			p = period{year: p.year, across: true}
		}
		if !ok {
			m.years[i] = noYear // said where a municipality has it
			continue
		}
		periods[i] = p
		divided = divided || p.of > 0
		parts[period{part: p.part, of: p.of}] = true
	}
	quarter := max(1, m.use.Quarter)
	month := 3*(quarter-1) + 1
	var taken, left, early, across []string
	var tooEarly lang.Message
	for i, p := range periods {
		switch {
		case p == period{}:
		case m.early(p.year, &tooEarly):
			m.years[i] = -1
			left, early = append(left, v.Values[i].String()), append(early, v.Values[i].String())
		case p.of > 0 && p.month() != month && !(len(parts) == 1 && m.use.Quarter == 0), p.of > 12 && p.part != 1+(month-1)*52/12:
			m.years[i] = -1
			left = append(left, v.Values[i].String())
		default:
			m.years[i] = m.year(p.year)
			taken = append(taken, v.Values[i].String())
			if p.across {
				across = append(across, setTo(v.Values[i].String(), p.year))
			}
		}
	}
	if len(across) > 0 && !m.again {
		m.problem(AcrossYears, 0, v.Name(), across[0], acrossYears.With(some(across)))
	}
	if len(early) > 0 && !m.again {
		m.problem(TimeBreak, 0, v.Name(), strings.Join(early, ", "), yearsLeftOut.With(some(early), tooEarly))
	}
	use := Use{Variable: v.Name(), As: "year", LeftOut: left}
	if divided {
		m.use.applies("quarter")
		use.Taken = taken
		if left := len(left) - len(early); left > 0 {
			m.problem(ChosenValue, 0, v.Name(), strconv.Itoa(quarter), quarterChosen.With(quarter, left))
		}
	}
	m.table.Uses = append(m.table.Uses, use)
}

// setTo says which year a school year is set to.
func setTo(text string, year int) string { return shorten(text) + " → " + strconv.Itoa(year) }

// areSchoolYears says whether values that may each be a month are school years: two
// or more, and every one of them ends in the year after its own.
func areSchoolYears(values []Value) bool {
	n := 0
	for _, v := range values {
		switch {
		case mayEndNext(v.Code):
			n++
		case monthOrSchoolYear.MatchString(v.Code):
			return false
		}
	}
	return n > 1
}

// schoolYear returns the year that a school or income year, 2023/24, begins in.
func (r *reader) schoolYear(text string) (year int, ok bool) {
	if year, ok = r.schoolYears[text]; ok {
		return year, true
	}
	p, ok := parsePeriod(text)
	if !ok || !p.across {
		return 0, false
	}
	if r.schoolYears == nil {
		r.schoolYears = map[string]int{}
	}
	r.schoolYears[strings.Clone(text)] = p.year
	return p.year, true
}

// tellSchoolYears warns of the school years that there were in a column.
func (r *reader) tellSchoolYears(column string) {
	if len(r.schoolYears) == 0 {
		return
	}
	var list []string
	for _, text := range slices.Sorted(maps.Keys(r.schoolYears)) {
		list = append(list, setTo(text, r.schoolYears[text]))
	}
	r.problem(AcrossYears, 0, column, list[0], acrossYears.With(some(list)))
}

// early says whether a year is too early, and keeps why.
func (m *mapper) early(year int, why *lang.Message) bool {
	message, early := m.isEarly(year)
	if early {
		*why = message
	}
	return early
}

// parseYear reads a year of four digits.
func parseYear(text string) (int, bool) {
	y, err := strconv.Atoi(text)
	return y, err == nil && len(text) == 4 && y >= 1800 && y <= 2200
}

var yearInName = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)[0-9]{2})(?:[^0-9]|$)`)

// undatedYear returns the year for a source that has none in it.
func (r *reader) undatedYear() int {
	if r.opt.Year != 0 {
		return r.opt.Year
	}
	name, message := r.table.Source, datedByFile
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	if yearInName.MatchString(r.sheet) {
		name, message = r.sheet, datedBySheet
	}
	if m := yearInName.FindStringSubmatch(name); m != nil {
		y, _ := strconv.Atoi(m[1])
		r.problem(DatedByName, 0, "", m[1], message.With(y))
		return y
	}
	r.problem(DatedByName, 0, "", "", undated.With())
	return Undated
}
