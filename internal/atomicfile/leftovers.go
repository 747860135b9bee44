package atomicfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sync"
	"time"
)

// The names of what is unfinished begin so. That of a file has a dot, which
// hides it in the user's folder.
const (
	filePrefix   = ".raaderum-"
	folderPrefix = "raaderum-"
)

// unfinished are the paths of the files and folders that this program has made
// and not yet finished with.
var unfinished = struct {
	sync.Mutex
	paths map[string]bool
}{paths: map[string]bool{}}

func register(path string) {
	unfinished.Lock()
	defer unfinished.Unlock()
	unfinished.paths[path] = true
}

func unregister(path string) {
	unfinished.Lock()
	defer unfinished.Unlock()
	delete(unfinished.paths, path)
}

// RemoveUnfinished removes everything that is not finished. It is for a program
// that ends at once: what still writes to the files fails.
func RemoveUnfinished() {
	unfinished.Lock()
	defer unfinished.Unlock()
	for path := range unfinished.paths {
		os.RemoveAll(path)
	}
}

// TempFolder makes a folder for temporary files where the system keeps those,
// and first removes the ones that killed programs left. What it returns with
// the folder removes it with all that is in it.
func TempFolder() (path string, remove func(), err error) {
	removeLeftovers(os.TempDir())
	path, release, err := makeLocked()
	if err != nil {
		return "", nil, err
	}
	register(path)
	return path, func() {
		os.RemoveAll(path)
		release()
		unregister(path)
	}, nil
}

// makeLocked makes a temporary folder and locks it. Another run may take the folder
// for a leftover, and remove it, before it is locked; then another one is made.
func makeLocked() (path string, release func(), err error) {
	for {
		path, err = os.MkdirTemp("", folderPrefix+"*")
		if err != nil {
			return "", nil, err
		}
		folder, err := os.Open(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return "", nil, err
		}
		release, ok := lockNew(folder)
		folder.Close()
		if ok {
			return path, release, nil
		}
	}
}

// oursOnly are the names that only this package gives.
var oursOnly = regexp.MustCompile(
	`^(` + regexp.QuoteMeta(filePrefix) + `[0-9a-f]{8}|` + folderPrefix + `[0-9]+)$`)

// oldAge is when a file is a leftover wherever nothing better is known. No run
// writes a file for so long.
const oldAge = 24 * time.Hour

// removeLeftovers removes what programs that were killed left unfinished in a
// folder. What a program that still runs is writing stays: it has a lock, which
// the system takes from a program that ends, however it ends. Where files
// cannot be locked, only what is older than a day goes. Nothing is said of what
// cannot be removed, for nothing depends on it.
func removeLeftovers(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		isFile := e.Type().IsRegular() && e.Name()[0] == filePrefix[0]
		isFolder := e.IsDir() && e.Name()[0] != filePrefix[0]
		if !oursOnly.MatchString(e.Name()) || !isFile && !isFolder {
			continue
		}
		path := filepath.Join(folder, e.Name())
		info, err := os.Lstat(path)
		if err != nil {
			continue
		}
		switch release, state := lockLeftover(path, info); state {
		case inUse:
		case free:
			os.RemoveAll(path)
			release()
		case unknown:
			if time.Since(info.ModTime()) > oldAge {
				os.RemoveAll(path)
			}
		}
	}
}

// lockState is what is known of an unfinished file's program.
type lockState int

const (
	unknown lockState = iota
	inUse             // it runs, and holds the lock
	free              // it has ended, and the lock is ours
)
