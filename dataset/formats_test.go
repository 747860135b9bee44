package dataset_test

import (
	"context"
	"math"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/sharedtest"
	"github.com/raaderum/raaderum/lang"
)

// danish reads as the command does.
var danish = dataset.Options{Register: danmark.Register(), Catalogue: danmark.Catalogue(lang.Danish), Population: danmark.Population}

// known is a cell that a file has.
type known struct {
	code string
	year int
	id   string
	want float64 // NaN: missing
}

// agree compares figures with a data set.
func agree(t *testing.T, d *dataset.Dataset, want []known) {
	t.Helper()
	for _, f := range want {
		if got := d.Value(f.code, f.year, f.id); got != f.want && !(math.IsNaN(got) && math.IsNaN(f.want)) {
			t.Errorf("%s, %d, %s is %v, want %v", f.code, f.year, f.id, got, f.want)
		}
	}
}

// sum adds up everything that is known of an indicator.
func sum(d *dataset.Dataset, id string) (total float64, n int) {
	for _, y := range d.Years() {
		for _, v := range d.Column(id, y) {
			if !math.IsNaN(v) {
				total += v
				n++
			}
		}
	}
	return total, n
}

// The cells were read off the files by eye, and the sums added up with awk or
// Python, not with this package.
func TestOtherPublishersFiles(t *testing.T) {
	nan := math.NaN()
	const cso = "jsonstatpy_www[Statistic="
	place := func(geography string) dataset.Options {
		return dataset.Options{Mappings: []dataset.Mapping{{Geography: geography}}}
	}
	for _, c := range []struct {
		file    string
		opt     dataset.Options
		layout  string
		table   string
		figures []known
		id      string // of the sum
		sum     float64
		n       int
	}{
		{
			file: "statbank/razz7_FOLK1A-1.csv", opt: danish, layout: "statbank", table: "FOLK1A",
			figures: []known{{"101", 2020, "folketal", 632340}, {"147", 2020, "folketal", 104305}, {"851", 2020, "folketal", 217075}},
			id:      "folketal", sum: 5822763 - 84, n: 98, // the whole country but for Christiansø
		},
		{
			file: "statbank/razz7_FOLK1A-1.csv", layout: "statbank", table: "FOLK1A",
			opt:     dataset.Options{Register: danmark.Register(), Catalogue: danmark.Catalogue(lang.Danish), Mappings: []dataset.Mapping{{Pick: []string{"CIVILSTAND=Fraskilt"}, Indicator: "fraskilte"}}},
			figures: []known{{"787", 2020, "fraskilte", 3700}, {"820", 2020, "fraskilte", 3348}, {"851", 2020, "fraskilte", 17649}},
			id:      "fraskilte", sum: 544582, n: 98,
		},
		{
			file: "statbank/razz7_FOLK1A-2.csv", opt: danish, layout: "statbank", table: "FOLK1A",
			figures: []known{{"101", 2008, "folketal", 509861}, {"101", 2020, "folketal", 632340}},
			id:      "folketal", sum: 7417410, n: 13,
		},
		{
			file: "statbank/JonasRex_FOLK1A_bulk_codes.csv", layout: "statbank", table: "FOLK1A",
			opt: dataset.Options{Register: danmark.Register(), Catalogue: danmark.Catalogue(lang.Danish), Wanted: []string{"folketal.6_16", "folketal.80+", "folketal.0"}},
			figures: []known{
				{"751", 2020, "folketal.80+", 11800}, {"751", 2008, "folketal.6_16", 37094}, {"751", 2020, "folketal", nan}, // the age 38 is not in it
			},
			id: "folketal.80+", sum: 502580, n: 6 * 13,
		},
		{
			file: "noegletal/noegletal.csv", opt: danish, layout: "blocks",
			figures: []known{
				{"155", 2007, "Andel udpendlere", 76.2}, {"825", 2022, "Andel udpendlere", 13.2}, {"155", 2023, "Andel udpendlere", nan},
				{"155", 2007, "Andel indpendlere", 47.3}, {"825", 2022, "Andel indpendlere", 13.0}, {"563", 2021, "Andel indpendlere", 31.9},
			},
			id: "Andel udpendlere", sum: 4884.7, n: 8 * 16,
		},
		{
			file: "px/PxWebApi_TAB001.px", layout: "px", table: "TAB001",
			figures: []known{
				{"AT", 1981, "TAB001[SEX=F,AGE=TOTAL,ContentsCode=HNMGA]", nan}, {"AT", 2001, "TAB001[SEX=F,AGE=TOTAL,ContentsCode=HNMGA]", 4143737},
				{"UK", 2001, "TAB001[SEX=F,AGE=TOTAL,ContentsCode=HNMGA]", 30209358}, {"UK", 2001, "TAB001[SEX=T,AGE=Y_GE80,ContentsCode=HNMGA]", 2437647},
				{"UK", 2001, "TAB001[SEX=T,AGE=UNK,ContentsCode=HNMGA]", nan},
			},
		},
		{
			file: "px/PxWebApi_TAB005.px", layout: "px", table: "TAB005",
			figures: []known{
				{"0114", 2010, "TAB005[LANDUSECLASS=11,ContentsCode=Landuse]", 1331}, {"0114", 2015, "TAB005[LANDUSECLASS=14,ContentsCode=Landuse]", 148},
				{"2584", 2015, "TAB005[LANDUSECLASS=911,ContentsCode=Landuse]", 1915537}, {"2584", 2010, "TAB005[LANDUSECLASS=811,ContentsCode=Landuse]", 1071297},
			},
		},
		{
			file: "px/PxWebApi_TAB003.px", opt: place("waste category"), layout: "px", table: "TAB003",
			figures: []known{{"12.8,13", 2016, "TAB003[TREATMENT_CAT=90,ContentsCode=WasteNonHazard]", 51900}, {"12.8,13", 2010, "TAB003[TREATMENT_CAT=90,ContentsCode=WasteHazard]", 15000}, {"TOT", 2010, "TAB003[TREATMENT_CAT=90,ContentsCode=WasteHazard]", nan}},
		},
		{
			file: "px/pxR_EPA_es_1.px", opt: place("Sexo"), layout: "px", table: "EPA_es_1.px",
			figures: []known{{"Ambos sexos", 2005, "EPA_es_1.px[Edad=Total,Relacion con la actividad economica=Total]", 36187.6}},
		},
		{
			file: "px/pxR_example2.px", opt: place("B"), layout: "px", table: "example2",
			figures: []known{{"01", 0, "example2[C=001,A=A1]", 1}, {"01", 0, "example2[C=002,A=A4]", 8}, {"03", 0, "example2[C=002,A=A4]", 24}},
		},
		{
			file: "jsonstat/jsonstatpy_dataset_dataset_unemployment_v1.json", layout: "json-stat",
			figures: []known{{"AU", 2012, "jsonstatpy_dataset_dataset_unemployment_v1[serie=serie]", 11}, {"IT", 2014, "jsonstatpy_dataset_dataset_unemployment_v1[serie=serie]", 34}},
			id:      "jsonstatpy_dataset_dataset_unemployment_v1[serie=serie]", sum: 11 + 12 + 13 + 14 + 21 + 22 + 23 + 24 + 31 + 32 + 33 + 34, n: 12,
		},
		{
			file: "jsonstat/jsonstatpy_dataset_three_dim_size_as_string_v2.json", opt: place("one"), layout: "json-stat",
			figures: []known{{"one_2", 0, "jsonstatpy_dataset_three_dim_size_as_string_v2[two=two_3,three=three_4]", 234}, {"one_1", 0, "jsonstatpy_dataset_three_dim_size_as_string_v2[two=two_1,three=three_1]", 111}},
		},
		{
			file: "jsonstat/jsonstatpy_www.cso.ie_cso_ie-CIA01.json", layout: "json-stat",
			figures: []known{{"-", 2000, cso + "CIA01C01]", 41692}, {"IE2503", 2014, cso + "CIA01C15]", 89.5}, {"IE2503", 2014, cso + "CIA01C14]", 15790}},
		},
		{
			file: "jsonstat/jsonstatpy_www.cso.ie_eurostat-name_gpd_c-geo_IT.json", layout: "json-stat", table: "nama_gdp_c",
			figures: []known{{"IT", 1990, "nama_gdp_c[unit=EUR_HAB,indic_na=B1GM]", 15800}, {"IT", 2013, "nama_gdp_c[unit=EUR_HAB,indic_na=B1GM]", 25600}},
		},
		{
			file: "jsonstat/jsonstatpy_www.ec.europa.eu_eurostat_eurostat-name_gpd_c.json", layout: "json-stat", table: "nama_gdp_c",
			id: "nama_gdp_c[unit=EUR_HAB,indic_na=B1GM]", sum: 22384900, n: 1134,
		},
		{
			file: "jsonstat/rjstat_canada.json", layout: "json-stat",
			figures: []known{{"CA", 2012, "rjstat_canada[age=T,concept=POP,sex=T]", 34880.5}, {"CA", 2012, "rjstat_canada[age=older,concept=PERCENT,sex=F]", 1.0}},
		},
		{
			file: "jsonstat/rjstat_oecd.json", layout: "json-stat", table: "UNR",
			figures: []known{{"AU", 2003, "UNR", 5.943826289}, {"EU15", 2014, "UNR", 11.99849464}},
		},
		{
			file: "jsonstat/rjstat_dataset2.json", opt: place("testdimension"), layout: "json-stat",
			figures: []known{{"testcategory", 0, "rjstat_dataset2", 1}},
		},
		{
			file: "jsonstat/ssb_12134_jsonstat2_reply.json", layout: "json-stat", table: "12134",
			figures: []known{{"0301", 2024, "12134[ContentsCode=KOSAG110000]", 81240}, {"5001", 2024, "12134[ContentsCode=KOSAG110000]", 62853}},
		},
		{
			file: "statbank/denstatbank_mock_data_resp_with_vars.json", opt: place("FODLAND"), layout: "json-stat", table: "BEF5",
			figures: []known{{"5101", 2018, "BEF5[KØN=M]", 7016}, {"5104", 2019, "BEF5[KØN=K]", 2787}},
		},
	} {
		t.Run(c.file, func(t *testing.T) {
			d, err := dataset.Read(context.Background(), []dataset.Source{dataset.File(sharedtest.Find(t, "formats/"+c.file))}, c.opt)
			if err != nil {
				t.Fatal(err)
			}
			table := d.Tables()[0]
			if table.Layout != c.layout || table.Table != c.table {
				t.Errorf("taken for %q, the table %q, want %q and %q", table.Layout, table.Table, c.layout, c.table)
			}
			agree(t, d, c.figures)
			if total, n := sum(d, c.id); n != c.n || math.Abs(total-c.sum) > 1e-9*math.Abs(c.sum) {
				t.Errorf("%s has %d figures with the sum %v, want %d and %v", c.id, n, total, c.n, c.sum)
			}
		})
	}
}

