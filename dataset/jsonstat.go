package dataset

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/lang"
	"golang.org/x/text/unicode/norm"
)

// JSON-stat is read in version 1, where an object has data sets by name and
// the order of the variables stands among the variables, and in version 2,
// where a data set stands alone or in a collection (https://json-stat.org).

// isJSON says whether a text begins as JSON does.
func isJSON(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n")
	return strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[")
}

// statDataset is a data set as either version writes it.
type statDataset struct {
	Class     string                     `json:"class"`
	Label     string                     `json:"label"`
	Source    string                     `json:"source"`
	ID        []string                   `json:"id"`
	Size      []json.RawMessage          `json:"size"`
	Role      statRole                   `json:"role"`
	Dimension map[string]json.RawMessage `json:"dimension"`
	Value     json.RawMessage            `json:"value"`
	Href      string                     `json:"href"`
	Link      map[string]json.RawMessage `json:"link"`
	Extension struct {
		PX struct {
			TableID string `json:"tableid"`
		} `json:"px"`
	} `json:"extension"`
}

type statRole struct {
	Time   []string `json:"time"`
	Geo    []string `json:"geo"`
	Metric []string `json:"metric"`
}

type statDimension struct {
	Label    string `json:"label"`
	Category struct {
		Index json.RawMessage   `json:"index"`
		Label map[string]string `json:"label"`
		Unit  map[string]struct {
			Base  string `json:"base"`
			Label string `json:"label"`
		} `json:"unit"`
	} `json:"category"`
}

// readJSON reads a JSON-stat file.
func (r *reader) readJSON(ctx context.Context, text string) error {
	r.table.Layout, r.table.DecimalMark = "json-stat", '.'
	var top map[string]json.RawMessage
	if err := json.Unmarshal([]byte(text), &top); err != nil {
		r.badJSON(text, err)
		return nil
	}
	rows, problems := r.table.Rows, r.told()
	if err := r.readStat(ctx, "", top, []byte(text), 0); err != nil {
		return err
	}
	if r.table.Rows == rows && r.told() == problems {
		r.problem(UnknownLayout, 0, "", "", notJSONStat.With())
	}
	return nil
}

// badJSON reports what is wrong with the file as JSON.
func (r *reader) badJSON(text string, err error) {
	line, what := 0, err.Error()
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		line = lineOf(text, int(min(max(0, syntax.Offset), int64(len(text)))))
	}
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		r.problem(UnknownLayout, 0, "", wrong.Field, notJSONStat.With())
		return
	}
	r.problem(BadTable, line, "", "", brokenJSON.With(shorten(what)))
}

// maxNesting bounds collections in collections.
const maxNesting = 8

