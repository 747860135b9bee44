package main

import (
	"path/filepath"
	"strings"

	"github.com/raaderum/raaderum/benchmark/excel"
)

// sheetChoices are which areas get a sheet of their own in a workbook.
var sheetChoices = []string{"candidates", string(excel.AllSheets)}

// newWorkbookOptions returns what a workbook is to have, and what it says of how it
// was made.
func (p *program) newWorkbookOptions(sheets, tempFolder string) excel.Options {
	o := excel.Options{
		Command: makeCommandLine(p.args), Version: findVersion(), Plan: string(p.planText),
		TempFolder: tempFolder,
	}
	if sheets == string(excel.AllSheets) {
		o.Sheets = excel.AllSheets
	}
	return o
}

// makeCommandLine returns the command as it can be given again to a shell. Where
// things lay on the machine is nobody else's business: the program goes by its
// own name, files named from the root go by theirs, and so does the workbook in
// any case. The flag that lets a file be overwritten is left out, because it says
// nothing of what is in the file.
func makeCommandLine(args []string) string {
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
			a = strings.TrimSuffix(a, value) + cutFolder(value, name == "out")
		case !isFlag:
			a = cutFolder(a, out)
		}
		out = isFlag && flag == "out"
		words = append(words, quoteWord(a))
	}
	return strings.Join(words, " ")
}

// cutFolder returns a file's name without its folder, where that is named from
// the root or is to be left out in any case. Other words stay.
func cutFolder(word string, always bool) string {
	if word != "" && (always || filepath.IsAbs(word)) {
		return filepath.Base(word)
	}
	return word
}

// quoteWord sets a word in quotation marks where a shell would take it for
// something else.
func quoteWord(word string) string {
	plain := word != "" && !strings.ContainsFunc(word, func(r rune) bool {
		return strings.ContainsRune(" \t\n\"'`$&|;<>()*?[]{}!#~\\", r)
	})
	if plain {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
