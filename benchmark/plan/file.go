package plan

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
	"github.com/raaderum/raaderum/lang"
	"golang.org/x/text/unicode/norm"
)

// maxPlanBytes is the size of the largest plan file. A person writes it.
const maxPlanBytes = 512 << 10

// source is where a plan came from.
type source struct {
	file  string
	lines map[string]int // by the path of a key, such as "area[2].spending"
}

// Parse reads a plan from the text of a TOML file. Errors call the file by name. Parse
// reports everything that is wrong at once, as [Errors]: unknown keys, wrong types, words
// that mean nothing, and areas and drivers that are named twice or not at all. Whether the
// data have what the plan names is for [Plan.Check] to say.
func Parse(name string, text []byte) (Plan, error) {
	r := fileReader{source: source{file: name, lines: map[string]int{}}, unknown: unknownKey}
	tree, text := r.parse(text, maxPlanBytes)
	if tree == nil {
		return Plan{}, r.errs
	}
	r.checkTable(tree, reflect.TypeFor[Plan](), "")
	r.checkExplicit(tree)
	if len(r.errs) > 0 {
		return Plan{}, r.sortErrors()
	}
	var p Plan
	if err := decodeTOML(text, &p); err != nil {
		return Plan{}, Errors{{File: name, message: explainTOML(nil, err)}}
	}
	p.source = r.source
	placeCorrections(p.Corrections, r.source)
	r.errs = append(r.errs, p.checkWords()...)
	switch {
	case LacksAreas(r.errs): // the plan may still say how files are to be read
		return p, r.sortErrors()
	case len(r.errs) > 0:
		return Plan{}, r.sortErrors()
	}
	return p, nil
}

// LacksAreas says whether the only thing wrong with a plan is that it has no areas. [Parse]
// then returns the plan beside the error, because the plan can still be used to read files.
func LacksAreas(err error) bool {
	var errs Errors
	return errors.As(err, &errs) && len(errs) == 1 && errs[0].message.Phrase == noAreas
}

// decodeTOML decodes TOML into a struct. [Date] reads its own dates.
func decodeTOML(text []byte, into any) error {
	return toml.NewDecoder(bytes.NewReader(text)).EnableUnmarshalerInterface().Decode(into)
}

// fileReader checks the keys and values of a TOML file against the fields of a struct. The
// decoder would stop at the first problem and describe it in Go's terms.
type fileReader struct {
	source  source
	errs    Errors
	unknown lang.Phrase // reports a key that the struct has no field for
}

// parse reads a TOML file of at most some bytes. It returns the values and the text. The
// text is normalised as the names of indicators are, so that an ø typed in two ways is the
// same letter. If the text is not TOML, parse notes why and returns nil.
func (r *fileReader) parse(text []byte, most int) (tree map[string]any, normal []byte) {
	refuse := func(line int, message lang.Message) (map[string]any, []byte) {
		r.errs.put(&Error{File: r.source.file, Line: line, message: message})
		return nil, nil
	}
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	if len(text) > most {
		return refuse(0, planTooLarge.With(most>>10))
	}
	if !utf8.Valid(text) {
		return refuse(0, planNotUTF8.With())
	}
	text = norm.NFC.Bytes(text)
	tree = map[string]any{}
	if err := toml.Unmarshal(text, &tree); err != nil {
		line := 0
		var bad *toml.DecodeError
		if errors.As(err, &bad) {
			line, _ = bad.Position()
		}
		for line > 1 && len(bytes.TrimSpace(cutLine(text, line))) == 0 {
			line-- // the decoder reports an unfinished value at the empty end of the text
		}
		if open := findOpenBracket(text); open > 0 && open < line {
			return refuse(open, openBracket.With(shorten(string(cutLine(text, open)))))
		}
		if at := decimalComma.FindSubmatch(cutLine(text, line)); at != nil {
			return refuse(line,
				commaInTOML.With(string(at[1]), strings.Replace(string(at[1]), ",", ".", 1)))
		}
		return refuse(line, explainTOML(cutLine(text, line), err))
	}
	r.findLines(text)
	return tree, text
}

