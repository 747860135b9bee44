package danmark_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

func TestMunicipalitiesAreThe98(t *testing.T) {
	all := danmark.Municipalities()
	if len(all) != 98 {
		t.Fatalf("%d municipalities, want 98", len(all))
	}
	regions, groups := map[string]int{}, map[string]int{}
	var atypical []string
	codes, names := map[string]bool{}, map[string]bool{}
	for i, m := range all {
		if i > 0 && all[i-1].Code >= m.Code {
			t.Errorf("%s comes after %s, want the order of codes", m.Code, all[i-1].Code)
		}
		codes[m.Code], names[m.Name] = true, true
		regions[m.Region]++
		groups[m.Group]++
		if m.Atypical {
			atypical = append(atypical, m.Name)
		}
	}
	if len(codes) != 98 || len(names) != 98 {
		t.Errorf("%d codes and %d names, want 98 of each", len(codes), len(names))
	}
	// The regions of 2007-2026 have 29, 17, 22, 19 and 11 municipalities.
	want := map[string]int{"Region Hovedstaden": 29, "Region Sjælland": 17, "Region Syddanmark": 22, "Region Midtjylland": 19, "Region Nordjylland": 11}
	if diff := cmp.Diff(want, regions); diff != "" {
		t.Errorf("regions (-want +got):\n%s", diff)
	}
	// Statistics Denmark has five groups of municipalities.
	if len(groups) != 5 || groups[""] > 0 {
		t.Errorf("groups are %v, want five", groups)
	}
	if diff := cmp.Diff([]string{"Ærø", "Fanø", "Samsø", "Læsø"}, atypical); diff != "" {
		t.Errorf("atypical (-want +got):\n%s", diff)
	}
	all[0].Name = "changed"
	if danmark.Municipalities()[0].Name != "København" {
		t.Error("a change in the returned list changes the register")
	}
	var fromRegister []string
	for _, m := range danmark.Municipalities() {
		fromRegister = append(fromRegister, m.Name)
	}
	if diff := cmp.Diff(fromRegister, danmark.Register().Names()); diff != "" {
		t.Errorf("Names (-want +got):\n%s", diff)
	}
}

// ways are how a name or a code of any municipality may be written.
var ways = []struct {
	name  string
	write func(m dataset.Municipality) string
}{
	{"code", func(m dataset.Municipality) string { return m.Code }},
	{"code with a zero", func(m dataset.Municipality) string { return "0" + m.Code }},
	{"code with blanks", func(m dataset.Municipality) string { return " " + m.Code + "\u00a0" }},
	{"name", func(m dataset.Municipality) string { return m.Name }},
	{"name with blanks", func(m dataset.Municipality) string { return "\t" + m.Name + " " }},
	{"upper case", func(m dataset.Municipality) string { return strings.ToUpper(m.Name) }},
	{"lower case", func(m dataset.Municipality) string { return strings.ToLower(m.Name) }},
	{"Kommune after", func(m dataset.Municipality) string { return m.Name + " Kommune" }},
	{"kommune after", func(m dataset.Municipality) string { return m.Name + " kommune" }},
	{"KOMMUNE after", func(m dataset.Municipality) string { return strings.ToUpper(m.Name + " kommune") }},
	{"ASCII", func(m dataset.Municipality) string { return ascii.Replace(m.Name) }},
	{"ASCII in capitals", func(m dataset.Municipality) string { return strings.ToUpper(ascii.Replace(m.Name)) }},
	{"å for aa", func(m dataset.Municipality) string {
		return strings.NewReplacer("aa", "å", "Aa", "Å").Replace(m.Name)
	}},
	{"aa for å", func(m dataset.Municipality) string {
		return strings.NewReplacer("å", "aa", "Å", "Aa").Replace(m.Name)
	}},
	{"a blank for the hyphen", func(m dataset.Municipality) string { return strings.ReplaceAll(m.Name, "-", " ") }},
	{"nothing for the hyphen", func(m dataset.Municipality) string { return strings.ReplaceAll(m.Name, "-", "") }},
	{"blanks round the hyphen", func(m dataset.Municipality) string { return strings.ReplaceAll(m.Name, "-", " - ") }},
	{"a dash for the hyphen", func(m dataset.Municipality) string { return strings.ReplaceAll(m.Name, "-", "–") }},
	{"decomposed", func(m dataset.Municipality) string { return norm.NFD.String(m.Name) }},
	{"a no-break space before Kommune", func(m dataset.Municipality) string { return m.Name + "\u00a0Kommune" }},
	{"Swedish letters", func(m dataset.Municipality) string {
		return strings.NewReplacer("æ", "ä", "ø", "ö", "Æ", "Ä").Replace(m.Name)
	}},
	{"code and name", func(m dataset.Municipality) string { return m.Code + " " + m.Name }},
	{"code, dash and name", func(m dataset.Municipality) string { return m.Code + " - " + m.Name }},
	{"code, colon and name", func(m dataset.Municipality) string { return m.Code + ": " + m.Name }},
	{"padded code and name", func(m dataset.Municipality) string { return "0" + m.Code + "\u00a0" + m.Name }},
	{"UTF-8 read as Windows-1252", mojibake},
	{"UTF-8 read as Windows-1252, with Kommune", func(m dataset.Municipality) string { return mojibake(m) + " Kommune" }},
	{"code and UTF-8 read as Windows-1252", func(m dataset.Municipality) string { return m.Code + " " + mojibake(m) }},
	{"UTF-8 read as Latin-1", latin1Mojibake},
}

