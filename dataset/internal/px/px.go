// Package px reads PC-Axis files.
//
// Such a file is a list of KEYWORD[language]("variable","value")=value; entries, and the
// last of them is DATA. The package reads the keywords that describe the cells, and passes
// over the rest. The format: Statistics Sweden, PX-file format specification 2010 and 2013.
package px

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
	"golang.org/x/text/unicode/norm"
)

// entryPattern matches the first entry of a file.
var entryPattern = regexp.MustCompile(`^[A-Z][A-Z0-9.-]*(\[[^\]\n]{1,12}\])?(\("[^\n]{0,400}?"\))?\s*=\s*("|[A-Z0-9-]+[;(])`)

// Is says whether a text begins as a PC-Axis file does.
func Is(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n")
	return entryPattern.MatchString(text[:min(len(text), 1000)]) &&
		(strings.Contains(text, "STUB") || strings.Contains(text, "HEADING")) &&
		strings.Contains(text, "DATA")
}

// IsANSI says whether a PC-Axis file says that it is in Windows' encoding.
func IsANSI(text string) bool {
	return strings.Contains(text[:min(len(text), 2000)],
		`CHARSET="ANSI"`)
}

// file is what a PC-Axis file says apart from its cells.
type file struct {
	text     string
	at       int
	language string
	lists    map[string][]string // by keyword and variable, in the file's main language
	keys     []string            // in a sparse file, the variables whose values stand before each row
	twice    string              // the first entry that stands twice and contradicts itself
}

// Read returns the table in the text of a PC-Axis file, and the faults of the file. The
// table is nil if there is none, or if the context has ended.
func Read(ctx context.Context, text string) (*table.Table, []table.Fault) {
	f := &file{text: text, lists: map[string][]string{}}
	from, message := f.readEntries()
	if message.Phrase != (lang.Phrase{}) {
		line := table.LineOf(text, min(f.at, len(text)))
		return nil, []table.Fault{{Kind: table.Broken, Place: table.Place{Row: line}, Message: message}}
	}
	t, message := f.makeTable()
	if message.Phrase != (lang.Phrase{}) {
		return nil, []table.Fault{{Kind: table.Broken, Message: message}}
	}
	d := &data{file: f, table: t, from: from, line: table.LineOf(text, from)}
	if fault := d.check(ctx); fault != nil || ctx.Err() != nil {
		return nil, listFaults(fault)
	}
	zeros, fault := d.findZeros()
	t.Cells, t.Zeros = d.readCells, zeros
	return t, listFaults(fault)
}

// listFaults returns a list with a fault, or an empty one if it is nil.
func listFaults(f *table.Fault) []table.Fault {
	if f == nil {
		return nil
	}
	return []table.Fault{*f}
}

// readEntries reads the entries up to DATA, and returns where the cells begin.
func (f *file) readEntries() (data int, wrong lang.Message) {
	last := "" // the keyword of the last entry
	for {
		f.skipSpace()
		if f.at >= len(f.text) {
			return 0, noData.With()
		}
		if f.text[f.at] == '"' {
			if wrong := f.skipStray(last); wrong.Phrase != (lang.Phrase{}) {
				return 0, wrong
			}
			continue
		}
		end := strings.IndexAny(f.text[f.at:], "[(=;")
		if end < 0 {
			return 0, noData.With()
		}
		spelled := strings.TrimSpace(f.text[f.at : f.at+end])
		keyword := strings.ToUpper(spelled)
		f.at += end
		language := ""
		if f.text[f.at] == '[' {
			end := strings.IndexByte(f.text[f.at:], ']')
			if end < 0 || end > 40 {
				return 0, entryBroken.With(table.Shorten(spelled))
			}
			language = f.text[f.at+1 : f.at+end]
			f.at += end + 1
			f.skipSpace()
		}
		var subject []string
		if f.at < len(f.text) && f.text[f.at] == '(' {
			f.at++
			var ok bool
			if subject, ok = f.readList(')'); !ok {
				return 0, entryBroken.With(table.Shorten(spelled))
			}
			f.skipSpace()
		}
		if f.at >= len(f.text) || f.text[f.at] != '=' {
			return 0, entryBroken.With(table.Shorten(spelled))
		}
		f.at++
		if keyword == "DATA" {
			return f.at, lang.Message{}
		}
		values, ok := f.readList(';')
		if len(values) > table.MaxValues {
			return 0, table.TooManyValues(strings.Join(subject, ", "))
		}
		if !ok {
			return 0, entryBroken.With(table.Shorten(spelled))
		}
		f.note(keyword, language, subject, values)
		last = keyword
	}
}

