//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package atomicfile

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// lockNew locks a new file or folder until release is called or this program ends. It holds
// the lock by a copy of the open file, so that closing the file itself does not release it.
// ok is false if another program saw the new file before it was locked, and has removed it
// or will. A drive that cannot lock is no obstacle.
func lockNew(file *os.File) (release func(), ok bool) {
	kept, err := duplicate(file)
	if err != nil {
		return func() {}, true
	}
	release = func() { syscall.Close(kept) }
	switch err := syscall.Flock(kept, syscall.LOCK_EX|syscall.LOCK_NB); {
	case errors.Is(err, syscall.EWOULDBLOCK):
		release()
		return nil, false
	case err != nil:
		return release, true
	}
	here, err := file.Stat()
	if err != nil {
		return release, true
	}
	there, err := os.Lstat(file.Name())
	if errors.Is(err, fs.ErrNotExist) || err == nil && !os.SameFile(here, there) {
		release()
		return nil, false
	}
	return release, true
}

// duplicate copies an open file's descriptor. Programs that this one starts do not inherit
// the copy.
func duplicate(file *os.File) (int, error) {
	raw, err := file.SyscallConn()
	if err != nil {
		return 0, err
	}
	var kept int
	var failed error
	err = raw.Control(func(fd uintptr) {
		syscall.ForkLock.RLock()
		defer syscall.ForkLock.RUnlock()
		if kept, failed = syscall.Dup(int(fd)); failed == nil {
			syscall.CloseOnExec(kept)
		}
	})
	return kept, errors.Join(err, failed)
}

// lockLeftover tries to lock an unfinished file or folder, which info describes. If it is
// free, release must be called.
func lockLeftover(path string, info os.FileInfo) (release func(), state lockState) {
	const mode = syscall.O_RDONLY | syscall.O_CLOEXEC | syscall.O_NOFOLLOW | syscall.O_NONBLOCK
	fd, err := syscall.Open(path, mode, 0)
	if err != nil {
		return nil, unknown
	}
	file := os.NewFile(uintptr(fd), path)
	opened, err := file.Stat()
	if err != nil || !os.SameFile(info, opened) {
		file.Close()
		return nil, inUse // another one now stands there
	}
	switch err := syscall.Flock(fd, syscall.LOCK_EX|syscall.LOCK_NB); {
	case err == nil:
		return func() { file.Close() }, free
	case errors.Is(err, syscall.EWOULDBLOCK):
		file.Close()
		return nil, inUse
	}
	file.Close()
	return nil, unknown
}
