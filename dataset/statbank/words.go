package statbank

import "github.com/raaderum/raaderum/lang"

// The phrases of this package.
var (
	badBase = lang.Phrase{
		DA: "adressen '%s' kan ikke bruges. Skriv den som https://api.statbank.dk/v1.",
		EN: "the address '%s' cannot be used. Write it as https://api.statbank.dk/v1.",
	}
	unreachable = lang.Phrase{
		DA: "der er ingen forbindelse til serveren (%s). " +
			"Se efter, om maskinen er på nettet, og om adressen er rigtig, og prøv igen.",
		EN: "there is no connection to the server (%s). " +
			"See whether the machine is online and the address right, and try again.",
	}
	noProxy = lang.Phrase{
		DA: "mellemleddet (proxy) kan ikke nås",
		EN: "the proxy cannot be reached",
	}
	badCertificate = lang.Phrase{
		DA: "serverens certifikat kan ikke godkendes",
		EN: "the server's certificate cannot be accepted",
	}
	notHTTPS = lang.Phrase{
		DA: "serveren taler ikke https",
		EN: "the server does not speak https",
	}
	closedEarly = lang.Phrase{
		DA: "den blev lukket, før der kom et svar",
		EN: "it was closed before a reply came",
	}
	notHTTP = lang.Phrase{
		DA: "serveren svarede, men ikke som en webserver gør (HTTP). " +
			"Se efter, om adressen er rigtig, og om et mellemled (proxy) laver svaret om.",
		EN: "the server replied, but not as a web server does (HTTP). " +
			"See whether the address is right, and whether a proxy changes the reply.",
	}
	cutOff = lang.Phrase{
		DA: "forbindelsen blev afbrudt midt i svaret (%s). Prøv igen.",
		EN: "the connection was cut in the middle of the reply (%s). Try again.",
	}
	badReply = lang.Phrase{
		DA: "svaret blev ødelagt undervejs",
		EN: "the reply was damaged on its way",
	}
	shortReply = lang.Phrase{
		DA: "svaret er ufuldstændigt",
		EN: "the reply is incomplete",
	}
	badGzip = lang.Phrase{
		DA: "det komprimerede svar er ødelagt",
		EN: "the compressed reply is damaged",
	}
	silent = lang.Phrase{
		DA: "serveren sagde intet i %s. Prøv igen senere.",
		EN: "the server said nothing for %s. Try again later.",
	}
	tooSlow = lang.Phrase{
		DA: "svaret var ikke færdigt efter %s. Prøv igen senere, eller bed om færre år ad gangen.",
		EN: "the reply was not finished after %s. " +
			"Try again later, or ask for fewer years at a time.",
	}

	serverError = lang.Phrase{
		DA: "serveren har en fejl (status %d). Prøv igen senere.%s",
		EN: "the server has an error (status %d). Try again later.%s",
	}
	serverBusy = lang.Phrase{
		DA: "serveren har travlt (status %d). Prøv igen senere.%s",
		EN: "the server is busy (status %d). Try again later.%s",
	}
	waitTooLong = lang.Phrase{
		DA: "serveren har travlt (status %d) og beder om at vente %s. Prøv igen efter det.",
		EN: "the server is busy (status %d) and asks to wait %s. Try again after that.",
	}
	apiSays = lang.Phrase{
		DA: " Serveren siger: %s",
		EN: " The server says: %s",
	}
	notFound = lang.Phrase{
		DA: "serveren kender ikke adressen eller tabellen (status 404). " +
			"Ret tabellens navn eller --base.",
		EN: "the server does not know the address or the table (status 404). " +
			"Correct the table's name or --base.",
	}
	noAccess = lang.Phrase{
		DA: "serveren giver ikke adgang (status %d). " +
			"Se efter, om et mellemled (proxy) kræver login, og om adressen er rigtig.%s",
		EN: "the server gives no access (status %d). " +
			"See whether a proxy asks for a login, and whether the address is right.%s",
	}
	refused = lang.Phrase{
		DA: "serveren afviste forespørgslen (status %d).%s",
		EN: "the server refused the request (status %d).%s",
	}
	apiRefused = lang.Phrase{
		DA: "serveren afviste forespørgslen (%s).%s",
		EN: "the server refused the request (%s).%s",
	}
	apiNotFound = lang.Phrase{
		DA: "serveren har ikke det, der blev spurgt om. " +
			"Ret tabellens navn (se statistikbanken.dk).%s",
		EN: "the server does not have what was asked for. " +
			"Correct the table's name (see statbank.dk).%s",
	}
	apiLimit = lang.Phrase{
		DA: "der blev bedt om for meget på én gang. Bed om færre år ad gangen.%s",
		EN: "too much was asked for at once. Ask for fewer years at a time.%s",
	}
	oddStatus = lang.Phrase{
		DA: "serveren svarede med status %d, og et svar med tal har status 200. " +
			"Se efter, om adressen er rigtig.",
		EN: "the server replied with status %d, and a reply with figures has status 200. " +
			"See whether the address is right.",
	}
	elsewhere = lang.Phrase{
		DA: "serveren viser videre til %s. " +
			"Det følges ikke, for det er en anden server eller en usikker forbindelse. " +
			"Er det den rigtige, så nævn den med --base.",
		EN: "the server points on to %s. " +
			"That is not followed, for it is another server or an unsafe connection. " +
			"If it is the right one, name it with --base.",
	}
	goingAround = lang.Phrase{
		DA: "serveren viser videre igen og igen. Se efter, om adressen er rigtig.",
		EN: "the server points on again and again. See whether the address is right.",
	}
	webPage = lang.Phrase{
		DA: "svaret er en hjemmeside og ikke %s. " +
			"Se efter, om netværket kræver login, og om adressen er rigtig.",
		EN: "the reply is a web page and not %s. " +
			"See whether the network asks for a login, and whether the address is right.",
	}
	wrongType = lang.Phrase{
		DA: "svaret er af typen '%s' og ikke %s. Se efter, om adressen er rigtig.",
		EN: "the reply is of the type '%s' and not %s. See whether the address is right.",
	}
	wrongCoding = lang.Phrase{
		DA: "svaret er pakket som '%s', og der blev bedt om gzip. " +
			"Se efter, om et mellemled (proxy) laver svaret om.",
		EN: "the reply is encoded as '%s', and gzip was asked for. " +
			"See whether a proxy changes the reply.",
	}
	tooLarge = lang.Phrase{
		DA: "svaret er større end de %s MB, det højst kan fylde. Det er smidt væk. " +
			"Se efter, om adressen er rigtig.",
		EN: "the reply is larger than the %s MB it can be at most. It is thrown away. " +
			"See whether the address is right.",
	}
	aTable = lang.Phrase{
		DA: "tabellens beskrivelse",
		EN: "the table's description",
	}
	someFigures = lang.Phrase{
		DA: "tal",
		EN: "figures",
	}
	notJSON = lang.Phrase{
		DA: "tabellens beskrivelse er ikke gyldig JSON (tegn %d). Se efter, om adressen er rigtig.",
		EN: "the table's description is not valid JSON (at byte %d). " +
			"See whether the address is right.",
	}
	wrongShape = lang.Phrase{
		DA: "tabellens beskrivelse er ikke, som den skal være: %s. " +
			"Se efter, om adressen er rigtig.",
		EN: "the table's description is not as it should be: %s. See whether the address is right.",
	}
	shapeNoObject = lang.Phrase{
		DA: "den er ikke et JSON-objekt",
		EN: "it is not a JSON object",
	}
	shapeField = lang.Phrase{
		DA: "'%s' er af en anden slags",
		EN: "'%s' is of another kind",
	}
	shapeOther = lang.Phrase{
		DA: "den er af tabellen '%s'",
		EN: "it is of the table '%s'",
	}
	shapeNothing = lang.Phrase{
		DA: "der er ingen variable",
		EN: "there are no variables",
	}
	shapeNoID = lang.Phrase{
		DA: "en variabel eller en værdi har intet brugbart navn ('%s')",
		EN: "a variable or a value has no usable name ('%s')",
	}
	shapeTwice = lang.Phrase{
		DA: "'%s' står to gange",
		EN: "'%s' stands twice",
	}
	shapeNoTime = lang.Phrase{
		DA: "ingen variabel er tid",
		EN: "no variable is time",
	}
	shapeTimes = lang.Phrase{
		DA: "flere variable er tid",
		EN: "several variables are time",
	}

	namesPlaces = lang.Phrase{
		DA: "'%s' er tabellens kommuner, og de hentes alle. " +
			"Tag variablen ud af de kantede parenteser.",
		EN: "'%s' is the table's municipalities, and all of them are fetched. " +
			"Take the variable out of the brackets.",
	}
	namesTime = lang.Phrase{
		DA: "'%s' er tabellens tid, og den vælges med --year. " +
			"Tag variablen ud af de kantede parenteser.",
		EN: "'%s' is the table's time, which is chosen by --year. " +
			"Take the variable out of the brackets.",
	}
	noVariable = lang.Phrase{
		DA: "tabellen har ingen variabel '%s'.%s Den har %s.",
		EN: "the table has no variable '%s'.%s It has %s.",
	}
	noValue = lang.Phrase{
		DA: "variablen '%s' har ingen værdi '%s'.%s",
		EN: "the variable '%s' has no value '%s'.%s",
	}
	moreValues = lang.Phrase{
		DA: "variablen '%s' mangler flere værdier (antal: %d).",
		EN: "the variable '%s' lacks more values (number: %d).",
	}
	noneMatch = lang.Phrase{
		DA: "ingen værdi af variablen '%s' er '%s'.",
		EN: "no value of the variable '%s' is '%s'.",
	}
	noSuchPlace = lang.Phrase{
		DA: "ingen variabel har værdier som '%s' og '%s'. Tabellen har %s.",
		EN: "no variable has values such as '%s' and '%s'. The table has %s.",
	}
	noTotal = lang.Phrase{
		DA: "variablen '%s' kan hverken lægges sammen eller udelades, og forespørgslen vælger " +
			"ingen af dens værdier. De er for eksempel %s.",
		EN: "the variable '%s' can neither be totalled nor left out, and the request chooses " +
			"none of its values. They are for example %s.",
	}
	noYear = lang.Phrase{
		DA: "tabellen har ikke %s. Den har %s.",
		EN: "the table does not have %s. It has %s.",
	}
	noYears = lang.Phrase{
		DA: "forespørgslen nævner ingen år.",
		EN: "the request names no years.",
	}
	fromTo = lang.Phrase{
		DA: "%s til %s",
		EN: "%s to %s",
	}

	noHeader = lang.Phrase{
		DA: "svarets første linje er '%s' og ikke variablenes navne (%s). " +
			"Se efter, om adressen er rigtig.",
		EN: "the reply's first line is '%s' and not the variables' names (%s). " +
			"See whether the address is right.",
	}
	badRow = lang.Phrase{
		DA: "antallet af felter i svarets linje %d er %d og ikke %d. Svaret er smidt væk. " +
			"Prøv igen senere.",
		EN: "the number of fields in the reply's line %d is %d and not %d. " +
			"The reply is thrown away. Try again later.",
	}
	lineTooLong = lang.Phrase{
		DA: "svarets linje %d er for lang til at være et tal. Svaret er smidt væk. " +
			"Se efter, om adressen er rigtig.",
		EN: "the reply's line %d is too long to be a figure. The reply is thrown away. " +
			"See whether the address is right.",
	}
	notAskedFor = lang.Phrase{
		DA: "svarets linje %d har '%s' som '%s', og det blev der ikke bedt om. " +
			"Svaret er smidt væk. Prøv igen senere.",
		EN: "the reply's line %d has '%s' as '%s', which was not asked for. " +
			"The reply is thrown away. Try again later.",
	}
	notFigure = lang.Phrase{
		DA: "svarets linje %d har '%s', hvor der skulle stå et tal. Svaret er smidt væk. " +
			"Prøv igen senere.",
		EN: "the reply's line %d has '%s' where a figure should be. The reply is thrown away. " +
			"Try again later.",
	}
	repeated = lang.Phrase{
		DA: "svarets linje %d (%s) er om et tal, som en tidligere linje er om. " +
			"Svaret er smidt væk. Prøv igen senere.",
		EN: "the reply's line %d (%s) is of a figure that an earlier line is of. " +
			"The reply is thrown away. Try again later.",
	}
	noPlaceOrTime = lang.Phrase{
		DA: "'%s' har ikke kommuner, tid og tal, som der blev bedt om. Hent igen med --force.",
		EN: "'%s' does not have municipalities, time and figures as asked for. " +
			"Fetch again with --force.",
	}
	noRows = lang.Phrase{
		DA: "svaret har ingen tal. Prøv igen senere.",
		EN: "the reply has no figures. Try again later.",
	}
	fileChanged = lang.Phrase{
		DA: "filen '%s' er ikke, som den blev hentet, eller er slet ikke hentet. " +
			"Flyt den, eller overskriv den med --force.",
		EN: "the file '%s' is not as it was fetched, or was not fetched at all. " +
			"Move it, or overwrite it with --force.",
	}
	isFolder = lang.Phrase{
		DA: "'%s' er en mappe. Flyt den, eller vælg en anden mappe med --out.",
		EN: "'%s' is a folder. Move it, or choose another folder with --out.",
	}
	notOrdinary = lang.Phrase{
		DA: "'%s' er ikke en almindelig fil. Flyt den, eller vælg en anden mappe med --out.",
		EN: "'%s' is no ordinary file. Move it, or choose another folder with --out.",
	}
	cannotWrite = lang.Phrase{
		DA: "'%s' kan ikke skrives (%s). Vælg en anden mappe med --out, eller skaf plads.",
		EN: "'%s' cannot be written (%s). Choose another folder with --out, or make room.",
	}
	cannotRead = lang.Phrase{
		DA: "'%s' kan ikke læses (%s).",
		EN: "'%s' cannot be read (%s).",
	}
)
