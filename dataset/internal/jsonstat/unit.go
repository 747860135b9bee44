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

// categoryUnit is the unit of a category in JSON-stat: a label, and what it is counted
// in, a base and a power of ten (https://json-stat.org/full/#unit).
type categoryUnit struct {
	Base       string `json:"base"`
	Label      string `json:"label"`
	Multiplier any    `json:"multiplier"`
}

// format returns the unit as units are written. The multiplier counts, even beside a
// label. If the label states a scale itself, the two must agree.
func (u *categoryUnit) format() (text string, wrong lang.Message) {
	power := 0
	if u.Multiplier != nil {
		var err error
		if power, err = strconv.Atoi(strings.TrimSpace(fmt.Sprint(u.Multiplier))); err != nil {
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

// formatPower writes a power of ten as units do.
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
