package main

import (
	"cmp"
	"encoding/xml"
	"math"
	"slices"
	"strings"
)

// A print is what pdftotext says of it by -bbox: the words of each page and where they stand,
// in points from the page's upper left corner.
type print struct {
	Pages []struct {
		Words []word `xml:"word"`
	} `xml:"body>doc>page"`
}

type word struct {
	Left  float64 `xml:"xMin,attr"`
	Right float64 `xml:"xMax,attr"`
	Top   float64 `xml:"yMin,attr"`
	Text  string  `xml:",chardata"`
}

// sheetNames returns the name of the sheet that each page of a print shows, or "" where the
// page does not say. The name stands at the left end of the line in which the page's number
// stands at the right end. The words of a chart that is cut off may be said to stand in the
// same place, though they are not seen.
func sheetNames(bbox []byte) (sheets []string, err error) {
	var p print
	if err := xml.Unmarshal(bbox, &p); err != nil {
		return nil, err
	}
	for _, page := range p.Pages {
		sheets = append(sheets, readFooter(page.Words))
	}
	return sheets, nil
}

const (
	pageWord  = "Side" // begins the page's number, in the words of the workbook
	sameLine  = 0.01   // words of one line differ by no more than rounding, in points
	widestGap = 10     // more space than between two words of a name, in points
)

// readFooter returns the name that begins a page's footer.
func readFooter(words []word) string {
	foot := math.Inf(-1)
	for i, w := range words {
		if w.Text == pageWord && i+2 < len(words) && words[i+2].Text == "/" {
			foot = max(foot, w.Top)
		}
	}
	var line []word
	for _, w := range words {
		if math.Abs(w.Top-foot) <= sameLine {
			line = append(line, w)
		}
	}
	slices.SortFunc(line, func(a, b word) int { return cmp.Compare(a.Left, b.Left) })
	var name []string
	for i, w := range line {
		if i > 0 && w.Left-line[i-1].Right > widestGap {
			break
		}
		name = append(name, w.Text)
	}
	return strings.Join(name, " ")
}
