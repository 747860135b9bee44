package benchmark

import (
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// targetRules writes the rules that rows have targets under, in words.
func (j *jsonWriter) targetRules(rules []string) {
	j.list("target_rules", func() {
		for _, text := range rules {
			rule, err := ParseTarget(text)
			if err != nil {
				j.err = err
				return
			}
			j.item(func() {
				j.text("rule", text)
				j.boolean("weighted", isWeighted(rule))
				j.boolean("by_conditions", ByConditions(rule))
				j.text("da", rule.In(lang.Danish))
				j.text("en", rule.In(lang.English))
			})
		}
	})
}

// targets writes a row's targets under every rule, in the order of rules, each
// as a list without keys: there are more of them than of anything else.
func (j *jsonWriter) targets(rules []string, list []TargetLevel) {
	j.key("targets")
	j.buf = append(j.buf, '[')
	for i, rule := range rules {
		if i > 0 {
			j.buf = append(j.buf, ',')
		}
		k := slices.IndexFunc(list, func(t TargetLevel) bool { return t.Rule == rule })
		switch {
		case k < 0: // another area's own rule
			j.buf = append(j.buf, "null"...)
		case list[k].Missing != "":
			j.buf = strconv.AppendQuote(j.buf, string(list[k].Missing))
		default:
			j.target(&list[k])
		}
	}
	j.buf = append(j.buf, ']')
}

// target writes the level, how many it is made of, and what else there is to say
// of it.
func (j *jsonWriter) target(t *TargetLevel) {
	j.buf = append(j.buf, '[')
	j.float(t.Level)
	j.buf = append(j.buf, ',')
	j.buf = strconv.AppendInt(j.buf, int64(t.N), 10)
	if t.DecidedBy != "" || len(t.NotPositive) > 0 {
		j.buf = append(j.buf, ',', '{')
		j.first = true
		j.textOrNull("decided_by", t.DecidedBy)
		j.texts("not_positive", t.NotPositive)
		j.buf = append(j.buf, '}')
		j.first = false
	}
	j.buf = append(j.buf, ']')
}

// plainText says whether a text is its own JSON but for the quotation marks, as
// nearly all are.
func plainText(text string) bool {
	for i := range len(text) {
		if !plainBytes[text[i]] {
			return false
		}
	}
	return true
}

// plainBytes are those that stand for themselves in JSON.
var plainBytes = func() (plain [256]bool) {
	for c := ' '; c <= '~'; c++ {
		plain[c] = !strings.ContainsRune("\"\\<>&", c)
	}
	return plain
}()

func (j *jsonWriter) boolean(key string, v bool) {
	j.key(key)
	j.buf = strconv.AppendBool(j.buf, v)
}
