package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/raaderum/raaderum/internal/atomicfile"
)

// grace is how long an interrupted job may take to tidy up. One that waits for
// a file that never comes would wait for ever.
const grace = time.Second

// runUntilSignal does a job until it is done, or the user or the system asks the
// program to end.
func runUntilSignal(job func(context.Context) error) error {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}
	ctx, stop := signal.NotifyContext(context.Background(), signals...)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	return runUntilCancelled(ctx, job)
}

// runUntilCancelled does a job until it is done, or the context ends and the job
// does not end with it. What the job has not finished is then removed.
func runUntilCancelled(ctx context.Context, job func(context.Context) error) error {
	done := make(chan error, 1)
	go func() { done <- job(ctx) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return err
	case <-time.After(grace):
		atomicfile.RemoveUnfinished()
		return ctx.Err()
	}
}

// garbage is how much may lie about, in per cent of what is in use, before it is
// collected. At Go's 100 a job of 100,000 municipalities takes more than 1 GiB.
const garbage = 50

// limitGarbage has garbage collected more often than Go does by itself, unless
// the user has decided on that.
func limitGarbage() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(garbage)
	}
}
