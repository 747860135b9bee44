package layout

import (
	"context"
	"io"
	"runtime"
	"slices"
	"strconv"
	"sync"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/internal/inorder"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
	"golang.org/x/sync/errgroup"
)

// Book is the workbook that sheets are written to. It knows how a sheet goes into the file,
// and nothing of what stands on it.
type Book struct {
	Cell    Cells
	Style   Styles
	file    *excelize.File
	parts   *ooxml.Parts
	ranges  *ooxml.Names
	printed Printed
	common  *Common

	yearsMu sync.Mutex // guards Style.years, which sheets add to as they are laid out
}

// Printed is what the pages of a workbook say in their headers and footers.
type Printed struct {
	About    string // what the workbook is about
	AboutAll string // the same for a sheet that several workbooks share
	Data     string // where the figures come from
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

// SetProperties says what the file is about and who made it.
func (b *Book) SetProperties(p *excelize.DocProperties) error { return b.file.SetDocProps(p) }

// Has says whether the workbook has a sheet, even one that is not laid out yet.
func (b *Book) Has(sheet string) bool { return slices.Contains(b.file.GetSheetList(), sheet) }

// Write lays the sheets out and writes the file, unless the context ends first. The writer
// must write everything or return an error.
func (b *Book) Write(ctx context.Context, w io.Writer, sheets []Planned) error {
	// all names are taken before any sheet is filled in, because sheets link to each other
	for i, p := range sheets {
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
	if err := b.addAll(ctx, sheets); err != nil {
		return err
	}
	// The parts go straight to the file. By way of excelize they would be held once more.
	b.file.ZipWriter = func(io.Writer) excelize.ZipWriter { return b.parts.Zip(w) }
	return b.file.Write(io.Discard)
}

// Planned is a sheet that a workbook will have. Lay lays it out when its turn comes,
// because all sheets at once would take too much memory. Lay may be called while other
// sheets are laid out.
type Planned struct {
	Name   string
	Common bool // the sheet is the same in all workbooks of a report
	Lay    func() *Sheet
}

// addAll lays the sheets out and writes them into the book. All processors lay out sheets
// and write rows. What a sheet has beside its rows goes into the book in the order of the
// sheets, because numbers are given out there. So the same report makes the same file.
func (b *Book) addAll(ctx context.Context, sheets []Planned) error {
	var rows errgroup.Group
	rows.SetLimit(runtime.GOMAXPROCS(0))
	lay := func(_ context.Context, i int) (*laidOut, error) { return b.layOut(i, sheets[i]) }
	err := inorder.Do(ctx, len(sheets), lay, func(l *laidOut) error {
		if l.known != nil {
			b.parts.Take(l.part, l.known.part)
			f := l.known.frame
			f.part = l.part
			return b.addFrame(&f)
		}
		s := l.sheet
		stream, err := b.add(s)
		if err != nil {
			return err
		}
		if s.common {
			frame := s.Frame // the rows are not kept until the part is compressed
			b.parts.Keep(l.part, func(p *ooxml.Part) {
				b.common.keep(frame.Name, &commonSheet{p, frame})
			})
		}
		rows.Go(func() error { return s.writeRows(ctx, stream) })
		return nil
	})
	if waited := rows.Wait(); err == nil {
		err = waited
	}
	return err
}

// laidOut is a sheet on its way into the book. It was laid out, or is known from another
// workbook.
type laidOut struct {
	part  string // the name of its part in the file
	sheet *Sheet
	known *commonSheet
}

// layOut lays out the sheet that is planned at position i.
func (b *Book) layOut(i int, p Planned) (*laidOut, error) {
	l := &laidOut{part: "xl/worksheets/sheet" + strconv.Itoa(i+1) + ".xml"}
	if p.Common {
		if l.known = b.common.find(p.Name); l.known != nil {
			return l, nil
		}
	}
	l.sheet = p.Lay()
	l.sheet.Name, l.sheet.part, l.sheet.common = p.Name, l.part, p.Common
	return l, l.sheet.finish(b.Cell)
}

// YearsStyle returns the style of a number of years out of n. The cell stays a number, and
// the format adds the words.
func (b *Book) YearsStyle(n int) int {
	b.yearsMu.Lock()
	defer b.yearsMu.Unlock()
	if style, ok := b.Style.years[n]; ok {
		return style
	}
	format := `0" ` + ofWord.In(b.Cell.lang) + ` ` + strconv.Itoa(n) + `"`
	style, err := b.file.NewStyle(&excelize.Style{
		CustomNumFmt: &format, Font: &excelize.Font{Family: "Calibri", Size: 11, Color: ooxml.Ink},
		Alignment: &excelize.Alignment{Vertical: "center"},
	})
	if err != nil { // there can be 65,000 styles, and there are only a few counts of years
		return b.Style.Whole
	}
	b.Style.years[n] = style
	return style
}
