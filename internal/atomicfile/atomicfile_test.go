package atomicfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// write writes a file in one go.
func write(path, text string) error {
	f, err := Create(path)
	if err != nil {
		return err
	}
	defer f.Discard()
	if _, err := f.Write([]byte(text)); err != nil {
		return err
	}
	return f.Commit()
}

// wantFolder fails where a folder does not hold just some files.
func wantFolder(t *testing.T, folder string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, e := range entries {
		found = append(found, e.Name())
	}
	slices.Sort(names)
	if !slices.Equal(found, names) {
		t.Errorf("the folder has %v, want %v", found, names)
	}
}

func wantText(t *testing.T, path, want string) {
	t.Helper()
	if text, err := os.ReadFile(path); err != nil || string(text) != want {
		t.Errorf("%s has %q, %v, want %q", path, text, err, want)
	}
}

func TestCommit(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	f, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	f.Write([]byte(strings.Repeat("x", 2*bufferSize)))
	if err := f.Restart(); err != nil {
		t.Fatal(err)
	}
	f.Write([]byte("new"))
	if _, err := os.Stat(path); err == nil {
		t.Error("the file is there before it is finished")
	}
	if err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	f.Discard()
	wantText(t, path, "new")
	wantFolder(t, dir, "a.txt")
	if len(unfinished.paths) > 0 {
		t.Errorf("still registered: %v", unfinished.paths)
	}
}

func TestDiscardLeavesWhatWasThere(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	if err := write(path, "old"); err != nil {
		t.Fatal(err)
	}
	f, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	f.Write([]byte("half"))
	f.Discard()
	f.Discard()
	wantText(t, path, "old")
	wantFolder(t, dir, "a.txt")
}

// A file keeps its permissions, and a link leads on to the file that is written.
func TestCommitKeepsPermissionsAndLinks(t *testing.T) {
	dir := t.TempDir()
	path, link := filepath.Join(dir, "a.txt"), filepath.Join(dir, "link.txt")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("a.txt", link); err != nil {
		t.Skip(err)
	}
	if err := write(link, "new"); err != nil {
		t.Fatal(err)
	}
	wantText(t, path, "new")
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is replaced: %v, %v", info, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the permissions are %v, %v", info, err)
	}
	wantFolder(t, dir, "a.txt", "link.txt")
}

// What is no file is neither replaced nor written to.
func TestPrepareRefuses(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for link, to := range map[string]string{
		"nowhere": "missing", "loop": "loop", "device": os.DevNull,
	} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip(err)
		}
	}
	if err := os.Mkdir("folder", 0o777); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"nowhere":     leadsNowhere.EN,
		"device":      notRegular.EN,
		"loop":        syscall.ELOOP.Error(),
		"folder":      syscall.EISDIR.Error(),
		"missing/a":   syscall.ENOENT.Error(),
		"nowhere/a":   syscall.ENOENT.Error(),
		"new.txt":     "",
		"folder/file": "",
	} {
		refused, err := Prepare(path)
		if want != "" && refused != path {
			t.Errorf("%s: refuses %q", path, refused)
		}
		if got := errorText(err); want == "" && err != nil || !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
		if strings.Contains(errorText(err), filePrefix) {
			t.Errorf("%s: the temporary name is told in %v", path, err)
		}
	}
	wantFolder(t, ".", "device", "folder", "loop", "nowhere")
	wantFolder(t, "folder")
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// Network drives may refuse to change permissions, or to tell when a file is on
// the disk: the file is whole all the same. A disk that fails is another matter.
func TestCommitWhereTheDriveRefuses(t *testing.T) {
	mode, sync := changeMode, syncFile
	t.Cleanup(func() { changeMode, syncFile = mode, sync })
	path := filepath.Join(t.TempDir(), "a.txt")
	for _, c := range []struct {
		number  syscall.Errno
		refusal bool
	}{
		{syscall.EINVAL, true},
		{syscall.ENOTSUP, true},
		{syscall.ENOSYS, true},
		{syscall.EPERM, true},
		{syscall.EACCES, true},
		{syscall.EIO, false},
		{syscall.ENOSPC, false},
	} {
		fails := func(f *os.File) error {
			return &fs.PathError{Op: "x", Path: f.Name(), Err: c.number}
		}
		for name, set := range map[string]func(){
			"fsync": func() { syncFile = fails },
			"chmod": func() {
				changeMode = func(f *os.File, _ fs.FileMode) error { return fails(f) }
			},
		} {
			changeMode, syncFile = mode, sync
			if err := os.WriteFile(path, []byte("old"), 0o666); err != nil {
				t.Fatal(err)
			}
			set()
			err := write(path, "new")
			if (err == nil) != c.refusal || err != nil && !errors.Is(err, c.number) {
				t.Errorf("%s, %v: %v", name, c.number, err)
			}
			want := "new"
			if !c.refusal {
				want = "old"
			}
			wantText(t, path, want)
			wantFolder(t, filepath.Dir(path), "a.txt")
		}
	}
}

// An error names the file that is wanted, and not the one it is until then.
func TestErrorsNameTheTarget(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	f, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(path, 0o777); err != nil {
		t.Fatal(err)
	}
	err = f.Commit() // a file cannot take a folder's place
	var about *fs.PathError
	if !errors.As(err, &about) || about.Path != path || strings.Contains(err.Error(), filePrefix) {
		t.Errorf("the error is %v", err)
	}
	wantFolder(t, dir, "a.txt")

	f, err = Create(filepath.Join(dir, "b.txt"))
	if err != nil {
		t.Fatal(err)
	}
	f.file.Close()
	_, err = f.Write(make([]byte, 2*bufferSize))
	if !errors.Is(err, os.ErrClosed) || !strings.Contains(err.Error(), "b.txt") {
		t.Errorf("the error is %v", err)
	}
	f.Discard()
}

func TestRemoveUnfinished(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	if _, err := Create(filepath.Join(dir, "a.txt")); err != nil {
		t.Fatal(err)
	}
	temp, _, err := TempFolder()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(temp, "x"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	RemoveUnfinished()
	wantFolder(t, dir)
	clear(unfinished.paths)
}

// Every file is looked at before any is written, and nothing is left of that.
func TestPrepareAll(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Mkdir("folder", 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("missing", "folder/link"); err != nil {
		t.Skip(err)
	}
	if refused, err := Prepare("a", "b", "folder/c"); err != nil {
		t.Errorf("refuses %q: %v", refused, err)
	}
	refused, err := Prepare("a", "folder/c", "folder/link")
	if err == nil || refused != "folder/link" {
		t.Errorf("refuses %q: %v", refused, err)
	}
	leftover := "folder/.raaderum-0123abcd"
	if err := os.WriteFile(leftover, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if refused, err := Prepare("a", "folder/c"); err != nil {
		t.Errorf("refuses %q: %v", refused, err)
	}
	wantFolder(t, ".", "folder")
	wantFolder(t, "folder", "link")
}
