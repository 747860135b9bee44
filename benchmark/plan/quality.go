package plan

import "fmt"

// Quality is a measure of what the money buys. It is shown beside the spending. It never
// enters a difference or headroom.
type Quality struct {
	Indicator string `toml:"indicator"` // ID
	Better    Better `toml:"better"`    // "high" or "low"
	Name      string `toml:"name"`      // if empty, the indicator's name
}

// checkQuality reports what is wrong with an area's measures of quality.
func (c *checker) checkQuality(path string, list []Quality) {
	seen := map[string]bool{}
	for i, q := range list {
		at := fmt.Sprintf("%squality[%d].", path, i)
		switch {
		case q.Indicator == "":
			c.add(at+"indicator", "", mayNotBeEmpty.With())
		case seen[q.Indicator]:
			c.add(at+"indicator", q.Indicator, namedTwice.With(q.Indicator))
		}
		seen[q.Indicator] = true
		if q.Better == "" {
			c.add(at+"better", "", mayNotBeEmpty.With())
		}
		checkWord(c, at+"better", q.Better, Betters())
		c.checkLength(at+"name", q.Name)
	}
}
