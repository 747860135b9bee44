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
