package layout

import (
	"cmp"
	"strings"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/xuri/excelize/v2"
)

// Styles are the numbers by which the file knows the styles of cells.
type Styles struct {
	Title, titleWrap, Lead, Heading, Header, NumberHeader int
	Sideways                                              int
	Text, Bold, Indent, Wrap, Missing                     int
	Small                                                 int // a code among headings
	Fine                                                  int // a long text on a sheet of data
	// After is the style of a text to the right of a number.
	Centred, After, AfterHeader        int
	Right, Link, IndentLink, Own, Code int
	// years are the styles of a number of years, by how many years there are.
	years                                  map[int]int
	Heat                                   map[HeatCell]int
	Kr, SignedKr, Millions, SignedMillions int
	Pct, OwnPct                            int
	Whole, SignedWhole                     int
	Coefficient, Tiny, Share, Precise      int
	OwnKr, OwnRow                          int
	Percent                                int
	// These have a mark that the sheet explains.
	StarredKr, StarredMillions, CorrectedKr int
	Figure                                  []int // by number of decimals
	Live                                    liveStyles
	Grade                                   map[string]int
}

func (b *Book) newStyles() error {
	var failed error
	add := func(s excelize.Style) int {
		if s.Font == nil {
			s.Font = &excelize.Font{}
		}
		s.Font.Family = cmp.Or(s.Font.Family, "Calibri")
		s.Font.Color = cmp.Or(s.Font.Color, ooxml.Ink)
		if s.Font.Size == 0 {
			s.Font.Size = 11
		}
		if s.Alignment == nil {
			s.Alignment = &excelize.Alignment{}
		}
		s.Alignment.Vertical = cmp.Or(s.Alignment.Vertical, "center")
		id, err := b.file.NewStyle(&s)
		if err != nil {
			failed = err
		}
		return id
	}
	number := func(format string) int { return add(excelize.Style{CustomNumFmt: &format}) }
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	frame := []excelize.Border{{Type: "top", Color: ooxml.Ink, Style: 2},
		{Type: "bottom", Color: ooxml.Ink, Style: 2}}
	// Headings can be as wide as their columns, so a line separates them.
	underline := []excelize.Border{{Type: "bottom", Color: ooxml.Ink, Style: 1},
		{Type: "left", Color: "FFFFFF", Style: 5}}

	b.Style = Styles{
		Title: add(excelize.Style{Font: &excelize.Font{Bold: true, Size: 16}}),
		titleWrap: add(excelize.Style{Font: &excelize.Font{Bold: true, Size: 16},
			Alignment: top}),
		Lead: add(excelize.Style{Alignment: top}),
		Link: add(excelize.Style{Font: &excelize.Font{Color: ooxml.LinkBlue,
			Underline: "single"}}),
		IndentLink: add(excelize.Style{Font: &excelize.Font{Color: ooxml.LinkBlue,
			Underline: "single"}, Alignment: &excelize.Alignment{Horizontal: "left", Indent: 2}}),
		Own: add(excelize.Style{Font: &excelize.Font{Bold: true},
			Fill: makeFill(ooxml.PaleGrey)}),
		Code:    add(excelize.Style{Font: &excelize.Font{Family: "Consolas", Size: 9}}),
		Heading: add(excelize.Style{Font: &excelize.Font{Bold: true, Size: 12}}),
		Header: add(excelize.Style{Font: &excelize.Font{Bold: true},
			Fill: makeFill(ooxml.PaleGrey), Border: underline,
			Alignment: &excelize.Alignment{Vertical: "bottom", WrapText: true}}),
		NumberHeader: add(excelize.Style{Font: &excelize.Font{Bold: true},
			Fill: makeFill(ooxml.PaleGrey), Border: underline,
			Alignment: &excelize.Alignment{Horizontal: "right", Vertical: "bottom",
				WrapText: true}}),
		Sideways: add(excelize.Style{Font: &excelize.Font{Bold: true},
			Fill: makeFill(ooxml.PaleGrey), Border: underline,
			Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "bottom",
				TextRotation: 90}}),
		Small: add(excelize.Style{Font: &excelize.Font{Size: 9, Color: "595959"},
			Fill: makeFill(ooxml.PaleGrey),
			Alignment: &excelize.Alignment{Horizontal: "right", Vertical: "bottom",
				WrapText: true}}),
		Fine: add(excelize.Style{Font: &excelize.Font{Size: 9}}),
		Text: add(excelize.Style{}),
		Bold: add(excelize.Style{Font: &excelize.Font{Bold: true},
			Fill: makeFill(ooxml.PaleGrey)}),
		Indent: add(excelize.Style{Alignment: &excelize.Alignment{Horizontal: "left",
			Indent: 2}}),
		Wrap: add(excelize.Style{Alignment: &excelize.Alignment{WrapText: true}}),
		After: add(excelize.Style{Alignment: &excelize.Alignment{Horizontal: "left",
			Indent: 1, WrapText: true}}),
		AfterHeader: add(excelize.Style{Font: &excelize.Font{Bold: true},
			Fill: makeFill(ooxml.PaleGrey), Border: underline,
			Alignment: &excelize.Alignment{Horizontal: "left", Indent: 1, Vertical: "bottom",
				WrapText: true}}),
		Centred: add(excelize.Style{Alignment: &excelize.Alignment{Horizontal: "center"}}),
		years:   map[int]int{},
		Heat:    map[HeatCell]int{},
		Right:   add(excelize.Style{Alignment: &excelize.Alignment{Horizontal: "right"}}),
		Missing: add(excelize.Style{Font: &excelize.Font{Color: "7F7F7F"},
			Alignment: &excelize.Alignment{Horizontal: "right"}}),
		OwnRow: add(excelize.Style{Font: &excelize.Font{Bold: true},
			Fill: makeFill(ooxml.PaleGrey), Border: frame}),
		OwnKr: add(excelize.Style{CustomNumFmt: new(`#,##0`),
			Font: &excelize.Font{Bold: true}, Fill: makeFill(ooxml.PaleGrey)}),
		Kr:             number(`#,##0`),
		SignedKr:       number(signedFormat("#,##0", "0.5")),
		Millions:       number(`#,##0.0`),
		SignedMillions: number(signedFormat("#,##0.0", "0.05")),
		Pct:            number(signedFormat("0.0%", "0.0005")),
		OwnPct: add(excelize.Style{CustomNumFmt: new(signedFormat("0.0%", "0.0005")),
			Font: &excelize.Font{Bold: true}}),
		Whole:       number(`0`),
		SignedWhole: number(`+0;-0;0`),
		Figure: []int{number(`#,##0`), number(`#,##0.0`), number(`#,##0.00`),
			number(`#,##0.000`)},
		Coefficient: number(`#,##0.000`),
		Tiny:        number(`0.00E+00`),
		Share:       number(`0.00`),
		Precise:     number(`0.0000`),
		Percent:     number(`0%`),

		StarredKr:       number(`#,##0"*"`),
		CorrectedKr:     number(`#,##0" r"`),
		StarredMillions: number(`#,##0.0"*"`),
	}
	if err := b.newLiveStyles(add); err != nil {
		return err
	}
	filled := func(colour, font string) int {
		return add(excelize.Style{Fill: makeFill(colour), Font: &excelize.Font{Bold: true, Color: font},
			Alignment: &excelize.Alignment{Horizontal: "center"}})
	}
	for _, own := range []bool{false, true} {
		var border []excelize.Border
		if own {
			border = frame
		}
		for _, c := range []struct{ mark, format string }{
			{"", signedFormat("0%", "0.005")}, {MarkAbove, `"` + MarkAbove + `"+0%`},
			{MarkBelow, `0%;"` + MarkBelow + `"-0%`},
		} {
			b.Style.Heat[HeatCell{own, c.mark}] = add(excelize.Style{
				CustomNumFmt: &c.format, Font: &excelize.Font{Bold: own || c.mark != ""},
				Border: border, Alignment: &excelize.Alignment{ShrinkToFit: true},
			})
		}
	}
	b.Style.Grade = map[string]int{
		"":         b.Style.Text,
		"marked":   filled(ooxml.Vermillion, "FFFFFF"),
		"clear":    filled(ooxml.Orange, ooxml.Ink),
		"possible": filled(ooxml.Yellow, ooxml.Ink),
		"low":      filled(ooxml.SkyBlue, ooxml.Ink),
		"posting":  b.Style.Text,
	}
	return failed
}

// signedFormat returns a number format with a sign on all numbers except those that show as
// zero.
func signedFormat(digits, half string) string {
	zero := strings.ReplaceAll(digits, "#,##", "")
	return "[>=" + half + "]+" + digits + ";[<=-" + half + "]-" + digits + ";" + zero
}

func makeFill(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// HeatCell is how a cell looks apart from its colour, for a print in black and white:
// whether it belongs to the workbook's municipality, and the mark of its grade.
type HeatCell struct {
	Own  bool
	Mark string
}

// The marks of figures that stand out upward and downward.
const (
	MarkAbove = "▲"
	MarkBelow = "▽"
)
