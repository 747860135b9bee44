package dataset_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"golang.org/x/text/encoding/charmap"
	"pgregory.net/rapid"
)

// number is a decimal number before it is written in a language.
type number struct {
	negative bool
	whole    string
	fraction string // empty: none
}

func drawNumber(t *rapid.T) number {
	n := number{
		negative: rapid.Bool().Draw(t, "negative"),
		whole:    strconv.Itoa(rapid.IntRange(0, 99_999_999).Draw(t, "whole")),
	}
	if places := rapid.IntRange(0, 4).Draw(t, "decimals"); places > 0 {
		n.fraction = fmt.Sprintf("%0*d", places, rapid.IntRange(0, int(math.Pow10(places))-1).Draw(t, "fraction"))
	}
	return n
}

// value is what the number is.
func (n number) value() float64 {
	text := n.whole
	if n.fraction != "" {
		text += "." + n.fraction
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic(err)
	}
	if n.negative {
		return -v
	}
	return v
}

// write is the number with a decimal mark, and a mark or nothing between
// thousands.
func (n number) write(decimal, thousands string) string {
	whole := n.whole
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + thousands + whole[i:]
	}
	if n.fraction != "" {
		whole += decimal + n.fraction
	}
	if n.negative {
		return "-" + whole
	}
	return whole
}

// writing is a way to write a file.
type writing struct {
	separator          rune
	decimal, thousands string
	crlf, mark, latin1 bool
	trailing           int // separators at the end of each line
}

func drawWriting(t *rapid.T) writing {
	w := writing{
		separator: rapid.SampledFrom([]rune{';', ',', '\t', '|'}).Draw(t, "separator"),
		decimal:   rapid.SampledFrom([]string{",", "."}).Draw(t, "decimal"),
		crlf:      rapid.Bool().Draw(t, "crlf"),
		latin1:    rapid.Bool().Draw(t, "latin1"),
		trailing:  rapid.IntRange(0, 2).Draw(t, "trailing"),
	}
	w.mark = !w.latin1 && rapid.Bool().Draw(t, "mark")
	w.thousands = rapid.SampledFrom([]string{"", "\u00a0", map[string]string{",": ".", ".": ","}[w.decimal]}).Draw(t, "thousands")
	return w
}

// file writes records.
func (w writing) file(t *rapid.T, records [][]string) []byte {
	var b bytes.Buffer
	c := csv.NewWriter(&b)
	c.Comma, c.UseCRLF = w.separator, w.crlf
	for _, r := range records {
		if err := c.Write(append(append([]string{}, r...), make([]string, w.trailing)...)); err != nil {
			t.Fatal(err)
		}
	}
	c.Flush()
	raw := b.Bytes()
	if w.latin1 {
		var err error
		if raw, err = charmap.Windows1252.NewEncoder().Bytes(raw); err != nil {
			t.Fatal(err)
		}
	}
	if w.mark {
		raw = append([]byte("\xef\xbb\xbf"), raw...)
	}
	return raw
}

// shuffled returns the records with the columns in a drawn order.
func shuffled(t *rapid.T, records [][]string) [][]string {
	order := make([]int, len(records[0]))
	for i := range order {
		order[i] = i
	}
	order = rapid.Permutation(order).Draw(t, "columns")
	out := make([][]string, len(records))
	for i, r := range records {
		for _, c := range order {
			out[i] = append(out[i], r[c])
		}
	}
	return out
}

