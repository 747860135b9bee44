package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
)

// run does what the arguments ask, the first of them the program's name. The
// answer goes to stdout, warnings to stderr; the error returned is for the
// caller to show.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	if len(args) > 1 && args[1] == completeWord {
		return complete(args[2:], stdout)
	}
	if word, wrong := wrongLanguage(args); wrong {
		return usageError{notOneOf.With("lang", word, strings.Join(lang.Languages, ", "), lang.Suggest(word, lang.Languages))}
	}
	out := &output{ctx: ctx, w: &screen{w: stdout}}
	p := &program{lang: languageOf(args), args: args, stdout: out, stderr: &screen{w: stderr}, line: stderr}
	err := p.app().RunContext(ctx, args)
	if topic, ok := strings.CutPrefix(fmt.Sprint(err), "No help topic for "); ok {
		return usageError{leftover.With(strings.Trim(topic, "'"))}
	}
	switch {
	case out.err != nil && !errors.Is(out.err, context.Canceled):
		return fileError(answerFails, "", out.err)
	case err != nil:
		return err
	}
	return ctx.Err()
}

// languageOf finds the language before anything else is read, so that every
// word is said in it.
func languageOf(args []string) lang.Language {
	for _, word := range languageWords(args) {
		if l, ok := lang.Parse(word); ok {
			return l
		}
	}
	return lang.Danish
}

// wrongLanguage returns a language asked for that is none.
func wrongLanguage(args []string) (word string, wrong bool) {
	for _, word := range languageWords(args) {
		if _, ok := lang.Parse(word); !ok {
			return word, true
		}
	}
	return "", false
}

// languageWords are the values of --lang, wherever it stands.
func languageWords(args []string) (words []string) {
	for i, a := range args {
		if value, ok := strings.CutPrefix(strings.TrimLeft(a, "-"), "lang="); ok && strings.HasPrefix(a, "-") {
			words = append(words, value)
		} else if (a == "--lang" || a == "-lang") && i+1 < len(args) {
			words = append(words, args[i+1])
		}
	}
	return words
}

// program is one run of the command line.
type program struct {
	lang           lang.Language
	args           []string
	planText       []byte // of the plan that was read last
	stdout, stderr io.Writer
	line           io.Writer // stderr, for a line that is written over and over
}

// usageError is wrong use: the exit code is then 2.
type usageError struct{ lang.Message }

func (e usageError) Unwrap() error { return e.Message }

// exitCode is 0 where all went well, 2 for wrong use and 1 for the rest.
func exitCode(err error) int {
	var usage usageError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &usage):
		return 2
	}
	return 1
}

// command is a command with all that is said of it.
type command struct {
	name    string
	usage   lang.Phrase
	more    lang.Phrase // a paragraph below the usage
	flags   []option
	example string
	action  func(p *program, c *cli.Context) error
}

// option is a flag with all that is said of it.
type option struct {
	name  string
	value lang.Phrase // what stands for the value; empty: the flag has none
	many  bool        // may be given several times
	usage lang.Phrase
	words func() []string // what its value may be, for completion
}

// commands are the commands in the order that help shows them.
func commands() []command {
	return []command{benchmarkCommand, peersCommand, compareCommand, checkCommand, fetchCommand, planCommand, areasCommand, completionCommand, versionCommand}
}

