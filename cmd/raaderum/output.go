package main

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/raaderum/raaderum/lang"
)

// writeFile writes a file under another name beside it and then renames it,
// so that a failure leaves what was there before.
func writeFile(path string, force bool, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return cannotWriteTo(path, err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	b := bufio.NewWriter(f)
	if err := errors.Join(write(b), b.Flush(), f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return cannotWriteTo(path, err)
	}
	if !force && exists(path) {
		return fileExists.With(path)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return cannotWriteTo(path, err)
	}
	return nil
}

// cannotRead and cannotWriteTo say in the user's language what the operating
// system says in English.
func cannotRead(path string, err error) lang.Message { return fileError(readFails, path, err) }

func cannotWriteTo(path string, err error) lang.Message { return fileError(writeFails, path, err) }

func fileError(what lang.Phrase, path string, err error) lang.Message {
	reason := lang.Phrase{DA: err.Error(), EN: err.Error()}
	var pathError *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		reason = doesNotExist
	case errors.Is(err, fs.ErrPermission):
		reason = noPermission
	case errors.As(err, &pathError):
		reason = lang.Phrase{DA: pathError.Err.Error(), EN: pathError.Err.Error()}
	}
	return what.With(path, lang.Message{Phrase: reason})
}
