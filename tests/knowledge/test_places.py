"""The place resolver: what people write, and what only looks like a place."""
from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
import yaml

from knowledge.places import Place, PlaceResolver

CONTENT = Path(__file__).parents[2] / "knowledge" / "content"


@pytest.fixture(scope="module")
def resolver() -> PlaceResolver:
    return PlaceResolver.from_content(CONTENT)


# text, Land, Kreis, place
UNAMBIGUOUS = [
    # plain names, Länder, Kreise, regions
    ("Wir kommen aus Sachsen.", "SN", None, None),
    ("Förderung in Thüringen", "TH", None, None),
    ("ich wohne in görlitz", "SN", "Landkreis Görlitz", "Görlitz"),
    ("ICH WOHNE IN GÖRLITZ", "SN", "Landkreis Görlitz", "Görlitz"),
    ("Dorfladen in Zittau", "SN", "Landkreis Görlitz", "Zittau"),
    ("Wir sind ein Verein in Berlin", "BE", None, "Berlin"),
    ("Hamburg", "HH", None, "Hamburg"),
    ("Bremen", "HB", "Bremen", "Bremen"),
    ("Dresden", "SN", "Dresden", "Dresden"),
    ("in Sachsen-Anhalt", "ST", None, None),
    ("in Niedersachsen", "NI", None, None),
    ("Baden-Württemberg", "BW", None, None),
    ("in Schleswig Holstein", "SH", None, None),
    ("in der Oberlausitz", "SN", None, "Oberlausitz"),
    ("im Erzgebirge", "SN", None, "Erzgebirge"),
    ("im Wendland", "NI", "Landkreis Lüchow-Dannenberg", "Wendland"),
    ("in der Uckermark", "BB", "Landkreis Uckermark", "Uckermark"),
    ("auf Rügen", "MV", "Landkreis Vorpommern-Rügen", "Rügen"),
    ("auf der Schwäbischen Alb", "BW", None, "Schwäbische Alb"),
    ("im Bayerischen Wald", "BY", None, "Bayerischer Wald"),
    ("im Alten Land", "NI", "Landkreis Stade", "Altes Land"),
    ("Bad Homburg", "HE", "Hochtaunuskreis", "Bad Homburg vor der Höhe"),
    # Kreise in every writing
    ("Landkreis Görlitz", "SN", "Landkreis Görlitz", None),
    ("LK Görlitz", "SN", "Landkreis Görlitz", None),
    ("lk görlitz", "SN", "Landkreis Görlitz", None),
    ("Kreis Görlitz", "SN", "Landkreis Görlitz", None),
    ("in unserem Görlitzer Landkreis", "SN", "Landkreis Görlitz", None),
    ("im Kreis Heilbronn", "BW", "Landkreis Heilbronn", None),
    ("in Heilbronn", "BW", "Heilbronn", "Heilbronn"),
    ("Kreis Offenbach", "HE", "Kreis Offenbach", None),
    ("Offenbach", "HE", "Offenbach am Main", "Offenbach am Main"),
    ("Kreis Regen", "BY", "Landkreis Regen", None),
    ("Landkreis Harz", "ST", "Landkreis Harz", None),
    ("Kreis Plön", "SH", "Kreis Plön", None),
    ("im Vogtlandkreis", "SN", "Vogtlandkreis", None),
    ("im Märkischen Kreis", "NW", "Märkischer Kreis", None),
    ("im Landkreis Spree-Neisse", "BB", "Landkreis Spree-Neiße", None),
    ("LK BZ", "SN", "Landkreis Bautzen", None),
    ("Region Hannover", "NI", "Region Hannover", None),
    # inflection, adjectives, inhabitants
    ("sächsische Dörfer", "SN", None, None),
    ("in unserem sächsischen Dorf", "SN", None, None),
    ("sächische Vereine", "SN", None, None),
    ("im Görlitzer Umland", "SN", "Landkreis Görlitz", "Görlitz"),
    ("unsere oberlausitzer gruppe", "SN", None, "Oberlausitz"),
    ("in Brandenburgs Dörfern", "BB", None, None),
    ("Thüringens Wälder", "TH", None, None),
    ("wir Sachsen", "SN", None, None),
    ("als Thüringerin", "TH", None, None),
    ("Ich bin Hesse", "HE", None, None),
    ("wir Berliner", "BE", None, "Berlin"),
    ("der Bautzner Stadtrat", "SN", "Landkreis Bautzen", "Bautzen"),
    ("ein Dresdner Verein", "SN", "Dresden", "Dresden"),
    ("im Münchner Umland", "BY", "München", "München"),
    ("unser Halberstädter Verein", "ST", "Landkreis Harz", "Halberstadt"),
    ("emsländische Gemeinden", "NI", "Landkreis Emsland", "Emsland"),
    ("im Hamburger Stadtteil", "HH", None, "Hamburg"),
    # compounds
    ("Görlitz-Land", "SN", "Landkreis Görlitz", "Görlitz"),
    ("Sachsen-weit", "SN", None, None),
    ("sachsenweit", "SN", None, None),
    ("Raum Bautzen", "SN", "Landkreis Bautzen", "Bautzen"),
    ("in Ostsachsen", "SN", None, None),
    ("in Süd-Brandenburg", "BB", None, None),
    ("Berlin-Kreuzberg", "BE", None, "Berlin"),
    # spelling
    ("aus Goerlitz", "SN", "Landkreis Görlitz", "Görlitz"),
    ("aus Gorlitz", "SN", "Landkreis Görlitz", "Görlitz"),
    ("Thueringen", "TH", None, None),
    ("Munchen", "BY", "München", "München"),
    ("in Görlits", "SN", "Landkreis Görlitz", "Görlitz"),
    ("in Thürignen", "TH", None, None),
    ("im Erzgebrige", "SN", None, "Erzgebirge"),
    ("in der Oberlausiz", "SN", None, "Oberlausitz"),
    ("in Brandeburg", "BB", None, None),
    ("Baden-Würtemberg", "BW", None, None),
    ("Landkreis Bautzn", "SN", "Landkreis Bautzen", None),
    # colloquial names, abbreviations
    ("McPomm", "MV", None, None),
    ("Meck-Pomm", "MV", None, None),
    ("NRW", "NW", None, None),
    ("Dörfer in nrw", "NW", None, None),
    ("im Ländle", "BW", None, None),
    ("im Pott", "NW", None, "Ruhrgebiet"),
    ("Förderung SN", "SN", None, None),
    ("in MV", "MV", None, None),
    ("aus BW", "BW", None, None),
    ("Dorfladen (BB)", "BB", None, None),
    # look-alikes where a place is spoken of
    ("in Essen", "NW", "Essen", "Essen"),
    ("in essen", "NW", "Essen", "Essen"),
    ("aus Halle", "ST", "Halle (Saale)", "Halle (Saale)"),
    ("bei Hof", "BY", "Hof", "Hof"),
    ("in hof", "BY", "Hof", "Hof"),
    ("Stadt Leer", "NI", "Landkreis Leer", "Leer"),
    ("Raum Norden", "NI", "Landkreis Aurich", "Norden"),
    ("nach Singen", "BW", "Landkreis Konstanz", "Singen (Hohentwiel)"),
    ("in der Nähe von Hof", "BY", "Hof", "Hof"),
    ("in Plauen", "SN", "Vogtlandkreis", "Plauen"),
    ("Essener Vereine", "NW", "Essen", "Essen"),
    ("in Baden", "BW", None, "Baden"),
    ("in Waren (Müritz)", "MV", "Landkreis Mecklenburgische Seenplatte", "Waren (Müritz)"),
    ("Essen auf Rädern in Essen", "NW", "Essen", "Essen"),
    # a second word settles it
    ("Neustadt in Sachsen", "SN", "Landkreis Sächsische Schweiz-Osterzgebirge", "Neustadt in Sachsen"),
    ("Halle an der Saale", "ST", "Halle (Saale)", "Halle (Saale)"),
    ("Halle in Westfalen", "NW", "Kreis Gütersloh", "Halle (Westf.)"),
    ("aus Halle, in NRW", "NW", "Kreis Gütersloh", "Halle (Westf.)"),
    ("Frankfurt Oder", "BB", "Frankfurt (Oder)", "Frankfurt (Oder)"),
    ("frankfurt/oder", "BB", "Frankfurt (Oder)", "Frankfurt (Oder)"),
    ("Frankfurt in Brandenburg", "BB", "Frankfurt (Oder)", "Frankfurt (Oder)"),
    ("Frankfurt a. M.", "HE", "Frankfurt am Main", "Frankfurt am Main"),
    ("Oldenburg in Holstein", "SH", "Kreis Ostholstein", "Oldenburg in Holstein"),
    ("Brandenburg an der Havel", "BB", "Brandenburg an der Havel", "Brandenburg an der Havel"),
    ("in der Lausitz, auf der sächsischen Seite", "SN", None, "Lausitz"),
    ("in der Lausitz bei Cottbus", "BB", "Cottbus", "Cottbus"),
    ("im Thüringer Vogtland", "TH", "Landkreis Greiz", "Vogtland"),
    ("Rothenburg im Landkreis Görlitz", "SN", "Landkreis Görlitz", "Rothenburg/O.L."),
    ("im Ostharz", "ST", None, "Harz"),
    # dialect, districts, villages of a region
    ("mir kumme aus de Palz", "RP", None, "Pfalz"),
    ("im Erzgebirg", "SN", None, "Erzgebirge"),
    ("do in Saarbrigge", "SL", "Regionalverband Saarbrücken", "Saarbrücken"),
    ("uff dr Schwäbischen Alb", "BW", None, "Schwäbische Alb"),
    ("aus Mannem", "BW", "Mannheim", "Mannheim"),
    ("in Moabit", "BE", None, "Berlin"),
    ("unser Hunsrückdorf in Rheinland-Pfalz", "RP", None, "Hunsrück"),
    ("die Uckermarkgemeinden", "BB", "Landkreis Uckermark", "Uckermark"),
    ("ein Trierer Verein", "RP", "Trier", "Trier"),
    ("in Geesthacht", "SH", "Kreis Herzogtum Lauenburg", "Geesthacht"),
    ("bei Crailsheim", "BW", "Landkreis Schwäbisch Hall", "Crailsheim"),
    # a slip in a long name, wherever it stands
    ("Schwernin hat so etwas, oder", "MV", "Schwerin", "Schwerin"),
    ("Wuppertahl, Nachbarschaftshilfe", "NW", "Wuppertal", "Wuppertal"),
    ("Türingen macht das besser", "TH", None, None),
    # two names after one preposition
    ("in Bayreuth und Hof", "BY", None, None),
    # several places
    ("Görlitz in Sachsen", "SN", "Landkreis Görlitz", "Görlitz"),
    ("Oberlausitz, Landkreis Görlitz", "SN", "Landkreis Görlitz", None),
    ("zwischen Görlitz und Zittau", "SN", "Landkreis Görlitz", None),
    ("in den Landkreisen Görlitz und Bautzen", "SN", None, None),
    ("nicht in Sachsen, sondern in Thüringen", "TH", None, None),
    ("Wir sind nicht aus Berlin, sondern aus Cottbus", "BB", "Cottbus", "Cottbus"),
    ("Warum gibt es das nicht in Sachsen?", "SN", None, None),
    ("nicht nur in Sachsen", "SN", None, None),
    ("ich bin von Berlin nach Görlitz gezogen", "SN", "Landkreis Görlitz", "Görlitz"),
]

