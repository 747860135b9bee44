package plan

import "strings"

// findOpenBracket returns the line of the first list of a TOML file that is never
// closed, from 1; 0: there is none. What follows a missing bracket is read as more of
// the list, so that the decoder complains of a line after the one to correct. Brackets
// in texts and comments do not count.
func findOpenBracket(text []byte) int {
	var open []int // the lines of the brackets that are not closed yet
	line := 1
	for rest := string(text); rest != ""; {
		taken := 1
		switch rest[0] {
		case '\n':
			line++
		case '[':
			open = append(open, line)
		case ']':
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		case '#':
			taken = len(rest) - len(strings.TrimLeftFunc(rest, func(r rune) bool { return r != '\n' }))
		case '"', '\'':
			taken = lengthOfText(rest)
			line += strings.Count(rest[:taken], "\n")
		}
		rest = rest[taken:]
	}
	if len(open) == 0 {
		return 0
	}
	return open[0]
}

// lengthOfText returns how many bytes the TOML text takes that s begins with. One that
// is not ended goes on to the end of its line, or of the file where it has three
// quotation marks.
func lengthOfText(s string) int {
	mark, ends := s[:1], "\n"
	if long := strings.Repeat(mark, 3); strings.HasPrefix(s, long) {
		mark, ends = long, ""
	}
	for i := len(mark); i < len(s); i++ {
		switch {
		case s[i] == '\\' && mark[0] == '"':
			i++
		case strings.HasPrefix(s[i:], mark):
			return i + len(mark)
		case ends != "" && s[i] == ends[0]:
			return i
		}
	}
	return len(s)
}
