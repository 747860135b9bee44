package dataset

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
)

// noYear stands for the position of a value that is not a year.
const noYear = -2

// tellBadYear reports, once, a value that is not a year.
func (m *mapper) tellBadYear(value int32, line int) {
	v := &m.table.Variables[m.time]
	text := v.Values[value].String()
	m.sink.tellProblem(BadYear, line, v.Name(), text, badYear.With(table.Shorten(text)))
	m.years[value] = -1
}

// isEarly says whether a year is before the register's municipalities began. why says that
// its figures are therefore left out.
func (s *sink) isEarly(year int) (why lang.Message, early bool) {
	b, ok := s.register.(Beginning)
	if !ok || year == Undated {
		return lang.Message{}, false
	}
	first, why := b.Began()
	return why, year < first
}

// setYear returns the position of the year that a whole source is set to. It reports a year
// that is too early.
func (s *sink) setYear(year int) int {
	if why, early := s.isEarly(year); early {
		s.tellProblem(BadYear, 0, "", strconv.Itoa(year), why)
	}
	return s.builder.ensureYear(year)
}

// findYears finds the year of each value of the time variable. If there are parts of a
// year, it takes the part that the section asks for, or the first part, or adds them up.
func (m *mapper) findYears() bool {
	if m.time < 0 {
		m.undated = m.sink.setYear(m.sink.findUndatedYear(m.pass.Year))
		return true
	}
	v := &m.table.Variables[m.time]
	m.years = make([]int, len(v.Values))
	periods := make([]table.Period, len(v.Values))
	school := table.AreSchoolYears(v.Values)
	for i, value := range v.Values {
		p, ok := table.ReadPeriod(value)
		if school && table.MayEndNext(value.Code) {
			p = table.Period{Year: p.Year, Across: true}
		}
		if !ok {
			m.years[i] = noYear // reported where a municipality has figures for it
			continue
		}
		periods[i] = p
	}
	t := m.chooseTimes(periods)
	if !m.checkTimeSum(v, t) {
		return false
	}
	var taken, left, early, across, spans []string
	var tooEarly lang.Message
	for i, p := range periods {
		text := v.Values[i].String()
		switch {
		case p == table.Period{}:
		case m.checkEarly(p.Year, &tooEarly):
			m.years[i] = -1
			left, early = append(left, text), append(early, text)
		case !t.takes(p):
			m.years[i] = -1
			left = append(left, text)
		default:
			m.years[i] = m.sink.builder.ensureYear(p.Year)
			taken = append(taken, text)
			switch {
			case p.Across:
				across = append(across, formatSetYear(text, p.Year))
			case p.First > 0:
				spans = append(spans, formatSetYear(text, p.Year))
			}
		}
	}
	if t.sums {
		m.joinParts(periods)
	}
	if len(across) > 0 && !m.again {
		m.sink.tellProblem(AcrossYears, 0, v.Name(), across[0],
			acrossYears.With(table.ListSome(across)))
	}
	if len(spans) > 0 && !m.again {
		m.sink.tellProblem(AcrossYears, 0, v.Name(), spans[0],
			severalYears.With(table.ListSome(spans)))
	}
	if len(early) > 0 && !m.again {
		m.sink.tellProblem(TimeBreak, 0, v.Name(), strings.Join(early, ", "),
			yearsLeftOut.With(table.ListSome(early), tooEarly))
	}
	use := Use{Variable: v.Name(), As: "year", LeftOut: left, Summed: t.sums}
	if t.divided {
		m.pass.noteKeys("quarter")
		use.Taken = taken
	}
	m.tellParts(t, periods)
	m.sink.table.Uses = append(m.sink.table.Uses, use)
	return true
}

// formatSetYear says which year a school year is set to.
func formatSetYear(text string, year int) string {
	return table.Shorten(text) + " → " + strconv.Itoa(year)
}

// checkEarly says whether a year is too early, and keeps the reason in why.
func (m *mapper) checkEarly(year int, why *lang.Message) bool {
	message, early := m.sink.isEarly(year)
	if early {
		*why = message
	}
	return early
}

var yearInName = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)[0-9]{2})(?:[^0-9]|$)`)

// findUndatedYear returns the year of a source without years. It is the plan's, or that of
// the options, or the one in the name of the file or the sheet.
func (s *sink) findUndatedYear(planned int) int {
	if year := cmp.Or(planned, s.options.Year); year != 0 {
		return year
	}
	name, message := s.table.Source, datedByFile
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	if yearInName.MatchString(s.sheet) {
		name, message = s.sheet, datedBySheet
	}
	if m := yearInName.FindStringSubmatch(name); m != nil {
		y, _ := strconv.Atoi(m[1])
		s.tellProblem(DatedByName, 0, "", m[1], message.With(y))
		return y
	}
	s.tellProblem(DatedByName, 0, "", "", undated.With())
	return Undated
}
