package benchmark

import (
	"slices"

	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/lang"
)

// targetRules writes the rules that rows have targets under, in words.
func (j jsonWriter) targetRules(rules []string) {
	j.Key("target_rules").Lines(func() {
		for _, text := range rules {
			rule, err := target.Parse(text)
			if err != nil {
				j.Fail(err)
				return
			}
			j.Object(func() {
				j.Key("rule").Text(text)
				j.Key("weighted").Bool(target.Weighted(rule))
				j.Key("by_conditions").Bool(target.ByConditions(rule))
				j.Key("da").Text(rule.In(lang.Danish))
				j.Key("en").Text(rule.In(lang.English))
			})
		}
	})
}

// targets writes a row's targets under every rule, in the order of rules, each
// as a list without keys: there are more of them than of anything else.
func (j jsonWriter) targets(rules []string, list []TargetLevel) {
	j.Key("targets").List(func() {
		for _, rule := range rules {
			k := slices.IndexFunc(list, func(t TargetLevel) bool { return t.Rule == rule })
			switch {
			case k < 0: // another area's own rule
				j.Null()
			case list[k].Missing != "":
				j.Text(string(list[k].Missing))
			default:
				j.target(&list[k])
			}
		}
	})
}

// target writes the level, how many it is made of, and what else there is to say
// of it.
func (j jsonWriter) target(t *TargetLevel) {
	j.List(func() {
		j.Number(t.Level)
		j.Int(t.N)
		if t.DecidedBy != "" || len(t.NotPositive) > 0 {
			j.Object(func() {
				j.Key("decided_by").TextOrNull(t.DecidedBy)
				j.Key("not_positive").Texts(t.NotPositive)
			})
		}
	})
}
