package dataset

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A large file with a row for each cell, as BULK sends them, is read twice in
// pieces and never held whole: its size then only costs time.
var ( // changed by tests
	largeFile int64 = 64 << 20 // what is smaller is read at once
	pieceSize       = 1 << 20
)

// stream is a file read piece by piece.
type stream struct {
	source  Source
	latin   bool  // some of it is not UTF-8, so that it is Windows-1252
	size    int64 // bytes read the first time
	problem func(line int, err error)
}

var (
	errNUL     = errors.New("NUL")
	errChanged = errors.New("changed")
	errLine    = errors.New("line")
)

// stream returns a reader in pieces of a large source that begins as one with a
// row for each cell, or nil: it is then to be read at once.
func (r *reader) stream(s Source, info fs.FileInfo, head []byte) *long {
	if info.Size() <= largeFile || r.opt.MaxBytes > 0 && info.Size() > r.opt.MaxBytes {
		return nil
	}
	first, _, found := strings.Cut(strings.TrimPrefix(string(head), utf8Mark), "\n")
	if !found || strings.ContainsAny(first, "\"\x00") {
		return nil
	}
	if !utf8.ValidString(first) {
		first, _ = decode1252(first)
	}
	separator := r.opt.Separator
	if separator == 0 {
		separator = findSeparator(first)
	}
	columns := strings.Split(strings.TrimSuffix(first, "\r"), string(separator))
	for i, c := range columns {
		columns[i] = norm.NFC.String(strings.TrimSpace(c))
	}
	if !isLong(columns) {
		return nil
	}
	r.table.Separator = separator
	l := newLong(r, separator, columns, len(columns))
	l.stream = &stream{source: s, latin: strings.EqualFold(r.opt.Encoding, windows1252Name)}
	return l
}

// pieces calls use with piece after piece, each of whole lines, and the number
// of the first.
func (s *stream) pieces(again bool, use func(text string, line int) bool) bool {
	f, err := s.source.Open()
	if err != nil {
		s.problem(0, err)
		return false
	}
	defer f.Close()
	buffer := make([]byte, 0, 2*pieceSize)
	line, total := 1, int64(0)
	for begun := false; ; begun = true {
		at := len(buffer)
		if cap(buffer)-at < pieceSize {
			buffer = append(make([]byte, 0, 2*cap(buffer)), buffer...)
		}
		n, err := io.ReadFull(f, buffer[at:at+pieceSize])
		buffer = buffer[:at+n]
		total += int64(n)
		last := err == io.EOF || err == io.ErrUnexpectedEOF
		if err != nil && !last {
			s.problem(line, err)
			return false
		}
		if !begun {
			buffer = buffer[len(buffer)-len(bytes.TrimPrefix(buffer, []byte(utf8Mark))):]
		}
		end := len(buffer)
		if !last {
			end = wholeLines(buffer)
		}
		if end == 0 && !last && len(buffer) > maxLine {
			s.problem(line, errLine)
			return false
		}
		if end > 0 {
			text := string(buffer[:end])
			if !again && strings.IndexByte(text, 0) >= 0 {
				s.problem(line+strings.Count(text[:strings.IndexByte(text, 0)], "\n"), errNUL)
				return false
			}
			if !again && !s.latin {
				s.latin = !utf8.ValidString(text)
			}
			if !use(text, line) {
				return false
			}
			line += strings.Count(text, "\n")
			buffer = buffer[:copy(buffer, buffer[end:])]
		}
		if last {
			if again && total != s.size {
				s.problem(0, errChanged)
			}
			s.size = total
			return true
		}
	}
}

// wholeLines returns where the last line ends that no quotation goes beyond, or
// 0.
func wholeLines(text []byte) int {
	end := bytes.LastIndexByte(text, '\n') + 1
	if bytes.Count(text[:end], []byte{'"'})%2 == 0 {
		return end
	}
	quotes := 0
	for i, c := range text[:end] { // seldom: a quotation of several lines
		switch {
		case c == '"':
			quotes++
		case c == '\n' && quotes%2 == 0:
			end = i + 1
		}
	}
	if quotes%2 != 0 && bytes.Count(text[:end], []byte{'"'})%2 != 0 {
		return 0
	}
	return end
}

// text returns a field as UTF-8.
func (s *stream) text(field string) string {
	if s == nil || !s.latin {
		return field
	}
	for i := range len(field) {
		if field[i] >= utf8.RuneSelf {
			text, at := decode1252(field)
			if at >= 0 {
				return field
			}
			return text
		}
	}
	return field
}

// fails says what went wrong with a stream.
func (r *reader) fails(line int, err error) {
	switch {
	case errors.Is(err, errNUL):
		r.problem(UnknownEncoding, line, "", "", notText.With(""))
	case errors.Is(err, errChanged):
		r.problem(Unreadable, 0, "", "", shrunk.With())
	case errors.Is(err, errLine):
		r.problem(TooLarge, line, "", "", lineTooLong.With(maxLine>>20))
	default:
		r.unreadable(err)
	}
}
