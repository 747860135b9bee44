package main

import (
	"os"

	"github.com/urfave/cli/v2"
)

// inputFlags are the flags whose files commands read.
var inputFlags = []option{dataFlag, planFlag, correctionsFlag, pricesFlag}

// keepInputs refuses to write a file that the command also reads, which would
// then be gone. It is the file that counts and not its path, which may be that of
// a link.
func keepInputs(c *cli.Context, output string) error {
	written, err := os.Stat(output)
	if err != nil {
		return nil // there is none
	}
	for _, flag := range inputFlags {
		paths := c.StringSlice(flag.name)
		if !flag.many {
			paths = []string{c.String(flag.name)}
		}
		for _, path := range paths {
			read, err := os.Stat(path)
			if path == stdinName {
				read, err = os.Stdin.Stat()
			}
			if err == nil && os.SameFile(written, read) {
				return usageError{outputIsInput.With(output, flag.name, path)}
			}
		}
	}
	return nil
}
