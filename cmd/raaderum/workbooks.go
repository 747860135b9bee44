package main

import (
	"context"
	"errors"
	"io"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/internal/atomicfile"
	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
	"golang.org/x/sync/errgroup"
)

// everyone is the word for all municipalities, each with a workbook of its own.
const everyone = "all"

// workbookFile is a workbook to be written.
type workbookFile struct {
	path string
	code string // the code of its municipality; empty: it has the strongest candidates among all
}

// planWorkbooks returns the files that --out and --municipality ask for, given the
// municipalities that were found. If --out has a placeholder for the municipality's name,
// "all" means every municipality. No municipality is named so, because readers take the
// name for a sum; one with that code can be asked for by its name.
func planWorkbooks(
	c *cli.Context, data *dataset.Dataset, codes []string,
) ([]workbookFile, error) {
	out := c.String("out")
	switch {
	case !hasPlaceholder(out) && asksEveryone(c, data):
		return nil, usageError{everyoneNeedsPlace.With()}
	case out == "":
		return nil, nil
	case !hasPlaceholder(out) && len(codes) > 1:
		return nil, usageError{severalNeedPlace.With(len(codes))}
	case !hasPlaceholder(out) && len(codes) == 1:
		return []workbookFile{{out, codes[0]}}, nil
	case !hasPlaceholder(out):
		return []workbookFile{{path: out}}, nil
	case !c.IsSet(municipalityFlag.name):
		return nil, usageError{placeNeedsWho.With(out)}
	}
	all := data.Municipalities()
	var files []workbookFile
	for i, name := range makeFileNames(all) {
		if codes == nil || slices.Contains(codes, all[i].Code) {
			files = append(files, workbookFile{fillInName(out, name), all[i].Code})
		}
	}
	return files, nil
}

// checkFiles says, before anything is computed, which of the files cannot be written or
// exist already.
func checkFiles(files []workbookFile, force bool) error {
	var paths, there []string
	for _, f := range files {
		paths = append(paths, f.path)
		if err := checkPlace(f.path); err != nil {
			return err
		}
		if !force && pathExists(f.path) {
			there = append(there, f.path)
		}
	}
	switch len(there) {
	case 0:
	case 1:
		return fileExists.With(there[0])
	default:
		return filesExist.With(len(there), there[0])
	}
	if refused, err := atomicfile.Prepare(paths...); err != nil {
		return cannotWrite(refused, err)
	}
	return nil
}

// writeWorkbooks writes the files on all processors, each of them whole or not at all. The
// first that cannot be written stops the rest.
func (p *program) writeWorkbooks(
	ctx context.Context, report *benchmark.Report, sheets string, files []workbookFile, force bool,
) error {
	if len(files) == 0 {
		return nil
	}
	// If it gets no folder of its own, the writer looks for one itself.
	tempFolder, remove, err := atomicfile.TempFolder()
	if err == nil {
		defer remove()
	}
	writer, err := excel.NewWriter(ctx, report, p.lang, p.newWorkbookOptions(sheets, tempFolder))
	if err != nil {
		return err
	}
	write := func(ctx context.Context, f workbookFile) error {
		return writeFile(ctx, f.path, force, func(w io.Writer) error {
			return blameTempFolder(tempFolder, writer.Write(ctx, w, f.code))
		})
	}
	if len(files) == 1 {
		return write(ctx, files[0])
	}
	return p.writeAll(ctx, files, write)
}

// writeAll writes several files at once, and shows how many are done.
func (p *program) writeAll(
	ctx context.Context, files []workbookFile, write func(context.Context, workbookFile) error,
) error {
	line := newTimedProgress(p.line, p.lang, time.Now, func(done, total int) lang.Message {
		return writingWorkbooks.With(done, total)
	})
	if !isTerminal(p.line) {
		line.w = nil
	}
	defer line.clearLine()
	var mu sync.Mutex
	written := 0
	g, inner := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, f := range files {
		g.Go(func() error {
			if err := inner.Err(); err != nil {
				return err
			}
			if err := write(inner, f); err != nil {
				return err
			}
			mu.Lock()
			defer mu.Unlock()
			written++
			line.showCount(written, len(files))
			return nil
		})
	}
	err := g.Wait()
	switch {
	case err == nil:
		return nil
	case errors.Is(err, context.Canceled):
		return halfway{workbooksInterrupted.With(written, len(files))}
	}
	return workbooksStopped.With(err, written, len(files))
}

// sayWritten says what was written.
func (p *program) sayWritten(out string, files []workbookFile) {
	switch len(files) {
	case 0:
	case 1:
		p.writeMessage(wroteWorkbook.With(files[0].path))
	default:
		p.writeMessage(wroteWorkbooks.With(len(files), out))
	}
}
