package main

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/raaderum/raaderum/dataset"
)

// placeholders stand for the municipality's name in the name of a file.
var placeholders = []string{"{kommune}", "{municipality}"}

// hasPlaceholder says whether a path names one file for each municipality.
func hasPlaceholder(path string) bool {
	for _, p := range placeholders {
		if strings.Contains(path, p) {
			return true
		}
	}
	return false
}

// fillInName puts a municipality's name in its place in a file's name.
func fillInName(path, name string) string {
	for _, p := range placeholders {
		path = strings.ReplaceAll(path, p, name)
	}
	return path
}

// makeFileNames returns the names that municipalities have in the names of files. They
// differ, even for a system that takes a and A for the same. They depend on all
// municipalities, so that one alone gets the name that it has among them.
func makeFileNames(all []dataset.Municipality) []string {
	names := make([]string, len(all))
	taken := map[string]bool{}
	for i, m := range all {
		name := makeSafeName(m.Name)
		for k := 2; taken[strings.ToLower(name)]; k++ {
			name = makeSafeName(m.Name) + " " + makeSafeName(m.Code)
			if k > 2 { // another one has the same code once it is made safe
				name += " " + strconv.Itoa(k)
			}
		}
		taken[strings.ToLower(name)] = true
		names[i] = name
	}
	return names
}

// mostOfName is how many bytes of a name go into that of a file. Systems allow 255 in all.
const mostOfName = 120

// reserved are names that Windows keeps for devices.
var reserved = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])( *\.|$)`)

// makeSafeName makes a name of a text from data. The name is no path on any system.
func makeSafeName(text string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`/\:*?"<>|{}`, r), unicode.IsControl(r),
			r == unicode.ReplacementChar:
			return '-'
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsPrint(r):
			return -1
		}
		return r
	}, text)
	name = strings.Trim(strings.Join(strings.Fields(name), " "), " .-~")
	for len(name) > mostOfName {
		runes := []rune(name)
		name = strings.TrimRight(string(runes[:len(runes)-1]), " .")
	}
	if name == "" || reserved.MatchString(name) {
		name = "_" + name
	}
	return name
}
