package dataset

import (
	"bufio"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"github.com/raaderum/raaderum/dataset/internal/source"
	"github.com/raaderum/raaderum/dataset/internal/text"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/internal/given"
)

// WriteOptions say how to write separated text. The zero value suits Danish spreadsheet
// programs: semicolons, a decimal comma, UTF-8 with a byte-order mark.
type WriteOptions struct {
	Separator   rune   // ';', ',', '\t' or '|'; 0: ';'
	DecimalMark rune   // ',' or '.'; 0: ','
	Encoding    string // "utf-8" or "windows-1252"; empty: "utf-8"
	English     bool   // write the columns' names in English
}

// WriteTidy writes a data set as separated text with one figure a row, in the columns that
// [Read] takes. An indicator and year without any figure has no rows. A figure that is
// missing where others of its indicator and year are known is written as "..". It is an
// error if only some of the figures have a year, or if the encoding lacks a letter of a
// text.
func WriteTidy(w io.Writer, d *Dataset, opt WriteOptions) error {
	if err := given.CheckWriter(w); err != nil {
		return err
	}
	if opt.Separator == 0 {
		opt.Separator = ';'
	}
	if opt.DecimalMark == 0 {
		opt.DecimalMark = ','
	}
	switch {
	case !slices.Contains(text.Separators(), opt.Separator):
		return badSeparator.With(string(opt.Separator))
	case opt.DecimalMark != ',' && opt.DecimalMark != '.':
		return badDecimalMark.With(string(opt.DecimalMark))
	case opt.Encoding != "" && opt.Encoding != source.UTF8 && opt.Encoding != source.Windows1252:
		return source.UnknownEncoding(opt.Encoding).Message
	}
	b := bufio.NewWriter(w)
	t := &tidyWriter{opt: opt, w: b}
	if opt.Encoding == source.Windows1252 {
		t.encode = charmap.Windows1252.NewEncoder().String
	} else {
		b.WriteString("\ufeff")
	}
	header := []string{"kommunekode", "kommune", "år", "indikator", "værdi"}
	if opt.English {
		header = []string{"municipality_code", "municipality", "year", "indicator", "value"}
	}
	d = d.orEmpty()
	dated := len(d.years) != 1 || d.years[0] != Undated
	if !dated {
		header = slices.Delete(header, 2, 3)
	}
	t.writeRow(header)
	for _, ind := range d.indicators {
		for _, year := range d.years {
			for i, v := range d.Column(ind.ID, year) {
				m := &d.municipalities[i]
				fields := []string{m.Code, m.Name, strconv.Itoa(year), ind.ID, t.formatNumber(v)}
				if !dated {
					fields = slices.Delete(fields, 2, 3)
				} else if year == Undated && t.err == nil {
					t.err = undatedAmongYears.With(table.Shorten(ind.ID))
				}
				t.writeRow(fields)
			}
		}
	}
	if t.err != nil {
		return t.err
	}
	return b.Flush()
}

// tidyWriter writes rows and keeps the first error.
type tidyWriter struct {
	opt    WriteOptions
	w      *bufio.Writer
	encode func(string) (string, error)
	err    error
}

func (t *tidyWriter) writeRow(fields []string) {
	if t.err != nil {
		return
	}
	for i, f := range fields {
		if i > 0 {
			t.w.WriteRune(t.opt.Separator)
		}
		if strings.ContainsAny(f, string(t.opt.Separator)+"\"\r\n") || f != strings.TrimSpace(f) {
			f = `"` + strings.ReplaceAll(f, `"`, `""`) + `"`
		}
		if t.encode != nil {
			encoded, err := t.encode(f)
			if err != nil {
				t.err = notInEncoding.With(table.Shorten(f), t.opt.Encoding)
				return
			}
			f = encoded
		}
		t.w.WriteString(f)
	}
	_, t.err = t.w.WriteString("\r\n")
}

// formatNumber writes a figure with all its digits.
func (t *tidyWriter) formatNumber(v float64) string {
	if math.IsNaN(v) {
		return ".."
	}
	text := formatShortest(v)
	if t.opt.DecimalMark == ',' {
		text = strings.Replace(text, ".", ",", 1)
	}
	return text
}
