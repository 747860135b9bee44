package excel

import (
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/lang"
)

// Options say what a workbook has beside the report. The zero value works.
type Options struct {
	// Sheets says which areas get a sheet of their own.
	Sheets Sheets

	// Command is the command line that the workbook was made by, Version the program's
	// version, and Plan the text of the plan as it was read. The sheet of the method shows
	// them, so that the workbook can be made again.
	Command, Version, Plan string

	// TempFolder is where large sheets are kept until the workbook is written. Empty means
	// the system's folder for temporary files. A program that may be ended in the middle
	// names a folder of its own and removes it.
	TempFolder string
}

// Sheets says which areas get a sheet of their own.
type Sheets string

// The choices of areas that get a sheet of their own.
const (
	// CandidateSheets is the areas that are candidates for headroom in the workbook's
	// municipality.
	CandidateSheets Sheets = ""
	AllSheets       Sheets = "all" // every area of the plan
)

// check says which of the options means nothing, or that the language does.
func (o Options) check(l lang.Language) error {
	if o.Sheets != CandidateSheets && o.Sheets != AllSheets {
		return phrase.UnknownSheets.With(string(o.Sheets), string(AllSheets))
	}
	if l != lang.Danish && l != lang.English {
		return phrase.UnknownLanguage.With(int(l))
	}
	return nil
}
