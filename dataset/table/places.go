package table

// Places tells the names of places from other texts, so that a reader of a format can
// find them without knowing what they are.
type Places struct {
	// Find says what a code and a name are of. Either may be empty.
	Find func(code, name string) Kin
	// Which returns the same text for codes and names of the same place, and an empty one
	// where they are of none.
	Which func(code, name string) string
	// Listed says that Find knows every place, and not only what may be the name of one.
	Listed bool
}

// Kin says what a code and a name refer to.
type Kin int

// The kins.
const (
	NoPlace  Kin = iota // nothing that is known
	OnePlace            // one of the places that figures are of
	Whole               // several places together, such as a country
)