// describing are the keywords that say what the cells are. If a text stands by itself after
// one of them, it may be a value that was lost.
var describing = map[string]bool{"": true, "STUB": true, "HEADING": true, "VALUES": true,
	"CODES": true, "TIMEVAL": true, "UNITS": true, "CONTVARIABLE": true, "KEYS": true,
	"ELIMINATION": true, "MATRIX": true, "TABLEID": true}

// skipStray passes over quoted text that stands by itself, up to a semicolon. Some programs
// write a note as several texts that each end in one.
func (f *file) skipStray(last string) (wrong lang.Message) {
	from := f.at
	if _, ok := f.readList(';'); !ok || describing[last] {
		text := f.text[from:]
		f.at = from
		return strayText.With(table.Shorten(strings.SplitN(text, "\n", 2)[0]), last)
	}
	return lang.Message{}
}

// note keeps what an entry says about the cells. Entries in other languages say the same
// in other words.
func (f *file) note(keyword, language string, subject, values []string) {
	if keyword == "LANGUAGE" && len(values) > 0 {
		f.language = values[0]
	}
	if language != "" && !strings.EqualFold(language, f.language) {
		return
	}
	base := keyword
	if len(subject) > 0 {
		if keyword == "KEYS" {
			f.keys = append(f.keys, subject[0])
		}
		if len(subject) > 1 && keyword != "PRECISION" { // it describes a single value
			return
		}
		keyword += "\x00" + subject[0]
	}
	before, again := f.lists[keyword]
	switch {
	case !again:
		f.lists[keyword] = values
	case sayOnce[base] && f.twice == "" && !slices.Equal(before, values):
		f.twice = strings.ReplaceAll(keyword, "\x00", " ")
	}
}

// sayOnce are the keywords that may stand only once, because they say what the cells are.
var sayOnce = map[string]bool{"STUB": true, "HEADING": true, "VALUES": true, "CODES": true,
	"UNITS": true, "CONTVARIABLE": true, "MATRIX": true, "TABLEID": true}

// skipSpace passes over space between entries.
func (f *file) skipSpace() {
	for f.at < len(f.text) && strings.IndexByte(" \t\r\n", f.text[f.at]) >= 0 {
		f.at++
	}
}

var noBreaks = strings.NewReplacer("\r", "", "\n", "")

// readList reads texts separated by commas up to a given end. Several quoted pieces form
// one text. What stands without quotes, such as a number, YES or TLIST(A1), is a text,
// too. It stops early if there are more texts than a variable may have.
func (f *file) readList(end byte) (values []string, ok bool) {
	var text pieces
	quoted := false
	for f.at < len(f.text) {
		switch c := f.text[f.at]; {
		case c == '"':
			to := strings.IndexByte(f.text[f.at+1:], '"')
			if to < 0 {
				return nil, false
			}
			piece := f.text[f.at+1 : f.at+1+to]
			if strings.ContainsAny(piece, "\r\n") {
				piece = noBreaks.Replace(piece)
			}
			text.add(piece)
			f.at += to + 2
			quoted = true
		case c == ',':
			if values = append(values, text.take()); len(values) > table.MaxValues {
				return values, false
			}
			quoted = false
			f.at++
		case c == end:
			if text.any || quoted || len(values) > 0 {
				values = append(values, text.take())
			}
			f.at++
			return values, true
		case c == '(' && !quoted: // TLIST(A1)
			to := strings.IndexByte(f.text[f.at:], ')')
			if to < 0 || to > 200 {
				return nil, false
			}
			text.add(f.text[f.at : f.at+to+1])
			f.at += to + 1
		case strings.IndexByte(" \t\r\n", c) >= 0:
			f.at++
		default:
			from := f.at
			for f.at < len(f.text) && strings.IndexByte("\", ();\t\r\n", f.text[f.at]) < 0 {
				f.at++
			}
			f.at = max(f.at, from+1)
			// A keyword begins here, since the semicolon before it is lacking.
			if quoted && strings.HasSuffix(f.text[from:f.at], "=") {
				f.at = from
				return nil, false
			}
			text.add(f.text[from:f.at])
		}
	}
	return nil, false
}

// pieces is a text in pieces. Nearly always there is only one.
type pieces struct {
	first string
	rest  strings.Builder
	any   bool
}

