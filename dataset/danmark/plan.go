package danmark

import (
	"bytes"
	_ "embed"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/lang"
)

// PlanName is what the default plan is called in place of a file's name.
const PlanName = "standardplan.toml"

var (
	//go:embed data/standardplan.toml
	planDanish []byte
	//go:embed data/standardplan.en.toml
	planEnglish []byte
)

// DefaultPlan returns the plan that [PlanText] is the text of. The caller may change it.
func DefaultPlan(l lang.Language) plan.Plan {
	p, err := plan.Parse(PlanName, planText(l))
	if err != nil {
		panic(err) // a test reads the text, which is part of the program
	}
	return p
}

// PlanText returns a copy of the default plan, the text of a commented TOML
// file. It has every service area that the bundled accounts support, with the
// drivers and the volume that make sense for it. Only names, units and comments
// depend on the language.
func PlanText(l lang.Language) []byte { return bytes.Clone(planText(l)) }

func planText(l lang.Language) []byte {
	if l == lang.English {
		return planEnglish
	}
	return planDanish
}
