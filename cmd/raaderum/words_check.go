package main

import "github.com/raaderum/raaderum/lang"

// What check says to people.
var (
	layoutTidy = lang.Phrase{
		DA: "ét tal pr. række",
		EN: "one figure per row",
	}
	layoutWide = lang.Phrase{
		DA: "en kolonne pr. indikator",
		EN: "one column per indicator",
	}
	layoutStatBank = lang.Phrase{
		DA: "CSV fra Statistikbanken",
		EN: "a CSV of StatBank",
	}
	layoutWeb = lang.Phrase{
		DA: "CSV uden overskrift fra statistikbanken.dk",
		EN: "a CSV without a header from statbank.dk",
	}
	layoutPX = lang.Phrase{
		DA: "PC-Axis",
		EN: "PC-Axis",
	}
	layoutJSONStat = lang.Phrase{
		DA: "JSON-stat",
		EN: "JSON-stat",
	}
	layoutSheet = lang.Phrase{
		DA: "et regneark",
		EN: "a sheet",
	}
	layoutColumns = lang.Phrase{
		DA: "en tabel i kolonner",
		EN: "a table in columns",
	}
	layoutBlocks = lang.Phrase{
		DA: "blokke fra noegletal.dk",
		EN: "blocks of noegletal.dk",
	}

	tableRead = lang.Phrase{
		DA: "%s: %s; %s rækker, %s tal, %s manglende, %s rækker udeladt.",
		EN: "%s: %s; %s rows, %s figures, %s missing, %s rows left out.",
	}
	tableOfCells = lang.Phrase{
		DA: "%s: %s; %s celler: %s tal, %s manglende, %s udeladt.",
		EN: "%s: %s; %s cells: %s figures, %s missing, %s left out.",
	}
	tableCalled = lang.Phrase{
		DA: "%s, tabellen %s",
		EN: "%s, the table %s",
	}
	layoutMarks = lang.Phrase{
		DA: "%s, %s, skilletegn '%s', decimaltegn '%s'",
		EN: "%s, %s, separator '%s', decimal mark '%s'",
	}
	layoutEncoding = lang.Phrase{
		DA: "%s, %s",
		EN: "%s, %s",
	}
	useMunicipality = lang.Phrase{
		DA: "kommune: %s",
		EN: "municipality: %s",
	}
	useYear = lang.Phrase{
		DA: "år: %s",
		EN: "year: %s",
	}
	useIndicator = lang.Phrase{
		DA: "indikator: %s",
		EN: "indicator: %s",
	}
	useCode = lang.Phrase{
		DA: "kommunens kode: %s",
		EN: "municipality's code: %s",
	}
	useValue = lang.Phrase{
		DA: "tallene: %s",
		EN: "figures: %s",
	}
	useUnit = lang.Phrase{
		DA: "enhed: %s",
		EN: "unit: %s",
	}
	useRegion = lang.Phrase{
		DA: "region: %s",
		EN: "region: %s",
	}
	useGroup = lang.Phrase{
		DA: "gruppe: %s",
		EN: "group: %s",
	}
	useNothing = lang.Phrase{
		DA: "udeladt: %s",
		EN: "left out: %s",
	}
	useTaken = lang.Phrase{
		DA: "%s; brugt: %s",
		EN: "%s; used: %s",
	}
	useSummed = lang.Phrase{
		DA: "%s (lagt sammen)",
		EN: "%s (added up)",
	}
	useLeftOut = lang.Phrase{
		DA: "%s; udeladt: %s",
		EN: "%s; left out: %s",
	}
	andMore = lang.Phrase{
		DA: "%s og %d til",
		EN: "%s and %d more",
	}
	namelessVariable = lang.Phrase{
		DA: "en kolonne uden navn",
		EN: "a column without a name",
	}
	headings = lang.Phrase{
		DA: "overskriften",
		EN: "the heading",
	}
	sectionUsed = lang.Phrase{
		DA: "[[source]] nr. %d i planen er brugt",
		EN: "[[source]] no. %d of the plan is used",
	}
	unitsHead = lang.Phrase{
		DA: "Enheder:",
		EN: "Units:",
	}
	unitsConverted = lang.Phrase{
		DA: "%s (regnet om fra %s)",
		EN: "%s (converted from %s)",
	}
	unitOf = lang.Phrase{
		DA: "%s: %s",
		EN: "%s: %s",
	}
	unitUnknown = lang.Phrase{
		DA: "ikke nævnt i filerne",
		EN: "not said in the files",
	}
	lackingHead = lang.Phrase{
		DA: "Kommuner uden tal, hvor de fleste har et:",
		EN: "Municipalities without a figure where most have one:",
	}
	moreLacking = lang.Phrase{
		DA: "Linjer, der ikke er vist: %d. Se dem med --format json.",
		EN: "Lines not shown: %d. See them with --format json.",
	}
	lackingOf = lang.Phrase{
		DA: "%s: %s",
		EN: "%s: %s",
	}
	tableUnread = lang.Phrase{
		DA: "%s: ikke læst.",
		EN: "%s: not read.",
	}
	moreIndicators = lang.Phrase{
		DA: "Indikatorer, der ikke er vist: %d.",
		EN: "Indicators not shown: %d.",
	}
	coverageHead = lang.Phrase{
		DA: "Kommuner: %d. Indikatorer: %d. Kommuner med tal, pr. indikator og år:",
		EN: "Municipalities: %d. Indicators: %d. " +
			"Municipalities with a figure, by indicator and year:",
	}
	columnIndicator = lang.Phrase{
		DA: "Indikator",
		EN: "Indicator",
	}
	driverYearsHead = lang.Phrase{
		DA: "Rammevilkår, og hvilket år de er fra, når %s sammenlignes:",
		EN: "Drivers, and which year they are of when %s is compared:",
	}
	columnDriver = lang.Phrase{
		DA: "Rammevilkår",
		EN: "Driver",
	}
	columnFrom = lang.Phrase{
		DA: "Fra",
		EN: "Of",
	}
	columnAvailable = lang.Phrase{
		DA: "Har tal for",
		EN: "Has figures of",
	}
	otherYearMark = lang.Phrase{
		DA: "* fra det nærmeste år, der har tal; %s har ingen.",
		EN: "* of the nearest year that has figures; %s has none.",
	}
	noYear = lang.Phrase{
		DA: "uden år",
		EN: "undated",
	}
	checkPassed = lang.Phrase{
		DA: "Ingen fejl. Advarsler: %d.",
		EN: "No errors. Warnings: %d.",
	}
	checkFailed = lang.Phrase{
		DA: "der er fejl, se ovenfor.",
		EN: "there are errors, see above.",
	}
	chosenAmong = lang.Phrase{
		DA: "%s; vælges blandt %s",
		EN: "%s; chosen among %s",
	}
	madeOf = lang.Phrase{
		DA: "%s; rammevilkår: %s",
		EN: "%s; drivers: %s",
	}
)
