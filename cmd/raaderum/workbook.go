package main

import (
	"path/filepath"
	"strings"

	"github.com/raaderum/raaderum/benchmark/excel"
)

// sheetChoices are the choices of areas that get a sheet of their own in a workbook.
var sheetChoices = []string{"candidates", string(excel.AllSheets)}

// newWorkbookOptions returns what a workbook shall have, and what it shall say of how it
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

// makeCommandLine returns the command as it can be given to a shell again. Where files lie
// on this machine is nobody else's business. So the program goes by its name alone, files
// named from the root go by theirs, and the workbook does in any case. The flag that lets a
// file be overwritten is left out, because it says nothing about the file's content.
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

// cutFolder returns a file's name without its folder, if the path begins at the root or
// always is set. Other words stay as they are.
func cutFolder(word string, always bool) string {
	if word != "" && (always || filepath.IsAbs(word)) {
		return filepath.Base(word)
	}
	return word
}

// quoteWord puts a word in quotation marks if a shell would take it for something else.
func quoteWord(word string) string {
	plain := word != "" && !strings.ContainsFunc(word, func(r rune) bool {
		return strings.ContainsRune(" \t\n\"'`$&|;<>()*?[]{}!#~\\", r)
	})
	if plain {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
