package main

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// checkJSON is what check shows to a program.
type checkJSON struct {
	Files          []fileJSON      `json:"files"`
	Municipalities int             `json:"municipalities"`
	Indicators     []indicatorJSON `json:"indicators"`
	Warnings       []problemJSON   `json:"warnings"`
	Errors         []problemJSON   `json:"errors"`
	Drivers        []driverJSON    `json:"drivers,omitempty"` // as the plan would use them
	Plan           []string        `json:"plan_errors"`
}

type fileJSON struct {
	Name        string `json:"name"`
	Layout      string `json:"layout"` // empty: the source was not read
	Table       string `json:"table,omitempty"`
	Encoding    string `json:"encoding,omitempty"`
	Separator   string `json:"separator,omitempty"`
	DecimalMark string `json:"decimal_mark,omitempty"`
	Rows        int    `json:"rows"`
	Figures     int    `json:"figures"`
	Missing     int    `json:"missing"`
	LeftOut     int    `json:"left_out"`
	// the plan's [[source]] sections that were used, from 1
	Sections  []int          `json:"sections,omitempty"`
	Variables []variableJSON `json:"variables,omitempty"`
}

type variableJSON struct {
	Name    string   `json:"name"`
	As      string   `json:"as"`
	Used    []string `json:"used,omitempty"` // empty: every value
	Summed  bool     `json:"summed,omitempty"`
	LeftOut []string `json:"left_out,omitempty"`
}

type indicatorJSON struct {
	ID        string         `json:"id"`
	Name      string         `json:"name"`
	Unit      string         `json:"unit,omitempty"`
	UnitGiven string         `json:"unit_given,omitempty"`
	Per       string         `json:"per,omitempty"`
	Source    string         `json:"source,omitempty"`
	Coverage  map[string]int `json:"coverage"` // how many municipalities have a figure, by year
	// Lacking names the municipalities without a figure in a year, if they are few.
	Lacking map[string][]string `json:"lacking,omitempty"`
}

// driverJSON says which years a driver is of; 0 is undated.
type driverJSON struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Years     []int    `json:"years"`
	Available []int    `json:"available"` // years in which all its indicators have figures
	Notes     []string `json:"notes,omitempty"`
}

type problemJSON struct {
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	Column  string `json:"column,omitempty"`
	Cell    string `json:"cell,omitempty"`
	Found   string `json:"found,omitempty"`
	More    int    `json:"more,omitempty"`  // how many later lines have exactly the same problem
	Alike   int    `json:"alike,omitempty"` // how many more of the kind are not listed
	Message string `json:"message"`
}

// writeCheck writes what was found as JSON. If the plan cannot be read, no file was, and
// nothing is said of files.
func (p *program) writeCheck(found checkResult) error {
	out := checkJSON{
		Files: []fileJSON{}, Indicators: []indicatorJSON{}, Plan: []string{},
		Warnings: []problemJSON{}, Errors: p.convertProblems(found.problems),
	}
	if data := found.data; data != nil {
		out.Municipalities = len(data.Municipalities())
		out.Warnings = p.convertProblems(data.Warnings())
		for _, t := range data.Tables() {
			out.Files = append(out.Files, convertTable(t))
		}
		for _, d := range findDriverYears(found) {
			out.Drivers = append(out.Drivers, driverJSON(d))
		}
		for _, ind := range data.Indicators() {
			out.Indicators = append(out.Indicators, convertCoverage(data, ind))
		}
	}
	for _, one := range found.unusual {
		out.Warnings = append(out.Warnings, problemJSON{Message: one.In(p.lang)})
	}
	if found.planErr != nil {
		for line := range strings.Lines(lang.Of(found.planErr, p.lang)) {
			out.Plan = append(out.Plan, strings.TrimSpace(line))
		}
	}
	e := json.NewEncoder(p.stdout)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(out)
}

// convertTable says what a source was taken for.
func convertTable(t dataset.Table) fileJSON {
	f := fileJSON{
		Name: t.Source, Layout: t.Layout, Table: t.Table, Encoding: t.Encoding,
		Rows: t.Rows, Figures: t.Figures, Missing: t.Missing, LeftOut: t.Skipped,
		Sections: t.Sections,
	}
	if t.Separator != 0 {
		f.Separator = string(t.Separator)
	}
	if t.DecimalMark != 0 {
		f.DecimalMark = string(t.DecimalMark)
	}
	for _, u := range t.Uses {
		v := variableJSON{u.Variable, u.As, u.Taken, u.Summed, u.LeftOut}
		f.Variables = append(f.Variables, v)
	}
	return f
}

// convertCoverage says how many figures there are of an indicator.
func convertCoverage(data *dataset.Dataset, ind dataset.Indicator) indicatorJSON {
	const few = 10
	j := indicatorJSON{
		ID: ind.ID, Name: ind.Name, Unit: ind.Unit, UnitGiven: ind.UnitGiven,
		Per: ind.Per, Source: ind.Source, Coverage: map[string]int{},
	}
	for _, y := range data.Years() {
		column := data.Column(ind.ID, y)
		if column == nil {
			continue
		}
		year := strconv.Itoa(y)
		if y == dataset.Undated {
			year = "undated"
		}
		j.Coverage[year] = data.Coverage(ind.ID, y)
		if n := len(column) - j.Coverage[year]; n == 0 || n > few {
			continue
		}
		if j.Lacking == nil {
			j.Lacking = map[string][]string{}
		}
		for i, v := range column {
			if math.IsNaN(v) {
				j.Lacking[year] = append(j.Lacking[year], data.Municipalities()[i].Name)
			}
		}
	}
	return j
}

// convertProblems returns problems with their words in the user's language.
func (p *program) convertProblems(list dataset.Problems) []problemJSON {
	out := make([]problemJSON, 0, len(list))
	for _, x := range list {
		out = append(out, problemJSON{
			File: x.Source, Line: x.Row, Column: x.Column, Cell: x.Cell,
			Found: x.Text, More: x.More, Alike: x.Alike, Message: x.In(p.lang),
		})
	}
	return out
}
