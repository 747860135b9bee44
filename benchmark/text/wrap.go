package text

import "strings"

// Pad returns a text as wide as its column: filled up with spaces, or cut with an
// ellipsis at its end.
func Pad(text string, width int) string {
	text = removeControls(text)
	if countColumns(text) > width {
		text = cutText(text, width-1) + "…"
	}
	return text + strings.Repeat(" ", width-countColumns(text))
}

// removeControls replaces the control characters of a text. Texts come from data, and a
// control character could steer the terminal or turn the direction of what follows.
func removeControls(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e ||
			r >= 0x2066 && r <= 0x2069 {
			return '�'
		}
		return r
	}, text)
}

// Wrap breaks a text at its spaces into lines of at most width columns. It indents the
// lines after the first by two.
func Wrap(text string, width int) []string {
	width = max(width, 4)
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		word = removeControls(word)
		// A word that is too long for any line, such as a path, is cut.
		for part := cutText(word, width-2); len(part) < len(word); part = cutText(word, width-2) {
			if line != "" {
				lines = append(lines, line)
			}
			line, word = "  "+part, word[len(part):]
		}
		if word == "" {
			continue
		}
		switch {
		case line == "":
			line = word
		case countColumns(line)+1+countColumns(word) <= width:
			line += " " + word
		default:
			lines = append(lines, line)
			line = "  " + word
		}
	}
	return append(lines, line)
}
