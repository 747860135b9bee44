package live

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// makeComputed returns a cell with a formula and the value that it shows at first.
func (w *working) makeComputed(style int, value any, formula string, args ...any) excelize.Cell {
	if v, is := value.(float64); is && (math.IsNaN(v) || math.IsInf(v, 0)) {
		value = layout.Missing
	}
	return excelize.Cell{StyleID: style, Value: value, Formula: fmt.Sprintf(formula, args...)}
}

// quote returns a text as formulas write it.
func quote(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }

func (w *working) quotePhrase(p lang.Phrase) string { return quote(p.In(w.b.lang)) }

// quotedMissing is the mark for what is missing, as formulas write it.
var quotedMissing = quote(layout.Missing)

// formatFound returns a formula that gets a figure from a range, in the row that a lookup
// has found.
func (w *working) formatFound(of string, lookup int) string {
	return fmt.Sprintf("IFERROR(INDEX(%s,$B$%d),%s)", of, w.lookup+lookup, quotedMissing)
}

// The lookups. Each has a row of its own, from working.lookup on.
const (
	lookupGrade = iota
	lookupLevel
	lookupActual
	lookupVolume
	lookupShownActual
	lookupShownExpected
)

// layOutTop lays out the rows above the headings. What people choose stands to the left,
// and what follows from it to the right.
func (w *working) layOutTop() [][]any {
	st, v := &w.b.style.Live, w.v
	period := fmt.Sprint(v.years[0].label)
	title := phrase.TitleHeadroom.In(w.b.lang) + ": "
	sum := w.last + 1
	possible, net, areas := w.addUp()
	choice := func(label lang.Phrase, style int, value, beside any) []any {
		cells := []any{w.b.cell.Words(label, w.b.style.Bold),
			excelize.Cell{StyleID: style, Value: value}}
		if beside != nil {
			cells = append(cells, beside)
		}
		for beside == nil && len(cells) < 6 { // beside it, in the same field
			cells = append(cells, layout.Text("", style))
		}
		return append(cells, make([]any, 7-len(cells))...)
	}
	result := func(row []any, label lang.Phrase, cell excelize.Cell) []any {
		return append(row, w.b.cell.Words(label, w.b.style.Text), nil, nil, cell)
	}
	blank := func() []any { return make([]any, 7) }
	return [][]any{
		{w.makeComputed(w.b.style.Title, title+v.names[w.m]+", "+period,
			`IF(ISNUMBER($B$%d),IF(ISNUMBER($B$%d),%s&%s&%s,%s),%s)`,
			w.lookup+lookupGrade, w.lookup+lookupLevel, quote(title), cellMunicipality,
			quote(", "+period), w.quotePhrase(phrase.RuleWrong), w.quotePhrase(phrase.MunicipalityWrong))},
		{layout.Text(phrase.LeadHeadroom.In(w.b.lang), w.b.style.Lead)},
		{layout.Text(phrase.LeadHeadroomSum.In(w.b.lang), w.b.style.Lead)},
		result(choice(phrase.ChooseMunicipality, st.Choice, v.names[w.m], nil), phrase.SumPositive,
			w.makeComputed(st.Result, possible, "G%d", sum)),
		result(choice(phrase.ChooseRule, st.Choice, v.rules[w.rule].label, nil), phrase.SumNet,
			w.makeComputed(st.ResultSigned, net, "F%d", sum)),
		result(choice(phrase.ChooseYear, st.Choice, v.years[0].label,
			w.makeComputed(w.b.style.Text, phrase.YearShows.In(w.b.lang), `IF(ISNUMBER($B$%d),%s,%s)`,
				w.lookup+lookupShownActual, w.quotePhrase(phrase.YearShows), w.quotePhrase(phrase.YearWrong))),
			phrase.SumMissing, w.makeComputed(st.ResultWhole, areas,
				`COUNTIFS($P$%[1]d:$P$%[2]d,%[3]s)-COUNTIFS($P$%[1]d:$P$%[2]d,%[3]s,$G$%[1]d:$G$%[2]d,">=0")`, liveFirst, w.last, w.quotePhrase(phrase.InSum))),
		result(choice(phrase.WriteGoal, st.Goal, nil,
			w.makeComputed(w.b.style.Text, phrase.GoalExample.In(w.b.lang),
				"IF(COUNTA(%[1]s)=0,%[2]s,IF(COUNT(%[1]s)=0,%[3]s,IF(%[1]s<0,%[3]s,%[2]s)))", cellGoal,
				w.quotePhrase(phrase.GoalExample), w.quotePhrase(phrase.GoalWrong))), phrase.SumDecided,
			w.makeComputed(st.Result, 0.0, "K%d", sum)),
		result(blank(), phrase.SumShare,
			w.makeComputed(st.ResultShare, layout.Missing,
				"IF(COUNT(%[1]s)=1,IF(%[1]s>0,K%[2]d/%[1]s,%[3]s),%[3]s)", cellGoal, sum,
				quotedMissing)),
		result(blank(), phrase.SumToGo,
			w.makeComputed(st.Result, layout.Missing,
				"IF(COUNT(%[1]s)=1,IF(%[1]s<0,%[3]s,MAX(0,%[1]s-K%[2]d)),%[3]s)", cellGoal, sum,
				quotedMissing)),
		{w.b.makeBackLink(w.s, liveHeader-2)},
	}
}

