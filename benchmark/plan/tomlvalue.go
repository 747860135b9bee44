package plan

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// describeValue says what kind of value stands in a TOML file, and quotes it.
func describeValue(value any) lang.Localized {
	words := isDate
	switch value.(type) {
	case string:
		words = isText
	case []any:
		words = isList
	case map[string]any:
		words = isTable
	case int64, float64:
		words = isNumber
	case bool:
		words = isBool
	}
	return words.With(shorten(writeValue(value)))
}

// writeValue returns a value as it is written in TOML.
func writeValue(value any) string {
	switch v := value.(type) {
	case string:
		return strconv.Quote(v)
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = writeValue(item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case map[string]any:
		var entries []string
		for _, key := range slices.Sorted(maps.Keys(v)) {
			entries = append(entries, key+" = "+writeValue(v[key]))
		}
		return "{ " + strings.Join(entries, ", ") + " }"
	}
	return fmt.Sprint(value)
}
