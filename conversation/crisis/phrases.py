"""What all lists of crisis words share, as data: read `finding` for how they are matched.

A line is a row of words. `a|b` is either, `a*` any ending, `a?` may be missing, `~` stands for up to three words,
`_` a blank inside a choice, `^` and `$` for the begin and the end of a sentence, `#` for a number in digits; words \
in capitals are the sets of
WORD_SETS. Write umlauts, case and double letters as you like, and words as in SPOKEN on the left. What is told of
others (SEEN) gives way where a sentence speaks of a case that might happen or of the past; what people say of
themselves (FELT) never does. The lists themselves stand in the modules beside this one, what only sounds like need in
`phrases_harmless`.
"""
from __future__ import annotations

SPOKEN = {
    "ich": "i ick ik isch ish icke ihc cih",
    "mich": "mi mik misch mcih",
    "mir": "mia",
    "nicht": "nich nciht nixht nihct net ned nit ni nisch nedd niht nict nöd ncht nicth",
    "nicht mehr": "nimmer nimma nemme nemma nimmi nimme nemmer nimmr nichtmehr nichmehr nichmer nichtmer",
    "mehr": "mer meer mea mehrr mihr",
    "nichts": "nix nischt nüscht nixx",
    "nie mehr": "niemehr",
    "nie wieder": "niewieder niemals",
    "keine": "keene koi koane keen kei kaane kene kein keinen keiner keinem",
    "will": "wil wui wüll wull wll",
    "möchte": "mecht möcht mechte möchde möchtte",
    "mag": "mog",
    "leben": "lebn leem läm leba läba läbe leven lebne lbeen lben levn laben läwen lewen läwn",
    "sterben": "sterbn sterm sterbne strben sterwe schterbe sterbm setrben",
    "tot sein": "totsein",
    "mein": "mei moi mien ming",
    "meine": "meene meen",
    "meinem": "meim meinm mim",
    "gesicht": "gsicht gsichd jesicht",
    "lege": "leg",
    "hole": "hol",
    "tut": "duat duad",
    "geht es": "gehts",
    "mann": "mo",
    "vater": "vadder vatter vati voder",
    "mutter": "mudder muttern mutti muada muddi",
    "junge": "bub bua bubi",
    "mädchen": "mädle madl dirndl deern mädel",
    "ist": "is",
    "hat": "hot hod",
    "habe": "hab hob hbe",
    "heute": "heit heid heut hüt",
    "jetzt": "jetz jez jetzad etz ejtzt jezz",
    "und": "un ond",
    "kind": "kidn knid kint kin",
    "kann": "ka ko koa kon",
    "krampfanfall": "kramfpanfall krampanfall krampfanfal",
    "haus": "huus hus",
    "getrunken": "gedrunkn gedrunken trunken gtrunken",
    "liegt": "liecht liechd liegd",
    "sagt": "sachd sacht",
    "gerade": "grade grad gerad grod",
    "rührt sich": "rührts",
    "treppe": "dreppe trepp",
    "kriegen": "krigen kriegn",
    "rührt": "riahrt",
    "springen": "springn",
    "nie": "nia",
    "auf": "uff",
    "etwas": "was wat",
    "weiß": "woas weis wees",
    "kriege": "krieg grieg griag kriag krich kriech griech",
    "kriegt": "grischt kriggt griagt kriagt kricht griecht griegt krigt",
    "bekomme": "bekomm bekom",
    "luft": "lufd",
    "schlägt": "schlegt schlächt schlogt schlögt schlägd schleht schlgt sleiht sleit",
    "schlagen": "schlogn schlan schlog",
    "haut": "haud",
    "brennt": "brend",
    "brennt es": "brennts",
    "umgekippt": "umkippt umkibbt umgekibbt",
    "blutet": "bluat bluad bluded",
    "umgefallen": "umgfalln umgfallen umgefalln umgfoin",
    "gefallen": "gfalln gfallen gfoin obagfoin abagfalln",
    "gestürzt": "gstürzt gschtürzt",
    "bringe": "bring",
    "springe": "spring",
    "nehme": "nehm",
    "mache": "mach moch",
    "gehe": "geh",
    "tue": "tu dua tua",
    "stehe": "steh",
    "sitze": "sitz",
    "werfe": "werf",
    "schmeiße": "schmeiß",
    "halte": "halt hoit",
    "steche": "stech",
    "knalle": "knall",
    "schlage": "schlag",
    "erschieße": "erschieß",
    "zünde": "zünd",
    "brauche": "brauch brauchn brauchma",
    "hilfe": "hlfe hife hilfä hilf hülfe hielfe",
}
"""Words as people speak and mistype them (Bavarian, Swabian, Saxon, Low German, hasty), by the word of the lists."""

