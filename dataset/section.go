package dataset

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// section is a [[source]] section of the plan, and what became of it.
type section struct {
	*Mapping
	number  int
	fitted  bool             // it was for a file, and a sheet, that was read
	applied map[string]bool  // the keys that were of use in some file
	idle    map[string]*idle // the keys that were of no use in some file, and why
	sheets  *noSheet         // the first workbook that lacks the section's sheet
	found   map[string]bool  // the names in the key "of" that were met
	seen    map[string]bool  // the indicators of the section's files
	renames map[string]bool  // the indicators that the section renames
}

// idle is the reason why a key was of no use in a file, the first such file.
type idle struct {
	source string
	why    lang.Message
}

// noSheet is a workbook without the sheet that a section asks for, and the sheets that the
// workbook has.
type noSheet struct {
	source string
	has    []string
}

// newSections returns the plan's sections.
func newSections(mappings []Mapping) []*section {
	list := make([]*section, len(mappings))
	for i := range mappings {
		list[i] = &section{Mapping: &mappings[i], number: i + 1, applied: map[string]bool{},
			idle: map[string]*idle{}, found: map[string]bool{}, seen: map[string]bool{},
			renames: map[string]bool{}}
	}
	return list
}

// pass is one way to read a file, put together from one or more sections of the plan.
// Without sections it says nothing.
type pass struct {
	Mapping
	of []*section
	// The indicators that took the unit of a section, by section, if the section names
	// none.
	taken map[*section][]string
}

// choosesFigures says whether a section takes figures of its own from a file, rather than
// only describing those that are in it.
func (m *Mapping) choosesFigures() bool { return len(m.Pick)+len(m.Sum) > 0 || m.Indicator != "" }

// makePasses returns the ways to read the source, at least one. Each section that chooses
// figures gets a pass of its own. The other sections apply to all passes.
func (r *reader) makePasses() []*pass {
	var describing, choosing []*section
	for _, s := range r.findSections() {
		if !s.isForSheet(r.sink.sheet) {
			continue
		}
		s.fitted = true
		if s.choosesFigures() {
			choosing = append(choosing, s)
		} else {
			describing = append(describing, s)
		}
	}
	if len(choosing) == 0 {
		return []*pass{newPass(describing)}
	}
	var list []*pass
	for _, s := range choosing {
		list = append(list, newPass(append([]*section{s}, describing...)))
	}
	return list
}

// findSections returns the sections for the file. If some of them are for the sheet being
// read, only those count.
func (r *reader) findSections() []*section {
	var fit, sheet []*section
	for _, s := range r.plan {
		if !s.isForFile(r.sink.table.Source) && !s.isForFile(r.file) {
			continue
		}
		fit = append(fit, s)
		if s.namesSheet() && r.sink.sheet != "" && s.isForSheet(r.sink.sheet) {
			sheet = append(sheet, s)
		}
	}
	if len(sheet) > 0 {
		return sheet
	}
	return fit
}

// namesSheet says whether a section is for one sheet only.
func (m *Mapping) namesSheet() bool { return m.Sheet != "" && m.Sheet != "*" }

// isForSheet says whether a section applies to a sheet. The name is empty in files without
// sheets, to which every section applies.
func (m *Mapping) isForSheet(name string) bool {
	return !m.namesSheet() || name == "" || strings.EqualFold(m.Sheet, name)
}

// newPass combines sections. If several set the same key, the first one counts.
func newPass(of []*section) *pass {
	p := &pass{of: of, taken: map[*section][]string{}}
	first := func(to *string, from string) { *to = cmp.Or(*to, from) }
	for _, s := range of {
		first(&p.Table, s.Table)
		first(&p.Indicator, s.Indicator)
		first(&p.Geography, s.Geography)
		first(&p.Time, s.Time)
		first(&p.Sheet, s.Sheet)
		for _, n := range []struct{ to, from *int }{{&p.Quarter, &s.Quarter}, {&p.Year, &s.Year},
			{&p.Header, &s.Header}} {
			if *n.to == 0 {
				*n.to = *n.from
			}
		}
		p.Pick = append(p.Pick, s.Pick...)
		p.Sum = append(p.Sum, s.Sum...)
		p.Rename = append(p.Rename, s.Rename...)
	}
	return p
}

