package dataset

import (
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// keys are the positions of the columns that say what a row is of, -1 where
// there is none.
type keys struct{ code, name, year, indicator, value, unit, region, group int }

// keyNames are what the columns are called, in small letters.
var keyNames = map[string]func(*keys) *int{
	"kommunekode": keyCode, "kommunenr": keyCode, "kommunenummer": keyCode, "municipality_code": keyCode,
	"kommune": keyName, "kommunenavn": keyName, "municipality": keyName, "municipality_name": keyName,
	"år": keyYear, "aar": keyYear, "year": keyYear,
	"indikator": keyIndicator, "indicator": keyIndicator,
	"værdi": keyValue, "vaerdi": keyValue, "value": keyValue,
	"enhed": keyUnit, "måleenhed": keyUnit, "beløbsenhed": keyUnit, "unit": keyUnit, "units": keyUnit,
	"region": keyRegion,
	"gruppe": keyGroup, "kommunegruppe": keyGroup, "group": keyGroup,
}

// looseNames are names that a column may have for another reason, such as an
// indicator's name: they count where no column has the key's own name.
var looseNames = map[string]func(*keys) *int{
	"code": keyCode, "kode": keyCode, "name": keyName, "navn": keyName,
}

func keyCode(k *keys) *int      { return &k.code }
func keyName(k *keys) *int      { return &k.name }
func keyYear(k *keys) *int      { return &k.year }
func keyIndicator(k *keys) *int { return &k.indicator }
func keyValue(k *keys) *int     { return &k.value }
func keyUnit(k *keys) *int      { return &k.unit }
func keyRegion(k *keys) *int    { return &k.region }
func keyGroup(k *keys) *int     { return &k.group }

// findKeys finds the columns that say what a row is of. A second one with the
// meaning of a first is returned by its position; −1 where there is none.
func findKeys(columns []string) (k keys, again int) {
	k, again = keys{-1, -1, -1, -1, -1, -1, -1, -1}, -1
	for i, c := range columns {
		key, ok := keyNames[strings.ToLower(c)]
		switch {
		case !ok:
		case *key(&k) < 0:
			*key(&k) = i
		case again < 0 && columns[*key(&k)] != c:
			again = i
		}
	}
	for i, c := range columns {
		if key, ok := looseNames[strings.ToLower(c)]; ok && *key(&k) < 0 {
			*key(&k) = i
		}
	}
	return k, again
}

// uses says what columns were taken for: by the keys, and otherwise as rest says of
// those that have a name.
func (k keys) uses(columns []string, rest func(column int) (as string)) []Use {
	as := map[int]string{}
	for _, key := range []struct {
		column int
		as     string
	}{{k.code, "code"}, {k.name, "municipality"}, {k.year, "year"}, {k.indicator, "indicator"}, {k.value, "value"}, {k.unit, "unit"}, {k.region, "region"}, {k.group, "group"}} {
		as[key.column] = key.as
	}
	var list []Use
	for i, c := range columns {
		word, isKey := as[i]
		if !isKey {
			word = rest(i)
		}
		if c != "" {
			list = append(list, Use{Variable: lang.Brief(c, maxName), As: word})
		}
	}
	return list
}

// leftOut is what a column of no other use is taken for.
func leftOut(int) string { return "left out" }

// contentNames are what the last column of such a file is called.
var contentNames = map[string]bool{"indhold": true, "content": true, "contents": true, "innehåll": true, "innhold": true, "obs_value": true}

// isLong says whether a header is that of a row for each cell.
func isLong(columns []string) bool {
	return len(columns) > 1 && contentNames[unit.Fold(columns[len(columns)-1])]
}

// isHeaderless says whether a first row is no header but a row of such a file:
// names, one of them of a place, and a figure last.
func (r *reader) isHeaderless(columns []string) bool {
	if len(columns) < 3 {
		return false
	}
	last := columns[len(columns)-1]
	if last == "" {
		return false
	}
	if _, v := unit.DanishMarks().Parse(last); v == unit.NotNumber || v == unit.OtherMark {
		if _, v = unit.EnglishMarks().Parse(last); v == unit.NotNumber {
			return false
		}
	}
	texts := 0
	for _, c := range columns[:len(columns)-1] {
		if _, known := keyNames[strings.ToLower(c)]; known {
			return false
		}
		if _, v := unit.DanishMarks().Parse(c); v == unit.NotNumber {
			texts++
		}
	}
	if r.opt.Register == nil {
		_, isYear := parseYear(last)
		return texts >= 2 && !isYear
	}
	return texts >= 2 && slices.ContainsFunc(columns[:len(columns)-1], func(c string) bool {
		_, verdict := r.register.Find(c, "")
		return verdict == Known || verdict == Total
	})
}
