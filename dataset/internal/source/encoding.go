package source

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
	"golang.org/x/text/encoding/charmap"
)

// The names of the encodings.
const (
	UTF8        = "utf-8"
	UTF16       = "utf-16"
	Windows1252 = "windows-1252"
	cp850       = "cp850" // the DOS encoding of old PC-Axis files
)

// utf8Mark may stand before text in UTF-8.
const utf8Mark = "\xef\xbb\xbf"

// signature is the beginning of a file of some kind.
type signature struct {
	prefix string
	what   lang.Phrase
}

// signatures are the beginnings of files that are not text, although people hand them in as
// if they were.
var signatures = []signature{
	{"\xd0\xcf\x11\xe0", lang.Phrase{
		DA: "en gammel Excel-fil (.xls) eller en med adgangskode",
		EN: "an old Excel file (.xls) or one with a password",
	}},
	{"%PDF", lang.Phrase{
		DA: "en PDF",
		EN: "a PDF",
	}},
}

// Decode returns a source's bytes as text, and the name of the encoding. Bytes that are
// valid UTF-8, with or without a mark, are UTF-8. Bytes that begin with the mark of UTF-16
// are UTF-16. Other bytes are Windows-1252, a superset of Latin-1 and the usual encoding of
// Danish files that are not Unicode. They are in the DOS encoding if the options say so.
func Decode(raw string, opt Options) (text, encoding string, fault *table.Fault) {
	for _, s := range signatures {
		if strings.HasPrefix(raw, s.prefix) {
			return "", "", NoTable(s.what)
		}
	}
	wide, isWide, ok := decodeUTF16(raw)
	if !ok {
		return "", "", &table.Fault{Kind: table.NotText, Message: brokenUTF16.With()}
	}
	if isWide {
		raw = utf8Mark + wide
	}
	raw, marked := strings.CutPrefix(raw, utf8Mark)
	if strings.TrimSpace(raw) == "" {
		return "", "", Empty()
	}
	if at := strings.IndexByte(raw, 0); at >= 0 {
		return "", "", noText(table.LineOf(raw, at))
	}
	encoding = strings.ToLower(opt.Encoding)
	switch {
	case isWide:
		return raw, UTF16, nil
	case encoding != "":
	case marked || utf8.ValidString(raw):
		encoding = UTF8
	case opt.IsDOS != nil && opt.IsDOS(raw):
		text, _ := charmap.CodePage850.NewDecoder().String(raw) // every byte has a letter
		return text, cp850, nil
	default:
		encoding = Windows1252
		if both := findLetter(raw); both >= 0 && !hasUndefined(raw) {
			return "", "", mixed(table.LineOf(raw, findInvalidUTF8(raw)), table.LineOf(raw, both))
		}
	}
	switch encoding {
	case UTF8:
		if at := findInvalidUTF8(raw); at >= 0 {
			return "", encoding, undecodable(raw, at)
		}
		return raw, encoding, nil
	case Windows1252:
		text, at := decode1252(raw)
		if at >= 0 {
			return "", encoding, undecodable(raw, at)
		}
		return text, encoding, nil
	}
	return "", encoding, UnknownEncoding(opt.Encoding)
}

// UnknownEncoding returns the fault of an encoding whose name is not known.
func UnknownEncoding(name string) *table.Fault {
	return &table.Fault{Kind: table.NotText, Text: name, Message: badEncodingName.With(name)}
}

// hasUndefined says whether a text has bytes that have no letter in Windows-1252.
func hasUndefined(raw string) bool {
	isIn := func(c byte) bool { return strings.IndexByte(raw, c) >= 0 }
	return slices.ContainsFunc([]byte(undefined1252), isIn)
}

// decodeUTF16 returns UTF-16 text, which programs call "Unicode text", as UTF-8. The text
// is UTF-16 if it begins with its mark. ok is false if it is cut off or has half a letter.
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

// decode1252 returns Windows-1252 text as UTF-8. If a byte has no letter, undefined is its
// position. Nearly every byte is ASCII and is copied together with its neighbours. The
// general decoder takes bytes one by one, at a quarter of the speed.
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

// undefined1252 are the bytes that have no letter in Windows-1252.
const undefined1252 = "\x81\x8d\x8f\x90\x9d"

// findLetter returns the position of the first Danish letter that is written as two bytes
// in UTF-8, or -1. In Windows-1252 those two bytes are signs that never stand side by side.
// A file that has both is therefore in neither encoding.
func findLetter(raw string) int {
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

// mixed returns the fault of a file in two encodings. It names the first line in each.
func mixed(latin, utf8 int) *table.Fault {
	return &table.Fault{Kind: table.NotText, Place: table.Place{Row: latin},
		Message: mixedEncoding.With(utf8)}
}

func undecodable(raw string, at int) *table.Fault {
	return unknownByte(table.LineOf(raw, at), fmt.Sprintf("0x%02X", raw[at]))
}

// unknownByte returns the fault of a byte that has a letter in no known encoding.
func unknownByte(line int, found string) *table.Fault {
	return &table.Fault{
		Kind: table.NotText, Place: table.Place{Row: line}, Text: found, Message: unknownEncoding.With(found),
	}
}

// findInvalidUTF8 returns the position of the first byte that is not UTF-8, or -1.
func findInvalidUTF8(raw string) int {
	for at := 0; at < len(raw); {
		c, size := utf8.DecodeRuneInString(raw[at:])
		if c == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return -1
}
