package main

import (
	"path/filepath"
	"strings"

	"github.com/raaderum/raaderum/benchmark/excel"
)

// sheetChoices are which areas get a sheet of their own in a workbook.
var sheetChoices = []string{"candidates", string(excel.AllSheets)}

// workbookOptions are what a workbook is to have, and what it says of how it was
// made.
func (p *program) workbookOptions(sheets string) excel.Options {
	o := excel.Options{Command: commandLine(p.args), Version: version(), Plan: string(p.planText)}
	if sheets == string(excel.AllSheets) {
		o.Sheets = excel.AllSheets
	}
	return o
}

// commandLine is the command as it can be given again to a shell: the program by
// its own name, and files named from the root by theirs, wherever they lay on the
// machine, which is nobody else's business; the workbook by its name in any case;
// and without the flag that lets a file be overwritten, which says nothing of what
// is in it.
func commandLine(args []string) string {
	words := []string{"raaderum"}
	out := false
	for _, a := range args[min(1, len(args)):] {
		flag, isFlag := strings.CutPrefix(a, "-")
		flag = strings.TrimPrefix(flag, "-")
		if isFlag && flag == "force" {
			continue
		}
		name, value, together := strings.Cut(flag, "=")
		switch {
		case isFlag && together:
			a = strings.TrimSuffix(a, value) + byName(value, name == "out")
		case !isFlag:
			a = byName(a, out)
		}
		out = isFlag && flag == "out"
		words = append(words, inShell(a))
	}
	return strings.Join(words, " ")
}

// byName is a file's name without where it lies, where that is from the root or to
// be left out in any case; other words stay.
func byName(word string, always bool) string {
	if word != "" && (always || filepath.IsAbs(word)) {
		return filepath.Base(word)
	}
	return word
}

// inShell sets a word in quotation marks where a shell would take it for
// something else.
func inShell(word string) string {
	plain := word != "" && !strings.ContainsFunc(word, func(r rune) bool {
		return strings.ContainsRune(" \t\n\"'`$&|;<>()*?[]{}!#~\\", r)
	})
	if plain {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