// What is no table of figures says so.
func TestOtherPublishersFilesThatAreNoTables(t *testing.T) {
	for file, want := range map[string]struct {
		opt  dataset.Options
		kind dataset.Kind
		in   string
	}{
		"jsonstat/jsonstatpy_www.unece.org_cso_ie-NQQ25.json":    {danish, dataset.UnknownLayout, "web page"},
		"jsonstat/rjstat_notjsonstat.json":                       {danish, dataset.UnknownLayout, "not JSON-stat"},
		"jsonstat/rjstat_collection_sample.json":                 {danish, dataset.NoData, "https://json-stat.org/samples/oecd.json"},
		"jsonstat/rjstat_hierarchy.json":                         {danish, dataset.UnknownLayout, "municipalities"},
		"jsonstat/rjstat_order.json":                             {dataset.Options{Mappings: []dataset.Mapping{{Geography: "A"}}}, dataset.NotNumber, "A1B1C1"},
		"statbank/denstatbank_mock_data_resp.json":               {danish, dataset.UnknownLayout, "municipalities"},
		"statbank/denstatbank_mock_data_resp_to_df.json":         {danish, dataset.UnknownLayout, "not JSON-stat"},
		"statbank/denstatbank_mock_codes.json":                   {danish, dataset.UnknownLayout, "not JSON-stat"},
		"statbank/denstatbank_mock_sub_resp_2401.json":           {danish, dataset.UnknownLayout, "not JSON-stat"},
		"statbank/denstatbank_mock_sub_resp_default.json":        {danish, dataset.UnknownLayout, "not JSON-stat"},
		"statbank/denstatbank_mock_tableinfo_resp.json":          {danish, dataset.UnknownLayout, "not JSON-stat"},
		"statbank/denstatbank_mock_tableinfo_variable_resp.json": {danish, dataset.UnknownLayout, "not JSON-stat"},
		"statbank/denstatbank_mock_tables_resp.json":             {danish, dataset.UnknownLayout, "not JSON-stat"},
		"statbank/razz7_FOLK1A.csv":                              {danish, dataset.NoData, "only totals"},
	} {
		t.Run(file, func(t *testing.T) {
			_, errs, _ := readAll(t, want.opt, dataset.File(sharedtest.Find(t, "formats/"+file)))
			if len(errs) == 0 || errs[0].Kind != want.kind || !strings.Contains(errs.Error(), want.in) {
				t.Errorf("the errors are %v, want the kind %d and %q", errs, want.kind, want.in)
			}
		})
	}
}

