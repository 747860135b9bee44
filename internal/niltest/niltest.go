// Package niltest calls everything that is exported with zero values, as a program does
// that forgot to check whether there is a data set or a report. The answer may be an error
// or empty, and never a panic.
package niltest

import (
	"context"
	"io"
	"reflect"
	"testing"
)

// Methods calls every exported method of each value with zero values. It leaves out methods
// with a value receiver, which Go itself cannot call on a nil pointer.
func Methods(t *testing.T, values ...any) {
	t.Helper()
	for _, value := range values {
		v := reflect.ValueOf(value)
		for i := range v.NumMethod() {
			name := v.Type().Method(i).Name
			if v.Kind() == reflect.Pointer && v.IsNil() {
				if _, ofValue := v.Type().Elem().MethodByName(name); ofValue {
					continue
				}
			}
			call(t, v.Type().String()+"."+name, v.Method(i))
		}
	}
}

// Functions calls each function with zero values. The map has them by name.
func Functions(t *testing.T, functions map[string]any) {
	t.Helper()
	for name, f := range functions {
		call(t, name, reflect.ValueOf(f))
	}
}

// call calls a function with zero values, and then the iterators that it returns. It first
// passes a real context and writer. Then it passes none, and if the function takes one, it must
// return an error.
func call(t *testing.T, name string, f reflect.Value) {
	t.Helper()
	try(t, name, f, true)
	for in := range f.Type().Ins() {
		if in == reflect.TypeFor[context.Context]() || in == reflect.TypeFor[io.Writer]() {
			try(t, name+" with no context and no writer", f, false)
			return
		}
	}
}

// try calls a function with zero values. With real set, only the context and the writer are
// real. Otherwise the function must return an error. An error must have words.
func try(t *testing.T, name string, f reflect.Value, real bool) {
	t.Helper()
	defer func() {
		if why := recover(); why != nil {
			t.Errorf("%s panics: %v", name, why)
		}
	}()
	in := make([]reflect.Value, f.Type().NumIn())
	for i := range in {
		switch of := f.Type().In(i); {
		case real && of == reflect.TypeFor[context.Context]():
			in[i] = reflect.ValueOf(t.Context())
		case real && of == reflect.TypeFor[io.Writer]():
			in[i] = reflect.ValueOf(io.Discard)
		default:
			in[i] = reflect.Zero(of)
		}
	}
	results := f.Call
	if f.Type().IsVariadic() {
		results = f.CallSlice
	}
	for _, result := range results(in) {
		switch {
		case result.Type() == reflect.TypeFor[error]():
			switch err, _ := result.Interface().(error); {
			case err == nil && !real:
				t.Errorf("%s: no error", name)
			case err != nil && err.Error() == "":
				t.Errorf("%s: an error without words", name)
			}
		case result.Type().CanSeq2():
			for range result.Seq2() {
				break
			}
		case result.Type().CanSeq():
			for range result.Seq() {
				break
			}
		}
	}
}
