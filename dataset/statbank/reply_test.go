package statbank_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/raaderum/raaderum/dataset/statbank"
)

const (
	rowsHeader = "OMRÅDE;FUNKTION;DRANST;ART;PRISENHED;TID;INDHOLD\r\n"
	oneRow     = "101;2820;1;TOT;INDL;2023;1\r\n"
)

// answer answers a request, mostly wrongly.
type answer func(w http.ResponseWriter, r *http.Request)

// status answers with a status and a body.
func status(code int, body string, header ...string) answer {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
		io.WriteString(w, body)
	}
}

// cut answers with a body that is announced to be longer than it gets.
func cut(body string) answer {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", fmt.Sprint(len(body)+100))
		io.WriteString(w, body)
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	}
}

// hang says a little and then nothing.
func hang(body string) answer {
	return func(w http.ResponseWriter, r *http.Request) {
		if body != "" {
			io.WriteString(w, body)
			w.(http.Flusher).Flush()
		}
		<-r.Context().Done()
	}
}

// endless says the same for ever, some kilobytes a millisecond.
func endless(first, again string) answer {
	return func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, first)
		for r.Context().Err() == nil {
			if _, err := io.WriteString(w, strings.Repeat(again, 4096/len(again))); err != nil {
				return
			}
			time.Sleep(time.Millisecond)
		}
	}
}

// drip says a byte now and then, often enough not to be silent.
func drip(w http.ResponseWriter, r *http.Request) {
	for r.Context().Err() == nil {
		if _, err := io.WriteString(w, " "); err != nil {
			return
		}
		w.(http.Flusher).Flush()
		time.Sleep(50 * time.Second)
	}
}

// zipped compresses a text.
func zipped(body io.Reader) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.Copy(z, body)
	z.Close()
	return b.String()
}

// hangUp closes the connection at once.
func hangUp(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }

// redirect points on to another address.
func redirect(code int, location string) answer { return status(code, "", "Location", location) }

// apiError answers with an error as the interface writes it.
func apiError(code int, word, message string) answer {
	return status(code, fmt.Sprintf(`{"errorTypeCode":"%s","message":"%s"}`, word, message))
}

