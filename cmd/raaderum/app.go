package main

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/internal/fullwrite"
	"github.com/raaderum/raaderum/internal/sysreason"
	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
)

// runProgram does what the arguments ask for. The first of them is the program's name. The
// answer goes to stdout, and warnings go to stderr. The caller shows the error that it
// returns.
func runProgram(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	args = joinFiles(translateFlags(args))
	if err := checkLanguage(args); err != nil {
		return err
	}
	out := fullwrite.NewContext(ctx, &screen{w: fullwrite.New(stdout)})
	p := &program{
		lang: findLanguage(args), args: args,
		stdout: out, stderr: &screen{w: fullwrite.New(stderr)}, line: stderr,
	}
	err := p.newApp().RunContext(ctx, args)
	switch {
	case out.Err() != nil && !errors.Is(out.Err(), context.Canceled):
		return answerFails.With(sysreason.Describe(out.Err()))
	case err != nil:
		return err
	case p.wrongWord != nil:
		return p.wrongWord
	}
	return ctx.Err()
}

// program is one run of the command line.
type program struct {
	lang           lang.Language
	args           []string
	planText       []byte // the text of the plan that was read last
	stdout, stderr io.Writer
	line           io.Writer // stderr, for a line that is written over and over
	wrongWord      error     // set if a word is no command
}

// newApp returns the command line as the library that parses it wants it. The library finds
// the command, reads the flags and decides when to show help or completions. All words are
// ours, because the library speaks only English.
func (p *program) newApp() *cli.App {
	app := &cli.App{
		Name:      "raaderum",
		Writer:    p.stdout,
		ErrWriter: p.stderr,
		// The library's help flag is a variable that every program in the process shares. Each
		// command has a help flag of its own instead.
		HideHelp:                  true,
		HideVersion:               true,
		EnableBashCompletion:      true,
		DisableSliceFlagSeparator: true,
		CustomAppHelpTemplate:     p.writeProgramHelp(),
		ExitErrHandler:            func(*cli.Context, error) {},
		OnUsageError: func(_ *cli.Context, _ error, _ bool) error {
			return findBadFlag(rootFlags, p.args[1:])
		},
		Before:       p.checkFlags(rootFlags),
		BashComplete: func(*cli.Context) { p.offerWords(listCommandNames()) },
		CommandNotFound: func(c *cli.Context, word string) {
			p.wrongWord = newUnknownWord(c, word)
		},
		Flags: convertFlags(rootFlags),
	}
	for _, cmd := range listCommands() {
		app.Commands = append(app.Commands, p.newCommand(cmd))
	}
	app.Commands = append(app.Commands, &cli.Command{
		Name: "help", Aliases: []string{"hjælp"}, Hidden: true, HideHelp: true,
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return cli.ShowCommandHelp(c.Lineage()[1], c.Args().First())
			}
			return cli.ShowAppHelp(c)
		},
	})
	return app
}

// newCommand returns a command for the library.
func (p *program) newCommand(cmd command) *cli.Command {
	return &cli.Command{
		Name:               cmd.name,
		CustomHelpTemplate: p.writeCommandHelp(cmd),
		HideHelp:           true,
		OnUsageError: func(c *cli.Context, _ error, _ bool) error {
			return findBadFlag(cmd.flags, findWordsAfter(c))
		},
		Before: p.checkFlags(cmd.flags),
		BashComplete: func(c *cli.Context) {
			p.offerWords(listCompletions(cmd, findWordsAfter(c)))
		},
		Flags:  convertFlags(cmd.flags),
		Action: func(c *cli.Context) error { return cmd.action(p, c) },
	}
}

// findWordsAfter returns the words that stand after a command's name.
func findWordsAfter(c *cli.Context) []string {
	return c.Lineage()[1].Args().Tail()
}

// newUnknownWord returns the error of a word that is no command, although it stands where a
// command or a topic of help should.
func newUnknownWord(c *cli.Context, word string) error {
	if c.Bool(helpFlag) {
		return usageError{leftover.With(word)}
	}
	all := strings.Join(listCommandNames(), ", ")
	return usageError{unknownCommand.With(word, all, suggestCommand(word))}
}

// findLanguage finds the language before anything else is read, so that every message is in
// it.
func findLanguage(args []string) lang.Language {
	for _, word := range findLanguageWords(args) {
		if l, ok := lang.Parse(word); ok {
			return l
		}
	}
	return lang.Danish
}

// checkLanguage says that a language was asked for which there is not. While a word is
// being completed, it may still become right.
func checkLanguage(args []string) error {
	for _, word := range findLanguageWords(args) {
		if _, ok := lang.Parse(word); !ok && args[len(args)-1] != completeFlag {
			all := strings.Join(lang.Languages(), ", ")
			return usageError{
				notOneOf.With("lang", word, all, lang.Suggest(word, lang.Languages())),
			}
		}
	}
	return nil
}

// findLanguageWords returns the values of --lang, wherever it stands.
func findLanguageWords(args []string) (words []string) {
	for i, a := range args {
		value, ok := strings.CutPrefix(strings.TrimLeft(a, "-"), "lang=")
		switch {
		case ok && strings.HasPrefix(a, "-"):
			words = append(words, value)
		case (a == "--lang" || a == "-lang") && i+1 < len(args):
			words = append(words, args[i+1])
		}
	}
	return words
}

// usageError is the error of wrong use. The exit code is then 2.
type usageError struct{ lang.Message }

func (e usageError) Unwrap() error { return e.Message }

// findExitCode returns 0 if all went well, 2 for wrong use and 1 for any other error.
func findExitCode(err error) int {
	var usage usageError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &usage):
		return 2
	}
	return 1
}

// halfway is an interruption that leaves finished files behind. Other interruptions leave
// nothing.
type halfway struct{ lang.Message }

func (halfway) Unwrap() error { return context.Canceled }

// describeError returns an error as the command line shows it, with each line within the
// screen's width.
func describeError(err error, l lang.Language) string {
	words := lang.Of(err, l)
	var some halfway
	switch {
	case errors.As(err, &some):
		words = some.In(l)
	case errors.Is(err, context.Canceled):
		words = interrupted.In(l)
	}
	var lines []string
	for line := range strings.Lines("raaderum: " + words) {
		lines = append(lines, text.Wrap(line, text.Width)...)
	}
	return string(cleanText([]byte(strings.Join(lines, "\n"))))
}
