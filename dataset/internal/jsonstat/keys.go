package jsonstat

import "encoding/json"

// repeatedKey returns a key that stands twice in an object of a valid JSON text, and its
// position, or -1. Package encoding/json would silently keep the last of the two values.
func repeatedKey(text string) (key string, at int) {
	var objects []map[string]bool // the objects and lists around the place; a list is nil
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '{':
			objects = append(objects, map[string]bool{})
		case '[':
			objects = append(objects, nil)
		case '}', ']':
			objects = objects[:len(objects)-1]
		case '"':
			from := i
			for i++; text[i] != '"'; i++ {
				if text[i] == '\\' {
					i++
				}
			}
			if len(objects) == 0 || objects[len(objects)-1] == nil || !isKey(text[i+1:]) {
				continue
			}
			var key string
			json.Unmarshal([]byte(text[from:i+1]), &key)
			if seen := objects[len(objects)-1]; seen[key] {
				return key, from
			} else {
				seen[key] = true
			}
		}
	}
	return "", -1
}

// isKey says whether a text is a key, given what follows it.
func isKey(after string) bool {
	for i := range len(after) {
		switch after[i] {
		case ' ', '\t', '\r', '\n':
		default:
			return after[i] == ':'
		}
	}
	return false
}
