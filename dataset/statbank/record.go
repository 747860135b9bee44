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
)

// Record stands beside a fetched file, under its name with ".json" after it,
// and says where the file is from.
type Record struct {
	Source  string    `json:"source"` // who published the figures
	Table   string    `json:"table"`
	Title   string    `json:"title"`
	Unit    string    `json:"unit"`
	Base    string    `json:"base"`    // the address asked
	Request Query     `json:"request"` // what was posted to it
	Fetched time.Time `json:"fetched"`
	Updated string    `json:"updated"` // when the table last changed, as the interface writes it
	Rows    int64     `json:"rows"`    // figures in the file
	Bytes   int64     `json:"bytes"`
	SHA256  string    `json:"sha256"` // of the file

	// Replaces is the SHA-256 of the fetched file that this one takes the place
	// of. The record is written first, so that after a crash between the two the
	// older file is still known as one that was fetched.
	Replaces string `json:"replaces,omitempty"`
}

// sourceOf says who publishes the figures of an address. Those of the StatBank
// may be used freely where that is said; who is behind another is not known.
func sourceOf(base string) string {
	if base == DefaultBase {
		return "Danmarks Statistik, statistikbanken.dk, CC BY 4.0"
	}
	return base
}

const recordEnding = ".json"

// standing is what there is at a file's place.
type standing struct {
	there  bool   // there is a file
	ours   bool   // it is as it was fetched
	other  bool   // what stands at its record's place is no record
	sha256 string // of the file
	record Record // that of this very file; zero where it is not, or not any more
}

// look sees what there is at a file's place.
func look(path string) (standing, error) {
	var s standing
	r, ok := readRecord(path + recordEnding)
	s.other = !ok && isThere(path+recordEnding)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s, nil
	case err != nil:
		return s, disk(cannotRead, path, err)
	case info.IsDir():
		return s, &Error{Kind: FileInTheWay, message: isFolder.With(path)}
	}
	s.there = true
	if s.sha256, err = sum(path); err != nil {
		return s, err
	}
	switch {
	case ok && r.SHA256 == s.sha256:
		s.ours, s.record = true, r
	case ok && r.Replaces == s.sha256:
		s.ours = true
	}
	return s, nil
}

func sum(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", disk(cannotRead, path, err)
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", disk(cannotRead, path, err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// readRecord reads a record. One that cannot be read is none: the file beside
// it is then treated as the user's own.
func readRecord(path string) (Record, bool) {
	f, err := os.Open(path)
	if err != nil {
		return Record{}, false
	}
	defer f.Close()
	const most = 16 << 20
	text, err := io.ReadAll(io.LimitReader(f, most))
	var r Record
	return r, err == nil && json.Unmarshal(text, &r) == nil && r.SHA256 != ""
}

// text is the record as it stands in its file.
func (r *Record) text() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		panic(err) // strings and numbers
	}
	return b.Bytes()
}

// answers says whether the file that the record is of answers a query on a
// table as it is today.
func (r *Record) answers(q *Query, t *Table, base string) bool {
	return r.Base == base && r.Updated != "" && r.Updated == t.Updated && strings.EqualFold(r.Request.Table, q.Table) &&
		slices.EqualFunc(r.Request.Variables, q.Variables, func(a, b Part) bool {
			return a.Code == b.Code && slices.Equal(a.Values, b.Values)
		})
}
