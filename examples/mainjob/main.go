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
	ctx := context.Background()
	p := danmark.DefaultPlan(lang.Danish)
	report, err := benchmark.Run(ctx, danmark.Accounts(), p, benchmark.Options{})
	if err != nil {
		log.Fatal(lang.Of(err, lang.Danish))
	}
	viborg, ok := report.Only("Viborg")
	if !ok {
		log.Fatal("kommunen findes ikke")
	}
	for row := range viborg.Rows() {
		fmt.Printf("%-24s %8.0f forventet %8.0f (%.0f til %.0f) %+6.1f%% %s\n",
			row.AreaName, row.Actual, row.Expected.Level, row.Expected.Low, row.Expected.High,
			row.Deviation.Pct, row.Grade)
	}
	for _, notice := range viborg.Notices() {
		fmt.Println("Bemærk:", notice.In(lang.Danish))
	}
}
