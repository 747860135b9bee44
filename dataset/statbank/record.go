package statbank

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/raaderum/raaderum/internal/atomicfile"
)

// Record says where a fetched file comes from. It stands beside the file and has its name
// with ".json" added.
type Record struct {
	Source  string    `json:"source"` // who published the figures
	Table   string    `json:"table"`
	Title   string    `json:"title"`
	Unit    string    `json:"unit"`
	Base    string    `json:"base"`    // the address asked
	Request Query     `json:"request"` // what was posted to it
	Fetched time.Time `json:"fetched"`
	Updated string    `json:"updated"` // when the table last changed, as the interface writes it
	Rows    int64     `json:"rows"`    // how many figures the file has
	Bytes   int64     `json:"bytes"`
	SHA256  string    `json:"sha256"` // of the file

	// Totals are the codes of the totals that were asked for beside their parts, by variable.
	Totals map[string]string `json:"totals,omitempty"`

	// Computed says how the figures of a computed file were made, a line for each indicator.
	Computed []string `json:"computed,omitempty"`

	// Replaces is the SHA-256 of the fetched file that this one replaces. The record is
	// written before the file. If the program stops between the two, the older file is
	// still known as one that was fetched.
	Replaces string `json:"replaces,omitempty"`
}

// sourceName says who publishes the figures of an address. The StatBank says that its
// figures may be used freely. Who is behind another address is not known.
func sourceName(base string) string {
	if base == DefaultBase {
		return "Danmarks Statistik, statistikbanken.dk, CC BY 4.0"
	}
	return base
}

const recordEnding = ".json"

// place is what stands in the place of a file to be fetched.
type place struct {
	there  bool   // there is a file
	ours   bool   // it is unchanged since it was fetched
	other  bool   // what stands in its record's place is no record
	sha256 string // the file's SHA-256
	// the record of this very file; zero if there is none, or if the file was changed
	record Record
}

// inspect looks at what stands in a file's place.
func inspect(path string) (place, error) {
	var p place
	r, ok := readRecord(path + recordEnding)
	p.other = !ok && exists(path+recordEnding)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return p, nil
	case err != nil:
		return p, diskError(cannotRead, path, err)
	case info.IsDir():
		return p, &Error{Kind: FileInTheWay, message: isFolder.With(path)}
	case !info.Mode().IsRegular(): // reading a pipe could wait for ever
		return p, &Error{Kind: FileInTheWay, message: notOrdinary.With(path)}
	}
	p.there = true
	if p.sha256, err = sumFile(path); err != nil {
		return p, err
	}
	switch {
	case ok && r.SHA256 == p.sha256:
		p.ours, p.record = true, r
	case ok && r.Replaces == p.sha256:
		p.ours = true
	}
	return p, nil
}

// checkOverwrite refuses to overwrite a file that was not fetched, unless force is set.
func (p place) checkOverwrite(path string, force bool) error {
	switch {
	case force:
		return nil
	case p.there && !p.ours:
		return &Error{Kind: FileInTheWay, message: fileChanged.With(path)}
	case p.other:
		return &Error{Kind: FileInTheWay, message: fileChanged.With(path + recordEnding)}
	}
	return nil
}

// sumFile returns a file's SHA-256.
func sumFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", diskError(cannotRead, path, err)
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", diskError(cannotRead, path, err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// readRecord reads a record. ok is false if there is none, or none that can be read. The
// file beside it then counts as the user's own.
func readRecord(path string) (r Record, ok bool) {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return Record{}, false
	}
	f, err := os.Open(path)
	if err != nil {
		return Record{}, false
	}
	defer f.Close()
	const most = 16 << 20
	text, err := io.ReadAll(io.LimitReader(f, most))
	return r, err == nil && json.Unmarshal(text, &r) == nil && r.SHA256 != ""
}

// write writes the record's file, whole or not at all.
func (r *Record) write(path string) error {
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		panic(err) // it is made of strings and numbers
	}
	f, err := atomicfile.Create(path)
	if err != nil {
		return diskError(cannotWrite, path, err)
	}
	defer f.Discard()
	_, err = f.Write(text.Bytes())
	if err = errors.Join(err, f.Commit()); err != nil {
		return diskError(cannotWrite, path, err)
	}
	return nil
}

// answers says whether the record's file answers a query, given the table as it is today.
func (r *Record) answers(q *Query, t *Table, base string) bool {
	return r.Base == base && r.Updated != "" && r.Updated == t.Updated &&
		strings.EqualFold(r.Request.Table, q.Table) &&
		slices.EqualFunc(r.Request.Variables, q.Variables, func(a, b Part) bool {
			return a.Code == b.Code && slices.Equal(a.Values, b.Values)
		})
}
