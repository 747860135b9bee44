package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestReadme runs the commands in the README's console blocks and compares
// what they write on standard output, from where the README stands. A line of three points stands for any
// lines.
func TestReadme(t *testing.T) {
	t.Chdir("../..")
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	ran := 0
	for i, block := range strings.Split(string(text), "```console\n")[1:] {
		block, _, _ = strings.Cut(block, "```")
		for _, part := range strings.Split("\n"+block, "\n$ ")[1:] {
			command, want, _ := strings.Cut(part, "\n")
			t.Run(fmt.Sprint(i), func(t *testing.T) {
				args := strings.Fields(command)
				if args[0] != "raaderum" {
					t.Fatalf("not a command of ours: %s", command)
				}
				ran++
				got, _, code := raaderum(args[1:]...)
				if code != 0 {
					t.Errorf("$ %s: exit code %d", command, code)
				}
				if !fits(strings.Split(strings.TrimSpace(got), "\n"), strings.Split(strings.TrimSpace(want), "\n")) {
					t.Errorf("$ %s\nwrites\n%s\nand the README says\n%s", command, got, want)
				}
			})
		}
	}
	if ran < 2 {
		t.Errorf("%d commands in the README", ran)
	}
}

// fits says whether lines are those of a pattern, in which "..." is any lines.
func fits(lines, pattern []string) bool {
	if len(pattern) == 0 {
		return len(lines) == 0
	}
	if pattern[0] == "..." {
		for skip := 0; skip <= len(lines); skip++ {
			if fits(lines[skip:], pattern[1:]) {
				return true
			}
		}
		return false
	}
	return len(lines) > 0 && lines[0] == pattern[0] && fits(lines[1:], pattern[1:])
}
