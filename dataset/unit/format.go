package unit

import (
	"math"
	"strings"
)

// Format says how the numbers of a cell are shown, as far as that changes what they mean
// (ECMA-376, part 1, 18.8.31).
type Format struct {
	Percent, Date bool
	// Thousands is how many times numbers are shown divided by 1,000: once for each comma
	// after the digits, as in "#,##0,,".
	Thousands int
	// Scale is the scale that the text beside the digits states, as in `#,##0 "mio. kr."`.
	Scale Scale
	// BySize says that some numbers are divided by more than others.
	BySize bool
}

// IsScaled says whether numbers are shown divided or with a scale beside them.
func (f *Format) IsScaled() bool {
	return f.Thousands > 0 || f.BySize || f.Scale.Text != ""
}

// Divisor returns what numbers are divided by when they are shown.
func (f *Format) Divisor() float64 { return math.Pow10(3 * f.Thousands) }

// ParseFormat reads the code of a number format. A code has sections: for positive numbers,
// negative numbers and others, or with conditions.
func ParseFormat(code string) Format {
	var f Format
	numbers := 0 // how many sections have digits
	for first := true; code != "" || first; first = false {
		s := cutSection(&code)
		f.Percent, f.Date = f.Percent || s.percent, f.Date || s.date
		if first {
			f.Scale = findScaleBeside(s.text, s.thousands)
		}
		if !s.digits {
			continue
		}
		if numbers++; numbers == 1 {
			f.Thousands = s.thousands
		}
		f.BySize = f.BySize || s.thousands != f.Thousands
	}
	if f.Percent || f.Date {
		return Format{Percent: f.Percent, Date: f.Date}
	}
	return f
}

// formatSection is a section of a format.
type formatSection struct {
	percent, date, digits bool
	thousands             int
	text                  string // the text beside the digits
}

// cutSection takes the first section off a format's code. Text in it is quoted, in
// brackets, or after a backslash.
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

// findScaleBeside returns the scale stated by the text beside a format's digits. If the
// format divides, a single letter may state it, too: "5.0M".
func findScaleBeside(text string, thousands int) Scale {
	text = Fold(text)
	for _, s := range findScales(text) {
		return s
	}
	letters := map[string]int{"k": 1, "t": 1, "m": 2, "mn": 2, "b": 3}
	if n := letters[strings.TrimSuffix(text, ".")]; n > 0 && thousands > 0 {
		return Scale{Text: text, Factor: math.Pow10(3 * n)}
	}
	return Scale{}
}
