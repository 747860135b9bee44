package compare

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// Read reads a report that was saved as JSON; name is what the file is
// called in errors. Only what a comparison needs is kept, and keys that it does
// not know are passed over, so that later versions' reports can be read. What
// is no report is a [Error] that says why.
func Read(name string, r io.Reader) (*Saved, error) {
	s := &savedReader{lines: &lineReader{in: r}, saved: &Saved{File: name}}
	start := bufio.NewReader(s.lines)
	first, err := start.Peek(3)
	switch {
	case len(first) == 0 && err == io.EOF:
		return nil, s.refuse(savedEmpty.With())
	case len(first) == 0 && err != nil:
		return nil, err
	case bytes.HasPrefix(first, []byte("\xff\xfe")), bytes.HasPrefix(first, []byte("\xfe\xff")):
		return nil, s.refuse(savedUTF16.With())
	case bytes.Equal(first, []byte("\xef\xbb\xbf")):
		start.Discard(3)
		s.skipped = 3
	}
	s.dec = json.NewDecoder(start)
	if err := s.read(); err != nil {
		return nil, s.told(err)
	}
	return s.saved, nil
}

// savedReader reads the tokens of a report, one value of interest at a time.
type savedReader struct {
	lines   *lineReader
	skipped int64 // bytes before the decoder's first
	dec     *json.Decoder
	saved   *Saved
	key     string // of the report, that is being read
	rows    map[[2]string]bool
}

// read reads the report from its first brace to its last.
func (s *savedReader) read() error {
	open, err := s.dec.Token()
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF):
		return s.refuse(savedEmpty.With())
	case err == nil && open != json.Delim('{') && s.endsAfter(open):
		return s.refuse(savedNoObject.With())
	case errors.As(err, &syntax), err == nil && open != json.Delim('{'):
		return s.refuse(savedNotJSON.With())
	case err != nil:
		return err
	}
	seen := map[string]bool{}
	for s.dec.More() {
		token, err := s.dec.Token()
		if err != nil {
			return err
		}
		key, _ := token.(string)
		if seen[key] {
			return s.refuseHere(savedTwice.With(lang.Brief(key, mostBrief)))
		}
		if seen[key] = true; len(seen) > 10_000 {
			return s.refuse(savedNoReport.With("rows"))
		}
		s.key = key
		if err := s.value(key); err != nil {
			return err
		}
	}
	if _, err := s.dec.Token(); err != nil { // the last brace
		return err
	}
	for _, key := range []string{"title", "estimator", "models", "rows"} {
		if !seen[key] {
			return s.refuse(savedNoReport.With(key))
		}
	}
	if _, err := s.dec.Token(); err != io.EOF {
		if err != nil && !errors.As(err, new(*json.SyntaxError)) {
			return err
		}
		return s.refuseHere(savedMore.With())
	}
	return s.checkRows()
}

