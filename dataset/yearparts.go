package dataset

import (
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
)

// times says which periods of a table stand for a year. Figures for a whole year count
// before those for its parts, and before those for several years that end with it. If a
// year has only parts, one part stands for it: the one that is asked for, or the first, or
// the only one. Or the parts are added up.
type times struct {
	divided bool                   // the table has parts of a year
	whole   map[int]bool           // the years that the table has as a whole
	parts   map[int][]table.Period // the parts of each year
	longest map[int]int            // how many of its longest kind of part make the year
	only    table.Period           // the part, if all years have the same single one
	quarter int                    // the quarter that is asked for, or 0
	sums    bool                   // the parts are added up
}

// chooseTimes finds out which periods stand for a year.
func (m *mapper) chooseTimes(periods []table.Period) *times {
	t := &times{whole: map[int]bool{}, parts: map[int][]table.Period{}, longest: map[int]int{},
		quarter: m.pass.Quarter}
	kinds := map[table.Period]bool{} // the parts that occur, whatever the year
	for _, p := range periods {
		switch {
		case p == table.Period{}, p.First > 0:
		case p.Of == 0:
			t.whole[p.Year] = true
		default:
			t.divided = true
			kinds[table.Period{Part: p.Part, Of: p.Of}] = true
			if before := t.longest[p.Year]; before == 0 || p.Of < before {
				t.longest[p.Year] = p.Of
			}
			if !slices.Contains(t.parts[p.Year], p) {
				t.parts[p.Year] = append(t.parts[p.Year], p)
			}
		}
	}
	if len(kinds) == 1 {
		for t.only = range kinds {
		}
	}
	t.sums = m.pass.sumsVariable(&m.table.Variables[m.time])
	return t
}

// takes says whether the figures of a period are taken.
func (t *times) takes(p table.Period) bool {
	switch {
	case p.Of == 0 && p.First == 0:
		return true
	case t.whole[p.Year]:
		return false
	case p.First > 0:
		return t.longest[p.Year] == 0
	case t.sums:
		return len(t.parts[p.Year]) == p.Of
	case len(t.whole) > 0 && t.quarter == 0: // a part among whole years is not the year
		return false
	case p.Of != t.longest[p.Year]:
		return false
	case t.only != (table.Period{}) && t.quarter == 0:
		return true
	}
	month := 3*(max(1, t.quarter)-1) + 1
	switch {
	case p.Of > 12:
		return p.Part == 1+(month-1)*p.Of/12
	case p.Of < 4: // the longer part that holds the quarter
		return p.Part == 1+(month-1)*p.Of/12
	}
	return p.Month() == month
}

// checkTimeSum reports what prevents the parts of years from being added up.
func (m *mapper) checkTimeSum(v *table.Variable, t *times) bool {
	if !t.sums {
		return true
	}
	var wrong lang.Message
	lengths := map[int]bool{}
	for _, parts := range t.parts {
		for _, p := range parts {
			lengths[p.Of] = true
		}
	}
	switch {
	case !t.divided:
		wrong = notDivided.With("sum", v.Name())
	case m.countsPeople():
		wrong = stockSummed.With(v.Name())
	case t.quarter > 0:
		wrong = sumAndQuarter.With(v.Name())
	case len(lengths) > 1, lengths[52]:
		wrong = unevenParts.With(v.Name())
	default:
		return true
	}
	m.sink.tellProblem(BadMapping, 0, v.Name(), v.Name(), wrong)
	return false
}

// countsPeople says whether the table counts people on a certain day. One part then stands
// for the year, and the parts are never added up.
func (m *mapper) countsPeople() bool { return m.known != nil && m.known.Ages != "" }

// joinParts prepares the adding up of the parts of each year.
func (m *mapper) joinParts(periods []table.Period) {
	m.joined = make([]int, len(periods))
	m.partsOf = make([]int, len(periods))
	m.partSigns = make([]uint64, len(periods))
	first := map[int]int{} // the first value of each year
	for i, p := range periods {
		m.joined[i] = i
		if m.years[i] < 0 {
			continue
		}
		at, seen := first[p.Year]
		if !seen {
			first[p.Year], at = i, i
			m.partsOf[i] = max(1, p.Of)
		}
		m.joined[i] = at
		m.partSigns[at] += markTime(int32(i))
	}
	// A part that stands twice is counted once.
	for i := range periods {
		if n := m.partsOf[i]; n > 0 {
			seen := map[table.Period]bool{}
			for k, p := range periods {
				if m.years[k] >= 0 && m.joined[k] == i && seen[p] {
					m.partSigns[i] -= markTime(int32(k))
				}
				if m.joined[k] == i {
					seen[p] = true
				}
			}
		}
	}
}

// markTime returns bits that tell one value of time from another in a sum of marks.
func markTime(value int32) uint64 { return mixBits(uint64(value) + 1<<40) }

// tellParts says which part stands for the years, and what was left out.
func (m *mapper) tellParts(t *times, periods []table.Period) {
	v := &m.table.Variables[m.time]
	var parts, spans, short []string
	var stands table.Period
	chosen := 0
	for i, p := range periods {
		text := v.Values[i].String()
		switch {
		case p == table.Period{} || m.isTooEarly(p.Year):
		case p.Of > 0 && t.takes(p):
			stands = p
		case p.Of > 0 && t.sums && !t.whole[p.Year]:
			short = append(short, text)
		case p.Of > 0 && (t.whole[p.Year] || len(t.whole) > 0 && t.quarter == 0):
			parts = append(parts, text)
		case p.Of > 0:
			chosen++
		case p.First > 0 && !t.takes(p):
			spans = append(spans, text)
		}
	}
	if len(parts) > 0 {
		m.sink.tellProblem(ChosenValue, 0, v.Name(), parts[0],
			partsAmongYears.With(table.ListSome(parts)))
	}
	if len(spans) > 0 {
		m.sink.tellProblem(ChosenValue, 0, v.Name(), spans[0],
			spansAmongYears.With(table.ListSome(spans)))
	}
	if len(short) > 0 {
		m.sink.tellProblem(IncompleteSum, 0, v.Name(), short[0],
			yearLacksParts.With(table.ListSome(short)))
	}
	switch {
	case t.sums:
	case chosen > 0:
		m.tellChosenPart(v, t, stands, chosen)
	case stands.Of > 0 && !stands.Day && !m.countsPeople():
		m.sink.tellProblem(ChosenValue, 0, v.Name(), strconv.Itoa(stands.Part),
			partStands.With(namePart(stands)))
	}
}

