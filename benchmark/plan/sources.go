package plan

import (
	"fmt"
	"maps"
	"slices"

	"github.com/raaderum/raaderum/dataset"
)

// checkSources reports what is wrong in the plan's [[source]] sections.
func (c *checker) checkSources(sources []dataset.Mapping) {
	for i, s := range sources {
		wrong := s.Check()
		for _, key := range slices.Sorted(maps.Keys(wrong)) {
			c.add(fmt.Sprintf("source[%d].%s", i, key), key, wrong[key])
		}
	}
}