// addUp returns the sums that the sheet shows at first, in kr. million, and NaN if no
// amount is known. without is how many of the areas in the sums have no amount.
func (w *working) addUp() (possible, net float64, without int) {
	known := false
	for i, a := range w.v.areas {
		t := &w.targets[i]
		switch {
		case !a.isInSum:
		case math.IsNaN(t.HeadroomKr):
			without++
		default:
			known = true
			possible, net = possible+t.HeadroomKr/1e6, net+t.GapKr/1e6
		}
	}
	if !known {
		return math.NaN(), math.NaN(), without
	}
	return possible, net, without
}

func (w *working) layOutHeader() []any {
	st, v := w.b.style, w.v
	shown := func(p lang.Phrase) excelize.Cell {
		words := p.In(w.b.lang)
		return w.makeComputed(st.NumberHeader, words+fmt.Sprint(v.years[0].label), "%s&%s",
			quote(words), cellYear)
	}
	cells := w.b.cell.Header(phrase.ColumnArea, phrase.ColumnUnit)
	cells = append(cells, layout.Text(phrase.ColumnActualOf.With(v.years[0].label).In(w.b.lang),
		st.NumberHeader))
	cells = append(cells, w.b.cell.NumberHeader(phrase.ColumnTarget, phrase.ColumnVolume,
		phrase.ColumnGap, phrase.ColumnPossible)...)
	cells = append(cells, w.b.cell.Words(phrase.ColumnGradeOf, st.Live.GradeHeader))
	cells = append(cells, w.b.cell.NumberHeader(phrase.ColumnDecideKr, phrase.ColumnDecidePct,
		phrase.ColumnDecided)...)
	cells = append(cells, w.b.cell.Words(phrase.ColumnRemark, st.Live.InSumHeader))
	cells = append(cells, shown(phrase.ColumnActualShown), shown(phrase.ColumnExpectShown),
		shown(phrase.ColumnDiffersShown))
	return append(cells, w.b.cell.Words(phrase.ColumnInSum, st.Live.InSumHeader))
}

