package main

import (
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
// its own name, wherever it lay, and without the flag that lets a file be
// overwritten, which says nothing of what is in it.
func commandLine(args []string) string {
	words := []string{"raaderum"}
	for _, a := range args[min(1, len(args)):] {
		if strings.HasPrefix(a, "-") && strings.TrimLeft(a, "-") == "force" {
			continue
		}
		words = append(words, inShell(a))
	}
	return strings.Join(words, " ")
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
