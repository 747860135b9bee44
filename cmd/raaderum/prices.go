package main

import (
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/urfave/cli/v2"
)

var pricesFlag = option{name: "prices", value: valueFile, usage: usagePrices}

// addPrices puts the price index of the file asked for in place of the plan's.
func addPrices(p *plan.Plan, c *cli.Context) error {
	if !c.IsSet("prices") {
		return nil
	}
	path := c.String("prices")
	text, _, err := readAll(path)
	if err != nil {
		return err
	}
	index, err := dataset.ReadPriceIndex(path, text)
	if err != nil {
		return err
	}
	p.Prices = plan.Prices{Source: index.Source, Index: index.Years}
	return nil
}
