package text

import (
	"encoding/csv"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// WriteCSV writes every row of the municipalities asked for, in columns named
// as in the report's JSON, with the area's name and unit beside its ID. In Danish fields are separated by semicolon and
// numbers have a decimal comma, in English comma and point; numbers have full
// precision and a missing one is empty. A byte-order mark lets spreadsheet
// programs see that it is UTF-8, and a text that such a program would take for
// a formula begins with an apostrophe.
func WriteCSV(w io.Writer, r *benchmark.Report, l lang.Language) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	if l == lang.Danish {
		out.Comma = ';'
	}
	number := func(v float64) string {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return ""
		}
		s := strconv.FormatFloat(v, 'f', -1, 64)
		if l == lang.Danish {
			s = strings.Replace(s, ".", ",", 1)
		}
		return s
	}
	whole := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	columns := []struct {
		name string
		cell func(*benchmark.Row) string
	}{
		{"area", func(r *benchmark.Row) string { return harmless(r.Area) }},
		{"municipality", func(r *benchmark.Row) string { return harmless(r.Municipality) }},
		{"area_name", func(row *benchmark.Row) string { return harmless(r.Model(row.Area).Name) }},
		{"unit", func(row *benchmark.Row) string { return harmless(r.Model(row.Area).Unit) }},
		{"name", func(r *benchmark.Row) string { return harmless(r.Name) }},
		{"actual", func(r *benchmark.Row) string { return number(r.Actual) }},
		{"expected", func(r *benchmark.Row) string { return number(r.Expected.Level) }},
		{"fitted", func(r *benchmark.Row) string { return number(r.Expected.Fitted) }},
		{"low", func(r *benchmark.Row) string { return number(r.Expected.Low) }},
		{"high", func(r *benchmark.Row) string { return number(r.Expected.High) }},
		{"level", func(r *benchmark.Row) string { return number(r.Expected.Confidence) }},
		{"deviation", func(r *benchmark.Row) string { return number(r.Deviation.PerUnit) }},
		{"deviation_pct", func(r *benchmark.Row) string { return number(r.Deviation.Pct) }},
		{"volume", func(r *benchmark.Row) string { return number(r.Volume) }},
		{"difference_kr", func(r *benchmark.Row) string { return number(r.Difference.Kr) }},
		{"difference_low_kr", func(r *benchmark.Row) string { return number(r.Difference.LowKr) }},
		{"difference_high_kr", func(r *benchmark.Row) string { return number(r.Difference.HighKr) }},
		{"headroom_kr", func(r *benchmark.Row) string { return number(r.Target.HeadroomKr) }},
		{"target", func(r *benchmark.Row) string { return number(r.Target.Level) }},
		{"target_rule", func(r *benchmark.Row) string { return harmless(r.Target.Rule) }},
		{"target_n", func(r *benchmark.Row) string { return strconv.Itoa(r.Target.N) }},
		{"target_weighted", func(r *benchmark.Row) string { return strconv.FormatBool(r.Target.Weighted) }},
		{"target_missing", func(r *benchmark.Row) string { return string(r.Target.Missing) }},
		{"gap_kr", func(r *benchmark.Row) string { return number(r.Target.GapKr) }},
		{"t", func(r *benchmark.Row) string { return number(r.Test.T) }},
		{"df", func(r *benchmark.Row) string { return whole(r.Test.DF) }},
		{"p", func(r *benchmark.Row) string { return number(r.Test.P) }},
		{"q", func(r *benchmark.Row) string { return number(r.Test.Q) }},
		{"q_low", func(r *benchmark.Row) string { return number(r.Test.QLow) }},
		{"grade", func(r *benchmark.Row) string { return string(r.Grade) }},
		{"leverage", func(r *benchmark.Row) string { return number(r.Influence.Leverage) }},
		{"cook", func(r *benchmark.Row) string { return number(r.Influence.Cook) }},
		{"in_fit", func(r *benchmark.Row) string { return strconv.FormatBool(r.Influence.InFit) }},
		{"robust_weight", func(r *benchmark.Row) string { return number(r.Influence.RobustWeight) }},
		{"rank", func(r *benchmark.Row) string { return whole(r.Rank.Place) }},
		{"ranked", func(r *benchmark.Row) string { return whole(r.Rank.Of) }},
		{"rank_change", func(r *benchmark.Row) string { return number(r.Rank.Change) }},
		{"value_change", func(r *benchmark.Row) string { return number(r.ValueChange) }},
		{"reservations", func(r *benchmark.Row) string {
			words := make([]string, len(r.Reservations))
			for i, code := range r.Reservations {
				words[i] = string(code)
			}
			return strings.Join(words, " ")
		}},
	}
	record := make([]string, len(columns))
	for i, c := range columns {
		record[i] = c.name
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for row := range r.Rows() {
		for i, c := range columns {
			record[i] = c.cell(&row)
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// harmless keeps a text from data from being a formula in a spreadsheet: at its
// beginning, and after a mark at which a program with other settings than the
// file's would begin a new cell.
func harmless(text string) string {
	var b strings.Builder
	before := ';'
	for _, r := range text {
		if strings.ContainsRune(";,\t\r\n\"", before) && strings.ContainsRune("=+-@\t\r\n", r) {
			b.WriteByte('\'')
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}
