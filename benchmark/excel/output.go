package excel

import (
	"io"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// output is the workbook that sheets are written to. It knows how a sheet goes
// into the file and nothing of what stands on it.
type output struct {
	cell    cellMaker
	style   styles
	file    *excelize.File
	parts   *ooxml.Parts
	ranges  *ooxml.Names
	printed printed
	common  *commonSheets
}

// printed is what the pages of a workbook say above and below what is on them, and
// what of a sheet of all municipalities is printed.
type printed struct {
	about    string // what the workbook is about
	aboutAll string // the same of a sheet that several workbooks share
	data     string // what the figures are of
	position int    // of the workbook's municipality among all, from 0
}

// newOutput returns an empty workbook with its styles. Large sheets wait in the
// folder for temporary files; an empty name means the system's.
func newOutput(
	tempFolder string, l lang.Language, p printed, common *commonSheets,
) (*output, error) {
	b := &output{
		file: excelize.NewFile(excelize.Options{TmpDir: tempFolder}), parts: ooxml.NewParts(),
		ranges: ooxml.NewNames(), printed: p, common: common,
	}
	b.cell = cellMaker{l, &b.style}
	if err := b.newStyles(); err != nil {
		b.close()
		return nil, err
	}
	return b, nil
}

// close removes the temporary files.
func (b *output) close() error { return b.file.Close() }

func (b *output) setProperties(p *excelize.DocProperties) error { return b.file.SetDocProps(p) }

// has says whether the workbook has a sheet, also one that is not laid out yet.
func (b *output) has(sheet string) bool { return slices.Contains(b.file.GetSheetList(), sheet) }

// write lays the sheets out, one after the other, and writes the file.
func (b *output) write(w io.Writer, sheets []planned) error {
	for i, p := range sheets { // all before any is filled in, for they link to each other
		var err error
		if i == 0 {
			err = b.file.SetSheetName("Sheet1", p.name)
		} else {
			_, err = b.file.NewSheet(p.name)
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

// planned is a sheet that a workbook is to have. It is laid out when its turn
// comes to be written, for all at once would take too much room.
type planned struct {
	name   string
	common bool // the same in all workbooks of a report
	lay    func() *sheet
}

// addPlanned lays a sheet out and writes it, or takes it from another workbook.
func (b *output) addPlanned(p planned, part string) error {
	if !p.common {
		s := p.lay()
		s.name, s.part = p.name, part
		return b.add(s)
	}
	if known := b.common.known(p.name); known != nil {
		b.parts.Take(part, known.part)
		f := known.frame
		f.part = part
		return b.addFrame(&f)
	}
	s := p.lay()
	s.name, s.part, s.common = p.name, part, true
	if err := b.add(s); err != nil {
		return err
	}
	b.parts.Keep(part, func(compressed *ooxml.Part) { b.common.keep(p.name, &commonSheet{compressed, s.frame}) })
	return nil
}

// yearsStyle returns the style of a number of years out of n: the cell stays a
// number, and the format adds the words.
func (b *output) yearsStyle(n int) int {
	if style, ok := b.style.years[n]; ok {
		return style
	}
	format := `0" ` + ofWord.In(b.cell.lang) + ` ` + strconv.Itoa(n) + `"`
	style, err := b.file.NewStyle(&excelize.Style{
		CustomNumFmt: &format, Font: &excelize.Font{Family: "Calibri", Size: 11, Color: ooxml.Ink}, Alignment: &excelize.Alignment{Vertical: "center"},
	})
	if err != nil { // there can be 65,000 styles, and there are few counts of years
		return b.style.whole
	}
	b.style.years[n] = style
	return style
}
