package statbank

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"unicode"

	"github.com/raaderum/raaderum/lang"
)

// Table describes a table of the StatBank.
type Table struct {
	ID        string     `json:"id"`
	Text      string     `json:"text"`
	Unit      string     `json:"unit"`
	Updated   string     `json:"updated"` // when the figures last changed, as the interface writes it
	Variables []Variable `json:"variables"`

	url string // where the description is from, for errors
}

// Variable is one of the variables that a table is divided by.
type Variable struct {
	ID          string  `json:"id"`
	Text        string  `json:"text"`
	Elimination bool    `json:"elimination"` // a request may leave it out
	Time        bool    `json:"time"`
	Values      []Value `json:"values"`
}

// Value is a value of a variable.
type Value struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// maxTableBytes is more than the description of the largest tables, which have
// some ten thousand values.
const maxTableBytes = 8 << 20

// tableQuestion asks for a table's description.
type tableQuestion struct {
	Table  string `json:"table"`
	Lang   string `json:"lang"`
	Format string `json:"format"`
}

// Table asks for the description of a table.
func (c *Client) Table(ctx context.Context, id string) (*Table, error) {
	base, err := address(c.Base)
	if err != nil {
		return nil, err
	}
	q := question{
		table: id,
		path:  "tableinfo",
		body:  tableQuestion{Table: id, Lang: "da", Format: "JSON"},
		want:  aTable,
		kinds: []string{"application/json", "application/octet-stream", "text/"},
		most:  maxTableBytes,
	}
	t := &Table{}
	err = c.retried(ctx, Progress{Table: id}, func() error {
		return c.ask(ctx, q, func(r *body) error {
			text, err := io.ReadAll(r)
			if err != nil {
				return err
			}
			*t = Table{}
			return t.parse(text, id)
		})
	})
	if err != nil {
		return nil, err
	}
	t.url = base.JoinPath(q.path).String()
	return t, nil
}

// parse reads a description, and holds it against what it should be.
func (t *Table) parse(text []byte, asked string) error {
	text = bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")))
	if bytes.HasPrefix(text, []byte("<")) {
		return &Error{Kind: WrongReply, message: webPage.With(aTable)}
	}
	if a, is := parseAPIError(text); is {
		return a.error(200)
	}
	err := json.Unmarshal(text, t)
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case len(text) == 0, errors.As(err, &syntax) && syntax.Offset >= int64(len(text)):
		return cut(io.ErrUnexpectedEOF)
	case errors.As(err, &syntax):
		return &Error{Kind: WrongReply, Err: err, message: notJSON.With(syntax.Offset)}
	case errors.As(err, &kind):
		if kind.Field == "" {
			return wrongTable(shapeNoObject.With())
		}
		return wrongTable(shapeField.With(printable(kind.Field, 60)))
	case err != nil:
		return &Error{Kind: WrongReply, Err: err, message: notJSON.With(0)}
	}
	return t.check(asked)
}

// check says what is not as it should be in a description that was read.
func (t *Table) check(asked string) error {
	if len(t.Variables) == 0 {
		return wrongTable(shapeNothing.With())
	}
	if !strings.EqualFold(t.ID, asked) {
		return wrongTable(shapeOther.With(printable(t.ID, 60)))
	}
	times, variables := 0, map[string]bool{}
	for _, v := range t.Variables {
		if !usable(v.ID) || len(v.Values) == 0 {
			return wrongTable(shapeNoID.With(printable(v.ID, 60)))
		}
		if variables[strings.ToUpper(v.ID)] {
			return wrongTable(shapeTwice.With(printable(v.ID, 60)))
		}
		variables[strings.ToUpper(v.ID)] = true
		if v.Time {
			times++
		}
		values := make(map[string]bool, len(v.Values))
		for _, value := range v.Values {
			if !usable(value.ID) {
				return wrongTable(shapeNoID.With(printable(value.ID, 60)))
			}
			if values[value.ID] {
				return wrongTable(shapeTwice.With(printable(value.ID, 60)))
			}
			values[value.ID] = true
		}
	}
	switch {
	case times == 0:
		return wrongTable(shapeNoTime.With())
	case times > 1:
		return wrongTable(shapeTimes.With())
	}
	return nil
}

// usable says whether a name may stand in a request, a reply's row and a
// message.
func usable(id string) bool {
	return id != "" && len(id) <= 200 && !strings.ContainsFunc(id, func(r rune) bool {
		return r == ';' || r == '"' || r == unicode.ReplacementChar || !unicode.IsPrint(r)
	})
}

func wrongTable(what lang.Message) *Error {
	return &Error{Kind: WrongReply, message: wrongShape.With(what)}
}

// codes are the variable's values as requests name them.
func (v *Variable) codes() []string {
	list := make([]string, len(v.Values))
	for i, value := range v.Values {
		list[i] = value.ID
	}
	return list
}

// names are the names of the table's variables.
func (t *Table) names() []string {
	list := make([]string, len(t.Variables))
	for i, v := range t.Variables {
		list[i] = v.ID
	}
	return list
}