var ascii = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa", "Æ", "Ae", "Ø", "Oe", "Å", "Aa")

// mojibake is the name's UTF-8 read as Windows-1252.
func mojibake(m dataset.Municipality) string {
	text, err := charmap.Windows1252.NewDecoder().String(m.Name)
	if err != nil {
		panic(err)
	}
	return text
}

// latin1Mojibake is the name's UTF-8 read as Latin-1, which differs in the
// capitals: the second byte of Æ is a control character there.
func latin1Mojibake(m dataset.Municipality) string {
	text, err := charmap.ISO8859_1.NewDecoder().String(m.Name)
	if err != nil {
		panic(err)
	}
	return text
}

func TestRegisterKnowsEveryMunicipalityInEveryWay(t *testing.T) {
	for _, way := range ways {
		t.Run(way.name, func(t *testing.T) {
			for _, m := range danmark.Municipalities() {
				text := way.write(m)
				for _, asked := range [][2]string{{text, ""}, {"", text}, {m.Code, text}, {text, m.Name}} {
					got, verdict := danmark.Register().Find(asked[0], asked[1])
					if verdict != dataset.Known || got != m {
						t.Errorf("Find(%q, %q) = %s, verdict %d; want %s", asked[0], asked[1], got.Name, verdict, m.Name)
					}
				}
			}
		})
	}
}

func TestRegisterKnowsNamesWithLostLetters(t *testing.T) {
	// Letters lost to U+FFFD: Windows-1252 read as UTF-8. Two names that
	// differ in such letters alone would be told apart by none.
	lost := strings.NewReplacer("æ", "\ufffd", "ø", "\ufffd", "å", "\ufffd", "Æ", "\ufffd", "Ø", "\ufffd", "Å", "\ufffd")
	count := map[string]int{}
	for _, m := range danmark.Municipalities() {
		count[lost.Replace(m.Name)]++
	}
	damaged := 0
	for _, m := range danmark.Municipalities() {
		text := lost.Replace(m.Name)
		if text == m.Name {
			continue
		}
		damaged++
		got, verdict := danmark.Register().Find("", text)
		if count[text] > 1 {
			if verdict != dataset.Unknown {
				t.Errorf("Find(%q), which fits several, = %s, verdict %d", text, got.Name, verdict)
			}
			continue
		}
		if verdict != dataset.Known || got != m {
			t.Errorf("Find(%q) = %s, verdict %d; want %s", text, got.Name, verdict, m.Name)
		}
		if got, verdict := danmark.Register().Find(m.Code, text); verdict != dataset.Known || got != m {
			t.Errorf("Find(%q, %q) = %s, verdict %d", m.Code, text, got.Name, verdict)
		}
	}
	if damaged < 30 {
		t.Errorf("%d names have æ, ø or å; is this test doing anything?", damaged)
	}
	for _, text := range []string{"\ufffd", "\ufffd\ufffd\ufffd", "Aarh\ufffds", "K\ufffdbenhavn\ufffd", "K\ufffdbenhavm"} {
		if got, verdict := danmark.Register().Find("", text); verdict != dataset.Unknown {
			t.Errorf("Find(%q) = %s, verdict %d; want it unknown", text, got.Name, verdict)
		}
	}
}

