package compare

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// The bounds of a saved report. A hostile file must not take all memory.
const (
	maxSavedDepth = 1000   // how deep values may be nested
	maxSavedKeys  = 10_000 // keys of the report itself
	maxSavedAreas = 10_000
	maxSavedNotes = 20   // notes that are kept
	maxNote       = 1000 // letters of a note that are kept
	maxBrief      = 60   // letters of a text that an error quotes
)

// Read reads a report that was saved as JSON. Errors call the file by name.
//
// Read takes one item at a time and keeps only what a comparison needs. It skips keys that
// it does not know, so that reports of later versions can be read. A file that is not a
// saved report is an [Error] that says why.
func Read(name string, file io.Reader) (*Saved, error) {
	r := &reader{in: &input{file: file}, saved: &Saved{File: name}, rows: map[rowKey]bool{}}
	if file == nil {
		return nil, r.refuse(savedNoFile.With())
	}
	first := make([]byte, 3)
	n, err := io.ReadFull(r.in, first)
	first = first[:n]
	switch {
	case err == io.EOF:
		return nil, r.refuse(savedEmpty.With())
	case n == 0:
		return nil, err
	case bytes.HasPrefix(first, []byte("\xff\xfe")), bytes.HasPrefix(first, []byte("\xfe\xff")):
		return nil, r.refuse(savedUTF16.With())
	}
	first = bytes.TrimPrefix(first, []byte("\xef\xbb\xbf"))
	r.dec = json.NewDecoder(io.MultiReader(bytes.NewReader(first), r.in))
	if err := r.readReport(); err != nil {
		return nil, r.explainError(err)
	}
	return r.saved, nil
}

// reader reads a report.
type reader struct {
	in    *input
	dec   *json.Decoder
	ahead bytes.Buffer // scratch space of findLine
	saved *Saved
	key   string          // the key of the report whose value is being read
	rows  map[rowKey]bool // that were read, so that a second one is refused
}

// rowKey identifies a row of a report.
type rowKey struct{ area, municipality string }

// readReport reads the report from its first brace to its last.
func (r *reader) readReport() error {
	if err := r.openReport(); err != nil {
		return err
	}
	seen := map[string]bool{}
	for r.dec.More() {
		token, err := r.dec.Token()
		if err != nil {
			return err
		}
		r.key, _ = token.(string)
		if seen[r.key] {
			return r.refuseHere(savedTwice.With(lang.Brief(r.key, maxBrief)))
		}
		if seen[r.key] = true; len(seen) > maxSavedKeys {
			return r.refuse(savedNoReport.With("rows"))
		}
		if err := r.readValue(); err != nil {
			return err
		}
	}
	if _, err := r.dec.Token(); err != nil { // the last brace
		return err
	}
	for _, key := range []string{"title", "estimator", "models", "rows"} {
		if !seen[key] {
			return r.refuse(savedNoReport.With(key))
		}
	}
	if _, err := r.dec.Token(); err != io.EOF {
		if err != nil && !errors.As(err, new(*json.SyntaxError)) {
			return err
		}
		return r.refuseHere(savedMore.With())
	}
	return r.checkRows()
}

// openReport reads the first brace of the report. If the file begins with anything else,
// openReport says what it may be.
func (r *reader) openReport() error {
	first, err := r.dec.Token()
	switch {
	case err == io.EOF:
		return r.refuse(savedEmpty.With())
	case errors.As(err, new(*json.SyntaxError)):
		return r.refuse(savedNotJSON.With())
	case err != nil:
		return err
	case first == json.Delim('{'):
		return nil
	case r.isLastValue(first):
		return r.refuse(savedNoObject.With())
	}
	return r.refuse(savedNotJSON.With())
}

// isLastValue says whether the file ends after the value that begins with a token. If so, the
// file is JSON, but not a report. A table of figures may begin like JSON too, as 2024 does,
// but it goes on after that.
func (r *reader) isLastValue(first json.Token) bool {
	if _, opens := first.(json.Delim); opens && r.skipRestOfValue(1) != nil {
		return false
	}
	_, err := r.dec.Token()
	return err == io.EOF
}

// readValue reads the value of a key of the report. The value null leaves the field as it
// is.
func (r *reader) readValue() error {
	switch s := r.saved; r.key {
	case "title":
		return r.dec.Decode(&s.Title)
	case "year":
		return r.dec.Decode(&s.Year)
	case "years":
		return r.dec.Decode(&s.Years)
	case "municipality":
		return r.dec.Decode(&s.Municipality)
	case "estimator":
		return r.dec.Decode(&s.Estimator)
	case "price_level":
		return r.dec.Decode(&s.PriceLevel)
	case "price_source":
		return r.dec.Decode(&s.PriceSource)
	case "warnings":
		return r.readList(r.readNote)
	case "models":
		return r.readList(r.readModel)
	case "rows":
		return r.readList(r.readRow)
	case "corrections":
		return r.readList(func() error {
			s.Corrections++
			return r.skipValue()
		})
	}
	return r.skipValue()
}

