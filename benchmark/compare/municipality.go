package compare

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Only returns the changes of the municipality with a code or a name. It returns
// false where neither report has it, or where several have the name.
func (c *Changes) Only(who string) (*Changes, bool) {
	c = c.orEmpty()
	code, ok := c.findCode(who)
	if !ok {
		return nil, false
	}
	one := *c
	one.Municipality = code
	one.Rows = nil
	for _, k := range c.Rows {
		if k.Municipality == code {
			one.Rows = append(one.Rows, k)
		}
	}
	for _, u := range []*Unmatched{&one.OnlyFrom, &one.OnlyTo} {
		u.Municipalities = slices.DeleteFunc(slices.Clone(u.Municipalities),
			func(m Municipality) bool {
				return m.Code != code
			})
		u.Rows = slices.DeleteFunc(slices.Clone(u.Rows), func(r Row) bool {
			return r.Municipality != code
		})
	}
	return &one, true
}

// findCode returns the code of a municipality of either report.
func (c *Changes) findCode(who string) (code string, ok bool) {
	named := map[string]bool{}
	for _, s := range []*Saved{c.From, c.To} {
		for _, r := range s.Rows {
			if r.Municipality == who {
				return who, true
			}
			if isSameName(r.Name, who) {
				code = r.Municipality
				named[code] = true
			}
		}
	}
	return code, len(named) == 1
}

func isSameName(a, b string) bool {
	return strings.EqualFold(norm.NFC.String(strings.TrimSpace(a)),
		norm.NFC.String(strings.TrimSpace(b)))
}

// MunicipalityName returns the name in the reports of the municipality asked for.
func (c *Changes) MunicipalityName() string {
	c = c.orEmpty()
	for _, s := range []*Saved{c.To, c.From} {
		for _, r := range s.Rows {
			if r.Municipality == c.Municipality {
				return r.Name
			}
		}
	}
	return c.Municipality
}

// Names returns the names of the municipalities of either report, to suggest
// from.
func (c *Changes) Names() []string {
	c = c.orEmpty()
	names := map[string]bool{}
	for _, s := range []*Saved{c.From, c.To} {
		for _, r := range s.Rows {
			names[r.Name] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}
