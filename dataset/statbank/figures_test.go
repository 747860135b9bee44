package statbank_test

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset/statbank"
)

// What can be wrong in figures.
func TestFiguresRefuseWhatIsNone(t *testing.T) {
	const (
		wrong  = statbank.WrongReply
		again  = "linje 3 (101;2820;1;TOT;INDL;2023;1) er om et tal, som en tidligere linje er om"
		bound  = "større end de 0,1 MB"
		notOne = ", hvor der skulle stå et tal"
	)
	type answers struct {
		name   string
		answer answer
		kind   statbank.Kind
		da     string
	}
	rows := func(text string) answer { return status(200, rowsHeader+text) }
	row := func(figure string) answer { return rows("101;2820;1;TOT;INDL;2023;" + figure + "\r\n") }
	gzip := func(content ...io.Reader) answer {
		bomb := zipped(io.LimitReader(io.MultiReader(content...), 2<<20))
		return status(200, bomb, "Content-Encoding", "gzip")
	}
	long := strings.Repeat(oneRow, 10_000)
	for _, c := range []answers{
		{"no header", status(200, oneRow), wrong, "første linje er '101;2820;1;TOT;INDL;2023;1'"},
		{
			"a header of labels",
			status(200, "område;funktion;dranst;art;prisenhed;år;værdi\r\n"), wrong,
			"ikke variablenes navne (OMRÅDE, FUNKTION, DRANST, ART, PRISENHED, Tid og INDHOLD)",
		},
		{
			"a column twice",
			status(200, "OMRÅDE;OMRÅDE;DRANST;ART;PRISENHED;TID;INDHOLD\r\n"), wrong,
			"ikke variablenes navne",
		},
		{
			"other JSON", status(200, `{"dataset":{}}`, "Content-Type", "application/json"), wrong,
			"første linje er '{",
		},
		{"a header alone", rows(""), wrong, "ingen tal"},
		{
			"a row too short", rows(oneRow + "101;2820;1\r\n" + oneRow), wrong,
			"antallet af felter i svarets linje 3 er 3 og ikke 7",
		},
		{
			"a place not asked for", rows("000;2820;1;TOT;INDL;2023;1\r\n"), wrong,
			"linje 2 har '000' som 'OMRÅDE'",
		},
		{
			"labels for codes", rows("København;2820;1;TOT;INDL;2023;1\r\n"), wrong,
			"linje 2 har 'København' som 'OMRÅDE'",
		},
		{"markup for a figure", row("<b>"), wrong, "'<b>'" + notOne},
		{"a word for a figure", row("hello"), wrong, "'hello'" + notOne},
		{"a formula for a figure", row("=1+1"), wrong, "'=1+1'" + notOne},
		{"nothing for a figure", row(""), wrong, "''" + notOne},
		{"more rows than asked for", rows(strings.Repeat(oneRow, 13)), wrong, again},
		{"rows without end", endless(rowsHeader, oneRow), wrong, again},
		{
			"rows that differ on a figure", rows(oneRow + "101;2820;1;TOT;INDL;2023;2\r\n"), wrong,
			"en tidligere linje",
		},
		{"a line without end", endless(rowsHeader, "x"), wrong, "linje 2 er for lang"},
		{"a header without end", endless("", "x"), wrong, "første linje er 'xxx"},
		{"empty lines without end", endless(rowsHeader, "\r\n"), statbank.TooLarge, bound},
		{
			"a length beyond the bound", status(200, long, "Content-Length", fmt.Sprint(len(long))),
			statbank.TooLarge, bound,
		},
		{
			"a gzip bomb of lines", gzip(strings.NewReader(rowsHeader), repeat('\n')),
			statbank.TooLarge, bound,
		},
		{"a gzip bomb of nothing", gzip(repeat(0)), wrong, "første linje"},
		{
			"a last row cut off", rows(oneRow + "101;2820;1;TOT;INDL;2024;12"), statbank.Broken,
			"ufuldstændigt",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			run(t, func(t *testing.T, b *bench) {
				b.insteadOfData(c.answer)
				dir := t.TempDir()
				_, err := b.fetch(t, dir, false)
				wantError(t, err, c.kind)
				where := []string{"REGK31", "/v1/data"}
				wantWords(t, err, append(where, c.da), where)
				if names := filesIn(t, dir); len(names) != 0 {
					t.Errorf("files are left: %v", names)
				}
			})
		})
	}
}

// repeat is a reader of the same byte without end.
type repeat byte

func (r repeat) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(r)
	}
	return len(p), nil
}

// closing answers without saying where the reply ends, as servers may that close
// the connection at its end.
func closing(body string, header ...string) answer {
	lines := []string{"HTTP/1.1 200 OK", "Content-Type: text/csv", "Connection: close"}
	lines = append(lines, header...)
	return raw(strings.Join(lines, "\r\n") + "\r\n\r\n" + body)
}

// A reply is whole where its last row is ended, or where the reply says itself
// that it ends there.
func TestTheLastRow(t *testing.T) {
	all := rowsHeader
	for _, code := range []string{"101", "147", "751"} {
		for _, row := range []string{
			"2820;1;TOT;INDL;2023;1097", "2820;1;TOT;INDL;2024;-3,5",
			"32201;1;TOT;INDL;2023;..", "32201;1;TOT;INDL;2024;1097",
		} {
			all += code + ";" + row + "\r\n"
		}
	}
	unended := strings.TrimSuffix(all, "\r\n")
	lacking := all[:strings.LastIndex(unended, "\n")+1]
	packed := zipped(strings.NewReader(unended))
	for _, c := range []struct {
		name   string
		answer answer
		rows   int64 // 0: refused
	}{
		{"a length", status(200, all), 12},
		{"a length, and the last row not ended", status(200, unended), 12},
		{"chunks, and the last row not ended", func(w http.ResponseWriter, r *http.Request) {
			w.(http.Flusher).Flush()
			io.WriteString(w, unended)
		}, 12},
		{"gzip, and the last row not ended", closing(packed, "Content-Encoding: gzip"), 12},
		{"no length", closing(all), 12},
		{"no length, and the last row not ended", closing(unended), 0},
		{"no length, and the last figure cut", closing(unended[:len(unended)-2]), 0},
		{"no length, and a row missing", closing(lacking), 11},
		{
			"a length, a row missing and the last not ended",
			status(200, strings.TrimSuffix(lacking, "\r\n")), 0,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			run(t, func(t *testing.T, b *bench) {
				b.insteadOfData(c.answer)
				f, err := b.fetch(t, t.TempDir(), false)
				if c.rows == 0 {
					wantError(t, err, statbank.Broken)
					wantWords(t, err,
						[]string{"svaret er ufuldstændigt"},
						[]string{"the reply is incomplete"})
					return
				}
				if err != nil || f.Rows != c.rows || f.Missing() != 12-c.rows {
					t.Errorf("%d rows, %v", f.Rows, err)
				}
			})
		})
	}
}
