package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/lang"
)

// writeProgramHelp returns the help of the program as a whole.
func (p *program) writeProgramHelp() string {
	var b strings.Builder
	writeParagraph(&b, about.In(p.lang))
	for _, t := range listTasks() {
		fmt.Fprintf(&b, "\n%s\n", t.head.In(p.lang))
		for _, line := range t.lines {
			fmt.Fprintf(&b, "    %s\n", line)
		}
		for _, cmd := range t.commands {
			writeEntry(&b, cmd.name, cmd.usage.In(p.lang))
		}
	}
	b.WriteByte('\n')
	writeParagraph(&b, moreHelp.In(p.lang))
	return escapeTemplate(b.String())
}

// writeCommandHelp returns the help of a command.
func (p *program) writeCommandHelp(cmd command) string {
	var b strings.Builder
	writeParagraph(&b, "raaderum "+cmd.name+": "+cmd.usage.In(p.lang))
	fmt.Fprintf(&b, "\n    %s\n", cmd.example)
	if cmd.more != (lang.Phrase{}) {
		b.WriteByte('\n')
		writeParagraph(&b, cmd.more.In(p.lang))
	}
	fmt.Fprintf(&b, "\n%s\n", headFlags.In(p.lang))
	for _, f := range cmd.flags {
		usage := f.usage.In(p.lang)
		if f.many {
			usage += "; " + severalTimes.In(p.lang)
		}
		if f.danish != "" && p.lang == lang.Danish {
			usage += " (--" + f.danish + ")"
		}
		writeEntry(&b, strings.TrimSpace("--"+f.name+" "+f.value.In(p.lang)), usage)
	}
	return escapeTemplate(b.String())
}

// writeParagraph writes words within the screen's width.
func writeParagraph(b *strings.Builder, words string) {
	for _, line := range text.Wrap(words, text.Width) {
		fmt.Fprintln(b, strings.TrimLeft(line, " "))
	}
}

// writeEntry writes a word with its explanation beside it.
func writeEntry(b *strings.Builder, word, usage string) {
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

// escapeTemplate keeps the library from taking a help text for a template.
func escapeTemplate(help string) string { return strings.ReplaceAll(help, "{{", `{{"{{"}}`) }