// The web page's files of four years are the bundled accounts.
func TestWebPageFilesAreTheBundledAccounts(t *testing.T) {
	var sources []dataset.Source
	for _, year := range []string{"2021", "2022", "2023", "2024"} {
		sources = append(sources, dataset.File(sharedtest.Find(t, "formats/regk31-web/"+year+".csv")))
	}
	d, err := dataset.Read(context.Background(), sources, danish)
	if err != nil {
		t.Fatal(err)
	}
	bundled := danmark.Accounts()
	n := 0
	for _, ind := range bundled.Indicators() {
		if !strings.HasPrefix(ind.ID, "regk31.") {
			continue
		}
		got, ok := d.Indicator(ind.ID)
		if !ok || got.Name != ind.Name || got.Unit != ind.Unit || got.Per != ind.Per || got.Publisher != ind.Publisher {
			t.Errorf("%s is described as %+v, want %+v", ind.ID, got, ind)
		}
		for _, y := range d.Years() {
			for _, m := range bundled.Municipalities() {
				if got, want := d.Value(m.Code, y, ind.ID), bundled.Value(m.Code, y, ind.ID); got != want {
					t.Errorf("%s, %d, %s is %v, want %v", m.Name, y, ind.ID, got, want)
				}
				n++
			}
		}
	}
	if n != 25*4*98 || len(d.Indicators()) != 25 {
		t.Errorf("%d figures compared of %d indicators, want %d of 25", n, len(d.Indicators()), 25*4*98)
	}
}
