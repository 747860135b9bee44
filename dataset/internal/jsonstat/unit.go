package jsonstat

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// categoryUnit is the unit of a category in JSON-stat: a label, a base in which it is
// counted, and a power of ten (https://json-stat.org/full/#unit).
type categoryUnit struct {
	Base       string `json:"base"`
	Label      string `json:"label"`
	Multiplier any    `json:"multiplier"`
}

// format returns the unit as people write units. The multiplier counts even beside a label.
// If the label states a scale itself, the two must agree.
func (u *categoryUnit) format() (text string, wrong lang.Message) {
	power := 0
	if u.Multiplier != nil {
		var known bool
		if power, known = readMultiplier(fmt.Sprint(u.Multiplier)); !known {
			return "", badMultiplier.With(table.Shorten(fmt.Sprint(u.Multiplier)))
		}
	}
	text = cmp.Or(u.Label, u.Base)
	if !unit.Parse(text).Amount && unit.Parse(u.Base).Amount {
		text = u.Base
	}
	factor := math.Pow10(power)
	said := unit.FindScales(u.Label)
	if u.Label == "" {
		said = unit.FindScales(u.Base)
	}
	for _, s := range said {
		if power != 0 && s.Factor != factor || text != u.Label && u.Label != "" && s.Factor != factor {
			return "", twoScales.With(table.Shorten(cmp.Or(u.Label, u.Base)), power)
		}
	}
	if power == 0 || len(said) > 0 && text == cmp.Or(u.Label, u.Base) {
		return text, lang.Message{}
	}
	amount := unit.Parse(text).Amount
	if text = formatPower(power) + text; amount && unit.Parse(text).Factor != factor {
		return "", twoScales.With(table.Shorten(text), power)
	}
	return text, lang.Message{}
}

// multipliers are the words that some statistics offices use for powers of ten.
var multipliers = map[string]int{
	"": 0, "unit": 0, "units": 0, "one": 0, "ones": 0, "none": 0, "enhed": 0, "enheder": 0,
	"ten": 1, "tens": 1, "hundred": 2, "hundreds": 2, "hundrede": 2, "hundreder": 2,
	"thousand": 3, "thousands": 3, "tusind": 3, "tusinde": 3, "tusinder": 3,
	"ten thousand": 4, "ten thousands": 4, "tens of thousands": 4,
	"hundred thousand": 5, "hundred thousands": 5, "hundreds of thousands": 5,
	"million": 6, "millions": 6, "millioner": 6, "mio": 6,
	"billions": 9, "milliard": 9, "milliarder": 9, "mia": 9, "trillions": 12,
}

// readMultiplier reads a power of ten, as a number or in words. "Billion" and "trillion"
// alone are of no certain size, since they differ between languages.
func readMultiplier(text string) (power int, known bool) {
	text = unit.Fold(text)
	if power, known = multipliers[strings.TrimSuffix(text, ".")]; known {
		return power, true
	}
	power, err := strconv.Atoi(text)
	return power, err == nil
}

// formatPower writes a power of ten as people do in units.
func formatPower(power int) string {
	switch power {
	case 3:
		return "1.000 "
	case 6:
		return "mio. "
	case 9:
		return "mia. "
	}
	return "10^" + strconv.Itoa(power) + " "
}
