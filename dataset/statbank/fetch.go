package statbank

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"os"
	"path/filepath"
	"time"

	"github.com/raaderum/raaderum/internal/atomicfile"
	"github.com/raaderum/raaderum/internal/given"
)

// File is a file of figures that [Client.Fetch] leaves.
type File struct {
	Path string
	Record
	Kept     bool   // the file was there already, and is what was asked for
	Replaced bool   // it replaced one that was fetched earlier
	Lacks    []Part // the values that were not asked for because the table lacks them
}

// Missing returns how many of the figures asked for the reply did not have.
func (f *File) Missing() int64 { return f.Request.Cells() - f.Rows }

// Fetch asks for figures and puts them in a file in a folder. It makes the folder if there
// is none. The file is named after the table and the years, see [FileName], and holds the
// reply as it came. Its [Record] stands beside it.
//
// If a file answers the request already, and its table has not been updated since, it is
// kept and its figures are not asked for again, unless force is set. A file that was not
// fetched, or was changed since, is overwritten only with force.
func (c *Client) Fetch(ctx context.Context, folder string, r Request, force bool) (File, error) {
	if err := given.CheckContext(ctx); err != nil {
		return File{}, err
	}
	base, err := parseBase(c.Base)
	if err != nil {
		return File{}, err
	}
	isNew := !exists(folder)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return File{}, nameTable(r.Table, diskError(cannotWrite, folder, err))
	}
	if isNew {
		defer os.Remove(folder) // removes nothing if there is a file in the folder
	}
	path := filepath.Join(folder, FileName(r.Table, r.Years))
	before, err := inspect(path)
	if err != nil {
		return File{}, nameTable(r.Table, err)
	}
	if err := before.checkOverwrite(path, force); err != nil {
		return File{}, nameTable(r.Table, err)
	}
	if refused, err := atomicfile.Prepare(path, path+recordEnding); err != nil {
		return File{}, nameTable(r.Table, diskError(cannotWrite, refused, err))
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
		return File{Path: path, Record: before.record, Kept: true, Lacks: q.Lacks}, nil
	}
	f, err := createFile(path)
	if err != nil {
		return File{}, nameTable(r.Table, err)
	}
	defer f.Discard()
	rows, err := c.fetchFigures(ctx, q, f)
	if err != nil {
		return File{}, err
	}
	record := Record{
		Source: sourceName(base.String()), Table: t.ID, Title: t.Text, Unit: t.Unit,
		Base: base.String(), Request: *q, Totals: t.findTotals(q),
		Fetched: time.Now().UTC().Truncate(time.Second), Updated: t.Updated, Rows: rows,
	}
	if err := ctx.Err(); err != nil {
		return File{}, err
	}
	done, err := f.finish(record, before)
	done.Lacks = q.Lacks
	return done, err
}

// finish puts a file and its record in their places. before is what stands there.
func (f *file) finish(record Record, before place) (File, error) {
	record.Bytes, record.SHA256 = f.size, hex.EncodeToString(f.hash.Sum(nil))
	if before.there {
		record.Replaces = before.sha256
	}
	if err := f.Sync(); err != nil {
		return File{}, nameTable(record.Table, diskError(cannotWrite, f.path, err))
	}
	// The record is written first. Its field Replaces says why.
	if err := record.write(f.path + recordEnding); err != nil {
		return File{}, nameTable(record.Table, err)
	}
	if err := f.Commit(); err != nil {
		return File{}, nameTable(record.Table, diskError(cannotWrite, f.path, err))
	}
	return File{Path: f.path, Record: record, Replaced: before.there}, nil
}

// fetchFigures fetches the figures of a query into a file, and returns how many rows came.
// If the interface finds that they are too many for another format, it asks for BULK.
func (c *Client) fetchFigures(ctx context.Context, q *Query, f *file) (rows int64, err error) {
	what := Progress{Table: q.Table, File: filepath.Base(f.path)}
	f.tell = func(bytes int64) {
		so := what
		so.Bytes = bytes
		c.tell(so)
	}
	err = c.retry(ctx, what, func() (err error) {
		rows, err = c.fetchOnce(ctx, q, f)
		var e *Error
		if errors.As(err, &e) && e.Code == codeLimit && q.Format != formatBulk {
			q.Format = formatBulk
			rows, err = c.fetchOnce(ctx, q, f)
		}
		return err
	})
	return rows, err
}

// fetchOnce makes one attempt to fetch the figures of a query.
func (c *Client) fetchOnce(ctx context.Context, q *Query, f *file) (rows int64, err error) {
	if err := f.Restart(); err != nil {
		return 0, err
	}
	what := question{
		table: q.Table,
		path:  "data",
		body:  q,
		want:  someFigures,
		kinds: []string{
			"text/", "application/octet-stream", "application/csv", "application/vnd.ms-excel",
			"application/json",
		},
		most: q.maxBytes(),
	}
	err = c.ask(ctx, what, func(r *body) (err error) {
		rows, err = copyFigures(f, r, q)
		return err
	})
	return rows, err
}

// exists says whether there is something at a path.
func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// file is a file that is being fetched. It counts and hashes what is written to it. Its
// errors are of type *Error.
type file struct {
	*atomicfile.File
	path string
	hash hash.Hash
	size int64             // bytes written so far
	tell func(bytes int64) // is told the size now and then
}

func createFile(path string) (*file, error) {
	f, err := atomicfile.Create(path)
	if err != nil {
		return nil, diskError(cannotWrite, path, err)
	}
	return &file{File: f, path: path, hash: sha256.New()}, nil
}

// Restart forgets what a failed attempt has written.
func (f *file) Restart() error {
	f.hash.Reset()
	f.size = 0
	if err := f.File.Restart(); err != nil {
		return diskError(cannotWrite, f.path, err)
	}
	return nil
}

func (f *file) Write(p []byte) (int, error) {
	const step = 1 << 16 // progress is told every so many bytes
	f.hash.Write(p)
	before := f.size / step
	f.size += int64(len(p))
	if f.size/step > before {
		f.tell(f.size)
	}
	n, err := f.File.Write(p)
	if err != nil {
		err = diskError(cannotWrite, f.path, err)
	}
	return n, err
}
