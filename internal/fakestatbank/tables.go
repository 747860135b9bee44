package fakestatbank

import "strconv"

// New returns a stand-in for some municipalities and account functions. It has tables of
// accounts, population, key figures and background conditions, with the variables of the
// StatBank's tables of the same names.
func New(municipalities, functions []string) *Server {
	areas := []Value{{"000", "Hele landet"}, {"081", "Region Nordjylland"}}
	for _, code := range municipalities {
		areas = append(areas, Value{code, "Kommune " + code})
	}
	areas = append(areas, Value{"910", "Hovedstadskommuner"})
	area := Variable{
		ID: "OMRÅDE", Text: "område", Elimination: true,
		Map: "Denmark_municipality_07", Values: areas,
	}

	function := Variable{ID: "FUNKTION", Text: "funktion"}
	for _, code := range functions {
		function.Values = append(function.Values, Value{code, "Funktion " + code})
	}
	years := Variable{ID: "Tid", Text: "tid", Time: true}
	quarters := Variable{ID: "Tid", Text: "tid", Time: true}
	for year := 2019; year <= 2024; year++ {
		y := strconv.Itoa(year)
		years.Values = append(years.Values, Value{y, y})
		for _, q := range []string{"K1", "K2", "K3", "K4"} {
			quarters.Values = append(quarters.Values, Value{y + q, y + q})
		}
	}
	ages := Variable{
		ID: "ALDER", Text: "alder", Elimination: true, Values: []Value{{"IALT", "Alder i alt"}},
	}
	for age := range 126 {
		ages.Values = append(ages.Values, Value{strconv.Itoa(age), strconv.Itoa(age) + " år"})
	}
	netOrGross := []Value{{"TOT", "I alt (netto)"}, {"UE", "Udgifter"}, {"I", "Indtægter"}}
	prices := []Value{
		{"LOBM", "Løbende priser (1.000 kr.)"},
		{"INDL", "Pr. indbygger, løbende priser (kr.)"},
	}
	accounts := &Table{
		ID: "REGK31", Text: "Kommunernes regnskaber på funktioner", Unit: "1.000 kr.",
		Updated: "2025-05-15T08:00:00", Active: true,
		Variables: []Variable{
			area,
			function,
			{ID: "DRANST", Text: "dranst", Values: []Value{
				{"1", "1 Driftskonti"}, {"2", "2 Statsrefusion"}, {"3", "3 Anlæg"},
			}},
			{ID: "ART", Text: "art", Values: netOrGross},
			{ID: "PRISENHED", Text: "prisenhed", Values: prices},
			years,
		},
	}
	population := &Table{
		ID: "FOLK1A", Text: "Befolkningen den 1. i kvartalet", Unit: "Antal",
		Updated: "2025-08-11T08:00:00", Active: true,
		Variables: []Variable{
			area,
			{ID: "KØN", Text: "køn", Elimination: true, Values: []Value{
				{"TOT", "I alt"}, {"1", "Mænd"}, {"2", "Kvinder"},
			}},
			ages,
			{ID: "CIVILSTAND", Text: "civilstand", Elimination: true, Values: []Value{
				{"TOT", "I alt"}, {"U", "Ugift"}, {"G", "Gift/separeret"},
			}},
			quarters,
		},
	}
	keyFigures := &Table{
		ID: "NGLK", Text: "Kommunale nøgletal", Unit: "Kr.",
		Updated: "2025-05-15T08:00:00", Active: true,
		Variables: []Variable{
			area,
			{ID: "BNØGLE", Text: "nøgletal", Values: []Value{
				{"DRI", "Kommunale driftsudgifter pr. indbygger"},
				{"SER", "Serviceudgifter pr. indbygger"},
			}},
			{ID: "BRUTNETUDG", Text: "brutto-/nettoudgifter", Values: []Value{
				{"NET", "Nettoudgifter"}, {"BRUT", "Bruttoudgifter"},
			}},
			{ID: "PRISENHED", Text: "prisenhed", Values: []Value{
				{"AARPRIS", "Løbende priser"}, {"08PRIS", "2008-priser"},
			}},
			years,
		},
	}
	tables := map[string]*Table{
		accounts.ID: accounts, population.ID: population, keyFigures.ID: keyFigures,
	}
	addDrivers(tables)
	return &Server{Tables: tables}
}