RUN_TOGETHER = (
    "ich will nicht mehr leben|ich will sterben|ich will nicht mehr|will nicht mehr leben|nicht mehr leben|will sterben|"
    "ich bringe mich um|bring mich um|ich kann nicht mehr|schlägt mich|keine luft|es brennt|ich will tot sein"
)
"""Sentences that are found without their blanks as well."""

WORD_SETS = {
    "WILL": "will|möchte|mag|würde|wollte|werde",
    "MEINE": "mein|meine|meinen|meinem|meiner|unser|unsere|unserem|unseren|unserer",
    "ELTERN": (
        "papa|papi|mama|mami|vater|mutter|stiefvater|stiefmutter|eltern|opa|oma|onkel|tante|bruder|stiefbruder|"
        "pflegevater|pflegemutter|pflegeeltern|cousin"
    ),
    "PARTNER": (
        "mann|ehemann|freund|partner|frau|ehefrau|freundin|partnerin|ex|exmann|exfreund|exfrau|exfreundin|"
        "lebensgefährte|lebensgefährtin|verlobter|kindsvater"
    ),
    "KIND": (
        "kind|kinder|baby|säugling|sohn|tochter|enkel|enkelin|junge|mädchen|kleine|kleiner|kleinkind|bruder|schwester|"
        "nichte|neffe|patenkind|pflegekind"
    ),
    "NACHBARSKIND": (
        "kind|kinder|baby|nachbarskind|nachbarskinder|nachbarskindern|mädchen|junge|jungen|schüler|schülerin|enkel|"
        "nichte|neffe|kleine|kleiner|kleinen|geschwister"
    ),
    "MENSCH": (
        "er|sie|jemand|einer|person|mann|ehemann|freund|partner|frau|ehefrau|freundin|partnerin|vater|papa|papi|mutter|"
        "mama|mami|bruder|schwester|sohn|tochter|onkel|tante|opa|oma|großvater|großmutter|kind|baby|säugling|enkel|"
        "enkelin|nachbar|nachbarin|kollege|kollegin|kumpel|mitbewohner|mitbewohnerin|teilnehmer|teilnehmerin|gast|junge|"
        "mädchen|chef|chefin|schwiegermutter|schwiegervater|schwiegersohn|schwiegertochter|cousin|cousine|neffe|nichte|"
        "ex|exmann|exfreund|exfrau|kleine|kleiner|arbeitskollege|mitschüler|mitschülerin|schüler|schülerin|bewohner|"
        "bewohnerin|kinder|jemanden|jemandem|bauer|fahrer|fahrerin|radfahrer|radfahrerin|wanderer|spaziergänger|obdachloser|lebensgefährte|"
        "bekannter|bekannte|trainer|verlobter|kassenwart|vorsitzender|zwilling|uroma|uropa|dame|herr|schwager|schwägerin"
    ),
    "SCHLÄGT": (
        "schlägt|prügelt|verprügelt|würgt|misshandelt|vergewaltigt|missbraucht|schlug|prügelte|würgte|verhaut|"
        "verdrischt|vermöbelt|ohrfeigt|boxt"
    ),
    "GESCHLAGEN": (
        "geschlagen|misshandelt|verprügelt|vergewaltigt|gewürgt|missbraucht|getreten|gestalkt|bedroht|eingesperrt|"
        "verdroschen|vermöbelt|geprügelt|zusammengeschlagen|gequält|verhauen|geohrfeigt|gehauen|geschubst"
    ),
    "UMBRINGEN": (
        "umbringen|töten|erhängen|aufhängen|erschießen|vergiften|ertränken|umzubringen|umbringe|abstechen|erstechen|"
        "killen|aufzuhängen|erhänge|erschieße|vergifte|ertränke"
    ),
    "HAUS": (
        "haus|wohnung|küche|keller|dach|dachstuhl|zimmer|treppenhaus|auto|scheune|nachbarhaus|garage|heim|stall|flur|"
        "wohnzimmer|schlafzimmer|kinderzimmer|dachboden|heizraum|hausflur|schuppen|hütte|hof|bauernhof|werkstatt|"
        "vereinsheim|halle|turnhalle|nebenhaus|mülltonne|mülltonnen|laube|waschküche"
    ),
    "PILLEN": "ibuprofen|ibus|ibu|paracetamol|aspirin|tavor|tilidin|oxazepam|antidepressiva|tabletten|pillen|schlaftabletten|medikamente|schlafmittel|schmerztabletten|herztabletten|insulin",
    "GIFT": (
        "gift|putzmittel|reiniger|abflussreiniger|rohrreiniger|waschmittel|waschpulver|spülmaschinenpulver|spülmittel|"
        "spülmaschinentab|bleiche|chlor|lampenöl|spiritus|benzin|diesel|terpentin|verdünner|säure|essigessenz|lauge|"
        "frostschutz|frostschutzmittel|rattengift|unkrautvernichter|batterie|knopfzelle|knopfbatterie|magnet|magnete|"
        "pilze|pilz|beeren|tollkirschen|zigarette|zigaretten|nikotin|entkalker|grillanzünder|desinfektionsmittel|"
        "nagellackentferner|waschbenzin|kalkreiniger|klebstoff|spülmaschinentabs|eibe|maiglöckchen|tabletten|pillen|schlaftabletten|medikamente|pille|tablette|drogen"
    ),
    "WASSER": "wasser|see|fluss|teich|kanal|bach|weiher|hafen|becken|pool|schwimmbad|baggersee|brunnen|rhein|elbe|donau",
    "NOTARZT": "notarzt|rettungswagen|krankenwagen|rettungsdienst|sanitäter|rettungshubschrauber|notarztwagen|krankenauto",
    "WAFFE": "messer|waffe|pistole|axt|beil|gewehr|machete|baseballschläger|eisenstange|hammer|revolver|knarre",
    "AMT": (
        "rathaus|amt|jobcenter|jugendamt|bauamt|landratsamt|sozialamt|finanzamt|ordnungsamt|arbeitsamt|bude|haus|hütte|"
        "laden|schule|kirche|moschee|heim|unterkunft|asylheim|büro|gericht|auto|wohnung|behörde|ausländerbehörde"
    ),
}

