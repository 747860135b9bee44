package main

import "github.com/raaderum/raaderum/lang"

// What the command line says to people, apart from help. Commands with many words have a
// file of their own for them.
var (
	// How the program was called.

	needsWhose = lang.Phrase{
		DA: "peers skal vide hvis gruppe. Skriv for eksempel --municipality Viborg.",
		EN: "peers must know whose group. Write for example --municipality Viborg.",
	}
	peersOfEveryone = lang.Phrase{
		DA: "peers viser grupper for de kommuner, der nævnes. Skriv for eksempel " +
			"--municipality Viborg,Lolland.",
		EN: "peers shows the groups of the municipalities that are named. Write for example " +
			"--municipality Viborg,Lolland.",
	}
	oneGroupInJSON = lang.Phrase{
		DA: "--format json har én gruppe, og der er spurgt om %d. Nævn én kommune og højst ét " +
			"område.",
		EN: "--format json has one group, and %d are asked for. Name one municipality and at " +
			"most one area.",
	}
	badK = lang.Phrase{
		DA: "--k kan ikke være '%s'. Skriv et helt tal fra 1 til %d, de øvrige kommuner i tallene.",
		EN: "--k cannot be '%s'. " +
			"Write a whole number from 1 to %d, the other municipalities in the data.",
	}
	badRule = lang.Phrase{
		DA: "--target: %s",
		EN: "--target: %s",
	}
	unknownCommand = lang.Phrase{
		DA: "'%s' er ikke en kommando. Kommandoerne er: %s.%s",
		EN: "'%s' is not a command. The commands are: %s.%s",
	}
	unknownFlag = lang.Phrase{
		DA: "valget --%s findes ikke her.%s",
		EN: "there is no flag --%s here.%s",
	}
	belongsElsewhere = lang.Phrase{
		DA: " Det hører til %s og skrives efter kommandoen.",
		EN: " It belongs to %s and is written after the command.",
	}
	flagNeedsValue = lang.Phrase{
		DA: "valget --%s mangler sin værdi.",
		EN: "the flag --%s lacks its value.",
	}
	badFlagValue = lang.Phrase{
		DA: "et valg er skrevet forkert. " +
			"Skriv valg som --municipality Viborg, og --force uden værdi.",
		EN: "a flag is written wrongly. " +
			"Write flags as --municipality Viborg, and --force without a value.",
	}
	leftover = lang.Phrase{
		DA: "ordet '%s' hører ikke til et valg. " +
			"Skriv for eksempel --municipality før en kommunes navn, og sæt navne med mellemrum " +
			"i anførselstegn.",
		EN: "the word '%s' belongs to no flag. " +
			"Write for example --municipality before a municipality's name, and put names with " +
			"spaces in quotation marks.",
	}
	givenTwice = lang.Phrase{
		DA: "--%s er nævnt to gange. Nævn det én gang.",
		EN: "--%s is given twice. Give it once.",
	}
	notOneOf = lang.Phrase{
		DA: "--%s kan ikke være '%s', men en af: %s.%s",
		EN: "--%s cannot be '%s', but one of: %s.%s",
	}
	badYear = lang.Phrase{
		DA: "--year kan ikke være '%s'. Skriv et årstal med fire cifre.",
		EN: "--year cannot be '%s'. Write a year with four digits.",
	}
	noSuchYear = lang.Phrase{
		DA: "--year kan ikke være %d. Tallene har %s.",
		EN: "--year cannot be %d. The data have %s.",
	}
	unknownArea = lang.Phrase{
		DA: "intet område i planen har navnet, id'et eller kontoen '%s'.%s Alle områder: " +
			"raaderum areas.",
		EN: "no area of the plan has the name, ID or account '%s'.%s All areas: raaderum areas.",
	}
	severalAreas = lang.Phrase{
		DA: "'%s' kan være flere af planens områder.%s",
		EN: "'%s' may be several of the plan's areas.%s",
	}
	unknownMunicipality = lang.Phrase{
		DA: "kommunen '%s' findes ikke i tallene.%s",
		EN: "the municipality '%s' is not in the data.%s",
	}
	defaultPlanMisfit = lang.Phrase{
		DA: "tallene passer ikke til standardplanen (antal fejl: %d). " +
			"Skriv en plan til dem: gem standardplanen med 'raaderum plan > minplan.toml', ret " +
			"den til, og brug --plan. De første fejl:\n%s",
		EN: "the data do not fit the default plan (errors: %d). " +
			"Write a plan for them: save the default one with 'raaderum plan > myplan.toml', " +
			"edit it, and use --plan. The first errors:\n%s",
	}
	sectionsAlone = lang.Phrase{
		DA: "planen forklarer filer (%d [[source]]), men der er ingen. Nævn dem med --data.",
		EN: "the plan explains files (%d [[source]]), but there are none. Name them by --data.",
	}

	// About files.

	wroteFigures = lang.Phrase{
		DA: "%s er skrevet. Læs den med --data.",
		EN: "%s is written. Read it by --data.",
	}
	bundledIsFile = lang.Phrase{
		DA: "--data %s: der er en fil eller mappe af det navn. Er det den, så skriv ./%s; er " +
			"det de medfølgende tal, så stå i en anden mappe.",
		EN: "--data %s: there is a file or folder of that name. If it is meant, write ./%s; if " +
			"the bundled figures are, work in another folder.",
	}
	bundledElsewhere = lang.Phrase{
		DA: "--data medfølgende: planen har register = \"none\", og de medfølgende tal er for " +
			"danske kommuner.",
		EN: "--data bundled: the plan has register = \"none\", and the bundled figures are of " +
			"Danish municipalities.",
	}
	nothingUsed = lang.Phrase{
		DA: "planen bruger intet af jeres tal. Skriv indikatorernes ID'er i planen, eller " +
			"kald dem i filen, som planen gør.\n%s",
		EN: "the plan uses nothing of your figures. Write the indicators' IDs in the plan, or " +
			"call them in the file as the plan does.\n%s",
	}
	patternOfNone = lang.Phrase{
		DA: "--data '%s': ingen fil passer til mønsteret.",
		EN: "--data '%s': no file matches the pattern.",
	}
	folderOfNone = lang.Phrase{
		DA: "--data '%s': der er ingen filer i mappen.",
		EN: "--data '%s': the folder has no files in it.",
	}
	withAndWithout = lang.Phrase{
		DA: "--without-bundled og --data medfølgende modsiger hinanden. Fjern den ene.",
		EN: "--without-bundled and --data bundled contradict each other. Remove one of them.",
	}
	withoutAny = lang.Phrase{
		DA: "--without-bundled: der er så ingen tal. Nævn filer med --data.",
		EN: "--without-bundled: then there are no figures. Name files by --data.",
	}

	notXLSX = lang.Phrase{
		DA: "--out '%s': en projektmappes navn skal ende på .xlsx.",
		EN: "--out '%s': a workbook's name must end with .xlsx.",
	}
	fileExists = lang.Phrase{
		DA: "filen '%s' findes allerede. Vælg et andet navn, eller overskriv den med --force.",
		EN: "the file '%s' exists already. Choose another name, or overwrite it with --force.",
	}
	outputIsInput = lang.Phrase{
		DA: "filen '%s' kan ikke skrives, for den læses også (--%s %s) og ville gå tabt. " +
			"Vælg et andet navn.",
		EN: "the file '%s' cannot be written, for it is also read (--%s %s) and would be lost. " +
			"Choose another name.",
	}
	isFolder = lang.Phrase{
		DA: "'%s' er en mappe. Vælg et andet navn.",
		EN: "'%s' is a folder. Choose another name.",
	}
	noFolder = lang.Phrase{
		DA: "'%s' kan ikke skrives: mappen '%s' findes ikke. Opret den først.",
		EN: "'%s' cannot be written: there is no folder '%s'. Make it first.",
	}
	readFails = lang.Phrase{
		DA: "filen '%s' kan ikke læses: %s.",
		EN: "the file '%s' cannot be read: %s.",
	}
	writeFails = lang.Phrase{
		DA: "filen '%s' kan ikke skrives: %s. Det, der var der før, er urørt.",
		EN: "the file '%s' cannot be written: %s. What was there before is untouched.",
	}
	tempFolderFails = lang.Phrase{
		DA: "i mappen til midlertidige filer, '%s', lykkedes det ikke (%s). " +
			"Skaf plads dér, eller nævn en anden mappe i miljøvariablen %s",
		EN: "in the folder for temporary files, '%s', it did not succeed (%s). " +
			"Make room there, or name another folder in the environment variable %s",
	}
	notAFile = lang.Phrase{
		DA: "det er ikke en fil, eller noget på stien er ikke en mappe",
		EN: "it is not a file, or something in the path is not a folder",
	}
	answerFails = lang.Phrase{
		DA: "svaret kan ikke skrives: %s.",
		EN: "the answer cannot be written: %s.",
	}

	// About how far the work has come.

	interrupted = lang.Phrase{
		DA: "afbrudt. Intet er skrevet.",
		EN: "interrupted. Nothing is written.",
	}
	warning = lang.Phrase{
		DA: "Advarsel: %s",
		EN: "Warning: %s",
	}
	errorWord = lang.Phrase{
		DA: "Fejl: %s",
		EN: "Error: %s",
	}
	seeRest = lang.Phrase{
		DA: "Alle rækker: --format csv. Én kommune: --municipality NAVN.",
		EN: "Every row: --format csv. One municipality: --municipality NAME.",
	}
	moreWarnings = lang.Phrase{
		DA: "Advarsler om filerne, der ikke er vist: %d. Se dem med --warnings eller raaderum check.",
		EN: "Warnings on the files not shown: %d. See them with --warnings or raaderum check.",
	}
	moreUnusual = lang.Phrase{
		DA: "Flere tal, der bør ses efter: %d. Se dem med raaderum check.",
		EN: "More figures that should be looked at: %d. See them with raaderum check.",
	}
	fittingModels = lang.Phrase{
		DA: "Beregner modeller: %s pct.",
		EN: "Fitting models: %s per cent",
	}
	wroteWorkbook = lang.Phrase{
		DA: "Skrev projektmappen %s.",
		EN: "Wrote the workbook %s.",
	}
)
