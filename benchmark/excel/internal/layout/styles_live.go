package layout

import (
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/xuri/excelize/v2"
)

// paleYellow marks the cells that people may change. A word beside or above them says so,
// too.
const paleYellow = "FFF2CC"

// liveStyles are the styles of the live sheet. A cell whose number may be missing for
// another choice is right-aligned, and so is the mark in its place.
type liveStyles struct {
	Choice, Goal, DecideKr, DecidePct              int
	Kr, Millions, SignedMillions, Pct              int
	Total, TotalMillions, TotalSigned              int
	Grade, Remark, Small                           int
	Result, ResultSigned, ResultShare, ResultWhole int
	InSum, InSumHeader, InSumChoice, GradeHeader   int
	// the styles of conditional formats
	GradeRule map[string]int
}

func (b *Book) newLiveStyles(add func(excelize.Style) int) error {
	border := []excelize.Border{
		{Type: "left", Color: "BF9000", Style: 1}, {Type: "right", Color: "BF9000", Style: 1},
		{Type: "top", Color: "BF9000", Style: 1}, {Type: "bottom", Color: "BF9000", Style: 1},
	}
	above := []excelize.Border{{Type: "top", Color: ooxml.Ink, Style: 1}}
	number := func(format string) int {
		return add(excelize.Style{CustomNumFmt: &format,
			Alignment: &excelize.Alignment{Horizontal: "right"}})
	}
	input := func(format, align string) int {
		return add(excelize.Style{CustomNumFmt: &format, Fill: makeFill(paleYellow), Border: border,
			Alignment: &excelize.Alignment{Horizontal: align}})
	}
	total := func(format string) int {
		return add(excelize.Style{CustomNumFmt: &format, Font: &excelize.Font{Bold: true},
			Fill: makeFill(ooxml.PaleGrey), Border: above,
			Alignment: &excelize.Alignment{Horizontal: "right"}})
	}
	bold := func(format string) int {
		return add(excelize.Style{CustomNumFmt: &format, Font: &excelize.Font{Bold: true},
			Alignment: &excelize.Alignment{Horizontal: "right"}})
	}
	heading := func(align string, indent int) int {
		return add(excelize.Style{
			Font: &excelize.Font{Bold: true}, Fill: makeFill(ooxml.PaleGrey),
			Border: []excelize.Border{{Type: "bottom", Color: ooxml.Ink, Style: 1}},
			Alignment: &excelize.Alignment{Horizontal: align, Indent: indent, Vertical: "bottom",
				WrapText: true},
		})
	}
	signed := signedFormat("#,##0.0", "0.05")
	b.Style.Live = liveStyles{
		Choice: add(excelize.Style{Font: &excelize.Font{Bold: true}, Fill: makeFill(paleYellow),
			Border: border, Alignment: &excelize.Alignment{Horizontal: "left", WrapText: true}}),
		Goal:           input(`#,##0.0`, "left"),
		DecideKr:       input(`#,##0.0`, "right"),
		DecidePct:      input(`0%`, "right"),
		Kr:             number(`#,##0`),
		Millions:       number(`#,##0.0`),
		SignedMillions: number(signed),
		Pct:            number(signedFormat("0.0%", "0.0005")),
		Total: add(excelize.Style{Font: &excelize.Font{Bold: true},
			Fill: makeFill(ooxml.PaleGrey), Border: above}),
		TotalMillions: total(`#,##0.0`),
		TotalSigned:   total(signed),
		Grade:         add(excelize.Style{Alignment: &excelize.Alignment{Horizontal: "center"}}),
		Remark: add(excelize.Style{Font: &excelize.Font{Size: 9},
			Alignment: &excelize.Alignment{Horizontal: "left", Indent: 1}}),
		Small: add(excelize.Style{Font: &excelize.Font{Size: 9, Color: "7F7F7F"},
			Alignment: &excelize.Alignment{Horizontal: "left"}}),
		Result:       bold(`#,##0.0`),
		ResultSigned: bold(signed),
		ResultShare:  bold(`0%`),
		ResultWhole:  bold(`0`),
		InSumHeader:  heading("left", 1),
		GradeHeader:  heading("center", 0),
		InSumChoice: add(excelize.Style{Fill: makeFill(paleYellow), Border: border,
			Alignment: &excelize.Alignment{Horizontal: "left", Indent: 1}}),
		InSum: add(excelize.Style{Alignment: &excelize.Alignment{Horizontal: "left",
			Indent: 1}}),
	}
	b.Style.Live.GradeRule = map[string]int{}
	for _, g := range []struct{ grade, colour, font string }{
		{"marked", ooxml.Vermillion, "FFFFFF"}, {"clear", ooxml.Orange, ooxml.Ink},
		{"possible", ooxml.Yellow, ooxml.Ink}, {"low", ooxml.SkyBlue, ooxml.Ink},
	} {
		style, err := b.file.NewConditionalStyle(&excelize.Style{
			Font: &excelize.Font{Bold: true, Color: g.font},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{g.colour}},
		})
		if err != nil {
			return err
		}
		b.Style.Live.GradeRule[g.grade] = style
	}
	return nil
}
