package statbank_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"

	"github.com/raaderum/raaderum/dataset/statbank"
	"github.com/raaderum/raaderum/internal/fakestatbank"
	"github.com/raaderum/raaderum/lang"
)

// Fetching two years of an account function for three municipalities, here
// from a stand-in for the interface: without Base it is Statistics Denmark's.
func Example() {
	bank := fakestatbank.New([]string{"101", "147", "751"}, []string{"32201", "32208"})
	server := httptest.NewServer(bank)
	defer server.Close()
	dir, err := os.MkdirTemp("", "statbank")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)

	c := statbank.Client{Base: server.URL}
	r := statbank.Request{
		Table: "REGK31",
		Years: []int{2023, 2024},
		Select: []statbank.Selection{
			{Values: []string{"101", "147", "751"}}, // whatever the variable is called
			{Variable: "FUNKTION", Values: []string{"32201"}},
			{Variable: "DRANST", Values: []string{"1"}},
			{Variable: "PRISENHED", Values: []string{"INDL"}},
		},
	}
	file, err := c.Fetch(context.Background(), dir, r, false)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(filepath.Base(file.Path), "has", file.Rows, "figures of", file.Updated)

	file, err = c.Fetch(context.Background(), dir, r, false)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("fetched again:", !file.Kept)

	r.Select[1].Values = []string{"32202"}
	_, err = c.Fetch(context.Background(), dir, r, false)
	_, words, _ := strings.Cut(lang.Of(err, lang.English), "tableinfo: ")
	fmt.Println(words)
	// Output:
	// regk31_2023-2024.csv has 6 figures of 2025-05-15T08:00:00
	// fetched again: false
	// the variable 'FUNKTION' has no value '32202'. Did you mean '32201 Funktion 32201' or '32208 Funktion 32208'?
}
