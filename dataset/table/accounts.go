package table

import (
	"regexp"
	"strings"

	"github.com/raaderum/raaderum/dataset/unit"
)

// account matches the number of an account in a public chart of accounts, with or without
// its name: 3.22.01, 03.22.01, 3.22.01 Folkeskoler, 32201, 032201.
var account = regexp.MustCompile(`^(?:0?[0-9]\.[0-9]{2}\.[0-9]{2}|[0-9]{4,6})(?:[ ,:–-].*)?$`)

// IsAccount says whether a text may be the number of an account. Whether there is such an
// account is for a catalogue to say.
func IsAccount(text string) bool {
	return account.MatchString(text) && SpoilsAccount(text) == ""
}

// Dated is what [SpoilsAccount] returns of a date.
const Dated = "date"

var (
	dated = regexp.MustCompile(
		`^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[-/][0-9]{1,2}[-/](?:19|20)[0-9]{2})(?:[ T].*)?$`)
	cutShort = regexp.MustCompile(`^(0?[0-9]\.[0-9]{2}\.[0-9])$`)
)

// SpoilsAccount says what became of an account in a spreadsheet program: [Dated] if it is
// now a date, or the account that was meant if it lost the zero at its end. It returns
// nothing of any other text.
func SpoilsAccount(text string) (meant string) {
	switch {
	case dated.MatchString(text):
		return Dated
	case cutShort.MatchString(text):
		return text + "0"
	}
	return ""
}

// headsAccount matches a heading that begins with an account: 5.25.14 Daginstitutioner.
var headsAccount = regexp.MustCompile(`^0?[0-9]\.[0-9]{2}\.[0-9]{2}(?:[ ,:(–-].*)?$`)

// HeadsAccount says whether a heading begins with an account. Only one that is written with
// its points counts.
func HeadsAccount(heading string) bool { return headsAccount.MatchString(heading) }

// accountNames are the headings of a column of accounts, and of columns of the parts of the
// chart above them, which say nothing that the account itself does not.
var accountNames = map[string]bool{"funktion": true, "funktionsnr": true, "funktionsnummer": true,
	"function": true, "konto": true, "kontonr": true, "kontonummer": true, "account": true}

// NamesAccounts says whether a column with this name may hold accounts.
func NamesAccounts(name string) bool {
	return accountNames[strings.TrimSuffix(unit.Fold(name), ".")]
}

// CutUnit returns a heading without the unit that it states.
func CutUnit(heading string) string {
	_, rest := unit.FindStated(heading)
	return rest
}
