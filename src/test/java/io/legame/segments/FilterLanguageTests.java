package io.legame.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.legame.platform.Refusal;
import io.legame.platform.Texts;
import io.legame.testing.LegameTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A filter as JSON and as a sentence. */
@LegameTest
class FilterLanguageTests {
    @Autowired
    private Filters filters;

    @Autowired
    private Drafting drafting;

    @Autowired
    private Telling telling;

    @Autowired
    private FilterSentences sentences;

    @Autowired
    private Texts texts;

    @Test
    void aFilterIsTheSameAfterItWasWrittenAndRead() {
        var random = new RandomFilters(new Random(1));
        for (int i = 0; i < 500; i++) {
            Filter filter = random.filter(3);
            assertThat(filters.read(filters.write(filter))).isEqualTo(filter);
        }
    }

    @Test
    void aFilterMeansTheSameAfterItWentThroughTheBuildersForm() {
        var random = new RandomFilters(new Random(2));
        for (int i = 0; i < 500; i++) {
            Filter filter = random.filter(3);
            Filter back = drafting.filter(drafting.draft(filter));
            assertThat(sentence(back, Locale.ENGLISH)).isEqualTo(sentence(filter, Locale.ENGLISH));
        }
    }

    @Test
    void everyFilterCanBeToldInBothLanguages() {
        var random = new RandomFilters(new Random(3));
        for (int i = 0; i < 1000; i++) {
            Filter filter = random.filter(3);
            assertThat(sentence(filter, Locale.ENGLISH)).doesNotContain("segments.", "{", "}", "not are", "  ");
            assertThat(sentence(filter, Locale.ITALIAN)).doesNotContain("segments.", "{", "}", "non non", "  ");
        }
    }

