package main

import (
	"strconv"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
)

var peersFormats = []string{formatText, formatJSON}

var peersCommand = command{
	name:  "peers",
	usage: usagePeers,
	more:  morePeers,
	flags: []option{
		{
			name: "municipality", danish: "kommune", value: valueMunicipality, usage: usageWhose,
			words: listMunicipalityNames, needed: needsWhose.With(),
		},
		areaFlag,
		{name: "k", value: valueNumber, usage: usageK},
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
	plan.Curve = nil // who is near is the same in every model
	k, err := readK(c, data)
	if err != nil {
		return err
	}
	report, err := benchmark.Run(c.Context, data, plan, benchmark.Options{})
	if err != nil {
		return addHint(err, c)
	}
	asked, err := narrowReport(report, c, data)
	if err != nil {
		return err
	}
	group, ok := asked.Peers(asked.Municipality, c.String("area"), k)
	if !ok { // narrow has found both
		who := c.String("municipality")
		return usageError{unknownMunicipality.With(who, lang.Suggestion{})}
	}
	if format == formatJSON {
		err = group.WriteJSON(p.stdout)
	} else {
		err = text.WritePeers(p.stdout, group, p.lang)
	}
	if err != nil {
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
