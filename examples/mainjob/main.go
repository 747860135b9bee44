// Command mainjob does the main job with the library: Viborg's areas against
// the level one could expect, on the bundled accounts.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

func main() {
	plan := danmark.DefaultPlan(lang.Danish)
	report, err := benchmark.Run(context.Background(), danmark.Accounts(), plan, benchmark.Options{})
	if err != nil {
		log.Fatal(err)
	}
	viborg, _ := report.Only("Viborg")
	for row := range viborg.Rows() {
		fmt.Printf("%-24s %8.0f expected %8.0f (%.0f to %.0f) %+6.1f%% %s\n",
			row.Area, row.Actual, row.Expected.Level, row.Expected.Low, row.Expected.High, row.Deviation.Pct, row.Grade)
	}
	for _, warning := range viborg.Notices() {
		fmt.Println("Note:", warning)
	}
}
