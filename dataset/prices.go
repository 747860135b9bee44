package dataset

import (
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
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
	r := &reader{Builder: &Builder{}, table: Table{Source: name}}
	decoded := ""
	switch what, packed := packedAs(text); {
	case len(text) > 1<<20:
		r.problem(TooLarge, 0, "", "", fileTooLarge.With(1))
	case packed:
		r.problem(UnknownEncoding, 0, "", "", notTable.With(what))
	default:
		decoded, _ = r.decode(string(text))
	}
	index.read(r, decoded)
	if wrong, _ := r.problems.finish([]string{name}); len(wrong) > 0 {
		return index, wrong
	}
	return index, nil
}

// read reads the lines of a text, and reports what is wrong with them.
func (index *PriceIndex) read(r *reader, text string) {
	if r.told() > 0 {
		return
	}
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
		if !strings.Contains(row, ";") { // 2024,104.3
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
			r.problem(BadYear, line, "", first, badYear.With(table.Shorten(first)))
		case verdict != unit.Number || value <= 0 || value > 1e6:
			r.problem(NotNumber, line, "", rest, badIndex.With(table.Shorten(rest)))
		case twice:
			r.problem(ConflictingCell, line, "", first, yearTwice.With(year))
		default:
			index.Years[year] = value
		}
	}
	if index.Source == "" {
		r.problem(BadHeader, 1, "", "", noIndexSource.With())
	}
	if len(index.Years) == 0 && r.told() == 0 {
		r.problem(NoData, 0, "", "", noData.With())
	}
}
