package ooxml

// The colours are those of Okabe & Ito (2008). People with any of the common kinds of
// colour blindness can tell them apart. A colour never stands without a word.
const (
	Vermillion = "D55E00"
	Orange     = "E69F00"
	Yellow     = "F0E442"
	SkyBlue    = "56B4E9"
	PaleGrey   = "F2F2F2"
	Ink        = "262626"
	Bluish     = "0072B2"
	Grey       = "BFBFBF"
	LinkBlue   = "0563C1"
)
