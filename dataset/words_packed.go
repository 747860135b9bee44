package dataset

import "github.com/raaderum/raaderum/lang"

// Phrases about packed files and workbooks.
var (
	strayFile = lang.Phrase{
		DA: "filen er udeladt: den har ingen tabel.",
		EN: "the file is left out: it has no table.",
	}
	noSuchSheet = lang.Phrase{
		DA: "filen har intet ark '%s' (den har: %s).%s Ret sheet i planens [[source]].",
		EN: "the file has no sheet '%s' (it has: %s).%s Correct sheet in the plan's " +
			"[[source]].",
	}
	noTableFound = lang.Phrase{
		DA: "der er ingen tabel med kommuner. Sæt en overskrift over kolonnerne, eller nævn " +
			"arket og overskriftens række med sheet og header i planens [[source]].",
		EN: "there is no table of municipalities. Put a header above the columns, or name " +
			"the sheet and the header's row by sheet and header in the plan's [[source]].",
	}
	noPlacesFound = lang.Phrase{
		DA: "der er ingen tabel med kommuner. Nævn deres kolonne med geography i planens " +
			"[[source]], og arket og overskriftens række med sheet og header.",
		EN: "there is no table of municipalities. Name their column by geography in the plan's " +
			"[[source]], and the sheet and the header's row by sheet and header.",
	}
	hiddenSheet = lang.Phrase{
		DA: "arket '%s' er skjult og udeladt. Skal det læses, så nævn det med sheet i planens " +
			"[[source]].",
		EN: "the sheet '%s' is hidden and left out. To have it read, name it by sheet in the " +
			"plan's [[source]].",
	}
	noFigures = lang.Phrase{
		DA: "arket '%s' har kommuner, men ingen kolonne med tal. Sæt en på for hver " +
			"indikator, eller nævn overskriftens række med header i planens [[source]].",
		EN: "the sheet '%s' has municipalities, but no column of figures. Add one for each " +
			"indicator, or name the header's row by header in the plan's [[source]].",
	}
	noFiguresButText = lang.Phrase{
		DA: "arket '%s' har kommuner, men ingen kolonne med tal: '%s' er ikke et tal. Skriv " +
			"tal i cellerne, eller '..' hvor de mangler.",
		EN: "the sheet '%s' has municipalities, but no column of figures: '%s' is not a " +
			"number. Write numbers in the cells, or '..' where they are missing.",
	}
	noTableOnSheet = lang.Phrase{
		DA: "arket '%s' har ingen tabel med kommuner. Nævn overskriftens række med header i " +
			"planens [[source]], eller ret sheet.",
		EN: "the sheet '%s' has no table of municipalities. Name the header's row by header " +
			"in the plan's [[source]], or correct sheet.",
	}
	sheetSkipped = lang.Phrase{
		DA: "arket '%s' er udeladt: det har ingen tabel med kommuner.",
		EN: "the sheet '%s' is left out: it has no table of municipalities.",
	}
	percentGiven = lang.Phrase{
		DA: "tallene vises i procent og er læst, som de vises: %[1]s for %[1]s %%.",
		EN: "the figures are shown as per cent and are read as shown: %[1]s for %[1]s %%.",
	}
	percentMixed = lang.Phrase{
		DA: "nogle af tallene vises i procent og er læst, som de vises: %[1]s for %[1]s %%. " +
			"De andre er læst, som de står. Ret det, hvis de ikke også er procent.",
		EN: "some of the figures are shown as per cent and are read as shown: %[1]s for " +
			"%[1]s %%. The others are read as they stand. Correct that if they are not per " +
			"cent too.",
	}
	percentInUnit = lang.Phrase{
		DA: "'%s' er procent, men tallene er i '%s'. Ret tallet eller enheden, eller giv dem " +
			"hver sin kolonne.",
		EN: "'%s' is per cent, but the figures are in '%s'. Correct the figure or the unit, " +
			"or give each a column of its own.",
	}
	shownDivided = lang.Phrase{
		DA: "tallet vises delt med %s, siger cellens talformat, og er læst, som det vises: " +
			"%s for %s. Skriv unit i planens [[source]], hvis filen ikke siger, hvad tallene " +
			"er i, eller vælg et andet talformat.",
		EN: "the number is shown divided by %s, by the cell's number format, and is read as " +
			"shown: %s for %s. Write unit in the plan's [[source]] if the file does not say " +
			"what the figures are in, or choose another number format.",
	}
	shownScaled = lang.Phrase{
		DA: "tallet vises med '%s', siger cellens talformat, og er læst sådan: %s.",
		EN: "the number is shown with '%s', by the cell's number format, and is read so: %s.",
	}
	formatBySize = lang.Phrase{
		DA: "cellens talformat viser nogle tal delt med mere end andre, så det ikke er til " +
			"at se, hvad tallet er i. Vælg et andet talformat.",
		EN: "the cell's number format shows some numbers divided by more than others, so " +
			"what the number is in cannot be seen. Choose another number format.",
	}
	formatInUnit = lang.Phrase{
		DA: "tallet vises med '%s', siger cellens talformat, men tallene er i '%s'. Ret " +
			"talformatet eller enheden.",
		EN: "the number is shown with '%s', by the cell's number format, but the figures are " +
			"in '%s'. Correct the number format or the unit.",
	}
	noSavedValue = lang.Phrase{
		DA: "'%s' er en formel, som filen ikke har resultatet af. Åbn filen i Excel, og gem " +
			"den.",
		EN: "'%s' is a formula that the file does not have the result of. Open the file in " +
			"Excel, and save it.",
	}
)
