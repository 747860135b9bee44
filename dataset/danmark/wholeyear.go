package danmark

import (
	"regexp"
	"strconv"
	"strings"
)

// What figures are of, as the words beside them say.
type ledgerKind int

const (
	ofWholeYear ledgerKind = iota
	ofBudget               // a budget, or an estimate
	ofPart                 // a part of a year, or a year so far
)

var (
	// budgets matches the words for amounts that are planned or expected, but not those for
	// who is responsible for them.
	budgets   = regexp.MustCompile(`budget|bevilling|forventet|prognose|skøn|\bskoen\b|overslag|estimate|forecast`)
	noBudgets = regexp.MustCompile(`(?:budget|bevillings?)-?(?:område|omraade|ansvar|afdeling|år\b|aar\b|kontor|post)\pL*`)
	// ofAccounts matches the words for amounts that were spent.
	ofAccounts = regexp.MustCompile(`regnskab|forbrug|realiseret|afholdt|\baccounts\b|\bactual`)
	// dividers matches the words for parts of a year.
	dividers = regexp.MustCompile(`halvår|halvaar|half-?year|kvartal|quarter|måned|maaned|` +
		`(?:^|[^a-zæøå])kvt?\b|[1-4]\.? ?kvt?\b|\b(?:20[0-9]{2} ?)?(?:[kq][1-4]|h[12])\b|\b[1-4]q\b|` +
		`\bytd\b|(?:år|aar) til dato`)
	account = regexp.MustCompile(`\b0?[0-9]\.[0-9]{2}\.[0-9]{2}\b`)
)

const (
	fullMonths  = `januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|january|february|march|june|july|october`
	shortMonths = `jan|feb|mar|apr|may|jun|jul|aug|sept?|okt|oct|nov|dec`
)

// dates matches a date or a month, in the ways that people write them. Of its groups, those
// that are not empty tell the day, the month and the year.
var dates = regexp.MustCompile(
	`\b([0-9]{1,2})[./-]([0-9]{1,2})[./-]((?:20)?[0-9]{2})\b|` + // 1-3: 30-06-2025
		`\b(20[0-9]{2})[ ./-]?(0[1-9]|1[0-2])[ ./-]?([0-3][0-9])\b|` + // 4-6: 20250630
		`\b(20[0-9]{2})(?:[ -]?m|-| ?)(0[1-9]|1[0-2])\b|` + // 7-8: 2025-06
		`\b(?:([0-9]{1,2})\.? ?)?(` + fullMonths + `)\b\.?(?: ?(20[0-9]{2})\b)?|` + // 9-11
		`(?:\b([0-9]{1,2})\.? ?|\bpr\.? |\btil |[-–] ?)(` + shortMonths + `)\b\.?(?: ?(20[0-9]{2})\b)?|` + // 12-14
		`\b(` + shortMonths + `)\b\.?(?: ?[-–]| ?(20[0-9]{2})\b|$)`) // 15-16

// monthOf returns the number of a month by its name, Danish or English.
func monthOf(name string) int {
	at := strings.Index("janfebmaraprmajjunjulaugsepoktnovdec", name[:3])
	switch {
	case name[:3] == "may":
		return 5
	case name[:3] == "oct":
		return 10
	}
	return at/3 + 1
}

// readLedgerKind says what a heading, a title or a name says that its figures are of. One
// rule holds for them all. latest is the latest year of the figures, or 0 if it is not
// known: a date after it is when somebody wrote the file.
func readLedgerKind(text string, latest int) ledgerKind {
	text = strings.ReplaceAll(foldText(text), "_", " ")
	text = strings.TrimSpace(account.ReplaceAllString(text, " "))
	switch {
	case dividers.MatchString(text):
		return ofPart
	case budgets.MatchString(noBudgets.ReplaceAllString(text, " ")):
		return ofBudget
	}
	if latest == 0 {
		if m := yearsIn.FindString(dates.ReplaceAllString(text, " | ")); m != "" {
			latest, _ = strconv.Atoi(strings.TrimSpace(m))
		}
	}
	kind := ofWholeYear
	first := 0
	for _, m := range dates.FindAllStringSubmatch(text, -1) {
		day, month, year := 0, 0, 0
		for _, of := range [][3]int{{1, 2, 3}, {6, 5, 4}, {0, 8, 7}, {9, 10, 11}, {12, 13, 14}, {0, 15, 16}} {
			if m[of[1]] == "" {
				continue
			}
			if month, _ = strconv.Atoi(m[of[1]]); month == 0 {
				month = monthOf(m[of[1]])
			}
			year, _ = strconv.Atoi(m[of[2]])
			if of[0] > 0 {
				day, _ = strconv.Atoi(m[of[0]])
			}
		}
		if year > 0 && year < 100 {
			year += 2000
		}
		switch {
		case month < 1 || month > 12 || day > 31 || latest > 0 && year > latest:
			continue
		case month == 12 && (day == 31 || first == 1): // 31 December, January to December
			kind = ofWholeYear
		default:
			kind = ofPart
		}
		if first == 0 {
			first = month
		}
	}
	return kind
}