// drawTable draws a table as rows of a tidy file and the figures it holds.
func drawTable(t *rapid.T, w writing) (rows [][]string, want map[figure]float64, missing int) {
	towns := rapid.SliceOfNDistinct(rapid.SampledFrom(danmark.Municipalities()), 1, 6, func(m dataset.Municipality) string { return m.Code }).Draw(t, "towns")
	years := rapid.SliceOfNDistinct(rapid.IntRange(2007, 2030), 1, 4, rapid.ID[int]).Draw(t, "years")
	// Without the letters of mia, tus, bn and kkr, which would be warned of.
	ids := rapid.SliceOfNDistinct(rapid.StringMatching(`[ac-jln-sæøå]{1,3}[.;,"' ][0-9]{2}`), 1, 4, rapid.ID[string]).Draw(t, "indicators")
	want = map[figure]float64{}
	for _, m := range towns {
		for _, y := range years {
			for _, id := range ids {
				text := ""
				switch rapid.IntRange(0, 9).Draw(t, "kind") {
				case 0: // no row
					continue
				case 1:
					text = rapid.SampledFrom([]string{"", ".", "..", "...", "M", "U", "NA", "NaN"}).Draw(t, "missing")
					missing++
				case 2:
					text = "-"
					want[figure{m.Code, y, id}] = 0
				default:
					n := drawNumber(t)
					text = n.write(w.decimal, w.thousands)
					want[figure{m.Code, y, id}] = n.value()
				}
				rows = append(rows, []string{m.Code, m.Name, strconv.Itoa(y), id, text})
			}
		}
	}
	// One number that settles the marks, in a place of its own.
	rows = append(rows, []string{towns[0].Code, towns[0].Name, "2031", ids[0], "0" + w.decimal + "5"})
	want[figure{towns[0].Code, 2031, ids[0]}] = .5
	return rapid.Permutation(rows).Draw(t, "rows"), want, missing
}

func TestReadReadsBackEveryTidyTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWriting(t)
		rows, want, missing := drawTable(t, w)
		header := rapid.SampledFrom([][]string{
			{"kommunekode", "kommune", "år", "indikator", "værdi", "enhed"},
			{"municipality_code", "municipality", "year", "indicator", "value", "unit"},
		}).Draw(t, "header")
		records := [][]string{header}
		for _, r := range rows {
			records = append(records, append(r, "kr."))
		}
		text := w.file(t, shuffled(t, records))
		d, err := dataset.Read(context.Background(), []dataset.Source{dataset.Bytes("a.csv", text)}, withRegister)
		if err != nil {
			t.Fatalf("%v\n%q", err, text)
		}
		if diff := cmp.Diff(want, figures(d)); diff != "" {
			t.Fatalf("figures (-want +got):\n%s\n%q", diff, text)
		}
		if len(d.Warnings()) > 0 {
			t.Fatalf("warnings %v\n%q", d.Warnings(), text)
		}
		table := d.Tables()[0]
		if table.Rows != len(rows) || table.Figures != len(want) || table.Missing != missing || table.Skipped != 0 {
			t.Fatalf("%d rows, %d figures and %d missing are counted as %+v", len(rows), len(want), missing, table)
		}
		if table.Separator != w.separator || string(table.DecimalMark) != w.decimal {
			t.Fatalf("taken for %+v, written with %q and %q", table, w.separator, w.decimal)
		}
	})
}

func TestReadReadsBackEveryWideTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWriting(t)
		rows, want, _ := drawTable(t, w)
		// Each municipality and year is a row, each indicator a column.
		type key struct{ code, name, year string }
		var keys []key
		var ids []string
		cells := map[key]map[string]string{}
		for _, r := range rows {
			k := key{r[0], r[1], r[2]}
			if cells[k] == nil {
				cells[k] = map[string]string{}
				keys = append(keys, k)
			}
			cells[k][r[3]] = r[4]
			known := false
			for _, id := range ids {
				known = known || id == r[3]
			}
			if !known {
				ids = append(ids, r[3])
			}
		}
		records := [][]string{append([]string{"kommunekode", "kommune", "år"}, ids...)}
		for _, k := range keys {
			r := []string{k.code, k.name, k.year}
			for _, id := range ids {
				r = append(r, cells[k][id])
			}
			records = append(records, r)
		}
		text := w.file(t, shuffled(t, records))
		d, err := dataset.Read(context.Background(), []dataset.Source{dataset.Bytes("a.csv", text)}, withRegister)
		if err != nil {
			t.Fatalf("%v\n%q", err, text)
		}
		if diff := cmp.Diff(want, figures(d)); diff != "" {
			t.Fatalf("figures (-want +got):\n%s\n%q", diff, text)
		}
		if len(d.Warnings()) > 0 {
			t.Fatalf("warnings %v\n%q", d.Warnings(), text)
		}
		if table := d.Tables()[0]; table.Rows != len(keys) || table.Figures != len(want) || table.Figures+table.Missing != len(keys)*len(ids) {
			t.Fatalf("%d rows of %d cells and %d figures are counted as %+v", len(keys), len(ids), len(want), table)
		}
	})
}

