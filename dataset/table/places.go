package table

// Places tells the names of places from other texts. With it the reader of a format can
// find them without knowing any.
type Places struct {
	// Find says what a code and a name mean. Either may be empty.
	Find func(code, name string) Kin
	// Which returns the same text for all codes and names of the same place. It is empty if
	// they mean none.
	Which func(code, name string) string
	// Listed says that Find knows every place. Otherwise a text that it takes for a place may
	// only be the name of one.
	Listed bool
}

// Kin says what a code and a name mean.
type Kin int

// The kins.
const (
	NoPlace  Kin = iota // nothing that is known
	OnePlace            // one of the places that have figures
	Whole               // several places together, such as a country
)