func (p *pieces) add(piece string) {
	if !p.any {
		p.first, p.any = piece, true
		return
	}
	p.rest.WriteString(piece)
}

// take returns the text and starts another.
func (p *pieces) take() string {
	text := p.first
	if p.rest.Len() > 0 {
		text += p.rest.String()
	}
	*p = pieces{}
	return text
}

// findFirst returns the first value of a keyword.
func (f *file) findFirst(keyword string) string {
	if values := f.lists[keyword]; len(values) > 0 {
		return strings.TrimSpace(values[0])
	}
	return ""
}

// makeTable returns the table that the entries describe, without its cells.
func (f *file) makeTable() (*table.Table, lang.Message) {
	if f.twice != "" {
		return nil, entryTwice.With(table.Shorten(f.twice))
	}
	c := &table.Table{
		Name: f.findFirst("MATRIX"), Title: f.findFirst("TITLE"), Unit: f.findFirst("UNITS"), Publisher: f.findFirst("SOURCE"),
		Marks: unit.Marks{Decimal: '.'},
	}
	if id := f.findFirst("TABLEID"); id != "" {
		c.Name = id
	}
	if c.Title == "" {
		c.Title = f.findFirst("DESCRIPTION")
	}
	contents := f.findFirst("CONTVARIABLE")
	seen := map[string]bool{}
	for _, name := range slices.Concat(f.lists["STUB"], f.lists["HEADING"]) {
		if seen[name] {
			return nil, table.VariableTwice(name)
		}
		seen[name] = true
		v := table.Variable{Code: f.findFirst("VARIABLECODE\x00" + name), Label: norm.NFC.String(name)}
		if v.Code == "" {
			v.Code = v.Label
		}
		switch kind := strings.ToUpper(f.findFirst("VARIABLE-TYPE\x00" + name)); {
		case name == contents:
			v.Role = table.Contents
		case f.lists["TIMEVAL\x00"+name] != nil, kind == "T", kind == "TIME":
			v.Role = table.Time
		case kind == "G", kind == "GEOGRAPHICAL", f.lists["MAP\x00"+name] != nil:
			v.Role = table.Geography
		}
		labels, codes := f.lists["VALUES\x00"+name], f.lists["CODES\x00"+name]
		if labels == nil {
			labels = codes
		}
		if codes == nil {
			codes = labels
		}
		if len(labels) == 0 {
			return nil, noValuesOf.With(table.Shorten(name))
		}
		if len(codes) != len(labels) {
			return nil, codesMisfit.With(table.Shorten(name), len(codes), len(labels))
		}
		times := f.readTimes(name, len(labels))
		total := f.findFirst("ELIMINATION\x00" + name)
		for i, label := range labels {
			value := table.Value{Code: norm.NFC.String(strings.TrimSpace(codes[i])),
				Label: norm.NFC.String(strings.TrimSpace(label))}
			if times != nil {
				value.Period = times[i]
			}
			value.Total = total != "" && !strings.EqualFold(total, "YES") &&
				!strings.EqualFold(total, "NO") && label == total
			if name == contents {
				value.Unit = f.findFirst("UNITS\x00" + label)
			}
			v.Values = append(v.Values, value)
		}
		c.Variables = append(c.Variables, v)
	}
	if len(c.Variables) == 0 {
		return nil, noVariables.With()
	}
	return c, lang.Message{}
}

// scales are the letters of TIMEVAL for the length of periods: years, halves, quarters,
// months and weeks.
var scales = map[string]string{"A": "", "H": "H", "Q": "K", "M": "M", "W": "U"}

// readTimes returns what TIMEVAL says that the values of a variable mean, as periods are
// written: 20231 of TLIST(H1) is 2023H1. It is nil if the file does not say so, value for
// value.
func (f *file) readTimes(name string, values int) []string {
	list := f.lists["TIMEVAL\x00"+name]
	if len(list) != values+1 {
		return nil
	}
	scale, ok := strings.CutPrefix(strings.ToUpper(strings.TrimSpace(list[0])), "TLIST(")
	scale = strings.TrimRight(scale, "1) ")
	mark, known := scales[scale]
	if !ok || !known {
		return nil
	}
	times := make([]string, values)
	for i, code := range list[1:] {
		code = strings.TrimSpace(code)
		if len(code) < 4 || !unit.AllDigits(code) {
			return nil
		}
		if times[i] = code[:4]; mark != "" {
			times[i] += mark + code[4:]
		}
	}
	return times
}
