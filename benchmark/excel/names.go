package excel

import (
	"fmt"
	"strings"

	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// nameRanges names the cells and ranges that other workbooks and formulas may
// refer to, and that the lists are of.
func (b *book) nameRanges(v *live) error {
	here := quoted(sheetHeadroom.In(b.lang)) + "!"
	sum := whole(liveFirst + len(v.areas))
	levels, figures, names := len(v.names)*len(v.rules), len(v.names)*(1+2*len(v.years)), len(v.names)
	for _, n := range []struct {
		name    lang.Phrase
		cell    string      // of the live sheet, or
		sheet   lang.Phrase // a range of this one
		column  int
		columns int
		rows    int
	}{
		{name: nameMunicipality, cell: cellMunicipality},
		{name: nameRule, cell: cellRule},
		{name: nameYear, cell: cellYear},
		{name: nameGoal, cell: cellGoal},
		{name: namePossible, cell: "$G$" + sum},
		{name: nameDecided, cell: "$K$" + sum},
		{name: nameToGo, cell: "$K$9"},
		{name: nameMunicipalities, sheet: sheetGrades, columns: 1, rows: names},
		{name: nameRules, sheet: sheetLists, columns: 1, rows: len(v.rules)},
		{name: nameYears, sheet: sheetLists, column: 2, columns: 1, rows: len(v.years)},
		{name: nameLevelsKey, sheet: sheetLevels, columns: 1, rows: levels},
		{name: nameLevels, sheet: sheetLevels, column: levelsAreas, columns: len(v.areas), rows: levels},
		{name: nameFiguresKey, sheet: sheetFigures, columns: 1, rows: figures},
		{name: nameFigures, sheet: sheetFigures, column: figuresAreas, columns: len(v.areas), rows: figures},
		{name: nameGrades, sheet: sheetGrades, column: gradesAreas, columns: len(v.areas), rows: names},
	} {
		refersTo := here + n.cell
		if n.cell == "" {
			var err error
			if refersTo, err = b.block(n.sheet, n.column, n.columns, n.rows); err != nil {
				return err
			}
		}
		if err := b.file.SetDefinedName(&excelize.DefinedName{Name: n.name.In(b.lang), RefersTo: refersTo}); err != nil {
			return err
		}
	}
	// The lookups are for the formulas and not for paper.
	last := liveFirst + len(v.areas) + 1 + len((&working{book: b, v: v}).explanation()) - 2
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", Scope: sheetHeadroom.In(b.lang), RefersTo: fmt.Sprintf("%s$A$1:$P$%d", here, last),
	})
}

func printTitles(name string, header int) string {
	row := "$" + whole(header)
	return quoted(name) + "!" + row + ":" + row
}

// quoted is a sheet's name as formulas have it.
func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }
