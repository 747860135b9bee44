package main

import (
	"bytes"
	"io"
	"unicode"
	"unicode/utf8"
)

// screen passes text on without anything that could control a terminal. Control characters
// in names, in files and in replies of servers become U+FFFD, and so do bytes that are no
// text. Everything that the program writes to its outputs goes through here or through
// [cleanText].
type screen struct {
	w    io.Writer
	rest []byte // the beginning of a letter or a line break that is not complete yet
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

// hasControl says whether valid text has a letter that could control a terminal, as
// isControl says. It looks at bytes and not at letters, because there may be gigabytes. The
// control letters beyond ASCII, U+0080 to U+009F, have 0xC2 as the first byte, and a second
// byte below 0xA0.
func hasControl(text []byte) bool {
	for i, b := range text {
		switch {
		case b < ' ' && b != '\n' && b != '\t', b == 0x7f, b == 0xC2 && text[i+1] < 0xA0:
			return true
		}
	}
	return false
}

// isControl says whether a letter could control a terminal.
func isControl(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }
