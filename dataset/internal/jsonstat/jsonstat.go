// Package jsonstat reads JSON-stat files.
//
// In version 1 of the format an object holds data sets by name, and the order of the
// variables stands among the variables. In version 2 a data set stands alone or in a
// collection (https://json-stat.org). Both are read.
package jsonstat

import (
	"cmp"
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

// Is says whether a text begins as JSON does.
func Is(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n")
	return strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[")
}

// dataSet is a data set as either version of the format writes it.
type dataSet struct {
	name      string                     // its name among several
	unitKnown bool                       // the unit is known from elsewhere
	Class     string                     `json:"class"`
	Label     string                     `json:"label"`
	Source    string                     `json:"source"`
	ID        []string                   `json:"id"`
	Size      []json.RawMessage          `json:"size"`
	Role      roles                      `json:"role"`
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

type roles struct {
	Time   []string `json:"time"`
	Geo    []string `json:"geo"`
	Metric []string `json:"metric"`
}

type dimension struct {
	Label    string `json:"label"`
	Category struct {
		Index json.RawMessage         `json:"index"`
		Label map[string]string       `json:"label"`
		Unit  map[string]categoryUnit `json:"unit"`
	} `json:"category"`
}

// Set is one of the data sets of a file.
type Set struct {
	Name   string       // tells it from the others; empty if it is the only one
	Table  *table.Table // nil: there is none, and the faults say why
	Faults []table.Fault
}

// Options say how to read a file.
type Options struct {
	// UnitKnown says that the unit of every figure is known from elsewhere. A unit in the
	// file that cannot be read is then no fault.
	UnitKnown bool
}

// Read returns the data sets in the text of a JSON-stat file, and the faults of the file
// as a whole.
func Read(text string, opt Options) ([]Set, []table.Fault) {
	var top any = &map[string]json.RawMessage{}
	if strings.HasPrefix(strings.TrimLeft(text, " \t\r\n"), "[") {
		top = &[]json.RawMessage{}
	}
	f := &finder{}
	if err := json.Unmarshal([]byte(text), top); err != nil {
		f.tellBadJSON(text, err)
		return nil, f.faults
	}
	if key, at := repeatedKey(text); at >= 0 {
		f.tell(table.Broken, table.LineOf(text, at), key, keyTwice.With(table.Shorten(key)))
		return nil, f.faults
	}
	var found []*dataSet
	switch top := top.(type) {
	case *map[string]json.RawMessage:
		found = f.findIn("", *top, []byte(text), 0)
	case *[]json.RawMessage:
		found = f.findAmong(*top, 0)
	}
	isError := func(f table.Fault) bool { return f.Kind != table.Lacking }
	if len(found) == 0 && !slices.ContainsFunc(f.faults, isError) {
		f.tell(table.NoTable, 0, "", notJSONStat.With())
	}
	sets := make([]Set, len(found))
	for i, set := range found {
		if len(found) > 1 {
			sets[i].Name = nameSet(found, i)
		}
		set.unitKnown = opt.UnitKnown
		t, message := set.makeTable(len(found) > 1)
		if message.Phrase != (lang.Phrase{}) {
			sets[i].Faults = []table.Fault{{Kind: table.Broken, Message: message}}
			continue
		}
		sets[i].Table = t
	}
	return sets, f.faults
}

// finder finds the data sets in a file.
type finder struct{ faults []table.Fault }

// tell notes a fault of the file.
func (f *finder) tell(kind table.Kind, line int, text string, m lang.Message) {
	f.faults = append(f.faults, table.Fault{Kind: kind, Place: table.Place{Row: line}, Text: text,
		Message: m})
}

// nameSet returns a name that tells a data set from the others in its file.
func nameSet(sets []*dataSet, i int) string {
	name := cmp.Or(sets[i].name, sets[i].Label)
	if name == "" || slices.ContainsFunc(sets[:i], func(s *dataSet) bool {
		return cmp.Or(s.name,
			s.Label) == name
	}) {
		name = strings.TrimSpace(name + " " + strconv.Itoa(i+1))
	}
	return name
}

// tellBadJSON reports what is wrong with the file as JSON.
func (f *finder) tellBadJSON(text string, err error) {
	line, what := 0, err.Error()
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		line = table.LineOf(text, int(min(max(0, syntax.Offset), int64(len(text)))))
	}
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		f.tell(table.NoTable, 0, wrong.Field, notJSONStat.With())
		return
	}
	f.tell(table.Broken, line, "", brokenJSON.With(table.Shorten(what)))
}

// maxNesting bounds how deep collections may stand in collections.
const maxNesting = 8

// findIn returns the data sets in an object: the object itself, those of its collection, or
// those that it lists by name.
func (f *finder) findIn(name string, object map[string]json.RawMessage, raw []byte,
	depth int) (sets []*dataSet) {
	if depth > maxNesting {
		return nil
	}
	if object["dimension"] == nil && object["link"] == nil {
		for _, key := range slices.Sorted(maps.Keys(object)) {
			var inner map[string]json.RawMessage
			if !isObject(object[key]) || json.Unmarshal(object[key], &inner) != nil ||
				inner["dimension"] == nil {
				continue
			}
			sets = append(sets, f.findIn(key, inner, object[key], depth+1)...)
		}
		return sets
	}
	spelled := map[string]bool{} // keys in small letters, since either spelling is read
	for _, key := range slices.Sorted(maps.Keys(object)) {
		if spelled[strings.ToLower(key)] {
			f.tell(table.Broken, 0, key, keyTwice.With(table.Shorten(key)))
			return nil
		}
		spelled[strings.ToLower(key)] = true
	}
	set := &dataSet{name: name}
	if err := json.Unmarshal(raw, set); err != nil {
		f.tellBadJSON(string(raw), err)
		return nil
	}
	if len(set.Dimension) > 0 {
		return []*dataSet{set}
	}
	for _, relation := range slices.Sorted(maps.Keys(set.Link)) {
		var items []json.RawMessage
		if json.Unmarshal(set.Link[relation], &items) != nil {
			continue
		}
		sets = append(sets, f.findAmong(items, depth)...)
		if relation == "item" {
			f.tellElsewhere(items)
		}
	}
	return sets
}

// findAmong returns the data sets in a list of them.
func (f *finder) findAmong(items []json.RawMessage, depth int) (sets []*dataSet) {
	for _, item := range items {
		var inner map[string]json.RawMessage
		if isObject(item) && json.Unmarshal(item, &inner) == nil &&
			(inner["dimension"] != nil || inner["link"] != nil) {
			sets = append(sets, f.findIn("", inner, item, depth+1)...)
		}
	}
	return sets
}

// tellElsewhere reports the data sets that a collection only refers to by their address.
func (f *finder) tellElsewhere(items []json.RawMessage) {
	var elsewhere []string
	for _, item := range items {
		var set dataSet
		if isObject(item) && json.Unmarshal(item, &set) == nil && set.Href != "" &&
			len(set.Dimension) == 0 && len(set.Link) == 0 {
			elsewhere = append(elsewhere, set.Href)
		}
	}
	if len(elsewhere) == 0 {
		return
	}
	kind := table.Lacking
	if len(elsewhere) == len(items) {
		kind = table.NoData
	}
	f.tell(kind, 0, elsewhere[0], elsewhereOnly.With(table.ListSome(elsewhere)))
}

func isObject(raw json.RawMessage) bool { return len(raw) > 0 && raw[0] == '{' }

var leadingTable = regexp.MustCompile(`^([A-Za-z]{0,6}\d{1,6}[A-Za-z]?):`)

// makeTable returns the table of a data set. several says that the file has more than one.
func (set *dataSet) makeTable(several bool) (*table.Table, lang.Message) {
	if set.ID == nil { // as version 1 writes it
		json.Unmarshal(set.Dimension["id"], &set.ID)
		json.Unmarshal(set.Dimension["size"], &set.Size)
		json.Unmarshal(set.Dimension["role"], &set.Role)
	}
	c := &table.Table{Title: set.Label, Publisher: set.Source, Marks: unit.EnglishMarks(),
		Name: set.Extension.PX.TableID}
	if found := leadingTable.FindStringSubmatch(set.Label); c.Name == "" && found != nil {
		c.Name = found[1]
	}
	if c.Name == "" && set.name != "dataset" {
		c.Name = set.name
	}
	if c.Name == "" && several { // only their names in the file tell them apart
		c.Name = set.Label
	}
	total := 1.0
	if len(set.ID) == 0 || len(set.ID) != len(set.Size) {
		return nil, noOrder.With(len(set.ID), len(set.Size))
	}
	for i, id := range set.ID {
		if slices.Contains(set.ID[:i], id) {
			return nil, table.VariableTwice(id)
		}
		v, message := set.makeVariable(id)
		if message.Phrase != (lang.Phrase{}) {
			return nil, message
		}
		size, err := strconv.Atoi(strings.Trim(string(set.Size[i]), `" `))
		if err != nil || size != len(v.Values) {
			return nil, sizeMisfit.With(table.Shorten(id), len(v.Values), table.Shorten(string(set.Size[i])))
		}
		total *= float64(size)
		// Statistics Denmark gives the table no other name.
		if v.Role == table.Contents && size == 1 && c.Name == "" {
			c.Name, c.Unit = v.Values[0].Code, v.Values[0].Unit
			continue
		}
		c.Variables = append(c.Variables, v)
	}
	if total > math.MaxInt64/2 {
		return nil, table.TooManyCombinations()
	}
	cells, message := walkCells(set.Value, total)
	if message.Phrase != (lang.Phrase{}) {
		return nil, message
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
	return c, lang.Message{}
}
