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
	err := runUntilSignal(func(ctx context.Context) error {
		return runProgram(ctx, os.Args, os.Stdout, os.Stderr)
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, describeError(err, findLanguage(os.Args)))
	}
	os.Exit(findExitCode(err))
}
