package dataset

import "github.com/raaderum/raaderum/lang"

// Phrases about data sets laid over each other.
var (
	differences = lang.Phrase{
		DA: "%d tal for %s (%s) afviger fra de medfølgende, mest for %s (%s). Jeres er brugt.",
		EN: "%d figures of %s (%s) differ from the bundled ones, most for %s (%s). " +
			"Yours are used.",
	}
	differencesOfFiles = lang.Phrase{
		DA: "%d tal for %s (%s) afviger fra dem i %s, mest for %s (%s). De fra %s er brugt, " +
			"for den er nævnt sidst.",
		EN: "%d figures of %s (%s) differ from those in %s, most for %s (%s). Those of %s are " +
			"used, since it is named last.",
	}
	differsBy       = lang.Phrase{DA: "%s pct.", EN: "%s per cent"}
	differsFromZero = lang.Phrase{DA: "%s mod 0", EN: "%s against 0"}

	mergePer = lang.Phrase{
		DA: "%s er divideret med %s i jeres filer og med %s i de medfølgende data. De kan " +
			"ikke stå i én kolonne. Giv jeres et andet ID, eller ret per i planens [[source]].",
		EN: "%s is divided by %s in your files and by %s in the bundled data. They cannot " +
			"stand in one column. Give yours another ID, or mend per in the plan's [[source]].",
	}
	mergeUnit = lang.Phrase{
		DA: "%s er i %s i jeres filer og i %s i de medfølgende data. De kan ikke stå i én " +
			"kolonne. Giv jeres et andet ID, eller skriv unit i planens [[source]].",
		EN: "%s is in %s in your files and in %s in the bundled data. They cannot stand in " +
			"one column. Give yours another ID, or write unit in the plan's [[source]].",
	}
)

// notDividedPerHead is said of amounts that cannot be divided by the population.
var notDividedPerHead = lang.Phrase{
	DA: "%s kan ikke regnes pr. indbygger, for %s mangler for %s. Tilføj folketallet.",
	EN: "%s cannot be computed per inhabitant, since %s is missing for %s. Add the population.",
}

// undatedPerHead is said of amounts without a year.
var undatedPerHead = lang.Phrase{
	DA: "%s kan ikke regnes pr. indbygger, for beløbene har intet år. Skriv året i filen eller " +
		"i dens navn, eller year i planens [[source]].",
	EN: "%s cannot be computed per inhabitant, since the amounts have no year. Write the year in " +
		"the file or in its name, or year in the plan's [[source]].",
}

