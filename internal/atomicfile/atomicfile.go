// Package atomicfile writes files that appear whole or not at all.
//
// A file is written under another name in its own folder, and is moved to its place when it
// is finished. A failure therefore leaves what was there before:
//
//	f, err := atomicfile.Create(path)
//	if err != nil {
//		return err
//	}
//	defer f.Discard() // does nothing after Commit
//	… write to f …
//	return f.Commit()
//
// A program that must end before its files are finished calls [RemoveUnfinished]. A program
// that was killed leaves them behind, and the next one that writes in the same folder
// removes them. See [Prepare].
package atomicfile

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"

	"github.com/raaderum/raaderum/lang"
)

// bufferSize is how many bytes are gathered before they are written.
const bufferSize = 64 << 10

// File is a file that is being written.
type File struct {
	target  string // where it will be when it is finished
	file    *os.File
	buffer  *bufio.Writer
	release func() // releases the lock that keeps other runs from removing it
	ended   bool   // it was committed or discarded
}

// Create begins a file. If the path is a link, the file that it leads to is written. Create
// refuses a link that leads nowhere, and anything that is no ordinary file, such as a
// device, because it would be replaced.
func Create(path string) (*File, error) {
	target, err := findTarget(path)
	if err != nil {
		return nil, err
	}
	file, release, err := createBeside(target)
	if err != nil {
		return nil, aboutTarget(target, err)
	}
	register(file.Name())
	buffer := bufio.NewWriterSize(file, bufferSize)
	return &File{target: target, file: file, buffer: buffer, release: release}, nil
}

// Prepare makes sure that files can be written, so that long work is not begun for a file
// that [Create] would refuse. It also removes what killed programs left unfinished in their
// folders. If a file cannot be written, Prepare returns the file's path and why.
func Prepare(paths ...string) (refused string, err error) {
	folders := map[string]bool{}
	for _, path := range paths {
		target, err := findTarget(path)
		if err != nil {
			return path, err
		}
		if folder := filepath.Dir(target); !folders[folder] {
			folders[folder] = true
			removeLeftovers(folder)
			f, err := Create(path)
			if err != nil {
				return path, err
			}
			f.Discard()
		}
	}
	return "", nil
}

// Check says why [Create] would refuse a path: because of a folder, a link that leads
// nowhere, or something that is no ordinary file. It changes nothing.
func Check(path string) error {
	_, err := findTarget(path)
	return err
}

// findTarget returns the file that a path means.
func findTarget(path string) (string, error) {
	target := path
	if led, err := filepath.EvalSymlinks(path); err == nil {
		target = led
	} else if _, err := os.Lstat(path); err == nil {
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		return "", leadsNowhere.With()
	}
	switch info, err := os.Stat(target); {
	case err != nil: // there is no file yet, or creating it will say why
	case info.IsDir():
		return "", &fs.PathError{Op: "write", Path: path, Err: syscall.EISDIR}
	case !info.Mode().IsRegular():
		return "", notRegular.With()
	}
	return target, nil
}

// createBeside makes a new file in a file's folder, with the permissions that
// the user gives new files, and locks it.
func createBeside(target string) (file *os.File, release func(), err error) {
	for {
		name := fmt.Sprintf("%s%08x", filePrefix, rand.Uint32())
		path := filepath.Join(filepath.Dir(target), name)
		file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		if release, ok := lockNew(file); ok {
			return file, release, nil
		}
		file.Close() // another run removed it before it was locked
	}
}

// Write writes to the file.
func (f *File) Write(p []byte) (int, error) {
	n, err := f.buffer.Write(p)
	return n, aboutTarget(f.target, err)
}

// Restart forgets what was written, so that the file begins anew.
func (f *File) Restart() error {
	f.buffer.Reset(f.file)
	_, err := f.file.Seek(0, io.SeekStart)
	return aboutTarget(f.target, errors.Join(err, f.file.Truncate(0)))
}

// The steps of [File.Commit] that some drives refuse. Tests change them.
var (
	changeMode = (*os.File).Chmod
	syncFile   = (*os.File).Sync
)

// Sync brings to the disk what was written, so that a full disk is known before
// [File.Commit].
func (f *File) Sync() error {
	err := f.buffer.Flush()
	if err == nil {
		err = unlessRefused(syncFile(f.file))
	}
	return aboutTarget(f.target, err)
}

// Commit finishes the file and moves it to its place. It replaces a file that stood there
// and keeps its permissions. If Commit fails, that file is untouched and the new one is
// gone.
func (f *File) Commit() error {
	var err error
	if info, missing := os.Stat(f.target); missing == nil {
		err = unlessRefused(changeMode(f.file, info.Mode().Perm()))
	}
	if err = errors.Join(err, f.Sync(), f.file.Close()); err == nil {
		err = os.Rename(f.file.Name(), f.target)
	}
	if err != nil {
		f.Discard()
		return aboutTarget(f.target, err)
	}
	f.end()
	return nil
}

// unlessRefused returns an error, or nil if the error only says that the drive does not
// support the operation. Network drives often refuse to change permissions, or to say when
// everything is on the disk. The file is whole all the same.
func unlessRefused(err error) error {
	for _, refusal := range []error{fs.ErrPermission, errors.ErrUnsupported, syscall.EINVAL} {
		if errors.Is(err, refusal) {
			return nil
		}
	}
	return err
}

// Discard gives up the file and leaves nothing of it. After [File.Commit], or a second
// time, it does nothing.
func (f *File) Discard() {
	if f.ended {
		return
	}
	f.file.Close()
	os.Remove(f.file.Name())
	f.end()
}

func (f *File) end() {
	f.ended = true
	f.release()
	unregister(f.file.Name())
}

// aboutTarget puts the target's name in an error. The temporary name means nothing to the
// user.
func aboutTarget(target string, err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return &fs.PathError{Op: path.Op, Path: target, Err: path.Err}
	case errors.As(err, &link):
		return &fs.PathError{Op: link.Op, Path: target, Err: link.Err}
	}
	return err
}

var (
	leadsNowhere = lang.Phrase{
		DA: "den er et link til en fil, der ikke findes. Slet linket, eller vælg et andet navn",
		EN: "it is a link to a file that does not exist. Delete the link, or choose another name",
	}
	notRegular = lang.Phrase{
		DA: "den er ikke en almindelig fil. Vælg et andet navn",
		EN: "it is no ordinary file. Choose another name",
	}
)