// explainTOML says what is wrong with a line that the decoder refuses. It quotes the line
// that the user must correct. If the decoder names no line, explainTOML quotes the decoder.
func explainTOML(line []byte, err error) lang.Message {
	words := shorten(string(line))
	switch {
	case words == "":
		return badTOML.With(shorten(strings.TrimPrefix(err.Error(), "toml: ")))
	case strings.Contains(err.Error(), "too large to fit"):
		return hugeInTOML.With(words)
	}
	return badTOMLLine.With(words)
}

// decimalComma matches a number with a decimal comma, which TOML does not have.
var decimalComma = regexp.MustCompile(`=\s*(-?[0-9]+,[0-9]+)`)

// cutLine returns a line of a text, counted from 1. It returns nil if there is no such
// line.
func cutLine(text []byte, line int) []byte {
	lines := bytes.Split(text, []byte("\n"))
	if line < 1 || line > len(lines) {
		return nil
	}
	return lines[line-1]
}

func (r *fileReader) add(path, text string, message lang.Message) {
	r.errs.add(&r.source, path, text, message)
}

// sortErrors returns the errors in the order of their lines.
func (r *fileReader) sortErrors() Errors {
	slices.SortStableFunc(r.errs, func(a, b *Error) int { return a.Line - b.Line })
	return r.errs
}

// newError returns an error about the key with a path such as "area[2].spending". The error
// has the key without positions, as "area.spending", and the line of it.
func (s source) newError(path, text string, message lang.Message) *Error {
	e := &Error{File: s.file, Text: text, message: message}
	// A key that is missing has no line. Then its table's line is the place to look.
	for at := path; e.Line == 0 && at != ""; {
		e.Line = s.lines[at]
		at = at[:max(strings.LastIndexByte(at, '.'), strings.LastIndexByte(at, '['), 0)]
	}
	for i, part := range strings.Split(path, "[") {
		if i > 0 {
			_, part, _ = strings.Cut(part, "]")
		}
		e.Key += part
	}
	return e
}

// findLines notes the line of every key and table. The decoder does not tell them, so the
// text is parsed a second time.
func (r *fileReader) findLines(text []byte) {
	var p unstable.Parser
	p.Reset(text)
	table, counts := "", map[string]int{}
	offset, line := 0, 1
	for p.NextExpression() {
		node := p.Expression()
		var parts []string
		for key := node.Key(); key.Next(); {
			if len(parts) == 0 { // count the lines since the key before
				at := int(key.Node().Raw.Offset)
				line += bytes.Count(text[offset:at], []byte("\n"))
				offset = at
			}
			parts = append(parts, string(key.Node().Data))
		}
		path := strings.Join(parts, ".")
		switch node.Kind {
		case unstable.ArrayTable:
			table = fmt.Sprintf("%s[%d]", path, counts[path])
			counts[path]++
			path = table
		case unstable.Table:
			table = path
		default:
			if table != "" {
				path = table + "." + path
			}
		}
		if _, seen := r.source.lines[path]; !seen {
			r.source.lines[path] = line
		}
	}
}

// checkTable reports the keys of a table that a struct has no field for, and the values that
// are not of their field's type.
func (r *fileReader) checkTable(table map[string]any, fields reflect.Type, path string) {
	types := map[string]reflect.Type{}
	for i := range fields.NumField() {
		if key := fields.Field(i).Tag.Get("toml"); key != "" {
			types[key] = fields.Field(i).Type
		}
	}
	for _, key := range slices.Sorted(maps.Keys(table)) {
		value, at := table[key], key
		if path != "" {
			at = path + "." + key
		}
		want, ok := types[key]
		if len([]rune(key)) > maxText { // too long to quote whole
			r.add(path, string([]rune(key)[:20])+"…", tooLong.With(maxText))
			continue
		}
		if !ok {
			r.add(at, key, r.unknown.With(key, lang.Suggest(key, slices.Sorted(maps.Keys(types)))))
			continue
		}
		r.checkValue(value, want, at)
	}
}

