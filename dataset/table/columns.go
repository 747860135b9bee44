package table

import (
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/unit"
)

// Keys are the positions of the columns that say what a row is about. A position is -1 if
// there is no such column.
type Keys struct{ Code, Name, Year, Indicator, Value, Unit, Region, Group int }

// keyNames maps what the columns are called, in small letters, to their keys.
var keyNames = map[string]func(*Keys) *int{
	"kommunekode": keyCode, "kommunenr": keyCode, "kommunenummer": keyCode, "municipality_code": keyCode,
	"kommune": keyName, "kommunenavn": keyName, "municipality": keyName, "municipality_name": keyName,
	"år": keyYear, "aar": keyYear, "year": keyYear,
	"indikator": keyIndicator, "indicator": keyIndicator,
	"værdi": keyValue, "vaerdi": keyValue, "value": keyValue,
	"enhed": keyUnit, "måleenhed": keyUnit, "beløbsenhed": keyUnit, "unit": keyUnit, "units": keyUnit,
	"region": keyRegion,
	"gruppe": keyGroup, "kommunegruppe": keyGroup, "group": keyGroup,
}

// looseNames are names that a column may have for another reason, such as an indicator's
// name. They count only if no column has the key's own name.
var looseNames = map[string]func(*Keys) *int{
	"code": keyCode, "kode": keyCode, "name": keyName, "navn": keyName,
}

// IsKeyName says whether a column with this name is a key: it says what its rows are
// about.
func IsKeyName(name string) bool {
	_, is := keyNames[strings.ToLower(name)]
	return is
}

// NamesPlaces says whether a column with this name holds municipalities.
func NamesPlaces(name string) bool {
	key, is := keyNames[strings.ToLower(name)]
	var k Keys
	return is && (key(&k) == &k.Code || key(&k) == &k.Name)
}

// Called returns the position of the column with the same meaning as a name.
func (k Keys) Called(name string) int { return *keyNames[strings.ToLower(name)](&k) }

func keyCode(k *Keys) *int      { return &k.Code }
func keyName(k *Keys) *int      { return &k.Name }
func keyYear(k *Keys) *int      { return &k.Year }
func keyIndicator(k *Keys) *int { return &k.Indicator }
func keyValue(k *Keys) *int     { return &k.Value }
func keyUnit(k *Keys) *int      { return &k.Unit }
func keyRegion(k *Keys) *int    { return &k.Region }
func keyGroup(k *Keys) *int     { return &k.Group }

// FindKeys finds the columns that say what a row is about. If a second column has the
// meaning of a first, again is its position; otherwise it is -1.
func FindKeys(columns []string) (k Keys, again int) {
	k, again = Keys{-1, -1, -1, -1, -1, -1, -1, -1}, -1
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

// contentNames are the names of the last column in a file with a row for each cell.
var contentNames = map[string]bool{"indhold": true, "content": true, "contents": true,
	"innehåll": true, "innhold": true, "obs_value": true}

// IsLong says whether a header belongs to a file with a row for each cell.
func IsLong(columns []string) bool {
	return len(columns) > 1 && contentNames[unit.Fold(columns[len(columns)-1])]
}

// FindContent returns the column of figures of a StatBank file whose columns stand in another
// order, with the figures not last; or -1. Such a file calls its columns INDHOLD and TID.
func FindContent(columns []string) int {
	if slices.Contains(columns, "TID") && !IsLong(columns) {
		return slices.Index(columns, "INDHOLD")
	}
	return -1
}

// categoryNames are the names of columns whose numbers say what the figures of a row are
// about: accounts, ages and codes.
var categoryNames = map[string]bool{"funktion": true, "hovedfunktion": true, "konto": true,
	"kontonr": true, "kontonummer": true, "hovedkonto": true, "alder": true, "køn": true,
	"dranst": true, "art": true, "gruppering": true, "function": true, "account": true,
	"age": true, "sex": true}

// NamesCategory says whether a column with this name says what the figures of its rows are
// about, even if it holds numbers.
func NamesCategory(name string) bool { return categoryNames[unit.Fold(name)] }

// describingNames are the names of columns that describe a municipality or remark on a
// figure. They do not say what the figure is about.
var describingNames = map[string]bool{"landsdel": true, "kommunetype": true, "type": true,
	"størrelse": true, "borgmester": true, "parti": true, "note": true, "noter": true,
	"notes": true, "bemærkning": true, "bemærkninger": true, "remark": true, "remarks": true,
	"kommentar": true, "kommentarer": true, "comment": true, "comments": true, "kilde": true,
	"source": true, "status": true, "amt": true, "by": true, "postnr": true, "navn": true,
	"regionsnavn": true, "province": true, "mayor": true, "party": true}

// Describes says whether a column with this name describes a municipality, or remarks on a
// figure.
func Describes(name string) bool { return describingNames[unit.Fold(name)] }
