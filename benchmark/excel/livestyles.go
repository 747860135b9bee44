package excel

import (
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/xuri/excelize/v2"
)

// paleYellow marks the cells that are there to be changed, which also have a
// word for it beside or above them.
const paleYellow = "FFF2CC"

// liveStyles are the styles of the live sheet. A cell whose number may be
// missing for another choice is set to the right, as its mark is.
type liveStyles struct {
	choice, goal, decideKr, decidePct              int
	kr, millions, signedMillions, pct              int
	total, totalMillions, totalSigned              int
	grade, remark, small                           int
	result, resultSigned, resultShare, resultWhole int
	inSum, inSumHeader, inSumChoice, gradeHeader   int
	gradeRule                                      map[string]int // of conditional formats
}

func (b *output) newLiveStyles(add func(excelize.Style) int) error {
	border := []excelize.Border{
		{Type: "left", Color: "BF9000", Style: 1}, {Type: "right", Color: "BF9000", Style: 1},
		{Type: "top", Color: "BF9000", Style: 1}, {Type: "bottom", Color: "BF9000", Style: 1},
	}
	above := []excelize.Border{{Type: "top", Color: ooxml.Ink, Style: 1}}
	number := func(format string) int {
		return add(excelize.Style{CustomNumFmt: &format, Alignment: &excelize.Alignment{Horizontal: "right"}})
	}
	input := func(format, align string) int {
		return add(excelize.Style{CustomNumFmt: &format, Fill: fill(paleYellow), Border: border, Alignment: &excelize.Alignment{Horizontal: align}})
	}
	total := func(format string) int {
		return add(excelize.Style{CustomNumFmt: &format, Font: &excelize.Font{Bold: true}, Fill: fill(ooxml.PaleGrey), Border: above, Alignment: &excelize.Alignment{Horizontal: "right"}})
	}
	bold := func(format string) int {
		return add(excelize.Style{CustomNumFmt: &format, Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Horizontal: "right"}})
	}
	heading := func(align string, indent int) int {
		return add(excelize.Style{
			Font: &excelize.Font{Bold: true}, Fill: fill(ooxml.PaleGrey), Border: []excelize.Border{{Type: "bottom", Color: ooxml.Ink, Style: 1}},
			Alignment: &excelize.Alignment{Horizontal: align, Indent: indent, Vertical: "bottom", WrapText: true},
		})
	}
	signed := signedFormat("#,##0.0", "0.05")
	b.style.live = liveStyles{
		choice:         add(excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill(paleYellow), Border: border, Alignment: &excelize.Alignment{Horizontal: "left", WrapText: true}}),
		goal:           input(`#,##0.0`, "left"),
		decideKr:       input(`#,##0.0`, "right"),
		decidePct:      input(`0%`, "right"),
		kr:             number(`#,##0`),
		millions:       number(`#,##0.0`),
		signedMillions: number(signed),
		pct:            number(signedFormat("0.0%", "0.0005")),
		total:          add(excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill(ooxml.PaleGrey), Border: above}),
		totalMillions:  total(`#,##0.0`),
		totalSigned:    total(signed),
		grade:          add(excelize.Style{Alignment: &excelize.Alignment{Horizontal: "center"}}),
		remark:         add(excelize.Style{Font: &excelize.Font{Size: 9}, Alignment: &excelize.Alignment{Horizontal: "left", Indent: 1}}),
		small:          add(excelize.Style{Font: &excelize.Font{Size: 9, Color: "7F7F7F"}, Alignment: &excelize.Alignment{Horizontal: "left"}}),
		result:         bold(`#,##0.0`),
		resultSigned:   bold(signed),
		resultShare:    bold(`0%`),
		resultWhole:    bold(`0`),
		inSumHeader:    heading("left", 1),
		gradeHeader:    heading("center", 0),
		inSumChoice:    add(excelize.Style{Fill: fill(paleYellow), Border: border, Alignment: &excelize.Alignment{Horizontal: "left", Indent: 1}}),
		inSum:          add(excelize.Style{Alignment: &excelize.Alignment{Horizontal: "left", Indent: 1}}),
	}
	b.style.live.gradeRule = map[string]int{}
	for _, g := range []struct{ grade, colour, font string }{
		{"marked", ooxml.Vermillion, "FFFFFF"}, {"clear", ooxml.Orange, ooxml.Ink}, {"possible", ooxml.Yellow, ooxml.Ink}, {"low", ooxml.SkyBlue, ooxml.Ink},
	} {
		style, err := b.file.NewConditionalStyle(&excelize.Style{
			Font: &excelize.Font{Bold: true, Color: g.font}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{g.colour}},
		})
		if err != nil {
			return err
		}
		b.style.live.gradeRule[g.grade] = style
	}
	return nil
}
