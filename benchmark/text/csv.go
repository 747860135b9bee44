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
		{"expected", func(r *benchmark.Row) string { return number(r.Expected) }},
		{"fitted", func(r *benchmark.Row) string { return number(r.Fitted) }},
		{"low", func(r *benchmark.Row) string { return number(r.Low) }},
		{"high", func(r *benchmark.Row) string { return number(r.High) }},
		{"level", func(r *benchmark.Row) string { return number(r.Level) }},
		{"deviation", func(r *benchmark.Row) string { return number(r.Deviation) }},
		{"deviation_pct", func(r *benchmark.Row) string { return number(r.DeviationPct) }},
		{"volume", func(r *benchmark.Row) string { return number(r.Volume) }},
		{"difference_kr", func(r *benchmark.Row) string { return number(r.DifferenceKr) }},
		{"difference_low_kr", func(r *benchmark.Row) string { return number(r.DifferenceLowKr) }},
		{"difference_high_kr", func(r *benchmark.Row) string { return number(r.DifferenceHighKr) }},
		{"headroom_kr", func(r *benchmark.Row) string { return number(r.HeadroomKr) }},
		{"target", func(r *benchmark.Row) string { return number(r.Target) }},
		{"target_rule", func(r *benchmark.Row) string { return harmless(r.TargetRule) }},
		{"target_n", func(r *benchmark.Row) string { return strconv.Itoa(r.TargetN) }},
		{"target_weighted", func(r *benchmark.Row) string { return strconv.FormatBool(r.TargetWeighted) }},
		{"target_missing", func(r *benchmark.Row) string { return string(r.TargetMissing) }},
		{"gap_kr", func(r *benchmark.Row) string { return number(r.GapKr) }},
		{"t", func(r *benchmark.Row) string { return number(r.T) }},
		{"df", func(r *benchmark.Row) string { return whole(r.DF) }},
		{"p", func(r *benchmark.Row) string { return number(r.P) }},
		{"q", func(r *benchmark.Row) string { return number(r.Q) }},
		{"q_low", func(r *benchmark.Row) string { return number(r.QLow) }},
		{"grade", func(r *benchmark.Row) string { return string(r.Grade) }},
		{"leverage", func(r *benchmark.Row) string { return number(r.Leverage) }},
		{"cook", func(r *benchmark.Row) string { return number(r.Cook) }},
		{"in_fit", func(r *benchmark.Row) string { return strconv.FormatBool(r.InFit) }},
		{"robust_weight", func(r *benchmark.Row) string { return number(r.RobustWeight) }},
		{"rank", func(r *benchmark.Row) string { return whole(r.Rank) }},
		{"ranked", func(r *benchmark.Row) string { return whole(r.Ranked) }},
		{"rank_change", func(r *benchmark.Row) string { return number(r.RankChange) }},
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