# text, the Länder of its candidates, the place they share
AMBIGUOUS = [
    ("Frankfurt", {"HE", "BB"}, None),
    ("in Oldenburg", {"NI", "SH"}, None),
    ("in der Lausitz", {"SN", "BB"}, "Lausitz"),
    ("im Harz", {"NI", "ST", "TH"}, "Harz"),
    ("im Vogtland", {"SN", "TH"}, "Vogtland"),
    ("in der Rhön", {"HE", "BY", "TH"}, "Rhön"),
    ("in Rotenburg", {"NI", "HE"}, None),
    ("in Bergen", {"MV", "NI"}, None),
    ("in Schwaben", {"BW", "BY"}, "Schwaben"),
    ("in Sachsen und Thüringen", {"SN", "TH"}, None),
    ("frankfurt oder berlin", {"HE", "BB", "BE"}, None),
]

LOOK_ALIKES = """
essen auf Rädern | Das Essen war gut. | beim essen | Wir essen gemeinsam. | Nach Essen riecht es hier. | Bei Essen und Trinken
die Halle ist leer | eine Sporthalle für alle | in der Halle 3 | Bei Regen fällt das Fest aus. | Regen | im hof | auf dem Hof
ein Hof für alle | Baden verboten | Wir wollen baden gehen. | in der Heide | Das Haus steht leer. | in leer stehenden Häusern
der Raum leer steht | im Norden | Wind aus Norden | im Süden | Wir waren da. | die Waren im Dorfladen | Singen macht Freude
zum Singen | in den Bergen | eine Burg | im Forst | in Forst und Landwirtschaft | ein Buch | in einem Buch | am Rain
Herr Roth | an der Lippe | Angeln gehen | das Münster | in der Aue | ins Horn blasen | in der Lage sein | Lage und Größe
am Werder | Trauerweiden | Weiden schneiden | Hamburger essen | zwei Berliner | Berliner backen | Frankfurter Würstchen
Wiener | Preußen | Schwabenalter | Sachsenhausen | Anna Berlin | Frau Sachse | Ich heiße Hesse | Familie Berlin
Görlitzer Straße 5 | in der Dresdner Str. 12 | in der Bergstraße 3 | per Anhalter | PR-Arbeit | die MV beschließt
zur MV einladen | WIE BEKOMME ICH GELD VOM EE | 50 Franken | Fördermittel erlangen | Pflanzen gießen | auf eigenen Füßen
Wir siegen gemeinsam. | Deutschland | bundesweit | EU | die Hauptstadt | im Südwesten | Weimarer Republik | Ideen in Sachen Klima
in der Altstadt | von meisten Leuten | bei manchen Themen | am Freitag | in Linien denken | Ende | in Folge | in Kassen
nach Wollen und Können | in Meinungen | das Revier | die Mark war mehr wert | in der Hütte | ein altes Land | ol | bw | Pot
Hausmeister Kassel | Pfarrer Lindau kommt | Das Boot hat einen Kiel. | einen neuen Kiel bauen | auf Dr. Siegen | der Konzern
in harten Zeiten | in Hilfen | mit Geldern der Stadt | die Schwerter | Sie lehrte hier. | ein Limburger | Das Klötze-Spiel | in Witzen
zwischen Halle und Hof | zwischen Essen und Trinken | die Löhne | Adenauer | Werner | nach Kräften binden | in Karten
Bayer | Mitte | von Sachen | Apfelwein | Ich erlange Wissen | in einem hohen Bogen | Thüren | in Schneiden und Nähen
""".replace("\n", "|").split("|")


