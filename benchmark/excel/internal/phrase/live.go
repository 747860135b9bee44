package phrase

import "github.com/raaderum/raaderum/lang"

// What the live sheet and its data sheets say.
var (
	SheetHeadroom = lang.Phrase{
		DA: "Råderum",
		EN: "Headroom",
	}
	SheetLevels = lang.Phrase{
		DA: "Målniveauer",
		EN: "Target levels",
	}
	SheetFigures = lang.Phrase{
		DA: "Tal efter år",
		EN: "Figures by year",
	}
	SheetGrades = lang.Phrase{
		DA: "Vurderinger",
		EN: "Grades",
	}
	SheetLists = lang.Phrase{
		DA: "Lister",
		EN: "Lists",
	}

	TitleHeadroom = lang.Phrase{
		DA: "Muligt råderum",
		EN: "Possible headroom",
	}
	LeadHeadroom = lang.Phrase{
		DA: "Gule felter med ordet 'Vælg' eller 'Skriv' er til at ændre; resten regnes ud. " +
			"Vælges en anden kommune, bliver beslutningerne stående: slet dem først.",
		EN: "Yellow fields with the word 'Choose' or 'Write' are for you to change; the rest is " +
			"computed. Decisions stay when another municipality is chosen: delete them first.",
	}
	LeadHeadroomSum = lang.Phrase{
		DA: "Målreglen afgør råderummet. Summen er ikke et sparemål: områder kan erstatte " +
			"hinanden, og en forskel kan være valgt serviceniveau, vilkår eller kontering.",
		EN: "The target rule decides the headroom. The sum is no savings target: areas can " +
			"replace each other, and a difference can be a chosen service level, conditions or " +
			"posting practice.",
	}
	ChooseMunicipality = lang.Phrase{
		DA: "Vælg kommune",
		EN: "Choose municipality",
	}
	ChooseRule = lang.Phrase{
		DA: "Vælg målregel",
		EN: "Choose target rule",
	}
	ChooseYear = lang.Phrase{
		DA: "Vælg år, der vises",
		EN: "Choose year shown",
	}
	WriteGoal = lang.Phrase{
		DA: "Skriv mål for råderum",
		EN: "Write goal for headroom",
	}
	GoalExample = lang.Phrase{
		DA: "mio. kr., for eksempel 40",
		EN: "kr. million, such as 40",
	}
	GoalWrong = lang.Phrase{
		DA: "skriv et tal i mio. kr., 0 eller mere",
		EN: "write a number in kr. million, 0 or more",
	}
	YearShows = lang.Phrase{
		DA: "skifter kun kolonne M, N og O",
		EN: "changes only columns M, N and O",
	}
	YearWrong = lang.Phrase{
		DA: "året findes ikke på listen",
		EN: "the year is not in the list",
	}
	MunicipalityWrong = lang.Phrase{
		DA: "Kommunen findes ikke på listen: vælg en i det gule felt",
		EN: "The municipality is not in the list: choose one in the yellow field",
	}
	RuleWrong = lang.Phrase{
		DA: "Målreglen findes ikke på listen: vælg en i det gule felt",
		EN: "The target rule is not in the list: choose one in the yellow field",
	}
	SumPositive = lang.Phrase{
		DA: "Muligt råderum, kun de positive, mio. kr.",
		EN: "Possible headroom, positive only, kr. million",
	}
	SumNet = lang.Phrase{
		DA: "Netto mod målniveauet, mio. kr.",
		EN: "Net against the target level, kr. million",
	}
	SumMissing = lang.Phrase{
		DA: "Områder uden beløb",
		EN: "Areas without an amount",
	}
	SumDecided = lang.Phrase{
		DA: "Besluttet, mio. kr.",
		EN: "Decided, kr. million",
	}
	SumShare = lang.Phrase{
		DA: "Besluttet, pct. af målet",
		EN: "Decided, per cent of the goal",
	}
	SumToGo = lang.Phrase{
		DA: "Mangler til målet, mio. kr.",
		EN: "Still short of the goal, kr. million",
	}
	TotalRow = lang.Phrase{
		DA: "I alt, af dem i summen",
		EN: "Total, of those in the sum",
	}

	ColumnActualOf = lang.Phrase{
		DA: "Faktisk %v",
		EN: "Actual %v",
	}
	ColumnVolume = lang.Phrase{
		DA: "Mængde, antal enheder",
		EN: "Volume, units",
	}
	ColumnPossible = lang.Phrase{
		DA: "Muligt råderum, mio. kr.",
		EN: "Possible headroom, kr. million",
	}
	ColumnGradeOf = lang.Phrase{
		DA: "Skiller sig ud fra det forventede",
		EN: "Stands out from the expected",
	}
	ColumnDecideKr = lang.Phrase{
		DA: "Skriv beslutning: mio. kr.",
		EN: "Write decision: kr. million",
	}
	ColumnDecidePct = lang.Phrase{
		DA: "… eller pct. af råderum",
		EN: "… or per cent of headroom",
	}
	ColumnDecided = lang.Phrase{
		DA: "Besluttet, mio. kr.",
		EN: "Decided, kr. million",
	}
	ColumnRemark = lang.Phrase{
		DA: "Bemærk",
		EN: "Note",
	}
	ColumnActualShown = lang.Phrase{
		DA: "Faktisk ",
		EN: "Actual ",
	}
	ColumnExpectShown = lang.Phrase{
		DA: "Forventet ",
		EN: "Expected ",
	}
	ColumnDiffersShown = lang.Phrase{
		DA: "Forskel, pct., ",
		EN: "Difference, per cent, ",
	}
	ColumnInSum = lang.Phrase{
		DA: "Vælg: i summen",
		EN: "Choose: in the sum",
	}

	InSum = lang.Phrase{
		DA: "ja",
		EN: "yes",
	}
	NotInSum = lang.Phrase{
		DA: "nej",
		EN: "no",
	}
	PartNotInSum = lang.Phrase{
		DA: "nej, del",
		EN: "no, part",
	}
	WholeNotInSum = lang.Phrase{
		DA: "nej, dele",
		EN: "no, parts",
	}

	RemarkBoth = lang.Phrase{
		DA: "kun beløbet gælder",
		EN: "only the amount counts",
	}
	RemarkNumber = lang.Phrase{
		DA: "skriv et tal, 0 eller mere",
		EN: "write a number, 0 or more",
	}
	RemarkNothing = lang.Phrase{
		DA: "råderummet mangler",
		EN: "headroom is missing",
	}
	RemarkParts = lang.Phrase{
		DA: "dele er ikke lagt til",
		EN: "parts are not added",
	}
	RemarkWhole = lang.Phrase{
		DA: "kun det samlede gælder",
		EN: "only the whole counts",
	}
	RemarkNotInSum = lang.Phrase{
		DA: "ikke med i summen",
		EN: "not in the sum",
	}
	RemarkNone = lang.Phrase{
		DA: "intet råderum",
		EN: "no headroom",
	}
	RemarkYesNo = lang.Phrase{
		DA: "skriv ja eller nej",
		EN: "write yes or no",
	}
	RemarkTwice = lang.Phrase{
		DA: "delen tælles to gange",
		EN: "the part counts twice",
	}
	RemarkPartsTwice = lang.Phrase{
		DA: "dele tælles to gange",
		EN: "the parts count twice",
	}
	RemarkShare = lang.Phrase{
		DA: "skriv 0 til 100 pct.",
		EN: "write 0 to 100 per cent",
	}
	RemarkBelow = lang.Phrase{
		DA: "målet er ikke over nul",
		EN: "target is not above zero",
	}
	RemarkMore = lang.Phrase{
		DA: "mere end råderummet",
		EN: "more than the headroom",
	}

	HeadLive = lang.Phrase{
		DA: "Sådan regnes der",
		EN: "How it is computed",
	}
	HowLive = []lang.Phrase{
		{
			DA: "Forskel til målniveau er (faktisk − målniveau) × mængde, i mio. kr. Muligt " +
				"råderum er det samme, men aldrig under nul. Begge er af det år, der er " +
				"sammenlignet. Områderne står i planens rækkefølge, og dele under deres samlede " +
				"område; dele er kun med i summen, hvis det samlede område ikke er " +
				"sammenlignet. Al service er ikke med, for områderne er dele af den. Områder, der " +
				"ikke er service, for eksempel overførsler, er med, hvis der vælges ja.",
			EN: "Gap to target level is (actual − target level) × volume, in kr. million. " +
				"Possible headroom is the same, but never below zero. Both are of the year " +
				"compared. Areas stand in the plan's order, and parts below their whole; parts " +
				"are in the sum only if their whole is not compared. All service is not in it, " +
				"for the areas are its parts. Areas that are no service, such as transfers, are " +
				"in it where yes is chosen.",
		},
		{
			DA: "Besluttet er beløbet, der er skrevet, eller procenten af det mulige råderum. Er " +
				"der intet skrevet ved et samlet område, er det summen af, hvad der er besluttet " +
				"for dets dele. Forskel, muligt råderum og besluttet er tre forskellige ting, og " +
				"hvad der siden opnås i praksis, er en fjerde, som ikke står her.",
			EN: "Decided is the amount written, or the share of possible headroom. Where nothing " +
				"is written for a whole area, it is the sum of what is decided for its parts. " +
				"Gap, possible headroom and decided are three different things, and what is " +
				"later gained in practice is a fourth, which does not stand here.",
		},
		{
			DA: "Året, der vises, skifter kun de tre kolonner M, N og O, som er i årets egne " +
				"priser; råderummet er altid af det år, der er sammenlignet. %s er et tal, der " +
				"mangler, et mål, der ikke er skrevet, eller en sum, som intet område er med i. " +
				"En kopi af arket kan vise en anden kommune ved siden af.",
			EN: "The year shown changes only the three columns M, N and O, which are in that " +
				"year's prices; the headroom is always of the year compared. %s is a figure that " +
				"is missing, a goal that is not written, or a sum that no area is in. A copy of " +
				"the sheet can show another municipality beside this one.",
		},
	}
	HeadLookup = lang.Phrase{
		DA: "Opslag: rækker i dataarkene",
		EN: "Lookup: rows of the data sheets",
	}

	ErrorTitle = lang.Phrase{
		DA: "Ikke på listen",
		EN: "Not in the list",
	}
	ErrorList = lang.Phrase{
		DA: "Vælg en af listen ved pilen.",
		EN: "Choose one from the list at the arrow.",
	}
	NumberTitle = lang.Phrase{
		DA: "Ikke et gyldigt tal",
		EN: "Not a valid number",
	}
	ErrorNumber = lang.Phrase{
		DA: "Skriv et tal i mio. kr., 0 eller mere.",
		EN: "Write a number in kr. million, 0 or more.",
	}
	ErrorShare = lang.Phrase{
		DA: "Skriv en procent fra 0 til 100 af det mulige råderum.",
		EN: "Write a percentage from 0 to 100 of the possible headroom.",
	}

	ColumnKey = lang.Phrase{
		DA: "Nøgle",
		EN: "Key",
	}
	ColumnFigure = lang.Phrase{
		DA: "Tal",
		EN: "Figure",
	}
	ColumnForm = lang.Phrase{
		DA: "Skrives i en plan",
		EN: "Written in a plan",
	}
	FigureActual = lang.Phrase{
		DA: "Faktisk",
		EN: "Actual",
	}
	FigureExpect = lang.Phrase{
		DA: "Forventet",
		EN: "Expected",
	}
	FigureVolume = lang.Phrase{
		DA: "Mængde",
		EN: "Volume",
	}
	EachOwnRule = lang.Phrase{
		DA: "hvert områdes egen regel i planen",
		EN: "each area's own rule of the plan",
	}

	TitleLevels = lang.Phrase{
		DA: "Målniveauer efter kommune og målregel, %v",
		EN: "Target levels by municipality and target rule, %v",
	}
	LeadLevels = lang.Phrase{
		DA: "Arket Råderum slår op her, også når rækkerne er sorteret på en anden måde. Kr. pr. " +
			"områdets enhed. På papir er kun kommunens egne rækker.",
		EN: "The sheet Headroom looks up here, also when the rows are sorted otherwise. Kr. per " +
			"unit of the area. On paper are the municipality's own rows only.",
	}
	TitleFigures = lang.Phrase{
		DA: "Faktisk, forventet og mængde efter kommune og år",
		EN: "Actual, expected and volume by municipality and year",
	}
	LeadFigures = lang.Phrase{
		DA: "Arket Råderum slår op her. Faktisk og forventet er i kr. pr. områdets enhed og i " +
			"årets priser; mængden er antallet af enheder i det, der er sammenlignet. På papir " +
			"er kun kommunens egne rækker.",
		EN: "The sheet Headroom looks up here. Actual and expected are in kr. per unit of the " +
			"area, in the year's prices; the volume is the number of units in what is compared. " +
			"On paper are the municipality's own rows only.",
	}
	TitleGrades = lang.Phrase{
		DA: "Hvad der skiller sig ud fra det forventede, %v",
		EN: "What stands out from the expected level, %v",
	}
	LeadGrades = lang.Phrase{
		DA: "Arket Råderum slår op her. –: et tal mangler, eller det forventede er ikke over " +
			"nul.",
		EN: "The sheet Headroom looks up here. –: a figure is missing, or the expected level " +
			"is not above zero.",
	}
	TitleLists = lang.Phrase{
		DA: "Lister, der kan vælges af",
		EN: "Lists to choose from",
	}
	LeadLists = lang.Phrase{
		DA: "Kommunerne står i arket Vurderinger.",
		EN: "The municipalities stand in the sheet Grades.",
	}

	// Names of ranges. They have no spaces, and do not look like cells.
	NameMunicipality = lang.Phrase{
		DA: "Valgt_kommune",
		EN: "Chosen_municipality",
	}
	NameRule = lang.Phrase{
		DA: "Valgt_målregel",
		EN: "Chosen_target_rule",
	}
	NameYear = lang.Phrase{
		DA: "Valgt_år",
		EN: "Chosen_year",
	}
	NameGoal = lang.Phrase{
		DA: "Mål_for_råderum",
		EN: "Goal_for_headroom",
	}
	NamePossible = lang.Phrase{
		DA: "Muligt_råderum_i_alt",
		EN: "Possible_headroom_total",
	}
	NameDecided = lang.Phrase{
		DA: "Besluttet_i_alt",
		EN: "Decided_total",
	}
	NameToGo = lang.Phrase{
		DA: "Mangler_til_målet",
		EN: "Missing_to_goal",
	}
	NameMunicipalities = lang.Phrase{
		DA: "Liste_kommuner",
		EN: "List_municipalities",
	}
	NameRules = lang.Phrase{
		DA: "Liste_målregler",
		EN: "List_target_rules",
	}
	NameYears = lang.Phrase{
		DA: "Liste_år",
		EN: "List_years",
	}
)

// labelPrefixes are the words that are put before labels that are no plain words.
var (
	PrefixMunicipality = lang.Phrase{
		DA: "Kommune",
		EN: "Municipality",
	}
	PrefixRule = lang.Phrase{
		DA: "Mål:",
		EN: "Target:",
	}
)