// app builds the command line for the library that parses it. Help is our own
// text, for the library's is English.
func (p *program) app() *cli.App {
	cli.HelpFlag = &cli.BoolFlag{Name: "help", Aliases: []string{"h"}}
	app := &cli.App{
		Name:                      "raaderum",
		Writer:                    p.stdout,
		ErrWriter:                 p.stderr,
		HideHelpCommand:           true,
		HideVersion:               true,
		DisableSliceFlagSeparator: true,
		CustomAppHelpTemplate:     p.helpOfAll(),
		ExitErrHandler:            func(*cli.Context, error) {},
		OnUsageError:              p.badFlag(nil),
		Flags:                     []cli.Flag{&cli.StringFlag{Name: "lang"}},
		Action: func(c *cli.Context) error {
			if !c.Args().Present() {
				return cli.ShowAppHelp(c)
			}
			word := c.Args().First()
			if word == "help" {
				return cli.ShowAppHelp(c)
			}
			var names []string
			for _, cmd := range commands() {
				names = append(names, cmd.name)
			}
			return usageError{unknownCommand.With(word, strings.Join(names, ", "), lang.Suggest(word, names))}
		},
	}
	for _, cmd := range commands() {
		app.Commands = append(app.Commands, &cli.Command{
			Name:               cmd.name,
			CustomHelpTemplate: p.helpOf(cmd),
			HideHelpCommand:    true,
			OnUsageError:       p.badFlag(cmd.flags),
			Flags:              libraryFlags(cmd.flags),
			Action: func(c *cli.Context) error {
				if c.Args().Present() {
					return usageError{leftover.With(c.Args().First())}
				}
				if name, twice := givenAgain(cmd.flags, p.args); twice {
					return usageError{givenTwice.With(name)}
				}
				for _, f := range cmd.flags {
					if f.value != (lang.Phrase{}) && c.IsSet(f.name) && (c.String(f.name) == "" && !f.many || slices.Contains(c.StringSlice(f.name), "")) {
						return usageError{flagNeedsValue.With(f.name)}
					}
				}
				return cmd.action(p, c)
			},
		})
	}
	return app
}

func libraryFlags(flags []option) []cli.Flag {
	var list []cli.Flag
	for _, f := range flags {
		switch {
		case f.value == lang.Phrase{}:
			list = append(list, &cli.BoolFlag{Name: f.name})
		case f.many:
			list = append(list, &cli.StringSliceFlag{Name: f.name})
		default:
			list = append(list, &cli.StringFlag{Name: f.name})
		}
	}
	return list
}

// badFlag turns what the library says of a flag into our words.
func (p *program) badFlag(flags []option) cli.OnUsageErrorFunc {
	return func(_ *cli.Context, err error, _ bool) error {
		text := err.Error()
		if name, ok := strings.CutPrefix(text, "flag provided but not defined: -"); ok {
			name = strings.TrimLeft(name, "-")
			known := []string{"--help"}
			for _, f := range flags {
				known = append(known, "--"+f.name)
			}
			return usageError{unknownFlag.With(name, lang.Suggest("--"+name, known))}
		}
		if name, ok := strings.CutPrefix(text, "flag needs an argument: -"); ok {
			return usageError{flagNeedsValue.With(strings.TrimLeft(name, "-"))}
		}
		return usageError{badFlagValue.With()}
	}
}

// givenAgain returns a flag that is given more often than it may be, of which
// the library would take the last and say nothing.
func givenAgain(flags []option, args []string) (name string, found bool) {
	for _, f := range flags {
		n := 0
		for _, a := range args {
			word, _, _ := strings.Cut(a, "=")
			if strings.HasPrefix(word, "-") && strings.TrimLeft(word, "-") == f.name {
				n++
			}
		}
		if n > 1 && !f.many {
			return f.name, true
		}
	}
	return "", false
}

// oneOf returns a flag's value, or the first of those allowed where it is not
// given; one that is not allowed is wrong use.
func oneOf[W ~string](c *cli.Context, name string, allowed []W) (W, error) {
	word := W(c.String(name))
	if !c.IsSet(name) {
		return allowed[0], nil
	}
	if !slices.Contains(allowed, word) {
		words := texts(allowed)
		return "", usageError{notOneOf.With(name, string(word), strings.Join(words, ", "), lang.Suggest(string(word), words))}
	}
	return word, nil
}

// texts returns words as texts.
func texts[W ~string](words []W) []string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = string(w)
	}
	return list
}

// exists says whether there is a file, or anything else, at a path.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
