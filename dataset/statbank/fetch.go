package statbank

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"os"
	"path/filepath"
	"time"
)

// File is a file of figures that [Client.Fetch] leaves.
type File struct {
	Path string
	Record
	Kept     bool // it was there, and is what was asked for
	Replaced bool // it took the place of one fetched earlier
}

// Missing returns how many of the figures asked for the reply did not have.
func (f *File) Missing() int64 { return f.Request.Cells() - f.Rows }

// Fetch asks for figures and leaves them in a file in a folder, which is made
// where there is none. The file is called after the table and the years, see
// [FileName], and has the reply as it came; its [Record] stands beside it.
//
// A file that answers the request, and whose table has not been updated since,
// is kept and its figures not asked for again, unless force is set. A file that
// was not fetched, or was changed since, is overwritten only with force.
func (c *Client) Fetch(ctx context.Context, folder string, r Request, force bool) (File, error) {
	base, err := address(c.Base)
	if err != nil {
		return File{}, err
	}
	made := !isThere(folder)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return File{}, inTable(r.Table, disk(cannotWrite, folder, err))
	}
	if made {
		defer os.Remove(folder) // which fails where there is a file in it
	}
	path := filepath.Join(folder, FileName(r.Table, r.Years))
	before, err := look(path)
	if err != nil {
		return File{}, inTable(r.Table, err)
	}
	if before.there && !before.ours && !force {
		return File{}, inTable(r.Table, &Error{Kind: FileInTheWay, message: fileChanged.With(path)})
	}
	if before.other && !force {
		return File{}, inTable(r.Table, &Error{Kind: FileInTheWay, message: fileChanged.With(path + recordEnding)})
	}
	t, err := c.Table(ctx, r.Table)
	if err != nil {
		return File{}, err
	}
	q, err := t.Query(r)
	if err != nil {
		return File{}, err
	}
	if !force && before.ours && before.record.answers(q, t, base.String()) {
		return File{Path: path, Record: before.record, Kept: true}, nil
	}
	f, err := create(path)
	if err != nil {
		return File{}, inTable(r.Table, err)
	}
	defer f.discard()
	rows, err := c.figures(ctx, q, f, filepath.Base(path))
	if err != nil {
		return File{}, err
	}
	record := Record{
		Source: sourceOf(base.String()), Table: t.ID, Title: t.Text, Unit: t.Unit,
		Base: base.String(), Request: *q,
		Fetched: c.now().UTC().Truncate(time.Second), Updated: t.Updated,
		Rows: rows, Bytes: f.bytes, SHA256: hex.EncodeToString(f.hash.Sum(nil)),
	}
	if before.there {
		record.Replaces = before.sha256
	}
	if err := ctx.Err(); err != nil {
		return File{}, err
	}
	if err := f.place(&record); err != nil {
		return File{}, inTable(r.Table, err)
	}
	return File{Path: path, Record: record, Replaced: before.there}, nil
}

// figures fetches the figures of a query into a file, and asks for BULK where
// the interface finds that there are too many for another format.
func (c *Client) figures(ctx context.Context, q *Query, f *file, name string) (rows int64, err error) {
	err = c.retried(ctx, Progress{Table: q.Table, File: name}, func() error {
		err := c.attempt(ctx, q, f, name, &rows)
		var e *Error
		if errors.As(err, &e) && e.Code == "REQUEST-LIMIT" && q.Format != "BULK" {
			q.Format = "BULK"
			err = c.attempt(ctx, q, f, name, &rows)
		}
		return err
	})
	return rows, err
}

func (c *Client) attempt(ctx context.Context, q *Query, f *file, name string, rows *int64) error {
	if err := f.restart(); err != nil {
		return err
	}
	f.tell = func(n int64) { c.progress(Progress{Table: q.Table, File: name, Bytes: n}) }
	question := question{
		table: q.Table,
		path:  "data",
		body:  q,
		want:  someFigures,
		kinds: []string{"text/", "application/octet-stream", "application/csv", "application/vnd.ms-excel", "application/json"},
		most:  q.maxBytes(),
	}
	return c.ask(ctx, question, func(r *body) error {
		n, err := copyFigures(f, r, q)
		*rows = n
		return errors.Join(err, f.flush(err))
	})
}

func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// file is a file that is being fetched, under another name until it is whole.
type file struct {
	path  string // the file's place
	f     *os.File
	w     *bufio.Writer
	hash  hash.Hash
	bytes int64
	tell  func(int64)
}

func create(path string) (*file, error) {
	f, err := createBeside(path)
	if err != nil {
		return nil, disk(cannotWrite, path, err)
	}
	return &file{path: path, f: f, w: bufio.NewWriterSize(f, 1<<16), hash: sha256.New()}, nil
}

// restart forgets what an attempt that failed has written.
func (f *file) restart() error {
	f.w.Reset(f.f)
	f.hash.Reset()
	f.bytes = 0
	_, err := f.f.Seek(0, io.SeekStart)
	if err := errors.Join(err, f.f.Truncate(0)); err != nil {
		return disk(cannotWrite, f.path, err)
	}
	return nil
}

func (f *file) Write(p []byte) (int, error) {
	const step = 1 << 16 // bytes between two words on progress
	f.hash.Write(p)
	before := f.bytes / step
	f.bytes += int64(len(p))
	if f.bytes/step > before {
		f.tell(f.bytes)
	}
	n, err := f.w.Write(p)
	if err != nil {
		err = disk(cannotWrite, f.path, err)
	}
	return n, err
}

// flush ends the writing, where it did not fail.
func (f *file) flush(failed error) error {
	if failed != nil {
		return nil
	}
	if err := errors.Join(f.w.Flush(), f.f.Sync()); err != nil {
		return disk(cannotWrite, f.path, err)
	}
	return nil
}

// discard removes what was not placed.
func (f *file) discard() {
	if f.f != nil {
		f.f.Close()
		os.Remove(f.f.Name())
	}
}
