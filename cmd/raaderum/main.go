// Command raaderum compares what Danish municipalities spend with what their
// background conditions lead one to expect.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/lang"
)

// grace is how long an interrupted job may take to tidy up. One that waits for
// a file that never comes would wait for ever.
const grace = time.Second

// garbage is how much may lie about, in per cent of what is in use, before it is
// collected. At Go's 100 a job of 100,000 municipalities takes more than 1 GiB.
const garbage = 70

func main() {
	debug.SetGCPercent(garbage)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	done := make(chan error, 1)
	go func() { done <- run(ctx, os.Args, os.Stdout, os.Stderr) }()
	var err error
	select {
	case err = <-done:
	case <-ctx.Done():
		stop() // a second signal ends the program at once
		select {
		case err = <-done:
		case <-time.After(grace):
			err = ctx.Err()
			removeUnfinished()
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, sentence(err, languageOf(os.Args)))
	}
	os.Exit(exitCode(err))
}

// sentence is an error as the command line says it, each of its lines within
// the screen's width.
func sentence(err error, l lang.Language) string {
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
	return string(shown([]byte(strings.Join(lines, "\n"))))
}