// addWrong reports a value that is not what its key must have.
func (r *fileReader) addWrong(path string, value any, expected lang.Phrase) {
	r.add(path, fmt.Sprint(value), wrongType.With(expected, describeValue(value)))
}

// checkValue reports a value that is not of its field's type.
func (r *fileReader) checkValue(value any, want reflect.Type, path string) {
	wrong := func(expected lang.Phrase) { r.addWrong(path, value, expected) }
	switch want.Kind() {
	case reflect.Map:
		if want.Key().Kind() == reflect.Int { // by year
			r.checkYears(value, path)
			return
		}
		table, ok := value.(map[string]any)
		if !ok {
			wrong(typeTable)
			return
		}
		for _, key := range slices.Sorted(maps.Keys(table)) {
			r.checkValue(table[key], want.Elem(), path+"."+key)
		}
	case reflect.Pointer:
		r.checkValue(value, want.Elem(), path)
	case reflect.Struct:
		table, isTable := value.(map[string]any)
		if !isTable {
			at := path
			if _, isList := value.([]any); isList {
				at += "[0]" // someone wrote [[curve]]; its line is that of the first
			}
			r.add(at, fmt.Sprint(value), notTable.With(path))
			return
		}
		r.checkTable(table, want, path)
	case reflect.String:
		_, isDate := value.(toml.LocalDate)
		if _, ok := value.(string); !ok && !(isDate && want == reflect.TypeFor[Date]()) {
			wrong(typeText)
		}
	case reflect.Int:
		if n, ok := value.(int64); !ok || n > math.MaxInt32 || n < math.MinInt32 {
			wrong(typeWhole)
		}
	case reflect.Float64:
		switch v := value.(type) {
		case int64:
		case float64:
			if math.IsNaN(v) || math.IsInf(v, 0) {
				wrong(typeNumber)
			}
		default:
			wrong(typeNumber)
		}
	case reflect.Slice:
		list, ok := value.([]any)
		if want.Elem().Kind() == reflect.Struct {
			for i, item := range list {
				table, isTable := item.(map[string]any)
				if ok = ok && isTable; ok {
					r.checkTable(table, want.Elem(), fmt.Sprintf("%s[%d]", path, i))
				}
			}
			if !ok {
				r.add(path, fmt.Sprint(value), wrongTable.With(path))
			}
			return
		}
		for _, item := range list {
			_, isText := item.(string)
			ok = ok && isText
		}
		if !ok {
			wrong(typeList)
		}
	}
}

// checkExplicit reports numbers that are too small. It looks at the file and not at the
// Plan, because 0 in a Plan means the default and 0 in a file is an error.
func (r *fileReader) checkExplicit(tree map[string]any) {
	for _, key := range []string{"pool", "min_n", "min_n_per_driver"} {
		if n, ok := tree[key].(int64); ok && n < 1 { // a missing key is nil and not an int64
			r.add(key, fmt.Sprint(n), tooSmall.With(1))
		}
	}
	if peers, ok := tree["peers"].(map[string]any); ok {
		if k, ok := peers["k"].(int64); ok && k < 1 {
			r.add("peers.k", fmt.Sprint(k), tooSmall.With(1))
		}
	}
	if tau, ok := tree["tau"]; ok && (tau == int64(0) || tau == 0.0) {
		r.add("tau", fmt.Sprint(tau), notQuantile.With())
	}
	if year, ok := tree["year"].(int64); ok && !isYear(year) {
		r.add("year", fmt.Sprint(year), notYear.With(year))
	}
}
