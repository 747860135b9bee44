package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"syscall"

	"github.com/raaderum/raaderum/lang"
)

// output writes for as long as its context lasts, and keeps the first error.
type output struct {
	ctx context.Context
	w   io.Writer
	err error
}

func (o *output) Write(p []byte) (int, error) {
	if o.err == nil {
		o.err = o.ctx.Err()
	}
	if o.err != nil {
		return 0, o.err
	}
	n, err := o.w.Write(p)
	o.err = err
	return n, err
}

// unfinished are the files being written, to be removed where the program must
// end before they are.
var unfinished struct {
	sync.Mutex
	names map[string]bool
}

func begin(name string) {
	unfinished.Lock()
	defer unfinished.Unlock()
	if unfinished.names == nil {
		unfinished.names = map[string]bool{}
	}
	unfinished.names[name] = true
}

func end(name string) {
	unfinished.Lock()
	defer unfinished.Unlock()
	delete(unfinished.names, name)
}

func removeUnfinished() {
	unfinished.Lock()
	defer unfinished.Unlock()
	for name := range unfinished.names {
		os.Remove(name)
	}
}

// writeFile writes a file under another name beside it and then renames it,
// so that a failure leaves what was there before. Where the path is a link, it
// is the file it leads to that is written, and one that leads nowhere is left
// alone, as what is no file is. A file that was there keeps its permissions.
func writeFile(ctx context.Context, path string, force bool, write func(io.Writer) error) (err error) {
	target := path
	if led, err := filepath.EvalSymlinks(path); err == nil {
		target = led
	} else if _, stands := os.Lstat(path); stands == nil {
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			return cannotWriteTo(path, err)
		}
		return cannotWriteTo(path, leadsNowhere.With())
	}
	if info, err := os.Stat(target); err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return cannotWriteTo(path, notRegular.With())
	}
	f, err := createBeside(target)
	if err != nil {
		return cannotWriteTo(path, err)
	}
	begin(f.Name())
	defer func() {
		end(f.Name())
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	b := bufio.NewWriter(&output{ctx: ctx, w: f})
	if err := errors.Join(write(b), b.Flush(), keepPermissions(f, target), f.Sync(), f.Close()); err != nil {
		if errors.Is(err, context.Canceled) {
			return context.Canceled
		}
		return cannotWriteTo(path, err)
	}
	if !force && exists(path) {
		return fileExists.With(path)
	}
	if err := os.Rename(f.Name(), target); err != nil {
		return cannotWriteTo(path, err)
	}
	return nil
}

// createBeside makes a new file beside another, with the permissions that the
// user gives new files; those of a temporary file would be narrower.
func createBeside(target string) (*os.File, error) {
	for {
		name := filepath.Join(filepath.Dir(target), fmt.Sprintf(".raaderum-%08x", rand.Uint32()))
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// keepPermissions gives a file the permissions of the one it is to replace.
func keepPermissions(f *os.File, target string) error {
	info, err := os.Stat(target)
	if err != nil {
		return nil // there is none
	}
	return f.Chmod(info.Mode().Perm())
}

// cannotRead and cannotWriteTo say in the user's language what the operating
// system says in English.
func cannotRead(path string, err error) lang.Message { return fileError(readFails, path, err) }

func cannotWriteTo(path string, err error) lang.Message { return fileError(writeFails, path, err) }

func fileError(what lang.Phrase, path string, err error) lang.Message {
	reason := lang.Phrase{DA: err.Error(), EN: err.Error()}
	var said lang.Localized
	var pathError *fs.PathError
	switch {
	case errors.As(err, &said):
		return what.With(path, said)
	case errors.Is(err, fs.ErrNotExist):
		reason = doesNotExist
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		reason = noPermission
	case errors.Is(err, syscall.ENOSPC):
		reason = diskFull
	case errors.Is(err, syscall.EISDIR), errors.Is(err, syscall.ENOTDIR):
		reason = notAFile
	case errors.Is(err, syscall.ENAMETOOLONG):
		reason = nameTooLong
	case errors.Is(err, syscall.ELOOP):
		reason = linksAround
	case errors.Is(err, syscall.EPIPE):
		reason = notTaken
	case errors.Is(err, syscall.EIO):
		reason = diskFails
	case errors.As(err, &pathError):
		reason = lang.Phrase{DA: pathError.Err.Error(), EN: pathError.Err.Error()}
	}
	return what.With(path, lang.Message{Phrase: reason})
}
