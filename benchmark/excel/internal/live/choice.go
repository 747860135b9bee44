package live

import (
	"fmt"

	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// makeValidations returns the rules for the cells that people write in. A cell with a list
// takes only what is on it.
func (w *working) makeValidations() []*excelize.DataValidation {
	list := func(cell string, name lang.Phrase) *excelize.DataValidation {
		v := excelize.NewDataValidation(false)
		v.SetSqref(cell)
		v.SetSqrefDropList(name.In(w.b.lang))
		v.SetError(excelize.DataValidationErrorStyleStop, phrase.ErrorTitle.In(w.b.lang),
			phrase.ErrorList.In(w.b.lang))
		return v
	}
	number := func(cells, most string, message lang.Phrase) *excelize.DataValidation {
		v := excelize.NewDataValidation(true)
		v.SetSqref(cells)
		v.Type, v.Operator, v.Formula1, v.Formula2 = "decimal", "between", "0", most
		v.SetError(excelize.DataValidationErrorStyleStop, phrase.NumberTitle.In(w.b.lang),
			message.In(w.b.lang))
		return v
	}
	yesOrNo := excelize.NewDataValidation(false)
	fixed := map[standing]*excelize.DataValidation{}
	for i, a := range w.v.areas {
		v := yesOrNo
		if a.standing != chosen {
			if fixed[a.standing] == nil {
				fixed[a.standing] = excelize.NewDataValidation(false)
			}
			v = fixed[a.standing]
		}
		v.SetSqref(fmt.Sprint("P", liveFirst+i))
	}
	choice := func(v *excelize.DataValidation, words ...lang.Phrase) {
		list := make([]string, len(words))
		for i, p := range words {
			list[i] = p.In(w.b.lang)
		}
		if err := v.SetDropList(list); err != nil {
			panic(err) // the text is a few words, and the bound is 255 characters
		}
		v.SetError(excelize.DataValidationErrorStyleStop, phrase.ErrorTitle.In(w.b.lang),
			phrase.ErrorList.In(w.b.lang))
	}
	choice(yesOrNo, phrase.InSum, phrase.NotInSum)
	const maxMillions = "1000000000" // in kr. million
	all := []*excelize.DataValidation{
		yesOrNo,
		list("B4", phrase.NameMunicipalities), list("B5", phrase.NameRules),
		list("B6", phrase.NameYears),
		number("B7", maxMillions, phrase.ErrorNumber),
		number(fmt.Sprintf("I%d:I%d", liveFirst, w.last), maxMillions, phrase.ErrorNumber),
		number(fmt.Sprintf("J%d:J%d", liveFirst, w.last), "1", phrase.ErrorShare),
	}
	for _, s := range []standing{inWhole, inParts} {
		if v := fixed[s]; v != nil {
			choice(v, s.say())
			all = append(all, v)
		}
	}
	return all
}

// colourGrades gives grades the colours that they have on the other sheets.
func (w *working) colourGrades() []layout.Conditional {
	cells := fmt.Sprintf("H%d:H%d", liveFirst, w.last)
	c := layout.Conditional{Cells: cells}
	for _, grade := range []string{"marked", "clear", "possible", "low"} {
		style := w.b.style.Live.GradeRule[grade]
		c.Options = append(c.Options, excelize.ConditionalFormatOptions{
			Type: "text", Criteria: "begins with", Value: phrase.GradeMarks[grade].In(w.b.lang),
			Format: &style,
		})
	}
	return []layout.Conditional{c}
}
