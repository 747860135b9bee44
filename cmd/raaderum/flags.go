package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
)

// command is a command and everything that is said of it.
type command struct {
	name    string
	usage   lang.Phrase
	more    lang.Phrase // a paragraph below the usage
	flags   []option
	example string
	action  func(p *program, c *cli.Context) error
}

// option is a flag and everything that is said of it.
type option struct {
	name   string
	value  lang.Phrase // what stands for the value; empty: the flag has none
	many   bool        // it may be given several times
	usage  lang.Phrase
	words  func() []string // the values that it may have, for completion
	danish string          // another name for it; empty: none
	needed lang.Message    // what is said if it is missing; empty: it may be missing
}

func (o option) hasValue() bool { return o.value != lang.Phrase{} }

// task is what somebody comes to do: the lines that it mostly takes, and the commands for it.
type task struct {
	head     lang.Phrase
	lines    []string // the commonest first
	commands []command
}

// listTasks returns the tasks with the commands, in the order that help shows them.
func listTasks() []task {
	return []task{
		{
			head: taskCompare,
			lines: []string{
				"raaderum benchmark --municipality Viborg",
				"raaderum benchmark --municipality Viborg --out viborg.xlsx",
				"raaderum benchmark --municipality Viborg --area folkeskole",
			},
			commands: []command{benchmarkCommand, peersCommand, compareCommand},
		},
		{
			head: taskFigures,
			lines: []string{
				"raaderum fetch --year 2021..2024 --out data",
				"raaderum check --data data",
				"raaderum benchmark --data data --municipality Viborg",
			},
			commands: []command{
				fetchCommand, checkCommand, dataCommand, planCommand, areasCommand,
			},
		},
		{
			head:     taskProgram,
			commands: []command{completionCommand, versionCommand},
		},
	}
}

// listCommands returns the commands in the order that help shows them.
func listCommands() (list []command) {
	for _, t := range listTasks() {
		list = append(list, t.commands...)
	}
	return list
}

func listCommandNames() (names []string) {
	for _, cmd := range listCommands() {
		names = append(names, cmd.name)
	}
	return names
}

// rootFlags are the flags that may stand before the command.
var rootFlags = []option{langFlag}

// The names of the flag for help, which all commands have.
const (
	helpFlag      = "help"
	helpFlagShort = "h"
)

// The formats of answers.
const (
	formatText = "text"
	formatJSON = "json"
	formatCSV  = "csv"
)

// translateFlags replaces the Danish names of flags by the names that they have in the
// program.
func translateFlags(args []string) []string {
	names := map[string]string{"--hjælp": "--" + helpFlag, "--hjaelp": "--" + helpFlag}
	for _, cmd := range listCommands() {
		for _, f := range cmd.flags {
			if f.danish != "" {
				names["--"+f.danish] = "--" + f.name
				names["--"+withoutDanishLetters.Replace(f.danish)] = "--" + f.name
			}
		}
	}
	translated := slices.Clone(args)
	for i, word := range args {
		name, value, hasValue := strings.Cut(word, "=")
		if english, ok := names[name]; ok {
			translated[i] = english
			if hasValue {
				translated[i] += "=" + value
			}
		}
	}
	return translated
}

// withoutDanishLetters writes a word as it is written where the keyboard has no æ, ø and å.
var withoutDanishLetters = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa")

// newChoiceFlag returns a flag that takes one of some words, by default the first.
func newChoiceFlag(name string, usage lang.Phrase, words []string) option {
	all := strings.Join(words, "|")
	return option{
		name: name, value: lang.Phrase{DA: all, EN: all}, usage: usage,
		words: func() []string { return words },
	}
}

// inDanish returns the flag with a Danish name beside its own.
func (o option) inDanish(name string) option {
	o.danish = name
	return o
}

// withUsage returns the flag with other words on what it is for.
func (o option) withUsage(usage lang.Phrase) option {
	o.usage = usage
	return o
}

