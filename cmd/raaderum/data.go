package main

import (
	"io"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
)

var dataCommand = command{
	name:  "data",
	usage: usageDataCommand,
	more:  moreData,
	flags: []option{
		dataFlag,
		{name: "out", value: valueFile, usage: usageDataOut, danish: "ud"},
		{name: "force", danish: "overskriv", usage: usageForce},
		langFlag,
	},
	example: "raaderum data --out tal.csv",
	action:  (*program).runData,
}

// runData writes the bundled figures, or all figures in files, as a file with one figure a
// row.
func (p *program) runData(c *cli.Context) error {
	out := c.String("out")
	if err := keepInputs(c, out); err != nil {
		return err
	}
	if c.IsSet("out") {
		if err := checkPlace(out); err != nil {
			return err
		}
		if pathExists(out) && !c.Bool("force") {
			return fileExists.With(out)
		}
	}
	data, err := p.gatherData(c)
	if err != nil {
		return err
	}
	write := func(w io.Writer) error {
		return dataset.WriteTidy(w, data, dataset.WriteOptions{English: p.lang == lang.English})
	}
	if !c.IsSet("out") {
		return write(p.stdout)
	}
	if err := writeFile(c.Context, out, c.Bool("force"), write); err != nil {
		return err
	}
	p.writeMessage(wroteFigures.With(out))
	return nil
}

// gatherData reads the files asked for. They lie over the bundled figures if those are
// named, too.
func (p *program) gatherData(c *cli.Context) (*dataset.Dataset, error) {
	files, bundled, err := findDataFiles(c.StringSlice(dataFlag.name))
	if err != nil {
		return nil, err
	}
	country := danmark.Country(p.lang)
	if len(files) == 0 {
		return country.Bundled, nil
	}
	options := dataset.Options{
		Register: country.Register, Catalogue: country.Catalogue,
		Population: country.Population, Known: country.Bundled,
	}
	if bundled {
		options.Beneath = country.Bundled
	}
	data, err := dataset.Read(c.Context, makeSources(files), options)
	if data != nil {
		p.warnOfData(data, false)
	}
	return data, err
}
