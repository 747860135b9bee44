//go:build unix

package statbank_test

import (
	"path/filepath"
	"syscall"
	"testing"

	"github.com/raaderum/raaderum/dataset/statbank"
)

// A pipe in the place of a file or of its record is not read, which could take
// for ever, and not replaced.
func TestNoWaitAtAPipe(t *testing.T) {
	const notOrdinary = "er ikke en almindelig fil"
	for name, c := range map[string]struct {
		file  string
		force bool
		kind  statbank.Kind
		da    string
	}{
		"file":             {accountsFile, false, statbank.FileInTheWay, notOrdinary},
		"file by force":    {accountsFile, true, statbank.FileInTheWay, notOrdinary},
		"record":           {accountsFile + ".json", false, statbank.FileInTheWay, "--force"},
		"record, by force": {accountsFile + ".json", true, statbank.Disk, notOrdinary},
	} {
		t.Run(name, func(t *testing.T) {
			run(t, func(t *testing.T, b *bench) {
				dir := t.TempDir()
				if err := syscall.Mkfifo(filepath.Join(dir, c.file), 0o666); err != nil {
					t.Skip(err)
				}
				_, err := b.fetch(t, dir, c.force)
				wantError(t, err, c.kind)
				wantWords(t, err, []string{c.da}, nil)
				if names := filesIn(t, dir); len(names) != 1 || names[0] != c.file {
					t.Errorf("the files are %v", names)
				}
			})
		})
	}
}
