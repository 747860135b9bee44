// Command pictures draws the sheets that docs/vejledning.md shows.
//
//	go run ./internal/pictures
//
// It writes a workbook by the command that the guide itself gives, lets LibreOffice
// print it, takes the wanted pages as pictures by Poppler's programs, and cuts each
// to what the guide speaks of. The pictures go into docs/billeder.
//
// The command is run from the root of the module. How letters are drawn depends on the
// fonts of the machine: workbooks ask for Calibri, and Carlito has the same widths.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// folder is where the guide finds its pictures.
const folder = "docs/billeder"

// resolution is how many pixels an inch of paper becomes.
const resolution = 150

// A picture is a piece of a printed page.
type picture struct {
	file  string // its name in folder
	sheet string // the sheet it is of
	page  int    // which of the sheet's pages, from 1

	// Left, top, right and bottom are the edges of the piece, as shares of the page's width
	// and height from its upper left corner. White margins inside the piece are cut off.
	left, top, right, bottom float64
}

// pictures are all pictures in the guide.
var pictures = []picture{
	{"overblik.png", "Overblik", 1, 0, 0.115, 0.552, 0.545},
	{"kandidater.png", "Overblik", 1, 0, 0.545, 1, 0.95},
	{"omraade.png", "Plejefamilier", 1, 0, 0.06, 1, 0.9},
	{"hvorfor.png", "Plejefamilier", 2, 0, 0.06, 1, 0.9},
	{"maal.png", "Plejefamilier", 3, 0, 0.06, 0.8, 0.9},
	{"raaderum.png", "Råderum", 1, 0, 0.06, 0.674, 0.812},
	{"aktivitet.png", "Aktivitet", 1, 0, 0.06, 1, 0.9},
	{"kommuner.png", "Kommuner", 1, 0, 0.06, 1, 0.5245},
}

func main() {
	log.SetFlags(0)
	if err := drawAll(); err != nil {
		log.Fatal(err)
	}
}

// drawAll makes every picture anew.
func drawAll() error {
	if _, err := os.Stat(filepath.Dir(folder)); err != nil {
		return errors.New("run the command from the root of the module, where docs lies")
	}
	if err := findPrograms(); err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "pictures")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	printed, err := printWorkbook(work)
	if err != nil {
		return err
	}
	sheets, err := readSheets(printed)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	for _, p := range pictures {
		size, err := p.cut(printed, sheets)
		if err != nil {
			return fmt.Errorf("%s: %w", p.file, err)
		}
		fmt.Printf("%s/%s  %d kB\n", folder, p.file, (size+999)/1000)
	}
	return nil
}

// findPrograms says which of the other programs are missing, and how to get them.
func findPrograms() error {
	var missing []string
	for _, needed := range []struct{ program, from string }{
		{"soffice", "LibreOffice Calc (Debian's libreoffice-calc)"},
		{"pdftotext", "Poppler (Debian's poppler-utils)"},
		{"pdftoppm", "Poppler (Debian's poppler-utils)"},
	} {
		if _, err := exec.LookPath(needed.program); err != nil {
			missing = append(missing, fmt.Sprintf("%s is missing; it comes with %s", needed.program, needed.from))
		}
	}
	if len(missing) > 0 {
		return errors.New(strings.Join(missing, "\n"))
	}
	return nil
}

// danish makes a fresh profile of LibreOffice write numbers as Danes do.
const danish = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>da-DK</value></prop></item>
</oor:items>
`

// printWorkbook writes the guide's workbook into a folder, prints it there as PDF and
// returns the name of the print.
func printWorkbook(work string) (string, error) {
	workbook := filepath.Join(work, "lolland.xlsx")
	_, err := run("go", "run", "./cmd/raaderum", "benchmark", "--municipality", "Lolland", "--out", workbook)
	if err != nil {
		return "", err
	}
	if err := printWhole(workbook, "Kommuner"); err != nil {
		return "", err
	}
	user := filepath.Join(work, "profile", "user")
	if err := os.MkdirAll(user, 0o777); err != nil {
		return "", err
	}
	settings := filepath.Join(user, "registrymodifications.xcu")
	if err := os.WriteFile(settings, []byte(danish), 0o666); err != nil {
		return "", err
	}
	_, err = run("soffice", "--headless", "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Dir(user)),
		"--convert-to", "pdf", "--outdir", work, workbook)
	if err != nil {
		return "", err
	}
	printed := filepath.Join(work, "lolland.pdf")
	if _, err := os.Stat(printed); err != nil {
		return "", fmt.Errorf("soffice printed nothing: %w", err)
	}
	return printed, nil
}

// printWhole makes a sheet of a workbook print all that is on it. Sheets for the screen print
// no more than their titles.
func printWhole(workbook, sheet string) error {
	f, err := excelize.OpenFile(workbook)
	if err != nil {
		return err
	}
	defer f.Close()
	area := excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: sheet}
	if err := f.DeleteDefinedName(&area); err != nil {
		return fmt.Errorf("%s has no print area: %w", sheet, err)
	}
	return f.Save()
}

// readSheets returns the name of the sheet that each page of a print shows.
func readSheets(printed string) ([]string, error) {
	bbox, err := run("pdftotext", "-bbox", "-enc", "UTF-8", printed, "-")
	if err != nil {
		return nil, err
	}
	return sheetNames(bbox)
}

// cut takes the picture from a print, writes it into folder and returns its size in
// bytes.
func (p picture) cut(printed string, sheets []string) (int, error) {
	number, seen := 0, 0
	for i, sheet := range sheets {
		if sheet == p.sheet {
			if seen++; seen == p.page {
				number = i + 1
			}
		}
	}
	if number == 0 {
		return 0, fmt.Errorf("the print has no page %d of the sheet %s", p.page, p.sheet)
	}
	n := strconv.Itoa(number)
	page, err := run("pdftoppm", "-png", "-r", strconv.Itoa(resolution), "-f", n, "-l", n, printed)
	if err != nil {
		return 0, err
	}
	whole, err := png.Decode(bytes.NewReader(page))
	if err != nil {
		return 0, err
	}
	w, h := float64(whole.Bounds().Dx()), float64(whole.Bounds().Dy())
	piece := image.Rect(int(p.left*w), int(p.top*h), int(p.right*w), int(p.bottom*h))
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&b, reduceColours(whole, trim(whole, piece))); err != nil {
		return 0, err
	}
	return b.Len(), os.WriteFile(filepath.Join(folder, p.file), b.Bytes(), 0o666)
}

// run runs a program and returns what it writes on standard output. Its error has
// what the program wrote on standard error.
func run(program string, args ...string) ([]byte, error) {
	var stdout, stderr bytes.Buffer
	command := exec.Command(program, args...)
	command.Stdout, command.Stderr = &stdout, &stderr
	if err := command.Run(); err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", program, err, stderr.Bytes())
	}
	return stdout.Bytes(), nil
}
