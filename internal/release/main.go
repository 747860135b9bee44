// Command release builds the program for people without Go: for Windows, macOS and Linux,
// on amd64 and arm64. The same source and the same Go always give the same bytes. Beside
// the programs it writes SHA256SUMS, by which a copy can be checked, and LICENSES.txt, the
// terms of every library in them.
//
//	go run ./internal/release dist
//
// That the bytes are the same is seen by building twice, in two clones of the repository, and
// comparing what each has for checksums:
//
//	cmp one/dist/SHA256SUMS other/dist/SHA256SUMS
//
// Six programs take some minutes to build, and less the second time. A long test builds one.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// targets are the systems and processors that the program is built for.
var targets = []struct{ system, processor string }{
	{"windows", "amd64"}, {"windows", "arm64"}, {"darwin", "amd64"}, {"darwin", "arm64"},
	{"linux", "amd64"}, {"linux", "arm64"},
}

const program = "./cmd/raaderum"

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("name the folder to write to: go run ./internal/release dist")
	}
	if err := release(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

// release writes the programs and what goes with them into a folder.
func release(folder string) error {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	terms, err := gatherLicences()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "LICENSES.txt"), terms, 0o666); err != nil {
		return err
	}
	names := []string{"LICENSES.txt"}
	for _, t := range targets {
		name := fmt.Sprintf("raaderum-%s-%s", t.system, t.processor)
		if t.system == "windows" {
			name += ".exe"
		}
		if err := build(filepath.Join(folder, name), t.system, t.processor); err != nil {
			return err
		}
		names = append(names, name)
	}
	return writeSums(folder, names)
}

// build builds the program for one system. It leaves out the paths and the time of the
// machine that builds.
func build(path, system, processor string) error {
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=",
		"-o", path, program)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system, "GOARCH="+processor, "GOFLAGS=")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s for %s: %w", program, system, err)
	}
	return nil
}

// writeSums writes the checksums of files, as sha256sum and Get-FileHash compute them.
func writeSums(folder string, names []string) error {
	slices.Sort(names)
	var sums bytes.Buffer
	for _, name := range names {
		f, err := os.Open(filepath.Join(folder, name))
		if err != nil {
			return err
		}
		hash := sha256.New()
		_, err = io.Copy(hash, f)
		f.Close()
		if err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", hash.Sum(nil), name)
	}
	return os.WriteFile(filepath.Join(folder, "SHA256SUMS"), sums.Bytes(), 0o666)
}

// module is a library in the program.
type module struct {
	Path, Version, Dir string
	Main               bool
}

// licenceName is what a file with a library's terms is called.
var licenceName = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)`)

// gatherLicences returns the terms of every library in the program, on any system. A
// library without terms is an error, because nobody may pass it on.
func gatherLicences() ([]byte, error) {
	found := map[string]module{}
	for _, t := range targets {
		cmd := exec.Command("go", "list", "-deps", "-f",
			`{{with .Module}}{{if not .Main}}{"Path":"{{.Path}}","Version":"{{.Version}}","Dir":{{printf "%q" .Dir}}}{{end}}{{end}}`,
			program)
		cmd.Env = append(os.Environ(), "GOOS="+t.system, "GOARCH="+t.processor)
		out, err := cmd.Output()
		if err != nil {
			return nil, fmt.Errorf("list the libraries: %w", err)
		}
		for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
			var m module
			if err := decoder.Decode(&m); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return nil, err
			}
			found[m.Path] = m
		}
	}
	var terms bytes.Buffer
	fmt.Fprintln(&terms, "Raaderum is built with these libraries, and with Go (BSD, go.dev/LICENSE).")
	paths := make([]string, 0, len(found))
	for path := range found {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	for _, path := range paths {
		m := found[path]
		entries, err := os.ReadDir(m.Dir)
		if err != nil {
			return nil, err
		}
		any := false
		for _, e := range entries {
			if e.IsDir() || !licenceName.MatchString(e.Name()) {
				continue
			}
			text, err := os.ReadFile(filepath.Join(m.Dir, e.Name()))
			if err != nil {
				return nil, err
			}
			any = true
			fmt.Fprintf(&terms, "\n%s\n%s %s, %s\n%s\n\n%s\n", strings.Repeat("=", 80), m.Path,
				m.Version, e.Name(), strings.Repeat("=", 80), bytes.TrimSpace(text))
		}
		if !any {
			return nil, fmt.Errorf("%s has no file with its terms", m.Path)
		}
	}
	return terms.Bytes(), nil
}
