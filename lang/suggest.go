package lang

import (
	"slices"
	"strings"
)

// Suggestion asks whether one of the known words was meant by an unknown one: " Mente du
// 'Viborg'?". It is empty if no known word is near.
type Suggestion []string

// In returns the suggestion in a language, with a space before it.
func (s Suggestion) In(l Language) string {
	if len(s) == 0 {
		return ""
	}
	quoted := make([]string, len(s))
	for i, word := range s {
		quoted[i] = "'" + word + "'"
	}
	ask, or := " Mente du ", " eller "
	if l == English {
		ask, or = " Did you mean ", " or "
	}
	if n := len(quoted); n > 1 {
		return ask + strings.Join(quoted[:n-1], ", ") + or + quoted[n-1] + "?"
	}
	return ask + quoted[0] + "?"
}

// Suggest returns the known words nearest to word, best first and at most three. The
// distance is how many letters must be changed, inserted or taken out (Levenshtein). A word
// is near if at most a third of its letters differ, or if the known word begins with it. If
// none is near, Suggest returns words that contain it.
func Suggest(word string, known []string) Suggestion {
	type near struct {
		word     string
		distance int
	}
	asked := []rune(strings.ToLower(word))
	if len(asked) == 0 || len(asked) > 100 {
		return nil
	}
	limit := max(1, (len(asked)+1)/3)
	var found []near
	for _, k := range known {
		other := []rune(strings.ToLower(k))
		d := limit + 1
		if diff := len(asked) - len(other); diff <= limit && -diff <= limit {
			d = levenshtein(asked, other)
		}
		if len(asked) >= 3 && strings.HasPrefix(string(other), string(asked)) {
			d = min(d, 1)
		}
		if d <= limit {
			found = append(found, near{k, d})
		}
	}
	for _, k := range known {
		if len(found) > 0 && found[0].distance <= limit || len(asked) < 3 {
			break
		}
		if strings.Contains(strings.ToLower(k), string(asked)) {
			found = append(found, near{k, limit + 1})
		}
	}
	slices.SortStableFunc(found, func(a, b near) int { return a.distance - b.distance })
	var out Suggestion
	for _, f := range found {
		if len(out) < 3 && f.distance <= found[0].distance+1 {
			out = append(out, f.word)
		}
	}
	return out
}

// levenshtein returns the fewest letters that must be changed, inserted or taken out to
// turn one word into the other. It fills the table of the distances between all their
// beginnings, a row at a time, and keeps only the last row.
func levenshtein(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			above := row[j+1]
			cost := 1
			if x == y {
				cost = 0
			}
			row[j+1] = min(row[j]+1, above+1, diagonal+cost)
			diagonal = above
		}
	}
	return row[len(b)]
}
