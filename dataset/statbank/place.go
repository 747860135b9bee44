package statbank

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"

	"github.com/raaderum/raaderum/lang"
)

// createBeside makes a new file beside another, with the permissions that the
// user gives new files. Its name is one that no other run has.
func createBeside(path string) (*os.File, error) {
	for {
		name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".raaderum-%08x", rand.Uint32()))
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// place gives the file and its record their names. The record comes first: see
// [Record.Replaces].
func (f *file) place(r *Record) error {
	err := f.f.Close()
	name := f.f.Name()
	f.f = nil
	if err == nil {
		err = writeWhole(f.path+recordEnding, r.text())
	}
	if err == nil {
		err = os.Rename(name, f.path)
	}
	if err != nil {
		os.Remove(name)
		return disk(cannotWrite, f.path, err)
	}
	return nil
}

// writeWhole writes a small file whole or not at all.
func writeWhole(path string, text []byte) error {
	f, err := createBeside(path)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// disk says in the user's language what the operating system says in English.
func disk(what lang.Phrase, path string, err error) *Error {
	return &Error{Kind: Disk, Err: err, message: what.With(path, onDisk(err))}
}

// inTable says of which table an error is.
func inTable(table string, err error) error {
	var e *Error
	if errors.As(err, &e) {
		e.Table = table
	}
	return err
}
