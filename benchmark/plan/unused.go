package plan

import (
	"maps"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// Unused is a file that was read and that the plan does not use.
type Unused struct {
	File       string
	Indicators []string // IDs of the indicators that the file has figures of

	message lang.Message
}

// In names the file in a language, and says which indicator of the plan may be meant.
func (u Unused) In(l lang.Language) string { return u.message.In(l) }

// FindUnused returns the files whose figures the plan does not use: those of indicators that
// it does not name, and those of years that it does not look at.
func (p *Plan) FindUnused(d *dataset.Dataset) (unused []Unused) {
	if p == nil {
		return nil
	}
	wanted := p.Indicators()
	compared := p.YearIn(d)
	last := max(compared, p.LaterIn(d)) // preliminary accounts are used too
	// All three are by file.
	has := map[string][]string{}         // the indicators that it has figures of
	later := map[string]map[string]int{} // those that are wanted, with a year that is not
	used := map[string]bool{}
	for _, ind := range d.Indicators() {
		isWanted := slices.Contains(wanted, ind.ID)
		for file, years := range listFiles(d, ind.ID) {
			has[file] = append(has[file], ind.ID)
			if isWanted && canBeUsed(years, last) {
				used[file] = true
			} else if isWanted {
				if later[file] == nil {
					later[file] = map[string]int{}
				}
				later[file][ind.ID] = years[0]
			}
		}
	}
	for _, t := range d.Tables() {
		ids := has[t.Source]
		if used[t.Source] || len(ids) == 0 {
			continue
		}
		used[t.Source] = true // a file may have several tables, and is reported once
		if ids := slices.Sorted(maps.Keys(later[t.Source])); len(ids) > 0 {
			year := later[t.Source][ids[0]]
			unused = append(unused, Unused{
				File: t.Source, Indicators: ids,
				message: otherYears.With(t.Source, listSome(ids), sayYear(year), sayYear(compared)),
			})
			continue
		}
		if by, year, overruled := findOverruling(d, ids, wanted); overruled {
			unused = append(unused, Unused{
				File: t.Source, Indicators: ids,
				message: overruledFile.With(t.Source, listSome(by), sayYear(year),
					lang.List(d.Files(by[0], year))),
			})
			continue
		}
		guess := lang.Localized(lang.Suggestion{})
		for _, id := range ids {
			if found := suggestIndicator(d, id, wanted); len(found) > 0 {
				guess = meantFor.With(id, found)
				break
			}
		}
		phrase := unusedFile
		if len(ids) == 1 {
			phrase = unusedFileOfOne
		}
		unused = append(unused, Unused{
			File: t.Source, Indicators: ids,
			message: phrase.With(t.Source, len(ids), listSome(nameAmounts(d, ids)), guess),
		})
	}
	return unused
}

// FindMisspelt returns the files that the plan uses, but which also have indicators whose IDs
// are so like those of the plan that they may be misspelt. IsKnown says whether an ID is one
// that the plan merely does not name; nil if nothing is known of IDs.
func (p *Plan) FindMisspelt(d *dataset.Dataset, isKnown func(id string) bool) (found []Unused) {
	if p == nil {
		return nil
	}
	wanted := p.Indicators()
	ofFile := map[string][]string{}
	uses := map[string]bool{}
	for _, ind := range d.Indicators() {
		isWanted := slices.Contains(wanted, ind.ID)
		for file := range listFiles(d, ind.ID) {
			switch {
			case isWanted:
				uses[file] = true
			case isKnown == nil || !isKnown(ind.ID):
				if len(lang.Suggest(ind.ID, wanted)) > 0 {
					ofFile[file] = append(ofFile[file], ind.ID)
				}
			}
		}
	}
	for _, file := range slices.Sorted(maps.Keys(ofFile)) {
		if !uses[file] { // it is told as a file that is not used at all
			continue
		}
		ids := ofFile[file]
		first := ids[0]
		found = append(found, Unused{
			File: file, Indicators: ids,
			message: misspelt.With(file, listSome(ids), first, lang.Suggest(first, wanted)),
		})
	}
	return found
}

// findOverruling returns the wanted indicators per inhabitant that a file's amounts are of, if
// all of them are of such, and the first year that they have figures of from other files.
func findOverruling(d *dataset.Dataset, ids, wanted []string) (by []string, year int, ok bool) {
	for _, id := range ids {
		whole, _, _ := dataset.CutID(id)
		if whole == id || !slices.Contains(wanted, whole) {
			return nil, 0, false
		}
		for _, y := range d.Years() {
			if d.Column(id, y) != nil && len(d.Files(whole, y)) > 0 && !d.IsBeneath(whole, y) {
				by, year = append(by, whole), y
				break
			}
		}
	}
	return by, year, len(by) == len(ids)
}

// nameAmounts returns IDs as people should see them: for those of amounts, what stands in
// brackets becomes the unit.
func nameAmounts(d *dataset.Dataset, ids []string) []string {
	names := slices.Clone(ids)
	for i, id := range ids {
		whole, terms, _ := dataset.CutID(id)
		if ind, _ := d.Indicator(id); len(terms) == 1 && ind.IsAmount() {
			names[i] = whole + " (" + ind.Unit + ")"
		}
	}
	return names
}

// listFiles returns the files that have figures of an indicator, each with the years of
// them. Bundled figures, which the files were laid over, are from no file.
func listFiles(d *dataset.Dataset, id string) map[string][]int {
	files := map[string][]int{}
	for _, year := range d.Years() {
		if d.IsBeneath(id, year) {
			continue
		}
		for _, file := range d.Files(id, year) {
			files[file] = append(files[file], year)
		}
	}
	return files
}

// canBeUsed says whether a comparison looks at figures of any of some years. It looks at the
// year compared and at the years before it. Figures without a year are used only if the
// year compared is [dataset.Undated] too.
func canBeUsed(years []int, compared int) bool {
	return slices.ContainsFunc(years, func(year int) bool {
		return year == compared || year < compared && year != dataset.Undated
	})
}

// sayYear names a year.
func sayYear(year int) lang.Localized {
	if year == dataset.Undated {
		return withoutYear
	}
	return lang.List{strconv.Itoa(year)}
}

// suggestIndicator returns the IDs of the wanted indicators that are most like another one.
// It compares IDs, and if no ID is alike, it compares names.
func suggestIndicator(d *dataset.Dataset, id string, wanted []string) lang.Suggestion {
	if found := lang.Suggest(id, wanted); len(found) > 0 {
		return found
	}
	ind, _ := d.Indicator(id)
	ids := map[string]string{} // by name
	for _, one := range wanted {
		if other, ok := d.Indicator(one); ok {
			ids[other.Name] = one
		}
	}
	var found lang.Suggestion
	for _, name := range lang.Suggest(ind.Name, slices.Sorted(maps.Keys(ids))) {
		found = append(found, ids[name])
	}
	return found
}

// listSome lists the first few IDs, and an ellipsis if there are more.
func listSome(ids []string) lang.List {
	const few = 3
	if len(ids) > few {
		return append(slices.Clone(lang.List(ids[:few])), "…")
	}
	return ids
}
