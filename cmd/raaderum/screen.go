package main

import (
	"bytes"
	"io"
	"unicode"
	"unicode/utf8"
)

// screen passes text on without what could steer a terminal. Control characters
// in names, in files and in replies of servers become U+FFFD, and so do bytes
// that are no text. All that the program writes to its outputs goes through here
// or through [cleanText].
type screen struct {
	w    io.Writer
	rest []byte // the beginning of a letter or a line break that is not whole yet
}

func (s *screen) Write(p []byte) (int, error) {
	text := append(s.rest, p...)
	whole := len(text)
	for back := 1; back < utf8.UTFMax && back <= len(text); back++ {
		if end := text[len(text)-back:]; utf8.RuneStart(end[0]) {
			if !utf8.FullRune(end) || end[0] == '\r' {
				whole -= back
			}
			break
		}
	}
	clean := cleanText(text[:whole])
	if _, err := s.w.Write(clean); err != nil {
		return 0, err
	}
	s.rest = bytes.Clone(text[whole:])
	return len(p), nil
}

// cleanText returns text as it may be shown, with its line breaks and tabs.
func cleanText(text []byte) []byte {
	if utf8.Valid(text) && !hasControl(text) {
		return text
	}
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	return bytes.Map(func(r rune) rune {
		if isControl(r) {
			return utf8.RuneError
		}
		return r
	}, text)
}

// hasControl says whether a letter of valid text could steer a terminal, as isControl
// does. It looks at bytes and not at letters, for there may be gigabytes. The control
// letters beyond ASCII, U+0080 to U+009F, are those whose first byte is 0xC2 and whose
// second is below 0xA0.
func hasControl(text []byte) bool {
	for i, b := range text {
		switch {
		case b < ' ' && b != '\n' && b != '\t', b == 0x7f, b == 0xC2 && text[i+1] < 0xA0:
			return true
		}
	}
	return false
}

// isControl says whether a letter could steer a terminal.
func isControl(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }
