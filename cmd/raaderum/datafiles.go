package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset"
)

// bundledNames are the words that name the bundled figures in place of a file.
var bundledNames = []string{"bundled", "medfølgende"}

// stdinName is the word that names standard input in place of a file.
const stdinName = "-"

// togetherMark stands between files that were given after one flag. No file's name has it.
const togetherMark = "\x00"

// joinFiles makes a single value of all files that stand after one --data. There are
// several where a shell has put the names of files in place of a pattern.
func joinFiles(args []string) (joined []string) {
	for i := 0; i < len(args); i++ {
		name, first, hasValue := strings.Cut(args[i], "=")
		if name != "--"+dataFlag.name && name != "-"+dataFlag.name {
			joined = append(joined, args[i])
			continue
		}
		joined = append(joined, name)
		var files []string
		if hasValue {
			files = append(files, first)
		}
		for i+1 < len(args) && (!strings.HasPrefix(args[i+1], "-") || args[i+1] == stdinName) {
			i++
			files = append(files, args[i])
		}
		if len(files) > 0 {
			joined = append(joined, strings.Join(files, togetherMark))
		}
	}
	return joined
}

// A dataFile is one file that --data names. The files of one flag have the same order: none
// of them is named after another.
type dataFile struct {
	path  string
	order int
}

// findDataFiles finds the files that the values of --data name: a file, the files of a
// folder or a pattern, or standard input. A value may also name the bundled figures.
func findDataFiles(values []string) (files []dataFile, bundled bool, err error) {
	for order, value := range values {
		for path := range strings.SplitSeq(value, togetherMark) {
			if slices.Contains(bundledNames, path) {
				if pathExists(path) {
					return nil, false, usageError{bundledIsFile.With(path, path)}
				}
				bundled = true
				continue
			}
			paths, err := findFiles(path)
			if err != nil {
				return nil, false, err
			}
			for _, one := range paths {
				same := func(f dataFile) bool { return f.path == one }
				if slices.ContainsFunc(files, same) {
					return nil, false, usageError{givenTwice.With("data " + one)}
				}
				files = append(files, dataFile{one, order})
			}
		}
	}
	return files, bundled, nil
}

// findFiles finds the files that one name means. If it means none, the name itself is
// returned, and opening it will say why it cannot be read.
func findFiles(path string) ([]string, error) {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return listFolder(path)
	case err == nil || path == stdinName || !strings.ContainsAny(path, "*?["):
		return []string{path}, nil
	}
	found, err := filepath.Glob(path)
	if err != nil || len(found) == 0 {
		return nil, usageError{patternOfNone.With(path)}
	}
	return found, nil
}

// listFolder returns the files in a folder. It leaves out folders in it, hidden files, and
// the records that fetch keeps beside its files.
func listFolder(path string) (files []string, err error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, cannotRead(path, err)
	}
	for _, e := range entries {
		name := e.Name()
		hidden := strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
		if of, ok := strings.CutSuffix(name, ".json"); ok && pathExists(filepath.Join(path, of)) {
			hidden = true
		}
		if !hidden && e.Type()&(fs.ModeDir|fs.ModeDevice|fs.ModeNamedPipe|fs.ModeSocket) == 0 {
			files = append(files, filepath.Join(path, name))
		}
	}
	if len(files) == 0 {
		return nil, usageError{folderOfNone.With(path)}
	}
	return files, nil
}

// makeSources returns the sources of files.
func makeSources(files []dataFile) (sources []dataset.Source) {
	for _, f := range files {
		source := dataset.File(f.path)
		if f.path == stdinName {
			source.Name = "stdin"
			source.Open = func() (io.ReadCloser, error) { return io.NopCloser(os.Stdin), nil }
		}
		source.Order = f.order
		sources = append(sources, source)
	}
	return sources
}
