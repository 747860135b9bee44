package statbank

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/internal/sysreason"
	"github.com/raaderum/raaderum/lang"
)

// Request says what is wanted of a table. A variable that no selection names is asked for
// as its total, or left out if LeaveOut says so and the table allows it.
type Request struct {
	Table string
	Years []int

	// Period is the part of each year, "K1" of a quarterly table. Empty means all
	// that the table has of the year.
	Period string

	// Latest says that if the table lacks the last of the years, the latest before it is
	// asked for too. Years that lack some of their parts do not count.
	Latest bool

	Select []Selection

	// LeaveOut says that variables which no selection names are left out if the table
	// allows it. Otherwise their totals are asked for.
	LeaveOut bool
}

// Selection names values of a variable.
type Selection struct {
	// Variable is the variable's ID. Empty means the variable that has most of the values.
	// The variable of municipalities is found that way.
	Variable string

	// Values are codes. A code such as ">=80" stands for all codes that are numbers of at
	// least 80. "*" stands for the total, or for all codes if there is none. Without values
	// nothing is chosen.
	Values []string

	// Optional says that the selection is passed over if the table lacks the variable.
	Optional bool

	// MayLack says that values which the table lacks are passed over, unless it lacks all.
	// The query tells them in Lacks.
	MayLack bool
}

// Query is a request in the terms of its table, as it is posted to the
// interface.
type Query struct {
	Table             string `json:"table"`
	Format            string `json:"format"` // "CSV", or "BULK" for more cells than CSV may have
	Lang              string `json:"lang"`
	ValuePresentation string `json:"valuePresentation"`
	Delimiter         string `json:"delimiter"`
	Variables         []Part `json:"variables"`

	// Lacks are the values that were passed over because the table lacks them: see
	// [Selection].
	Lacks []Part `json:"-"`
}

// Part is a variable of a [Query] with the values asked for.
type Part struct {
	Code   string   `json:"code"`
	Values []string `json:"values"`
}

// The formats that are asked for. BULK has no bound on the number of cells.
const (
	formatCSV  = "CSV"
	formatBulk = "BULK"
)

// maxCells is how many cells the interface gives in other formats than BULK.
const maxCells = 1_000_000

// Cells returns how many figures the query asks for. 2⁴⁰ stands for any more.
func (q *Query) Cells() int64 {
	const most = 1 << 40
	n := int64(1)
	for _, p := range q.Variables {
		n = min(n*int64(len(p.Values)), most)
	}
	return n
}

// Query checks the request against the table. Everything that the table lacks is told, in
// an error of type [Errors].
func (t *Table) Query(r Request) (*Query, error) {
	b := queryBuilder{table: t, request: r, wanted: make([][]string, len(t.Variables))}
	b.chooseValues()
	b.addVariables()
	if len(b.errs) == 0 && b.query.Cells() > maxCells {
		b.query.Format = formatBulk
		b.addLeftOut()
	}
	if len(b.errs) > 0 {
		return nil, b.errs
	}
	return &b.query, nil
}

// queryBuilder makes a query of a request.
type queryBuilder struct {
	table   *Table
	request Request
	wanted  [][]string  // the values chosen of each variable of the table
	leftOut []*Variable // the variables that the query does not name
	lacks   []Part      // what was passed over
	query   Query
	errs    Errors
}

func (b *queryBuilder) fail(kind Kind, variable string, m lang.Message) {
	e := &Error{Kind: kind, Table: b.table.ID, URL: b.table.url, Variable: variable, message: m}
	b.errs = append(b.errs, e)
}

// chooseValues finds what the selections name.
func (b *queryBuilder) chooseValues() {
	t := b.table
	places := t.findPlaces(b.request.Select)
	for _, s := range b.request.Select {
		i := t.find(s)
		switch {
		case len(s.Values) == 0, i < 0 && s.Optional:
			continue // the selection is passed over
		case i >= 0 && i == places && s.Variable != "":
			b.fail(UnknownVariable, s.Variable, namesPlaces.With(s.Variable))
			continue
		case i < 0 && t.isTime(s.Variable):
			b.fail(UnknownVariable, s.Variable, namesTime.With(s.Variable))
			continue
		case i < 0 && s.Variable == "":
			first, last := s.Values[0], s.Values[len(s.Values)-1]
			b.fail(UnknownVariable, "", noSuchPlace.With(first, last, lang.List(t.names())))
			continue
		case i < 0:
			m := noVariable.With(s.Variable, t.suggest(s), lang.List(t.names()))
			b.fail(UnknownVariable, s.Variable, m)
			continue
		}
		v := &t.Variables[i]
		if slices.Equal(s.Values, []string{everything}) && v.Elimination && v.findTotal() == "" {
			continue // left out, it is the same
		}
		values, missing := v.pick(s.Values)
		switch {
		case len(missing) == 0:
		case s.MayLack && len(values) > 0:
			b.lacks = append(b.lacks, Part{v.ID, missing})
		default:
			b.failMissing(v, missing)
		}
		for _, value := range values {
			if !slices.Contains(b.wanted[i], value) {
				b.wanted[i] = append(b.wanted[i], value)
			}
		}
	}
}

// failMissing tells the first values that a variable lacks, and how many there are.
func (b *queryBuilder) failMissing(v *Variable, missing []string) {
	const most = 5
	for _, m := range missing[:min(most, len(missing))] {
		if strings.HasPrefix(m, atLeast) {
			b.fail(UnknownValue, v.ID, noneMatch.With(v.ID, m))
		} else {
			b.fail(UnknownValue, v.ID, noValue.With(v.ID, m, v.suggest(m)))
		}
	}
	if more := len(missing) - most; more > 0 {
		b.fail(UnknownValue, v.ID, moreValues.With(v.ID, more))
	}
}

