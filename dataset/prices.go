package dataset

import (
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/source"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// PriceIndex is an index of prices and wages by year, to bring amounts of
// several years to the prices of one.
type PriceIndex struct {
	Source string          // who published it, as the file says
	Years  map[int]float64 // the index of each year; some year is 100
}

// ReadPriceIndex reads an index from a small file that a person edits: lines of
// a year and its index, and lines that begin with # of which the first names
// the source. Name is what the file is called in errors; all of them are
// returned at once, as [Problems].
//
//	# Kilde: KL's pris- og lønskøn, juni 2024
//	år;indeks
//	2023;100,0
//	2024;104,3
func ReadPriceIndex(name string, text []byte) (PriceIndex, error) {
	index := PriceIndex{Years: map[int]float64{}}
	l := &lines{source: name}
	decoded := ""
	var fault *table.Fault
	switch what, packed := source.NamePacking(string(text[:min(len(text), 4)])); {
	case len(text) > 1<<20:
		fault = source.TooLarge(1 << 20)
	case packed:
		fault = source.PackedTable(what)
	default:
		decoded, _, fault = source.Decode(string(text), source.Options{IsDOS: isDOS})
	}
	if fault != nil {
		l.tellSchoolYears(kinds[fault.Kind], fault.Place.Row, fault.Text, fault.Message)
	} else {
		index.read(l, decoded)
	}
	if wrong, _ := l.problems.finish([]string{name}); len(wrong) > 0 {
		return index, wrong
	}
	return index, nil
}

// lines are the lines of a small file, and what is wrong with them.
type lines struct {
	source   string
	problems problemList
}

func (l *lines) tellSchoolYears(kind Kind, line int, found string, m lang.Message) {
	l.problems.add(&Problem{Kind: kind, Source: l.source, Row: line, Text: found, message: m})
}

// read reads the lines of a text into the index and reports what is wrong with them.
func (index *PriceIndex) read(l *lines, text string) {
	line, header := 0, false
	for row := range strings.Lines(text) {
		line++
		row = strings.TrimSpace(row)
		if comment, ok := strings.CutPrefix(row, "#"); ok {
			if index.Source == "" {
				index.Source = strings.TrimSpace(comment)
			}
			continue
		}
		if row == "" {
			continue
		}
		row = strings.ReplaceAll(row, "\t", ";")
		if !strings.Contains(row, ";") { // a line such as 2024,104.3
			row = strings.Replace(row, ",", ";", 1)
		}
		first, rest, _ := strings.Cut(row, ";")
		rest, _, _ = strings.Cut(rest, ";")
		year, isYear := table.ParseYear(strings.TrimSpace(first))
		if !isYear && !header && len(index.Years) == 0 {
			header = true
			continue
		}
		rest = strings.Trim(rest, `" `)
		value, verdict := unit.DanishMarks().Parse(rest)
		if verdict == unit.OtherMark {
			value, verdict = unit.EnglishMarks().Parse(rest)
		}
		_, twice := index.Years[year]
		switch {
		case !isYear:
			l.tellSchoolYears(BadYear, line, first, badYear.With(table.Shorten(first)))
		case verdict != unit.Number || value <= 0 || value > 1e6:
			l.tellSchoolYears(NotNumber, line, rest, badIndex.With(table.Shorten(rest)))
		case twice:
			l.tellSchoolYears(ConflictingCell, line, first, yearTwice.With(year))
		default:
			index.Years[year] = value
		}
	}
	if index.Source == "" {
		l.tellSchoolYears(BadHeader, 1, "", noIndexSource.With())
	}
	if len(index.Years) == 0 && len(l.problems.errors) == 0 {
		l.tellSchoolYears(NoData, 0, "", table.NoFigures())
	}
}
