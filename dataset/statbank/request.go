package statbank

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// Request says what is wanted of a table. A variable that no selection names
// is asked for as its total, or left out where the table allows that.
type Request struct {
	Table    string
	Years    []int
	Period   string // the part of each year, "K1" of a quarterly table; empty: all the table has of the year
	Select   []Selection
	LeaveOut bool // it is left out where the table allows that, and otherwise asked for as its total
}

// Selection names values of a variable.
type Selection struct {
	Variable string // the variable's ID; empty: the one that has the most of the values
	// Values are codes. One such as ">=80" stands for all codes that are numbers
	// of at least that; there may be none but one.
	Values []string
}

// Query is a request in the terms of its table, as it is posted to the
// interface.
type Query struct {
	Table             string `json:"table"`
	Format            string `json:"format"` // "CSV", or "BULK" past the bound on cells
	Lang              string `json:"lang"`
	ValuePresentation string `json:"valuePresentation"`
	Delimiter         string `json:"delimiter"`
	Variables         []Part `json:"variables"`
}

// Part is a variable of a [Query] with the values asked for.
type Part struct {
	Code   string   `json:"code"`
	Values []string `json:"values"`
}

// MaxCells is how many cells the interface gives in other formats than BULK.
const MaxCells = 1_000_000

// Cells returns how many figures the query asks for, 2⁴⁰ standing for any more.
func (q *Query) Cells() int64 {
	const most = 1 << 40
	n := int64(1)
	for _, p := range q.Variables {
		n = min(n*int64(len(p.Values)), most)
	}
	return n
}

// Query holds a request against the table. Everything that the table does not
// have is told, in an error of type [Errors].
func (t *Table) Query(r Request) (*Query, error) {
	var errs Errors
	add := func(kind Kind, variable string, m lang.Message) {
		errs = append(errs, &Error{Kind: kind, Table: t.ID, URL: t.url, Variable: variable, message: m})
	}
	wanted := make([][]string, len(t.Variables))
	places := t.places(r.Select)
	for _, s := range r.Select {
		if len(s.Values) == 0 {
			continue // nothing is chosen, as if the selection were not there
		}
		i := t.find(s)
		if i >= 0 && i == places && s.Variable != "" {
			add(UnknownVariable, s.Variable, namesPlaces.With(s.Variable))
			continue
		}
		if i < 0 {
			if t.isTime(s.Variable) {
				add(UnknownVariable, s.Variable, namesTime.With(s.Variable))
			} else if s.Variable == "" {
				add(UnknownVariable, "", noSuchPlace.With(s.Values[0], s.Values[len(s.Values)-1], lang.List(t.names())))
			} else {
				add(UnknownVariable, s.Variable, noVariable.With(s.Variable, t.suggest(s), lang.List(t.names())))
			}
			continue
		}
		v := &t.Variables[i]
		values, missing := v.pick(s.Values)
		for k, m := range missing {
			const most = 5
			if k == most {
				add(UnknownValue, v.ID, moreValues.With(v.ID, len(missing)-most))
				break
			}
			if strings.HasPrefix(m, atLeast) {
				add(UnknownValue, v.ID, noneMatch.With(v.ID, m))
			} else {
				add(UnknownValue, v.ID, noValue.With(v.ID, m, v.suggest(m)))
			}
		}
		for _, value := range values {
			if !slices.Contains(wanted[i], value) {
				wanted[i] = append(wanted[i], value)
			}
		}
	}
	q := &Query{Table: t.ID, Format: "CSV", Lang: "da", ValuePresentation: "Code", Delimiter: "Semicolon"}
	var leftOut []*Variable
	for i := range t.Variables {
		v := &t.Variables[i]
		switch {
		case v.Time:
			periods, wrong, ok := v.periods(r.Years, r.Period)
			if !ok {
				add(UnknownYear, v.ID, wrong)
			}
			wanted[i] = periods
		case wanted[i] == nil && v.total() != "" && !(r.LeaveOut && v.Elimination):
			wanted[i] = []string{v.total()}
		case wanted[i] == nil && v.Elimination:
			leftOut = append(leftOut, v)
			continue
		case wanted[i] == nil && len(errs) == 0:
			add(UnknownValue, v.ID, noTotal.With(v.ID, lang.List(v.codes()[:min(5, len(v.Values))])))
		}
		q.Variables = append(q.Variables, Part{v.ID, wanted[i]})
	}
	if len(errs) == 0 && q.Cells() > MaxCells {
		q.Format = "BULK"
		for _, v := range leftOut { // BULK must have values of every variable
			if v.total() != "" {
				q.Variables = append(q.Variables, Part{v.ID, []string{v.total()}})
				continue
			}
			add(UnknownValue, v.ID, noTotal.With(v.ID, lang.List(v.codes()[:min(5, len(v.Values))])))
		}
	}
	if len(errs) > 0 {
		return nil, errs
	}
	return q, nil
}

