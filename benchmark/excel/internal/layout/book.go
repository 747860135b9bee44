package layout

import (
	"io"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// Book is the workbook that sheets are written to. It knows how a sheet goes
// into the file and nothing of what stands on it.
type Book struct {
	Cell    Cells
	Style   Styles
	file    *excelize.File
	parts   *ooxml.Parts
	ranges  *ooxml.Names
	printed Printed
	common  *Common
}

// Printed is what the pages of a workbook say above and below what is on them, and
// what of a sheet of all municipalities is printed.
type Printed struct {
	About    string // what the workbook is about
	AboutAll string // the same of a sheet that several workbooks share
	Data     string // what the figures are of
	Position int    // of the workbook's municipality among all, from 0
}

// NewBook returns an empty workbook with its styles. Large sheets wait in the
// folder for temporary files; an empty name means the system's.
func NewBook(
	tempFolder string, l lang.Language, p Printed, common *Common,
) (*Book, error) {
	b := &Book{
		file: excelize.NewFile(excelize.Options{TmpDir: tempFolder}), parts: ooxml.NewParts(),
		ranges: ooxml.NewNames(), printed: p, common: common,
	}
	b.Cell = Cells{l, &b.Style}
	if err := b.newStyles(); err != nil {
		b.Close()
		return nil, err
	}
	return b, nil
}

// Close removes the temporary files.
func (b *Book) Close() error { return b.file.Close() }

func (b *Book) SetProperties(p *excelize.DocProperties) error { return b.file.SetDocProps(p) }

// Has says whether the workbook has a sheet, also one that is not laid out yet.
func (b *Book) Has(sheet string) bool { return slices.Contains(b.file.GetSheetList(), sheet) }

// Write lays the sheets out, one after the other, and writes the file.
func (b *Book) Write(w io.Writer, sheets []Planned) error {
	for i, p := range sheets { // all before any is filled in, for they link to each other
		var err error
		if i == 0 {
			err = b.file.SetSheetName("Sheet1", p.Name)
		} else {
			_, err = b.file.NewSheet(p.Name)
		}
		if err != nil {
			return err
		}
	}
	for i, p := range sheets {
		if err := b.addPlanned(p, "xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml"); err != nil {
			return err
		}
	}
	// The parts go straight to where the file is written, and not by way of
	// excelize, which would hold them once more.
	b.file.ZipWriter = func(io.Writer) excelize.ZipWriter { return b.parts.Zip(w) }
	return b.file.Write(io.Discard)
}

// Planned is a sheet that a workbook is to have. It is laid out when its turn
// comes to be written, for all at once would take too much room.
type Planned struct {
	Name   string
	Common bool // the same in all workbooks of a report
	Lay    func() *Sheet
}

// addPlanned lays a sheet out and writes it, or takes it from another workbook.
func (b *Book) addPlanned(p Planned, part string) error {
	if !p.Common {
		s := p.Lay()
		s.Name, s.part = p.Name, part
		return b.add(s)
	}
	if known := b.common.known(p.Name); known != nil {
		b.parts.Take(part, known.part)
		f := known.frame
		f.part = part
		return b.addFrame(&f)
	}
	s := p.Lay()
	s.Name, s.part, s.common = p.Name, part, true
	if err := b.add(s); err != nil {
		return err
	}
	b.parts.Keep(part, func(compressed *ooxml.Part) { b.common.keep(p.Name, &commonSheet{compressed, s.Frame}) })
	return nil
}

// YearsStyle returns the style of a number of years out of n: the cell stays a
// number, and the format adds the words.
func (b *Book) YearsStyle(n int) int {
	if style, ok := b.Style.years[n]; ok {
		return style
	}
	format := `0" ` + ofWord.In(b.Cell.lang) + ` ` + strconv.Itoa(n) + `"`
	style, err := b.file.NewStyle(&excelize.Style{
		CustomNumFmt: &format, Font: &excelize.Font{Family: "Calibri", Size: 11, Color: ooxml.Ink}, Alignment: &excelize.Alignment{Vertical: "center"},
	})
	if err != nil { // there can be 65,000 styles, and there are few counts of years
		return b.Style.Whole
	}
	b.Style.years[n] = style
	return style
}
