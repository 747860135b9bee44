package danmark

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/raaderum/raaderum/dataset"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

//go:embed data/kommuner.csv
var municipalitiesFile []byte

// SmallIslands returns the codes of the island municipalities Ærø, Fanø, Samsø and Læsø.
// They are too small and too special to tell anything about the others, and should not help
// to form the others' expected levels.
func SmallIslands() []string { return []string{"492", "563", "741", "825"} }

// Register returns the register of the 98 municipalities since 2007. It knows a
// municipality by its code (101, 0101), its name, the ways its name is
// commonly written (Århus, Mors, Vesthimmerland, Bornholms Regionskommune,
// Høje Tåstrup, Hoeje-Taastrup), both at once (101 København), and its name
// with the letters æ, ø and å damaged by a wrong encoding.
func Register() dataset.Register { return register{} }

type register struct{}

// otherNames maps names that are not just other spellings of the official one to codes.
var otherNames = map[string]string{
	"mors":           "773",
	"vesthimmerland": "820",
	"nordfyn":        "480",
	"copenhagen":     "101",
	"kobenhavn":      "101",
	"koebenhavns":    "101", // Københavns Kommune
	"bornholms":      "400",

	"broenderslevdronninglund": "810", // its name in 2007
}

// totalCodes are Statistics Denmark's codes of areas that are no municipality: the country,
// regions, groups of municipalities, and Christiansø, which belongs to none.
var totalCodes = map[string]bool{
	// the parts of the country, 01-11
	"1": true, "2": true, "3": true, "4": true, "5": true, "6": true, "7": true, "8": true, "9": true, "10": true, "11": true,
	"0": true, "81": true, "82": true, "83": true, "84": true, "85": true,
	"1081": true, "1082": true, "1083": true, "1084": true, "1085": true,
	"411": true, "910": true, "920": true, "930": true, "940": true, "950": true, "960": true,
	"997": true, "998": true, "999": true,
}

var totalNames = map[string]bool{
	"helelandet": true, "danmark": true, "alldenmark": true, "denmark": true, "wholecountry": true, "ialt": true, "total": true, "allekommuner": true,
	"christiansoe": true, "ertholmene": true,
	"landet": true, "gennemsnit": true, "landsgennemsnit": true, "alle98kommuner": true, "udlandet": true,
	"hovedstadskommuner": true, "storbykommuner": true, "provinsbykommuner": true,
	"oplandskommuner": true, "landkommuner": true,
	"capitalmunicipalities": true, "metropolitanmunicipalities": true, "provincialmunicipalities": true,
	"commutermunicipalities": true, "ruralmunicipalities": true,
	"udenforkommuneinddeling": true, "uoplyst": true,
}

// lists returns what the register looks codes and names up in.
var lists = sync.OnceValue(func() (t struct {
	list   []dataset.Municipality
	byCode map[string]int
	byName map[string]int // by folded name
}) {
	rows := readEmbedded(municipalitiesFile)
	t.byCode, t.byName = map[string]int{}, map[string]int{}
	islands := SmallIslands()
	for _, row := range rows {
		m := dataset.Municipality{Code: row[0], Name: row[1], Region: row[3], Group: row[4]}
		m.Atypical = slices.Contains(islands, m.Code)
		t.byCode[m.Code] = len(t.list)
		t.byName[fold(m.Name)] = len(t.list)
		t.list = append(t.list, m)
	}
	for _, names := range []map[string]string{otherNames, abbreviations} {
		for name, code := range names {
			t.byName[name] = t.byCode[code]
		}
	}
	return t
})

// readEmbedded returns the rows below the header of an embedded table.
func readEmbedded(file []byte) [][]string {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(file, []byte("\xef\xbb\xbf"))))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		panic(err) // the file is part of the program
	}
	return rows[1:]
}

// Municipalities returns the 98 municipalities by code.
func Municipalities() []dataset.Municipality { return slices.Clone(lists().list) }

// Names returns the municipalities' names.
func (register) Names() []string {
	names := make([]string, len(lists().list))
	for i, m := range lists().list {
		names[i] = m.Name
	}
	return names
}

// Find returns the municipality that a code, a name or both mean.
func (register) Find(code, name string) (dataset.Municipality, dataset.Verdict) {
	t := lists()
	byCode, verdictOfCode := identifyText(code)
	byName, verdictOfName := identifyText(name)
	switch {
	case code == "":
		verdictOfCode, byCode = verdictOfName, byName
	case name == "":
		verdictOfName, byName = verdictOfCode, byCode
	}
	switch {
	case verdictOfCode == dataset.Total && verdictOfName == dataset.Known, verdictOfCode == dataset.Known && verdictOfName == dataset.Total:
		return dataset.Municipality{}, dataset.Contradicts
	case verdictOfCode == dataset.Total || verdictOfName == dataset.Total:
		return dataset.Municipality{}, dataset.Total
	case verdictOfCode == dataset.Unknown || verdictOfName == dataset.Unknown && name == "":
		return dataset.Municipality{}, dataset.Unknown
	case verdictOfCode == dataset.Contradicts || verdictOfName != dataset.Known || byCode != byName:
		return dataset.Municipality{}, dataset.Contradicts
	}
	return t.list[byCode], dataset.Known
}