func TestRegisterKnowsOtherNames(t *testing.T) {
	for text, code := range map[string]string{
		"Århus": "751", "ÅRHUS": "751", "Aarhus Kommune": "751", "Ålborg": "851", "Åbenrå": "580", "Aabenrå": "580",
		"Faaborg Midtfyn": "430", "Fåborg-Midtfyn": "430", "Hoeje-Taastrup": "169", "Høje Taastrup": "169", "Høje-Tåstrup": "169",
		"HØJE TAASTRUP": "169", "Lyngby-Tårbæk": "173", "Lyngby Taarbæk": "173", "Ikast Brande": "756", "Ringkøbing Skjern": "760",
		"Vesthimmerland": "820", "Vesthimmerlands": "820", "Vesthimmerlands Kommune": "820", "Vesthimmerland Kommune": "820",
		"Nordfyn": "480", "Nordfyns": "480", "Nordfyns Kommune": "480", "Mors": "773", "Morsø": "773", "Morsø Kommune": "773",
		"Bornholm": "400", "Bornholms Regionskommune": "400", "BORNHOLMS REGIONSKOMMUNE": "400", "400 Bornholms Regionskommune": "400",
		"Københavns Kommune": "101", "Copenhagen": "101", "Kobenhavn": "101", "KØBENHAVN": "101", "KÃ¸benhavn": "101", "K\ufffdbenhavn": "101",
		"101 København": "101", "0101 København": "101", "101": "101", "0101": "101",
		"København (101)": "101", "København, 101": "101", "101, København": "101", "101_København": "101", "Aarhus Kommune (0751)": "751", "101/København": "101",
		"Høje-Tåstrup Kom.": "169", "Ikast\u2011Brande": "756", "K├©benhavn": "101", "Kï¿½benhavn": "101",
		"Tårnby": "185", "Taarnby": "185", "Ærø": "492", "Aeroe": "492", "AEROE": "492", "Ã†rÃ¸": "492", "Læsø": "825", "Laesoe": "825",
	} {
		got, verdict := danmark.Register().Find("", text)
		if verdict != dataset.Known || got.Code != code {
			t.Errorf("Find(%q) = %s, verdict %d; want %s", text, got.Code, verdict, code)
		}
	}
}

