package dataset

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/raaderum/raaderum/dataset/internal/px"
	"github.com/raaderum/raaderum/lang"
	"golang.org/x/text/encoding/charmap"
)

const (
	utf8Name        = "utf-8"
	utf16Name       = "utf-16"
	windows1252Name = "windows-1252"
	cp850Name       = "cp850" // of DOS, in old PC-Axis files
)

const utf8Mark = "\xef\xbb\xbf"

// signature is the beginning of a file of some kind.
type signature struct {
	prefix string
	what   lang.Phrase
}

// signatures are beginnings of files that are not text, though people hand
// them in for it.
var signatures = []signature{
	{"\xd0\xcf\x11\xe0", lang.Phrase{DA: "en gammel Excel-fil (.xls) eller en med adgangskode", EN: "an old Excel file (.xls) or one with a password"}},
	{"%PDF", lang.Phrase{DA: "en PDF", EN: "a PDF"}},
}

// decode returns a source's bytes as text. Bytes that are valid UTF-8 are
// UTF-8, with or without a mark, and those that begin with the mark of UTF-16 are
// that; other text is Windows-1252, the superset of Latin-1 that Danish files
// without Unicode are in. But a PC-Axis file that does not say that it is, is of DOS.
func (r *reader) decode(raw string) (string, bool) {
	for _, s := range signatures {
		if strings.HasPrefix(raw, s.prefix) {
			r.problem(UnknownLayout, 0, "", "", notTable.With(s.what))
			return "", false
		}
	}
	wide, isWide, ok := decodeUTF16(raw)
	if !ok {
		r.problem(UnknownEncoding, 0, "", "", brokenUTF16.With())
		return "", false
	}
	if isWide {
		raw = utf8Mark + wide
	}
	raw, marked := strings.CutPrefix(raw, utf8Mark)
	if strings.TrimSpace(raw) == "" {
		r.problem(EmptyFile, 0, "", "", emptyFile.With())
		return "", false
	}
	if at := strings.IndexByte(raw, 0); at >= 0 {
		r.problem(UnknownEncoding, lineOf(raw, at), "", "", notText.With(""))
		return "", false
	}
	encoding := strings.ToLower(r.opt.Encoding)
	switch {
	case isWide:
		r.table.Encoding = utf16Name
		return raw, true
	case encoding != "":
	case marked || utf8.ValidString(raw):
		encoding = utf8Name
	case px.Is(raw) && !px.IsANSI(raw):
		r.table.Encoding = cp850Name
		text, _ := charmap.CodePage850.NewDecoder().String(raw) // every byte has a letter
		return text, true
	default:
		encoding = windows1252Name
		if both := firstLetter(raw); both >= 0 && !slices.ContainsFunc([]byte(undefined1252), func(c byte) bool { return strings.IndexByte(raw, c) >= 0 }) {
			r.mixed(lineOf(raw, invalidUTF8(raw)), lineOf(raw, both))
			return "", false
		}
	}
	r.table.Encoding = encoding
	switch encoding {
	case utf8Name:
		if at := invalidUTF8(raw); at >= 0 {
			return "", r.undecodable(raw, at)
		}
		return raw, true
	case windows1252Name:
		text, at := decode1252(raw)
		if at >= 0 {
			return "", r.undecodable(raw, at)
		}
		return text, true
	}
	r.problem(UnknownEncoding, 0, "", r.opt.Encoding, badEncodingName.With(r.opt.Encoding))
	return "", false
}

// decodeUTF16 returns UTF-16 text as UTF-8, as programs write "Unicode text". It is
// such where it begins with the mark of one; ok is false where it is cut off or
// has half a letter.
func decodeUTF16(raw string) (text string, isUTF16, ok bool) {
	var order binary.ByteOrder = binary.LittleEndian
	switch {
	case strings.HasPrefix(raw, "\xff\xfe"):
	case strings.HasPrefix(raw, "\xfe\xff"):
		order = binary.BigEndian
	default:
		return "", false, true
	}
	if len(raw)%2 != 0 {
		return "", true, false
	}
	var out strings.Builder
	out.Grow(len(raw) / 2)
	for at := 2; at < len(raw); at += 2 {
		c := rune(order.Uint16([]byte(raw[at : at+2])))
		if utf16.IsSurrogate(c) {
			if at+4 > len(raw) {
				return "", true, false
			}
			at += 2
			if c = utf16.DecodeRune(c, rune(order.Uint16([]byte(raw[at:at+2])))); c == utf8.RuneError {
				return "", true, false
			}
		}
		out.WriteRune(c)
	}
	return out.String(), true, true
}

// decode1252 returns Windows-1252 as UTF-8, or where the first byte is that has
// no letter. Nearly every byte is ASCII and is copied with its neighbours: the
// general decoder takes them one by one, at a quarter of the speed.
func decode1252(raw string) (text string, undefined int) {
	var out strings.Builder
	out.Grow(len(raw) + len(raw)/16)
	from := 0
	for at := range len(raw) {
		c := raw[at]
		if c < utf8.RuneSelf {
			continue
		}
		if strings.IndexByte(undefined1252, c) >= 0 {
			return "", at
		}
		out.WriteString(raw[from:at])
		out.WriteRune(charmap.Windows1252.DecodeByte(c))
		from = at + 1
	}
	out.WriteString(raw[from:])
	return out.String(), -1
}

// undefined1252 are the bytes that Windows-1252 gives no letter.
const undefined1252 = "\x81\x8d\x8f\x90\x9d"

// firstLetter returns where the first letter is that UTF-8 has two bytes for, of
// those that Danish is written with, or -1. In Windows-1252 those bytes are two
// signs that no text has beside each other, so a file with both is in neither.
func firstLetter(raw string) int {
	for at := 0; ; at += 2 {
		next := strings.IndexByte(raw[at:], 0xc3)
		if next < 0 || at+next+1 >= len(raw) {
			return -1
		}
		at += next
		if strings.IndexByte("\x85\x86\x98\x89\xa5\xa6\xb8\xa9", raw[at+1]) >= 0 {
			return at
		}
	}
}

// mixed reports a file in two encodings, by the first line of each.
func (r *reader) mixed(latin, utf8 int) {
	r.problem(UnknownEncoding, latin, "", "", mixedEncoding.With(utf8))
}

func (r *reader) undecodable(raw string, at int) bool {
	found := fmt.Sprintf("0x%02X", raw[at])
	r.problem(UnknownEncoding, lineOf(raw, at), "", found, unknownEncoding.With(found))
	return false
}

// lineOf returns the line, from 1, of a byte.
func lineOf(raw string, at int) int { return 1 + strings.Count(raw[:at], "\n") }

// invalidUTF8 returns where the first byte is that is not UTF-8, or -1.
func invalidUTF8(raw string) int {
	for at := 0; at < len(raw); {
		c, size := utf8.DecodeRuneInString(raw[at:])
		if c == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return -1
}
