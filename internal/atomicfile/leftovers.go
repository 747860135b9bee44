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

// The names of unfinished files and folders begin so. That of a file begins with a dot,
// which hides it in the user's folder.
const (
	filePrefix   = ".raaderum-"
	folderPrefix = "raaderum-"
)

// unfinished are the paths of the files and folders that this program has made and not
// finished yet.
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

// RemoveUnfinished removes everything that is not finished. It is for a program that ends
// at once, because writing to the files fails after it.
func RemoveUnfinished() {
	unfinished.Lock()
	defer unfinished.Unlock()
	for path := range unfinished.paths {
		os.RemoveAll(path)
	}
}

// TempFolder makes a folder for temporary files in the system's place for them. It first
// removes the folders that killed programs left. The function that it returns removes the
// folder with everything in it.
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

// makeLocked makes a temporary folder and locks it. Before it is locked, another run may
// take it for a leftover and remove it. Then makeLocked makes another one.
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

// oursOnly matches the names that only this package gives.
var oursOnly = regexp.MustCompile(
	`^(` + regexp.QuoteMeta(filePrefix) + `[0-9a-f]{8}|` + folderPrefix + `[0-9]+)$`)

// oldAge is the age from which a file counts as a leftover if nothing better is known. No
// run writes a file for so long.
const oldAge = 24 * time.Hour

// removeLeftovers removes what killed programs left unfinished in a folder. It leaves alone
// what a running program is writing: that has a lock, which the system releases when the
// program ends in any way. Where files cannot be locked, only those older than a day are
// removed. What cannot be removed is passed over in silence, because nothing depends on it.
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

// lockState says what is known about the program that made an unfinished file.
type lockState int

const (
	unknown lockState = iota
	inUse             // the program runs, and holds the lock
	free              // the program has ended, and the lock is now ours
)
