package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// otherCommandWords are words that people try for a command, in both languages.
var otherCommandWords = map[string]string{
	"sammenlign": "benchmark", "sammenligning": "benchmark", "rapport": "benchmark",
	"report": "benchmark", "run": "benchmark", "kør": "benchmark", "forventet": "benchmark",
	"naboer": "peers", "lignende": "peers", "nærmeste": "peers", "gruppe": "peers",
	"neighbours": "peers", "similar": "peers",
	"ændringer": "compare", "forskelle": "compare", "changes": "compare", "diff": "compare",
	"hent": "fetch", "download": "fetch", "get": "fetch",
	"tjek": "check", "kontroller": "check", "kontrol": "check", "validate": "check",
	"tal": "data", "eksport": "data", "export": "data", "figures": "data",
	"standardplan": "plan",
	"områder":      "areas", "konti": "areas", "accounts": "areas",
	"fuldfør": "completion", "complete": "completion",
	"udgave": "version",
}

// otherFlagWords are words that people try for a flag, in both languages.
var otherFlagWords = map[string]string{
	"fil": "data", "filer": "data", "file": "data", "files": "data", "input": "data",
	"by": "municipality", "kommuner": "municipality", "municipalities": "municipality",
	"konto": "area", "account": "area", "områder": "area", "areas": "area",
	"årstal": "year", "years": "year",
	"output": "out", "o": "out", "excel": "out", "xlsx": "out", "projektmappe": "out",
	"json": "format", "csv": "format", "tekst": "format",
	"language": "lang", "overwrite": "force", "prisindeks": "prices", "ledger": "corrections",
	"metode": "estimator", "model": "estimator", "method": "estimator",
	"råderum": "target", "verbose": "warnings", "bemærkninger": "warnings", "remarks": "warnings",
}

// suggestCommand suggests a command for a word that is none.
func suggestCommand(word string) lang.Suggestion {
	words := slices.Concat(listCommandNames(), slices.Sorted(maps.Keys(otherCommandWords)))
	var commands lang.Suggestion
	for _, near := range lang.Suggest(word, words) {
		if command, isOther := otherCommandWords[near]; isOther {
			near = command
		}
		if !slices.Contains(commands, near) {
			commands = append(commands, near)
		}
	}
	return commands
}

// suggestFlag suggests one of a command's flags, or the program's, for a name that is none. A
// flag that other commands have is said to be theirs.
func suggestFlag(name string, flags []option) lang.Localized {
	name = strings.ToLower(name)
	if name == versionCommand.name || name == "v" {
		return lang.Suggestion{"raaderum " + versionCommand.name}
	}
	find := func(name string) (o option, ok bool) {
		i := slices.IndexFunc(flags, func(f option) bool { return f.name == name })
		if i >= 0 {
			o = flags[i]
		}
		return o, i >= 0
	}
	if f, ok := find(otherFlagWords[name]); ok {
		return lang.Suggestion{"--" + f.name}
	}
	var theirs lang.List
	for _, cmd := range listCommands() {
		has := func(f option) bool { return f.name == name || f.danish == name }
		if slices.ContainsFunc(cmd.flags, has) {
			theirs = append(theirs, cmd.name)
		}
	}
	if len(theirs) > 0 {
		return belongsElsewhere.With(theirs)
	}
	known := []string{"--" + helpFlag}
	for _, f := range flags {
		known = append(known, "--"+f.name)
		if f.danish != "" {
			known = append(known, "--"+f.danish)
		}
	}
	return lang.Suggest("--"+name, known)
}
