package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/lang"
)

// What people try is suggested the right word, in whatever language they try it.
func TestSuggestsAcrossLanguages(t *testing.T) {
	for words, want := range map[string]string{
		"sammenlign":                     "Mente du 'benchmark'?",
		"sammenlgn":                      "Mente du 'benchmark'?",
		"hent":                           "Mente du 'fetch'?",
		"tjek":                           "Mente du 'check'?",
		"områder":                        "Mente du 'areas'?",
		"omraader":                       "Mente du 'areas'?",
		"--version":                      "Mente du 'raaderum version'?",
		"-v":                             "Mente du 'raaderum version'?",
		"benchmark --version":            "Mente du 'raaderum version'?",
		"benchmark --komune Viborg":      "Mente du '--kommune'?",
		"benchmark --Komune Viborg":      "Mente du '--kommune'?",
		"benchmark --municipalty Viborg": "Mente du '--municipality'?",
		"benchmark --kommuner Viborg":    "Mente du '--municipality'?",
		"benchmark --konto 32201":        "Mente du '--area'?",
		"benchmark --file a.csv":         "Mente du '--data'?",
		"benchmark --fil a.csv":          "Mente du '--data'?",
		"benchmark --csv":                "Mente du '--format'?",
		"benchmark --output a.xlsx":      "Mente du '--out'?",
		"benchmark --spog en":            "Mente du '--sprog'?",
		"areas --kommune Viborg":         "Det hører til benchmark, peers, compare og check og skrives efter kommandoen.",
		"--kommune Viborg":               "Det hører til benchmark, peers, compare og check og skrives efter kommandoen.",
		"plan --data a.csv":              "Det hører til benchmark, peers, check og data",
	} {
		stdout, stderr, code := raaderum(strings.Fields(words)...)
		if said := strings.Join(strings.Fields(stderr), " "); code != 2 || stdout != "" || !strings.Contains(said, want) {
			t.Errorf("%s: exit code %d, want %q: %s%s", words, code, want, stdout, stderr)
		}
	}
}

// A flag in which one letter is left out is suggested, in both languages.
func TestSuggestsMisspeltFlags(t *testing.T) {
	n := 0
	for _, cmd := range listCommands() {
		for _, f := range cmd.flags {
			for _, name := range []string{f.name, f.danish} {
				letters := []rune(name)
				for i := range letters {
					wrong := string(slices.Delete(slices.Clone(letters), i, i+1))
					isFlag := func(o option) bool { return o.name == wrong || o.danish == wrong }
					if len(letters) < 4 || slices.ContainsFunc(cmd.flags, isFlag) {
						continue
					}
					n++
					said := suggestFlag(wrong, cmd.flags).In(lang.Danish)
					if !strings.Contains(said, "'--"+f.name+"'") && !strings.Contains(said, "'--"+f.danish+"'") {
						t.Errorf("%s --%s, for --%s:%s", cmd.name, wrong, name, said)
					}
				}
			}
		}
	}
	if n < 300 {
		t.Errorf("%d misspellings", n)
	}
}

// Every other word leads to what there is.
func TestOtherWordsAreNone(t *testing.T) {
	names := listCommandNames()
	for word, command := range otherCommandWords {
		if slices.Contains(names, word) || !slices.Contains(names, command) {
			t.Errorf("%s leads to %s", word, command)
		}
	}
	flags := map[string]bool{}
	for _, cmd := range listCommands() {
		for _, f := range cmd.flags {
			flags[f.name], flags[f.danish] = true, true
		}
	}
	for word, flag := range otherFlagWords {
		if flags[word] || !flags[flag] {
			t.Errorf("--%s leads to --%s", word, flag)
		}
	}
}

// Flags have Danish names, also without the Danish letters.
func TestDanishFlagsWithoutDanishLetters(t *testing.T) {
	want, _, _ := raaderum("areas", "--lang", "en")
	for _, words := range []string{"areas --sprog en", "areas --sprog=en"} {
		if got, stderr, _ := raaderum(strings.Fields(words)...); got != want {
			t.Errorf("%s: %s%s", words, got, stderr)
		}
	}
	for _, c := range []struct{ danish, want string }{
		{"--område=skole", "--area=skole"}, {"--omraade", "--area"}, {"--maal", "--target"},
		{"--aar", "--year"}, {"--uden-medfoelgende", "--without-bundled"}, {"--hjaelp", "--help"},
		{"--advarsler", "--warnings"}, {"--fra", "--from"}, {"--til", "--to"}, {"område", "område"},
	} {
		if got := translateFlags([]string{c.danish})[0]; got != c.want {
			t.Errorf("%s is %s, want %s", c.danish, got, c.want)
		}
	}
}

// Help begins with the commonest line, of each task and of each command, and keeps within the
// screen.
func TestHelpBeginsWithTheCommonestLine(t *testing.T) {
	for _, l := range lang.Languages() {
		help, _, _ := raaderum("--help", "--lang", l)
		within80(t, help)
		at := 0
		for _, task := range listTasks() {
			for _, line := range task.lines {
				next := strings.Index(help[at:], "    "+line+"\n")
				if next < 0 {
					t.Fatalf("help has no %q after\n%s", line, help[:at])
				}
				at += next
			}
		}
		for _, cmd := range listCommands() {
			help, _, _ := raaderum(cmd.name, "--help", "--lang", l)
			within80(t, help)
			if _, after, _ := strings.Cut(help, "\n\n"); !strings.HasPrefix(after, "    "+cmd.example+"\n") {
				t.Errorf("%s:\n%s", cmd.name, help)
			}
		}
	}
}
