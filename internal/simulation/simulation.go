// Package simulation makes up municipalities whose differences are known. It shows what a
// comparison finds of them, and how fast.
//
// Every area's figure follows from three of its five drivers, from a lasting effect of each
// municipality that no driver explains, and from noise that is new each year and larger in
// smaller municipalities. Some of the figures are moved further, most of them upward. Those
// are what there is to find.
package simulation

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
)

const (
	medianPopulation = 45_000
	populationSpread = 0.8  // the standard deviation of its logarithm
	level            = 10e3 // kr. per inhabitant
	// the standard deviation of the lasting effects, as a share of the level, by default
	lasting = 0.03
	// the standard deviation of the noise in a municipality of median population
	noise     = 0.08
	upward    = 2.0 / 3
	firstYear = 2010

	driversOfArea = 5 // of which the first three count
	effect        = 0.03
)

// Country says what to make up. The same Country always makes the same figures.
type Country struct {
	Seed           uint64
	Municipalities int
	Areas          int
	Years          int
	Drivers        int     // how many there are in all, at least five; each area has five of them
	Exponent       float64 // the noise falls with population to this power
	// the share of figures moved, by 4 to 12 standard deviations of their noise
	Moved  float64
	TailDF int // the noise is Student's t with so many degrees of freedom; 0: normal
	// the standard deviation of the lasting effects, as a share of the level; 0: 0.03
	Lasting float64
	// DriverError is the error with which drivers are measured, in their standard
	// deviations. It is the same in every year.
	DriverError float64
}

// Figures are made-up figures, by indicator, year and municipality.
type Figures struct {
	Plan plan.Plan // a plan that compares every area

	country Country
	columns []column
	moved   map[place]int
	lasting map[place]float64 // the lasting effects
}

type column struct {
	id     string
	values [][]float64 // by year and municipality
}

type place struct {
	area, municipality string
	year               int
}

// Make makes the figures.
func (c Country) Make() *Figures {
	rng := rand.New(rand.NewPCG(c.Seed, 1))
	f := &Figures{country: c, moved: map[place]int{}, lasting: map[place]float64{}, Plan: plan.Plan{Register: "none", Family: "all", Materiality: new(0.0)}}

	effects := c.Lasting
	if effects == 0 {
		effects = lasting
	}
	population := f.column("population")
	size := make([]float64, c.Municipalities) // the population, relative to the median
	for i := range size {
		size[i] = math.Exp(populationSpread * rng.NormFloat64())
		for y := range population {
			population[y][i] = math.Round(medianPopulation * size[i])
		}
	}
	drivers := make([][][]float64, c.Drivers)
	for k := range drivers {
		drivers[k] = f.column(fmt.Sprintf("x%02d", k))
		for i := range size {
			x := rng.NormFloat64()
			for y := range drivers[k] {
				drivers[k][y][i] = x
			}
		}
	}
	for a := range c.Areas {
		area := plan.Area{ID: fmt.Sprintf("area%02d", a), SpendingPer: "population"}
		area.Spending = []string{area.ID}
		for k := range driversOfArea {
			area.Drivers = append(area.Drivers, fmt.Sprintf("x%02d", (a+k)%c.Drivers))
		}
		f.Plan.Areas = append(f.Plan.Areas, area)
		f.Plan.Accept = append(f.Plan.Accept, area.ID) // by chance it comes near 0 now and then
		spending := f.column(area.ID)
		for i := range size {
			own := effects * rng.NormFloat64()
			need := 1.0
			for k := range 3 {
				need += effect * drivers[(a+k)%c.Drivers][0][i]
			}
			expected := own + need
			f.lasting[place{area: area.ID, municipality: code(i)}] = own / need
			sd := noise * math.Pow(size[i], -c.Exponent)
			for y := range spending {
				share := expected + sd*c.draw(rng)
				if rng.Float64() < c.Moved {
					way := 1
					if rng.Float64() > upward {
						way = -1
					}
					share += float64(way) * (4 + 8*rng.Float64()) * sd
					f.moved[place{area.ID, code(i), firstYear + y}] = way
				}
				spending[y][i] = level * share
			}
		}
	}
	c.blur(drivers)
	return f
}

// blur adds the errors with which the drivers are measured. They have a random source of
// their own, so that everything else is the same with and without them.
func (c Country) blur(drivers [][][]float64) {
	rng := rand.New(rand.NewPCG(c.Seed, 2))
	for _, driver := range drivers {
		for i := range c.Municipalities {
			e := c.DriverError * rng.NormFloat64()
			for y := range driver {
				driver[y][i] += e
			}
		}
	}
}

// draw returns noise of standard deviation 1.
func (c Country) draw(rng *rand.Rand) float64 {
	z := rng.NormFloat64()
	if c.TailDF == 0 {
		return z
	}
	squares := 0.0
	for range c.TailDF {
		v := rng.NormFloat64()
		squares += v * v
	}
	return z * math.Sqrt(float64(c.TailDF-2)/squares)
}

func (f *Figures) column(id string) [][]float64 {
	values := make([][]float64, f.country.Years)
	for y := range values {
		values[y] = make([]float64, f.country.Municipalities)
	}
	f.columns = append(f.columns, column{id, values})
	return values
}

func code(i int) string { return strconv.Itoa(1000 + i) }

// Years lists the years.
func (f *Figures) Years() []int {
	years := make([]int, f.country.Years)
	for y := range years {
		years[y] = firstYear + y
	}
	return years
}

// Moved returns how a municipality's figure was moved: 1 up, −1 down, 0 not at all.
func (f *Figures) Moved(area, municipality string, year int) int {
	return f.moved[place{area, municipality, year}]
}

// Lasting returns a municipality's lasting effect in an area, as a share of what its
// drivers lead to when they are measured without error.
func (f *Figures) Lasting(area, municipality string) float64 {
	return f.lasting[place{area: area, municipality: municipality}]
}

// Dataset returns the figures as a data set.
func (f *Figures) Dataset() (*dataset.Dataset, error) {
	var b dataset.Builder
	for _, c := range f.columns {
		for y, values := range c.values {
			for i, v := range values {
				b.Set(code(i), firstYear+y, c.id, v)
			}
		}
	}
	return b.Build()
}

// WriteCSV writes the figures as a file with one line for each municipality
// and year.
func (f *Figures) WriteCSV(w io.Writer) error {
	line := []byte("code;year")
	for _, c := range f.columns {
		line = append(append(line, ';'), c.id...)
	}
	for y := range f.country.Years {
		for i := range f.country.Municipalities {
			line = fmt.Appendf(append(line, '\n'), "%s;%d", code(i), firstYear+y)
			for _, c := range f.columns {
				line = strconv.AppendFloat(append(line, ';'), c.values[y][i], 'g', -1, 64)
			}
			if _, err := w.Write(line); err != nil {
				return err
			}
			line = line[:0]
		}
	}
	_, err := w.Write([]byte("\n"))
	return err
}

// WritePlan writes the plan as a file.
func (f *Figures) WritePlan(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "register = %q\nfamily = %q\nmateriality = 0\naccept = [\"%s\"]\n", f.Plan.Register,
		f.Plan.Family, strings.Join(f.Plan.Accept, `", "`))
	for _, a := range f.Plan.Areas {
		fmt.Fprintf(&b, "\n[[area]]\nid = %q\nspending = [%q]\nspending_per = %q\ndrivers = [\"%s\"]\n",
			a.ID, a.ID, a.SpendingPer, strings.Join(a.Drivers, `", "`))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