@pytest.mark.parametrize("text, land, kreis, place", UNAMBIGUOUS)
def test_a_place_is_found_however_people_write_it(resolver, text, land, kreis, place):
    found = resolver.resolve(text)
    assert (found.land, found.kreis, found.place) == (f"DE-{land}", kreis, place)


@pytest.mark.parametrize("text, lands, place", AMBIGUOUS)
def test_an_ambiguous_name_has_no_land_but_all_candidates(resolver, text, lands, place):
    found = resolver.resolve(text)
    assert found.land is None and found.place == place
    assert {candidate.land for candidate in found.candidates} == {f"DE-{land}" for land in lands}


@pytest.mark.parametrize("text", [one.strip() for one in LOOK_ALIKES if one.strip()])
def test_a_word_that_only_looks_like_a_place_is_left_alone(resolver, text):
    assert resolver.resolve(text).mentions == ()


@pytest.mark.parametrize("text", ["", " ", "…", "123", "\u0308\u0308", "Hallo, wie geht es?"])
def test_a_text_without_a_place_resolves_to_nothing(resolver, text):
    found = resolver.resolve(text)
    assert (found.land, found.kreis, found.place, found.candidates, found.mentions) == (None, None, None, (), ())


def test_an_unambiguous_text_has_exactly_one_candidate(resolver):
    assert resolver.resolve("in Görlitz").candidates == (Place("DE-SN", "Landkreis Görlitz", "Görlitz"),)


