package examples

import (
	"os/exec"
	"strings"
	"testing"
)

// TestExamples runs each example as a stranger would.
func TestExamples(t *testing.T) {
	for name, want := range map[string]string{
		"mainjob": "administration               2250 expected     2464",
		"owndata": "Town 17: 570 per inhabitant, expected 400, marked\n",
	} {
		out, err := exec.Command("go", "run", "./"+name).CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
		if !strings.Contains(string(out), want) {
			t.Errorf("%s does not say %q:\n%s", name, want, out)
		}
	}
}