// layOutArea lays out the row of an area.
func (w *working) layOutArea(i int) []any {
	st, a, row, target, r := &w.b.style.Live, w.v.areas[i], &w.rows[i], &w.targets[i], liveFirst+i
	name, counted := w.b.style.Text, w.b.cell.Words(phrase.InSum, st.InSumChoice)
	if a.depth > 0 {
		name = w.b.style.Indent
	}
	switch {
	case a.standing != chosen:
		counted = w.b.cell.Words(a.standing.say(), st.InSum)
	case !a.isInSum:
		counted = w.b.cell.Words(phrase.NotInSum, st.InSumChoice)
	}
	inPct := math.NaN()
	if row.Expected.Level > 0 {
		inPct = row.Deviation.Pct / 100
	}
	remark := ""
	if target.Level <= 0 {
		remark = phrase.RemarkBelow.In(w.b.lang)
	}
	return []any{
		layout.Text(a.model.Name, name),
		layout.Text(phrase.UnitOf(a.model, w.b.lang), w.b.style.Wrap),
		w.makeComputed(st.Kr, row.Actual, "%s", w.formatFound(w.figuresOf[i], lookupActual)),
		w.makeComputed(st.Kr, target.Level, "%s", w.formatFound(w.levelsOf[i], lookupLevel)),
		w.makeComputed(st.Kr, row.Volume, "%s", w.formatFound(w.figuresOf[i], lookupVolume)),
		w.makeComputed(st.SignedMillions, target.GapKr/1e6,
			"IF(COUNT(C%[1]d:E%[1]d)=3,(C%[1]d-D%[1]d)*E%[1]d/1000000,%[2]s)", r, quotedMissing),
		w.makeComputed(st.Millions, target.HeadroomKr/1e6,
			"IF(COUNT(C%[1]d:E%[1]d)=3,MAX(0,C%[1]d-D%[1]d)*E%[1]d/1000000,%[2]s)", r,
			quotedMissing),
		w.makeComputed(st.Grade, w.b.describeGrade(&w.v.figures[w.m][i]), "%s",
			w.formatFound(w.gradesOf[i], lookupGrade)),
		excelize.Cell{StyleID: st.DecideKr},
		excelize.Cell{StyleID: st.DecidePct},
		w.makeComputed(st.Millions, 0.0,
			"IF(COUNTA(I%[1]d:J%[1]d)>COUNT(I%[1]d:J%[1]d),%[2]s,IF(COUNT(I%[1]d)=1,IF(I%[1]d<0,%[2]s,I%[1]d),IF(COUNT(J%[1]d)=1,IF(OR(J%[1]d<0,J%[1]d>1,COUNT(G%[1]d)=0),%[2]s,J%[1]d*G%[1]d),%[3]s)))", r, quotedMissing, w.sumParts(a)),
		w.makeComputed(st.Remark, remark, "%s", w.formatRemark(a, r)),
		w.makeComputed(st.Kr, row.Actual, "%s", w.formatFound(w.figuresOf[i], lookupShownActual)),
		w.makeComputed(st.Kr, row.Expected.Level, "%s", w.formatFound(w.figuresOf[i], lookupShownExpected)),
		w.makeComputed(st.Pct, inPct,
			"IF(COUNT(M%[1]d:N%[1]d)=2,IF(N%[1]d>0,(M%[1]d-N%[1]d)/N%[1]d,%[2]s),%[2]s)", r,
			quotedMissing),
		counted,
	}
}

// say says why an area is not in the sum and cannot be chosen to be.
func (s standing) say() lang.Phrase {
	if s == inParts {
		return phrase.WholeNotInSum
	}
	return phrase.PartNotInSum
}

// sumParts returns a formula that adds up what is decided for an area's parts.
func (w *working) sumParts(a liveArea) string {
	if len(a.parts) == 0 {
		return "0"
	}
	var cells []string
	// rows next to each other go together, because the length of a formula is bounded
	for i := 0; i < len(a.parts); {
		next := i + 1
		for next < len(a.parts) && a.parts[next] == a.parts[next-1]+1 {
			next++
		}
		cell := "K" + strconv.Itoa(liveFirst+a.parts[i])
		if next > i+1 {
			cell += ":K" + strconv.Itoa(liveFirst+a.parts[next-1])
		}
		cells = append(cells, cell)
		i = next
	}
	return sumCells(cells)
}