// identifyText returns what one text means. The text is a code, a name, or both.
func identifyText(text string) (int, dataset.Verdict) {
	t := lists()
	// a program took the code for a number
	text = strings.TrimSuffix(strings.TrimSpace(text), ".0")
	digits := text[:len(text)-len(strings.TrimLeft(text, "0123456789"))]
	if digits != "" {
		rest := strings.Trim(text[len(digits):], between)
		code := strings.TrimLeft(digits, "0")
		if code == "" {
			code = "0"
		}
		if totalCodes[code] {
			return 0, judgeArea(code, rest)
		}
		i, ok := t.byCode[code]
		if !ok || len(digits) > 4 {
			return 0, dataset.Unknown
		}
		if rest == "" {
			return i, dataset.Known
		}
		if !word.MatchString(rest) { // the rest is decimals and no name
			return 0, dataset.Unknown
		}
		if j, verdict := identifyName(rest); verdict != dataset.Known || j != i {
			return 0, dataset.Contradicts
		}
		return i, dataset.Known
	}
	if name, code, ok := cutCode(text); ok { // "København 101", as value and code
		i, verdict := identifyName(name)
		if verdict != dataset.Known || lists().list[i].Code == code {
			return i, verdict
		}
		return 0, dataset.Contradicts
	}
	return identifyName(text)
}

// judgeArea returns what the code of an area means with the text after it. Other
// numbers may stand before a municipality or before anything else, such as the number of a
// list or an account ("5.32 Ældre", "1.000 kr."). So a short code counts only if the text
// names the same area.
func judgeArea(code, rest string) dataset.Verdict {
	_, verdict := identifyName(rest)
	switch {
	// Bornholm is the name of a part of the country, too
	case rest == "", verdict == dataset.Total, code == "4" && fold(rest) == "bornholm":
		return dataset.Total
	case verdict == dataset.Known:
		return dataset.Contradicts
	case len(code) >= 3 && word.MatchString(rest):
		return dataset.Total
	}
	return dataset.Unknown
}

// word matches what every name has: two letters.
var word = regexp.MustCompile(`\pL.*\pL`)

// between are the characters that may stand between a code and a name.
const between = " \u00a0.:-–,_()/"

// cutCode takes the code off the end of a text.
func cutCode(text string) (name, code string, ok bool) {
	text = strings.TrimSuffix(text, ")")
	name = strings.TrimRight(text, "0123456789")
	code = text[len(name):]
	trimmed := strings.TrimRight(name, between)
	return trimmed, strings.TrimLeft(code, "0"), len(code) >= 3 && len(trimmed) < len(name)
}

func identifyName(text string) (int, dataset.Verdict) {
	t := lists()
	key := fold(text)
	if i, ok := t.byName[key]; ok {
		return i, dataset.Known
	}
	if short := cutFootnote(text); short != text {
		return identifyName(short)
	}
	if totalNames[key] || areaNames[key] || strings.HasPrefix(key, "helelandet") || strings.HasPrefix(key, "region") || strings.HasPrefix(key, "landsdel") || strings.HasPrefix(key, "province") {
		return 0, dataset.Total
	}
	for _, encoding := range misread {
		if repaired, ok := repairMojibake(text, encoding); ok {
			if i, ok := t.byName[fold(repaired)]; ok {
				return i, dataset.Known
			}
			// its letters were lost before it was misread
			if strings.ContainsRune(repaired, utf8.RuneError) {
				return matchDamaged(repaired)
			}
		}
	}
	if strings.ContainsRune(text, utf8.RuneError) {
		return matchDamaged(text)
	}
	return 0, dataset.Unknown
}

// misread are the encodings that UTF-8 is mistaken for: KÃ¸benhavn, K├©benhavn.
var misread = []*charmap.Charmap{charmap.Windows1252, charmap.ISO8859_1, charmap.CodePage850, charmap.CodePage437}

var folding = strings.NewReplacer(
	"å", "aa", "æ", "ae", "ä", "ae", "ø", "oe", "ö", "oe", "é", "e", "ü", "y",
	" ", "", "\u00a0", "", "\u202f", "", "\t", "", "-", "", "–", "", "\u2010", "", "\u2011", "", "\u00ad", "", ".", "", "'", "",
)

// fold brings a name to the form in which it is looked up: small letters, without æ, ø, å,
// spaces, hyphens and the word for municipality.
func fold(name string) string {
	key := folding.Replace(strings.ToLower(norm.NFC.String(name)))
	for _, word := range []string{"regionskommune", "kommune", "komm", "kom"} {
		if short := strings.TrimSuffix(key, word); short != key && short != "" {
			key = short
			if word == "regionskommune" {
				key = strings.TrimSuffix(key, "s")
			}
			break
		}
	}
	return key
}

// repairMojibake undoes UTF-8 that was read as another encoding.
func repairMojibake(text string, encoding *charmap.Charmap) (string, bool) {
	raw, err := encoding.NewEncoder().String(text)
	return raw, err == nil && raw != text && utf8.ValidString(raw)
}

// matchDamaged finds the one name that fits a text in which letters were lost (K�benhavn).
// Windows-1252 read as UTF-8 leaves one mark for each lost letter.
func matchDamaged(text string) (int, dataset.Verdict) {
	lower := func(s string) []rune { return []rune(strings.ToLower(norm.NFC.String(strings.TrimSpace(s)))) }
	damaged := lower(text)
	found, n := 0, 0
	for i, m := range lists().list {
		name := lower(m.Name)
		fits := len(name) == len(damaged)
		for k := 0; fits && k < len(name); k++ {
			lost := damaged[k] == utf8.RuneError && strings.ContainsRune("æøåé", name[k])
			fits = lost || damaged[k] == name[k]
		}
		if fits {
			found = i
			n++
		}
	}
	if n != 1 {
		return 0, dataset.Unknown
	}
	return found, dataset.Known
}
