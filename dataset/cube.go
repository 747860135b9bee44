package dataset

import (
	"strings"
	"unicode"

	"github.com/raaderum/raaderum/dataset/unit"
)

// Role is what a variable of a table is for.
type Role int

// The roles.
const (
	NoRole    Role = iota // a variable like sex or account: part of the indicator
	Geography             // the municipality
	Time                  // the year
	Contents              // what is measured, where a table has several measures
)

// Variable is one of the variables that divide a statistics office's table.
type Variable struct {
	Code, Label string // either may be empty
	Role        Role   // as the file says; NoRole where it does not
	Values      []Value
}

// Value is one of the values of a variable. A file that has codes, labels, or
// both in one text has that text as the code.
type Value struct {
	Code, Label string
	Unit        string // of the figures of this value; empty where not said
	Total       bool   // the sum of the variable's other values
}

// Name is what the variable is called: its code, or else its label.
func (v *Variable) Name() string {
	if v.Code == "" {
		return v.Label
	}
	return v.Code
}

// String is what the value is called: its code, and its label where it has
// another.
func (v Value) String() string {
	if v.Code == "" || v.Label == v.Code {
		return v.Label
	}
	if v.Label == "" {
		return v.Code
	}
	return v.Code + " " + v.Label
}

// maxValues bounds the values of a variable: each is looked up, and most are
// indicators of their own.
const maxValues = 20_000

// cube is a table with several variables: what the formats of statistics
// offices have in common. A cell has a value of every variable.
type cube struct {
	table      string // the table's name, "REGK31"; empty where the file does not say
	title      string
	unit       string
	units      map[string]*unitRows // those that the rows of an indicator state, or, by "", of all
	unitColumn string               // the name of the column that states them
	spoken     []string             // what is said around the table that may be of its unit
	publisher  string
	variables  []Variable

	// cells calls use with every cell: the position of its value in each
	// variable, its text and the line it stands in. The slice is good until
	// use returns. It ends where use reports false.
	cells func(use func(at []int32, text string, line int) bool)
	// zeros calls use with every cell that the file leaves out because it is
	// zero; nil: there are none.
	zeros func(use func(at []int32) bool)
	marks unit.Marks
	// line returns the first line that has a value; nil: not known.
	line  func(variable, value int) int
	plain bool // indicators are called by their values alone, for these are names
	// column is the name of the column of figures; empty: a cell is named by
	// its values.
	column string
	// spot is where the cell being used stands, in a sheet; nil: by its line.
	spot func() spot
	// format is how the cell being used is shown, in a sheet; nil: all as they are.
	format func() *unit.Format
}

// lineOf returns the first line that has a value, or 0.
func (c *cube) lineOf(variable, value int) int {
	if c.line == nil {
		return 0
	}
	return c.line(variable, value)
}

// formatOf returns how the cell being used is shown; nil: as it is.
func (c *cube) formatOf() *unit.Format {
	if c.format == nil {
		return nil
	}
	return c.format()
}

// roleNames are the names, codes and labels, that statistics offices of
// Denmark, Sweden, Norway and English-speaking countries give the variables of
// places and time.
var roleNames = map[string]Role{
	"område": Geography, "omraade": Geography, "omrade": Geography, "region": Geography, "regi07a": Geography, "reg": Geography,
	"kommune": Geography, "kommuner": Geography, "kommunekode": Geography, "komkode": Geography, "komk": Geography, "kom": Geography, "komgrp": Geography,
	"bopkom": Geography, "bopomr": Geography, "bopæl": Geography, "bopælskommune": Geography, "arbkom": Geography, "kommunedk": Geography,
	"municipality": Geography, "municipalities": Geography, "kommun": Geography, "kommunnr": Geography, "area": Geography, "geo": Geography,
	"geography": Geography, "kommuneregion": Geography, "kommnr": Geography, "lan": Geography, "landsdel": Geography,
	"tid": Time, "time": Time, "år": Time, "aar": Time, "year": Time, "years": Time, "periode": Time, "period": Time, "kvartal": Time,
	"quarter": Time, "måned": Time, "månad": Time, "month": Time, "tidsperiode": Time, "time_period": Time, "årtal": Time, "årstal": Time, "regnskabsår": Time, "budgetår": Time, "kalenderår": Time, "skoleår": Time, "dato": Time, "date": Time, "datum": Time,
	"contentscode": Contents, "contents": Contents, "tabellinnehåll": Contents, "statistikkvariabel": Contents, "indhold": Contents,
}

// roleOf returns the role of a variable by what the file says of it, or its
// name.
func roleOf(v *Variable) Role {
	if v.Role != NoRole {
		return v.Role
	}
	for _, name := range []string{v.Code, v.Label} {
		if role, ok := roleNames[unit.Fold(name)]; ok {
			return role
		}
	}
	if strings.HasPrefix(unit.Fold(v.Code), "kokkommuneregion") { // Statistics Norway's KOSTRA tables
		return Geography
	}
	for word := range strings.FieldsSeq(unit.Fold(v.Label)) { // "County and Region"
		if placeWords[word] {
			return Geography
		}
	}
	return NoRole
}

// placeWords are words in longer labels of a variable of places.
var placeWords = map[string]bool{
	"region": true, "regions": true, "county": true, "municipality": true, "municipalities": true, "kommune": true, "kommuner": true, "kommun": true,
	"bopælskommune": true,
}

// totalWords are what the total among a variable's values is called, in
// Danish, Swedish, Norwegian and English.
var totalWords = map[string]bool{
	"tot": true, "ialt": true, "i alt": true, "total": true, "totalt": true, "totals": true, "alle": true, "alla": true, "all": true,
	"hele landet": true, "begge køn": true, "both sexes": true, "all ages": true, "alder i alt": true, "i alt (netto)": true, "total (net)": true,
	"samtliga": true, "t": true,
}

// isTotal says whether a value is the total of the others.
func isTotal(v Value) bool {
	if v.Total || totalWords[unit.Fold(v.Code)] || totalWords[unit.Fold(v.Label)] || strings.HasSuffix(unit.Fold(v.Code), ", total") || strings.HasSuffix(unit.Fold(v.Label), ", total") {
		return true
	}
	first, rest, _ := strings.Cut(unit.Fold(v.Code), " ") // "TOT I alt"
	return rest != "" && totalWords[first] && (totalWords[rest] || strings.HasPrefix(rest, "i alt") || strings.HasPrefix(rest, "total"))
}

// means says whether a value is what a text calls it: its code, its label, or
// one of them where both stand in one text.
func (v Value) means(text string) bool {
	text = unit.Fold(text)
	for _, name := range []string{unit.Fold(v.Code), unit.Fold(v.Label)} {
		if name == text {
			return text != ""
		}
		if text == "" || len(name) <= len(text) {
			continue
		}
		if rest, ok := strings.CutPrefix(name, text); ok && boundary(rest[:1]) {
			return true
		}
		if rest, ok := strings.CutSuffix(name, text); ok && rest[len(rest)-1] == ' ' {
			return true
		}
	}
	return false
}

func boundary(s string) bool { return strings.IndexFunc(s, unicode.IsSpace) == 0 }

// anyMeans returns the position of the value that one of some texts means, or
// -1.
func anyMeans(values []Value, texts []string) int {
	for _, exact := range []bool{true, false} { // "1" is 1 before it is "1 Drift"
		for _, text := range texts {
			for i, v := range values {
				if exact && (unit.Fold(v.Code) == unit.Fold(text) || unit.Fold(v.Label) == unit.Fold(text)) || !exact && v.means(text) {
					return i
				}
			}
		}
	}
	return -1
}
