package dataset

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/raaderum/raaderum/dataset/internal/jsonstat"
	"github.com/raaderum/raaderum/dataset/internal/px"
	"github.com/raaderum/raaderum/dataset/table"
)

// A large file with a row a line is read twice in pieces and never held whole:
// its size then only costs time.
const beginningSize = 1 << 20 // bytes that are looked at for what the file is

var ( // changed by tests
	largeFile int64 = 64 << 20 // what is smaller is read at once
	pieceSize       = 1 << 20
)

// stream is a file read piece by piece, twice: first for what its bytes are,
// and then for its rows.
type stream struct {
	source   Source
	encoding string // as asked for; empty: found out
	read     bool   // it was read to its end once
	latin    bool   // it is Windows-1252: some of it is not UTF-8
	decoded  bool   // pieces are given as UTF-8, the second time
	size     int64  // bytes read the first time
	ended    bool   // the last line has an end
	odd      byteAt // the first byte that Windows-1252 has no letter for
	broken   byteAt // the first byte that is not UTF-8
	letter   byteAt // the first Danish letter in UTF-8
	wrong    error  // why it was not read to its end
	line     int    // where
}

// byteAt is a byte and its line, from 1; 0: there is none.
type byteAt struct {
	line int
	text string
}

var (
	errNUL     = errors.New("NUL")
	errChanged = errors.New("changed")
	errLine    = errors.New("line")
)

// openStream returns a large source to be read in pieces, and the text of its
// beginning; or nil, where it is none with a row a line and is to be read at once.
func (r *reader) openStream(s Source, info fs.FileInfo, head []byte) (large *stream, beginning string) {
	encoding := strings.ToLower(r.opt.Encoding)
	if info.Size() <= largeFile || r.opt.MaxBytes > 0 && info.Size() > r.opt.MaxBytes || encoding != "" && encoding != utf8Name && encoding != windows1252Name {
		return nil, ""
	}
	text := strings.TrimPrefix(string(head), utf8Mark)
	end := strings.LastIndexByte(text, '\n') + 1
	if text = text[:end]; end == 0 || strings.IndexByte(text, 0) >= 0 || isPacked(text) || px.Is(text) || jsonstat.Is(text) || isMarkup(text) || strings.HasPrefix(text, "sep=") {
		return nil, ""
	}
	if !utf8.ValidString(text) || encoding == windows1252Name {
		var odd int
		if text, odd = decode1252(text); odd >= 0 {
			return nil, ""
		}
	}
	columns, _, err := newRows(text, cmp.Or(r.opt.Separator, findSeparator(text))).next()
	if err != nil || !r.isTable(columns) {
		return nil, ""
	}
	return &stream{source: s, encoding: encoding}, text
}

// isTable says whether a first row is of a table with a row a line.
func (r *reader) isTable(columns []string) bool {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = norm.NFC.String(strings.TrimSpace(c))
	}
	k, _ := table.FindKeys(names)
	return table.IsLong(names) || r.isHeaderless(names) || k.Code >= 0 || k.Name >= 0
}

// scan reads the file for what its bytes are.
func (s *stream) scan(ctx context.Context, r *reader) bool {
	s.pieces(func(string, int) bool { return ctx.Err() == nil })
	s.decoded = true
	return ctx.Err() == nil && s.good(r)
}

// good reports what was wrong with the file, when it was read the first time.
func (s *stream) good(r *reader) bool {
	switch s.latin = s.broken.line > 0 || s.encoding == windows1252Name; {
	case s.wrong != nil:
		r.fails(s.line, s.wrong)
		return false
	case s.latin && s.encoding == utf8Name:
		r.problem(UnknownEncoding, s.broken.line, "", s.broken.text, unknownEncoding.With(s.broken.text))
		return false
	case s.latin && s.odd.line > 0:
		r.problem(UnknownEncoding, s.odd.line, "", s.odd.text, unknownEncoding.With(s.odd.text))
		return false
	case s.latin && s.encoding == "" && s.letter.line > 0:
		r.mixed(s.broken.line, s.letter.line)
		return false
	}
	r.table.Encoding = utf8Name
	if s.latin {
		r.table.Encoding = windows1252Name
	}
	return true
}

// fail keeps why the file cannot be read to its end.
func (s *stream) fail(line int, err error) bool {
	s.line, s.wrong = line, err
	return false
}

// pieces calls use with piece after piece, each of whole lines, and the number
// of the first.
func (s *stream) pieces(use func(text string, line int) bool) bool {
	f, err := s.source.Open()
	if err != nil {
		return s.fail(0, err)
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
			return s.fail(line, err)
		}
		if !begun {
			buffer = buffer[len(buffer)-len(bytes.TrimPrefix(buffer, []byte(utf8Mark))):]
		}
		end := len(buffer)
		if !last {
			end = wholeLines(buffer)
		}
		if end == 0 && !last && len(buffer) > maxLine {
			return s.fail(line, errLine)
		}
		if end > 0 {
			text := string(buffer[:end])
			if !s.read && !s.look(text, line) {
				return false
			}
			s.ended = text[end-1] == '\n'
			if s.decoded && s.latin {
				text, _ = decode1252(text)
			}
			if !use(text, line) {
				return false
			}
			line += strings.Count(text, "\n")
			buffer = buffer[:copy(buffer, buffer[end:])]
		}
		if last {
			if s.read && total != s.size {
				return s.fail(0, errChanged)
			}
			s.read, s.size = true, total
			return true
		}
	}
}

// look notes what the bytes of a piece are.
func (s *stream) look(text string, line int) bool {
	found := func(at int) byteAt {
		return byteAt{line + strings.Count(text[:at], "\n"), fmt.Sprintf("0x%02X", text[at])}
	}
	if at := strings.IndexByte(text, 0); at >= 0 {
		return s.fail(found(at).line, errNUL)
	}
	if s.broken.line == 0 && !utf8.ValidString(text) {
		s.broken = found(invalidUTF8(text))
	}
	if s.letter.line == 0 {
		if at := firstLetter(text); at >= 0 {
			s.letter = found(at)
		}
	}
	if s.odd.line == 0 {
		first := len(text)
		for _, c := range []byte(undefined1252) {
			if at := strings.IndexByte(text[:first], c); at >= 0 {
				first = at
			}
		}
		if first < len(text) {
			s.odd = found(first)
		}
	}
	return true
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

// text returns a field that was not decoded as UTF-8.
func (s *stream) text(field string) string {
	if s == nil || !s.latin && utf8.ValidString(field) {
		return field
	}
	if text, odd := decode1252(field); odd < 0 {
		return text
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