// listNumbers returns the numbers of the sections, counted from 1.
func (p *pass) listNumbers() []int {
	var list []int
	for _, s := range p.of {
		list = append(list, s.number)
	}
	return list
}

// listKeys says which keys a section sets, apart from those that choose its files.
func (m *Mapping) listKeys() map[string]bool {
	return map[string]bool{
		"table":     m.Table != "",
		"pick":      len(m.Pick) > 0,
		"sum":       len(m.Sum) > 0,
		"indicator": m.Indicator != "",
		"rename":    len(m.Rename) > 0,
		"unit":      m.Unit != "",
		"per":       m.Per != "",
		"of":        len(m.Of) > 0,
		"geography": m.Geography != "",
		"time":      m.Time != "",
		"quarter":   m.Quarter != 0,
		"year":      m.Year != 0,
		"sheet":     m.Sheet != "",
		"header":    m.Header != 0,
	}
}

// noteKeys notes that keys were of use.
func (p *pass) noteKeys(keys ...string) {
	for _, s := range p.of {
		for _, key := range keys {
			s.applied[key] = true
		}
	}
}

// noteUselessKeys notes that a key is of no use in the source being read. That becomes an
// error if it is of no use in any source.
func (p *pass) noteUselessKeys(s *sink, key string, why lang.Message) {
	for _, of := range p.of {
		if of.listKeys()[key] && of.idle[key] == nil {
			of.idle[key] = &idle{s.table.Source, why}
		}
	}
}

// tellSections reports sections, and keys of sections, that were of no use in any file.
// known lists indicators that need not be in the files.
func (b *Builder) tellSections(plan []*section, files, known []string) {
	report := func(source, text string, m lang.Message) {
		b.problems.add(&Problem{Kind: BadMapping, Source: source, Text: text, message: m})
	}
	for _, s := range plan {
		if !s.fitted {
			switch names := stripFolders(files); {
			case s.sheets != nil:
				report(s.sheets.source, s.Sheet, noSuchSheet.With(s.Sheet,
					table.ListFirst(s.sheets.has, fewNames), lang.Suggest(s.Sheet, s.sheets.has)))
			// a file could not be read, and the section may be for it
			case len(b.problems.errors) > 0 && s.isForAny(files):
			default:
				// the plan may be for more files than are at hand
				b.problems.add(&Problem{Kind: IdleSection, Text: s.File, message: sectionUnused.With(s.number, s.File, lang.List(names),
					lang.Suggest(path.Base(s.File), names))})
			}
			continue
		}
		for _, key := range slices.Sorted(maps.Keys(s.idle)) {
			if !s.applied[key] {
				report(s.idle[key].source, key, keyUnused.With(s.number, key, s.idle[key].why))
			}
		}
		for _, rename := range s.Rename {
			old, _, ok := cutRename(rename)
			// If the key was of no use anywhere, that is reported above.
			if ok && !s.renames[old] && s.applied["rename"] {
				report("", old, notRenamed.With(s.number, old, lang.Suggest(old,
					slices.Sorted(maps.Keys(s.seen)))))
			}
		}
		if _, there := b.ids[s.Per]; s.Per != "" && !there && !slices.Contains(known, s.Per) {
			report("", s.Per, noSuchPer.With(s.number, s.Per, lang.Suggest(s.Per,
				slices.Concat(known, slices.Sorted(maps.Keys(b.ids))))))
		}
		for _, name := range s.Of {
			if names := slices.Sorted(maps.Keys(s.seen)); !s.found[name] && len(names) > 0 {
				report("", name, noSuchIndicator.With(s.number, name, lang.Suggest(name, names)))
			}
		}
	}
}

// isForAny says whether a section is for any of some files.
func (m *Mapping) isForAny(files []string) bool { return slices.ContainsFunc(files, m.isForFile) }

