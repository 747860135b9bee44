package jsonwriter_test

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/internal/jsonwriter"
)

type part struct {
	Low  float64 `key:"low"`
	High float64 `key:"high"`
}

type whole struct {
	Name   string    `key:"name"`
	Part   part      `key:",inline"`
	Count  int       `key:"count,null"`
	Zero   int       `key:"zero"`
	Code   string    `key:"code,null"`
	Years  []int     `key:"years,null"`
	Parts  []part    `key:"parts,lines"`
	Next   *part     `key:"next"`
	None   *part     `key:"none"`
	Said   spoken    `key:"said"`
	Hidden string    `key:"-"`
	Plain  string    // without a tag
	Sizes  []float64 `key:"sizes"`
}

// spoken is written as an object.
type spoken string

func (s spoken) JSONView() any {
	return &struct {
		Words string `key:"words"`
	}{strings.ToUpper(string(s))}
}

// TestValue: fields stand in their order under their keys, and what is missing is
// null.
func TestValue(t *testing.T) {
	v := whole{
		Name: "a \"b\"", Part: part{1.5, math.NaN()}, Years: []int{2024, 0}, Parts: []part{{1, 2}, {3, math.Inf(1)}},
		Next: &part{0, 1e-9}, Said: "yes", Hidden: "x", Plain: "y",
	}
	var b bytes.Buffer
	j := jsonwriter.New(&b)
	j.Value(&v)
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	want := `{"name":"a \"b\"","low":1.5,"high":null,"count":null,"zero":0,"code":null,"years":[2024,null],"parts":[
{"low":1,"high":2},
{"low":3,"high":null}],"next":{"low":0,"high":1e-09},"none":null,"said":{"words":"YES"},"sizes":[]}
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !json.Valid(b.Bytes()) {
		t.Error("this is no JSON")
	}
	keys := strings.Fields("name low high count zero code years parts next none said sizes")
	if diff := cmp.Diff(keys, jsonwriter.Keys(reflect.TypeFor[whole]())); diff != "" {
		t.Errorf("keys (-want +got):\n%s", diff)
	}
}

// TestBatch: items written by themselves stand in the list as if written there.
func TestBatch(t *testing.T) {
	write := func(batches bool) string {
		var b bytes.Buffer
		j := jsonwriter.New(&b)
		j.Object(func() {
			j.Key("rows").Lines(func() {
				for _, n := range []int{2, 0, 3} {
					items := func(j *jsonwriter.Writer) {
						for i := range n {
							j.Object(func() { j.Key("i").Int(i) })
						}
					}
					if !batches {
						items(j)
						continue
					}
					batch, err := jsonwriter.NewBatch(items)
					if err != nil {
						t.Fatal(err)
					}
					if err := j.Append(batch); err != nil {
						t.Fatal(err)
					}
				}
			})
			j.Key("end").Bool(true)
		})
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if diff := cmp.Diff(write(false), write(true)); diff != "" {
		t.Errorf("(-by itself +in batches):\n%s", diff)
	}
}
