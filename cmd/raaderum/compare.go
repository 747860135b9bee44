package main

import (
	"fmt"
	"os"

	"github.com/raaderum/raaderum/benchmark/compare"
	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
)

var compareFormats = []string{formatText, formatJSON}

var compareCommand = command{
	name:  "compare",
	usage: usageCompare,
	more:  moreCompare,
	flags: []option{
		{
			name: "from", danish: "fra", value: valueFile, usage: usageFrom,
			needed: compareNeeds.With("from"),
		},
		{name: "to", danish: "til", value: valueFile, usage: usageTo, needed: compareNeeds.With("to")},
		{
			name: "municipality", danish: "kommune", value: valueMunicipality,
			usage: usageCompareMunicipality, words: listMunicipalityNames,
		},
		newChoiceFlag("format", usageTextOrJSON, compareFormats),
		langFlag,
	},
	example: "raaderum compare --from 2023.json --to 2024.json --municipality Viborg",
	action:  (*program).runCompare,
}

// runCompare shows what changed between two saved reports.
func (p *program) runCompare(c *cli.Context) error {
	format, err := parseChoice(c, "format", compareFormats)
	if err != nil {
		return err
	}
	from, to := c.String("from"), c.String("to")
	if isSameFile(from, to) {
		return usageError{comparedWithItself.With(to)}
	}
	before, err := readSaved(from)
	if err != nil {
		return err
	}
	after, err := readSaved(to)
	if err != nil {
		return err
	}
	changes := compare.Between(before, after)
	if c.IsSet("municipality") {
		if changes, err = keepMunicipality(changes, c.String("municipality")); err != nil {
			return err
		}
	}
	if format == formatJSON {
		err = changes.WriteJSON(p.stdout)
	} else {
		err = text.WriteChanges(p.stdout, changes, p.lang)
	}
	if err != nil {
		return err
	}
	if err := text.WriteChangeWarnings(p.stderr, changes, p.lang); err != nil {
		return err
	}
	if changes.Municipality == "" && format == formatText {
		fmt.Fprintln(p.stderr, seeChanges.In(p.lang))
	}
	return nil
}

// isSameFile says whether two paths lead to one file.
func isSameFile(a, b string) bool {
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}

// readSaved reads a saved report.
func readSaved(path string) (*compare.Saved, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, cannotRead(path, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, cannotRead(path, notAFile.With())
	}
	saved, err := compare.Read(path, f)
	if _, ok := err.(*compare.Error); err != nil && !ok {
		return nil, cannotRead(path, err)
	}
	return saved, err
}

// keepMunicipality narrows the changes to one municipality of the reports. It may be given
// by code, by name, or in any spelling that Denmark's register knows.
func keepMunicipality(changes *compare.Changes, who string) (*compare.Changes, error) {
	if one, ok := changes.Only(who); ok {
		return one, nil
	}
	if m, verdict := danmark.Register().Find(who, ""); verdict == dataset.Known {
		if one, ok := changes.Only(m.Code); ok {
			return one, nil
		}
	}
	return nil, usageError{notInReports.With(who, lang.Suggest(who, changes.Names()))}
}
