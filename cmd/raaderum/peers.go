package main

import (
	"fmt"
	"strconv"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/dataset"
	"github.com/urfave/cli/v2"
)

var peersFormats = []string{formatText, formatJSON}

var peersCommand = command{
	name:  "peers",
	usage: usagePeers,
	more:  morePeers,
	flags: []option{
		{
			name: "municipality", danish: "kommune", value: valueMunicipality, many: true,
			usage: usageWhose, words: listMunicipalityNames, needed: needsWhose.With(),
		},
		areaFlag,
		{name: "k", danish: "antal", value: valueNumber, usage: usageK},
		dataFlag, withoutFlag, planFlag, yearFlag,
		newChoiceFlag("format", usageTextOrJSON, peersFormats),
		langFlag,
	},
	example: "raaderum peers --municipality Viborg --area folkeskole",
	action:  (*program).runPeers,
}

// runPeers shows a municipality's comparison group.
func (p *program) runPeers(c *cli.Context) error {
	format, err := parseChoice(c, "format", peersFormats)
	if err != nil {
		return err
	}
	plan, data, err := p.readInputs(c)
	if err != nil {
		return err
	}
	asked, err := readQuestion(c, &plan, data)
	if err != nil {
		return err
	}
	groups := max(1, len(asked.areas)) * len(asked.municipalities)
	if groups == 0 {
		return usageError{peersOfEveryone.With()}
	}
	if groups > 1 && format == formatJSON {
		return usageError{oneGroupInJSON.With(groups)}
	}
	plan.Curve = nil // the curve changes nothing about who is near
	k, err := readK(c, data)
	if err != nil {
		return err
	}
	report, err := benchmark.Run(c.Context, data, plan, benchmark.Options{})
	if err != nil {
		return addHint(err, c)
	}
	areas := asked.areas
	if areas == nil {
		areas = []string{""} // one group across all areas
	}
	shown := 0
	for _, code := range asked.municipalities {
		for _, area := range areas {
			// the report has the municipality and the area
			group, _ := report.Peers(code, area, k)
			if shown++; shown > 1 {
				fmt.Fprintln(p.stdout)
			}
			if err := p.showGroup(group, format); err != nil {
				return err
			}
		}
	}
	return nil
}

// showGroup shows a comparison group and its warnings.
func (p *program) showGroup(group *benchmark.PeerGroup, format string) error {
	write := func() error { return text.WritePeers(p.stdout, group, p.lang) }
	if format == formatJSON {
		write = func() error { return group.WriteJSON(p.stdout) }
	}
	if err := write(); err != nil {
		return err
	}
	return text.WritePeersWarnings(p.stderr, group, p.lang)
}

// readK reads --k, the number of peers; 0 means the plan's.
func readK(c *cli.Context, data *dataset.Dataset) (int, error) {
	if !c.IsSet("k") {
		return 0, nil
	}
	word, most := c.String("k"), len(data.Municipalities())-1
	k, err := strconv.Atoi(word)
	if err != nil || k < 1 || k > most {
		return 0, usageError{badK.With(word, most)}
	}
	return k, nil
}
