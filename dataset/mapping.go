package dataset

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// Mapping is a [[source]] section of a plan. It says how to take a file whose content does
// not say enough: which values of its variables to take, what to add up, and what to call
// the result. Every key may be left out. What a [Catalogue] knows of the table then counts,
// and failing that, every value of every variable is an indicator of its own.
type Mapping struct {
	// File says which files the section is for: a name or a pattern such as
	// "regk31*.csv", compared with the name and the whole path. Empty: all.
	File string `toml:"file"`
	// Table is the name of the statistics office's table, where the file does
	// not say.
	Table string `toml:"table"`
	// Pick takes values of variables: "DRANST=1" or "FUNKTION=32201,32208".
	// "ALDER=6-16" and "ALDER=80+" are ages added up.
	Pick []string `toml:"pick"`
	// Sum names variables whose values are added up: the picked ones, or else all but the
	// total.
	Sum []string `toml:"sum"`
	// Indicator is what to call the figures. In it, {FUNKTION} stands for the value of that
	// variable. Empty: what the catalogue calls them, or else a name made of the variables.
	Indicator string `toml:"indicator"`
	// Rename gives indicators another name: "old = new".
	Rename []string `toml:"rename"`
	// Unit is the figures' unit, "1.000 kr.", where the file does not say, or
	// says it wrongly. It is one of [unit.List].
	Unit string `toml:"unit"`
	// Per is the ID of the indicator that the figures are already divided by.
	Per string `toml:"per"`
	// Of names the indicators that Unit and Per apply to. A table with variables is in one
	// unit and needs no names. A file or sheet with several columns needs them. "Udgift*"
	// is every indicator whose name begins so and whose unit the file does not state; "*"
	// is every indicator without a stated unit.
	Of []string `toml:"of"`
	// Geography and Time name the variables of municipality and time, where
	// they are not recognised.
	Geography string `toml:"geography"`
	Time      string `toml:"time"`
	// Quarter is the quarter that stands for the year, 1 to 4, where the table has parts of
	// a year. 0 is the first: 1 January.
	Quarter int `toml:"quarter"`
	// Year dates figures that carry no year.
	Year int `toml:"year"`
	// Sheet is the name of a workbook's sheet, and Header is the row of its header, counted
	// from 1. They are needed only where they are not found. Sheet "*" is all sheets.
	Sheet  string `toml:"sheet"`
	Header int    `toml:"header"`
}

// Check returns what is wrong with the section, by key.
func (m Mapping) Check() map[string]lang.Message {
	wrong := map[string]lang.Message{}
	if _, err := path.Match(m.File, "x"); err != nil {
		wrong["file"] = badPattern.With(m.File)
	}
	for _, p := range m.Pick {
		if _, _, ok := cutPick(p); !ok {
			wrong["pick"] = badPick.With(p)
		}
	}
	seen := map[string]bool{}
	for _, r := range m.Rename {
		old, _, ok := cutRename(r)
		if !ok {
			wrong["rename"] = badRename.With(r)
		} else if seen[old] {
			wrong["rename"] = renamedTwice.With(old)
		}
		seen[old] = true
	}
	if m.Quarter < 0 || m.Quarter > 4 {
		wrong["quarter"] = badQuarter.With(m.Quarter)
	}
	if m.Year != 0 && (m.Year < 1800 || m.Year > 2200) {
		wrong["year"] = badYear.With(strconv.Itoa(m.Year))
	}
	if m.Header < 0 {
		wrong["header"] = badHeaderRow.With(m.Header)
	}
	if m.Unit != "" && !unit.IsUnit(m.Unit) && !unit.Parse(m.Unit).Amount {
		wrong["unit"] = table.UnknownUnit(m.Unit, m.Unit)
	}
	if len(m.Of) > 0 && m.Unit == "" && m.Per == "" {
		wrong["of"] = ofNothing.With()
	}
	if strings.Count(m.Indicator, "{") != strings.Count(m.Indicator, "}") {
		wrong["indicator"] = badTemplate.With(m.Indicator)
	}
	return wrong
}

// isForFile says whether the section is for a file.
func (m *Mapping) isForFile(source string) bool {
	source = strings.ReplaceAll(source, `\`, "/")
	for _, name := range []string{source, path.Base(source)} {
		matches, err := path.Match(m.File, name)
		if err == nil && matches || strings.EqualFold(m.File, name) {
			return true
		}
	}
	return m.File == "" || strings.HasSuffix(source, "/"+m.File)
}

// cutPick divides "DRANST=1,2".
func cutPick(pick string) (variable string, values []string, ok bool) {
	variable, list, ok := strings.Cut(pick, "=")
	variable = strings.TrimSpace(variable)
	for v := range strings.SplitSeq(list, ",") {
		if v = strings.TrimSpace(v); v != "" {
			values = append(values, v)
		}
	}
	return variable, values, ok && variable != "" && len(values) > 0
}

// cutRename divides "old = new" at its last equals sign, since the ID of an unknown table
// contains equals signs itself.
func cutRename(rename string) (old, new string, ok bool) {
	at := strings.LastIndexByte(rename, '=')
	if at < 0 {
		return "", "", false
	}
	old, new = strings.TrimSpace(rename[:at]), strings.TrimSpace(rename[at+1:])
	return old, new, old != "" && new != ""
}

// renameIndicator returns the final name of an indicator.
func (p *pass) renameIndicator(id string) string {
	for _, r := range p.Rename {
		if old, new, ok := cutRename(r); ok && old == id {
			for _, s := range p.of {
				s.renames[old] = true
			}
			p.noteKeys("rename")
			return new
		}
	}
	return id
}

// findPicked returns the values of a variable that the section picks.
func (m *Mapping) findPicked(v *table.Variable) []string {
	for _, p := range m.Pick {
		if name, values, ok := cutPick(p); ok && v.Called(name) {
			return values
		}
	}
	return nil
}

// sumsVariable says whether the section adds up the values of a variable.
func (m *Mapping) sumsVariable(v *table.Variable) bool {
	return slices.ContainsFunc(m.Sum, v.Called)
}
