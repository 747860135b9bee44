package statbank

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"unicode"

	"github.com/raaderum/raaderum/internal/given"
	"github.com/raaderum/raaderum/internal/sysreason"
	"github.com/raaderum/raaderum/lang"
)

// Table is the description of a table of the StatBank.
type Table struct {
	ID        string     `json:"id"`
	Text      string     `json:"text"`
	Unit      string     `json:"unit"`
	Updated   string     `json:"updated"` // when the figures last changed, in the interface's words
	Variables []Variable `json:"variables"`

	url string // where the description came from, for messages
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

// maxTableBytes bounds a description. It is more than the largest tables need, which have
// some ten thousand values.
const maxTableBytes = 8 << 20

// tableQuestion is what is posted to get a table's description.
type tableQuestion struct {
	Table  string `json:"table"`
	Lang   string `json:"lang"`
	Format string `json:"format"`
}

// Table asks for the description of a table.
func (c *Client) Table(ctx context.Context, id string) (*Table, error) {
	if err := given.CheckContext(ctx); err != nil {
		return nil, err
	}
	base, err := parseBase(c.Base)
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
	err = c.retry(ctx, Progress{Table: id}, func() error {
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

// parse reads the description of the table that was asked for, and checks it.
func (t *Table) parse(text []byte, asked string) error {
	text = bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")))
	if bytes.HasPrefix(text, []byte("<")) {
		return &Error{Kind: WrongReply, message: webPage.With(aTable)}
	}
	if a, ok := parseAPIError(text); ok {
		return a.refusal(200)
	}
	err := json.Unmarshal(text, t)
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case len(text) == 0, errors.As(err, &syntax) && syntax.Offset >= int64(len(text)):
		return brokenReply(io.ErrUnexpectedEOF)
	case errors.As(err, &syntax):
		return &Error{Kind: WrongReply, Err: err, message: notJSON.With(syntax.Offset)}
	case errors.As(err, &kind):
		if kind.Field == "" {
			return wrongTable(shapeNoObject.With())
		}
		return wrongTable(shapeField.With(sysreason.Printable(kind.Field, 60)))
	case err != nil:
		return &Error{Kind: WrongReply, Err: err, message: notJSON.With(0)}
	}
	return t.check(asked)
}

// check says what is not right in a description, so that nothing later has to doubt it.
func (t *Table) check(asked string) error {
	if len(t.Variables) == 0 {
		return wrongTable(shapeNothing.With())
	}
	if !strings.EqualFold(t.ID, asked) {
		return wrongTable(shapeOther.With(sysreason.Printable(t.ID, 60)))
	}
	times, variables := 0, map[string]bool{}
	for _, v := range t.Variables {
		if !isUsable(v.ID) || len(v.Values) == 0 {
			return wrongTable(shapeNoID.With(sysreason.Printable(v.ID, 60)))
		}
		if variables[strings.ToUpper(v.ID)] {
			return wrongTable(shapeTwice.With(sysreason.Printable(v.ID, 60)))
		}
		variables[strings.ToUpper(v.ID)] = true
		if v.Time {
			times++
		}
		values := make(map[string]bool, len(v.Values))
		for _, value := range v.Values {
			if !isUsable(value.ID) {
				return wrongTable(shapeNoID.With(sysreason.Printable(value.ID, 60)))
			}
			if values[value.ID] {
				return wrongTable(shapeTwice.With(sysreason.Printable(value.ID, 60)))
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

// isUsable says whether a name may stand in a request, a reply's row and a
// message.
func isUsable(id string) bool {
	return id != "" && len(id) <= 200 && !strings.ContainsFunc(id, func(r rune) bool {
		return r == ';' || r == '"' || r == unicode.ReplacementChar || !unicode.IsPrint(r)
	})
}

// wrongTable returns the error of a description that is not right.
func wrongTable(what lang.Message) *Error {
	return &Error{Kind: WrongReply, message: wrongShape.With(what)}
}

// codes returns the variable's values as requests name them.
func (v *Variable) codes() []string {
	list := make([]string, len(v.Values))
	for i, value := range v.Values {
		list[i] = value.ID
	}
	return list
}

// names returns the names of the table's variables.
func (t *Table) names() []string {
	list := make([]string, len(t.Variables))
	for i, v := range t.Variables {
		list[i] = v.ID
	}
	return list
}
