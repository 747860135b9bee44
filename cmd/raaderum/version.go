package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v2"
)

var versionCommand = command{
	name:    "version",
	usage:   usageVersion,
	flags:   []option{langFlag},
	example: "raaderum version",
	action: func(p *program, _ *cli.Context) error {
		_, err := fmt.Fprintf(p.stdout, "raaderum %s (%s, %s/%s)\n",
			findVersion(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
		return err
	},
}

// findVersion returns the module's version, as the toolchain recorded it.
func findVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
