package dataset

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
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
	name      string                     // in an object of several
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
		Index json.RawMessage     `json:"index"`
		Label map[string]string   `json:"label"`
		Unit  map[string]statUnit `json:"unit"`
	} `json:"category"`
}

// readJSON reads a JSON-stat file: its data sets one by one, as if each were a
// file.
func (r *reader) readJSON(ctx context.Context, text string) error {
	r.table.Layout, r.table.DecimalMark = "json-stat", '.'
	var top any = &map[string]json.RawMessage{}
	if strings.HasPrefix(strings.TrimLeft(text, " \t\r\n"), "[") {
		top = &[]json.RawMessage{}
	}
	if err := json.Unmarshal([]byte(text), top); err != nil {
		r.badJSON(text, err)
		return nil
	}
	if key, at := repeatedKey(text); at >= 0 {
		r.problem(BadTable, lineOf(text, at), "", key, keyTwice.With(table.Shorten(key)))
		return nil
	}
	problems := r.told()
	var sets []*statDataset
	switch top := top.(type) {
	case *map[string]json.RawMessage:
		sets = r.findStat("", *top, []byte(text), 0)
	case *[]json.RawMessage:
		sets = r.findStatItems(*top, 0)
	}
	if len(sets) == 0 && r.told() == problems {
		r.problem(UnknownLayout, 0, "", "", notJSONStat.With())
	}
	file := r.table
	for i, set := range sets {
		in := r
		if i > 0 {
			in = r.next(file.Source)
			in.table = file
		}
		if len(sets) > 1 {
			in.table.Source = file.Source + ", " + nameOfStat(sets, i)
			in.sourceNames[in.source-1] = in.table.Source
		}
		if err := in.readStatDataset(ctx, set, len(sets) > 1); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// nameOfStat tells a data set from the others in its file.
func nameOfStat(sets []*statDataset, i int) string {
	name := cmp.Or(sets[i].name, sets[i].Label)
	if name == "" || slices.ContainsFunc(sets[:i], func(s *statDataset) bool { return cmp.Or(s.name, s.Label) == name }) {
		name = strings.TrimSpace(name + " " + strconv.Itoa(i+1))
	}
	return name
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
	r.problem(BadTable, line, "", "", brokenJSON.With(table.Shorten(what)))
}

// maxNesting bounds collections in collections.
const maxNesting = 8

// findStat returns the data sets in an object: itself, those of a collection, or
// data sets by name.
func (r *reader) findStat(name string, object map[string]json.RawMessage, raw []byte, depth int) (sets []*statDataset) {
	if depth > maxNesting {
		return nil
	}
	if object["dimension"] == nil && object["link"] == nil {
		for _, key := range slices.Sorted(maps.Keys(object)) {
			var inner map[string]json.RawMessage
			if !isObject(object[key]) || json.Unmarshal(object[key], &inner) != nil || inner["dimension"] == nil {
				continue
			}
			sets = append(sets, r.findStat(key, inner, object[key], depth+1)...)
		}
		return sets
	}
	spelled := map[string]bool{} // in small letters, for either is read
	for _, key := range slices.Sorted(maps.Keys(object)) {
		if spelled[strings.ToLower(key)] {
			r.problem(BadTable, 0, "", key, keyTwice.With(table.Shorten(key)))
			return nil
		}
		spelled[strings.ToLower(key)] = true
	}
	set := &statDataset{name: name}
	if err := json.Unmarshal(raw, set); err != nil {
		r.badJSON(string(raw), err)
		return nil
	}
	if len(set.Dimension) > 0 {
		return []*statDataset{set}
	}
	for _, relation := range slices.Sorted(maps.Keys(set.Link)) {
		var items []json.RawMessage
		if json.Unmarshal(set.Link[relation], &items) != nil {
			continue
		}
		sets = append(sets, r.findStatItems(items, depth)...)
		if relation == "item" {
			r.tellElsewhere(items)
		}
	}
	return sets
}

// findStatItems returns the data sets in a list of them.
func (r *reader) findStatItems(items []json.RawMessage, depth int) (sets []*statDataset) {
	for _, item := range items {
		var inner map[string]json.RawMessage
		if isObject(item) && json.Unmarshal(item, &inner) == nil && (inner["dimension"] != nil || inner["link"] != nil) {
			sets = append(sets, r.findStat("", inner, item, depth+1)...)
		}
	}
	return sets
}

// tellElsewhere reports the data sets that a collection only says the address
// of.
func (r *reader) tellElsewhere(items []json.RawMessage) {
	var elsewhere []string
	for _, item := range items {
		var set statDataset
		if isObject(item) && json.Unmarshal(item, &set) == nil && set.Href != "" && len(set.Dimension) == 0 && len(set.Link) == 0 {
			elsewhere = append(elsewhere, set.Href)
		}
	}
	if len(elsewhere) == 0 {
		return
	}
	kind := NotThere
	if len(elsewhere) == len(items) {
		kind = NoData
	}
	r.problem(kind, 0, "", elsewhere[0], statElsewhere.With(table.ListSome(elsewhere)))
}

func isObject(raw json.RawMessage) bool { return len(raw) > 0 && raw[0] == '{' }

var leadingTable = regexp.MustCompile(`^([A-Za-z]{0,6}\d{1,6}[A-Za-z]?):`)

// readStatDataset reads one data set, one of several or not.
func (r *reader) readStatDataset(ctx context.Context, set *statDataset, several bool) error {
	if set.ID == nil { // version 1
		json.Unmarshal(set.Dimension["id"], &set.ID)
		json.Unmarshal(set.Dimension["size"], &set.Size)
		json.Unmarshal(set.Dimension["role"], &set.Role)
	}
	c := &table.Table{Title: set.Label, Publisher: set.Source, Marks: unit.EnglishMarks(), Name: set.Extension.PX.TableID}
	if found := leadingTable.FindStringSubmatch(set.Label); c.Name == "" && found != nil {
		c.Name = found[1]
	}
	if c.Name == "" && set.name != "dataset" {
		c.Name = set.name
	}
	if c.Name == "" && several { // then they have no other name apart from each other
		c.Name = set.Label
	}
	total := 1.0
	wrong := func(m lang.Message) error { r.problem(BadTable, 0, "", "", m); return nil }
	if len(set.ID) == 0 || len(set.ID) != len(set.Size) {
		return wrong(statNoOrder.With(len(set.ID), len(set.Size)))
	}
	for i, id := range set.ID {
		if slices.Contains(set.ID[:i], id) {
			return wrong(variableTwice.With(table.Shorten(id)))
		}
		v, message := set.variable(id)
		if message.Phrase != (lang.Phrase{}) {
			return wrong(message)
		}
		size, err := strconv.Atoi(strings.Trim(string(set.Size[i]), `" `))
		if err != nil || size != len(v.Values) {
			return wrong(statSizeMisfit.With(table.Shorten(id), len(v.Values), table.Shorten(string(set.Size[i]))))
		}
		total *= float64(size)
		if v.Role == table.Contents && size == 1 && c.Name == "" { // Statistics Denmark's only name of the table
			c.Name, c.Unit = v.Values[0].Code, v.Values[0].Unit
			continue
		}
		c.Variables = append(c.Variables, v)
	}
	if total > math.MaxInt64/2 {
		return wrong(tooManyCombinations.With())
	}
	cells, message := statCells(set.Value, total)
	if message.Phrase != (lang.Phrase{}) {
		return wrong(message)
	}
	c.Cells = func(use func(c *table.Cell) bool) {
		at := make([]int32, len(c.Variables))
		cell := table.Cell{At: at}
		cells(func(position int, text string) bool {
			for i := len(at) - 1; i >= 0; i-- {
				n := len(c.Variables[i].Values)
				at[i] = int32(position % n)
				position /= n
			}
			cell.Text = text
			return use(&cell)
		})
	}
	return r.readCube(ctx, c)
}
