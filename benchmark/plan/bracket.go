package plan

import "strings"

// findOpenBracket returns the line, counted from 1, of the first list of a TOML file that
// is never closed. It returns 0 if every list is closed. The decoder reads what follows a
// missing bracket as more of the list, so it complains of a later line than the one to
// correct. Brackets in texts and comments do not count.
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
			taken = measureText(rest)
			line += strings.Count(rest[:taken], "\n")
		}
		rest = rest[taken:]
	}
	if len(open) == 0 {
		return 0
	}
	return open[0]
}

// measureText returns the length in bytes of the TOML text at the beginning of s, with its
// quotation marks. A text that lacks its closing mark ends with its line. A text that
// opens with three quotation marks may have several lines, so without its closing marks it
// ends with the file.
func measureText(s string) int {
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