func TestRegisterToldACodeAndAName(t *testing.T) {
	for _, c := range []struct {
		code, name string
		want       dataset.Verdict
		of         string
	}{
		{"101", "København", dataset.Known, "101"},
		{"0751", "Århus Kommune", dataset.Known, "751"},
		{"101 København", "Kobenhavn", dataset.Known, "101"},
		{"101", "Aarhus", dataset.Contradicts, ""},
		{"0751", "Odense", dataset.Contradicts, ""},
		{"København", "751", dataset.Contradicts, ""},
		{"101 Aarhus", "", dataset.Contradicts, ""},
		{"", "791 Aarhus", dataset.Contradicts, ""},
		{"751 Odense", "Aarhus", dataset.Contradicts, ""},
		{"101", "791 Aarhus", dataset.Contradicts, ""}, // 101 is the first on the list
		{"101 Aarhus", "101 Aarhus", dataset.Contradicts, ""},
		{"101", "Korsbæk", dataset.Contradicts, ""},
		{"102", "København", dataset.Unknown, ""},
		{"102", "Korsbæk", dataset.Unknown, ""},
		{"", "", dataset.Unknown, ""},
		{"000", "Hele landet", dataset.Total, ""},
		{"084", "Region Hovedstaden", dataset.Total, ""},
		// The figures of a municipality are not left out as a total's.
		{"101", "I alt", dataset.Contradicts, ""},
		{"000", "København", dataset.Contradicts, ""},
	} {
		got, verdict := danmark.Register().Find(c.code, c.name)
		if verdict != c.want || got.Code != c.of {
			t.Errorf("Find(%q, %q) = %q, verdict %d; want %q, verdict %d", c.code, c.name, got.Code, verdict, c.of, c.want)
		}
	}
}

func TestRegisterKnowsTotals(t *testing.T) {
	for _, text := range []string{
		"000", "0", "00", "081", "082", "083", "084", "085", "81", "85", "910", "920", "930", "940", "950", "960", "411", "0411",
		"Hele landet", "HELE LANDET", "hele landet", "Danmark", "I alt", "i alt", "Ialt", "Total", "Alle kommuner",
		"Region Midtjylland", "REGION HOVEDSTADEN", "Region Sjælland", "Landsdel Fyn", "Landsdel København by",
		"Christiansø", "Christiansoe", "411 Christiansø", "000 Hele landet", "084 Region Hovedstaden",
		"Hele landet (98 kommuner)", "Landsgennemsnit", "Alle 98 kommuner", "Ertholmene", "Udlandet", "All Denmark", "Province Østjylland", "Rural municipalities",
		"Hovedstadskommuner", "Storbykommuner", "Provinsbykommuner", "Oplandskommuner", "Landkommuner",
	} {
		for _, asked := range [][2]string{{text, ""}, {"", text}} {
			if got, verdict := danmark.Register().Find(asked[0], asked[1]); verdict != dataset.Total || got != (dataset.Municipality{}) {
				t.Errorf("Find(%q, %q) = %s, verdict %d; want a total", asked[0], asked[1], got.Name, verdict)
			}
		}
	}
}

func TestRegisterTakesNothingElseForAMunicipality(t *testing.T) {
	for _, text := range []string{
		"Korsbæk", "102", "9999", "1101", "00101", "10100", "-101", "101a", "Kommune", "kommune", "Kommunen", "-", ".", "..", " ",
		"Ros", "Odens", "OdenseOdense", "Aarhus By", "Midtfyn", "Århus Amt", "Nordjylland", "Sjælland", "751.1", "751,0", "1 01", "751 7",
		"Aarhus\nOdense", "København og Frederiksberg", "１０１", "x101",
	} {
		for _, asked := range [][2]string{{text, ""}, {"", text}} {
			if got, verdict := danmark.Register().Find(asked[0], asked[1]); verdict == dataset.Known {
				t.Errorf("Find(%q, %q) = %s; want none", asked[0], asked[1], got.Name)
			}
		}
	}
}

func TestRegisterSuggestsNearNames(t *testing.T) {
	for text, want := range map[string]string{
		"Vibrog":      "Viborg",
		"Oddense":     "Odense",
		"Silkeborg ":  "Silkeborg",
		"Kobbenhavn":  "København",
		"Fredericiia": "Fredericia",
		"Korsbæk":     "",
		"Randerss":    "Randers",
	} {
		got := lang.Suggest(text, danmark.Register().Names())
		if want == "" && len(got) > 0 || want != "" && (len(got) == 0 || got[0] != want) {
			t.Errorf("the suggestion for %q is %v, want %q first", text, got, want)
		}
	}
}

