package danmark

import (
	_ "embed"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// statePricesOf says whose prices they are.
var statePricesOf = lang.Phrase{
	DA: "statens generelle pris- og lønstigning, ikke kommunernes (Økonomistyrelsen, juni " +
		"2024; 2024 og 2025 er skøn)",
	EN: "the state's general rise in prices and wages, not the municipalities' " +
		"(Økonomistyrelsen, June 2024; 2024 and 2025 are estimates)",
}

//go:embed data/prisindeks_staten.csv
var statePrices []byte

// StatePrices returns the state's general rise in prices and wages by year as an index. It is
// made for the state's spending and not the municipalities', whose own index KL publishes,
// and its last two years are estimates. So it is for what cannot wait for a better one, such
// as preliminary accounts, and its source says whose it is.
func StatePrices(l lang.Language) plan.Prices {
	index, err := dataset.ReadPriceIndex("prisindeks_staten.csv", statePrices)
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return plan.Prices{Source: statePricesOf.In(l), Index: index.Years}
}