CONDITION = "wenn|falls|sobald|damit|deren|denen"
PROJECT = (
    "projekt*|idee*|konzept*|app|armband|notrufarmband|notrufsystem|sensor*|förder*|zuschuss*|kurs|kurse|schulung*|"
    "prävention*|kampagne*|gründen|gründung|initiative*|plattform|studie|entwickeln|aufbauen|finanzieren|alarm|haftet|"
    "haftung|versicherung|versichert|fortbildung*|leitfaden|seminar*|workshop*|konzepte|bezuschusst|gefördert|anbieten"
)
FICTION = (
    "krimi*|theater*|film*|roman*|hörspiel*|stück|kurzfilm*|ausstellung*|lesung*|kostüme|bühne|planspiel*|rollenspiel*"
)
PAST = """
vor ~ jahren|monaten|jahrzehnten|langer
vor einem jahr|monat
letztes|letzten|vergangenes|vorletztes|voriges jahr|jahres|sommer|winter|herbst|frühling|frühjahr|mai|juni|juli|august
im|seit|jahr|sommer|winter 199*|200*|201*|202*
damals|früher|seitdem|seither
deshalb|daher|darum|deswegen ~ wollen|möchte|möchten|planen|suchen|gründen|idee|projekt
als kind|jugendlicher|jugendliche|schüler|schülerin
jahre|jahrzehnte|jahren her
^ 19*|20* stand|war|hatten|wurde|kam|haben
nach dem|der|einem|einer|meinem|seinem|ihrem ~ suizid|selbstmord|schlaganfall|herzinfarkt|brand|feuer|unfall|\
hochwasser
"""
REPORTED = (
    "viele|manche|einige|menschen|leute|senioren|jugendliche|betroffene|klienten|bewohner ~ "
    "sagen|denken|schreiben|berichten|meinen"
)
TITLED = (
    r"(?:titel|heißt|heisst|namens|theaterstück|stück|film|buch|roman|podcast|song|lied|kampagne|motto|slogan|lesung|"
    r"ausstellung|hörspiel|krimi|kurzfilm)"
)

ORDINARY = """
vernetzt streben strebe scherzen schlafen schlag schläge schlaf erschlagen fieber verloren einladen umbauen
anhängen abhängen aushängen gestartet geschaffen gestrichen gefallen verletzen versetzt erfolgt verfolgen gestärkt
betreten eintreten abstecken erschließen erschließt aufmachen aufwaschen weitergeben gewürzt sprengen sprangen bekäme
gedroht schläft schlaft geschlafen erschienen brengt kriegst fortbewegen notfalls beatmen erfolge ernährt abschließen beschießen anspringen getrieben
"""
"""Words one slip away from a word of the lists that people mean as they write them."""

KEY_WORDS = """
selbstmord suizid umbringen umzubringen umgebracht umbringe sterben lebensmüde suizidgedanken selbstmordgedanken \
suizidal
tabletten schlaftabletten erhängen aufhängen erschießen vergiften ertränken abschiedsbrief pulsadern springen \
aufwachen
weiterleben verabschiedet geschlagen misshandelt verprügelt vergewaltigt gewürgt missbraucht getreten gestalkt bedroht
schlägt prügelt verprügelt misshandelt abstechen verfolgt krankenwagen notarzt rettungswagen herzinfarkt schlaganfall
bewusstlos ohnmächtig atemnot brustschmerzen verblutet blutet ertrinkt erstickt vergiftet verschluckt verletzt \
gasgeruch
brennt kriege kriegt bekomme bekommt atmen fruchtblase notfall verschwunden feuerwehr polizei überdosis \
zusammengebrochen
"""
"""Words in which one slip is forgiven; short ones are listed with their slips in SPOKEN."""
