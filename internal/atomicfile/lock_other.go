//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package atomicfile

import (
	"os"
	"runtime"
)

// lockNew has nothing to do: Windows removes no file that is open, and on other
// systems age alone tells a leftover.
func lockNew(*os.File) (release func(), ok bool) { return func() {}, true }

// lockLeftover says that a file on Windows is free, for it cannot be removed
// while a program has it open. A folder can lose some of its files.
func lockLeftover(_ string, info os.FileInfo) (release func(), state lockState) {
	if runtime.GOOS == "windows" && !info.IsDir() {
		return func() {}, free
	}
	return nil, unknown
}