// readStat reads an object: a data set, a collection of them, or data sets by
// name.
func (r *reader) readStat(ctx context.Context, name string, object map[string]json.RawMessage, raw []byte, depth int) error {
	if depth > maxNesting || ctx.Err() != nil {
		return ctx.Err()
	}
	if object["dimension"] == nil && object["link"] == nil {
		for _, key := range slices.Sorted(maps.Keys(object)) {
			var inner map[string]json.RawMessage
			if !isObject(object[key]) || json.Unmarshal(object[key], &inner) != nil || inner["dimension"] == nil {
				continue
			}
			if err := r.readStat(ctx, key, inner, object[key], depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	var set statDataset
	if err := json.Unmarshal(raw, &set); err != nil {
		r.badJSON(string(raw), err)
		return nil
	}
	if len(set.Dimension) > 0 {
		return r.readStatDataset(ctx, name, &set)
	}
	for _, relation := range slices.Sorted(maps.Keys(set.Link)) {
		var items []json.RawMessage
		if json.Unmarshal(set.Link[relation], &items) != nil {
			continue
		}
		var elsewhere []string
		for _, item := range items {
			var inner map[string]json.RawMessage
			if !isObject(item) || json.Unmarshal(item, &inner) != nil {
				continue
			}
			if inner["dimension"] == nil && inner["link"] == nil {
				var set statDataset
				if json.Unmarshal(item, &set) == nil && set.Href != "" {
					elsewhere = append(elsewhere, set.Href)
				}
				continue
			}
			if err := r.readStat(ctx, "", inner, item, depth+1); err != nil {
				return err
			}
		}
		if len(elsewhere) > 0 && relation == "item" {
			kind := NotThere
			if len(elsewhere) == len(items) {
				kind = NoData
			}
			r.problem(kind, 0, "", elsewhere[0], statElsewhere.With(some(elsewhere)))
		}
	}
	return nil
}

func isObject(raw json.RawMessage) bool { return len(raw) > 0 && raw[0] == '{' }

var leadingTable = regexp.MustCompile(`^([A-Za-z]{0,6}\d{1,6}[A-Za-z]?):`)

// readStatDataset reads one data set.
func (r *reader) readStatDataset(ctx context.Context, name string, set *statDataset) error {
	if set.ID == nil { // version 1
		if raw, ok := set.Dimension["id"]; ok {
			json.Unmarshal(raw, &set.ID)
			json.Unmarshal(set.Dimension["size"], &set.Size)
			json.Unmarshal(set.Dimension["role"], &set.Role)
		}
	}
	c := &cube{title: set.Label, publisher: set.Source, marks: marks{'.', ','}, table: set.Extension.PX.TableID}
	if found := leadingTable.FindStringSubmatch(set.Label); c.table == "" && found != nil {
		c.table = found[1]
	}
	if c.table == "" && name != "dataset" {
		c.table = name
	}
	total := 1.0
	wrong := func(m lang.Message) error { r.problem(BadTable, 0, "", "", m); return nil }
	if len(set.ID) == 0 || len(set.ID) != len(set.Size) {
		return wrong(statNoOrder.With(len(set.ID), len(set.Size)))
	}
	for i, id := range set.ID {
		if slices.Contains(set.ID[:i], id) {
			return wrong(variableTwice.With(shorten(id)))
		}
		v, message := set.variable(id)
		if message.Phrase != (lang.Phrase{}) {
			return wrong(message)
		}
		size, err := strconv.Atoi(strings.Trim(string(set.Size[i]), `" `))
		if err != nil || size != len(v.Values) {
			return wrong(statSizeMisfit.With(shorten(id), len(v.Values), shorten(string(set.Size[i]))))
		}
		total *= float64(size)
		if v.Role == Contents && size == 1 && c.table == "" { // Statistics Denmark's only name of the table
			c.table, c.unit = v.Values[0].Code, v.Values[0].Unit
			continue
		}
		c.variables = append(c.variables, v)
	}
	if total > math.MaxInt64/2 {
		return wrong(tooManyCombinations.With())
	}
	cells, message := statCells(set.Value, total)
	if message.Phrase != (lang.Phrase{}) {
		return wrong(message)
	}
	c.cells = func(use func(at []int32, text string, line int) bool) {
		at := make([]int32, len(c.variables))
		cells(func(position int, text string) bool {
			for i := len(at) - 1; i >= 0; i-- {
				n := len(c.variables[i].Values)
				at[i] = int32(position % n)
				position /= n
			}
			return use(at, text, 0)
		})
	}
	return r.readCube(ctx, c)
}

// variable returns a dimension as a variable.
func (set *statDataset) variable(id string) (v Variable, wrong lang.Message) {
	raw, ok := set.Dimension[id]
	var d statDimension
	if !ok || json.Unmarshal(raw, &d) != nil {
		return v, statNoDimension.With(shorten(id))
	}
	v = Variable{Code: norm.NFC.String(id), Label: norm.NFC.String(d.Label)}
	switch {
	case slices.Contains(set.Role.Time, id):
		v.Role = Time
	case slices.Contains(set.Role.Geo, id):
		v.Role = Geography
	case slices.Contains(set.Role.Metric, id):
		v.Role = Contents
	}
	codes, ok := d.codes()
	if !ok {
		return v, statNoIndex.With(shorten(id))
	}
	seen := make(map[string]bool, len(codes))
	for _, code := range codes {
		if seen[code] {
			return v, valueTwice.With(shorten(code), shorten(id))
		}
		seen[code] = true
		value := Value{Code: norm.NFC.String(code), Label: norm.NFC.String(strings.TrimSpace(d.Category.Label[code]))}
		if u, ok := d.Category.Unit[code]; ok {
			if value.Unit = u.Label; value.Unit == "" {
				value.Unit = u.Base
			}
		}
		v.Values = append(v.Values, value)
	}
	return v, lang.Message{}
}

// codes returns the categories' codes in their order: a list, an object of
// positions, or the only one there is a label for.
func (d *statDimension) codes() ([]string, bool) {
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
		for i, item := range list { // some write 2024 for "2024"
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

// statCells returns a walk over the values: a list of all, or an object of
// some by their position.
func statCells(raw json.RawMessage, total float64) (walk func(func(position int, text string) bool), wrong lang.Message) {
	if len(raw) == 0 || raw[0] != '[' && raw[0] != '{' {
		return nil, statNoValue.With()
	}
	if raw[0] == '[' {
		n := 0
		eachValue(raw, func(string) bool { n++; return true })
		if float64(n) != total {
			return nil, cellCount.With(n, total)
		}
		return func(use func(int, string) bool) {
			i := -1
			eachValue(raw, func(text string) bool { i++; return use(i, text) })
		}, lang.Message{}
	}
	var sparse map[string]json.RawMessage
	if err := json.Unmarshal(raw, &sparse); err != nil {
		return nil, statNoValue.With()
	}
	positions := make([]int, 0, len(sparse))
	texts := make(map[int]string, len(sparse))
	for key, value := range sparse {
		p, err := strconv.Atoi(key)
		if err != nil || p < 0 || float64(p) >= total {
			return nil, outsideTable.With(shorten(key), total)
		}
		positions = append(positions, p)
		eachValue(append(append([]byte("["), value...), ']'), func(text string) bool { texts[p] = text; return false })
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

// eachValue calls use with each value of a list, which is known to be JSON:
// null is empty, and what is neither a number nor a text is as it stands.
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
