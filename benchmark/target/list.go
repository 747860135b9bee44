package target

import (
	"context"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// namedList is the unweighted mean of some municipalities, without the one compared. It has
// their codes or names with commas between them. It is a string, and not a slice, so that
// two rules can be compared by ==.
type namedList string

func parseList(parameter string) (Rule, bool) {
	names := strings.Split(parameter, ",")
	for i, name := range names {
		names[i] = strings.TrimSpace(name)
		if names[i] == "" {
			return nil, false
		}
	}
	return namedList(strings.Join(names, ",")), true
}

func (list namedList) splitNames() lang.List { return strings.Split(string(list), ",") }

func (list namedList) String() string { return "list:" + string(list) }

func (list namedList) In(l lang.Language) string { return ruleList.With(list.splitNames()).In(l) }

func (list namedList) prepare(_ context.Context, a Area) (Finder, error) {
	unit, _ := a.Figures()
	listed := map[int]bool{}
	var all figureSum
	for _, name := range list.splitNames() {
		if m, ok := a.Register().Find(name); ok && !listed[m] {
			listed[m] = true
			all.add(unit[m])
		}
	}
	return func(m int) Level {
		if listed[m] {
			return all.computeMeanWithout(unit[m])
		}
		return all.computeMean()
	}, nil
}

func (list namedList) check(data Register) (messages []lang.Message) {
	seen := map[int]bool{}
	for _, name := range list.splitNames() {
		m, ok := data.Find(name)
		switch {
		case !ok:
			messages = append(messages, unknownInList.With(name, data.Suggest(name)))
		case seen[m]:
			messages = append(messages, twiceInList.With(data.Municipalities()[m].Name))
		}
		seen[m] = ok || seen[m]
	}
	return messages
}
