package dataset

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// PriceIndex is an index of prices and wages by year, to bring amounts of
// several years to the prices of one.
type PriceIndex struct {
	Source string          // who published it, as the file says
	Years  map[int]float64 // the index, any year being 100
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
	var wrong Problems
	add := func(kind Kind, line int, found string, message lang.Message) {
		wrong = append(wrong, &Problem{Kind: kind, Source: name, Row: line, Text: shorten(found), message: message})
	}
	text = bytes.TrimPrefix(text, []byte(utf8Mark))
	if len(text) > 1<<20 {
		add(TooLarge, 0, "", fileTooLarge.With(1))
		return index, wrong
	}
	line, header := 0, false
	for row := range strings.Lines(string(text)) {
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
		first, rest, _ := strings.Cut(strings.ReplaceAll(row, "\t", ";"), ";")
		rest, _, _ = strings.Cut(rest, ";")
		year, isYear := parseYear(strings.TrimSpace(first))
		if !isYear && !header && len(index.Years) == 0 {
			header = true
			continue
		}
		value, verdict := marks{',', '.'}.parse(rest)
		if verdict == isOtherMark {
			value, verdict = marks{'.', ','}.parse(rest)
		}
		_, twice := index.Years[year]
		switch {
		case !isYear:
			add(BadYear, line, first, badYear.With(shorten(first)))
		case verdict != isNumber || value <= 0 || value > 1e6:
			add(NotNumber, line, rest, badIndex.With(shorten(rest)))
		case twice:
			add(ConflictingCell, line, first, yearTwice.With(year))
		default:
			index.Years[year] = value
		}
	}
	if index.Source == "" {
		add(BadHeader, 1, "", noIndexSource.With())
	}
	if len(index.Years) == 0 && len(wrong) == 0 {
		add(NoData, 0, "", noData.With())
	}
	if len(wrong) > 0 {
		return index, wrong
	}
	return index, nil
}

// Deflate returns the data set with the amounts in kroner brought to the prices
// of a year; figures in other units are as they were. A year that the index
// does not have is an error.
func (p PriceIndex) Deflate(d *Dataset, to int) (*Dataset, error) {
	out := *d
	out.indicators = slices.Clone(d.indicators)
	out.columns = slices.Clone(d.columns)
	base, ok := p.Years[to]
	if !ok {
		return nil, yearNotInIndex.With(fmt.Sprint(to))
	}
	for i := range out.indicators {
		ind := &out.indicators[i]
		if !hasWord(strings.ToLower(ind.Unit), "kr") {
			continue
		}
		changed := false
		for t, year := range d.years {
			at := i*len(d.years) + t
			if d.columns[at] == nil || year == to {
				continue
			}
			of, ok := p.Years[year]
			if !ok {
				return nil, yearNotInIndex.With(fmt.Sprint(year))
			}
			c := slices.Clone(d.columns[at])
			for k := range c {
				if !math.IsNaN(c[k]) {
					c[k] *= base / of
				}
			}
			out.columns[at], changed = c, true
		}
		if changed {
			ind.Note = strings.TrimSpace(strings.Trim(ind.Note+"; "+fmt.Sprintf("i %d-priser efter %s", to, p.Source), "; "))
		}
	}
	return &out, nil
}
