package main

import "github.com/raaderum/raaderum/lang"

// Everything the command line says to people.
var (
	about = lang.Phrase{
		DA: "raaderum sammenligner kommunernes udgifter med det, deres rammevilkår lader " +
			"forvente, og viser, hvor en kommune skiller sig ud.",
		EN: "raaderum compares what municipalities spend with what their background conditions " +
			"lead one to expect, and shows where one stands out.",
	}
	headCommands = lang.Phrase{
		DA: "Kommandoer:",
		EN: "Commands:",
	}
	headFlags = lang.Phrase{
		DA: "Valg:",
		EN: "Flags:",
	}
	headExample = lang.Phrase{
		DA: "Eksempel:",
		EN: "Example:",
	}
	moreHelp = lang.Phrase{
		DA: "Mere om en kommando: raaderum KOMMANDO --help. In English: --lang en.",
		EN: "More on a command: raaderum COMMAND --help --lang en.",
	}
	severalTimes = lang.Phrase{
		DA: "kan nævnes flere gange",
		EN: "may be given several times",
	}

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
	usageK = lang.Phrase{
		DA: "hvor mange, ellers planens (10)",
		EN: "how many, otherwise the plan's (10)",
	}
	usagePeersFormat = lang.Phrase{
		DA: "tabel (text, ellers valgt) eller alt som JSON",
		EN: "a table (text, the default) or everything as JSON",
	}
	usageWhose = lang.Phrase{
		DA: "kommunen, ved kode eller navn",
		EN: "the municipality, by code or name",
	}
	valueNumber = lang.Phrase{
		DA: "ANTAL",
		EN: "NUMBER",
	}
	valuePeersFormat = lang.Phrase{
		DA: "text|json",
		EN: "text|json",
	}
	needsWhose = lang.Phrase{
		DA: "peers skal vide hvis gruppe. Skriv for eksempel --municipality Viborg.",
		EN: "peers must know whose group. Write for example --municipality Viborg.",
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
	usageAreas = lang.Phrase{
		DA: "vis planens områder med konti og rammevilkår",
		EN: "list the plan's areas with accounts and drivers",
	}
	moreAreas = lang.Phrase{
		DA: "Første ord på linjen er det id, som --area tager.",
		EN: "The first word on a line is the ID that --area takes.",
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
	valueFormat = lang.Phrase{
		DA: "text|json|csv",
		EN: "text|json|csv",
	}
	valueCheckFormat = lang.Phrase{
		DA: "text|json",
		EN: "text|json",
	}
	valueWorkbook = lang.Phrase{
		DA: "FIL.xlsx",
		EN: "FILE.xlsx",
	}
	valueSheets = lang.Phrase{
		DA: "candidates|all",
		EN: "candidates|all",
	}
	valueLang = lang.Phrase{
		DA: "da|en",
		EN: "da|en",
	}
	valueShell = lang.Phrase{
		DA: "bash|zsh|fish",
		EN: "bash|zsh|fish",
	}

	usageData = lang.Phrase{
		DA: "fil med tal: CSV, PX, JSON-stat eller Excel, også pakket med gzip eller zip; " +
			"- er standardinput",
		EN: "file of figures: CSV, PX, JSON-stat or Excel, also packed by gzip or zip; " +
			"- is standard input",
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
		DA: "én kommune, ved kode eller navn; all med --out '{kommune}.xlsx' skriver en " +
			"projektmappe for hver",
		EN: "one municipality, by code or name; all with --out '{municipality}.xlsx' writes a " +
			"workbook for each",
	}
	usageArea = lang.Phrase{
		DA: "ét område, ved id (se raaderum areas)",
		EN: "one area, by ID (see raaderum areas)",
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
	usageCheckFormat = lang.Phrase{
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
	usageLang = lang.Phrase{
		DA: "sproget, dansk eller engelsk",
		EN: "the language, Danish or English",
	}
	usageShell = lang.Phrase{
		DA: "shellen, ellers bash",
		EN: "the shell, bash by default",
	}

	unknownCommand = lang.Phrase{
		DA: "'%s' er ikke en kommando. Kommandoerne er: %s.%s",
		EN: "'%s' is not a command. The commands are: %s.%s",
	}
	unknownFlag = lang.Phrase{
		DA: "valget --%s findes ikke her.%s",
		EN: "there is no flag --%s here.%s",
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
		DA: "planen har intet område med id '%s'.%s Alle områder: raaderum areas.",
		EN: "the plan has no area with the ID '%s'.%s All areas: raaderum areas.",
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

	interrupted = lang.Phrase{
		DA: "afbrudt. Intet er skrevet.",
		EN: "interrupted. Nothing is written.",
	}
	answerFails = lang.Phrase{
		DA: "svaret kan ikke skrives: %s.",
		EN: "the answer cannot be written: %s.",
	}

	sectionsAlone = lang.Phrase{
		DA: "planen forklarer filer (%d [[source]]), men der er ingen. Nævn dem med --data.",
		EN: "the plan explains files (%d [[source]]), but there are none. Name them by --data.",
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
		DA: "Advarsler om filerne, der ikke er vist: %d. Se dem med raaderum check.",
		EN: "Warnings on the files not shown: %d. See them with raaderum check.",
	}
	fittingModels = lang.Phrase{
		DA: "Beregner modeller: %s pct.",
		EN: "Fitting models: %s per cent",
	}
	wroteWorkbook = lang.Phrase{
		DA: "Skrev projektmappen %s.",
		EN: "Wrote the workbook %s.",
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
