package benchmark

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// targetRules writes the rules that rows have targets under, in words.
func (j *jsonWriter) targetRules(r *Report) {
	j.list("target_rules", func() {
		for _, text := range r.TargetRules() {
			rule, err := ParseTarget(text)
			if err != nil {
				j.err = err
				return
			}
			j.item(func() {
				j.text("rule", text)
				j.boolean("by_conditions", ByConditions(rule))
				j.text("da", rule.In(lang.Danish))
				j.text("en", rule.In(lang.English))
			})
		}
	})
}

// targets writes a row's targets under every rule.
func (j *jsonWriter) targets(list []TargetLevel) {
	j.key("targets")
	j.buf = append(j.buf, '[')
	for i := range list {
		if i > 0 {
			j.buf = append(j.buf, ',')
		}
		t := &list[i]
		j.object(func() {
			j.text("rule", t.Rule)
			j.number("level", t.Level)
			j.count("n", t.N)
			j.boolean("weighted", t.Weighted)
			j.number("gap_kr", t.GapKr)
			gap := j.buf[bytes.LastIndexByte(j.buf, ':')+1:]
			j.key("headroom_kr")
			if t.HeadroomKr == 0 {
				j.buf = append(j.buf, '0')
			} else { // what the gap is, or missing as it is: its digits need not be found again
				j.buf = append(j.buf, gap...)
			}
			j.text("missing", string(t.Missing))
		})
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
