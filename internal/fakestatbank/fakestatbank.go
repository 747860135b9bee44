// Package fakestatbank is a stand-in for Statistics Denmark's open interface, for tests and
// examples without the internet. It answers as the interface is known to answer. Each
// figure is the position of its row. On request it does wrong.
package fakestatbank

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Table is a table as /tableinfo describes it.
type Table struct {
	ID                  string     `json:"id"`
	Text                string     `json:"text"`
	Description         string     `json:"description"`
	Unit                string     `json:"unit"`
	SuppressedDataValue string     `json:"suppressedDataValue"`
	Updated             string     `json:"updated"`
	Active              bool       `json:"active"`
	Footnote            *string    `json:"footnote"`
	Variables           []Variable `json:"variables"`
}

// Variable is one of a table's variables.
type Variable struct {
	ID          string  `json:"id"`
	Text        string  `json:"text"`
	Elimination bool    `json:"elimination"`
	Time        bool    `json:"time"`
	Map         string  `json:"map,omitempty"`
	Values      []Value `json:"values"`
}

// Value is a value of a variable.
type Value struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// Asked is a request that came to the stand-in.
type Asked struct {
	Path      string
	UserAgent string
	Table     string `json:"table"`
	Format    string `json:"format"`
	Lang      string `json:"lang"`
	Present   string `json:"valuePresentation"`
	Variables []struct {
		Code   string   `json:"code"`
		Values []string `json:"values"`
	} `json:"variables"`
}

// Server is the stand-in.
type Server struct {
	Tables   map[string]*Table
	MaxCells int // the bound of other formats than BULK; 0: 1,000,000

	// Figure, if it is not nil, may give the figure of a cell by its codes, which are keyed by
	// the names of their variables. Otherwise the figure is the position of the row.
	Figure func(table string, at map[string]string) (figure string, ok bool)

	// Instead, if it is not nil, may answer in the stand-in's place. n is the number of the
	// request, from 1. It reports whether it answered.
	Instead func(n int, w http.ResponseWriter, r *http.Request, asked Asked) bool

	mutex sync.Mutex
	asked []Asked
}

// Asked returns the requests that came, in order.
func (s *Server) Asked() []Asked {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return slices.Clone(s.asked)
}

// Paths returns the paths of the requests that came, without /v1.
func (s *Server) Paths() (paths []string) {
	for _, a := range s.Asked() {
		paths = append(paths, strings.TrimPrefix(a.Path, "/v1"))
	}
	return paths
}

// ServeHTTP answers a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a := Asked{Path: r.URL.Path, UserAgent: r.UserAgent()}
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil || r.Method != http.MethodPost || json.Unmarshal(body, &a) != nil {
		refuse(w, "REQUEST-INVALID", "Forespørgslen kan ikke læses")
		return
	}
	s.mutex.Lock()
	s.asked = append(s.asked, a)
	n := len(s.asked)
	s.mutex.Unlock()
	if s.Instead != nil && s.Instead(n, w, r, a) {
		return
	}
	t, ok := s.Tables[strings.ToUpper(a.Table)]
	switch {
	case r.URL.Path != "/v1/tableinfo" && r.URL.Path != "/v1/data":
		http.NotFound(w, r)
	case !ok:
		refuse(w, "EXTRACT-NOTFOUND", "Tabel findes ikke: "+a.Table)
	case r.URL.Path == "/v1/tableinfo":
		w.Header().Set("Content-Type", "text/json; charset=utf-8")
		json.NewEncoder(w).Encode(t)
	default:
		s.answerData(w, t, a)
	}
}

// refuse answers with an error as the interface writes it.
func refuse(w http.ResponseWriter, code, message string) {
	w.Header().Set("Content-Type", "text/json; charset=utf-8")
	w.WriteHeader(http.StatusBadRequest)
	json.NewEncoder(w).Encode(map[string]string{"errorTypeCode": code, "message": message})
}

// answerData answers with figures.
func (s *Server) answerData(w http.ResponseWriter, t *Table, a Asked) {
	cells, header := 1, ""
	for _, v := range a.Variables {
		known := t.find(v.Code)
		if known == nil {
			refuse(w, "EXTRACT-NOTFOUND", "Variablen blev ikke fundet: "+v.Code)
			return
		}
		for _, id := range v.Values {
			if !known.has(id) {
				refuse(w, "EXTRACT-NOTFOUND", "Værdien blev ikke fundet: "+id+" ("+v.Code+")")
				return
			}
		}
		cells *= len(v.Values)
		header += strings.ToUpper(v.Code) + ";"
	}
	for _, known := range t.Variables {
		if !a.names(known.ID) && (!known.Elimination || a.Format == "BULK") {
			refuse(w, "EXTRACT-NOTALLOWED", "Der skal vælges værdier for variabel: "+known.ID)
			return
		}
	}
	most := cmp.Or(s.MaxCells, 1_000_000)
	if a.Format != "BULK" && cells > most {
		refuse(w, "REQUEST-LIMIT", fmt.Sprintf("Forespørgslen på op mod %d celler er over "+
			"begrænsningen på %d celler for denne filtype. "+
			"Anvend BULK eller andet streaming format i stedet.", cells, most))
		return
	}
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	w.Write(a.rows(header, cells, s.Figure))
}

// find returns the variable with an ID, or nil.
func (t *Table) find(id string) *Variable {
	for i := range t.Variables {
		if strings.EqualFold(t.Variables[i].ID, id) {
			return &t.Variables[i]
		}
	}
	return nil
}

// has says whether the variable has a value.
func (v *Variable) has(id string) bool {
	return slices.ContainsFunc(v.Values, func(known Value) bool { return known.ID == id })
}

// names says whether the request has values of a variable.
func (a Asked) names(id string) bool {
	for _, v := range a.Variables {
		if strings.EqualFold(id, v.Code) {
			return true
		}
	}
	return false
}

// rows returns every combination of the values asked for. The last variable
// changes fastest.
func (a Asked) rows(
	header string, cells int, give func(string, map[string]string) (string, bool),
) []byte {
	var b bytes.Buffer
	if a.Format != "BULK" {
		b.WriteString("\xef\xbb\xbf")
	}
	b.WriteString(header + "INDHOLD\r\n")
	codes, at := make([]string, len(a.Variables)), map[string]string{}
	for cell := range cells {
		rest := cell
		for i := len(a.Variables) - 1; i >= 0; i-- {
			values := a.Variables[i].Values
			codes[i] = values[rest%len(values)]
			rest /= len(values)
		}
		figure := strconv.Itoa(cell) + ",5"
		if give != nil {
			for i, v := range a.Variables {
				at[strings.ToUpper(v.Code)] = codes[i]
			}
			if given, ok := give(a.Table, at); ok {
				figure = given
			}
		}
		for _, code := range codes {
			b.WriteString(code)
			b.WriteByte(';')
		}
		b.WriteString(figure)
		b.WriteString("\r\n")
	}
	return b.Bytes()
}
