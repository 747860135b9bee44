package jsonstat

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
	"golang.org/x/text/unicode/norm"
)

// makeVariable makes a variable of a dimension.
func (set *dataSet) makeVariable(id string) (v table.Variable, wrong lang.Message) {
	raw, ok := set.Dimension[id]
	var d dimension
	if !ok || json.Unmarshal(raw, &d) != nil {
		return v, noDimension.With(table.Shorten(id))
	}
	v = table.Variable{Code: norm.NFC.String(id), Label: norm.NFC.String(d.Label)}
	switch {
	case slices.Contains(set.Role.Time, id):
		v.Role = table.Time
	case slices.Contains(set.Role.Geo, id):
		v.Role = table.Geography
	case slices.Contains(set.Role.Metric, id):
		v.Role = table.Contents
	}
	codes, ok := d.listCodes()
	if !ok {
		return v, noIndex.With(table.Shorten(id))
	}
	seen := make(map[string]bool, len(codes))
	for _, code := range codes {
		if seen[code] {
			return v, valueTwice.With(table.Shorten(code), table.Shorten(id))
		}
		seen[code] = true
		value := table.Value{Code: norm.NFC.String(code),
			Label: norm.NFC.String(strings.TrimSpace(d.Category.Label[code]))}
		if u, ok := d.Category.Unit[code]; ok {
			value.Unit, wrong = u.format()
			if wrong.Phrase != (lang.Phrase{}) && !set.unitKnown {
				return v, wrong
			}
		}
		v.Values = append(v.Values, value)
	}
	return v, lang.Message{}
}

// listCodes returns the codes of the categories in order. The file gives them as a list, as
// an object with their positions, or as a single label.
func (d *dimension) listCodes() ([]string, bool) {
	raw := d.Category.Index
	switch {
	case len(raw) == 0 || string(raw) == "null":
		return slices.Collect(maps.Keys(d.Category.Label)), len(d.Category.Label) == 1
	case raw[0] == '[':
		var list []json.RawMessage
		if json.Unmarshal(raw, &list) != nil {
			return nil, false
		}
		codes := make([]string, len(list))
		for i, item := range list { // some programs write 2024 for "2024"
			if json.Unmarshal(item, &codes[i]) != nil {
				codes[i] = string(item)
			}
		}
		return codes, len(codes) > 0
	}
	var positions map[string]json.Number
	if json.Unmarshal(raw, &positions) != nil {
		return nil, false
	}
	codes, taken := make([]string, len(positions)), make([]bool, len(positions))
	for code, text := range positions {
		p, err := strconv.Atoi(text.String())
		if err != nil || p < 0 || p >= len(codes) || taken[p] {
			return nil, false
		}
		codes[p], taken[p] = code, true
	}
	return codes, len(codes) > 0
}

// walkCells returns a walk over the values. They are a list of all values, or an object
// that gives some of them by position.
func walkCells(raw json.RawMessage, total float64) (walk func(func(position int,
	text string) bool), wrong lang.Message) {
	if len(raw) == 0 || raw[0] != '[' && raw[0] != '{' {
		return nil, noValue.With()
	}
	if raw[0] == '[' {
		n := 0
		eachValue(raw, func(string) bool { n++; return true })
		if float64(n) != total {
			return nil, table.WrongCount(n, total)
		}
		return func(use func(int, string) bool) {
			i := -1
			eachValue(raw, func(text string) bool { i++; return use(i, text) })
		}, lang.Message{}
	}
	var sparse map[string]json.RawMessage
	if err := json.Unmarshal(raw, &sparse); err != nil {
		return nil, noValue.With()
	}
	positions := make([]int, 0, len(sparse))
	texts := make(map[int]string, len(sparse))
	for key, value := range sparse {
		p, err := strconv.Atoi(key)
		// 00 would be 0 a second time
		if err != nil || p < 0 || float64(p) >= total || strconv.Itoa(p) != key {
			return nil, outsideTable.With(table.Shorten(key), total)
		}
		positions = append(positions, p)
		eachValue(append(append([]byte("["), value...), ']'),
			func(text string) bool { texts[p] = text; return false })
	}
	slices.Sort(positions)
	return func(use func(int, string) bool) {
		for _, p := range positions {
			if !use(p, texts[p]) {
				return
			}
		}
	}, lang.Message{}
}

// eachValue calls use with each value of a list, which must be valid JSON. A null is passed
// as an empty text, and what is neither a number nor a text as it stands.
func eachValue(raw []byte, use func(text string) bool) {
	for i := 1; i < len(raw); {
		switch c := raw[i]; c {
		case ' ', '\t', '\r', '\n', ',':
			i++
			continue
		case ']':
			return
		}
		from, depth, quoted := i, 0, false
	value:
		for ; i < len(raw); i++ {
			switch c := raw[i]; {
			case quoted && c == '\\':
				i++
			case c == '"':
				quoted = !quoted
			case quoted:
			case c == '[' || c == '{':
				depth++
			case depth > 0 && (c == ']' || c == '}'):
				depth--
			case depth == 0 && strings.IndexByte(" \t\r\n,]", c) >= 0:
				break value
			}
		}
		text := string(raw[from:min(i, len(raw))])
		switch {
		case text == "null":
			text = ""
		case text[0] == '"':
			json.Unmarshal([]byte(text), &text)
		}
		if !use(text) {
			return
		}
	}
}