def test_a_bare_word_is_a_place_when_a_place_was_asked_for(resolver):
    assert resolver.resolve("Essen").land is None
    assert resolver.resolve("Essen", expected=True).land == "DE-NW"
    assert resolver.resolve("Hauptstadt", expected=True).land is None


@pytest.mark.parametrize(
    "text, mentioned",
    [
        ("Wir sind aus Görlitz.", ["Görlitz"]),
        ("Im LK  Görlitz, nahe Zittau", ["LK  Görlitz", "Zittau"]),
        ("Straße 5, Frankfurt (Oder)!", ["Frankfurt (Oder"]),
        ("nicht in Sachsen, sondern in Thüringen", ["Sachsen", "Thüringen"]),
        ("ẞ ﬁ İstanbul 🙂 Go\u0308rlitz", ["Go\u0308rlitz"]),
        ("Die sächsische\nOberlausitz", ["sächsische", "Oberlausitz"]),
        ("in Hamburg-Harburg und Berlin-Marzahn", ["Hamburg-Harburg", "Berlin-Marzahn"]),
        ("die Strecke Berlin-Hamburg", ["Berlin", "Hamburg"]),
        ("in Aurich und Leer", ["Aurich", "Leer"]),
    ],
)
def test_mentions_carry_offsets_into_the_original_text(resolver, text, mentioned):
    mentions = resolver.resolve(text).mentions
    assert [mention.text for mention in mentions] == mentioned
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