// mostArguments is a little less than a function takes.
const mostArguments = 200

// sumCells returns a formula of the sum of any number of cells.
func sumCells(cells []string) string {
	var sums []string
	for len(cells) > mostArguments {
		sums = append(sums, "SUM("+strings.Join(cells[:mostArguments], ",")+")")
		cells = cells[mostArguments:]
	}
	return strings.Join(append(sums, "SUM("+strings.Join(cells, ",")+")"), "+")
}

// formatRemark returns a formula of the remark on a decision.
func (w *working) formatRemark(a liveArea, r int) string {
	formula := `""`
	when := func(condition string, remark lang.Phrase) {
		formula = fmt.Sprintf("IF(%s,%s,%s)", condition, w.quotePhrase(remark), formula)
	}
	// The formula asks the last of these first.
	switch a.standing {
	case chosen:
		when(fmt.Sprintf("AND(COUNT(K%[1]d)=1,MAX(0,K%[1]d)>0,P%[1]d<>%[2]s)", r,
			w.quotePhrase(phrase.InSum)), phrase.RemarkNotInSum)
	case inParts: // what is decided for the parts is in the sum, and what is written here is not
		when(fmt.Sprintf("AND(COUNT(I%[1]d:J%[1]d)>0,COUNT(K%[1]d)=1,MAX(0,K%[1]d)>0)", r),
			phrase.RemarkNotInSum)
	}
	if len(a.parts) > 0 {
		when(fmt.Sprintf("AND(COUNT(I%[1]d:J%[1]d)>0,%[2]s>0)", r, w.sumParts(a)),
			phrase.RemarkParts)
	}
	if a.standing == inWhole {
		when(fmt.Sprintf("AND(COUNT(I%d:J%[1]d)>0,COUNT(I%d:J%[2]d)>0)", r, liveFirst+a.whole),
			phrase.RemarkWhole)
	}
	when(fmt.Sprintf("COUNT(I%[1]d:J%[1]d)=2", r), phrase.RemarkBoth)
	when(fmt.Sprintf("AND(COUNT(I%[1]d)=0,COUNT(J%[1]d)=1,J%[1]d>0,COUNT(G%[1]d)=1,MAX(0,G%[1]d)=0)", r), phrase.RemarkNone)
	when(fmt.Sprintf("AND(COUNT(I%[1]d)=0,COUNT(J%[1]d)=1,COUNT(G%[1]d)=0)", r),
		phrase.RemarkNothing)
	when(fmt.Sprintf("AND(COUNT(G%[1]d)=1,COUNT(K%[1]d)=1,MAX(0,K%[1]d)>MAX(0,G%[1]d)+0.00005)", r),
		phrase.RemarkMore)
	when(fmt.Sprintf("AND(COUNT(D%[1]d)=1,D%[1]d<=0)", r), phrase.RemarkBelow)
	switch a.standing {
	case chosen:
		when(fmt.Sprintf("AND(P%[1]d<>%[2]s,P%[1]d<>%[3]s)", r, w.quotePhrase(phrase.InSum),
			w.quotePhrase(phrase.NotInSum)), phrase.RemarkYesNo)
	case inWhole:
		when(fmt.Sprintf("P%[1]d<>%[2]s", r, w.quotePhrase(a.standing.say())), phrase.RemarkTwice)
	case inParts:
		when(fmt.Sprintf("P%[1]d<>%[2]s", r, w.quotePhrase(a.standing.say())),
			phrase.RemarkPartsTwice)
	}
	when(fmt.Sprintf("OR(COUNTA(J%[1]d)>COUNT(J%[1]d),MIN(J%[1]d)<0,MAX(J%[1]d)>1)", r),
		phrase.RemarkShare)
	when(fmt.Sprintf("OR(COUNTA(I%[1]d)>COUNT(I%[1]d),MIN(I%[1]d)<0)", r), phrase.RemarkNumber)
	return formula
}

