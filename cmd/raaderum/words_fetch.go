package main

import "github.com/raaderum/raaderum/lang"

// What fetch says to people.
var (
	usageFetch = lang.Phrase{
		DA: "hent planens tal fra Danmarks Statistik",
		EN: "fetch the plan's figures from Statistics Denmark",
	}
	moreFetch = lang.Phrase{
		DA: "Spørger Statistikbanken om de tabeller, som planen (ellers standardplanen) bruger, " +
			"og kun om de værdier og år, der skal bruges. " +
			"Hver tabel bliver til en fil, for eksempel regk31_2021-2024.csv, som --data tager. " +
			"Rammevilkår, der regnes af flere tal, kommer i rammevilkaar_2021-2024.csv, og " +
			"deres tabeller i mappen tabeller. Har en af dem ikke året, tages det seneste før. " +
			"Ved siden af ligger en lille fil (.json) om, hvad der blev spurgt om og hvornår. " +
			"Er en fil hentet før, hentes den kun igen, hvis tabellen er opdateret siden.",
		EN: "Asks the StatBank for the tables that the plan (without --plan the default one) " +
			"uses, and only for the values and years needed. " +
			"Each table becomes a file such as regk31_2021-2024.csv, which --data takes. " +
			"Drivers that are computed of several figures come in rammevilkaar_2021-2024.csv, " +
			"and their tables in the folder tabeller. Where one lacks the year, it is the " +
			"latest before. " +
			"Beside it stands a small file (.json) of what was asked and when. " +
			"A file fetched before is fetched again only where the table was updated since.",
	}
	usageFetchYear = lang.Phrase{
		DA: "årene: 2021..2024, 2021,2023 eller 2024",
		EN: "the years: 2021..2024, 2021,2023 or 2024",
	}
	usageFetchOut = lang.Phrase{
		DA: "mappen til filerne; den oprettes, hvis den ikke findes",
		EN: "the folder for the files; made where there is none",
	}
	usageTable = lang.Phrase{
		DA: "kun disse tabeller, for eksempel REGK31,FOLK1A",
		EN: "only these tables, such as REGK31,FOLK1A",
	}
	usageBase = lang.Phrase{
		DA: "en anden adresse end https://api.statbank.dk/v1",
		EN: "another address than https://api.statbank.dk/v1",
	}
	usageFetchForce = lang.Phrase{
		DA: "hent igen, og overskriv filer, der ikke er hentet eller er ændret siden",
		EN: "fetch again, and overwrite files that were not fetched or were changed since",
	}
	valueYears = lang.Phrase{
		DA: "ÅR",
		EN: "YEARS",
	}
	valueFolder = lang.Phrase{
		DA: "MAPPE",
		EN: "FOLDER",
	}
	valueTables = lang.Phrase{
		DA: "TABELLER",
		EN: "TABLES",
	}
	valueAddress = lang.Phrase{
		DA: "ADRESSE",
		EN: "ADDRESS",
	}

	fetchNeeds = lang.Phrase{
		DA: "fetch skal vide hvilke år og hvor filerne skal ligge, for eksempel: raaderum fetch " +
			"--year 2021..2024 --out data",
		EN: "fetch must know which years and where the files are to be, for example: raaderum " +
			"fetch --year 2021..2024 --out data",
	}
	badYears = lang.Phrase{
		DA: "--year kan ikke være '%s'. Skriv 2021..2024, 2021,2023 eller 2024.",
		EN: "--year cannot be '%s'. Write 2021..2024, 2021,2023 or 2024.",
	}
	flagIs = lang.Phrase{
		DA: "--%s: %s",
		EN: "--%s: %s",
	}
	nothingToFetch = lang.Phrase{
		DA: "planen bruger ingen indikatorer, som kan hentes: fra REGK31 hedder de som " +
			"regk31.3.22.01, fra FOLK1A folketal, folketal.6_16 eller folketal.80+.",
		EN: "the plan uses no indicators that can be fetched: those of REGK31 are called such as " +
			"regk31.3.22.01, those of FOLK1A folketal, folketal.6_16 or folketal.80+.",
	}

	fileFetched = lang.Phrase{
		DA: "%s: %s tal hentet (%s, opdateret %s)",
		EN: "%s: %s figures fetched (%s, updated %s)",
	}
	fileRenewed = lang.Phrase{
		DA: "%s: %s tal hentet på ny (%s, opdateret %s)",
		EN: "%s: %s figures fetched anew (%s, updated %s)",
	}
	fileKept = lang.Phrase{
		DA: "%s: %s tal var hentet (%s, opdateret %s)",
		EN: "%s: %s figures were there (%s, updated %s)",
	}
	figuresMissing = lang.Phrase{
		DA: "%s har ikke %s af de %s tal, der blev bedt om: de stod ikke i serverens svar. " +
			"Se i tabellen, om den har dem. Har den det, så hent igen med --force.",
		EN: "%s does not have %s of the %s figures asked for: they were not in the server's " +
			"reply. See whether the table has them. If it does, fetch again with --force.",
	}
	accountsLacking = lang.Phrase{
		DA: "%s har ikke konti, som planen bruger (%s): %s. De er sprunget over, som planen " +
			"siger (skip_lacking), og områder, de indgår i, sammenlignes ikke.",
		EN: "%s does not have accounts that the plan uses (%s): %s. They are skipped, as the " +
			"plan says (skip_lacking), and areas that they are in are not compared.",
	}
	othersNotFetched = lang.Phrase{
		DA: "Planen bruger også indikatorer, som ikke hentes: %s. Har du nyere tal fra dem, " +
			"der udgiver dem, så nævn filen med --data.",
		EN: "The plan also uses indicators that are not fetched: %s. Where you have newer " +
			"figures from who publishes them, name the file by --data.",
	}
	indicatorsComputed = lang.Phrase{
		DA: "%s: %s tal, regnet af tabellerne i %s:",
		EN: "%s: %s figures, computed of the tables in %s:",
	}
	recipeIs = lang.Phrase{
		DA: "%s: %s",
		EN: "%s: %s",
	}
	recipeOfQuarter = lang.Phrase{
		DA: "%s: %s, %d.\u00a0kvartal",
		EN: "%s: %s, quarter\u00a0%d",
	}
	recipeOfMean = lang.Phrase{
		DA: "%s: %s, gennemsnit af årets måneder",
		EN: "%s: %s, mean of the year's months",
	}
	recipeLacks = lang.Phrase{
		DA: ". Tabellen har ikke %s; tallene er fra %s.",
		EN: ". The table does not have %s; the figures are of %s.",
	}
	nothingComputed = lang.Phrase{
		DA: "%s: %s giver ingen tal. Se efter i tabellen, om den har dem.",
		EN: "%s: %s gives no figures. See whether the table has them.",
	}
	fromTables = lang.Phrase{
		DA: "regnet af tabeller fra Danmarks Statistik, statistikbanken.dk, CC BY 4.0",
		EN: "computed of tables from Statistics Denmark, statbank.dk, CC BY 4.0",
	}
	fetchInterrupted = lang.Phrase{
		DA: "afbrudt. De filer, der er nævnt ovenfor, er hele. Samme kommando henter resten.",
		EN: "interrupted. The files named above are whole. The same command fetches the rest.",
	}

	offline = lang.Phrase{
		DA: "Uden forbindelse: hent %s for alle kommuner på statistikbanken.dk fra en maskine, " +
			"der har en, som CSV eller PX, og nævn filerne med --data.",
		EN: "Without a connection: get %s for all municipalities at statbank.dk from a machine " +
			"that has one, as CSV or PX, and name the files by --data.",
	}

	asking = lang.Phrase{
		DA: "%s: spørger …",
		EN: "%s: asking …",
	}
	receiving = lang.Phrase{
		DA: "%s: %s",
		EN: "%s: %s",
	}
	tryingAgain = lang.Phrase{
		DA: "%s: venter og prøver igen: %s",
		EN: "%s: waiting and trying again: %s",
	}
	waiting = lang.Phrase{
		DA: "%s: venter %d s: %s",
		EN: "%s: waiting %d s: %s",
	}
)

// fetchedNext says what to do with what was fetched.
var fetchedNext = lang.Phrase{
	DA: "Det næste: raaderum benchmark --data %s --kommune KOMMUNE",
	EN: "Next: raaderum benchmark --data %s --municipality MUNICIPALITY",
}
