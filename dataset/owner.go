package dataset

import (
	"path"
	"strings"
	"unicode"

	"github.com/raaderum/raaderum/dataset/internal/sheet"
	"github.com/raaderum/raaderum/dataset/table"
)

// checkOwner tells whose a sheet of accounts is that has no column of municipalities: it is
// taken for that of [Options.Municipality]. It reports false, with a problem, if the name of
// the file or of the sheet, or a text above the table, names another municipality.
func (r *reader) checkOwner(made *sheet.Made) bool {
	only := r.sink.options.Municipality
	owner, verdict := r.sink.register.Find(only, "")
	if verdict != Known {
		return true // the column of it is reported as any other
	}
	file := path.Base(strings.ReplaceAll(r.file, `\`, "/"))
	named := r.findNamed(strings.TrimSuffix(file, path.Ext(file)), false)
	for _, text := range append([]string{r.sink.sheet}, made.Above...) {
		named = append(named, r.findNamed(text, true)...)
	}
	var other *Municipality
	for i := range named {
		if named[i].Code == owner.Code {
			other = nil
			break
		}
		if other == nil {
			other = &named[i]
		}
	}
	if other != nil {
		r.sink.tellProblem(Contradiction, 0, "", other.Name,
			ownerIsAnother.With(other.Name, owner.Name, other.Name, owner.Name))
		return false
	}
	r.sink.table.TakenFor = owner.Code
	r.sink.tellProblem(TakenFor, 0, "", owner.Name, takenFor.With(owner.Name))
	return true
}

// longestName is of how many words the name of a municipality is at most.
const longestName = 3

// findNamed returns the municipalities that a text names. If the text is written by hand, a
// name in it counts only if it is the whole text or is followed by the word for municipality,
// since some names are common words.
func (r *reader) findNamed(text string, byHand bool) (named []Municipality) {
	words := strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) })
	for from := 0; from < len(words); from++ {
		for n := min(longestName, len(words)-from); n > 0; n-- {
			m, verdict := r.sink.register.Find("", strings.Join(words[from:from+n], " "))
			if verdict != Known || byHand && !standsAsName(words, from, n) {
				continue
			}
			named = append(named, m)
			from += n - 1
			break
		}
	}
	return named
}

// standsAsName says whether n words from a position are all words, or are or come before the
// word for municipality.
func standsAsName(words []string, from, n int) bool {
	isWord := func(i int) bool {
		return i < len(words) && table.NamesPlaces(strings.TrimSuffix(strings.ToLower(words[i]), "s"))
	}
	return n == len(words) || isWord(from+n) || n > 1 && isWord(from+n-1)
}