// readList reads a list, an item at a time.
func (r *reader) readList(readItem func() error) error {
	open, err := r.dec.Token()
	if err != nil {
		return err
	}
	if open != json.Delim('[') {
		return r.refuseHere(savedNoList.With(r.key))
	}
	for r.dec.More() {
		if err := readItem(); err != nil {
			return err
		}
	}
	_, err = r.dec.Token()
	return err
}

// skipValue passes over a value without keeping it.
func (r *reader) skipValue() error { return r.skipRestOfValue(0) }

// skipRestOfValue passes over the rest of a value. The depth is how many of its lists and
// objects the decoder has entered.
func (r *reader) skipRestOfValue(depth int) error {
	for {
		token, err := r.dec.Token()
		if err != nil {
			return err
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			if depth++; depth > maxSavedDepth {
				return r.refuseHere(savedTooDeep.With())
			}
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth == 0 {
			return nil
		}
	}
}

// readNote reads a warning, and keeps it if it says that drivers are of another year.
func (r *reader) readNote() error {
	var w struct {
		Code   benchmark.WarningCode
		DA, EN string
	}
	if err := r.dec.Decode(&w); err != nil {
		return err
	}
	if w.Code == benchmark.NearestYear && len(r.saved.Notes) < maxSavedNotes {
		r.saved.Notes = append(r.saved.Notes, Note{
			DA: lang.Brief(w.DA, maxNote),
			EN: lang.Brief(w.EN, maxNote),
		})
	}
	return nil
}

// readModel reads the model of an area.
func (r *reader) readModel() error {
	line := r.findLine()
	var m Model
	if err := r.dec.Decode(&m); err != nil {
		return err
	}
	isTwin := func(other Model) bool { return other.Area == m.Area }
	switch models := r.saved.Models; {
	case m.Area == "":
		return r.refuseLine(line, savedNameless.With("models", "area"))
	case slices.ContainsFunc(models, isTwin):
		return r.refuseLine(line, savedTwice.With(lang.Brief(m.Area, maxBrief)))
	case len(models) == maxSavedAreas:
		return r.refuseLine(line, savedManyAreas.With(maxSavedAreas))
	}
	m.Name = cmp.Or(m.Name, m.Area)
	r.saved.Models = append(r.saved.Models, m)
	return nil
}

// readRow reads the row of an area and a municipality. A number that the file lacks, or that
// is null, is NaN.
func (r *reader) readRow() error {
	line := r.findLine()
	missing := math.NaN()
	saved := struct {
		Area, Municipality, Name string
		Actual, Expected, Volume float64
		Grade                    benchmark.Grade
		Candidate                *bool // null or absent: the version did not say
	}{Actual: missing, Expected: missing, Volume: missing}
	if err := r.dec.Decode(&saved); err != nil {
		return err
	}
	row := Row{
		Area: saved.Area, Municipality: saved.Municipality, Name: saved.Name,
		Actual: saved.Actual, Expected: saved.Expected, Volume: saved.Volume,
		Grade: saved.Grade, Candidate: saved.Grade.Above(),
	}
	if saved.Candidate != nil {
		row.Candidate = *saved.Candidate
	}
	key := rowKey{row.Area, row.Municipality}
	switch {
	case row.Area == "":
		return r.refuseLine(line, savedNameless.With("rows", "area"))
	case row.Municipality == "":
		return r.refuseLine(line, savedNameless.With("rows", "municipality"))
	case r.rows[key]:
		name := lang.Brief(row.Area, maxBrief) + ", " + lang.Brief(row.Municipality, maxBrief)
		return r.refuseLine(line, savedTwice.With(name))
	case !isGrade(row.Grade):
		return r.refuseLine(line, savedGrade.With(lang.Brief(string(row.Grade), maxBrief)))
	}
	r.rows[key] = true
	row.Name = cmp.Or(row.Name, row.Municipality)
	r.saved.Rows = append(r.saved.Rows, row)
	return nil
}

func isGrade(g benchmark.Grade) bool {
	return g.Above() ||
		g == benchmark.None || g == benchmark.Low || g == benchmark.Posting
}

// checkRows refuses a report that has a row of an area without a model.
func (r *reader) checkRows() error {
	areas := map[string]bool{}
	for _, m := range r.saved.Models {
		areas[m.Area] = true
	}
	for _, row := range r.saved.Rows {
		if !areas[row.Area] {
			return r.refuse(savedNoModel.With(lang.Brief(row.Area, maxBrief)))
		}
	}
	return nil
}
