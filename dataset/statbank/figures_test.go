package statbank_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset/statbank"
	"github.com/raaderum/raaderum/internal/fakestatbank"
)

// What can be wrong in figures.
func TestFiguresRefuseWhatIsNone(t *testing.T) {
	for _, c := range []struct {
		name string
		body answer
		kind statbank.Kind
		da   string
	}{
		{"no header", status(200, oneRow), statbank.WrongReply, "første linje er '101;2820;1;TOT;INDL;2023;1'"},
		{"a header of labels", status(200, "område;funktion;dranst;art;prisenhed;år;værdi\r\n"), statbank.WrongReply, "ikke variablenes navne (OMRÅDE, FUNKTION, DRANST, ART, PRISENHED, Tid og INDHOLD)"},
		{"a column twice", status(200, "OMRÅDE;OMRÅDE;DRANST;ART;PRISENHED;TID;INDHOLD\r\n"), statbank.WrongReply, "ikke variablenes navne"},
		{"other JSON", status(200, `{"dataset":{}}`, "Content-Type", "application/json"), statbank.WrongReply, "første linje er '{"},
		{"a header alone", status(200, rowsHeader), statbank.WrongReply, "ingen tal"},
		{"a row too short", status(200, rowsHeader+oneRow+"101;2820;1\r\n"+oneRow), statbank.WrongReply, "antallet af felter i svarets linje 3 er 3 og ikke 7"},
		{"a place not asked for", status(200, rowsHeader+"000;2820;1;TOT;INDL;2023;1\r\n"), statbank.WrongReply, "linje 2 har '000' som 'OMRÅDE'"},
		{"labels for codes", status(200, rowsHeader+"København;2820;1;TOT;INDL;2023;1\r\n"), statbank.WrongReply, "linje 2 har 'København' som 'OMRÅDE'"},
		{"markup for a figure", status(200, rowsHeader+"101;2820;1;TOT;INDL;2023;<b>\r\n"), statbank.WrongReply, "'<b>', hvor der skulle stå et tal"},
		{"more rows than asked for", status(200, rowsHeader+strings.Repeat(oneRow, 13)), statbank.WrongReply, "linje 3 (101;2820;1;TOT;INDL;2023;1) er om et tal, som en tidligere linje er om"},
		{"rows without end", endless(rowsHeader, oneRow), statbank.WrongReply, "linje 3 (101;2820;1;TOT;INDL;2023;1) er om et tal, som en tidligere linje er om"},
		{"a line without end", endless(rowsHeader, "x"), statbank.WrongReply, "linje 2 er for lang"},
		{"a header without end", endless("", "x"), statbank.WrongReply, "første linje er 'xxx"},
		{"empty lines without end", endless(rowsHeader, "\r\n"), statbank.TooLarge, "større end de 0,1 MB"},
		{"a length beyond the bound", status(200, strings.Repeat(oneRow, 10_000), "Content-Length", fmt.Sprint(10_000*len(oneRow))), statbank.TooLarge, "større end de 0,1 MB"},
		{"a gzip bomb of lines", status(200, zipped(io.LimitReader(io.MultiReader(strings.NewReader(rowsHeader), &newlines{}), 20<<20)), "Content-Encoding", "gzip"), statbank.TooLarge, "større end de 0,1 MB"},
		{"a gzip bomb of nothing", status(200, zipped(io.LimitReader(zeros{}, 20<<20)), "Content-Encoding", "gzip"), statbank.WrongReply, "første linje"},
		{"rows that differ on a figure", status(200, rowsHeader+oneRow+"101;2820;1;TOT;INDL;2023;2\r\n"), statbank.WrongReply, "en tidligere linje"},
		{"a word for a figure", status(200, rowsHeader+"101;2820;1;TOT;INDL;2023;hello\r\n"), statbank.WrongReply, "'hello', hvor der skulle stå et tal"},
		{"a formula for a figure", status(200, rowsHeader+"101;2820;1;TOT;INDL;2023;=1+1\r\n"), statbank.WrongReply, "'=1+1', hvor der skulle stå et tal"},
		{"nothing for a figure", status(200, rowsHeader+"101;2820;1;TOT;INDL;2023;\r\n"), statbank.WrongReply, "'', hvor der skulle stå et tal"},
		{"a last row cut off", status(200, rowsHeader+oneRow+"101;2820;1;TOT;INDL;2024;12"), statbank.Broken, "ufuldstændigt"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			b.Instead = func(_ int, w http.ResponseWriter, r *http.Request, a fakestatbank.Asked) bool {
				if a.Path == "/v1/data" {
					c.body(w, r)
				}
				return a.Path == "/v1/data"
			}
			dir := t.TempDir()
			_, err := b.client.Fetch(context.Background(), dir, accounts(), false)
			anError(t, err, c.kind)
			says(t, err, []string{"REGK31", "/v1/data", c.da}, []string{"REGK31", "/v1/data"})
			if names := filesIn(t, dir); len(names) != 0 {
				t.Errorf("files are left: %v", names)
			}
		})
	}
}

type newlines struct{}

func (newlines) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '\n'
	}
	return len(p), nil
}

// closing answers without saying where the reply ends, as servers may that close
// the connection at its end.
func closing(body string, header ...string) answer {
	return raw("HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nConnection: close\r\n" + strings.Join(append(header, "\r\n"), "\r\n") + body)
}

// A reply is whole where its last row is ended, or where the reply says itself
// that it ends there.
func TestTheLastRow(t *testing.T) {
	all := rowsHeader
	for _, code := range []string{"101", "147", "751"} {
		for _, row := range []string{"2820;1;TOT;INDL;2023;1097", "2820;1;TOT;INDL;2024;-3,5", "32201;1;TOT;INDL;2023;..", "32201;1;TOT;INDL;2024;1097"} {
			all += code + ";" + row + "\r\n"
		}
	}
	unended := strings.TrimSuffix(all, "\r\n")
	lacking := all[:strings.LastIndex(unended, "\n")+1]
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
		{"gzip, and the last row not ended", closing(zipped(strings.NewReader(unended)), "Content-Encoding: gzip"), 12},
		{"no length", closing(all), 12},
		{"no length, and the last row not ended", closing(unended), 0},
		{"no length, and the last figure cut", closing(unended[:len(unended)-2]), 0},
		{"no length, and a row missing", closing(lacking), 11},
		{"a length, a row missing and the last not ended", status(200, strings.TrimSuffix(lacking, "\r\n")), 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			b.Instead = func(_ int, w http.ResponseWriter, r *http.Request, a fakestatbank.Asked) bool {
				if a.Path == "/v1/data" {
					c.answer(w, r)
				}
				return a.Path == "/v1/data"
			}
			f, err := b.client.Fetch(context.Background(), t.TempDir(), accounts(), false)
			if c.rows == 0 {
				anError(t, err, statbank.Broken)
				says(t, err, []string{"svaret er ufuldstændigt"}, []string{"the reply is incomplete"})
				return
			}
			if err != nil || f.Rows != c.rows || f.Missing() != 12-c.rows {
				t.Errorf("%d rows, %v", f.Rows, err)
			}
		})
	}
}
