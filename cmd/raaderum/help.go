package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/lang"
)

// helpOfAll is the help of the program as a whole.
func (p *program) helpOfAll() string {
	var b strings.Builder
	paragraph(&b, about.In(p.lang))
	fmt.Fprintf(&b, "\n%s\n", headCommands.In(p.lang))
	for _, cmd := range commands() {
		entry(&b, cmd.name, cmd.usage.In(p.lang))
	}
	fmt.Fprintf(&b, "\n%s\n", headExample.In(p.lang))
	fmt.Fprintf(&b, "  %s\n\n", benchmarkCommand.example)
	paragraph(&b, moreHelp.In(p.lang))
	return escape(b.String())
}

// helpOf is the help of a command.
func (p *program) helpOf(cmd command) string {
	var b strings.Builder
	paragraph(&b, "raaderum "+cmd.name+": "+cmd.usage.In(p.lang))
	if cmd.more != (lang.Phrase{}) {
		b.WriteByte('\n')
		paragraph(&b, cmd.more.In(p.lang))
	}
	fmt.Fprintf(&b, "\n%s\n", headFlags.In(p.lang))
	for _, f := range cmd.flags {
		usage := f.usage.In(p.lang)
		if f.many {
			usage += "; " + severalTimes.In(p.lang)
		}
		entry(&b, strings.TrimSpace("--"+f.name+" "+f.value.In(p.lang)), usage)
	}
	fmt.Fprintf(&b, "\n%s\n  %s\n", headExample.In(p.lang), cmd.example)
	return escape(b.String())
}

func paragraph(b *strings.Builder, words string) {
	for _, line := range text.Wrap(words, text.Width) {
		fmt.Fprintln(b, strings.TrimLeft(line, " "))
	}
}

// entry writes a word and what is said of it beside it.
func entry(b *strings.Builder, word, usage string) {
	const left = 26
	lines := text.Wrap(usage, text.Width-left)
	fmt.Fprintf(b, "  %s", word)
	if n := utf8.RuneCountInString(word) + 2; n < left {
		b.WriteString(strings.Repeat(" ", left-n))
	} else {
		b.WriteString("\n" + strings.Repeat(" ", left))
	}
	for i, line := range lines {
		if i > 0 {
			b.WriteString(strings.Repeat(" ", left))
		}
		fmt.Fprintln(b, strings.TrimLeft(line, " "))
	}
}

// escape keeps the library from reading a template into a help text.
func escape(help string) string { return strings.ReplaceAll(help, "{{", `{{"{{"}}`) }
