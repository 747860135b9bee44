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

// grace is how long an interrupted job may take to tidy up. A job that waits for a file
// that never comes would wait for ever.
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

// runUntilCancelled does a job until it is done, or until the context ends and the job does
// not end with it. It then removes what the job has not finished.
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

// garbage is how much garbage may collect, in per cent of the memory in use, before it is
// removed. With Go's 100, a job of 100,000 municipalities takes more than 1 GiB.
const garbage = 50

// limitGarbage makes Go collect garbage more often than it does by itself, unless the user
// has set GOGC.
func limitGarbage() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(garbage)
	}
}
