package plan

import "github.com/raaderum/raaderum/dataset"

// Reading returns the options to pass to [dataset.Read] for the files that the plan will
// compare. They have the plan's year, its [[source]] sections and the indicators that it
// uses. A bad figure of another indicator is then only a warning.
//
// Unless the plan's register is "none", the options also have the country's register, its
// tables and its bundled figures. The files are laid over the bundled figures, and an
// indicator of the files that is also a bundled one is described as the bundled one is.
//
// A nil plan has no options, so that everything in the files is read.
func (p *Plan) Reading(c dataset.Country) dataset.Options {
	if p == nil {
		return dataset.Options{}
	}
	options := dataset.Options{
		Year:       p.Year,
		Mappings:   p.Sources,
		Wanted:     p.Indicators(),
		OnlyWanted: true,
	}
	if p.Register != noRegister {
		options.Register = c.Register
		options.Catalogue = c.Catalogue
		options.Population = c.Population
		options.Beneath, options.Known = c.Bundled, c.Bundled
	}
	return options
}
