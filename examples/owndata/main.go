// Command owndata compares figures that a program has in memory: here the
// library spending of forty made-up towns, on their population.
package main

import (
	"context"
	"fmt"
	"log"
	"math"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
)

func main() {
	var figures dataset.Builder
	for i := range 40 {
		town := fmt.Sprintf("Town %02d", i+1)
		population := 5_000 * math.Pow(1.1, float64(i))
		spending := population * (900 - 50*math.Log(population) + 20*math.Sin(float64(7*i)))
		if i == 16 {
			spending *= 1.5
		}
		figures.Set(town, 2024, "library", spending)
		figures.Set(town, 2024, "population", population)
	}
	data, err := figures.Build()
	if err != nil {
		log.Fatal(err)
	}
	report, err := benchmark.Run(context.Background(), data, plan.Plan{
		Definitions: []plan.Driver{{ID: "size", Of: []string{"population"}, Transform: "log"}},
		Drivers:     []string{"size"},
		Areas:       []plan.Area{{ID: "libraries", Spending: []string{"library"}, Per: []string{"population"}}},
	}, benchmark.Options{})
	if err != nil {
		log.Fatal(err)
	}
	rows, _ := report.Strongest(5)
	for _, row := range rows {
		fmt.Printf("%s: %.0f per inhabitant, expected %.0f, %s\n", row.Name, row.Actual, row.Expected.Level, row.Grade)
	}
}
