package dataset

// Country is what the reading of files has to know of a country. Package dataset/danmark
// has Denmark's.
type Country struct {
	Register   Register  // its municipalities
	Catalogue  Catalogue // the tables of its statistics office
	Population string    // the ID of the indicator that figures per inhabitant are divided by
	Bundled    *Dataset  // the figures that lie beneath a user's own; nil: none
}