func TestReadDropsNothingWithoutAProblem(t *testing.T) {
	towns := []string{"Odense", "Aarhus", "Århus", "101", "Korsbæk", "Hele landet", "", "751 Odense", "084"}
	years := []string{"2023", "2024", "24", "", "x"}
	ids := []string{"a", "b", ""}
	values := []string{"1", "2,5", "1.234", "0,5", "-", "", "..", "x", "1e999", "1,2,3", "0.5", " 7 "}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "rows")
		records := [][]string{{"kommune", "år", "indikator", "værdi"}}
		ragged, left := 0, 0
		for range n {
			r := []string{
				rapid.SampledFrom(towns).Draw(t, "town"), rapid.SampledFrom(years).Draw(t, "year"),
				rapid.SampledFrom(ids).Draw(t, "indicator"), rapid.SampledFrom(values).Draw(t, "value"),
			}
			if rapid.IntRange(0, 9).Draw(t, "ragged") == 0 {
				r = append(r, "mere")
				ragged++
			}
			if strings.Join(r, "") == "" {
				r[3] = "1" // a blank row is no row
			}
			place := slices.Contains([]string{"Odense", "Aarhus", "Århus", "101"}, r[0])
			switch {
			case len(r) > 4, !place, r[1] != "2023" && r[1] != "2024", r[2] == "":
				left++
			}
			records = append(records, r)
		}
		text := writing{separator: ';'}.file(t, records)
		d, err := dataset.Read(context.Background(), []dataset.Source{dataset.Bytes("a.csv", text)}, withRegister)
		errs, _ := err.(dataset.Problems)
		count := map[dataset.Kind]int{}
		row := map[int]bool{}
		for _, p := range append(append(dataset.Problems{}, errs...), d.Warnings()...) {
			count[p.Kind] += 1 + p.More + p.Alike
			row[p.Row] = true
		}
		table := d.Tables()[0]
		if table.Rows != n {
			t.Fatalf("%d rows are counted as %d\n%s", n, table.Rows, text)
		}
		// A row is left out where it is ragged, of no town, of no year or of no
		// indicator, and then it has a problem for each; one of a total has that
		// alone.
		told := count[dataset.UnknownMunicipal] + count[dataset.Contradiction] + count[dataset.NoMunicipality] + count[dataset.TotalRow] +
			count[dataset.BadYear] + count[dataset.NoIndicator] + count[dataset.RaggedRow]
		if table.Skipped != left || told < left || count[dataset.RaggedRow] != ragged {
			t.Fatalf("%d rows are left out, %d should be, and there are %d problems of rows\n%s", table.Skipped, left, told, text)
		}
		if table.Figures+table.Missing+table.Skipped > n || table.Figures+table.Missing+table.Skipped+count[dataset.NotNumber]+count[dataset.Infinite] < n {
			t.Fatalf("of %d rows %d are figures, %d missing and %d left out, and %d cells are not numbers\n%s", n, table.Figures, table.Missing, table.Skipped, count[dataset.NotNumber]+count[dataset.Infinite], text)
		}
		twice := count[dataset.RepeatedCell] + count[dataset.ConflictingCell]
		if got := len(figures(d)); got > table.Figures || got+table.Missing+twice < table.Figures {
			t.Fatalf("%d figures were read, %d stand twice, and the data set has %d\n%s", table.Figures, twice, got, text)
		}
		if len(errs) == 0 != (err == nil) {
			t.Fatalf("the error is %v", err)
		}
	})
}
