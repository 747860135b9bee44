package atomicfile

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"
)

// A run that was killed leaves a file and a folder, which the next one removes.
// While the run is alive, they stay.
func TestRemoveLeftovers(t *testing.T) {
	if os.Getenv("ATOMICFILE_TEST_RUN") != "" {
		if _, err := Create("a.txt"); err != nil {
			t.Fatal(err)
		}
		if _, _, err := TempFolder(); err != nil {
			t.Fatal(err)
		}
		os.Stdout.WriteString("ready\n")
		io.Copy(io.Discard, os.Stdin) // until it is killed
		os.Exit(0)
	}
	if runtime.GOOS == "windows" {
		t.Skip("a folder is removed only when it is old")
	}
	dir := t.TempDir()
	run := exec.Command(os.Args[0], "-test.run=^TestRemoveLeftovers$")
	run.Dir = dir
	run.Env = append(os.Environ(), "ATOMICFILE_TEST_RUN=1", "TMPDIR="+dir)
	stdin, err := run.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	stdout, err := run.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(stdout).ReadString('\n'); err != nil {
		t.Fatalf("%q, %v", line, err)
	}
	count := func() int {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		return len(entries)
	}
	removeLeftovers(dir)
	if n := count(); n != 2 {
		t.Errorf("%d of the files of a run that is alive are there, want 2", n)
	}
	if err := run.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	run.Wait()
	removeLeftovers(dir)
	if n := count(); n != 0 {
		t.Errorf("%d files of a run that was killed are there", n)
	}
}

// What this program is writing stays, too, and what others call so.
func TestRemoveLeftoversKeepsTheRest(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	f, err := Create(filepath.Join(dir, "a.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Discard()
	temp, remove, err := TempFolder()
	if err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-100 * time.Hour)
	others := []string{
		".raaderum-notes", ".raaderum-0123abcd.bak", "raaderum-1.txt", ".raaderum-12345678x",
	}
	for _, name := range others {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, nil, 0o666); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, old, old); err != nil {
			t.Fatal(err)
		}
	}
	folder := filepath.Join(dir, ".raaderum-00000000")
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	leftover := filepath.Join(dir, ".raaderum-0123abcd")
	if err := os.WriteFile(leftover, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	removeLeftovers(dir)
	names := []string{filepath.Base(folder), filepath.Base(f.file.Name()), filepath.Base(temp)}
	wantFolder(t, dir, append(names, others...)...)
	remove()
	if _, err := os.Stat(temp); err == nil {
		t.Error("the folder is not removed")
	}
	if _, err := f.Write([]byte("x")); err != nil {
		t.Error(err)
	}
	if err := f.Commit(); err != nil {
		t.Error(err)
	}
}

// Many runs that begin files at once do not take each other's for leftovers.
func TestRemoveLeftoversWhileFilesBegin(t *testing.T) {
	dir := t.TempDir()
	done := make(chan error)
	for i := range 4 {
		go func() {
			for range 50 {
				removeLeftovers(dir)
				if err := write(filepath.Join(dir, string(rune('a'+i))), "x"); err != nil {
					done <- err
					return
				}
			}
			done <- nil
		}()
	}
	for range 4 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	wantFolder(t, dir, "a", "b", "c", "d")
}

// TestTempFolderIsThere: a run that removes leftovers at the same time never takes a
// new folder away.
func TestTempFolderIsThere(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	stop := make(chan struct{})
	var others sync.WaitGroup
	for range 2 {
		others.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					removeLeftovers(dir)
				}
			}
		})
	}
	for range 150 {
		path, remove, err := TempFolder()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(path); err != nil {
			t.Errorf("the folder is gone: %v", err)
		}
		remove()
	}
	close(stop)
	others.Wait()
}
