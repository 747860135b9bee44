package text

import (
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// mostCorrections is how many corrections are listed if no municipality was asked for. A
// municipality's own are all listed.
const mostCorrections = 25

// writeCorrections lists the corrections. It lists what was corrected for the
// municipality asked for, on the areas shown, and otherwise the first corrections of all.
// The rest are counted, since they move the expected level too.
func (t *table) writeCorrections() {
	r := t.report
	if len(r.Corrections) == 0 {
		return
	}
	var shown []benchmark.AppliedCorrection
	for _, k := range r.Corrections {
		mine := r.Municipality == "" || k.Municipality == r.Municipality
		isShown := func(e benchmark.Effect) bool { return r.Model(e.Area) != nil }
		if mine && (len(k.Effects) == 0 || slices.ContainsFunc(k.Effects, isShown)) {
			shown = append(shown, k)
		}
	}
	if r.Municipality == "" {
		shown = shown[:min(len(shown), mostCorrections)]
	}
	t.writeLine("")
	if len(shown) > 0 {
		t.writeParagraph(correctionsHead.With())
	}
	for _, k := range shown {
		t.writeCorrection(&k)
	}
	switch rest := len(r.Corrections) - len(shown); {
	case rest == 0:
	case r.Municipality == "":
		t.writeParagraph(correctionsMore.With(rest))
	default:
		t.writeParagraph(correctionsOfOthers.With(rest))
	}
}

// writeCorrection shows one correction, and a line for each area that it enters.
func (t *table) writeCorrection(k *benchmark.AppliedCorrection) {
	year := noYear.In(t.lang)
	if k.Year != 0 {
		year = strconv.Itoa(k.Year)
	}
	const nameWidth = 40 // the full name of an account may take several lines
	of := year + ", " + strings.TrimRight(Pad(k.Of, nameWidth), " ")
	if t.report.Municipality == "" {
		of = k.Name + ", " + of
	}
	by := k.By
	if k.Date != "" {
		by += ", " + k.Date.In(t.lang)
	}
	t.writeParagraph(correctionOf.With(of, lang.Number{Value: k.AmountKr, Signed: true}, k.Reason,
		by))
	for _, e := range k.Effects {
		if t.report.Model(e.Area) == nil {
			continue
		}
		unit := e.Unit
		if unit == "" {
			unit = groupUnit.In(t.lang)
		}
		t.writeParagraph(correctionEffect.With(e.Name, t.formatKrWithin(e.Before, Width),
			t.formatKrWithin(e.After, Width), unit))
	}
}
