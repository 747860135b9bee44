package dataset_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// TestOwnChanges: planted changes of one municipality's spending are told if they are large
// beside what others' are, and only of those asked for. The figure that is told is that of the
// year that it is told of.
func TestOwnChanges(t *testing.T) {
	find := func(factor float64, asked ...string) dataset.ImplausibleFigures {
		b := &dataset.Builder{}
		for i := range 60 {
			code := fmt.Sprint(1000 + i)
			level := 4000 + 10*float64(i)
			b.Set(code, 2023, "a", level)
			change := 1.03 + 0.002*float64(i%7-3)
			if i == 7 {
				change = factor
			}
			b.Set(code, 2024, "a", level*change)
		}
		d, err := b.Build()
		if err != nil {
			t.Fatal(err)
		}
		_, unusual := d.FindImplausible(dataset.Scope{Indicators: []string{"a"}, Changing: []string{"a"}, Municipalities: asked})
		return unusual
	}
	for _, c := range []struct {
		factor float64
		told   bool
	}{{1.033, false}, {1.2, true}, {0.9, true}, {0.4, true}, {1.7, true}} {
		unusual := find(c.factor, "1007")
		if told := len(unusual) == 1 && unusual[0].Municipality == "1007"; told != c.told || len(unusual) > 1 {
			t.Errorf("%v: %v", c.factor, unusual)
		}
	}
	if unusual := find(0.6, "1008"); len(unusual) > 0 {
		t.Errorf("another's change is told: %v", unusual)
	}
}

// TestYearOfFigure: of figures far from all others in several years, the figure that is told is
// that of its year.
func TestYearOfFigure(t *testing.T) {
	b := &dataset.Builder{}
	small := map[int]float64{2022: 9, 2023: 10, 2024: 11}
	for i := range 60 {
		for year, v := range small {
			if i != 7 {
				v = 1300 + 3*float64(i) + float64(year-2022)*float64(i%5+20)
			}
			b.Set(fmt.Sprint(1000+i), year, "a", v)
		}
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	_, unusual := d.FindImplausible(dataset.Scope{Indicators: []string{"a"}, Changing: []string{"a"}})
	said := unusual.In(lang.Danish)
	if !strings.Contains(said, "har i 2024 tallet 11, som er") || !strings.Contains(said, "Ligeså i 2022 og 2023.") {
		t.Errorf("%s", said)
	}
}