// stripFolders returns the names of files without their folders.
func stripFolders(files []string) []string {
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = path.Base(strings.ReplaceAll(f, `\`, "/"))
	}
	return names
}

// usePlan returns what the plan says of a file with figures in columns and no variables:
// names, units and the year. The other keys are of no use there.
func (r *reader) usePlan() *pass {
	var of []*section
	for _, s := range r.findSections() {
		s.fitted = true
		of = append(of, s)
	}
	p := newPass(of)
	r.sink.table.Sections = p.listNumbers()
	p.noteKeys("unit", "per", "of")
	for _, key := range []string{"pick", "sum"} {
		p.noteUselessKeys(r.sink, key, noVariables.With())
	}
	p.noteUselessKeys(r.sink, "indicator", severalColumns.With())
	p.noteUselessKeys(r.sink, "rename", nothingRenamed.With())
	p.noteUselessKeys(r.sink, "year", hasYears.With())
	p.noteUselessKeys(r.sink, "quarter", noParts.With())
	p.noteUselessKeys(r.sink, "sheet", noSheets.With())
	for _, key := range []string{"table", "geography", "time", "header"} {
		p.noteUselessKeys(r.sink, key, onlyTables.With())
	}
	return p
}

// namesIndicator says whether a section's unit applies to an indicator. It does if the
// section names the indicator. It also does if the section names the indicator's beginning
// followed by a star, and the file states no unit itself.
func (s *section) namesIndicator(id, stated string) bool {
	for _, name := range s.Of {
		begin, open := strings.CutSuffix(name, "*")
		switch {
		case unit.Fold(name) == unit.Fold(id):
		case open && stated == "" && strings.HasPrefix(unit.Fold(id), unit.Fold(begin)):
		case open && strings.HasPrefix(unit.Fold(id), unit.Fold(begin)):
			s.found[name] = true
			continue
		default:
			continue
		}
		s.found[name] = true
		return true
	}
	return false
}

// describeUnit returns an indicator's unit and what it is already divided by. The plan
// decides if it names the indicator or names none; otherwise the file does. The plan may
// name the indicator as the file does or as it is called after renaming.
func (p *pass) describeUnit(id, renamed, stated string) (unit, per string, planned bool) {
	unit = stated
	for _, s := range p.of {
		s.seen[id] = true
		if s.Unit == "" && s.Per == "" {
			continue
		}
		if len(s.Of) == 0 {
			if s.Unit != "" && !slices.Contains(p.taken[s], id) {
				p.taken[s] = append(p.taken[s], id)
			}
		} else if !s.namesIndicator(id, stated) &&
			(renamed == id || !s.namesIndicator(renamed, stated)) {
			continue
		}
		if s.Unit != "" {
			unit, planned = s.Unit, true
		}
		per = cmp.Or(per, s.Per)
	}
	return unit, per, planned
}

// tellUnnamed reports sections whose unit applied to several indicators without naming
// them. The plan must say which.
//
// Accounts need no names: the amounts of a table's accounts are in one unit.
func (p *pass) tellUnnamed(s *sink, accounts map[string]bool) {
	for _, of := range p.of {
		isOther := func(id string) bool { return !accounts[id] }
		if taken := p.taken[of]; len(taken) > 1 && slices.ContainsFunc(taken, isOther) {
			s.tellProblem(BadMapping, 0, "", of.Unit,
				unitOfWhich.With(of.number, table.ListSome(taken), table.Shorten(taken[0])))
		}
	}
}

// maxName bounds an indicator's name, because it is repeated wherever its figures are.
const maxName = 1000

// boundName returns an indicator's name, and reports one that is too long.
func (s *sink) boundName(id string) string {
	if len(id) <= maxName {
		return id
	}
	s.tellProblem(TooLarge, 0, "", id, nameTooLong.With(table.Shorten(id), maxName))
	return table.Shorten(id)
}

// bringToUnit sets an indicator's unit to the form that its figures are kept in, and
// returns how to convert them.
func (s *sink) bringToUnit(ind *Indicator) unit.Unit {
	u := unit.Parse(ind.Unit)
	s.tellMention(ind.Unit, u)
	ind.Unit, ind.UnitGiven = u.Text, u.Given
	if ind.Per == "" && u.PerPerson {
		ind.Per = s.options.Population
	}
	return u
}