// The same failures come at either of the two requests.
var failures = []struct {
	name   string
	answer answer
	kind   statbank.Kind
	asked  int // attempts
	da, en []string
}{
	{
		"a cut connection",
		cut(rowsHeader + oneRow), statbank.Broken, 5,
		[]string{"afbrudt midt i svaret (svaret er ufuldstændigt)", "Prøv igen"},
		[]string{"cut in the middle of the reply (the reply is incomplete)"},
	},
	{
		"nothing at all",
		status(200, ""), statbank.Broken, 5,
		[]string{"ufuldstændigt"},
		[]string{"incomplete"},
	},
	{
		"a connection closed at once",
		hangUp, statbank.Unreachable, 5,
		[]string{"ingen forbindelse"},
		[]string{"no connection"},
	},
	{
		"a server that says nothing",
		hang(""), statbank.TimedOut, 5,
		[]string{"sagde intet i 60 sekunder"},
		[]string{"said nothing for 60 seconds"},
	},
	{
		"a server that falls silent",
		hang(rowsHeader), statbank.TimedOut, 5,
		[]string{"sagde intet"},
		[]string{"said nothing"},
	},
	{
		"a server that drips",
		drip, statbank.TimedOut, 1,
		[]string{"ikke færdigt efter 15 minutter", "færre år"},
		[]string{"not finished after 15 minutes"},
	},
	{
		"an HTML page with status 200",
		status(200, "<!DOCTYPE html><html>Log in</html>",
			"Content-Type", "text/html; charset=utf-8"),
		statbank.WrongReply, 1,
		[]string{"en hjemmeside", "login"},
		[]string{"a web page", "login"},
	},
	{
		"an HTML page that says it is text",
		status(200, "\n<html><body>Fejl</body></html>", "Content-Type", "text/plain"),
		statbank.WrongReply, 1,
		[]string{"en hjemmeside"},
		[]string{"a web page"},
	},
	{
		"a picture",
		status(200, "\x89PNG", "Content-Type", "image/png"), statbank.WrongReply, 1,
		[]string{"typen 'image/png'"},
		[]string{"the type 'image/png'"},
	},
	{
		"a type that is none",
		status(200, "x", "Content-Type", ";;"), statbank.WrongReply, 1,
		[]string{"typen ';;'"},
		[]string{"the type ';;'"},
	},
	{
		"too many requests",
		status(429, "", "Retry-After", "7"), statbank.Busy, 5,
		[]string{"travlt (status 429)"},
		[]string{"busy (status 429)"},
	},
	{
		"too many requests for an hour",
		status(429, "", "Retry-After", "3600"), statbank.Busy, 1,
		[]string{"beder om at vente 60 minutter"},
		[]string{"asks to wait 60 minutes"},
	},
	{
		"too many requests until a date",
		status(503, "", "Retry-After", today.Add(3*time.Hour).Format(http.TimeFormat)),
		statbank.Busy, 1,
		[]string{"vente 3 timer"},
		[]string{"wait 3 hours"},
	},
	{
		"an error of the server",
		status(500, "<html>Oops</html>", "Content-Type", "text/html"), statbank.ServerFails, 5,
		[]string{"fejl (status 500)"},
		[]string{"error (status 500)"},
	},
	{
		"an error of the server in its words",
		apiError(500, "INTERNAL", "Databasen er nede"), statbank.ServerFails, 5,
		[]string{"Serveren siger: Databasen er nede"},
		[]string{"The server says: Databasen er nede"},
	},
	{
		"a refusal in its words",
		apiError(400, "REQUEST-MISSING", "Format mangler"), statbank.Refused, 1,
		[]string{"(REQUEST-MISSING). Serveren siger: Format mangler"},
		[]string{"The server says: Format mangler"},
	},
	{
		"a refusal with status 200",
		apiError(200, "EXTRACT-NOTALLOWED", "Nej"), statbank.Refused, 1,
		[]string{"(EXTRACT-NOTALLOWED). Serveren siger: Nej"},
		[]string{"The server says: Nej"},
	},
	{
		"a refusal that steers the terminal",
		apiError(400, `\u001b[2J`, `a\u001b[31mb\nc`), statbank.Refused, 1,
		[]string{"a\uFFFD[31mb c"},
		[]string{"a\uFFFD[31mb c"},
	},
	{
		"a refusal without words",
		status(400, "no"), statbank.Refused, 1,
		[]string{"afviste forespørgslen (status 400)"},
		[]string{"refused the request (status 400)"},
	},
	{
		"no such table",
		apiError(400, "EXTRACT-NOTFOUND", "Tabel findes ikke: REGK31"), statbank.UnknownTable, 1,
		[]string{"Ret tabellens navn", "Tabel findes ikke: REGK31"},
		[]string{"Correct the table's name"},
	},
	{
		"no such page",
		status(404, "<html>404</html>"), statbank.UnknownTable, 1,
		[]string{"status 404", "--base"},
		[]string{"status 404", "--base"},
	},
	{
		"a login",
		status(403, ""), statbank.Refused, 1,
		[]string{"ikke adgang (status 403)", "proxy"},
		[]string{"no access (status 403)"},
	},
	{
		"no content",
		status(204, ""), statbank.WrongReply, 1,
		[]string{"status 204"},
		[]string{"status 204"},
	},
	{
		"another server",
		redirect(302, "https://example.com/v1/data"), statbank.Redirected, 1,
		[]string{"viser videre til https://example.com/v1/data", "--base"},
		[]string{"points on to https://example.com/v1/data"},
	},
	{
		"another port",
		redirect(307, "http://127.0.0.1:1/v1/data"), statbank.Redirected, 1,
		[]string{"viser videre til"},
		[]string{"points on to"},
	},
	{
		"another kind of address",
		redirect(301, "file:///etc/passwd"), statbank.Redirected, 1,
		[]string{"viser videre til file:"},
		[]string{"points on to file:"},
	},
	{
		"a way that leads nowhere",
		status(302, ""), statbank.Redirected, 1,
		[]string{"status 302"},
		[]string{"status 302"},
	},
	{
		"a way around",
		redirect(302, "/v1/around"), statbank.Redirected, 4,
		[]string{"igen og igen"},
		[]string{"again and again"},
	},
	{
		"a coding that was not asked for",
		status(200, "x", "Content-Encoding", "br"), statbank.WrongReply, 1,
		[]string{"pakket som 'br'"},
		[]string{"encoded as 'br'"},
	},
	{
		"gzip that is none",
		status(200, "not gzip at all", "Content-Encoding", "gzip"), statbank.Broken, 5,
		[]string{"komprimerede svar er ødelagt"},
		[]string{"compressed reply is damaged"},
	},
	{
		"gzip cut short",
		status(200, zipped(strings.NewReader(rowsHeader + strings.Repeat(oneRow, 9)))[:40],
			"Content-Encoding", "gzip"),
		statbank.Broken, 5,
		[]string{"ufuldstændigt"},
		[]string{"incomplete"},
	},
}

func TestFailures(t *testing.T) {
	for _, f := range failures {
		for _, path := range []string{"/v1/tableinfo", "/v1/data"} {
			t.Run(f.name+" at "+path, func(t *testing.T) {
				run(t, func(t *testing.T, b *bench) {
					isWrong := func(asked string) bool {
						return asked == path || asked == "/v1/around"
					}
					b.insteadOf(isWrong, f.answer)
					dir := t.TempDir()
					_, err := b.fetch(t, dir, false)
					e := wantError(t, err, f.kind)
					if e.Table != "REGK31" || e.URL != baseURL+path {
						t.Errorf("of the table %q at %q", e.Table, e.URL)
					}
					where := "REGK31, " + baseURL
					wantWords(t, err, append(f.da, where), append(f.en, where))
					n := 0
					for _, asked := range b.Paths() {
						if asked == strings.TrimPrefix(path, "/v1") || asked == "/around" {
							n++
						}
					}
					if n != f.asked {
						t.Errorf("asked %d times, want %d", n, f.asked)
					}
					if names := filesIn(t, dir); len(names) != 0 {
						t.Errorf("files are left: %v", names)
					}
				})
			})
		}
	}
}

// A reply that fails leaves the file that was there as it was.
func TestAFailureLeavesTheFile(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		dir := t.TempDir()
		f := b.mustFetch(t, dir, accounts(), false)
		before := read(t, f.Path)
		b.insteadOfData(cut(rowsHeader + oneRow))
		if _, err := b.fetch(t, dir, true); err == nil {
			t.Error("no error")
		}
		if read(t, f.Path) != before || len(filesIn(t, dir)) != 2 {
			t.Errorf("the file was touched: %v", filesIn(t, dir))
		}
		b.Instead = nil
		if f, err := b.fetch(t, dir, false); err != nil || !f.Kept {
			t.Errorf("%+v, %v", f, err)
		}
	})
}