    @Test
    void differentConditionsNeverReadTheSame() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.ITALIAN)) {
            var random = new RandomFilters(new Random(4));
            var told = new HashMap<String, String>();
            for (int i = 0; i < 6000; i++) {
                Condition condition = random.condition();
                String asked = condition.sql(LocalDate.of(2019, 4, 1)).toString();
                String before = told.putIfAbsent(sentence(condition, language), asked);
                assertThat(before == null ? asked : before)
                        .as(filters.write(condition))
                        .isEqualTo(asked);
            }
        }
    }

    private String sentence(Filter filter, Locale language) {
        return Sentence.of(filter, telling.words(language));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"all":[]} | all customers | tutti i clienti
            {"attribute":"gender","isOneOf":["F"]} | women | donne
            {"not":{"attribute":"gender","isOneOf":["F"]}} | customers who are not women | clienti che non sono donne
            {"attribute":"gender","isNoneOf":["F","M"]} | customers who are not women or men | clienti che non sono donne o uomini
            {"all":[{"attribute":"gender","isOneOf":["F"]},{"attribute":"age","between":[35,45]},{"purchases":"amount","atLeast":100,"during":{"last":90,"unit":"days"},"channels":["online"]},{"reachable":"email"}]} | women aged 35 to 45 who spent at least €100.00 on-line in the last 90 days and can be reached by e-mail | donne da 35 a 45 anni che hanno speso almeno 100,00 € on-line negli ultimi 90 giorni e si possono raggiungere per e-mail
            {"any":[{"attribute":"town","isOneOf":["Milano","Roma"]},{"purchases":"orders","none":true}]} | customers who live in Milano or Roma or never bought anything | clienti che vivono a Milano o Roma o non hanno mai comprato
            {"all":[{"attribute":"town","isOneOf":["Milano"]},{"any":[{"keyed":true},{"reachable":"phone"}]}]} | customers from Milano who either have the unique key or can be reached by phone | clienti di Milano che o hanno la chiave univoca o si possono raggiungere per telefono
            {"all":[{"reachable":"post"},{"any":[{"keyed":true},{"reachable":"phone"}]}]} | customers who can be reached by post, and who either have the unique key or can be reached by phone | clienti che si possono raggiungere per posta, e che o hanno la chiave univoca o si possono raggiungere per telefono
            {"any":[{"all":[{"attribute":"gender","isOneOf":["F"]},{"attribute":"age","atLeast":60}]},{"keyed":false}]} | customers who both are women and are aged 60 or over, or who lack the unique key | clienti che insieme sono donne e hanno almeno 60 anni, oppure che non hanno la chiave univoca
            {"all":[{"attribute":"gender","isOneOf":["F"]},{"keyed":"either"},{"reachable":"phone"}]} | women with or without the unique key who can be reached by phone | donne con o senza chiave univoca che si possono raggiungere per telefono
            {"all":[{"attribute":"gender","isOneOf":["F"]},{"not":{"keyed":"either"}}]} | women who neither have nor lack the unique key | donne che né hanno né non hanno la chiave univoca
            {"not":{"any":[{"reachable":"email"},{"purchases":"amount","moreThan":50}]}} | customers who cannot be reached by e-mail and did not spend more than €50.00 | clienti che non si possono raggiungere per e-mail e non hanno speso più di 50,00 €
            {"attribute":"area","isOneOf":["north_west","islands"]} | customers who live in the north-west or the islands of Italy | clienti che vivono nel nord-ovest o nelle isole d'Italia
            {"attribute":"area","isNoneOf":["south"]} | customers who do not live in the south of Italy | clienti che non vivono nel sud d'Italia
            {"attribute":"area","isKnown":true} | customers who have an area of Italy on record | clienti che hanno una zona d'Italia in anagrafica
            {"attribute":"birthMonth","isOneOf":[5]} | customers born in May | clienti che sono nati in maggio
            {"attribute":"birthDate","before":"1980-01-31"} | customers born before 31 Jan 1980 | clienti che sono nati prima del 31 gen 1980
            {"attribute":"postcode","beginsWith":["20","00"]} | customers who have a postcode that begins with “20” or “00” | clienti che hanno il CAP che inizia con «20» o «00»
            {"attribute":"occupation","isKnown":false} | customers who do not have an occupation on record | clienti che non hanno la professione in anagrafica
            {"attribute":"annualIncome","atLeast":90000} | customers who earn at least €90,000.00 a year | clienti che guadagnano almeno 90.000,00 € all'anno
            {"attribute":"children","exactly":1} | customers who have exactly 1 child | clienti che hanno esattamente 1 figlio
            {"attribute":"homeOwner","is":true} | customers who own their home | clienti che hanno una casa di proprietà
            {"purchases":"orders","atLeast":2,"during":{"from":"2019-01-01","to":"2019-06-30"}} | customers who made at least 2 purchases from 1 Jan 2019 to 30 Jun 2019 | clienti che hanno fatto almeno 2 acquisti dal 1 gen 2019 al 30 giu 2019
            {"purchases":"orders","none":true,"during":{"last":1,"unit":"months"}} | customers who bought nothing in the last month | clienti che non hanno comprato nulla nell'ultimo mese
            {"purchases":"daysSinceLast","moreThan":180} | customers who last bought more than 180 days ago | clienti che hanno fatto l'ultimo acquisto più di 180 giorni fa
            {"purchases":"averageOrder","between":[10,20],"touchpoints":["Shop Milano"]} | customers who spent between €10.00 and €20.00 an order on average at Shop Milano | clienti che hanno speso in media fra 10,00 € e 20,00 € a ordine presso Shop Milano
            {"purchases":"amount","atLeast":100,"brands":["Legnano","Bianchi"],"discounted":true,"channels":["online"]} | customers who spent at least €100.00 on the brands Legnano or Bianchi at a discount on-line | clienti che hanno speso almeno 100,00 € per prodotti delle marche Legnano o Bianchi in sconto on-line
            {"purchases":"orders","none":true,"discounted":false,"during":{"last":1,"unit":"years"}} | customers who bought nothing at full price in the last year | clienti che non hanno comprato nulla a prezzo pieno nell'ultimo anno
            {"purchases":"orders","none":true,"categories":["Bikes"],"brands":["made in Italy"]} | customers who never bought the category Bikes of the brand “made in Italy” | clienti che non hanno mai comprato prodotti della categoria Bikes della marca «made in Italy»
            {"not":{"purchases":"discount","atLeast":20,"brands":["Legnano"]}} | customers who did not save at least €20.00 in discounts on the brand Legnano | clienti che non hanno avuto almeno 20,00 € di sconto per prodotti della marca Legnano
            {"purchases":"largestOrder","between":[100,200],"touchpoints":["e-shop"]} | customers who spent between €100.00 and €200.00 in their largest purchase at e-shop | clienti che hanno speso fra 100,00 € e 200,00 € nell'acquisto più grande presso e-shop
            {"purchases":"smallestOrder","lessThan":10,"brands":["Legnano"]} | customers who spent less than €10.00 in their smallest purchase of the brand Legnano | clienti che hanno speso meno di 10,00 € nell'acquisto più piccolo di prodotti della marca Legnano
            {"purchases":"products","exactly":1} | customers who bought exactly 1 product | clienti che hanno comprato esattamente 1 prodotto
            {"purchases":"products","atLeast":3,"categories":["Bikes"]} | customers who bought at least 3 different products of the category Bikes | clienti che hanno comprato almeno 3 prodotti diversi fra i prodotti della categoria Bikes
            {"not":{"purchases":"categories","atLeast":2}} | customers who did not buy from at least 2 different categories | clienti che non hanno comprato prodotti di almeno 2 categorie diverse
            {"purchases":"brands","moreThan":1,"categories":["Bikes"]} | customers who bought the category Bikes from more than 1 brand | clienti che hanno comprato prodotti della categoria Bikes di più di 1 marca
            {"purchases":"returns","atLeast":2,"during":{"last":6,"unit":"months"}} | customers who made at least 2 returns in the last 6 months | clienti che hanno fatto almeno 2 resi negli ultimi 6 mesi
            {"ofBefore":"amount","lessThan":50,"during":{"last":90,"unit":"days"},"brands":["Legnano"],"discounted":false} | customers who spent on the brand Legnano at full price in the last 90 days less than 50% of what they spent in the same time before | clienti che hanno speso per prodotti della marca Legnano a prezzo pieno negli ultimi 90 giorni meno di 50% di quanto avevano speso nello stesso tempo prima
            {"purchases":"items","atLeast":3,"categories":["Bikes"]} | customers who bought at least 3 items of the category Bikes | clienti che hanno comprato almeno 3 pezzi di prodotti della categoria Bikes
            {"interactions":"number","kinds":["visit"],"none":true,"during":{"last":2,"unit":"weeks"}} | customers who had no visit in the last 2 weeks | clienti che non hanno avuto contatti di tipo visita nelle ultime 2 settimane
            {"interactions":"number","atLeast":1,"kinds":["call"],"details":{"outcome":["success","no answer"],"campaign":["Spring"]}} | customers who had at least 1 of: call with outcome success or “no answer” and campaign Spring | clienti che hanno avuto almeno 1 contatto di tipo chiamata con esito success o «no answer» e campagna Spring
            {"interactions":"number","none":true,"details":{"ticket":["7"]},"during":{"last":1,"unit":"months"}} | customers who had no contact other than a purchase with “ticket” 7 in the last month | clienti che non hanno avuto contatti di tipo diverso dagli acquisti con «ticket» 7 nell'ultimo mese
            {"not":{"interactions":"days","atLeast":2,"kinds":["visit","call"],"channels":["shop"]}} | customers who were not in touch by visit or call on at least 2 different days in a shop | clienti che non hanno avuto contatti di tipo visita o chiamata in almeno 2 giorni diversi in negozio
            {"interactions":"daysSinceLast","moreThan":30,"kinds":["call"]} | customers who were last in touch by call more than 30 days ago | clienti che hanno avuto l'ultimo contatto di tipo chiamata più di 30 giorni fa
            {"interactions":"lastDate","before":"2019-06-30","kinds":["visit"],"touchpoints":["Milano"]} | customers who were last in touch by visit at Milano before 30 Jun 2019 | clienti che hanno avuto l'ultimo contatto di tipo visita presso Milano prima del 30 giu 2019
            {"interactions":"firstDate","on":"2019-06-30","kinds":["visit"]} | customers who were first in touch by visit on 30 Jun 2019 | clienti che hanno avuto il primo contatto di tipo visita il 30 giu 2019
            {"sequence":[{"did":"interaction","kinds":["message"],"details":{"outcome":["opened"]}},{"did":"purchase","within":7,"unit":"days"}],"during":{"last":90,"unit":"days"}} | customers who first had a contact by message with outcome opened in the last 90 days, then within 7 days a purchase | clienti che hanno avuto prima un contatto di tipo messaggio con esito opened negli ultimi 90 giorni, poi entro 7 giorni un acquisto
            {"sequence":[{"did":"interaction","kinds":["visit"],"touchpoints":["Milano"]},{"didNot":"purchase","within":1,"unit":"months"}]} | customers who first had a contact by visit at Milano, then within 1 month no purchase | clienti che hanno avuto prima un contatto di tipo visita presso Milano, poi entro 1 mese nessun acquisto
            {"not":{"sequence":[{"did":"purchase","brands":["Legnano"],"discounted":true},{"did":"interaction","within":2,"unit":"weeks"},{"didNot":"purchase","categories":["Bikes"],"within":10,"unit":"days"}]}} | customers who did not first have a purchase of the brand Legnano at a discount, then within 2 weeks a contact other than a purchase, then within 10 days no purchase of the category Bikes | clienti che non hanno avuto prima un acquisto di prodotti della marca Legnano in sconto, poi entro 2 settimane un contatto diverso dagli acquisti, poi entro 10 giorni nessun acquisto di prodotti della categoria Bikes
            {"tier":["gold","platinum"]} | customers who are in the tier gold or platinum | clienti che sono nella fascia oro o platino
            {"tier":["iron","none"],"on":"2019-06-30"} | customers who were in the tier iron or outside all tiers on 30 Jun 2019 | clienti che erano nella fascia ferro o fuori da ogni fascia al 30 giu 2019
            {"not":{"tier":["none"]}} | customers who are not outside all tiers | clienti che non sono fuori da ogni fascia
            {"moved":["2019-05-31","today"],"from":["gold"],"to":["iron","none"]} | customers who moved from gold on 31 May 2019 to iron or no tier today | clienti che sono passati da oro al 31 mag 2019 a ferro o fuori fascia oggi
            {"not":{"moved":["2019-05-31","2019-06-30"],"from":["gold"],"to":["iron"]}} | customers who did not move from gold on 31 May 2019 to iron on 30 Jun 2019 | clienti che non sono passati da oro al 31 mag 2019 a ferro al 30 giu 2019
            {"moved":["2019-05-31","2019-06-30"],"from":["gold"],"to":["gold"]} | customers who were in the tier gold on 31 May 2019 and on 30 Jun 2019 | clienti che erano nella fascia oro il 31 mag 2019 e il 30 giu 2019
            {"all":[{"stage":["at_risk","lost"]},{"reachable":"email"}]} | customers who are at risk or lost and can be reached by e-mail | clienti che sono nella fase a rischio o perso e si possono raggiungere per e-mail
            {"not":{"stage":["loyal"],"on":"2019-06-15"}} | customers who were not loyal on 15 Jun 2019 | clienti che non erano nella fase fedele al 15 giu 2019
            {"entered":["at_risk"],"during":{"last":30,"unit":"days"}} | customers who entered the stage at risk in the last 30 days | clienti che sono entrati nella fase a rischio negli ultimi 30 giorni
            {"anniversary":"birthDate","within":0} | customers who have their birthday today | clienti che compiono gli anni oggi
            {"not":{"anniversary":"birthDate","within":7}} | customers who do not have their birthday today or in the next 7 days | clienti che non compiono gli anni oggi o nei prossimi 7 giorni
            {"anniversary":"firstPurchase","in":1} | customers who have the anniversary of their first purchase tomorrow | clienti che hanno l'anniversario del primo acquisto domani
            {"top":10,"unit":"percent","by":"profit"} | customers who are among the 10% with the highest profit today | clienti che sono nel 10% con i valori più alti di profitto oggi
            {"not":{"top":1000,"unit":"customers","by":"revenue"}} | customers who are not among the 1,000 with the highest total revenue today | clienti che non sono tra i 1.000 con i valori più alti di ricavi totali oggi
            {"not":{"sample":10,"draw":2000}} | customers who are not in the random 10% of draw 2000 | clienti che non sono nel 10% a caso dell'estrazione 2000
            {"ofBefore":"amount","atMost":50,"during":{"last":90,"unit":"days"},"channels":["online"]} | customers who spent on-line in the last 90 days at most 50% of what they spent in the same time before | clienti che hanno speso on-line negli ultimi 90 giorni al massimo 50% di quanto avevano speso nello stesso tempo prima
            {"not":{"ofBefore":"items","moreThan":100,"during":{"last":1,"unit":"months"},"categories":["Bikes"]}} | customers who did not buy in the last month more than 100% of the items that they bought of the category Bikes in the same time before | clienti che non hanno comprato per prodotti della categoria Bikes nell'ultimo mese più di 100% dei pezzi che avevano comprato nello stesso tempo prima
            {"metric":"loyalty","atLeast":60} | customers whose loyalty today is at least 60 | clienti con fedeltà oggi almeno 60
            {"not":{"metric":"profit","lessThan":0}} | customers who do not have profit less than €0.00 today | clienti che non hanno profitto oggi meno di 0,00 €
            {"metric":"trend","lessThan":-20.5} | customers whose trend of revenue today is less than -20.5% | clienti con andamento dei ricavi oggi meno di -20,5%
            {"metric":"mainChannel","isOneOf":["online"]} | customers whose main channel today is On-line | clienti con canale principale oggi On-line
            {"metric":"margin","isKnown":false} | customers who do not have total margin that is known | clienti che non hanno margine totale noto
            """)
    void aFilterReadsLikeWhatAPersonWouldWrite(String json, String english, String italian) {
        Filter filter = filters.read(json);
        assertThat(plain(sentence(filter, Locale.ENGLISH))).isEqualTo(english);
        assertThat(plain(sentence(filter, Locale.ITALIAN))).isEqualTo(italian);
        assertThat(sentence(sentences.read(english, Locale.ENGLISH), Locale.ENGLISH))
                .isEqualTo(sentence(filter, Locale.ENGLISH));
        assertThat(sentence(sentences.read(italian, Locale.ITALIAN), Locale.ITALIAN))
                .isEqualTo(sentence(filter, Locale.ITALIAN));
    }

    /** Without the no-break spaces of formatted money. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"attribut":"town","isOneOf":["x"]} | /attribut | “attribute”
            {"all":[{"attribute":"twon","isOneOf":["x"]}]} | /all/0/attribute | “town”
            {"all":[{"attribute":"town","isOneof":["x"]}]} | /all/0/isOneof | “isOneOf”
            {"attribute":"age","between":[45,35]} | /between | smaller
            {"attribute":"age","between":[45]} | /between | Two values
            {"attribute":"age","atLeast":"45"} | /atLeast | number
            {"attribute":"age","atLeast":4.5} | /atLeast | whole number
            {"attribute":"area","isOneOf":["northwest"]} | /isOneOf/0 | “north_west”
            {"attribute":"age"} | / | needs one of
            {"anniversary":"birthDay","within":7} | /anniversary | “birthDate”
            {"anniversary":"birthDate","within":365} | /within | 364
            {"anniversary":"birthDate"} | / | needs one of
            {"segment":"7"} | /segment | number
            {"sample":100,"draw":1} | /sample | 99
            {"sample":10} | / | draw
            {"ofBefore":"amount","atMost":50,"during":{"from":"2019-01-01","to":"2019-06-30"}} | /during | “last” and “unit”
            {"ofBefore":"averageOrder","atMost":50,"during":{"last":90,"unit":"days"}} | /ofBefore | amount
            {"ofBefore":"amount","atMost":50} | / | during
            {"top":101,"unit":"percent","by":"profit"} | /top | 100
            {"top":10,"unit":"percent","by":"mainChannel"} | /by | profit
            {"top":10,"by":"profit"} | / | unit
            {"attribute":"town","isOneOf":[]} | /isOneOf | empty
            {"attribute":"town","isOneOf":[1]} | /isOneOf/0 | text
            {"attribute":"birthDate","before":"31/01/1980"} | /before | 2019-06-30
            {"purchases":"amount","atLeast":100,"during":{"last":90,"unit":"day"}} | /during/unit | “days”
            {"purchases":"amount","atLeast":100,"atMost":200} | / | exclude
            {"purchases":"amount","atLeast":100,"channels":["on-line"]} | /channels/0 | “online”
            {"purchases":"amount","atLeast":100,"brand":["Legnano"]} | /brand | “brands”
            {"purchases":"amount","atLeast":100,"brands":"Legnano"} | /brands | list
            {"purchases":"amount","atLeast":100,"brands":[""]} | /brands/0 | empty
            {"purchases":"amount","atLeast":100,"discounted":"yes"} | /discounted | true or false
            {"purchases":"largestOrders","atLeast":100} | /purchases | “largestOrder”
            {"purchases":"brands","none":true} | /none | known
            {"interactions":"number","atLeast":1,"brands":["Legnano"]} | /brands | known
            {"interactions":"times","atLeast":1} | /interactions | number
            {"interactions":"days","none":true} | /none | known
            {"interactions":"lastDate","atLeast":1} | /atLeast | before
            {"interactions":"daysSinceLast","atMost":100001} | /atMost | 100,000
            {"interactions":"number","atLeast":1,"details":{}} | /details | {"outcome": ["success"]}
            {"interactions":"number","atLeast":1,"details":["success"]} | /details | object
            {"interactions":"number","atLeast":1,"details":{"outcome":"success"}} | /details/outcome | list
            {"interactions":"number","atLeast":1,"details":{"a/b":[]}} | /details/a~1b | empty
            {"interactions":"number","atLeast":1,"details":{"outcome":[{"$ne":""}]}} | /details/outcome/0 | text
            {"interactions":"number","atLeast":1,"details":{" ":["x"]}} | /details/ | empty
            {"interactions":"number","atLeast":1,"details":{"a":["x"],"b":["x"],"c":["x"],"d":["x"],"e":["x"],"f":["x"]}} | /details | 6
            {"purchases":"orders","atLeast":1,"details":{"outcome":["success"]}} | /details | known
            {"sequence":[{"did":"purchase"}]} | /sequence | from 2 to 4
            {"sequence":{"did":"purchase"}} | /sequence | list
            {"sequence":[{"did":"purchase"},{"did":"purchase","within":1,"unit":"days"},{"did":"purchase","within":1,"unit":"days"},{"did":"purchase","within":1,"unit":"days"},{"did":"purchase","within":1,"unit":"days"}]} | /sequence | from 2 to 4
            {"sequence":[{"did":"purchase"},{"did":"purchases","within":1,"unit":"days"}]} | /sequence/1/did | “purchase”
            {"sequence":[{"did":"purchase"},{"did":"purchase"}]} | /sequence/1 | within
            {"sequence":[{"did":"purchase"},{"did":"purchase","within":1,"unit":"years"}]} | /sequence/1/unit | months
            {"sequence":[{"did":"purchase"},{"did":"purchase","within":1001,"unit":"days"}]} | /sequence/1/within | 1,000
            {"sequence":[{"did":"purchase","within":1,"unit":"days"},{"did":"purchase","within":1,"unit":"days"}]} | /sequence/0/within | known
            {"sequence":[{"didNot":"purchase"},{"did":"purchase","within":1,"unit":"days"}]} | /sequence/0/didNot | last step
            {"sequence":[{"did":"purchase"},{"did":"purchase","didNot":"purchase","within":1,"unit":"days"}]} | /sequence/1 | exclude
            {"sequence":[{"did":"purchase","kinds":["visit"]},{"did":"purchase","within":1,"unit":"days"}]} | /sequence/0/kinds | known
            {"sequence":[{"did":"interaction","brands":["Legnano"]},{"did":"purchase","within":1,"unit":"days"}]} | /sequence/0/brands | known
            {"sequence":[{"did":"purchase"},{"sequence":[],"within":1,"unit":"days"}]} | /sequence/1 | did
            {"sequence":[[],[]]} | /sequence/0 | object
            {"purchases":"amount","atLeast":1e400} | /atLeast | too large
            {"purchases":"amount","atLeast":0.00001} | /atLeast | decimals
            {"reachable":"mail"} | /reachable | “email”
            {"any":[]} | /any | empty
            {"all":[],"any":[]} | /any | “all”
            {"not":[]} | /not | object
            [] | / | object
            {"keyed":true,"keyed":false} | JSON | keyed
            {"tier":["silver"]} | /tier/0 | possible
            {"tier":["gold"],"on":"2019-06-15"} | /on | 2019-06-30
            {"moved":["2019-06-30","2019-05-31"],"from":["gold"],"to":["iron"]} | /moved | smaller
            {"moved":["today","2019-05-31"],"from":["gold"],"to":["iron"]} | /moved/0 | day
            {"moved":["2019-05-31","today"],"from":["gold"]} | / | “to”
            {"stage":["atrisk"]} | /stage/0 | at_risk
            {"entered":["lost"],"on":"2019-05-31"} | /on | known
            {"metric":"loyal","atLeast":1} | /metric | “loyalty”
            {"metric":"loyalty","isOneOf":["1"]} | /isOneOf | possible
            {"keyed":"sometimes"} | /keyed | either
            {"keyed": | JSON | end
            """)
    void whatIsWrongIsSaidWithItsPlace(String json, String place, String hint) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> filters.read(json));
        assertThat(texts.get(Locale.ENGLISH, refusal.key(), refusal.arguments()))
                .contains(place)
                .containsIgnoringCase(hint);
    }

    @Test
    void whatIsTooDeepOrTooLongIsRefusedWithAReason() {
        assertThat(refusal("{\"not\":".repeat(100) + "{\"keyed\":true}" + "}".repeat(100)))
                .contains("nested deeper than 8");
        assertThat(refusal("{\"not\":".repeat(5000) + "{\"keyed\":true}" + "}".repeat(5000)))
                .contains("JSON");
        String town = "\"a\"";
        assertThat(refusal("{\"attribute\":\"town\",\"isOneOf\":[" + (town + ",").repeat(1000) + town + "]}"))
                .contains("1,001", "1,000");
        assertThat(refusal("{\"attribute\":\"town\",\"contains\":\"" + "x".repeat(201) + "\"}"))
                .contains("201");
        String interaction = "{\"interactions\":\"number\",\"atLeast\":1,\"details\":{";
        assertThat(refusal(interaction + "\"" + "x".repeat(201) + "\":[\"x\"]}}"))
                .contains("201");
        assertThat(refusal(interaction + "\"x\":[" + (town + ",").repeat(1000) + town + "]}}"))
                .contains("1,001");
        assertThat(refusal("{\"all\":[" + "{\"keyed\":true},".repeat(50) + "{\"keyed\":true}]}"))
                .contains("51", "50");
    }

    private String refusal(String json) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> filters.read(json));
        return texts.get(Locale.ENGLISH, refusal.key(), refusal.arguments());
    }

    @Test
    void everyKindHasItsSchema() {
        assertThat(filters.schema().toString())
                .contains("attribute", "purchases", "interactions", "reachable", "keyed", "window")
                .contains("tier", "moved", "stage", "entered", "metric");
    }
}
