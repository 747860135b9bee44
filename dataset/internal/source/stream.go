package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/raaderum/raaderum/dataset/table"
)

// MaxLine bounds the length of a line, since all fields of a line are in memory at once.
const MaxLine = 1 << 20

// Stream is a file that is read twice, piece by piece. The first time shows what its bytes
// are, and the second time gives its rows.
type Stream struct {
	open     Opener
	piece    int    // how many bytes are read at a time
	encoding string // the encoding asked for; empty: it is found out
	latin    bool   // some of it is not UTF-8, so that it is Windows-1252
	decoded  bool   // pieces are given as UTF-8, which they are the second time
	State
}

// State is what has been found out about the bytes read so far.
type State struct {
	read   bool   // the file was read to its end once
	size   int64  // how many bytes were read the first time
	ended  bool   // the last line has an end
	odd    byteAt // the first byte that has no letter in Windows-1252
	broken byteAt // the first byte that is not UTF-8
	letter byteAt // the first Danish letter in UTF-8
	wrong  error  // why the file was not read to its end
	line   int    // the line where that was
}

// Restore takes the stream back to an earlier state, if it was read further than needed.
func (s *Stream) Restore(state State) { s.State = state }

// byteAt is a byte and the line that it stands on, from 1. Line 0 means that there is none.
type byteAt struct {
	line int
	text string
}

var (
	errNUL     = errors.New("NUL")
	errChanged = errors.New("changed")
	errLine    = errors.New("line")
)

// openStream returns a stream of a large source, and the text of its beginning. It returns
// nil if the source has to be read at once.
func openStream(open Opener, size int64, head []byte, opt Options) (large *Stream,
	beginning string) {
	encoding := strings.ToLower(opt.Encoding)
	if opt.MaxBytes > 0 && size > opt.MaxBytes || encoding != "" && encoding != UTF8 &&
		encoding != Windows1252 {
		return nil, ""
	}
	text := strings.TrimPrefix(string(head), utf8Mark)
	end := strings.LastIndexByte(text, '\n') + 1
	if text = text[:end]; end == 0 || strings.IndexByte(text, 0) >= 0 || IsPacked(text) {
		return nil, ""
	}
	raw := text
	if !utf8.ValidString(text) || encoding == Windows1252 {
		var odd int
		if text, odd = decode1252(text); odd >= 0 {
			return nil, ""
		}
	}
	if !opt.InPieces(raw, text) {
		return nil, ""
	}
	return &Stream{open: open, piece: opt.Piece, encoding: encoding}, text
}

// Scan reads the file to find out what its bytes are. After that its pieces can be given as
// UTF-8. If the context has ended, nothing that it returns is of use.
func (s *Stream) Scan(ctx context.Context) *table.Fault {
	s.Pieces(func(string, int) bool { return ctx.Err() == nil })
	s.decoded = true
	if ctx.Err() != nil {
		return nil
	}
	return s.Check()
}

// Check returns what was wrong with the file when it was read the first time.
func (s *Stream) Check() *table.Fault {
	switch s.latin = s.broken.line > 0 || s.encoding == Windows1252; {
	case s.wrong != nil:
		return s.Fault()
	case s.latin && s.encoding == UTF8:
		return unknownByte(s.broken.line, s.broken.text)
	case s.latin && s.odd.line > 0:
		return unknownByte(s.odd.line, s.odd.text)
	case s.latin && s.encoding == "" && s.letter.line > 0:
		return mixed(s.broken.line, s.letter.line)
	}
	return nil
}

// Encoding returns the name of the encoding. The file must have been read once.
func (s *Stream) Encoding() string {
	if s.latin {
		return Windows1252
	}
	return UTF8
}

// Ended says whether the last line has an end. The file must have been read once.
func (s *Stream) Ended() bool { return s.ended }

// Fault returns why the file was not read to its end, or nil if it was.
func (s *Stream) Fault() *table.Fault {
	switch {
	case s.wrong == nil:
		return nil
	case errors.Is(s.wrong, errNUL):
		return noText(s.line)
	case errors.Is(s.wrong, errChanged):
		return Shrunk()
	case errors.Is(s.wrong, errLine):
		return LineTooLong(s.line)
	}
	return Unreadable(s.wrong)
}

// fail keeps why the file cannot be read to its end.
func (s *Stream) fail(line int, err error) bool {
	s.line, s.wrong = line, err
	return false
}

// Pieces calls use with one piece after another, each of whole lines, and the number of its
// first line.
func (s *Stream) Pieces(use func(text string, line int) bool) bool {
	f, err := s.open()
	if err != nil {
		return s.fail(0, err)
	}
	defer f.Close()
	buffer := make([]byte, 0, 2*s.piece)
	line, total := 1, int64(0)
	for begun := false; ; begun = true {
		at := len(buffer)
		if cap(buffer)-at < s.piece {
			buffer = append(make([]byte, 0, 2*cap(buffer)), buffer...)
		}
		n, err := io.ReadFull(f, buffer[at:at+s.piece])
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
			end = findLastEnd(buffer)
		}
		if end == 0 && !last && len(buffer) > MaxLine {
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
func (s *Stream) look(text string, line int) bool {
	found := func(at int) byteAt {
		return byteAt{line + strings.Count(text[:at], "\n"), fmt.Sprintf("0x%02X", text[at])}
	}
	if at := strings.IndexByte(text, 0); at >= 0 {
		return s.fail(found(at).line, errNUL)
	}
	if s.broken.line == 0 && !utf8.ValidString(text) {
		s.broken = found(findInvalidUTF8(text))
	}
	if s.letter.line == 0 {
		if at := findLetter(text); at >= 0 {
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

// findLastEnd returns the end of the last line that is not inside a quotation, or 0.
func findLastEnd(text []byte) int {
	end := bytes.LastIndexByte(text, '\n') + 1
	if bytes.Count(text[:end], []byte{'"'})%2 == 0 {
		return end
	}
	quotes := 0
	for i, c := range text[:end] { // a quotation of several lines, which is rare
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

// Text returns a field that was not decoded as UTF-8.
func (s *Stream) Text(field string) string {
	if s == nil || !s.latin && utf8.ValidString(field) {
		return field
	}
	if text, odd := decode1252(field); odd < 0 {
		return text
	}
	return field
}
