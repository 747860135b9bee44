//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package atomicfile

import (
	"os"
	"runtime"
)

// lockNew does nothing. Windows removes no file that is open, and on other systems only its
// age tells a leftover.
func lockNew(*os.File) (release func(), ok bool) { return func() {}, true }

// lockLeftover says that a file on Windows is free, because a file that a program has open
// cannot be removed. A folder can lose some of its files, so its age decides.
func lockLeftover(_ string, info os.FileInfo) (release func(), state lockState) {
	if runtime.GOOS == "windows" && !info.IsDir() {
		return func() {}, free
	}
	return nil, unknown
}
