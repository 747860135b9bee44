package main

import (
	"fmt"
	"strings"

	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
)

var completionCommand = command{
	name:    "completion",
	usage:   usageCompletion,
	more:    moreCompletion,
	flags:   []option{newChoiceFlag("shell", usageShell, shells), langFlag},
	example: "source <(raaderum completion --shell bash)",
	action: func(p *program, c *cli.Context) error {
		shell, err := parseChoice(c, "shell", shells)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(p.stdout, completionScripts[shell], completeFlag)
		return err
	},
}

// completeFlag is what the shells add to the words on the line, to ask how the last word
// may go on. The library looks for it.
const completeFlag = "--generate-bash-completion"

var shells = []string{"bash", "zsh", "fish"}

// completionScripts are what each shell needs. If no word of ours completes the line, the
// shell completes names of files.
var completionScripts = map[string]string{
	"bash": `_raaderum() {
  local IFS=$'\n'
  COMPREPLY=($(raaderum "${COMP_WORDS[@]:1:COMP_CWORD}" %s))
}
complete -o default -F _raaderum raaderum
`,
	"zsh": `#compdef raaderum
_raaderum() {
  local -a found
  found=("${(@f)$(raaderum "${(@)words[2,CURRENT]}" %s)}")
  if [[ -n "$found" ]]; then compadd -a found; else _files; fi
}
compdef _raaderum raaderum
`,
	"fish": `complete -c raaderum -a '(raaderum (commandline -opc)[2..] (commandline -ct) %s)'
`,
}

// listCompletions returns what the last of the words after a command may become: a flag, or
// a value of the flag before it.
func listCompletions(cmd command, words []string) []string {
	if len(words) == 0 { // the command's name is not finished
		return listCommandNames()
	}
	if len(words) > 1 {
		before, isFlag := strings.CutPrefix(words[len(words)-2], "--")
		for _, f := range cmd.flags {
			switch {
			case !isFlag || f.name != before || !f.hasValue():
			case f.words == nil:
				return nil // the shell completes names of files
			default:
				return f.words()
			}
		}
	}
	var names []string
	for _, f := range cmd.flags {
		names = append(names, "--"+f.name)
		if f.danish != "" {
			names = append(names, "--"+f.danish)
		}
	}
	return names
}

// offerWords writes the words that complete the last word on the line.
func (p *program) offerWords(words []string) {
	last := ""
	if n := len(p.args); n > 2 { // beside the program's name and the flag that asks for this
		last = strings.ToLower(p.args[n-2])
	}
	for _, word := range words {
		if strings.HasPrefix(strings.ToLower(word), last) {
			fmt.Fprintln(p.stdout, word)
		}
	}
}

func listMunicipalityNames() []string { return danmark.Register().Names() }

func listAreaIDs() []string {
	var ids []string
	for _, a := range danmark.DefaultPlan(lang.Danish).Areas {
		ids = append(ids, a.ID)
	}
	return ids
}
