package danmark

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

var (
	// functionsFile lists the account functions, from which year to which they are in the
	// chart of accounts, whether they are service, and the family they are compared in.
	//
	//go:embed data/funktioner.csv
	functionsFile []byte
	// familiesFile lists the families of functions, with their drivers and target groups.
	//
	//go:embed data/familier.csv
	familiesFile []byte
)

// Function is an account function of the municipalities' chart of accounts.
type Function struct {
	Number  string // such as 5.30.28
	Name    lang.Phrase
	Service bool   // whether its operation is service expenditure
	Family  string // what it is compared in; empty if it is no service
	Source  string // who publishes it
}

// Functions returns the functions of main accounts 0 and 2 to 6 that are service, and those
// beside them that the default plan compares, in the order of their numbers.
func Functions() []Function {
	var list []Function
	for _, row := range readEmbedded(functionsFile) {
		if row[4] != "" { // it is no longer in the chart
			continue
		}
		list = append(list, Function{
			Number: row[0], Name: lang.Phrase{DA: row[1], EN: row[2]}, Service: row[5] == "ja",
			Family: row[6], Source: row[7],
		})
	}
	return list
}

var (
	fullTitle = lang.Phrase{
		DA: "Hele servicerammen",
		EN: "All of the service frame",
	}
	fullIntro = lang.Phrase{
		DA: `# Den udvidede plan: alle kontofunktioner, der er service, i familier, som tilsammen
# giver hele servicerammen. De enkelte områder i standardplanen står under den
# familie, de er en del af. Planen er lavet af en liste af funktioner og en tabel
# af familier. Hent tallene til den:
#   raaderum plan --fuld > fuld.toml
#   raaderum fetch --plan fuld.toml --year 2021..2024 --out data
#   raaderum benchmark --plan fuld.toml --data data --municipality Viborg
# Et område, hvor en konto mangler tal, sammenlignes ikke og bliver nævnt.
`,
		EN: `# The extended plan: every account function that is service, in families that
# together are all of the service frame. The areas of the default plan stand below
# the family that they are a part of. The plan is made of a list of functions and a
# table of families. Fetch the figures for it:
#   raaderum plan --full > full.toml
#   raaderum fetch --plan full.toml --year 2021..2024 --out data
#   raaderum benchmark --plan full.toml --data data --municipality Viborg
# An area of which an account lacks figures is not compared, and is named.
`,
	}
	fullSkip = lang.Phrase{
		DA: "skip_lacking = true       # spring områder over, hvor en konto mangler tal\n",
		EN: "skip_lacking = true       # skip areas of which an account lacks figures\n",
	}
	fullUnit = lang.Phrase{
		DA: "kr. pr. indbygger",
		EN: "kr. per inhabitant",
	}
	fullNote = lang.Phrase{
		DA: "Konti: %s.",
		EN: "Accounts: %s.",
	}
)

// FullPlanText returns the text of a plan of all service: every function of [Functions] in
// exactly one family, and the areas of the default plan below their families. Settings, drivers
// and what is not service are those of [PlanText].
func FullPlanText(l lang.Language) []byte {
	text := string(planText(l))
	head, _, _ := strings.Cut(text, "\n# ---- ")
	blocks := strings.Split(text[strings.Index(text, "\n[[area]]\n"):], "\n[[area]]\n")[1:]
	// The examples of other tables stand after the last area.
	last := len(blocks) - 1
	body, tail, _ := strings.Cut(blocks[last], "\n\n")
	blocks[last] = body + "\n"
	if _, rest, found := strings.Cut(head, "\n\ntitle = "); found {
		_, rest, _ = strings.Cut(rest, "\n")
		head = fullIntro.In(l) + "\ntitle = \"" + fullTitle.In(l) + "\"\n" + fullSkip.In(l) + rest
	}
	var b bytes.Buffer
	b.WriteString(head)
	b.WriteString("\n")
	used := map[int]bool{}
	for _, family := range readEmbedded(familiesFile) {
		writeFamily(&b, l, family, blocks, used)
	}
	for i, block := range blocks { // all service, and what is not service
		if !used[i] {
			writeBlock(&b, block)
		}
	}
	b.WriteString("\n" + tail)
	return b.Bytes()
}

// writeBlock writes an area of the default plan without the headline of the next group.
func writeBlock(b *bytes.Buffer, block string) {
	block, _, _ = strings.Cut(block, "\n# ")
	fmt.Fprintf(b, "\n[[area]]\n%s\n", strings.TrimRight(block, "\n"))
}

// writeFamily writes a family and the areas of the default plan that are parts of it. A family
// that an area of the default plan has all accounts of is that area.
func writeFamily(
	b *bytes.Buffer, l lang.Language, family []string, blocks []string, used map[int]bool,
) {
	var ids, numbers []string
	for _, f := range Functions() {
		if f.Family == family[0] {
			ids, numbers = append(ids, "regk31."+f.Number), append(numbers, f.Number)
		}
	}
	var parts []string
	same := false
	for i, block := range blocks {
		spending := spendingOf(block)
		if slices.ContainsFunc(spending, func(id string) bool { return !slices.Contains(ids, id) }) {
			continue
		}
		used[i] = true
		parts = append(parts, block)
		same = same || len(spending) == len(ids)
	}
	if !same {
		name := lang.Phrase{DA: family[1], EN: family[2]}.In(l)
		fmt.Fprintf(b, "\n[[area]]\nid = %q\nname = %q\nspending = %s\nspending_per = %q\n",
			family[0], name, listTOML(ids), Population)
		fmt.Fprintf(b, "unit = %q\ndrivers = %s\n", fullUnit.In(l),
			listTOML(strings.Fields(family[3])))
		if group := strings.Fields(family[4]); len(group) > 0 {
			fmt.Fprintf(b, "target_group = %s\n", listTOML(group))
		}
		fmt.Fprintf(b, "note = %q\n", fullNote.With(strings.Join(numbers, ", ")).In(l))
	}
	for _, block := range parts {
		writeBlock(b, block)
	}
}

// spendingOf returns the accounts of an area's text.
func spendingOf(block string) []string {
	_, rest, _ := strings.Cut(block, "\nspending = [")
	list, _, _ := strings.Cut(rest, "]")
	var ids []string
	for i, word := range strings.Split(list, "\"") {
		if i%2 == 1 {
			ids = append(ids, word)
		}
	}
	return ids
}

// listTOML writes a list of texts, a line each where there are several.
func listTOML(list []string) string {
	if len(list) == 1 {
		return fmt.Sprintf("[%q]", list[0])
	}
	return "[\n    \"" + strings.Join(list, "\",\n    \"") + "\",\n]"
}
