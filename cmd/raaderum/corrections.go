package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
)

var correctionsFlag = option{
	name: "corrections", danish: "rettelser", value: valueFile, many: true, usage: usageCorrections,
}

// addCorrections adds the corrections of the files asked for to the plan's own. The error
// has everything wrong with them: in the files by themselves, and against the plan and the
// data.
func addCorrections(p *plan.Plan, data *dataset.Dataset, c *cli.Context) error {
	files := c.StringSlice("corrections")
	if len(files) == 0 {
		return nil
	}
	var wrong plan.Errors
	var read []fs.FileInfo
	for _, path := range files {
		text, info, err := readWholeFile(path)
		if err != nil {
			return err
		}
		isSame := func(other fs.FileInfo) bool { return os.SameFile(info, other) }
		if slices.ContainsFunc(read, isSame) {
			return usageError{sameFileTwice.With(path)}
		}
		read = append(read, info)
		list, err := plan.ParseCorrections(path, text)
		p.Corrections = append(p.Corrections, list...)
		var errs plan.Errors
		if errors.As(err, &errs) {
			wrong = append(wrong, errs...)
		} else if err != nil {
			return err
		}
	}
	told := map[spot]bool{} // the places where something is wrong already
	for _, e := range wrong {
		told[findSpot(e)] = true
	}
	var errs plan.Errors
	if errors.As(p.Check(data), &errs) {
		for _, e := range errs {
			if slices.Contains(files, e.File) && !told[findSpot(e)] {
				wrong = append(wrong, e)
			}
		}
	}
	if len(wrong) == 0 {
		return nil
	}
	slices.SortStableFunc(wrong, func(a, b *plan.Error) int {
		if a.File != b.File {
			return slices.Index(files, a.File) - slices.Index(files, b.File)
		}
		return a.Line - b.Line
	})
	return wrong
}

// printCorrections shows the first of the corrections that were read. A correction that could
// not be read is among the errors and is not shown here.
func (p *program) printCorrections(list []plan.Correction) {
	const most = 25
	list = slices.DeleteFunc(slices.Clone(list), func(k plan.Correction) bool {
		isYear := k.Year == dataset.Undated || k.Year >= 1800 && k.Year <= 2200
		hasOne := (k.Area == "") != (k.Account == "")
		return !isYear || !hasOne || k.AmountKr == 0 || math.IsNaN(k.AmountKr)
	})
	if len(list) == 0 {
		return
	}
	added, taken := 0.0, 0.0
	for _, k := range list {
		added, taken = added+max(0, k.AmountKr), taken+min(0, k.AmountKr)
	}
	total := correctionsRead.With(len(list), lang.Number{Value: added}, lang.Number{Value: -taken})
	p.printLines(total, 0)
	for _, k := range list[:min(most, len(list))] {
		where := k.Area + k.Account // one of the two is empty
		if k.Year != dataset.Undated {
			where += ", " + strconv.Itoa(k.Year)
		}
		amount := lang.Number{Value: k.AmountKr, Signed: true}
		p.printLines(correctionEntry.With(k.Municipality, where, amount), 2)
	}
	if more := len(list) - most; more > 0 {
		p.printLines(moreCorrections.With(more), 2)
	}
	fmt.Fprintln(p.stdout)
}

// spot is the place of an error.
type spot struct {
	file, key, column string
	line              int
}

func findSpot(e *plan.Error) spot { return spot{e.File, e.Key, e.Column, e.Line} }

// readWholeFile reads a file whose own reader sets a narrower bound, and says why it is
// refused.
func readWholeFile(path string) ([]byte, fs.FileInfo, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, cannotRead(path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, nil, cannotRead(path, err)
	case info.IsDir():
		return nil, nil, cannotRead(path, notAFile.With())
	}
	const most = 16 << 20
	text, err := io.ReadAll(io.LimitReader(f, most))
	if err != nil {
		return nil, nil, cannotRead(path, err)
	}
	return text, info, nil
}
