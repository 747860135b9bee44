// Generate writes made-up municipalities as a CSV file and a plan that compares
// them, to time the whole command on:
//
//	go run ./internal/simulation/generate --municipalities 98 --out small
//	raaderum benchmark --data small.csv --plan small.toml --format json
package main

import (
	"bufio"
	"errors"
	"flag"
	"io"
	"log"
	"os"

	"github.com/raaderum/raaderum/internal/simulation"
)

func main() {
	var c simulation.Country
	flag.Uint64Var(&c.Seed, "seed", 1, "the same seed makes the same figures")
	flag.IntVar(&c.Municipalities, "municipalities", 98, "")
	flag.IntVar(&c.Areas, "areas", 40, "")
	flag.IntVar(&c.Years, "years", 1, "")
	flag.IntVar(&c.Drivers, "drivers", 5, "in all, at least five; each area has five of them")
	flag.Float64Var(&c.Exponent, "exponent", 0.35, "noise falls with population to this power")
	flag.Float64Var(&c.Moved, "moved", 0.05, "share of figures moved, to be found")
	flag.IntVar(&c.TailDF, "tail-df", 0, "degrees of freedom of the noise, at least 3; 0: normal")
	flag.Float64Var(&c.DriverError, "driver-error", 0, "error of the drivers, in their standard deviations")
	out := flag.String("out", "simulated", "path of the files, without .csv and .toml")
	flag.Parse()

	figures := c.Make()
	for name, write := range map[string]func(io.Writer) error{*out + ".csv": figures.WriteCSV, *out + ".toml": figures.WritePlan} {
		if err := create(name, write); err != nil {
			log.Fatal(err)
		}
	}
}

func create(name string, write func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(f)
	return errors.Join(write(b), b.Flush(), f.Close())
}
