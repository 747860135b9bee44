package main

import (
	"regexp"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
)

// question is what a comparison is asked for: which municipalities, and which areas.
type question struct {
	municipalities []string // the codes, in the order asked; nil: all
	areas          []string // the IDs; nil: all
}

// readQuestion reads --municipality and --area, and finds out which municipalities and
// areas their words mean.
func readQuestion(c *cli.Context, p *plan.Plan, data *dataset.Dataset) (q question, err error) {
	if q.municipalities, err = findMunicipalities(c, data); err != nil {
		return q, err
	}
	q.areas, err = findAreas(c.StringSlice(areaFlag.name), p)
	return q, err
}

// narrow returns the report narrowed to those areas and municipalities.
func (q question) narrow(report *benchmark.Report) *benchmark.Report {
	if q.areas != nil {
		report, _ = report.OnlyAreas(q.areas...) // the plan has them
	}
	if q.municipalities != nil {
		report, _ = report.Only(q.municipalities...) // the data have them
	}
	return report
}

// asksEveryone says whether --municipality asks for all municipalities, each by itself.
func asksEveryone(c *cli.Context, data *dataset.Dataset) bool {
	words := c.StringSlice(municipalityFlag.name)
	_, isOne := data.Find(everyone)
	return len(words) == 1 && words[0] == everyone && !isOne
}

// findMunicipalities returns the codes of the municipalities asked for, or nil if all are.
func findMunicipalities(c *cli.Context, data *dataset.Dataset) (codes []string, err error) {
	if asksEveryone(c, data) {
		return nil, nil
	}
	isKnown := func(word string) bool {
		_, ok := data.Find(word)
		return ok
	}
	for _, word := range splitWords(c.StringSlice(municipalityFlag.name), isKnown) {
		m, ok := data.Find(word)
		if !ok {
			return nil, usageError{unknownMunicipality.With(word, data.Suggest(word))}
		}
		if code := data.Municipalities()[m].Code; !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	return codes, nil
}

// splitWords returns the words of a flag that may be given several times, or once with
// commas. A value that is known as it stands is a single word.
func splitWords(values []string, isKnown func(string) bool) (words []string) {
	for _, value := range values {
		if isKnown(value) {
			words = append(words, value)
			continue
		}
		for word := range strings.SplitSeq(value, ",") {
			if word = strings.TrimSpace(word); word != "" {
				words = append(words, word)
			}
		}
	}
	return words
}

// findAreas returns the IDs of the areas that words mean. A word may be an area's ID, its
// name, the account that it is made of, or, for an area of the default plan, its name in
// the other language. nil means that there are no words.
func findAreas(values []string, p *plan.Plan) (ids []string, err error) {
	words := nameAreas(p)
	isKnown := func(word string) bool { return len(words.find(word)) > 0 }
	for _, word := range splitWords(values, isKnown) {
		found := words.find(word)
		switch len(found) {
		case 0:
			return nil, usageError{unknownArea.With(word, words.suggest(word))}
		case 1:
			if !slices.Contains(ids, found[0]) {
				ids = append(ids, found[0])
			}
		default:
			return nil, usageError{severalAreas.With(word, lang.Suggestion(found))}
		}
	}
	return ids, nil
}

// areaWords are the words by which a plan's areas may be asked for.
type areaWords struct {
	plan  *plan.Plan
	words []string            // the IDs and names, as they are written
	ids   map[string][]string // the IDs of the areas with each name, in small letters
}

func nameAreas(p *plan.Plan) areaWords {
	w := areaWords{plan: p, ids: map[string][]string{}}
	add := func(word, id string) {
		folded := strings.ToLower(word)
		if word != "" && !slices.Contains(w.ids[folded], id) {
			w.words = append(w.words, word)
			w.ids[folded] = append(w.ids[folded], id)
		}
	}
	for _, a := range p.Areas {
		add(a.ID, a.ID)
	}
	for _, a := range p.Areas {
		add(a.Name, a.ID)
	}
	for _, l := range []lang.Language{lang.Danish, lang.English} {
		for _, a := range danmark.DefaultPlan(l).Areas {
			same := func(mine plan.Area) bool {
				return mine.ID == a.ID && slices.Equal(mine.Spending, a.Spending)
			}
			if slices.ContainsFunc(p.Areas, same) {
				add(a.Name, a.ID)
			}
		}
	}
	return w
}

// find returns the IDs of the areas that a word means: none, one, or several that share the
// word.
func (w areaWords) find(word string) []string {
	if slices.ContainsFunc(w.plan.Areas, func(a plan.Area) bool { return a.ID == word }) {
		return []string{word}
	}
	if ids := w.ids[strings.ToLower(strings.TrimSpace(word))]; len(ids) > 0 {
		return ids
	}
	return w.findAccount(word)
}

// accountNumber matches an account. It has its points, perhaps with a table or a zero
// before it, or is five digits.
var accountNumber = regexp.MustCompile(
	`^(?:[a-z0-9]+\.)?0?([0-9])\.?([0-9]{2})\.?([0-9]{2})(?:[ ,:–-].*)?$`)

// findAccount returns the area that consists of an account alone, or else the areas that
// contain it.
func (w areaWords) findAccount(word string) (ids []string) {
	parts := accountNumber.FindStringSubmatch(strings.ToLower(word))
	if parts == nil {
		return nil
	}
	ending := "." + strings.Join(parts[1:], ".")
	has := func(id string) bool { return strings.HasSuffix(id, ending) }
	for _, a := range w.plan.Areas {
		switch {
		case len(a.Spending) == 1 && has(a.Spending[0]):
			return []string{a.ID}
		case slices.ContainsFunc(a.Spending, has):
			ids = append(ids, a.ID)
		}
	}
	return ids
}

// suggest returns the words nearest to one that means no area.
func (w areaWords) suggest(word string) lang.Suggestion {
	if group, ok := strings.CutSuffix(word, "."); ok || accountGroup.MatchString(word) {
		group = strings.TrimPrefix(group, "0")
		var ids lang.Suggestion
		for _, a := range w.plan.Areas {
			begins := func(id string) bool { return strings.Contains(id, "."+group+".") }
			if slices.ContainsFunc(a.Spending, begins) && len(ids) < 5 {
				ids = append(ids, a.ID)
			}
		}
		return ids
	}
	var near lang.Suggestion
	told := map[string]bool{} // the areas, each by its nearest word
	for _, a := range w.plan.Areas {
		if danmark.IsAlsoCalled(a.ID, word) {
			near, told[a.ID] = append(near, a.Name), true
		}
	}
	for _, known := range lang.Suggest(word, w.words) {
		ids := w.ids[strings.ToLower(known)]
		if !slices.ContainsFunc(ids, func(id string) bool { return told[id] }) {
			near = append(near, known)
		}
		for _, id := range ids {
			told[id] = true
		}
	}
	for _, a := range w.plan.Areas {
		if !told[a.ID] && namesAccount(a, word) {
			near = append(near, a.Name)
		}
	}
	return near[:min(len(near), 5)]
}

// namesAccount says whether a word is a part of the name of an area's only account.
func namesAccount(a plan.Area, word string) bool {
	const shortest = 4 // of a word that tells anything
	if len(a.Spending) != 1 || len(word) < shortest {
		return false
	}
	account, _ := danmark.Accounts().Indicator(a.Spending[0])
	return strings.Contains(strings.ToLower(account.Name), strings.ToLower(word))
}

// accountGroup matches a main account with its group, which has several accounts.
var accountGroup = regexp.MustCompile(`^0?[0-9]\.[0-9]{2}$`)
