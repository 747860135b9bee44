// Package jsonwriter writes JSON a value at a time. Package encoding/json cannot write a
// float that is missing, and takes several times as long.
package jsonwriter

import (
	"encoding/json"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/raaderum/raaderum/internal/fullwrite"
)

// Writer writes one JSON value. After its first error it writes nothing more, and
// [Writer.Close] returns that error.
type Writer struct {
	out    *fullwrite.Writer
	buf    []byte
	first  bool // the innermost object or list is still empty
	keyed  bool // a key waits for its value
	lines  bool // each item of the innermost list stands on a line of its own
	held   bool // everything stays in buf, and nothing is written
	failed error
}

// New returns a Writer that writes to w.
func New(w io.Writer) *Writer { return &Writer{out: fullwrite.New(w), first: true} }

// Close ends the last line and returns the first error.
func (j *Writer) Close() error {
	j.buf = append(j.buf, '\n')
	j.flush()
	return j.failed
}

// Batch is a run of a list's items that was written by itself.
type Batch struct{ w *Writer }

// batches are the writers of batches that have been appended, kept for their room.
var batches = sync.Pool{New: func() any { return new(Writer) }}

// NewBatch writes items of a list of which each stands on its own line. [Writer.Append]
// puts them into the list.
func NewBatch(write func(*Writer)) (Batch, error) {
	w := batches.Get().(*Writer)
	*w = Writer{buf: w.buf[:0], first: true, lines: true, held: true}
	write(w)
	return Batch{w}, w.failed
}

// Append puts a batch into the innermost list. The batch must not be used after that. The
// error is the writer's first.
func (j *Writer) Append(b Batch) error {
	if len(b.w.buf) > 0 {
		j.value()
		j.flush()
		j.buf, b.w.buf = b.w.buf[1:], j.buf // value has begun the line already
		j.flush()
		j.buf, b.w.buf = b.w.buf, j.buf
	}
	batches.Put(b.w)
	return j.failed
}

// Fail ends the writing with an error, unless err is nil.
func (j *Writer) Fail(err error) {
	if j.failed == nil {
		j.failed = err
	}
}

// flush writes what has been gathered.
func (j *Writer) flush() {
	if j.failed == nil {
		_, j.failed = j.out.Write(j.buf)
	}
	j.buf = j.buf[:0]
}

// value begins a value: after a key, or as an item of a list.
func (j *Writer) value() {
	if j.keyed {
		j.keyed = false
		return
	}
	if !j.first {
		j.buf = append(j.buf, ',')
	}
	j.first = false
	if j.lines {
		j.buf = append(j.buf, '\n')
	}
}

// enclose writes an object or a list.
func (j *Writer) enclose(start, end byte, lines bool, fields func()) {
	j.value()
	outer := j.lines
	j.buf = append(j.buf, start)
	j.first, j.lines = true, lines
	fields()
	j.buf = append(j.buf, end)
	j.first, j.lines = false, outer
	if len(j.buf) > 1<<15 && !j.held {
		j.flush()
	}
}

// Object writes an object as a value.
func (j *Writer) Object(fields func()) { j.enclose('{', '}', false, fields) }

// List writes a list as a value, on one line.
func (j *Writer) List(items func()) { j.enclose('[', ']', false, items) }

// Lines writes a list as a value, with each item on a line of its own.
func (j *Writer) Lines(items func()) { j.enclose('[', ']', true, items) }

// Key writes a key, after which a value must follow. The key must need no escapes in JSON.
func (j *Writer) Key(key string) *Writer {
	if !j.first {
		j.buf = append(j.buf, ',')
	}
	j.first, j.keyed = false, true
	j.buf = append(j.buf, '"')
	j.buf = append(j.buf, key...)
	j.buf = append(j.buf, '"', ':')
	return j
}

// Null writes null.
func (j *Writer) Null() {
	j.value()
	j.buf = append(j.buf, "null"...)
}

// Bool writes true or false.
func (j *Writer) Bool(v bool) {
	j.value()
	j.buf = strconv.AppendBool(j.buf, v)
}

// Int writes a whole number.
func (j *Writer) Int(n int) {
	j.value()
	j.buf = strconv.AppendInt(j.buf, int64(n), 10)
}

// IntOrNull writes a whole number that is 0 only where it is missing.
func (j *Writer) IntOrNull(n int) {
	if n == 0 {
		j.Null()
		return
	}
	j.Int(n)
}

// Number writes a number in full precision; null where it is not finite.
func (j *Writer) Number(v float64) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		j.Null()
		return
	}
	j.value()
	format := byte('f')
	if a := math.Abs(v); a != 0 && (a < 1e-6 || a >= 1e21) {
		format = 'e'
	}
	j.buf = strconv.AppendFloat(j.buf, v, format, -1, 64)
}

// Text writes a text.
func (j *Writer) Text(text string) {
	j.value()
	if isPlain(text) {
		j.buf = append(j.buf, '"')
		j.buf = append(j.buf, text...)
		j.buf = append(j.buf, '"')
		return
	}
	quoted, err := json.Marshal(text)
	j.Fail(err)
	j.buf = append(j.buf, quoted...)
}

// TextOrNull writes a text that is empty only where it is missing.
func (j *Writer) TextOrNull(text string) {
	if text == "" {
		j.Null()
		return
	}
	j.Text(text)
}

// Texts writes a list of texts.
func (j *Writer) Texts(list []string) {
	j.List(func() {
		for _, text := range list {
			j.Text(text)
		}
	})
}

// isPlain says whether a text needs no escapes in JSON. Nearly all texts are plain.
func isPlain(text string) bool {
	for i := range len(text) {
		if !plainBytes[text[i]] {
			return false
		}
	}
	return true
}

// plainBytes are the bytes that need no escape in JSON.
var plainBytes = func() (plain [256]bool) {
	for c := ' '; c <= '~'; c++ {
		plain[c] = !strings.ContainsRune("\"\\<>&", c)
	}
	return plain
}()
