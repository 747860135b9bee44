package plan

import "github.com/raaderum/raaderum/dataset"

// Reading returns the options to read the files with that the plan will be used
// on: its year, its [[source]] sections, and the indicators that it makes use of.
// A bad figure of another indicator is a warning, because the plan does without
// it. The country's register and tables are used unless the plan's register is
// "none", and so are its bundled figures: the files are laid over them, and what the
// files have of them is described as they are.
func (p *Plan) Reading(c dataset.Country) dataset.Options {
	if p == nil {
		return dataset.Options{} // what is read is then all there is
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
