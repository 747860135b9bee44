package ooxml

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Charts, the drawings that place them, and tables are written here. Excelize has no
// whiskers, allows one table in a streamed sheet, and writes some elements in another order
// than the schema's. Programs then offer to repair the file.

// attached records what leads to our own parts.
type attached struct {
	types     map[string]string     // the types of the parts, by name
	relations map[string][]relation // by the name of the part that they lead from
	tails     map[string]string     // the elements that end a sheet, by its part's name
	counts    map[string]int        // how many parts there are of each kind
}

// relation leads from one part to another.
type relation struct{ kind, target string }

const (
	packageNamespace = "http://schemas.openxmlformats.org/package/2006/relationships"
	officeNamespace  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	mainNamespace    = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	declaration      = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

func newAttached() attached {
	return attached{map[string]string{}, map[string][]relation{}, map[string]string{},
		map[string]int{}}
}

// Attach adds a part to which another one leads, and returns the ID of the relation. The
// parts of a kind lie, numbered, in a folder with its name in the plural.
func (p *Parts) Attach(from, kind, contentType string,
	content func(part string, number int) (string, error)) (id string, err error) {
	a := &p.attached
	a.counts[kind]++
	number := a.counts[kind]
	name := "/" + kind + "s/" + kind + strconv.Itoa(number) + ".xml"
	part := "xl" + name
	a.types[part] = contentType
	a.relations[from] = append(a.relations[from], relation{kind, ".." + name})
	id = "rId" + strconv.Itoa(len(a.relations[from]))
	text, err := content(part, number)
	if err != nil {
		return "", err
	}
	return id, p.put(part, text)
}

// End adds an element to the end of a sheet. The elements must come in the schema's order:
// drawing, tableParts.
func (p *Parts) End(sheet, element string) { p.attached.tails[sheet] += element }

// makeRelationParts returns the parts that say where our own parts are, by name.
func (a *attached) makeRelationParts() map[string]string {
	all := map[string]string{}
	for from, relations := range a.relations {
		var w elements
		w.writeText(declaration + `<Relationships xmlns="` + packageNamespace + `">`)
		for i, r := range relations {
			w.writeText(`<Relationship Id="rId` + strconv.Itoa(i+1) + `" Type="` + officeNamespace +
				"/" + r.kind + `" Target="` + r.target + `"/>`)
		}
		w.writeText(`</Relationships>`)
		at := strings.LastIndex(from, "/")
		all[from[:at]+"/_rels"+from[at:]+".rels"] = w.String()
	}
	return all
}

// contentTypes is the part that gives the type of every part.
const contentTypes = "[Content_Types].xml"

// addTypes adds the types of our own parts to those that excelize has written.
func (a *attached) addTypes(made string) string {
	var w elements
	before, after, _ := strings.Cut(made, "</Types>")
	w.writeText(before)
	for _, part := range slices.Sorted(maps.Keys(a.types)) {
		w.writeText(`<Override PartName="/` + part + `" ContentType="` + a.types[part] + `"/>`)
	}
	w.writeText("</Types>" + after)
	return w.String()
}
