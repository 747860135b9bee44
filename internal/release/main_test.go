package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/raaderum/raaderum/internal/longtest"
)

// A program has the same bytes however often it is built, wherever it is put. One system is
// enough here: all six take minutes.
func TestBuildsTheSameBytes(t *testing.T) {
	longtest.Skip(t)
	t.Chdir(filepath.Join("..", ".."))
	var built [][]byte
	for range 2 {
		path := filepath.Join(t.TempDir(), "raaderum")
		if err := build(path, runtime.GOOS, runtime.GOARCH); err != nil {
			t.Fatal(err)
		}
		program, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		built = append(built, program)
	}
	if !bytes.Equal(built[0], built[1]) {
		t.Errorf("%d and %d bytes, which differ", len(built[0]), len(built[1]))
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(built[0], []byte(here)) {
		t.Errorf("the program names %s, where it was built", here)
	}
}

// Checksums are those that other programs compute, in the order of the names.
func TestWritesSums(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{"b": "abc", "a": ""} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := writeSums(folder, []string{"b", "a"}); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(folder, "SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	// Of nothing and of "abc", as FIPS 180-4 has them.
	const want = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n" +
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b\n"
	if string(got) != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
