package dataset_test

import (
	"cmp"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// reading is a small file, what is made of it, and what is said in both
// languages: a part of it, or nothing.
type reading struct {
	name, file, text string // file: fil.csv where empty
	opt              dataset.Options
	want             []known
	fails            bool
	da, en           string
}

func checkReadings(t *testing.T, list []reading) {
	t.Helper()
	for _, c := range list {
		t.Run(c.name, func(t *testing.T) {
			d, errs, warnings := readAll(t, c.opt, dataset.Bytes(cmp.Or(c.file, "fil.csv"), []byte(c.text)))
			agree(t, d, c.want)
			if c.fails != (len(errs) > 0) {
				t.Errorf("the errors are %v, want some: %v", errs, c.fails)
			}
			all := append(append(dataset.Problems{}, errs...), warnings...)
			for l, says := range map[lang.Language]string{lang.Danish: c.da, lang.English: c.en} {
				if text := all.In(l); !strings.Contains(text, says) || says == "" && text != "" {
					t.Errorf("in %v it says\n%s\nwant %q in it", l, text, says)
				}
			}
		})
	}
}
