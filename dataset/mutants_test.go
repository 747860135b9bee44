package dataset_test

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
)

// mutant is a good file with one change, as people and programs make them by mistake.
type mutant struct {
	file  *goodFile
	rows  [][]string
	cut   float64 // the share of the file that is left; 0: all
	did   string
	about []string // what a message of it names one of; none: any message
}

// mutations change a file. One that does not fit it reports false. most is the share of
// them that may pass without a word, where nothing in the file can tell; docs/files.md says
// of each why.
var mutations = []struct {
	name   string
	most   float64
	change func(r *rand.Rand, m *mutant) bool
}{
	{"multiply a cell", 0.03, func(r *rand.Rand, m *mutant) bool {
		one := pick(r, m.file.refs)
		return m.multiply(r, []string{one.name, one.id, one.year}, func(f figureAt) bool { return f == one })
	}},
	{"multiply a row", 0.02, func(r *rand.Rand, m *mutant) bool {
		one := pick(r, m.file.refs)
		return m.multiply(r, []string{one.name, one.id, one.year}, func(f figureAt) bool { return f.row == one.row })
	}},
	{"multiply a municipality", 0.08, func(r *rand.Rand, m *mutant) bool {
		one := pick(r, m.file.refs)
		return m.multiply(r, []string{one.name}, func(f figureAt) bool { return f.name == one.name && f.id == one.id })
	}},
	{"multiply a year", 0.01, func(r *rand.Rand, m *mutant) bool {
		one := pick(r, m.file.refs)
		return m.multiply(r, []string{one.year}, func(f figureAt) bool { return f.year == one.year && f.id == one.id })
	}},
	{"multiply half of the municipalities", 0.1, func(r *rand.Rand, m *mutant) bool {
		one := pick(r, m.file.refs)
		in := map[string]bool{}
		for _, f := range m.file.refs {
			if _, seen := in[f.name]; !seen {
				in[f.name] = r.IntN(2) == 0
			}
		}
		all := r.IntN(2) == 0
		return m.multiply(r, []string{one.id}, func(f figureAt) bool {
			return in[f.name] && f.id == one.id && (all || f.year == one.year)
		})
	}},
	{"shift a row", 0.08, func(r *rand.Rand, m *mutant) bool {
		row := 1 + r.IntN(len(m.rows)-1)
		column := r.IntN(len(m.rows[row]))
		m.aboutRows(row)
		if r.IntN(2) == 0 {
			m.rows[row] = slices.Insert(m.rows[row], column, "")
		} else {
			m.rows[row] = slices.Delete(m.rows[row], column, column+1)
		}
		return true
	}},
	{"shift a column", 0.3, func(r *rand.Rand, m *mutant) bool {
		column, from := r.IntN(len(m.rows[0])), 1+r.IntN(len(m.rows)-2)
		m.about = []string{m.rows[0][column]}
		if r.IntN(2) == 0 { // down
			for i := len(m.rows) - 1; i > from; i-- {
				m.rows[i][column] = m.rows[i-1][column]
			}
			m.rows[from][column] = ""
			m.aboutRows(from)
			return true
		}
		for i := from; i < len(m.rows)-1; i++ {
			m.rows[i][column] = m.rows[i+1][column]
		}
		m.rows[len(m.rows)-1][column] = ""
		m.aboutRows(len(m.rows) - 1)
		m.aboutRows(from)
		return true
	}},
	{"swap two columns", 0.3, func(r *rand.Rand, m *mutant) bool {
		a, b := r.IntN(len(m.rows[0])), r.IntN(len(m.rows[0]))
		m.aboutColumns(a, b)
		for _, row := range m.rows[1:] {
			row[a], row[b] = row[b], row[a]
		}
		return true
	}},
	{"swap two headings", 0.3, func(r *rand.Rand, m *mutant) bool {
		head := m.rows[0]
		a, b := r.IntN(len(head)), r.IntN(len(head))
		m.aboutColumns(a, b)
		head[a], head[b] = head[b], head[a]
		return true
	}},
	{"move rows and columns", 0.01, func(r *rand.Rand, m *mutant) bool {
		if r.IntN(2) == 0 {
			row := m.rows[1]
			m.rows = append(slices.Delete(m.rows, 1, 2), row)
			return true
		}
		if m.file.ext == "px" || m.file.ext == "json" {
			return false // the names of rows do not stand in a column
		}
		a, b := r.IntN(len(m.rows[0])), r.IntN(len(m.rows[0]))
		for _, row := range m.rows {
			row[a], row[b] = row[b], row[a]
		}
		return true
	}},
	{"the header among the rows", 0.01, func(r *rand.Rand, m *mutant) bool {
		row := 1 + r.IntN(len(m.rows)-1)
		m.rows[row], m.rows[0] = m.rows[0], m.rows[row]
		return true
	}},
	{"swap two rows but for their names", 0.55, func(r *rand.Rand, m *mutant) bool {
		if len(m.file.places) == 0 {
			return false
		}
		a, b := 1+r.IntN(len(m.rows)-1), 1+r.IntN(len(m.rows)-1)
		m.aboutRows(a)
		m.aboutRows(b)
		m.rows[a], m.rows[b] = m.rows[b], m.rows[a]
		for _, c := range m.file.places {
			m.rows[a][c], m.rows[b][c] = m.rows[b][c], m.rows[a][c]
		}
		return true
	}},
	{"repeat a row", 0.01, func(r *rand.Rand, m *mutant) bool {
		row, at := 1+r.IntN(len(m.rows)-1), 1+r.IntN(len(m.rows)-1)
		m.aboutRows(row)
		m.rows = slices.Insert(m.rows, at, slices.Clone(m.rows[row]))
		return true
	}},
	{"a row in place of another", 0.01, func(r *rand.Rand, m *mutant) bool {
		row, at := 1+r.IntN(len(m.rows)-1), 1+r.IntN(len(m.rows)-1)
		m.aboutRows(row)
		m.aboutRows(at)
		m.rows[at] = slices.Clone(m.rows[row])
		return true
	}},
	{"repeat a column", 0.01, func(r *rand.Rand, m *mutant) bool {
		column, at := r.IntN(len(m.rows[0])), r.IntN(len(m.rows[0]))
		m.about = []string{m.rows[0][column]}
		for i, row := range m.rows {
			m.rows[i] = slices.Insert(row, at, row[column])
		}
		return true
	}},
	{"a column in place of another", 0.01, func(r *rand.Rand, m *mutant) bool {
		column, at := r.IntN(len(m.rows[0])), r.IntN(len(m.rows[0]))
		m.aboutColumns(column, at)
		for _, row := range m.rows[1:] {
			row[at] = row[column]
		}
		return true
	}},
	{"cut off rows", 0.01, func(r *rand.Rand, m *mutant) bool {
		m.rows = m.rows[:1+r.IntN(len(m.rows)-1)]
		return true
	}},
	{"cut off the file", 0.01, func(r *rand.Rand, m *mutant) bool {
		m.cut = r.Float64()
		return true
	}},
	{"drop a separator", 0.02, func(r *rand.Rand, m *mutant) bool {
		row := r.IntN(len(m.rows))
		fields := m.rows[row]
		if !m.file.text || len(fields) < 2 {
			return false
		}
		column := r.IntN(len(fields) - 1)
		m.aboutRows(row)
		fields[column] += fields[column+1]
		m.rows[row] = slices.Delete(fields, column+1, column+2)
		return true
	}},
	{"another decimal mark", 0.01, func(r *rand.Rand, m *mutant) bool {
		if !m.file.text {
			return false
		}
		from := r.IntN(len(m.file.refs))
		n := 1 + r.IntN(20)
		for _, f := range m.file.refs[from:min(from+n, len(m.file.refs))] {
			field := &m.rows[f.row][f.column]
			*field = strings.Replace(*field, ",", ".", 1)
			m.aboutRows(f.row)
		}
		return true
	}},
	{"a thousands mark", 0.01, func(r *rand.Rand, m *mutant) bool {
		if !m.file.text {
			return false
		}
		from := r.IntN(len(m.file.refs))
		n := 1 + r.IntN(20)
		mark := pick(r, []string{".", ",", " "})
		for _, f := range m.file.refs[from:min(from+n, len(m.file.refs))] {
			field := &m.rows[f.row][f.column]
			if whole, _, _ := strings.Cut(*field, ","); len(whole) > 3 {
				rest := (*field)[len(whole):]
				for at := len(whole) - 3; at > 0; at -= 3 {
					whole = whole[:at] + mark + whole[at:]
				}
				*field = whole + rest
				m.aboutRows(f.row)
				m.about = append(m.about, f.id)
			}
		}
		return true
	}},
	{"another municipality's name", 0.15, func(r *rand.Rand, m *mutant) bool {
		if len(m.file.places) == 0 {
			return false
		}
		row, column := 1+r.IntN(len(m.rows)-1), pick(r, m.file.places)
		m.aboutRows(row)
		switch r.IntN(3) {
		case 0: // that stands elsewhere
			m.rows[row][column] = m.rows[1+r.IntN(len(m.rows)-1)][column]
			m.aboutRows(row)
		case 1: // that stands nowhere
			other := pick(r, danish.Register.Names())
			if c := column; c < len(m.file.places)-1 || m.rows[row][c][0] <= '9' {
				return false
			}
			m.rows[row][column] = other
			m.aboutRows(row)
		default: // that there is none
			m.rows[row][column] = strings.Replace(m.rows[row][column], m.rows[row][column][1:2], "", 1)
		}
		return true
	}},
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// aboutRows says that a message of the mutant names a row, or what stands in it.
func (m *mutant) aboutRows(rows ...int) {
	for _, row := range rows {
		m.about = append(m.about, fmt.Sprintf("line %d", row+1), fmt.Sprintf("row %d:", row+1), fmt.Sprint(row+1, ":"))
		for _, field := range m.rows[row] {
			if field != "" && strings.Trim(field, "0123456789,") != "" {
				m.about = append(m.about, field)
			}
		}
		for _, f := range m.file.refs {
			if f.row == row {
				m.about = append(m.about, f.name, f.id)
			}
		}
	}
}

// aboutColumns says that a message of the mutant names columns, or an indicator in them.
func (m *mutant) aboutColumns(columns ...int) {
	for _, c := range columns {
		heading := m.rows[0][c]
		bare, _, _ := strings.Cut(heading, " (")
		m.about = append(m.about, heading, bare)
		for _, f := range m.file.refs {
			if f.column == c && !slices.Contains(m.about, f.id) {
				m.about = append(m.about, f.id)
			}
		}
	}
}

// multiply multiplies figures by a power of ten.
func (m *mutant) multiply(r *rand.Rand, about []string, which func(figureAt) bool) bool {
	factor := pick(r, []float64{1e-3, 1e-2, 0.1, 10, 100, 1000})
	m.did = fmt.Sprintf(" by %g", factor)
	m.about = about
	for _, f := range m.file.refs {
		if !which(f) {
			continue
		}
		number, _ := asNumber(m.rows[f.row][f.column])
		v, err := strconv.ParseFloat(number, 64)
		if err != nil {
			panic(err)
		}
		m.rows[f.row][f.column] = writeNumber(v * factor)
	}
	return true
}

// figureOf says what a figure is of.
type figureOf struct {
	code string
	year int
	id   string
}

// outcome is what came of reading a file.
type outcome struct {
	figures map[figureOf]float64
	said    map[string]bool // every message
	refused bool            // some are errors of the file
}

// check reads a file as the command check does.
func (f *goodFile) check(t testing.TB, content []byte) outcome {
	d, err := dataset.Read(t.Context(), []dataset.Source{dataset.Bytes("skole."+f.ext, content)}, f.options)
	if d == nil {
		t.Fatal(err)
	}
	o := outcome{figures: map[figureOf]float64{}, said: map[string]bool{}}
	if errs, ok := err.(dataset.Problems); ok {
		for _, p := range errs {
			o.said[p.In(lang.English)] = true
		}
		o.refused = true
	} else if err != nil {
		t.Fatal(err)
	}
	for _, p := range d.Warnings() {
		o.said[p.In(lang.English)] = true
	}
	var ids []string
	for _, ind := range d.Indicators() {
		ids = append(ids, ind.ID)
		for _, year := range d.Years() {
			for i, v := range d.Column(ind.ID, year) {
				if !math.IsNaN(v) {
					o.figures[figureOf{d.Municipalities()[i].Code, year, ind.ID}] = v
				}
			}
		}
	}
	found, unusual := d.FindImplausible(dataset.Scope{Indicators: ids, Sizes: []string{"folketal"}})
	if f.plan != nil {
		if err := f.plan.Check(d); err != nil {
			o.said[err.Error()], o.refused = true, true
		}
		found = nil
		if err := f.plan.CheckFigures(d); err != nil {
			o.said[err.Error()] = true
		}
		unusual = f.plan.FindUnusual(d)
	}
	for _, one := range slices.Concat(found, unusual) {
		o.said[one.In(lang.English)] = true
	}
	return o
}

// The ways that a mutant may end.
const (
	endSame      = "same"
	endSaid      = "said"
	endElsewhere = "said elsewhere" // and of something else than what was changed
	endFewer     = "fewer"          // figures, which the table of what there is shows
	endRenamed   = "renamed"        // and right: no plan finds them by their old names
	endSilent    = "silent"
)

// judge says how a mutant ended.
func (m *mutant) judge(good, now outcome) string {
	if maps.Equal(good.figures, now.figures) {
		return endSame
	}
	if now.refused {
		return endSaid
	}
	for _, word := range m.about {
		m.about = append(m.about, m.file.alias[word])
	}
	told := false
	for message := range now.said {
		if good.said[message] {
			continue
		}
		told = true
		if len(m.about) == 0 || slices.ContainsFunc(m.about, func(word string) bool { return word != "" && strings.Contains(message, word) }) {
			return endSaid
		}
	}
	end := endFewer
	values := map[figureOf]map[float64]bool{} // whatever the indicator is called
	for figure, v := range good.figures {
		key := figureOf{figure.code, figure.year, ""}
		if values[key] == nil {
			values[key] = map[float64]bool{}
		}
		values[key][v] = true
	}
	for figure, v := range now.figures {
		before, ok := good.figures[figure]
		switch {
		case ok && before != v, !values[figureOf{figure.code, figure.year, ""}][v]:
			if told {
				return endElsewhere
			}
			return endSilent
		case !ok:
			end = endRenamed
		}
	}
	return end
}

// countMutants returns how many mutants are made of each file: RAADERUM_MUTANTS, or else as
// many as take a moment.
func countMutants(t *testing.T, files int) int {
	if text := os.Getenv("RAADERUM_MUTANTS"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if longtest.Wanted() {
		return 4_000 / files
	}
	return 2 * len(mutations)
}

// TestMutants holds that a changed file has the same figures, or that something is said of
// what was changed. It logs the share of those of each format and kind that pass silently.
func TestMutants(t *testing.T) {
	longtest.SkipAlone(t)
	files := makeGoodFiles(t)
	n := countMutants(t, len(files))
	ends := make([][]map[string]int, len(files)) // by file and kind
	t.Run("all", func(t *testing.T) {
		for i := range files {
			t.Run(files[i].name, func(t *testing.T) {
				t.Parallel()
				ends[i] = files[i].tryMutants(t, n)
			})
		}
	})
	var b strings.Builder
	fmt.Fprintf(&b, "per cent silent, of %d mutants of each file\n", n)
	for k, kind := range mutations {
		all, quiet := 0, 0
		fmt.Fprintf(&b, "%-36s", kind.name)
		for i := range files {
			if ends[i] == nil {
				return // it has failed
			}
			made := 0
			for _, n := range ends[i][k] {
				made += n
			}
			silent := ends[i][k][endSilent] + ends[i][k][endElsewhere]
			all, quiet = all+made, quiet+silent
			if made == 0 {
				fmt.Fprintf(&b, "    .")
			} else {
				fmt.Fprintf(&b, "%5.1f", 100*float64(silent)/float64(made))
			}
		}
		b.WriteByte('\n')
		if allowed := 2 + kind.most*float64(all) + 2*math.Sqrt(kind.most*float64(all)); float64(quiet) > allowed {
			t.Errorf("%s: %d of %d are silent, and not %.0f at most", kind.name, quiet, all, allowed)
		}
	}
	for i := range files {
		fmt.Fprintf(&b, "%d: %s; ", i+1, files[i].name)
	}
	t.Log(b.String())
}

// tryMutants makes mutants of a file, and counts how they end, by kind.
func (f *goodFile) tryMutants(t *testing.T, n int) []map[string]int {
	good := f.check(t, f.write(f.rows))
	if good.refused || len(good.figures) == 0 {
		t.Fatalf("the good file is refused: %v", good.said)
	}
	ends := make([]map[string]int, len(mutations))
	r := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		k := i % len(mutations)
		m := &mutant{file: f}
		for _, row := range f.rows {
			m.rows = append(m.rows, slices.Clone(row))
		}
		if ends[k] == nil {
			ends[k] = map[string]int{}
		}
		if !mutations[k].change(r, m) {
			continue
		}
		content := f.write(m.rows)
		if m.cut > 0 {
			content = content[:int(m.cut*float64(len(content)))]
		}
		now := f.check(t, content)
		end := m.judge(good, now)
		if ends[k][end]++; (end == endSilent || end == endElsewhere) && ends[k][end] == 1 {
			t.Logf("%s: %s%s %v\n%s", end, mutations[k].name, m.did, m.about[:min(len(m.about), 5)], describe(good, now))
		}
	}
	return ends
}

// describe says what is otherwise in a mutant: the first figures, and what is said.
func describe(good, now outcome) string {
	var b strings.Builder
	n := 0
	for figure, v := range now.figures {
		if v != good.figures[figure] {
			if n++; n <= 3 {
				fmt.Fprintf(&b, "  %v: %v, was %v\n", figure, v, good.figures[figure])
			}
		}
	}
	for message := range now.said {
		if !good.said[message] {
			b.WriteString("  said: " + message + "\n")
		}
	}
	return fmt.Sprintf("  %d differ, of %d now %d\n%s", n, len(good.figures), len(now.figures), b.String())
}