// Phrases about figures that can hardly be right.
var (
	farMark = lang.Phrase{
		DA: "%s (%s): %s står %d gange, langt fra alle andre tal. Betyder det, at tallet " +
			"mangler, så lad cellerne være tomme.",
		EN: "%s (%s): %s stands %d times, far from all other figures. If it means that the " +
			"figure is missing, leave the cells empty.",
	}
	twoHeaps = lang.Phrase{
		DA: "%s (%s): tallene falder i to grupper, typisk %s og %s. Nogle er nok i en anden " +
			"enhed, fx 1.000 kr., eller har et tusindtalstegn, der er taget for et komma.",
		EN: "%s (%s): the figures fall into two groups, typically %s and %s. Some are " +
			"probably in another unit, as 1,000 kr., or have a thousands mark that was taken " +
			"for a decimal mark.",
	}
	medianJumps = lang.Phrase{
		DA: "%s: fra %s til %s er det typiske tal blevet %s gange så stort. Det er nok en " +
			"anden enhed, fx 1.000 kr.",
		EN: "%s: from %s to %s the typical figure has become %s times as large. It is " +
			"probably in another unit, as 1,000 kr.",
	}
	accountMoves = lang.Phrase{
		DA: "%s: fra %s til %s er tallene blevet %s gange så store i næsten alle kommuner. Er " +
			"de for en del af året, eller er noget lagt sammen?",
		EN: "%s: from %s to %s the figures have become %s times as large in nearly all " +
			"municipalities. Are they of a part of the year, or was something added up?",
	}
	figureSlips = lang.Phrase{
		DA: "%s: %s har i %s tallet %s, som er %s gange kommunens egne andre år.",
		EN: "%s: %s has in %s the figure %s, which is %s times the municipality's own of " +
			"other years.",
	}
	twoHeapsPer = lang.Phrase{
		DA: "%s (%s): målt mod %s falder tallene i to grupper, typisk %s og %s. Nogle er nok i " +
			"en anden enhed, fx 1.000 kr.",
		EN: "%s (%s): relative to %s the figures fall into two groups, typically %s and %s. " +
			"Some are probably in another unit, as 1,000 kr.",
	}
	twoHeapsOfYears = lang.Phrase{
		DA: "%s (%s): tallene falder i to grupper, typisk %s og %s gange kommunens egne andre " +
			"år. Nogle er nok i en anden enhed, fx 1.000 kr.",
		EN: "%s (%s): the figures fall into two groups, typically %s and %s times the " +
			"municipality's own of other years. Some are probably in another unit, as 1,000 kr.",
	}
	exchanged = lang.Phrase{
		DA: "%s og %s (%s) har nok byttet plads: tallene for den ene passer til kommunernes tal " +
			"for den anden i andre år.",
		EN: "%s and %s (%s) have probably changed places: the figures of the one fit the " +
			"municipalities' figures of the other in other years.",
	}
	sameForAll = lang.Phrase{
		DA: "%s (%s): alle kommuner har tallet %s.",
		EN: "%s (%s): all municipalities have the figure %s.",
	}
	calledAfterFigures = lang.Phrase{
		DA: "%d indikatorer hedder det samme som deres tal, fx %s. Kolonnen med navne er nok " +
			"skrevet over af tallene.",
		EN: "%d indicators are called after their own figures, such as %s. The column of names " +
			"was probably overwritten by the figures.",
	}
	figureFar = lang.Phrase{
		DA: "%s: %s har i %s tallet %s, som er %s gange det typiske for kommunerne.",
		EN: "%s: %s has in %s the figure %s, which is %s times what is typical of the " +
			"municipalities.",
	}
	figureFarPer = lang.Phrase{
		DA: "%s: %s har i %s tallet %s, som er %s gange det typiske, målt mod %s.",
		EN: "%s: %s has in %s the figure %s, which is %s times what is typical, relative to %s.",
	}
	figuresMoved = lang.Phrase{
		DA: "%s (%s): tallene fra %s og nedefter passer bedre til nabokommunens andre år end " +
			"til kommunens egne. Kolonnen er nok rykket en række.",
		EN: "%s (%s): the figures from %s and down fit the next municipality's other years " +
			"better than the municipality's own. The column has probably moved by a row.",
	}
	figuresMovedPer = lang.Phrase{
		DA: "%s (%s): tallene fra %s og nedefter passer bedre til nabokommunen end til " +
			"kommunen selv, målt mod %s. Kolonnen er nok rykket en række.",
		EN: "%s (%s): the figures from %s and down fit the next municipality better than " +
			"their own, relative to %s. The column has probably moved by a row.",
	}
	andInYears = lang.Phrase{DA: "%s Ligeså i %s.", EN: "%s Likewise in %s."}
	ownChange  = lang.Phrase{
		DA: "%s: %s går fra %s i %s til %s i %s, %s pct. Se efter, om de to år er opgjort ens " +
			"(netto, de samme konti).",
		EN: "%s: %s goes from %s in %s to %s in %s, %s per cent. See whether the two years are " +
			"made up alike (net, the same accounts).",
	}
	figuresAreCodes = lang.Phrase{
		DA: "%s (%s): tallene er kommunernes koder og ingen tal for kommunerne.",
		EN: "%s (%s): the figures are the codes of the municipalities and no figures of theirs.",
	}
	figuresAreYears = lang.Phrase{
		DA: "%s (%s): tallene er årstallet og ingen tal for kommunerne.",
		EN: "%s (%s): the figures are the year and no figures of the municipalities.",
	}
	sameButForUnit = lang.Phrase{
		DA: "%s (%s) er %s gange %s for alle kommuner.",
		EN: "%s (%s) is %s times %s for all municipalities.",
	}
	sameYears = lang.Phrase{
		DA: "%s: tallene for %s og %s er ens for alle kommuner.",
		EN: "%s: the figures of %s and %s are the same for all municipalities.",
	}
	sameIndicators = lang.Phrase{
		DA: "%s og %s (%s) er ens for alle kommuner.",
		EN: "%s and %s (%s) are the same for all municipalities.",
	}
	signsReversed = lang.Phrase{
		DA: "%s (%s): de fleste tal er under 0, og i andre år er de over. Fortegnene er nok " +
			"vendt om, som i et udtræk, hvor udgifter er negative.",
		EN: "%s (%s): most figures are below 0, and in other years they are above. The signs " +
			"are probably reversed, as where an extract has expenditure as negative.",
	}
	figureBelow = lang.Phrase{
		DA: "%s: %s har i %s tallet %s, hvor næsten alle tal er over 0. Betyder det, at tallet " +
			"mangler, så lad cellen være tom.",
		EN: "%s: %s has in %s the figure %s, where nearly all figures are above 0. If it means " +
			"that the figure is missing, leave the cell empty.",
	}
	figureIsZero = lang.Phrase{
		DA: "%s: %s har i %s tallet %s, hvor næsten alle har mere, og kommunen selv har det i " +
			"andre år. Mangler tallet, så lad cellen være tom.",
		EN: "%s: %s has in %s the figure %s, where nearly all have more, and so does the " +
			"municipality in other years. If the figure is missing, leave the cell empty.",
	}
	accountsAreZero = lang.Phrase{
		DA: "%s har 0 i %s på flere konti, hvor næsten alle har mere, og kommunen selv har det " +
			"i andre år: %s. Mangler tallene, så lad cellerne være tomme.",
		EN: "%s has 0 in %s on several accounts where nearly all have more, and so does the " +
			"municipality in other years: %s. If the figures are missing, leave the cells empty.",
	}
	accountsMove = lang.Phrase{
		DA: "Kontiene for %d er typisk %s gange dem for %d, for alle kommuner under ét. Er de " +
			"for en del af året, et budget eller flere år?",
		EN: "The accounts of %d are typically %s times those of %d, all municipalities taken " +
			"together. Are they of a part of the year, a budget or several years?",
	}
	ownAccountsMove = lang.Phrase{
		DA: "%s: kommunens %d konti for %d er typisk %s gange dem for %d, ud over hvad andres " +
			"er. Er de for hele året, og er det den rigtige kommune?",
		EN: "%s: the municipality's %d accounts of %d are typically %s times those of %d, " +
			"beyond what others' are. Are they of the whole year and of the right municipality?",
	}
	accountIsZero = lang.Phrase{
		DA: "%s: %d kommuner har 0 i %s, hvor næsten alle har mere, og de selv har det i andre " +
			"år: %s. Mangler tallene, så lad cellerne være tomme.",
		EN: "%s: %d municipalities have 0 in %s where nearly all have more, and so do they in " +
			"other years: %s. If the figures are missing, leave the cells empty.",
	}
	municipalitiesExchanged = lang.Phrase{
		DA: "%s og %s (%d) har nok byttet plads: den enes konti passer til den andens i andre år.",
		EN: "%s and %s (%d) have probably changed places: the accounts of the one fit those of " +
			"the other in other years.",
	}
)