// layOutSum lays out the row below the areas.
func (w *working) layOutSum() []any {
	st := &w.b.style.Live
	possible, net, _ := w.addUp()
	cells := make([]any, liveColumns)
	for i := range cells {
		cells[i] = layout.Text("", st.Total)
	}
	cells[0] = w.b.cell.Words(phrase.TotalRow, st.Total)
	total := func(column string) string {
		return fmt.Sprintf("SUMIFS(%[1]s$%[2]d:%[1]s$%[3]d,$P$%[2]d:$P$%[3]d,%[4]s)", column,
			liveFirst, w.last, w.quotePhrase(phrase.InSum))
	}
	known := func(column string) string { // if nothing is known, the sum is missing and not zero
		return fmt.Sprintf("IF(COUNTIFS($P$%[1]d:$P$%[2]d,%[3]s,$G$%[1]d:$G$%[2]d,%[4]s)=0,%[5]s,%[6]s)", liveFirst, w.last, w.quotePhrase(phrase.InSum), quote("<>"+layout.Missing), quotedMissing, total(column))
	}
	cells[5] = w.makeComputed(st.TotalSigned, net, "%s", known("F"))
	cells[6] = w.makeComputed(st.TotalMillions, possible, "%s", known("G"))
	cells[10] = w.makeComputed(st.TotalMillions, 0.0, "%s", total("K"))
	return cells
}

// layOutExplanation lays out the rows below the sum.
func (w *working) layOutExplanation() [][]any {
	below := &layout.Sheet{}
	below.Paragraphs(w.b.cell, phrase.HeadLive)
	for _, p := range phrase.HowLive {
		words := p.In(w.b.lang)
		if strings.Contains(words, "%s") {
			words = p.With(layout.Missing).In(w.b.lang)
		}
		below.Wrapped(w.b.cell, words)
	}
	return append(below.Rows, nil, []any{w.b.cell.Words(phrase.HeadLookup, w.b.style.Live.Small)})
}

// layOutLookups lays out the rows that find the chosen row of each data sheet. The figures
// of all areas are then one step away.
func (w *working) layOutLookups() [][]any {
	st, v := &w.b.style.Live, w.v
	rules, perYear := len(v.rules), v.countFigureRows()
	row := func(sheet lang.Phrase, begins int, keys, of string) []any {
		return []any{
			w.b.cell.Words(sheet, st.Small),
			w.makeComputed(st.Small, begins, "IFERROR(MATCH(%s,%s,0),%s)", of, keys, quotedMissing),
		}
	}
	of := func(year string, what lang.Phrase) string {
		return fmt.Sprintf("%s&%s&%s&%s", cellMunicipality, quote(keyMark), year,
			quote(keyMark+what.In(w.b.lang)))
	}
	compared := quote(fmt.Sprint(v.years[0].label))
	return [][]any{
		lookupGrade: row(phrase.SheetGrades, w.m+1, w.names, cellMunicipality),
		lookupLevel: row(phrase.SheetLevels, w.m*rules+w.rule+1, w.levelsKey,
			fmt.Sprintf("%s&%s&%s", cellMunicipality, quote(keyMark), cellRule)),
		lookupActual: row(phrase.FigureActual, w.m*perYear+1, w.figuresKey,
			of(compared, phrase.FigureActual)),
		lookupVolume: row(phrase.FigureVolume, (w.m+1)*perYear, w.figuresKey,
			of(compared, phrase.FigureVolume)),
		lookupShownActual: row(phrase.ColumnActualShown, w.m*perYear+1, w.figuresKey,
			of(cellYear, phrase.FigureActual)),
		lookupShownExpected: row(phrase.ColumnExpectShown, w.m*perYear+2, w.figuresKey,
			of(cellYear, phrase.FigureExpect)),
	}
}
