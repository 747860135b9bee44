package table

import (
	"strings"
	"unicode"

	"github.com/raaderum/raaderum/dataset/unit"
)

// Role says what a variable of a table is for.
type Role int

// The roles.
const (
	NoRole    Role = iota // a variable like sex or account: part of the indicator
	Geography             // the municipality
	Time                  // the year
	Contents              // what is measured, if a table has several measures
)

// Variable is one of the variables that divide a statistics office's table.
type Variable struct {
	Code, Label string // either may be empty
	Role        Role   // as the file says; NoRole if it does not
	Values      []Value
}

// Value is one of the values of a variable. If a file has codes only, labels only, or
// both in one text, that text is the code.
type Value struct {
	Code, Label string
	Unit        string // the unit of this value's figures; empty if not stated
	Total       bool   // it is the sum of the variable's other values
	// Period is what the file says that a value of time means, written as [ParsePeriod]
	// reads it. It is empty if only the code and the label tell.
	Period string
}

// Name returns the variable's code, or else its label.
func (v *Variable) Name() string {
	if v.Code == "" {
		return v.Label
	}
	return v.Code
}

// String returns the value's code, followed by its label if that differs.
func (v Value) String() string {
	if v.Code == "" || v.Label == v.Code {
		return v.Label
	}
	if v.Label == "" {
		return v.Code
	}
	return v.Code + " " + v.Label
}

// MaxValues bounds the values of a variable. Each of them is looked up, and most become
// indicators of their own.
const MaxValues = 20_000

// Table is a table with several variables, the form that all formats of statistics
// offices share. A cell has one value of every variable.
type Table struct {
	Name       string // the table's name, "REGK31"; empty if the file does not say
	Title      string
	Titles     []string // all texts above the table in a sheet
	Unit       string
	Units      map[string]*UnitRows // the units that rows state, by indicator; "": of all rows
	UnitColumn string               // the name of the column that states them
	Spoken     []string             // texts around the table that may state its unit
	Publisher  string
	Variables  []Variable

	// Cells calls use with every cell, which is valid until use returns. It ends if use
	// reports false.
	Cells func(use func(c *Cell) bool)
	// Zeros calls use with every cell that the file leaves out because it is zero. nil:
	// there are none.
	Zeros func(use func(c *Cell) bool)
	Marks unit.Marks
	// Line returns the first line that has a value. nil: it is not known.
	Line  func(variable, value int) int
	Parts bool // cells of the same values are parts of one figure, to be added up
	Plain bool // the values are names, and indicators are named after them alone
	// Column is the name of the column of figures. Empty: a cell is named by its values.
	Column string
	// Place returns where a cell stands in a sheet. nil: its line tells.
	Place func(c *Cell) Place
}

// LineOf returns the first line that has a value, or 0.
func (c *Table) LineOf(variable, value int) int {
	if c.Line == nil {
		return 0
	}
	return c.Line(variable, value)
}

// Cell is a figure of a table.
type Cell struct {
	At     []int32 // the position of its value of each variable
	Text   string
	Line   int          // the line that it stands on, from 1; 0: not known
	Column int          // its column in a sheet, from 0
	Shown  *unit.Format // how a sheet shows it; nil: as it is
	// Parsed says that the text was read with the table's marks as a number, which is
	// Value.
	Parsed  bool
	Value   float64
	Verdict unit.Verdict
}

// roleNames maps the codes and labels of variables to roles. It has those that statistics
// offices in Denmark, Sweden, Norway and English-speaking countries use.
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

// FindRole returns the role of a variable, as the file says or else by its name.
func FindRole(v *Variable) Role {
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

// RoleNamed returns the role of a variable with this name.
func RoleNamed(name string) Role { return roleNames[unit.Fold(name)] }

// placeWords are words that occur in longer labels of variables of places.
var placeWords = map[string]bool{
	"region": true, "regions": true, "county": true, "municipality": true, "municipalities": true, "kommune": true, "kommuner": true, "kommun": true,
	"bopælskommune": true,
}

// totalWords are the names of totals in Danish, Swedish, Norwegian and English.
var totalWords = map[string]bool{
	"tot": true, "ialt": true, "i alt": true, "total": true, "totalt": true, "totals": true, "alle": true, "alla": true, "all": true,
	"hele landet": true, "begge køn": true, "both sexes": true, "all ages": true, "alder i alt": true, "i alt (netto)": true, "total (net)": true,
	"samtliga": true, "t": true,
}

// IsTotal says whether a value is the sum of the others.
func IsTotal(v Value) bool {
	if v.Total || totalWords[unit.Fold(v.Code)] || totalWords[unit.Fold(v.Label)] ||
		strings.HasSuffix(unit.Fold(v.Code), ", total") || strings.HasSuffix(unit.Fold(v.Label),
		", total") {
		return true
	}
	first, rest, _ := strings.Cut(unit.Fold(v.Code), " ") // "TOT I alt"
	return rest != "" && totalWords[first] && (totalWords[rest] ||
		strings.HasPrefix(rest, "i alt") || strings.HasPrefix(rest, "total"))
}

// means says whether a text refers to the value: by its code, by its label, or by one of
// the two if both stand in one text.
func (v Value) means(text string) bool {
	text = unit.Fold(text)
	for _, name := range []string{unit.Fold(v.Code), unit.Fold(v.Label)} {
		if name == text {
			return text != ""
		}
		if text == "" || len(name) <= len(text) {
			continue
		}
		if rest, ok := strings.CutPrefix(name, text); ok && beginsWithSpace(rest[:1]) {
			return true
		}
		if rest, ok := strings.CutSuffix(name, text); ok && rest[len(rest)-1] == ' ' {
			return true
		}
	}
	return false
}

func beginsWithSpace(s string) bool { return strings.IndexFunc(s, unicode.IsSpace) == 0 }

// FindValue returns the position of the value that one of some texts refers to, or -1.
func FindValue(values []Value, texts []string) int {
	for _, exact := range []bool{true, false} { // "1" means the value 1 rather than "1 Drift"
		for _, text := range texts {
			for i, v := range values {
				if exact && (unit.Fold(v.Code) == unit.Fold(text) || unit.Fold(v.Label) == unit.Fold(text)) ||
					!exact && v.means(text) {
					return i
				}
			}
		}
	}
	return -1
}

// Called says whether a variable has a name, by code or label.
func (v *Variable) Called(name string) bool {
	name = unit.Fold(name)
	return name != "" && (unit.Fold(v.Code) == name || unit.Fold(v.Label) == name)
}
