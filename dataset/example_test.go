package dataset_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
)

// Read a table with the Danish register, which knows the towns by any of
// their names, and see what is missing.
func ExampleRead() {
	file := dataset.Bytes("elever.csv", []byte(`kommune;år;elever;skoler
Århus;2024;31.250;52
Vesthimmerland;2024;4.012,5;..
`))
	data, err := dataset.Read(context.Background(), []dataset.Source{file}, dataset.Options{Register: danmark.Register()})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range data.Municipalities() {
		fmt.Println(m.Code, m.Name, data.Value(m.Code, 2024, "elever"), data.Value(m.Code, 2024, "skoler"))
	}
	// Output:
	// 751 Aarhus 31250 52
	// 820 Vesthimmerlands 4012.5 NaN
}

// Everything wrong is told at once, each with its place.
func ExampleProblem() {
	file := dataset.Bytes("elever.csv", []byte(`kommune;år;elever
Aahrus;2024;31250
Odense;24;20000
Aalborg;2024;ca. 25.000
Viborg;2024;8972
`))
	_, err := dataset.Read(context.Background(), []dataset.Source{file}, dataset.Options{Register: danmark.Register()})
	var problems dataset.Problems
	if errors.As(err, &problems) {
		for _, p := range problems {
			fmt.Println(p.Row, p.Column, p.Text)
		}
	}
	fmt.Println(err)
	// Output:
	// 2 kommune Aahrus
	// 3 år 24
	// 4 elever ca. 25.000
	// elever.csv, line 2, column 'kommune': 'Aahrus' is not one of the municipalities. Did you mean 'Aarhus'? Correct the name, or remove the row.
	// elever.csv, line 3, column 'år': '24' is not a year. Write it with four digits.
	// elever.csv, line 4, column 'elever': 'ca. 25.000' is not a number. Write a number without a unit, or '..' where it is missing.
}

// Figures that a program has need no file.
func ExampleBuilder() {
	var b dataset.Builder
	b.AddMunicipality(dataset.Municipality{Code: "791", Name: "Viborg"})
	b.Set("791", 2024, "pupils", 8972)
	data, err := b.Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	i, found := data.Find("viborg")
	fmt.Println(found, data.Column("pupils", 2024)[i])
	// Output: true 8972
}
