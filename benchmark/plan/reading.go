package plan

import "github.com/raaderum/raaderum/dataset"

// Reading returns the options to read the files with that the plan will be used
// on: its year, its [[source]] sections, and the indicators that it makes use of.
// A bad figure of another indicator is a warning, because the plan does without
// it. The country's register and tables are used unless the plan's register is
// "none".
//
// The files' own indicators are not described. Where a file is that of the
// country's bundled figures, the caller sets the option Indicators to the
// country's, which would claim that there are figures of all of them.
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
	}
	return options
}
