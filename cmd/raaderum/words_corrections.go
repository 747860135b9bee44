package main

import "github.com/raaderum/raaderum/lang"

// What the command line says of corrections and of saved reports.
var (
	usageCorrections = lang.Phrase{
		DA: "rettelser af tallene, lagt til før noget regnes ud (CSV eller TOML): kommune, " +
			"område eller konto, år, beløb, begrundelse, af, dato",
		EN: "corrections of the figures, added before anything is computed (CSV or TOML): " +
			"municipality, area or account, year, amount, reason, by, date",
	}
	correctionsRead = lang.Phrase{
		DA: "Rettelser: %d; lagt til %s kr. og trukket fra %s kr.",
		EN: "Corrections: %d; added kr. %s and taken away kr. %s.",
	}
	correctionEntry = lang.Phrase{
		DA: "%s, %s: %s kr.",
		EN: "%s, %s: kr. %s",
	}
	moreCorrections = lang.Phrase{
		DA: "og %d flere",
		EN: "and %d more",
	}
	sameFileTwice = lang.Phrase{
		DA: "filen '%s' er nævnt to gange. Nævn den én gang.",
		EN: "the file '%s' is given twice. Give it once.",
	}

	usageCompare = lang.Phrase{
		DA: "se, hvad der er ændret mellem to gemte rapporter",
		EN: "show what changed between two saved reports",
	}
	moreCompare = lang.Phrase{
		DA: "Rapporterne er gemt med raaderum benchmark --format json > FIL, for eksempel sidste " +
			"års og dette års, eller før og efter en ændring af planen. " +
			"Viser, hvilke områder der er kommet til og faldet fra, og om en forskel er ændret, " +
			"fordi kommunen selv eller de andre bruger mere eller mindre.",
		EN: "The reports were saved with raaderum benchmark --format json > FILE, such as last " +
			"year's and this year's, or before and after a change of plan. " +
			"Shows which areas came and went, and whether a difference changed because the " +
			"municipality itself or the others spend more or less.",
	}
	usageFrom = lang.Phrase{
		DA: "rapporten, der sammenlignes fra (JSON)",
		EN: "the report to compare from (JSON)",
	}
	usageTo = lang.Phrase{
		DA: "rapporten, der sammenlignes med (JSON)",
		EN: "the report to compare to (JSON)",
	}
	usageCompareMunicipality = lang.Phrase{
		DA: "én kommune, ved kode eller navn; ellers alle",
		EN: "one municipality, by code or name; otherwise all",
	}
	compareNeeds = lang.Phrase{
		DA: "der mangler --%s med en rapport, gemt med raaderum benchmark --format json > FIL.",
		EN: "--%s is missing, with a report saved by raaderum benchmark --format json > FILE.",
	}
	comparedWithItself = lang.Phrase{
		DA: "--from og --to er den samme fil, '%s'. Nævn to forskellige rapporter.",
		EN: "--from and --to are the same file, '%s'. Name two different reports.",
	}
	notInReports = lang.Phrase{
		DA: "kommunen '%s' er ikke i rapporterne.%s",
		EN: "the municipality '%s' is not in the reports.%s",
	}
	seeChanges = lang.Phrase{
		DA: "Alle rækker: --format json. Én kommune: --municipality NAVN.",
		EN: "Every row: --format json. One municipality: --municipality NAME.",
	}
)
