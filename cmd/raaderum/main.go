// Command raaderum compares what Danish municipalities spend with what their
// background conditions lead one to expect.
package main

import (
	"context"
	"fmt"
	"os"
)

func main() {
	limitGarbage()
	err := untilSignal(func(ctx context.Context) error {
		return run(ctx, os.Args, os.Stdout, os.Stderr)
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, describe(err, findLanguage(os.Args)))
	}
	os.Exit(exitCode(err))
}
