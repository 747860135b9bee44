package excel_test

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
)

// mostAreaPages is how many pages an area's sheet prints on at most.
const mostAreaPages = 5

// TestAreaSheets: every area's sheet says what accounts it is the sum of and what
// the municipality's figures are to be read with, has its title on every page, and
// prints on few pages, without the table that its charts are drawn from.
func TestAreaSheets(t *testing.T) {
	t.Parallel()
	r := report(t)
	whose := []string{"825"}
	if longtest.Wanted() {
		whose = append(whose, "791", "101")
	}
	for _, who := range whose {
		one, _ := r.Only(who)
		book := officialFull(t, who, lang.Danish)
		f, all := opened(t, book), parts(t, book)
		names := map[string]string{}
		for _, n := range f.GetDefinedName() {
			names[n.Scope+" "+n.Name] = n.RefersTo
		}
		for i, m := range r.Models {
			sheet := strings.ReplaceAll(m.Name, "/", "-") // which no sheet is called
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			table := slices.IndexFunc(rows, func(cells []string) bool {
				return len(cells) > 0 && strings.HasPrefix(cells[0], "Alle kommuner, efter")
			})
			var said strings.Builder
			for _, cells := range rows[:table] {
				said.WriteString(strings.Join(cells, " ") + "\n")
			}
			for _, account := range r.Plan.Areas[i].Spending {
				number, isAccount := strings.CutPrefix(account, "regk31.")
				want := number + " "
				if !isAccount { // a key figure has a name alone
					ind, _ := danmark.Accounts().Indicator(account)
					want = "Konti: " + ind.Name + "."
				}
				if !strings.Contains(rows[2][0], want) {
					t.Errorf("%s: %q does not name %s", m.Name, rows[2][0], want)
				}
			}
			for _, w := range one.Warnings {
				if w.Area == m.Area && w.Municipality == who && !strings.Contains(said.String(), w.In(lang.Danish)) {
					t.Errorf("%s of %s does not say %q", m.Name, who, w.In(lang.Danish))
				}
			}
			_, last, _ := strings.Cut(names[sheet+" _xlnm.Print_Area"], ":$J$")
			if n, err := strconv.Atoi(last); err != nil || n != table-1 && n != table {
				t.Errorf("%s prints to row %q, and its table of all begins in row %d", m.Name, last, table+1)
			}
			if got := names[sheet+" _xlnm.Print_Titles"]; !strings.HasSuffix(got, "!$1:$1") {
				t.Errorf("%s has on every page %q", m.Name, got)
			}
			index, err := f.GetSheetIndex(sheet)
			if err != nil {
				t.Fatal(err)
			}
			if pages := 1 + bytes.Count(all[fmt.Sprintf("xl/worksheets/sheet%d.xml", index+1)], []byte("<brk ")); pages < 2 || pages > mostAreaPages {
				t.Errorf("%s of %s prints on %d pages", m.Name, who, pages)
			}
		}
	}
}