// tellChosenPart says which part was taken of several, or that none was.
func (m *mapper) tellChosenPart(v *table.Variable, t *times, stands table.Period, left int) {
	quarter := max(1, t.quarter)
	if stands.Of == 0 {
		stands = table.Period{Part: quarter, Of: 4}
	}
	message := partChosen.With(namePart(stands), left, v.Name())
	if m.countsPeople() {
		message = quarterChosen.With(quarter, left)
	}
	m.sink.tellProblem(ChosenValue, 0, v.Name(), strconv.Itoa(quarter), message)
}

// isTooEarly says whether a year is before the register's municipalities began.
func (m *mapper) isTooEarly(year int) bool {
	_, early := m.sink.isEarly(year)
	return early
}

// namePart names a part of a year.
func namePart(p table.Period) lang.Localized {
	switch p.Of {
	case 2:
		return halfNamed.With(p.Part)
	case 4:
		return quarterNamed.With(p.Part)
	case 12:
		return monthsNamed[p.Part-1].With()
	}
	return weekNamed.With(p.Part)
}

var monthsNamed = func() (names [12]lang.Phrase) {
	da := strings.Fields("Januar Februar Marts April Maj Juni Juli August September Oktober " +
		"November December")
	en := strings.Fields("January February March April May June July August September October " +
		"November December")
	for i := range names {
		names[i] = lang.Phrase{DA: da[i], EN: en[i]}
	}
	return names
}()

var (
	halfNamed = lang.Phrase{
		DA: "%d. halvår",
		EN: "Half %d",
	}
	quarterNamed = lang.Phrase{
		DA: "%d. kvartal",
		EN: "Quarter %d",
	}
	weekNamed = lang.Phrase{
		DA: "Uge %d",
		EN: "Week %d",
	}
	partChosen = lang.Phrase{
		DA: "tallene er for dele af året. %s står for året, og resten er udeladt (%d). Vælg " +
			"et andet med quarter i planens [[source]], eller læg delene sammen med " +
			"sum = [\"%s\"].",
		EN: "the figures are for parts of the year. %s stands for the year, and the rest is " +
			"left out (%d). Choose another by quarter in the plan's [[source]], or add the " +
			"parts up by sum = [\"%s\"].",
	}
	partStands = lang.Phrase{
		DA: "tallene er ikke for hele året. %s står for året, for filen har ikke andet af " +
			"det. Hent resten, hvis tallene er beløb eller antal i perioden.",
		EN: "the figures are not for the whole year. %s stands for it, since the file has " +
			"nothing else of it. Get the rest if the figures are amounts or counts of the " +
			"period.",
	}
	partsAmongYears = lang.Phrase{
		DA: "dele af et år står blandt hele år og er udeladt: %s. Sæt dem i en fil for sig, " +
			"hvis de skal stå for et år.",
		EN: "parts of a year stand among whole years and are left out: %s. Put them in a " +
			"file of their own if they are to stand for a year.",
	}
	spansAmongYears = lang.Phrase{
		DA: "perioder af flere år er udeladt, for deres sidste år står også for sig: %s.",
		EN: "periods of several years are left out, because their last year stands by itself " +
			"too: %s.",
	}
	severalYears = lang.Phrase{
		DA: "en periode af flere år er sat til sit sidste år: %s. Skriv årstallet med fire " +
			"cifre i filen, hvis tallene skal bruges i et andet.",
		EN: "a period of several years is set to its last year: %s. Write the year with four " +
			"digits in the file if the figures are to be used in another.",
	}
	yearLacksParts = lang.Phrase{
		DA: "år, som filen ikke har alle dele af, er ikke lagt sammen og er udeladt: %s. " +
			"Hent resten af året.",
		EN: "years of which the file does not have all parts are not added up and are left " +
			"out: %s. Get the rest of the year.",
	}
	stockSummed = lang.Phrase{
		DA: "tallene er talt op på en dag, så delene af året i '%s' kan ikke lægges sammen. " +
			"Vælg en med quarter i planens [[source]].",
		EN: "the figures are counted on a day, so the parts of the year in '%s' cannot be " +
			"added up. Choose one by quarter in the plan's [[source]].",
	}
	sumAndQuarter = lang.Phrase{
		DA: "delene af året i '%s' kan ikke både lægges sammen med sum og vælges med " +
			"quarter. Fjern den ene fra planens [[source]].",
		EN: "the parts of the year in '%s' cannot both be added up by sum and chosen by " +
			"quarter. Remove one from the plan's [[source]].",
	}
	unevenParts = lang.Phrase{
		DA: "delene af året i '%s' er uger eller af forskellig længde og kan ikke lægges " +
			"sammen til år. Tag kun måneder, kvartaler eller halvår med.",
		EN: "the parts of the year in '%s' are weeks or of different lengths and cannot be " +
			"added up to years. Take only months, quarters or halves.",
	}
)
