// Command ownfiles reads files as the default plan asks, compares what is in them, and
// writes Viborg's workbook:
//
//	go run ./examples/ownfiles viborg.xlsx regk31.csv folk1a.px drivers.xlsx
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

func main() {
	if len(os.Args) < 3 {
		log.Fatal("nævn projektmappen, der skal skrives, og filerne, der skal læses")
	}
	if err := run(context.Background(), os.Args[1], os.Args[2:]); err != nil {
		log.Fatal(lang.Of(err, lang.Danish))
	}
}

// run compares the figures of the named files, and writes a workbook.
func run(ctx context.Context, workbook string, names []string) error {
	var files []dataset.Source
	for _, name := range names {
		files = append(files, dataset.File(name))
	}
	p := danmark.DefaultPlan(lang.Danish)
	data, err := dataset.Read(ctx, files, p.Reading(danmark.Country(lang.Danish)))
	if err != nil {
		return err
	}
	for _, problem := range data.Warnings() {
		fmt.Println("Bemærk:", problem.In(lang.Danish))
	}
	report, err := benchmark.Run(ctx, data, p, benchmark.Options{})
	if err != nil {
		return err
	}
	f, err := os.Create(workbook)
	if err != nil {
		return err
	}
	defer f.Close() // after an error; closing twice does no harm
	err = excel.Write(ctx, f, report, "Viborg", lang.Danish, excel.Options{})
	if err != nil {
		return err
	}
	return f.Close()
}
