package dataset

import (
	"math"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// numberFormat is how the numbers of a cell are shown, as far as it changes what
// they say (ECMA-376, part 1, 18.8.31).
type numberFormat struct {
	percent, date bool
	// thousands is how many times they are shown divided by 1,000: once for each
	// comma after the digits, as in "#,##0,,".
	thousands int
	// scale is what the text beside the digits says that they are counted in, as
	// in `#,##0 "mio. kr."`.
	scale scale
	// bySize says that some are divided by more than others.
	bySize bool
}

// isScaled says whether numbers are shown divided, or with a scale beside them.
func (f *numberFormat) isScaled() bool {
	return f.thousands > 0 || f.bySize || f.scale.text != ""
}

// divisor is what numbers are shown divided by.
func (f *numberFormat) divisor() float64 { return math.Pow10(3 * f.thousands) }

// formatOf returns what a format's code shows. It has sections, for positive and
// negative numbers and others, or by conditions.
func formatOf(code string) numberFormat {
	var f numberFormat
	numbers := 0 // sections with digits
	for first := true; code != "" || first; first = false {
		s := cutSection(&code)
		f.percent, f.date = f.percent || s.percent, f.date || s.date
		if first {
			f.scale = scaleBeside(s.text, s.thousands)
		}
		if !s.digits {
			continue
		}
		if numbers++; numbers == 1 {
			f.thousands = s.thousands
		}
		f.bySize = f.bySize || s.thousands != f.thousands
	}
	if f.percent || f.date {
		return numberFormat{percent: f.percent, date: f.date}
	}
	return f
}

// formatSection is a section of a format.
type formatSection struct {
	percent, date, digits bool
	thousands             int
	text                  string // beside the digits
}

// cutSection takes the first section off a format's code. Texts in it are quoted,
// or stand in brackets or after a backslash.
func cutSection(code *string) (s formatSection) {
	var text strings.Builder
	commas, i, c := 0, 0, *code
section:
	for ; i < len(c); i++ {
		switch c[i] {
		case ';':
			i++
			break section
		case '"':
			literal, _, _ := strings.Cut(c[i+1:], `"`)
			text.WriteString(literal)
			i += len(literal) + 1
		case '[':
			inside, _, _ := strings.Cut(c[i+1:], "]")
			if money, ok := strings.CutPrefix(inside, "$"); ok { // [$kr.-406]
				money, _, _ = strings.Cut(money, "-")
				text.WriteString(money)
			}
			i += len(inside) + 1
		case '\\':
			if i++; i < len(c) {
				text.WriteByte(c[i])
			}
		case '_', '*':
			i++
			text.WriteByte(' ')
		case '%':
			s.percent = true
		case 'y', 'Y', 'd', 'D':
			s.date = true
		case '0', '#', '?':
			if s.digits, commas = true, 0; !strings.HasSuffix(text.String(), " ") {
				text.WriteByte(' ')
			}
		case ',':
			if s.digits {
				commas++
			}
		case '.':
			s.thousands += commas
			if commas = 0; !s.digits || text.Len() > 0 && text.String()[text.Len()-1] != ' ' {
				text.WriteByte('.')
			}
		default:
			text.WriteByte(c[i])
		}
	}
	s.thousands += commas
	s.text = strings.TrimSpace(text.String())
	*code = c[min(i, len(c)):]
	return s
}

// scaleBeside returns what the text beside the digits of a format says that they
// are counted in. Where they are divided, a letter may say by what: "5.0M".
func scaleBeside(text string, thousands int) scale {
	text = spelled(text)
	for _, s := range scalesIn(text) {
		return s
	}
	letters := map[string]int{"k": 1, "t": 1, "m": 2, "mn": 2, "b": 3}
	if n := letters[strings.TrimSuffix(text, ".")]; n > 0 && thousands > 0 {
		return scale{text: text, factor: math.Pow10(3 * n)}
	}
	return scale{}
}

// asShown returns a number, in the unit of its indicator, that is shown as a
// format says. It reports false, with a problem, where that and the unit do not
// say the same.
func (m *mapper) asShown(f *numberFormat, v float64, t *target, at spot) (float64, bool) {
	switch {
	case f.bySize, f.scale.text != "" && f.scale.factor == 0:
		m.wrongUnit(t.indicator, at, shortest(v), formatBySize.With())
		return v, false
	case f.scale.text == "":
		m.tellShown(t.indicator, f, at, v, shownDivided.With(plain(f.divisor()), plain(v), plain(v*f.divisor())))
		return v, true
	case t.factor == f.scale.factor:
		return v, true
	case t.factor != 1:
		m.wrongUnit(t.indicator, at, shortest(v), formatInUnit.With(shorten(f.scale.text), shorten(t.given)))
		return v, false
	}
	v *= f.scale.factor
	m.tellShown(t.indicator, f, at, v, shownScaled.With(shorten(f.scale.text), plain(v)))
	return v, true
}

// shownAs is a format of an indicator's numbers that was told.
type shownAs struct {
	indicator, thousands int
	scale                string
}

// tellShown tells the first number of an indicator that is shown as a format says.
func (m *mapper) tellShown(indicator int, f *numberFormat, at spot, v float64, message lang.Message) {
	key := shownAs{indicator, f.thousands, f.scale.text}
	if m.shown[key] {
		return
	}
	if m.shown == nil {
		m.shown = map[shownAs]bool{}
	}
	m.shown[key] = true
	m.problems.add(&Problem{Kind: ConvertedUnit, Source: m.table.Source, Row: at.row, Column: at.column, Cell: at.cell, Text: shortest(v), message: message})
}
