package statbank

import (
	"bufio"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Figures are those of a fetched file, to be computed with.
type Figures struct {
	record Record
	place  int // the position of the variable of the places
	time   int // that of time; both among the variables of the request
	rows   []figure
}

// figure is a row: a code of each variable of the request, and the figure, which is NaN if
// the publisher gives none.
type figure struct {
	codes []string
	value float64
}

// ReadFigures reads a fetched file. The variable of the places is the one that has most of
// the codes in places. A figure that is written "-" is 0: the StatBank writes nil so, and
// points for what is not known.
func ReadFigures(file File, places []string) (*Figures, error) {
	f := &Figures{record: file.Record, place: -1, time: -1}
	variables := file.Request.Variables
	most := 0
	for i, v := range variables {
		found := 0
		for _, code := range places {
			if slices.Contains(v.Values, code) {
				found++
			}
		}
		switch {
		case strings.EqualFold(v.Code, timeName):
			f.time = i
		case found > most:
			f.place, most = i, found
		}
	}
	if f.place < 0 || f.time < 0 {
		return nil, nameTable(file.Table, wrongFigures(noPlaceOrTime.With(file.Path)))
	}
	text, err := os.Open(file.Path)
	if err != nil {
		return nil, diskError(cannotRead, file.Path, err)
	}
	defer text.Close()
	lines := bufio.NewScanner(text)
	var order []int // the variable of each column
	for lines.Scan() {
		fields := strings.Split(strings.TrimPrefix(lines.Text(), "\ufeff"), ";")
		for i := range fields {
			fields[i] = strings.Trim(fields[i], `" `)
		}
		switch last := len(fields) - 1; {
		case last != len(variables):
			return nil, nameTable(file.Table, wrongFigures(noPlaceOrTime.With(file.Path)))
		case order == nil:
			for _, name := range fields[:last] {
				order = append(order, slices.IndexFunc(variables, func(p Part) bool {
					return strings.EqualFold(p.Code, name)
				}))
			}
		default:
			row := figure{codes: make([]string, last), value: parseFigure(fields[last])}
			for i, at := range order {
				row.codes[at] = fields[i]
			}
			f.rows = append(f.rows, row)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, diskError(cannotRead, file.Path, err)
	}
	return f, nil
}

// timeName is what the variable of time is called in every table.
const timeName = "Tid"

// parseFigure reads a figure as the interface writes it.
func parseFigure(text string) float64 {
	if text == "-" {
		return 0
	}
	v, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	if err != nil {
		return math.NaN()
	}
	return v
}

// Yearly holds a figure for each place, by its code, and year. Missing figures are not in it.
type Yearly map[string]map[int]float64

// Sum adds up the figures that the selections name, for each place and year. A variable that
// no selection names counts with its total, or with all its values. If a year has several
// periods, its figure is the mean of their sums. If one figure is missing, so is the sum.
func (f *Figures) Sum(selections []Selection) Yearly {
	wanted := make([][]string, len(f.record.Request.Variables)) // values that count
	cells := 1                                                  // that make up a sum
	for i, v := range f.record.Request.Variables {
		if i == f.place || i == f.time {
			continue
		}
		values := []string{everything}
		for _, s := range selections {
			if strings.EqualFold(s.Variable, v.Code) {
				values = s.Values
			}
		}
		wanted[i] = f.pick(v, values)
		cells *= len(wanted[i])
	}
	type key struct{ place, period string }
	sums, counts := map[key]float64{}, map[key]int{}
	for _, row := range f.rows {
		counted := true
		for i, code := range row.codes {
			counted = counted && (wanted[i] == nil || slices.Contains(wanted[i], code))
		}
		if counted {
			k := key{row.codes[f.place], row.codes[f.time]}
			sums[k] += row.value
			counts[k]++
		}
	}
	yearly := Yearly{}
	for _, place := range f.record.Request.Variables[f.place].Values {
		total, parts := map[int]float64{}, map[int]float64{}
		for _, period := range f.record.Request.Variables[f.time].Values {
			year, _ := splitPeriod(period)
			k := key{place, period}
			if counts[k] != cells || cells == 0 {
				sums[k] = math.NaN()
			}
			total[year] += sums[k]
			parts[year]++
		}
		for year := range total {
			if mean := total[year] / parts[year]; !math.IsNaN(mean) {
				yearly.set(place, year, mean)
			}
		}
	}
	return yearly
}

// pick returns those of a variable's values in the file that some values stand for.
func (f *Figures) pick(v Part, values []string) []string {
	total := f.record.Totals[v.Code]
	return slices.DeleteFunc(slices.Clone(v.Values), func(code string) bool {
		for _, value := range values {
			bound, isBound := strings.CutPrefix(value, atLeast)
			switch {
			case value == everything:
				if total == "" || code == total {
					return false
				}
			case isBound && isAtLeast(code, bound), code == value:
				return false
			}
		}
		return true
	})
}

// set sets a figure.
func (y Yearly) set(place string, year int, v float64) {
	if y[place] == nil {
		y[place] = map[int]float64{}
	}
	y[place][year] = v
}

// Divide multiplies the figures by a factor, and divides them by others of the same place
// and year. If there is no such other, or it is 0, the result has no figure. nil stands for
// others that are all 1.
func (y Yearly) Divide(others Yearly, factor float64) Yearly {
	divided := Yearly{}
	for place, years := range y {
		for year, v := range years {
			by := 1.0
			if others != nil {
				by = others[place][year]
			}
			if by != 0 {
				divided.set(place, year, factor*v/by)
			}
		}
	}
	return divided
}

// Years returns the years that have figures, ascending.
func (y Yearly) Years() []int {
	var years []int
	for _, figures := range y {
		for year := range figures {
			years = append(years, year)
		}
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// findTotals returns the totals that a query asks for beside other values, by variable.
func (t *Table) findTotals(q *Query) map[string]string {
	var totals map[string]string
	for _, p := range q.Variables {
		for i := range t.Variables {
			if v := &t.Variables[i]; v.ID == p.Code && len(p.Values) > 1 && !v.Time {
				if total := v.findTotal(); slices.Contains(p.Values, total) {
					if totals == nil {
						totals = map[string]string{}
					}
					totals[p.Code] = total
				}
			}
		}
	}
	return totals
}

// Saved returns the text of a file that [Save] wrote, and its record. ok is false if there
// is none, or if it was changed since.
func Saved(path string) (text string, record Record, ok bool) {
	p, err := inspect(path)
	if err != nil || !p.ours {
		return "", Record{}, false
	}
	read, err := os.ReadFile(path)
	return string(read), p.record, err == nil
}

// Save writes a text that was computed of fetched figures to a file, with its record beside
// it, as [Client.Fetch] does. A file that was not written so, or was changed since, is
// overwritten only with force.
func Save(path, text string, record Record, force bool) (File, error) {
	before, err := inspect(path)
	if err != nil {
		return File{}, err
	}
	if err := before.checkOverwrite(path, force); err != nil {
		return File{}, err
	}
	f, err := createFile(path)
	if err != nil {
		return File{}, err
	}
	defer f.Discard()
	f.tell = func(int64) {}
	if _, err := f.Write([]byte(text)); err != nil {
		return File{}, err
	}
	record.Fetched = time.Now().UTC().Truncate(time.Second)
	return f.finish(record, before)
}
