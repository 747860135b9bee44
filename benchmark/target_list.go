package benchmark

import (
	"context"
	"strings"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// ownList is the unweighted mean of the municipalities that are named, by code
// or name with commas between; the one compared is never in it. It is a text
// and not a list so that rules can be compared.
type ownList string

func parseList(parameter string) (TargetRule, bool) {
	names := strings.Split(parameter, ",")
	for i, name := range names {
		names[i] = strings.TrimSpace(name)
		if names[i] == "" {
			return nil, false
		}
	}
	return ownList(strings.Join(names, ",")), true
}

func (o ownList) names() lang.List { return strings.Split(string(o), ",") }

func (o ownList) String() string { return "list:" + string(o) }

func (o ownList) In(l lang.Language) string { return ruleList.With(o.names()).In(l) }

func (o ownList) on(_ context.Context, c *comparison) finder {
	listed := map[int]bool{}
	var all figureSum
	for _, name := range o.names() {
		if m, ok := c.data.Find(name); ok && !listed[m] {
			listed[m] = true
			all.add(c.now.unit[m])
		}
	}
	return func(m int) level {
		if listed[m] {
			return all.without(c.now.unit[m])
		}
		return all.mean()
	}
}

func (o ownList) misfits(d *dataset.Dataset) (list []lang.Message) {
	seen := map[int]bool{}
	for _, name := range o.names() {
		m, ok := d.Find(name)
		switch {
		case !ok:
			list = append(list, unknownInList.With(name, d.Suggest(name)))
		case seen[m]:
			list = append(list, twiceInList.With(d.Municipalities()[m].Name))
		}
		seen[m] = ok || seen[m]
	}
	return list
}
