package main

import "github.com/raaderum/raaderum/lang"

// What help says.
var (
	// The program as a whole.

	about = lang.Phrase{
		DA: "raaderum sammenligner kommunernes udgifter med det, deres rammevilkår lader " +
			"forvente, og viser, hvor en kommune skiller sig ud.",
		EN: "raaderum compares what municipalities spend with what their background conditions " +
			"lead one to expect, and shows where one stands out.",
	}
	taskCompare = lang.Phrase{
		DA: "Sammenlign:",
		EN: "Compare:",
	}
	taskFigures = lang.Phrase{
		DA: "Tal og planer:",
		EN: "Figures and plans:",
	}
	taskProgram = lang.Phrase{
		DA: "Programmet:",
		EN: "The program:",
	}
	headFlags = lang.Phrase{
		DA: "Valg:",
		EN: "Flags:",
	}
	moreHelp = lang.Phrase{
		DA: "Mere om en kommando: raaderum KOMMANDO --help. In English: --lang en.",
		EN: "More on a command: raaderum COMMAND --help --lang en.",
	}
	severalTimes = lang.Phrase{
		DA: "kan nævnes flere gange",
		EN: "may be given several times",
	}

	// Commands.

	usageBenchmark = lang.Phrase{
		DA: "sammenlign, og vis en tabel (og skriv en projektmappe)",
		EN: "compare, and show a table (and write a workbook)",
	}
	moreBenchmark = lang.Phrase{
		DA: "Uden --data bruges de medfølgende regnskaber for de 98 kommuner, uden --plan " +
			"standardplanen. " +
			"Uden --municipality vises de stærkeste kandidater blandt alle kommuner.",
		EN: "Without --data the bundled accounts of the 98 Danish municipalities are used, " +
			"without --plan the default plan. " +
			"Without --municipality the strongest candidates among all are shown.",
	}
	usagePeers = lang.Phrase{
		DA: "find de kommuner, der ligner en kommune mest, og vis hvorfor",
		EN: "find the municipalities most like one, and show why",
	}
	morePeers = lang.Phrase{
		DA: "Gruppen er de nærmeste efter standardiserede rammevilkår: på tværs af områder efter " +
			"planens [peers], eller med --area efter områdets egne. " +
			"Målreglerne nearest og cheapest-of-nearest bruger områdets.",
		EN: "The group is the nearest by standardised drivers: across areas by the plan's " +
			"[peers], or with --area by the area's own. " +
			"The target rules nearest and cheapest-of-nearest use the area's.",
	}
	usageCheck = lang.Phrase{
		DA: "se, hvad der blev læst, og alle fejl; intet regnes ud",
		EN: "see what was read, and every problem; nothing is computed",
	}
	moreCheck = lang.Phrase{
		DA: "Viser for hver fil, hvad den blev taget for, og for hver indikator og hvert år, " +
			"hvor mange kommuner der har et tal. Slutkoden er 1, når der er fejl.",
		EN: "Shows what each file was taken for, and for how many municipalities each indicator " +
			"has a figure in each year. The exit code is 1 where there are errors.",
	}
	usagePlanCommand = lang.Phrase{
		DA: "skriv standardplanen ud, med forklaringer, til at rette i",
		EN: "print the default plan, commented, as a starting point",
	}
	morePlan = lang.Phrase{
		DA: "En plan siger, hvad der sammenlignes: områder, mængder og rammevilkår. " +
			"Ret i den, og brug den med --plan.",
		EN: "A plan says what to compare: areas, volumes and drivers. " +
			"Edit it, and use it with --plan.",
	}
	usageFull = lang.Phrase{
		DA: "den udvidede plan: alle kontofunktioner, der er service, i familier",
		EN: "the extended plan: every account function that is service, in families",
	}
	usageAreas = lang.Phrase{
		DA: "vis planens områder med konti og rammevilkår",
		EN: "list the plan's areas with accounts and drivers",
	}
	moreAreas = lang.Phrase{
		DA: "Første ord på linjen er områdets id. --area tager det, navnet eller kontoen.",
		EN: "The first word on a line is the area's ID. --area takes it, the name or the account.",
	}
	usageVersion = lang.Phrase{
		DA: "vis versionen",
		EN: "show the version",
	}
	usageCompletion = lang.Phrase{
		DA: "skriv et script, der fuldfører ord i en shell",
		EN: "print a script that completes words in a shell",
	}
	moreCompletion = lang.Phrase{
		DA: "Kommandoer, valg, kommuner, områder og regler fuldføres.",
		EN: "Commands, flags, municipalities, areas and rules are completed.",
	}

	// Flags.

	usageK = lang.Phrase{
		DA: "hvor mange, ellers planens (10)",
		EN: "how many, otherwise the plan's (10)",
	}
	usageWhose = lang.Phrase{
		DA: "kommunen, ved navn eller kode, eller flere med komma",
		EN: "the municipality, by name or code, or several with commas",
	}
	usageData = lang.Phrase{
		DA: "egne tal oven på de medfølgende: fil (CSV, PX, JSON-stat eller Excel, også " +
			"pakket med gzip eller zip), mappe eller mønster, gerne flere; en senere går " +
			"forud for en tidligere; - er standardinput",
		EN: "own figures over the bundled ones: a file (CSV, PX, JSON-stat or Excel, also " +
			"packed by gzip or zip), a folder or a pattern, also several; a later one goes " +
			"before an earlier; - is standard input",
	}
	usageDataCommand = lang.Phrase{
		DA: "skriv tallene som CSV med ét tal pr. række",
		EN: "write the figures as CSV with one figure a row",
	}
	moreData = lang.Phrase{
		DA: "Uden --data er det de medfølgende tal, ellers alt, hvad der står i filerne. " +
			"--data medfølgende tager de medfølgende med. Filen kan læses igen med --data.",
		EN: "Without --data these are the bundled figures, otherwise all that stands in the " +
			"files. --data bundled takes the bundled ones too. The file can be read again by " +
			"--data.",
	}
	usageDataOut = lang.Phrase{
		DA: "filen, der skrives; ellers vises tallene på skærmen",
		EN: "the file to write; otherwise the figures are shown on the screen",
	}
	usageWithout = lang.Phrase{
		DA: "uden de medfølgende tal under egne",
		EN: "without the bundled figures beneath own ones",
	}
	usagePlan = lang.Phrase{
		DA: "planens fil (TOML)",
		EN: "the plan's file (TOML)",
	}
	usageYear = lang.Phrase{
		DA: "året, der sammenlignes; ellers planens, ellers det sidste i tallene",
		EN: "the year to compare; otherwise the plan's, otherwise the last in the data",
	}
	usageMunicipality = lang.Phrase{
		DA: "kommunen, ved navn eller kode, eller flere med komma: Viborg,Lolland; all med --out " +
			"'{kommune}.xlsx' skriver en projektmappe for hver",
		EN: "the municipality, by name or code, or several with commas: Viborg,Lolland; all with " +
			"--out '{municipality}.xlsx' writes a workbook for each",
	}
	usageOwner = lang.Phrase{
		DA: "kommunen, som et ark uden en kolonne med kommuner er fra",
		EN: "the municipality that a sheet without a column of municipalities is of",
	}
	usageArea = lang.Phrase{
		DA: "kun dette område, ved navn, id eller konto, eller flere med komma: " +
			"folkeskole,5.25.14 (se raaderum areas)",
		EN: "this area alone, by name, ID or account, or several with commas: " +
			"folkeskole,5.25.14 (see raaderum areas)",
	}
	usageTarget = lang.Phrase{
		DA: "niveauet, råderummet regnes mod: expected (det forventede), country, mean, region " +
			"(de øvriges gennemsnit, vægtet, uvægtet, i regionen), list:Viborg,Aarhus, " +
			"nearest:10, cheapest-of-nearest:5/10, median, best-quartile, quantile:0.25, " +
			"lowest:10, minimum, expected-quantile:0.25, conditional-quantile:0.25 eller " +
			"value:65000 (kr.)",
		EN: "the level headroom is against: expected, country, mean, region (the others' mean, " +
			"weighted, unweighted, in the region), list:Viborg,Aarhus, nearest:10, " +
			"cheapest-of-nearest:5/10, median, best-quartile, quantile:0.25, lowest:10, minimum, " +
			"expected-quantile:0.25, conditional-quantile:0.25 or value:65000 (kr.)",
	}
	usageVariance = lang.Phrase{
		DA: "constant (ens for alle, og uden --variance når --estimator er en anden end planens) " +
			"eller size (efter kommunens størrelse)",
		EN: "constant (the same for all, and without --variance where --estimator is another " +
			"than the plan's) or size (by the size of the municipality)",
	}
	usageEstimator = lang.Phrase{
		DA: "ols (mindste kvadrater), wls (vægtede), huber, mm (robuste), clean (uden dem, der " +
			"stikker ud) eller quantile (fraktilen tau)",
		EN: "ols (least squares), wls (weighted), huber, mm (robust), clean (without those that " +
			"stand out) or quantile (the quantile tau)",
	}
	usageFormat = lang.Phrase{
		DA: "tabel (text, ellers valgt), alt som JSON, eller alle rækker som CSV",
		EN: "a table (text, the default), everything as JSON, or every row as CSV",
	}
	usagePrices = lang.Phrase{
		DA: "prisindeks i stedet for planens: en fil med år og indeks, og kilden øverst efter #",
		EN: "a price index in place of the plan's: a file of years and index, with the source at " +
			"the top after #",
	}
	usageTextOrJSON = lang.Phrase{
		DA: "tabel (text, ellers valgt) eller alt som JSON",
		EN: "a table (text, the default) or everything as JSON",
	}
	usageOut = lang.Phrase{
		DA: "skriv en projektmappe til Excel",
		EN: "write a workbook for Excel",
	}
	usageSheets = lang.Phrase{
		DA: "områder, der får deres eget ark i projektmappen: kandidaterne (candidates, ellers " +
			"valgt) eller alle (all)",
		EN: "areas that get a sheet of their own in the workbook: candidates (the default) or all",
	}
	usageForce = lang.Phrase{
		DA: "overskriv projektmappen, hvis den findes",
		EN: "overwrite the workbook where it exists",
	}
	usageWarnings = lang.Phrase{
		DA: "vis alle bemærkninger; ellers vises, hvad der gør tal forkerte, og resten tælles",
		EN: "show all remarks; otherwise what makes figures wrong is shown, and the rest counted",
	}
	usageLang = lang.Phrase{
		DA: "sproget, dansk eller engelsk",
		EN: "the language, Danish or English",
	}
	usageShell = lang.Phrase{
		DA: "shellen, ellers bash",
		EN: "the shell, bash by default",
	}

	// What stands for the values of flags.

	valueNumber = lang.Phrase{
		DA: "ANTAL",
		EN: "NUMBER",
	}
	valueFile = lang.Phrase{
		DA: "FIL",
		EN: "FILE",
	}
	valueYear = lang.Phrase{
		DA: "ÅR",
		EN: "YEAR",
	}
	valueMunicipality = lang.Phrase{
		DA: "KOMMUNE",
		EN: "NAME",
	}
	valueArea = lang.Phrase{
		DA: "OMRÅDE",
		EN: "AREA",
	}
	valueRule = lang.Phrase{
		DA: "REGEL",
		EN: "RULE",
	}
	valueName = lang.Phrase{
		DA: "NAVN",
		EN: "NAME",
	}
	valueWorkbook = lang.Phrase{
		DA: "FIL.xlsx",
		EN: "FILE.xlsx",
	}
)
