package excel

import (
	"cmp"
	"strings"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/xuri/excelize/v2"
)

// styles are the numbers that the file knows its cell styles by.
type styles struct {
	title, titleWrap, lead, head, header, numberHeader int
	sideways                                           int
	text, bold, indent, wrap, missing                  int
	small                                              int // a code among headings
	fine                                               int // a long text of a data sheet
	centred, after, afterHeader                        int // after: a text right of a number
	right, link, indentLink, own, code                 int
	years                                              map[int]int // by how many years there are
	heat                                               map[heatCell]int
	kr, signedKr, millions, signedMillions             int
	pct, ownPct                                        int
	whole, signedWhole                                 int
	coefficient, tiny, share, precise                  int
	ownKr, ownRow                                      int
	percent                                            int
	starredKr, starredMillions, correctedKr            int   // with a mark that the sheet explains
	figure                                             []int // by decimals
	live                                               liveStyles
	grade                                              map[string]int
}

func (b *output) newStyles() error {
	var failed error
	add := func(s excelize.Style) int {
		if s.Font == nil {
			s.Font = &excelize.Font{}
		}
		s.Font.Family, s.Font.Color = cmp.Or(s.Font.Family, "Calibri"), cmp.Or(s.Font.Color, ooxml.Ink)
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
	frame := []excelize.Border{{Type: "top", Color: ooxml.Ink, Style: 2}, {Type: "bottom", Color: ooxml.Ink, Style: 2}}
	underline := []excelize.Border{{Type: "bottom", Color: ooxml.Ink, Style: 1}, {Type: "left", Color: "FFFFFF", Style: 5}} // headings can be as wide as their columns

	b.style = styles{
		title:          add(excelize.Style{Font: &excelize.Font{Bold: true, Size: 16}}),
		titleWrap:      add(excelize.Style{Font: &excelize.Font{Bold: true, Size: 16}, Alignment: top}),
		lead:           add(excelize.Style{Alignment: top}),
		link:           add(excelize.Style{Font: &excelize.Font{Color: ooxml.LinkBlue, Underline: "single"}}),
		indentLink:     add(excelize.Style{Font: &excelize.Font{Color: ooxml.LinkBlue, Underline: "single"}, Alignment: &excelize.Alignment{Horizontal: "left", Indent: 2}}),
		own:            add(excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill(ooxml.PaleGrey)}),
		code:           add(excelize.Style{Font: &excelize.Font{Family: "Consolas", Size: 9}}),
		head:           add(excelize.Style{Font: &excelize.Font{Bold: true, Size: 12}}),
		header:         add(excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill(ooxml.PaleGrey), Border: underline, Alignment: &excelize.Alignment{Vertical: "bottom", WrapText: true}}),
		numberHeader:   add(excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill(ooxml.PaleGrey), Border: underline, Alignment: &excelize.Alignment{Horizontal: "right", Vertical: "bottom", WrapText: true}}),
		sideways:       add(excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill(ooxml.PaleGrey), Border: underline, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "bottom", TextRotation: 90}}),
		small:          add(excelize.Style{Font: &excelize.Font{Size: 9, Color: "595959"}, Fill: fill(ooxml.PaleGrey), Alignment: &excelize.Alignment{Horizontal: "right", Vertical: "bottom", WrapText: true}}),
		fine:           add(excelize.Style{Font: &excelize.Font{Size: 9}}),
		text:           add(excelize.Style{}),
		bold:           add(excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill(ooxml.PaleGrey)}),
		indent:         add(excelize.Style{Alignment: &excelize.Alignment{Horizontal: "left", Indent: 2}}),
		wrap:           add(excelize.Style{Alignment: &excelize.Alignment{WrapText: true}}),
		after:          add(excelize.Style{Alignment: &excelize.Alignment{Horizontal: "left", Indent: 1, WrapText: true}}),
		afterHeader:    add(excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill(ooxml.PaleGrey), Border: underline, Alignment: &excelize.Alignment{Horizontal: "left", Indent: 1, Vertical: "bottom", WrapText: true}}),
		centred:        add(excelize.Style{Alignment: &excelize.Alignment{Horizontal: "center"}}),
		years:          map[int]int{},
		heat:           map[heatCell]int{},
		right:          add(excelize.Style{Alignment: &excelize.Alignment{Horizontal: "right"}}),
		missing:        add(excelize.Style{Font: &excelize.Font{Color: "7F7F7F"}, Alignment: &excelize.Alignment{Horizontal: "right"}}),
		ownRow:         add(excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill(ooxml.PaleGrey), Border: frame}),
		ownKr:          add(excelize.Style{CustomNumFmt: new(`#,##0`), Font: &excelize.Font{Bold: true}, Fill: fill(ooxml.PaleGrey)}),
		kr:             number(`#,##0`),
		signedKr:       number(signedFormat("#,##0", "0.5")),
		millions:       number(`#,##0.0`),
		signedMillions: number(signedFormat("#,##0.0", "0.05")),
		pct:            number(signedFormat("0.0%", "0.0005")),
		ownPct:         add(excelize.Style{CustomNumFmt: new(signedFormat("0.0%", "0.0005")), Font: &excelize.Font{Bold: true}}),
		whole:          number(`0`),
		signedWhole:    number(`+0;-0;0`),
		figure:         []int{number(`#,##0`), number(`#,##0.0`), number(`#,##0.00`), number(`#,##0.000`)},
		coefficient:    number(`#,##0.000`),
		tiny:           number(`0.00E+00`),
		share:          number(`0.00`),
		precise:        number(`0.0000`),
		percent:        number(`0%`),

		starredKr:       number(`#,##0"*"`),
		correctedKr:     number(`#,##0" r"`),
		starredMillions: number(`#,##0.0"*"`),
	}
	if err := b.newLiveStyles(add); err != nil {
		return err
	}
	filled := func(colour, font string) int {
		return add(excelize.Style{Fill: fill(colour), Font: &excelize.Font{Bold: true, Color: font}, Alignment: &excelize.Alignment{Horizontal: "center"}})
	}
	for _, own := range []bool{false, true} {
		var border []excelize.Border
		if own {
			border = frame
		}
		for _, c := range []struct{ mark, format string }{
			{"", signedFormat("0%", "0.005")}, {markAbove, `"` + markAbove + `"+0%`}, {markBelow, `0%;"` + markBelow + `"-0%`},
		} {
			b.style.heat[heatCell{own, c.mark}] = add(excelize.Style{
				CustomNumFmt: &c.format, Font: &excelize.Font{Bold: own || c.mark != ""}, Border: border, Alignment: &excelize.Alignment{ShrinkToFit: true},
			})
		}
	}
	b.style.grade = map[string]int{
		"":         b.style.text,
		"marked":   filled(ooxml.Vermillion, "FFFFFF"),
		"clear":    filled(ooxml.Orange, ooxml.Ink),
		"possible": filled(ooxml.Yellow, ooxml.Ink),
		"low":      filled(ooxml.SkyBlue, ooxml.Ink),
	}
	return failed
}

// signedFormat shows a sign on a number that does not show as zero.
func signedFormat(digits, half string) string {
	zero := strings.ReplaceAll(digits, "#,##", "")
	return "[>=" + half + "]+" + digits + ";[<=-" + half + "]-" + digits + ";" + zero
}

func fill(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// heatCell is how a cell looks beside its colour, which is not there in black and
// white: whether it is the own municipality's, and the mark of its grade.
type heatCell struct {
	own  bool
	mark string
}

// The marks of what stands out above and below.
const (
	markAbove = "▲"
	markBelow = "▽"
)
