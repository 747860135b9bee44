package compare

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Only returns the changes of one municipality, given by code or name. It returns false if
// neither report has the municipality, or if several municipalities have the name.
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

// findCode returns the code of the municipality that a code or a name means. It returns
// false if there is none, or if several have the name.
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

// isSameName compares names without regard to case and outer spaces.
func isSameName(a, b string) bool {
	return strings.EqualFold(norm.NFC.String(strings.TrimSpace(a)),
		norm.NFC.String(strings.TrimSpace(b)))
}

// MunicipalityName returns the name of the municipality asked for, as the reports have it.
// It returns the code if they have no name.
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

// Names returns the names of all municipalities of either report. They are what to suggest
// from when someone misspells one.
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
