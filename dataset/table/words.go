package table

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

var andMore = lang.Phrase{
	DA: "%s og %s til",
	EN: "%s and %s more",
}

// ListSome names the first six of a list, and how many more there are.
func ListSome(list []string) lang.Localized { return ListFirst(list, 6) }

// ListFirst names the first few of a list, and how many more there are.
func ListFirst(list []string, most int) lang.Localized {
	quoted := make([]string, 0, most)
	for _, s := range list[:min(most, len(list))] {
		quoted = append(quoted, Shorten(s))
	}
	if more := len(list) - most; more > 0 {
		return andMore.With(strings.Join(quoted, ", "), strconv.Itoa(more))
	}
	return lang.List(quoted)
}

// Shorten shortens a text from a file to what can be repeated in a message, on one line.
func Shorten(text string) string {
	const most = 60
	if len(text) > 4*(most+1) { // neither the whole of a long text nor half a letter
		text = strings.ToValidUTF8(text[:4*(most+1)], "")
	}
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most]) + "…"
	}
	if strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) && r != '\u00a0' }) {
		text = fmt.Sprintf("%q", text)
		text = text[1 : len(text)-1]
	}
	return text
}

// Several formats have the same faults, and word them alike.
var (
	tooManyCombinations = lang.Phrase{
		DA: "tabellens variabler har flere kombinationer, end der kan regnes med. Tag færre " +
			"værdier med.",
		EN: "the table's variables have more combinations than can be counted. Take fewer " +
			"values.",
	}
	tooManyValues = lang.Phrase{
		DA: "variablen '%s' er over grænsen på %d værdier. Tag færre med, eller fjern " +
			"variablen.",
		EN: "the variable '%s' is over the bound of %d values. Take fewer, or remove the " +
			"variable.",
	}
	variableTwice = lang.Phrase{
		DA: "variablen '%s' står to gange. Hent filen igen, eller giv den ene et andet navn.",
		EN: "the variable '%s' stands twice. Get the file again, or rename one of them.",
	}
	cellCount = lang.Phrase{
		DA: "antallet af celler er %d, og variablerne giver %.0f. Hent filen igen.",
		EN: "the number of cells is %d, and the variables make %.0f. Get the file again.",
	}
)

// TooManyValues says that a variable has more than [MaxValues].
func TooManyValues(variable string) lang.Message {
	return tooManyValues.With(Shorten(variable), MaxValues)
}

// TooManyCombinations says that the values of the variables make more combinations
// than can be counted.
func TooManyCombinations() lang.Message { return tooManyCombinations.With() }

// VariableTwice says that two variables have the same name.
func VariableTwice(name string) lang.Message { return variableTwice.With(Shorten(name)) }

// WrongCount says that a file has another number of cells than its variables make.
func WrongCount(cells int, want float64) lang.Message { return cellCount.With(cells, want) }

// CutText returns the beginning of a text, at most so many bytes and never half a letter.
func CutText(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}

var (
	textColumn = lang.Phrase{
		DA: "kolonnen indeholder ingen tal og er udeladt.",
		EN: "the column holds no numbers and is left out.",
	}
	raggedRow = lang.Phrase{
		DA: "antallet af felter er %d i rækken og %d i overskriften. Ret rækken.",
		EN: "the number of fields is %d in the row and %d in the header. Correct the row.",
	}
	rowTooLong = lang.Phrase{
		DA: "antallet af felter er %d i rækken og %d i overskriften. Et decimalkomma uden " +
			"anførselstegn gør det, når felterne er skilt med komma: skriv \"61,9\" eller 61.9, " +
			"eller skil felterne med semikolon.",
		EN: "the number of fields is %d in the row and %d in the header. A decimal comma " +
			"without quotation marks does this where commas separate the fields: write " +
			"\"61,9\" or 61.9, or separate the fields by semicolons.",
	}
	badUnit = lang.Phrase{
		DA: "enheden '%s' kendes ikke. Skriv en af: %s. Efter den kan stå, hvad den er pr.: " +
			"'kr. pr. elev'.%s",
		EN: "the unit '%s' is not known. Write one of: %s. After it may stand what it is " +
			"per: 'kr. pr. elev'.%s",
	}
	ambiguousMark = lang.Phrase{
		DA: "'%s' kan læses på to måder. '%s' er her læst som %s. Skriv et tal med " +
			"decimaler, hvis det er forkert.",
		EN: "'%s' can be read in two ways. '%s' is here read as a mark for %s. Write one " +
			"number with other decimals if that is wrong.",
	}
	forThousands = lang.Phrase{
		DA: "tusindtalstegn",
		EN: "thousands",
	}
	forDecimals = lang.Phrase{
		DA: "decimaltegn",
		EN: "decimals",
	}
)

// NoNumbers says that a column without a number is left out.
func NoNumbers() lang.Message { return textColumn.With() }

// WrongFields says that a row has more or fewer fields than the header.
func WrongFields(row, header int) lang.Message { return raggedRow.With(row, header) }

// TooManyFields says that a row has more fields than the header, and why that may be if
// commas separate them.
func TooManyFields(row, header int, separator rune) lang.Message {
	if separator == ',' {
		return rowTooLong.With(row, header)
	}
	return WrongFields(row, header)
}

// UnknownUnit says that a text is no unit, and which units there are. shown is how the
// message repeats the text.
func UnknownUnit(shown, text string) lang.Message {
	return badUnit.With(shown, lang.List(unit.List()), lang.Suggest(text, unit.List()))
}

var (
	noFigures = lang.Phrase{
		DA: "der er ingen rækker med tal. Hent filen igen, eller nævn en anden.",
		EN: "there are no rows with figures. Get the file again, or name another.",
	}
)

// NoFigures says that a file has no rows with figures.
func NoFigures() lang.Message { return noFigures.With() }