func TestRegisterTellsOneChangedLetterFromTheName(t *testing.T) {
	// One letter changed to q, which no name has, is never taken for a name.
	r := rand.New(rand.NewPCG(1, 2))
	for _, m := range danmark.Municipalities() {
		letters := []rune(m.Name)
		letters[r.IntN(len(letters))] = 'q'
		if got, verdict := danmark.Register().Find("", string(letters)); verdict == dataset.Known {
			t.Errorf("Find(%q) = %s", string(letters), got.Name)
		}
	}
}

func TestSmallIslandsAreInTheRegister(t *testing.T) {
	for _, code := range danmark.SmallIslands() {
		if m, verdict := danmark.Register().Find(code, ""); verdict != dataset.Known || !m.Atypical {
			t.Errorf("%s is %v, verdict %d; want an atypical municipality", code, m, verdict)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, way := range ways {
		for _, i := range []int{0, 12, 44, 96} {
			f.Add(way.write(danmark.Municipalities()[i]), "")
			f.Add(danmark.Municipalities()[i].Code, way.write(danmark.Municipalities()[i]))
		}
	}
	for _, s := range []string{"", "000", "411 Christiansø", "791 Aarhus", "Region", "kommune", "\ufffd", "\xff", "Ã", "0000000101", "101.0"} {
		f.Add(s, "")
		f.Add("", s)
		f.Add(s, s)
	}
	all := danmark.Municipalities()
	f.Fuzz(func(t *testing.T, code, name string) {
		got, verdict := danmark.Register().Find(code, name)
		switch verdict {
		case dataset.Known:
			if !slices.Contains(all, got) {
				t.Fatalf("Find(%q, %q) = %v, which is not in the register", code, name, got)
			}
		case dataset.Unknown, dataset.Total, dataset.Contradicts:
			if got != (dataset.Municipality{}) {
				t.Fatalf("Find(%q, %q) = %v with verdict %d", code, name, got, verdict)
			}
		default:
			t.Fatalf("Find(%q, %q) gives verdict %d", code, name, verdict)
		}
		// A text that begins with digits means the code they are, or nothing.
		for _, text := range []string{code, name} {
			text = strings.TrimSpace(text)
			digits := text[:len(text)-len(strings.TrimLeft(text, "0123456789"))]
			if verdict == dataset.Known && digits != "" && strings.TrimLeft(digits, "0") != got.Code {
				t.Fatalf("Find(%q, %q) = %s", code, name, got.Code)
			}
		}
		// Where both are known alone, they are of the same.
		if code != "" && name != "" && verdict == dataset.Known {
			for _, alone := range [][2]string{{code, ""}, {"", name}} {
				if m, v := danmark.Register().Find(alone[0], alone[1]); v != dataset.Known || m != got {
					t.Fatalf("Find(%q, %q) = %s, but Find(%q, %q) = %s, verdict %d", code, name, got.Code, alone[0], alone[1], m.Code, v)
				}
			}
		}
		// It does not matter which of the two places holds the text.
		if name == "" {
			if m, v := danmark.Register().Find("", code); m != got || v != verdict {
				t.Fatalf("%q is %s, verdict %d, as a code and %s, verdict %d, as a name", code, got.Code, verdict, m.Code, v)
			}
		}
		if verdict == dataset.Known && !utf8.ValidString(code+name) && !strings.ContainsRune(code+name, utf8.RuneError) {
			t.Fatalf("Find(%q, %q) = %s from text that is not UTF-8", code, name, got.Code)
		}
	})
}

// TestRegisterMendsCodesOfPrograms takes a code that a spreadsheet or a data
// frame has made a number of.
func TestRegisterMendsCodesOfPrograms(t *testing.T) {
	for _, code := range []string{"751.0", " 0751.0 ", "751"} {
		if m, verdict := danmark.Register().Find(code, ""); verdict != dataset.Known || m.Name != "Aarhus" {
			t.Errorf("Find(%q) = %q, verdict %d; want Aarhus", code, m.Name, verdict)
		}
	}
}
