// Package longtest separates the tests that always run from those that take long.
//
// A test that takes long always runs one small case. Its other cases run when the
// environment variable RAADERUM_LONG is 1. They are simulations of many years, comparisons
// with brute force over whole countries, and workbooks opened by other programs. .ci/run
// sets the variable.
package longtest

import (
	"flag"
	"os"
	"runtime/debug"
	"testing"
)

// variable names the environment variable that asks for the long tests.
const variable = "RAADERUM_LONG"

// Wanted reports whether the long tests are to run. They are not under -short,
// whatever the environment says.
func Wanted() bool {
	return os.Getenv(variable) == "1" && !testing.Short()
}

// Skip skips a test, or a case of one, unless the long tests are to run.
func Skip(t testing.TB) {
	t.Helper()
	if !Wanted() {
		t.Skip("long: runs with " + variable + "=1")
	}
}

// SkipAlone skips a test under -short, with which the race detector is run. Such a test has
// a single goroutine and takes long there. It runs whenever -short is not given.
func SkipAlone(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("one goroutine: runs without -short")
	}
}

// seldom is the percentage by which the heap of a test process may grow between two
// collections. Such a process lives for seconds, and its heap is small.
const seldom = 400

// CollectSeldom collects garbage less often, which saves a tenth of the work of tests that
// write many reports. It leaves a GOGC of the environment as it is. TestMain calls it.
func CollectSeldom() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(seldom)
	}
}

// few is how many examples of a property are drawn if the long tests are not to run. Under
// -short, rapid draws a fifth of what it is told, which is two.
const few, fewShort = "10", "10"

// DrawFew has rapid check each property on few drawn examples, unless the long tests are to
// run, which use rapid's hundred. It does not change a number of checks given on the
// command line. TestMain calls it; it parses the flags.
func DrawFew() {
	flag.Parse()
	given := Wanted()
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "rapid.checks" })
	if given {
		return
	}
	checks := few
	if testing.Short() {
		checks = fewShort
	}
	if err := flag.Set("rapid.checks", checks); err != nil {
		panic(err) // the calling package does not use rapid
	}
}