// convertFlags returns flags as the library wants them.
func convertFlags(flags []option) []cli.Flag {
	list := []cli.Flag{&cli.BoolFlag{Name: helpFlag, Aliases: []string{helpFlagShort}}}
	for _, f := range flags {
		switch {
		case f.many:
			list = append(list, &cli.StringSliceFlag{Name: f.name})
		case f.hasValue():
			list = append(list, &cli.GenericFlag{Name: f.name, Value: &flagValue{}})
		default:
			list = append(list, &cli.BoolFlag{Name: f.name})
		}
	}
	return list
}

// flagValue is the value of a flag. It counts how often the flag is given. The library's
// own value would silently keep the last one.
type flagValue struct {
	text  string
	times int
}

// Set takes a value from the command line.
func (v *flagValue) Set(text string) error {
	v.text = text
	v.times++
	return nil
}

func (v *flagValue) String() string { return v.text }

// Count returns how often the flag was given.
func (v *flagValue) Count() int { return v.times }

// checkFlags returns a check of a command's words that runs before the command. It finds
// words that belong to no flag, flags that are given twice or without a value, and missing
// flags that are needed.
func (p *program) checkFlags(flags []option) cli.BeforeFunc {
	return func(c *cli.Context) error {
		// a command stands below the program, which stands below nothing
		isCommand := len(c.Lineage()) > 2
		if isCommand && c.Args().Present() {
			return usageError{leftover.With(c.Args().First())}
		}
		for _, f := range flags {
			times := c.Count(f.name)
			if isCommand && slices.ContainsFunc(rootFlags, f.isNamed) {
				times += c.Lineage()[1].Count(f.name)
			}
			if times > 1 && !f.many {
				return usageError{givenTwice.With(f.name)}
			}
		}
		for _, f := range flags {
			isEmpty := f.hasValue() && !f.many && c.IsSet(f.name) && c.String(f.name) == ""
			if isEmpty || f.many && slices.Contains(c.StringSlice(f.name), "") {
				return usageError{flagNeedsValue.With(f.name)}
			}
		}
		for _, f := range flags {
			if f.needed.Phrase != (lang.Phrase{}) && !c.IsSet(f.name) {
				return usageError{f.needed}
			}
		}
		return nil
	}
}

// isNamed says whether another flag has the same name.
func (o option) isNamed(other option) bool { return o.name == other.name }

// findBadFlag returns the error of words in which the library could not read the flags. The
// library only says what is wrong in English. So the words are read again here, by the
// rules of package flag.
func findBadFlag(flags []option, words []string) error {
	for len(words) > 0 {
		word, dashed := strings.CutPrefix(words[0], "-")
		word = strings.TrimPrefix(word, "-")
		if !dashed || word == "" {
			break // a word that is no flag, or the mark that ends the flags
		}
		words = words[1:]
		name, value, hasValue := strings.Cut(word, "=")
		i := slices.IndexFunc(flags, func(f option) bool { return f.name == name })
		switch {
		case name == "" || name[0] == '-':
			return usageError{badFlagValue.With()}
		case i < 0 && name != helpFlag && name != helpFlagShort:
			return usageError{unknownFlag.With(name, suggestFlag(name, flags))}
		case i < 0 || !flags[i].hasValue():
			if _, err := strconv.ParseBool(value); hasValue && err != nil {
				return usageError{badFlagValue.With()}
			}
		case hasValue:
		case len(words) == 0:
			return usageError{flagNeedsValue.With(name)}
		default:
			words = words[1:]
		}
	}
	return usageError{badFlagValue.With()}
}

// parseChoice returns a flag's value, or the first of the allowed ones if the flag is not
// given. A value that is not allowed is wrong use.
func parseChoice[W ~string](c *cli.Context, name string, allowed []W) (W, error) {
	word := c.String(name)
	if !c.IsSet(name) {
		return allowed[0], nil
	}
	if !slices.Contains(allowed, W(word)) {
		words := makeStrings(allowed)
		all := strings.Join(words, ", ")
		return "", usageError{notOneOf.With(name, word, all, lang.Suggest(word, words))}
	}
	return W(word), nil
}

// makeStrings returns words as texts.
func makeStrings[W ~string](words []W) []string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = string(w)
	}
	return list
}
