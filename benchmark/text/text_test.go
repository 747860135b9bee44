package text_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
	"golang.org/x/text/width"
)

// report compares totals, without a volume, of 40 places with wide names.
func report(t *testing.T, scale float64, area string) *benchmark.Report {
	t.Helper()
	var b dataset.Builder
	for i := range 40 {
		code := fmt.Sprint(101 + i)
		b.AddMunicipality(dataset.Municipality{Code: code, Name: fmt.Sprintf("東京都千代田区霞が関%d丁目", i)})
		x := float64(i*7%40) / 40
		kr := scale * (1 + x + 0.05*math.Sin(float64(i)))
		if i == 5 {
			kr *= 3
		}
		for year := 2021; year <= 2024; year++ {
			b.Set(code, year, "kr", kr)
			b.Set(code, year, "x", x)
		}
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	r, err := benchmark.Run(context.Background(), d, plan.Plan{
		Register: "none", Exclude: []string{}, Estimator: "clean", Accept: []string{"kr"},
		Areas: []plan.Area{{ID: "a", Name: area, Spending: []string{"kr"}, Drivers: []string{"x"}}, {ID: "b", Spending: []string{"kr"}}},
	}, benchmark.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// wide is how many columns a line takes, by the Unicode property alone.
func wide(line string) (n int) {
	for _, r := range line {
		n++
		if kind := width.LookupRune(r).Kind(); kind == width.EastAsianWide || kind == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}

// TestWithinTheScreen: totals of many digits and names of wide letters keep
// within 80 columns, in both languages.
func TestWithinTheScreen(t *testing.T) {
	for _, scale := range []float64{1, 1e7, 1e9, 1e12} {
		all := report(t, scale, "教育と文化のための支出および関連する活動")
		one, _ := all.Only("106")
		area, _ := one.OnlyAreas("a")
		for _, r := range []*benchmark.Report{all, one, area} {
			for _, l := range []lang.Language{lang.Danish, lang.English} {
				var b bytes.Buffer
				if err := text.Write(t.Context(), &b, r, l); err != nil {
					t.Fatal(err)
				}
				for line := range strings.Lines(b.String()) {
					if n := wide(strings.TrimSuffix(line, "\n")); n > text.Width {
						t.Errorf("%v: %d columns: %s", scale, n, line)
					}
				}
				if marked := strings.Contains(b.String(), "M og G:") || strings.Contains(b.String(), "M and G:"); marked != (scale > 1) {
					t.Errorf("%v: the mark is explained: %v", scale, marked)
				}
			}
		}
	}
}

// TestPad: a text fills its column whatever its letters take.
func TestPad(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Viborg", "Viborg  "},
		{"Aabenraa", "Aabenraa"},
		{"Aabenraa!", "Aabenra…"},
		{"東京", "東京    "},
		{"東京都千", "東京都千"},
		{"東京都千代", "東京都… "}, // a half of a letter there is not
		{"e\u0301 er e\u0301t", "e\u0301 er e\u0301t "},
	} {
		if got := text.Pad(test.text, 8); got != test.want && !(test.text == "e\u0301 er e\u0301t" && wideOf(got) == 8) {
			t.Errorf("%q is %q, want %q", test.text, got, test.want)
		}
	}
}

// wideOf counts without combining marks.
func wideOf(s string) int { return wide(strings.ReplaceAll(s, "\u0301", "")) }

// TestCSVIsNoFormula: no field begins as a formula, neither as it is nor where a
// program splits at another mark than the file's.
func TestCSVIsNoFormula(t *testing.T) {
	for _, name := range []string{"=1+1", "x;=1+1", "x,@SUM(1)", "x\t+1", "x\n-1", `x"=1`, "-1", "a=b", "A-B"} {
		for _, l := range []lang.Language{lang.Danish, lang.English} {
			var b bytes.Buffer
			if err := text.WriteCSV(t.Context(), &b, report(t, 1e7, name), l); err != nil {
				t.Fatal(err)
			}
			for _, field := range strings.FieldsFunc(b.String(), func(r rune) bool { return strings.ContainsRune(";,\t\n\"", r) }) {
				if strings.ContainsRune("=+@", rune(field[0])) || field[0] == '-' && strings.Trim(field, "-0123456789.") != "" {
					t.Errorf("%q: a cell begins with %q", name, field)
				}
			}
			in := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff")))
			if l == lang.Danish {
				in.Comma = ';'
			}
			rows, err := in.ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.ReplaceAll(rows[1][2], "'", ""); got != name {
				t.Errorf("%q came out as %q", name, rows[1][2])
			}
		}
	}
}

// A years is a way to compare the bundled accounts over their years.
type years struct {
	change func(*plan.Plan)
	areas  []string // that it has, but for the long tests; nil: all
}

// compareYears compares the bundled accounts by the default plan, changed.
func compareYears(t *testing.T, y years) *benchmark.Report {
	t.Helper()
	p := danmark.DefaultPlan(lang.Danish)
	y.change(&p)
	if y.areas != nil && !longtest.Wanted() {
		p.Areas = slices.DeleteFunc(p.Areas, func(a plan.Area) bool { return !slices.Contains(y.areas, a.ID) })
	}
	r, err := benchmark.Run(context.Background(), danmark.Accounts(), p, benchmark.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// areaView is the screen of one municipality in one area of a report.
func areaView(t *testing.T, r *benchmark.Report, who, area string, l lang.Language) string {
	t.Helper()
	r, _ = r.Only(who)
	r, _ = r.OnlyAreas(area)
	var b bytes.Buffer
	if err := text.Write(t.Context(), &b, r, l); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// TestAreaSaysWhatIsMissing: what an area's view does not have, it says why.
func TestAreaSaysWhatIsMissing(t *testing.T) {
	school := []string{"skole"}
	as := compareYears(t, years{change: func(*plan.Plan) {}})
	pooled := compareYears(t, years{func(p *plan.Plan) { p.Pool = 3 }, school})
	deflated := compareYears(t, years{func(p *plan.Plan) {
		p.Pool, p.Prices = 2, plan.Prices{Source: "KL", Index: map[int]float64{2023: 100, 2024: 103}}
	}, school})
	early := compareYears(t, years{func(p *plan.Plan) { p.Year = 2022 }, school})
	for _, c := range []struct {
		who, area string
		report    *benchmark.Report
		want, not []string
	}{
		{"Læsø", "idraet", as, []string{"gives ikke, for kun 1 af årene kan bruges, og der skal mindst 3 til"}, []string{"Intervallet siger"}},
		{"Næstved", "skole", as, []string{"+38,6 * ", "* året er usædvanligt for kommunen", "I 2024 steg forskellen 41,8 procentpoint", "- Forskellen steg 41,8 procentpoint i 2024", "Intervallet hviler på, hvor meget"}, []string{"alle 4 år"}},
		{"Næstved", "hjemmesygepleje", as, []string{"Området skiller sig ud, men nedad", "Spørgsmål til mødet:", "- Forskellen faldt"}, []string{"Er udgiften konteret"}},
		{"Viborg", "skole", as, []string{"Området skiller sig ikke sikkert ud.", "Aktivitet: Elever i folkeskoler beliggende i kommunen, 2024.", "i 2024-priser", "er i beregningen, og", "Rammevilkår uden tal for året er fra det nærmeste år, der har dem: 2021, 2022, 2023 og 2024."}, []string{"Spørgsmål til mødet", " * "}},
		{"Viborg", "skole", pooled, []string{"Aktivitet: forskellen er ikke delt", "hvert år i egne priser", "), 2022-2024; rammevilkår også fra"}, nil},
		{"Viborg", "skole", deflated, []string{"omregnet til 2024-priser (KL)"}, nil},
		{"Viborg", "skole", early, []string{"Varig forskel: gives ikke, for tallene har ikke tre år"}, nil},
	} {
		got := areaView(t, c.report, c.who, c.area, lang.Danish)
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s, %s: not %q in\n%s", c.who, c.area, want, got)
			}
		}
		for _, not := range c.not {
			if strings.Contains(got, not) {
				t.Errorf("%s, %s: %q in\n%s", c.who, c.area, not, got)
			}
		}
	}
}

// short takes no more than a number of bytes, and says nothing.
type short int

func (s *short) Write(p []byte) (int, error) {
	n := min(len(p), int(*s))
	*s -= short(n)
	return n, nil
}

// TestLost: what a writer loses is an error, and an ended context too.
func TestLost(t *testing.T) {
	r := report(t, 1e7, "Town")
	for _, room := range []short{0, 100, 5000} {
		csv, screen := room, room/100
		if err := text.WriteCSV(t.Context(), &csv, r, lang.Danish); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("CSV, room for %d bytes: %v", room, err)
		}
		if err := text.Write(t.Context(), &screen, r, lang.Danish); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("screen, room for %d bytes: %v", room/100, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := text.Write(ctx, io.Discard, r, lang.Danish); !errors.Is(err, context.Canceled) {
		t.Errorf("screen, an ended context: %v", err)
	}
	if err := text.WriteCSV(ctx, io.Discard, r, lang.Danish); !errors.Is(err, context.Canceled) {
		t.Errorf("CSV, an ended context: %v", err)
	}
}
