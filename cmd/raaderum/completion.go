package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/urfave/cli/v2"
)

var completionCommand = command{
	name:    "completion",
	usage:   usageCompletion,
	more:    moreCompletion,
	flags:   []option{{name: "shell", value: valueShell, usage: usageShell, words: func() []string { return shells }}, langFlag},
	example: "source <(raaderum completion --shell bash)",
	action: func(p *program, c *cli.Context) error {
		shell, err := oneOf(c, "shell", shells)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(p.stdout, completionScripts[shell], completeWord)
		return err
	},
}

// completeWord is what the shells call the program with, followed by the words
// on the line, to be told how the last of them may go on.
const completeWord = "__complete"

var shells = []string{"bash", "zsh", "fish"}

// completionScripts are for the shells; with no word of ours to go on with
// they complete names of files.
var completionScripts = map[string]string{
	"bash": `_raaderum() {
  local IFS=$'\n'
  COMPREPLY=($(raaderum %s "${COMP_WORDS[@]:1:COMP_CWORD}"))
}
complete -o default -F _raaderum raaderum
`,
	"zsh": `#compdef raaderum
_raaderum() {
  local -a found
  found=("${(@f)$(raaderum %s "${(@)words[2,CURRENT]}")}")
  if [[ -n "$found" ]]; then compadd -a found; else _files; fi
}
compdef _raaderum raaderum
`,
	"fish": `complete -c raaderum -a '(raaderum %s (commandline -opc)[2..] (commandline -ct))'
`,
}

// complete writes the words that the last of the words may become, a line
// each.
func complete(words []string, w io.Writer) error {
	if len(words) == 0 {
		words = []string{""}
	}
	last := words[len(words)-1]
	var known []string
	if len(words) == 1 {
		for _, cmd := range commands() {
			known = append(known, cmd.name)
		}
	}
	for _, cmd := range commands() {
		if len(words) == 1 || cmd.name != words[0] {
			continue
		}
		previous := strings.TrimPrefix(words[len(words)-2], "--")
		valueOf := false
		for _, f := range cmd.flags {
			known = append(known, "--"+f.name)
			valueOf = valueOf || f.name == previous && strings.HasPrefix(words[len(words)-2], "--") && f.value.EN != ""
		}
		if valueOf {
			known = nil
		}
		for _, f := range cmd.flags {
			if valueOf && f.name == previous && f.words != nil {
				known = f.words()
			}
		}
	}
	for _, word := range known {
		if strings.HasPrefix(strings.ToLower(word), strings.ToLower(last)) {
			if _, err := fmt.Fprintln(w, word); err != nil {
				return err
			}
		}
	}
	return nil
}

func municipalityNames() []string { return danmark.Register.Names() }

func areaIDs() []string {
	plan, err := plan.Parse(danmark.PlanName, danmark.Plan)
	if err != nil {
		return nil
	}
	var ids []string
	for _, a := range plan.Areas {
		ids = append(ids, a.ID)
	}
	return ids
}
