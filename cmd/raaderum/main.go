// Command raaderum compares what Danish municipalities spend with what their
// background conditions lead one to expect.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

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

// sentence is an error as the command line says it.
func sentence(err error, l lang.Language) string { return "raaderum: " + lang.Of(err, l) }
