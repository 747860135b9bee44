package jsonwriter

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
)

// View is a value that is written as another value, such as a text in two languages.
type View interface{ JSONView() any }

var viewType = reflect.TypeFor[View]()

// Value writes a value by its type. It may be a number, a text, a list, a pointer or a
// struct. A nil pointer is written as null, and so is a float that is not a number. The
// fields of a struct are written in order, under the keys in their key tags.
//
// After the key, a tag may have options:
//
//	null    zero means missing, and is written as null; in a list, for each item
//	lines   each item of the list stands on a line of its own
//	inline  the fields of the struct stand among the outer one's
//
// A field without a tag, or with the tag "-", is not written. Value panics if a type has no
// place in JSON.
func (j *Writer) Value(v any) {
	value := reflect.ValueOf(v)
	findEncoder(value.Type(), options{})(j, value)
}

// Fields writes the fields of the struct that v points to into an object that is open.
func (j *Writer) Fields(v any) {
	value := reflect.ValueOf(v).Elem()
	for _, f := range listFields(value.Type()) {
		f.write(j, value)
	}
}

// options are the options of a tag.
type options struct{ null, lines bool }

// encoder writes a value of one type.
type encoder func(*Writer, reflect.Value)

// field is a field of a struct, or of a struct inline in it.
type field struct {
	key    string
	index  []int
	encode encoder
}

func (f *field) write(j *Writer, v reflect.Value) {
	for _, i := range f.index {
		v = v.Field(i)
	}
	f.encode(j.Key(f.key), v)
}

// encoders and structs remember what was found out about each type.
var encoders, structs sync.Map

type encoderKey struct {
	reflect.Type
	options
}

func findEncoder(t reflect.Type, o options) encoder {
	key := encoderKey{t, o}
	if e, ok := encoders.Load(key); ok {
		return e.(encoder)
	}
	e := newEncoder(t, o)
	encoders.Store(key, e)
	return e
}

func newEncoder(t reflect.Type, o options) encoder {
	if t.Implements(viewType) {
		return func(j *Writer, v reflect.Value) { j.Value(v.Interface().(View).JSONView()) }
	}
	switch t.Kind() {
	case reflect.Float64:
		return func(j *Writer, v reflect.Value) { j.Number(v.Float()) }
	case reflect.Bool:
		return func(j *Writer, v reflect.Value) { j.Bool(v.Bool()) }
	case reflect.Int, reflect.Int32, reflect.Int64:
		if o.null {
			return func(j *Writer, v reflect.Value) { j.IntOrNull(int(v.Int())) }
		}
		return func(j *Writer, v reflect.Value) { j.Int(int(v.Int())) }
	case reflect.String:
		if o.null {
			return func(j *Writer, v reflect.Value) { j.TextOrNull(v.String()) }
		}
		return func(j *Writer, v reflect.Value) { j.Text(v.String()) }
	case reflect.Pointer:
		return newPointerEncoder(findEncoder(t.Elem(), options{}))
	case reflect.Slice:
		return newListEncoder(findEncoder(t.Elem(), options{null: o.null}), o.lines)
	case reflect.Struct:
		fields := listFields(t)
		return func(j *Writer, v reflect.Value) {
			j.Object(func() {
				for i := range fields {
					fields[i].write(j, v)
				}
			})
		}
	}
	panic(fmt.Sprintf("jsonwriter: %v has no place in JSON", t))
}

func newPointerEncoder(element encoder) encoder {
	return func(j *Writer, v reflect.Value) {
		if v.IsNil() {
			j.Null()
			return
		}
		element(j, v.Elem())
	}
}

func newListEncoder(element encoder, lines bool) encoder {
	return func(j *Writer, v reflect.Value) {
		items := func() {
			for i := range v.Len() {
				element(j, v.Index(i))
			}
		}
		if lines {
			j.Lines(items)
		} else {
			j.List(items)
		}
	}
}

// listFields returns the fields of a struct that are written, in order.
func listFields(t reflect.Type) []field {
	if fields, ok := structs.Load(t); ok {
		return fields.([]field)
	}
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		key, rest, _ := strings.Cut(f.Tag.Get("key"), ",")
		var o options
		inline := false
		for _, word := range strings.Split(rest, ",") {
			switch word {
			case "null":
				o.null = true
			case "lines":
				o.lines = true
			case "inline":
				inline = true
			case "":
			default:
				panic(fmt.Sprintf("jsonwriter: %v.%s has the unknown option %q", t, f.Name, word))
			}
		}
		switch {
		case inline:
			for _, inner := range listFields(f.Type) {
				inner.index = append([]int{i}, inner.index...)
				fields = append(fields, inner)
			}
		case key == "" || key == "-":
		default:
			fields = append(fields, field{key, []int{i}, findEncoder(f.Type, o)})
		}
	}
	structs.Store(t, fields)
	return fields
}

// Keys returns the keys that a struct is written with, in order.
func Keys(t reflect.Type) []string {
	var keys []string
	for _, f := range listFields(t) {
		keys = append(keys, f.key)
	}
	return keys
}