// find returns the position of the variable that a selection means, -1 where
// there is none.
func (t *Table) find(s Selection) int {
	if s.Variable != "" {
		return slices.IndexFunc(t.Variables, func(v Variable) bool { return strings.EqualFold(v.ID, s.Variable) && !v.Time })
	}
	best, most := -1, len(s.Values)/2 // fewer than half is chance
	for i, v := range t.Variables {
		if found, _ := v.pick(s.Values); !v.Time && len(found) > most {
			best, most = i, len(found)
		}
	}
	return best
}

// places is the position of the variable that a selection chooses by its values alone,
// as municipalities are; -1 where none does.
func (t *Table) places(list []Selection) int {
	for _, s := range list {
		if s.Variable == "" && len(s.Values) > 0 {
			return t.find(s)
		}
	}
	return -1
}

// isTime says whether a name is that of the variable of time.
func (t *Table) isTime(name string) bool {
	return slices.ContainsFunc(t.Variables, func(v Variable) bool { return v.Time && strings.EqualFold(v.ID, name) })
}

const atLeast = ">="

// pick returns the variable's values that are wanted, in the variable's order,
// and what it lacks.
func (v *Variable) pick(wanted []string) (values, missing []string) {
	asked := make(map[string]bool, len(wanted))
	for _, w := range wanted {
		asked[w] = true
	}
	met := make(map[string]bool, len(wanted))
	for _, value := range v.Values {
		taken := asked[value.ID]
		if taken {
			met[value.ID] = true
		}
		for _, w := range wanted {
			if bound, ok := strings.CutPrefix(w, atLeast); ok && notBelow(value.ID, bound) {
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

func notBelow(code, bound string) bool {
	n, err := strconv.Atoi(code)
	least, err2 := strconv.Atoi(bound)
	return err == nil && err2 == nil && n >= least
}

// total returns the code of the value that all others add up to, if the
// variable has one by the StatBank's habits.
func (v *Variable) total() string {
	for _, value := range v.Values {
		if value.ID == "TOT" || value.ID == "IALT" {
			return value.ID
		}
	}
	return ""
}

// suggest returns the variables nearest to one that there is none of: by name,
// or failing that by the values.
func (t *Table) suggest(s Selection) lang.Suggestion {
	near := lang.Suggest(s.Variable, t.names())
	if i := t.find(Selection{Values: s.Values}); len(near) == 0 && i >= 0 {
		near = lang.Suggestion{t.Variables[i].ID}
	}
	return near
}

// suggest returns the values nearest to a code that there is none of, each
// with what it is called.
func (v *Variable) suggest(code string) lang.Suggestion {
	near := lang.Suggest(code, v.codes())
	for i, id := range near {
		k := slices.IndexFunc(v.Values, func(value Value) bool { return value.ID == id })
		if text := printable(v.Values[k].Text, 60); text != "" && text != id {
			near[i] = fmt.Sprintf("%s %s", id, text)
		}
	}
	return near
}
