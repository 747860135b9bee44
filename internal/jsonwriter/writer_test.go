package jsonwriter_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/internal/jsonwriter"
	"pgregory.net/rapid"
)

// TestLayout: the whole text, by hand.
func TestLayout(t *testing.T) {
	var out bytes.Buffer
	j := jsonwriter.New(&out)
	j.Object(func() {
		j.Key("text").Text("a \"b\" <æ>")
		j.Key("none").TextOrNull("")
		j.Key("texts").Texts([]string{"a", "b"})
		j.Key("empty").Texts(nil)
		j.Key("rows").Lines(func() {
			for i := range 2 {
				j.Object(func() {
					j.Key("i").IntOrNull(i)
					j.Key("list").List(func() {
						j.Number(math.NaN())
						j.Number(math.Inf(-1))
						j.Number(0.5)
						j.Bool(i == 0)
						j.Object(func() {})
					})
				})
			}
		})
		j.Key("n").Int(-3)
	})
	want := `{"text":"a \"b\" \u003cæ\u003e","none":null,"texts":["a","b"],"empty":[],"rows":[
{"i":null,"list":[null,null,0.5,true,{}]},
{"i":1,"list":[null,null,0.5,false,{}]}],"n":-3}
`
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestNumbersAndTextsReadBack: encoding/json reads the very number and text.
func TestNumbersAndTextsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v, text := rapid.Float64().Draw(t, "number"), rapid.String().Draw(t, "text")
		var out bytes.Buffer
		j := jsonwriter.New(&out)
		j.List(func() { j.Number(v); j.Text(text) })
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		var got []any
		if err := json.Unmarshal(out.Bytes(), &got); err != nil {
			t.Fatalf("%v: %s", err, out.String())
		}
		if math.IsNaN(v) || math.IsInf(v, 0) {
			if got[0] != nil {
				t.Errorf("%v is %v", v, got[0])
			}
		} else if got[0] != v {
			t.Errorf("%v is %v", v, got[0])
		}
		if got[1] != text {
			t.Errorf("%q is %q", text, got[1])
		}
	})
}

// TestFirstErrorStays: of the disk as of the caller.
func TestFirstErrorStays(t *testing.T) {
	full := errors.New("the disk is full")
	r, w := io.Pipe()
	r.CloseWithError(full)
	j := jsonwriter.New(w)
	j.Null()
	if err := j.Close(); err != full {
		t.Errorf("got %v", err)
	}
	j = jsonwriter.New(io.Discard)
	j.Fail(nil)
	j.Fail(full)
	j.Fail(io.EOF)
	if err := j.Close(); err != full {
		t.Errorf("got %v", err)
	}
}

// taking is a writer that takes so many bytes, and says nothing of the rest.
type taking int

func (t *taking) Write(p []byte) (int, error) {
	n := min(len(p), int(*t))
	*t -= taking(n)
	return n, nil
}

// A writer that takes less than it is given is noticed, wherever that is.
func TestShortWrite(t *testing.T) {
	for _, most := range []taking{0, 1, 1 << 15, 1<<17 - 1} {
		j := jsonwriter.New(&most)
		j.Lines(func() {
			for range 1 << 14 {
				j.List(func() { j.Text("some text") })
			}
		})
		if err := j.Close(); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("the error is %v", err)
		}
	}
}
