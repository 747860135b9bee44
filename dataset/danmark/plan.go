package danmark

import _ "embed"

// PlanName is what the default plan is called where a file's name would stand.
const PlanName = "standardplan.toml"

// Plan is the default plan, the text of a commented TOML file: every service
// area that the bundled accounts support, with the drivers and the volume
// that make sense for it. Package benchmark reads it.
//
//go:embed data/standardplan.toml
var Plan []byte

// PlanEnglish is the default plan with its names and comments in English. The
// IDs and everything else are the same.
//
//go:embed data/standardplan.en.toml
var PlanEnglish []byte
