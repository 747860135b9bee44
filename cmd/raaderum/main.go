// Command raaderum compares what Danish municipalities spend with what their
// background conditions lead one to expect.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strings"

	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/lang"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := run(ctx, os.Args, os.Stdout, os.Stderr)
	if err != nil {
		fmt.Fprintln(os.Stderr, sentence(err, languageOf(os.Args)))
	}
	os.Exit(exitCode(err))
}

// sentence is an error as the command line says it, each of its lines within
// the screen's width.
func sentence(err error, l lang.Language) string {
	var lines []string
	for line := range strings.Lines("raaderum: " + lang.Of(err, l)) {
		lines = append(lines, text.Wrap(line, text.Width)...)
	}
	return strings.Join(lines, "\n")
}