// endsAfter says whether the value that begins with a token is all that the file
// is: a figure at the beginning of a table is no JSON.
func (s *savedReader) endsAfter(token json.Token) bool {
	for depth := 0; ; {
		switch token {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		var err error
		if token, err = s.dec.Token(); err != nil {
			return depth == 0 && err == io.EOF
		}
		if depth == 0 {
			return false
		}
	}
}

// value reads the value of a key of the report.
func (s *savedReader) value(key string) error {
	switch r := s.saved; key {
	case "title":
		return s.dec.Decode(&r.Title)
	case "year":
		return s.dec.Decode(&r.Year) // null leaves 0
	case "years":
		return s.dec.Decode(&r.Years)
	case "municipality":
		return s.dec.Decode(&r.Municipality)
	case "estimator":
		return s.dec.Decode(&r.Estimator)
	case "price_level":
		return s.dec.Decode(&r.PriceLevel) // null leaves 0
	case "price_source":
		return s.dec.Decode(&r.PriceSource)
	case "warnings":
		return s.list(key, s.note)
	case "models":
		return s.list(key, s.model)
	case "rows":
		return s.list(key, s.row)
	case "corrections":
		return s.list(key, func() error {
			r.Corrections++
			return s.skip()
		})
	}
	return s.skip()
}

// list reads a list, an item at a time.
func (s *savedReader) list(key string, item func() error) error {
	open, err := s.dec.Token()
	if err != nil {
		return err
	}
	if open != json.Delim('[') {
		return s.refuseHere(savedNoList.With(key))
	}
	for s.dec.More() {
		if err := item(); err != nil {
			return err
		}
	}
	_, err = s.dec.Token()
	return err
}

// maxSavedDepth is how deep the values of a report may be nested.
const maxSavedDepth = 1000

// skip passes over a value without keeping it.
func (s *savedReader) skip() error {
	for depth := 0; ; {
		token, err := s.dec.Token()
		if err != nil {
			return err
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			if depth++; depth > maxSavedDepth {
				return s.refuseHere(savedTooDeep.With())
			}
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth == 0 {
			return nil
		}
	}
}

// maxNote bounds a note, and mostBrief what of a file an error repeats, in letters.
const (
	maxNote   = 1000
	mostBrief = 60
)

// maxSavedNotes bounds the notes of a saved report.
const maxSavedNotes = 20

// note keeps a warning where it is that drivers are of another year.
func (s *savedReader) note() error {
	var w struct{ Code, DA, EN string }
	if err := s.dec.Decode(&w); err != nil {
		return err
	}
	if benchmark.WarningCode(w.Code) == benchmark.NearestYear && len(s.saved.Notes) < maxSavedNotes {
		s.saved.Notes = append(s.saved.Notes, Note{lang.Brief(w.DA, maxNote), lang.Brief(w.EN, maxNote)})
	}
	return nil
}

func (s *savedReader) model() error {
	line := s.line()
	var m struct {
		Area, Name, Unit, Estimator, Scale string
		Tau                                float64 // null leaves it at 0
		PartOf                             string  `json:"part_of"`
		Drivers                            []struct{ ID string }
	}
	if err := s.dec.Decode(&m); err != nil {
		return err
	}
	if m.Area == "" {
		return &Error{File: s.saved.File, Line: line, message: savedNameless.With("models", "area")}
	}
	if slices.ContainsFunc(s.saved.Models, func(other Model) bool { return other.Area == m.Area }) {
		return &Error{File: s.saved.File, Line: line, message: savedTwice.With(lang.Brief(m.Area, mostBrief))}
	}
	if len(s.saved.Models) == maxSavedAreas {
		return &Error{File: s.saved.File, Line: line, message: savedManyAreas.With(maxSavedAreas)}
	}
	model := Model{Area: m.Area, Name: m.Name, Unit: m.Unit, PartOf: m.PartOf, Estimator: m.Estimator, Scale: m.Scale, Tau: m.Tau}
	if model.Name == "" {
		model.Name = m.Area
	}
	for _, d := range m.Drivers {
		model.Drivers = append(model.Drivers, d.ID)
	}
	s.saved.Models = append(s.saved.Models, model)
	return nil
}

// maxSavedAreas bounds the areas of a saved report.
const maxSavedAreas = 10_000

func (s *savedReader) row() error {
	line := s.line()
	var r struct {
		Area, Municipality, Name, Grade string
		Actual, Expected, Volume        *float64
	}
	if err := s.dec.Decode(&r); err != nil {
		return err
	}
	at := [2]string{r.Area, r.Municipality}
	var wrong lang.Message
	switch grade := benchmark.Grade(r.Grade); {
	case r.Area == "":
		wrong = savedNameless.With("rows", "area")
	case r.Municipality == "":
		wrong = savedNameless.With("rows", "municipality")
	case s.rows[at]:
		wrong = savedTwice.With(fmt.Sprintf("%s, %s", lang.Brief(r.Area, mostBrief), lang.Brief(r.Municipality, mostBrief)))
	case !grade.Candidate() && grade != benchmark.None && grade != benchmark.Low:
		wrong = savedGrade.With(lang.Brief(r.Grade, mostBrief))
	}
	if wrong.Phrase.EN != "" {
		return &Error{File: s.saved.File, Line: line, message: wrong}
	}
	if s.rows == nil {
		s.rows = map[[2]string]bool{}
	}
	s.rows[at] = true
	if r.Name == "" {
		r.Name = r.Municipality
	}
	number := func(v *float64) float64 {
		if v == nil {
			return math.NaN()
		}
		return *v
	}
	s.saved.Rows = append(s.saved.Rows, Row{
		Area: r.Area, Municipality: r.Municipality, Name: r.Name, Grade: benchmark.Grade(r.Grade),
		Actual: number(r.Actual), Expected: number(r.Expected), Volume: number(r.Volume),
	})
	return nil
}

// checkRows refuses rows of an area that the report does not have.
func (s *savedReader) checkRows() error {
	areas := map[string]bool{}
	for _, m := range s.saved.Models {
		areas[m.Area] = true
	}
	for _, r := range s.saved.Rows {
		if !areas[r.Area] {
			return s.refuse(savedNoModel.With(lang.Brief(r.Area, mostBrief)))
		}
	}
	return nil
}
