package layout

import (
	"os"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/lang"
)

// A large sheet is kept in the folder that the options name, and in no other,
// so that a program that is ended in the middle can remove it.
func TestTempFolder(t *testing.T) {
	elsewhere, folder := t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", elsewhere)
	t.Setenv("TMP", elsewhere)
	b, err := NewBook(folder, lang.Danish, Printed{}, NewCommon())
	if err != nil {
		t.Fatal(err)
	}
	row := []any{strings.Repeat("x", 30_000)}
	rows := make([][]any, 700) // 21 MB; excelize holds 16 in memory
	for i := range rows {
		rows[i] = row
	}
	s := &Sheet{Frame: Frame{Name: "Sheet1"}, Rows: rows}
	stream, err := b.openStream(s)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.writeRows(t.Context(), stream); err != nil {
		t.Fatal(err)
	}
	count := func(folder string) int {
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		return len(entries)
	}
	if count(folder) != 1 || count(elsewhere) != 0 {
		t.Errorf("%d files in the folder, %d elsewhere", count(folder), count(elsewhere))
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if count(folder) != 0 {
		t.Errorf("%d files are left", count(folder))
	}
}