// addVariables adds the variables and their values to the query: those that were chosen,
// the total, or nothing if the table allows it.
func (b *queryBuilder) addVariables() {
	b.query = Query{
		Table: b.table.ID, Format: formatCSV,
		Lang: "da", ValuePresentation: "Code", Delimiter: "Semicolon",
		Lacks: b.lacks,
	}
	for i := range b.table.Variables {
		v := &b.table.Variables[i]
		values := b.wanted[i]
		mayLeaveOut := b.request.LeaveOut && v.Elimination
		switch {
		case v.Time:
			periods, wrong, ok := v.findPeriods(b.request)
			if !ok {
				b.fail(UnknownYear, v.ID, wrong)
			}
			values = periods
		case values == nil && v.findTotal() != "" && !mayLeaveOut:
			values = []string{v.findTotal()}
		case values == nil && v.Elimination:
			b.leftOut = append(b.leftOut, v)
			continue
		case values == nil && len(b.errs) == 0:
			b.failNoTotal(v)
		}
		b.query.Variables = append(b.query.Variables, Part{v.ID, values})
	}
}

// addLeftOut asks for the totals of the variables that were left out, because BULK needs
// values of every variable.
func (b *queryBuilder) addLeftOut() {
	for _, v := range b.leftOut {
		if total := v.findTotal(); total != "" {
			b.query.Variables = append(b.query.Variables, Part{v.ID, []string{total}})
		} else {
			b.failNoTotal(v)
		}
	}
}

// failNoTotal tells that values of a variable must be chosen, and some of those that it
// has.
func (b *queryBuilder) failNoTotal(v *Variable) {
	some := lang.List(v.codes()[:min(5, len(v.Values))])
	b.fail(UnknownValue, v.ID, noTotal.With(v.ID, some))
}

// find returns the position of the variable that a selection means, or -1.
func (t *Table) find(s Selection) int {
	if s.Variable != "" {
		return slices.IndexFunc(t.Variables, func(v Variable) bool {
			return strings.EqualFold(v.ID, s.Variable) && !v.Time
		})
	}
	best, most := -1, len(s.Values)/2 // fewer than half may be chance
	for i, v := range t.Variables {
		if found, _ := v.pick(s.Values); !v.Time && len(found) > most {
			best, most = i, len(found)
		}
	}
	return best
}

// findPlaces returns the position of the variable that a selection without a name chooses
// by its values, or -1. Municipalities are chosen that way.
func (t *Table) findPlaces(list []Selection) int {
	for _, s := range list {
		if s.Variable == "" && len(s.Values) > 0 {
			return t.find(s)
		}
	}
	return -1
}

// isTime says whether the variable of time has a name.
func (t *Table) isTime(name string) bool {
	return slices.ContainsFunc(t.Variables, func(v Variable) bool {
		return v.Time && strings.EqualFold(v.ID, name)
	})
}

// Values that stand for several codes.
const (
	atLeast    = ">=" // begins one that stands for all codes of at least some number
	everything = "*"  // stands for the total, or for all codes
)

// pick returns the wanted values that the variable has, in its own order, and those that it
// lacks.
func (v *Variable) pick(wanted []string) (values, missing []string) {
	asked := make(map[string]bool, len(wanted))
	for _, w := range wanted {
		asked[w] = true
	}
	met := make(map[string]bool, len(wanted))
	if total := v.findTotal(); asked[everything] && total != "" {
		asked[total], met[everything] = true, true
	}
	for _, value := range v.Values {
		taken := asked[value.ID]
		if taken {
			met[value.ID] = true
		}
		for _, w := range wanted {
			if bound, ok := strings.CutPrefix(w, atLeast); ok && isAtLeast(value.ID, bound) ||
				w == everything && v.findTotal() == "" {
				taken, met[w] = true, true
			}
		}
		if taken {
			values = append(values, value.ID)
		}
	}
	for _, w := range wanted {
		if !met[w] {
			missing = append(missing, w)
		}
	}
	return values, missing
}

// isAtLeast says whether a code is a number that is at least the bound. A code such as
// "100-" is the number and more.
func isAtLeast(code, bound string) bool {
	n, err := strconv.Atoi(strings.TrimSuffix(code, "-"))
	least, err2 := strconv.Atoi(bound)
	return err == nil && err2 == nil && n >= least
}

// findTotal returns the code of the value that is the sum of the others, or "". The
// StatBank usually gives it one of two codes. If there is neither, the total is the only
// value whose text ends in "i alt".
func (v *Variable) findTotal() string {
	var named []string
	for _, value := range v.Values {
		if value.ID == "TOT" || value.ID == "IALT" {
			return value.ID
		}
		if strings.HasSuffix(" "+strings.ToLower(value.Text), " i alt") {
			named = append(named, value.ID)
		}
	}
	if len(named) == 1 {
		return named[0]
	}
	return ""
}

// suggest returns the variables nearest to one that the table lacks. It goes by the name,
// or else by the values.
func (t *Table) suggest(s Selection) lang.Suggestion {
	near := lang.Suggest(s.Variable, t.names())
	if i := t.find(Selection{Values: s.Values}); len(near) == 0 && i >= 0 {
		near = lang.Suggestion{t.Variables[i].ID}
	}
	return near
}

// suggest returns the values nearest to a code that the variable lacks, each with its text.
func (v *Variable) suggest(code string) lang.Suggestion {
	near := lang.Suggest(code, v.codes())
	for i, id := range near {
		k := slices.IndexFunc(v.Values, func(value Value) bool { return value.ID == id })
		if text := sysreason.Printable(v.Values[k].Text, 60); text != "" && text != id {
			near[i] = fmt.Sprintf("%s %s", id, text)
		}
	}
	return near
}