def test_a_mention_keeps_only_the_candidates_that_fit_the_rest(resolver):
    lausitz, _ = resolver.resolve("Lausitz, auf der sächsischen Seite").mentions
    assert lausitz.candidates == (Place("DE-SN", None, "Lausitz"),)


@pytest.mark.parametrize(
    "text, words",
    [
        ("Sachsen", "in Sachsen"),
        ("Saarland", "im Saarland"),
        ("Oberlausitz", "in der Oberlausitz"),
        ("Lausitz", "in der Lausitz"),
        ("im Harz", "im Harz"),
        ("Rügen", "auf Rügen"),
        ("Mosel", "an der Mosel"),
        ("Niederrhein", "am Niederrhein"),
        ("LK Görlitz", "im Landkreis Görlitz"),
        ("Märkischer Kreis", "im Märkischen Kreis"),
        ("Region Hannover", "in der Region Hannover"),
        ("Weißwasser", "in Weißwasser"),
        ("Görlitz", "in Görlitz"),
        ("Görlitz und Zittau", "im Landkreis Görlitz"),
        ("Hamburg", "in Hamburg"),
        ("Frankfurt", None),
        ("guten Tag", None),
    ],
)
def test_a_place_is_worded_for_use_in_a_sentence(resolver, text, words):
    assert resolver.in_words(resolver.resolve(text)) == words


def test_a_land_has_a_name(resolver):
    assert resolver.land_name("DE-SN") == "Sachsen"
    with pytest.raises(KeyError):
        resolver.land_name("DE-XX")


def test_every_kreis_and_every_place_is_found_by_its_own_name(resolver):
    content = yaml.load((CONTENT / "regionen.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    missed = []
    for kreis in content["kreise"]:
        found = resolver.resolve(f"in {kreis['name']}")
        if found.land != kreis["land"] or (found.kreis != kreis["name"] and kreis["typ"] != "stadtstaat"):
            missed.append(kreis["name"])
    for place in content["orte_und_regionen"]:
        found = resolver.resolve(f"in {place['name']}")
        if {candidate.land for candidate in found.candidates} != set(place["laender"]):
            missed.append(place["name"])
    assert missed == []


# speed and robustness


def test_loading_takes_less_than_a_second():
    assert min(_seconds(lambda: PlaceResolver.from_content(CONTENT)) for _ in range(3)) < 1


def test_a_thousand_messages_take_less_than_two_seconds(resolver):
    lines = [text for text, *_ in UNAMBIGUOUS + AMBIGUOUS] * 10
    assert _seconds(lambda: [resolver.resolve(line) for line in lines[:1000]]) < 2


ALPHABETS = [
    "abcdefghijklmnopqrstuvwxyzäöüß ",
    "SNMVBW -/().,\n",
    "o\u0308\u0301ﬁİẞ🙂\u200b\ud7ff \x00",
    "Sachsen Görlitz in Essen Kreis LK Frankfurt Oder nicht und der ",
]
LONG_TEXTS = [
    "a" * 20000,
    "ö\u0308" * 10000,
    "a " * 10000,
    "-" * 20000,
    "in " * 6666,
    "in Essen " * 2222,
    "Görlitz " * 2500,
    "nicht in Frankfurt " * 1052,
    "Neustadt, Lausitz, Harz; " * 800,
    "in Görlits " * 1818,
    "Landkreise Görlitz und Bautzen und " * 571,
    "Landkreis " * 2000,
    "Halle an der " * 1538,
]


@pytest.mark.parametrize("text", LONG_TEXTS, ids=lambda text: text[:12])
def test_a_long_text_is_answered_at_once_with_offsets_in_range(resolver, text):
    assert min(_seconds(lambda: resolver.resolve(text)) for _ in range(3)) < 0.3
    _check_offsets(resolver, text)


@pytest.mark.parametrize("seed", range(60))
def test_any_text_is_answered_with_offsets_in_range(resolver, seed):
    dice = random.Random(seed)
    alphabet = ALPHABETS[seed % 4]
    pieces = alphabet.split(" ") if seed % 4 == 3 else list(alphabet)
    text = (" " if seed % 4 == 3 else "").join(dice.choice(pieces) for _ in range(dice.randrange(2000)))
    _check_offsets(resolver, text)
    assert resolver.resolve(text) == resolver.resolve(text)


def _check_offsets(resolver: PlaceResolver, text: str) -> None:
    last = 0
    for mention in resolver.resolve(text).mentions:
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        last = mention.end


def _seconds(work) -> float:
    """Of this process alone: other work on the machine does not count."""
    start = time.process_time()
    work()
    return time.process_time() - start
