package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/raaderum/raaderum/internal/atomicfile"
	"github.com/raaderum/raaderum/internal/fullwrite"
	"github.com/raaderum/raaderum/internal/sysreason"
	"github.com/raaderum/raaderum/lang"
)

// writeFile writes a file that appears whole or not at all. It replaces another file only
// if force is set.
func writeFile(ctx context.Context, path string, force bool, write func(io.Writer) error) error {
	f, err := atomicfile.Create(path)
	if err != nil {
		return cannotWrite(path, err)
	}
	defer f.Discard()
	err = write(fullwrite.NewContext(ctx, f))
	switch {
	case errors.Is(err, context.Canceled):
		return context.Canceled
	case err != nil:
		return cannotWrite(path, err)
	case !force && pathExists(path): // one appeared since it was looked for
		return fileExists.With(path)
	}
	if err := f.Commit(); err != nil {
		return cannotWrite(path, err)
	}
	return nil
}

// checkPlace says why nothing can be written at a path: because of a folder, a link to
// nowhere or a device.
func checkPlace(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return isFolder.With(path)
	}
	if err := atomicfile.Check(path); err != nil {
		return cannotWrite(path, err)
	}
	return nil
}

// pathExists says whether there is a file, or anything else, at a path.
func pathExists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// cannotRead says why a file cannot be read.
func cannotRead(path string, err error) lang.Message {
	return readFails.With(path, sysreason.Describe(err))
}

// cannotWrite says why a file cannot be written.
func cannotWrite(path string, err error) lang.Message {
	return writeFails.With(path, sysreason.Describe(err))
}

// blameTempFolder says that an error came from a file in a folder for temporary files, and
// not from the file being written. A large workbook is kept there until it is whole, and
// the folder may be on another disk.
func blameTempFolder(folder string, err error) error {
	var about *fs.PathError
	if !errors.As(err, &about) || filepath.Dir(about.Path) != folder {
		return err
	}
	variable := "TMPDIR"
	if runtime.GOOS == "windows" {
		variable = "TMP"
	}
	return tempFolderFails.With(os.TempDir(), sysreason.Describe(err), variable)
}
