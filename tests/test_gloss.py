"""The built-in gloss: what it keeps for a search, its grammar, what holds for any text."""

import importlib.util
import re
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsmatch_gui.resources import resource_path
from newsmatch_gui.text.gloss import Gloss, gloss
from newsmatch_gui.text.gloss_lexicon import Lexicon
from newsmatch_gui.text.translation import GLOSS, GlossTranslator

PAIRS = Path(__file__).parent / "data/german_pairs.tsv"

# German, English; one matter of grammar or vocabulary a line, every sentence our own.
GOLDEN = """
Mann wird bei Unfall schwer verletzt | man is at accident seriously injured
Zwei Kinder werden von Hund gebissen | two children are by dog bitten
Benzin wird deutlich teurer | petrol becomes clearly more expensive
Strom wird billiger | electricity becomes cheaper
Ehemaliger Torwart wird neuer Trainer | former goalkeeper becomes new coach
Der Minister wird morgen nach Paris reisen | the minister will tomorrow to Paris travel
Das Schiff könnte bald geborgen werden | the ship could soon be recovered
Radfahrer von Auto erfasst | cyclist by car hit
Frau springt von Brücke | woman jumps from bridge
Gemälde von Caspar David Friedrich gestohlen | painting by Caspar David Friedrich stolen
Zug von Köln nach Berlin | train from Cologne to Berlin
Bürgermeister von Köln | mayor of Cologne
Sängerin stirbt an Krebs | female singer dies of cancer
Brief an die Eltern | letter to the parents
Das Hochwasser an der Elbe steigt | the flood on the Elbe rises
Vater soll Kind misshandelt haben | father is said to child have abused
Häftling soll verlegt werden | prisoner shall be transferred
Mann soll getötet worden sein | man is said to have been killed
Mann soll Bank überfallen haben | man is said to bank have attacked
Stein vom Asteroiden | stone from the asteroid
Leiter des Kinderdorfs | head of the children’s village
Stadtrat stimmt für Abriss | city council votes for demolition
Streit um neue Moschee | dispute over new mosque
Debatte um Radweg | debate about bike path
Preise steigen um 20 Prozent | prices rise by 20 percent
Polizei sucht nach vermisstem Mädchen | police searches for missing girl
Zoll fahndet nach Schmugglern | customs searches for smugglers
Koalition einigt sich auf Haushalt | coalition agrees on budget
Nachbarn einigen sich | neighbours agree
Das sind die Gewinner des Turniers | these are the winners of the tournament
So schön war der Karneval | so nice was the carnival
MEHR GELD FÜR SCHULEN | more money for schools
Nach dem Brand: In der Halle herrscht Chaos | after the fire: in the hall rules chaos
Mit Hund: Aus Liebe zu Fuß nach Rom | with dog: from love on foot to Rome
Das bittere Aus | the bitter end
Publikum begeistert von Premiere | audience delighted by premiere
Zwei Männer und drei Herren | two men and three men
Ausschreibung für neue Brücke | tender for new bridge
Asylanträge und Hilfsangebote | applications for asylum and offers to help
Neue Spielgeräte für den Spielplatz | new play equipment for the playground
Florian Silbereisen moderiert Show | Florian Silbereisen hosts show
Annegret Kramp-Karrenbauer besucht Truppe | Annegret Kramp-Karrenbauer visits troops
Helene Fischer und Gerhard Richter | Helene Fischer and Gerhard Richter
Karl Lagerfelds Katze | Karl Lagerfeld's cat
Kachelmann und Scheuer streiten mit Kerber | Kachelmann and Scheuer argue with Kerber
Bayer 04 spielt im Rhein-Sieg-Kreis | Bayer 04 plays in the Rhein-Sieg district
Siegburger Bäcker backt in Marienheide | Siegburg baker bakes in Marienheide
Schmitz und Schumann aus Kürten | Schmitz and Schumann from Kürten
Anne Will: Talk über „Game of Thrones“ | Anne Will: talk about „Game of Thrones“
Kerber gewinnt Australian Open | Kerber wins Australian Open
Anwohner wehren sich gegen Windpark | residents fight back against wind farm
Chor bedankt sich bei Spendern | choir gives thanks to donors
Star verzichtet auf Gage | star forgoes salary
Handwerker profitieren vom Boom | craftsmen benefit from the boom
Film für Oscar nominiert | film for Oscar nominated
Forscher vergleichen Daten | scientists compare data
Die Stadt gefällt den Touristen | the city pleases the tourists
Schüler verprügelt Lehrer | pupil beats up teacher
Hund von Besitzer misshandelt | dog by owner abused
Bewohner haben Haus verlassen | residents have house left
Zahl der Verletzten steigt | number of the injured people rises
Kinder, die in Armut leben | children, who in poverty live
Älteste Studentin Deutschlands | oldest female student of Germany
Höhere Steuern, größere Sorgen | higher taxes, bigger worries
Schwerer als ein Elefant | heavier than an elephant
Feuerwehr rettet Katze von innen | firefighters rescues cat from within
Minister lehnt Tempolimit und Maut ab | minister rejects speed limit and toll
„Wir geben nicht auf“: Arbeiter kämpfen um Jobs | „we give up not“: workers fight for jobs
So setzt die Stadt das „Gesetz“ um | so implements the city the „law“
Räuber auf der Flucht erschossen | robber on the run shot dead
Nach 3.000 Kilometern am Ziel | after 3.000 kilometres at the objective
"""


@pytest.mark.parametrize("line", GOLDEN.strip().splitlines())
def test_golden(line: str) -> None:
    german, english = line.split(" | ")
    assert gloss().translate(german) == english


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
WORDS = st.lists(
    st.sampled_from(
        "Mann Frau Kinder Köln Merkel Karl Müller der die das dem des ein eine einer von vom an "
        "am um zu zum nach vor mit in im auf aus ab wird werden wurde worden sein haben soll sich "
        "hat ist und als wie Wie Aus Ich verletzt getötet verlassen geborgen gefunden einigt gibt "
        "sorgt steht nimmt lehnt teurer schwerer schwer deutlich immer mehr viele drei 04 3.000 "
        "20 1. 5:2 Rhein-Sieg-Kreis Kramp-Karrenbauer Deutschlands Verletzten Zahl – - „ “ : , . "
        "! ’ -".split()
    ),
    max_size=12,
).map(" ".join)


@settings(deadline=None, max_examples=300)
@given(TEXTS | WORDS | st.lists(WORDS, max_size=4).map("\n".join))
@example("-- ß ² Ⅷ ﬁ s 's X-")
@example("Mann setzt sich ab \n\n ab")
def test_any_text_is_glossed_and_always_the_same(text: str) -> None:
    english = gloss().translate(text)
    assert Gloss().translate(text) == english == gloss().translate(text)
    assert re.findall(r"\d+", english) == re.findall(r"\d+", text)
    assert english.count("\n") == text.count("\n")


@settings(deadline=None, max_examples=200)
@given(WORDS)
def test_no_blank_is_doubled_or_left_at_an_end(text: str) -> None:
    english = gloss().translate(text)
    assert "  " not in english
    assert english == english.strip()


def test_english_and_names_stay() -> None:
    for text in ("Dark Side of the Moon", "Kim Jong Un", "Ursula von der Leyen", "Bayer 04"):
        assert gloss().translate(text) == text


@pytest.mark.parametrize("name", ["Kachelmann", "Breitenreiter", "Wolfsburg", "Nagelsmann"])
def test_a_name_is_no_compound(name: str) -> None:
    assert Lexicon().gloss(name) in (None, name)


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("Bezirksamt", "district office"),
        ("Bloggerinnen", "female bloggers"),
        ("Kölnerin", "Cologne woman"),
        ("explodierende", "exploding"),
        ("erschossen", "shot dead"),
        ("ertrunken", "drowned"),
        ("verzichtete", "forgone"),
        ("aufzugeben", "give up"),
        ("schärfere", "sharper"),
        ("Zehnjährige", "ten-year-old"),
        ("12-Jähriger", "12-year-old"),
    ],
)
def test_words(word: str, english: str) -> None:
    assert Lexicon().gloss(word) == english


def test_the_translator_has_the_version_of_the_gloss() -> None:
    assert GlossTranslator().fingerprint == gloss().fingerprint == GLOSS


def test_the_dictionary_is_small_and_says_whose_it_is() -> None:
    folder = resource_path("language", "gloss")
    assert (folder / "de-en.marisa").stat().st_size < 5_000_000
    notice = (folder / "NOTICE").read_text(encoding="utf-8")
    for word in ("Ding", "Frank Richter", "GNU General Public License, version 2", "trans-de-en"):
        assert word in notice


def test_it_is_fast() -> None:
    headlines = [line.split("\t")[0] for line in PAIRS.read_text("utf-8").splitlines()]
    fresh = Gloss()
    fresh.translate("Wort")  # reads the dictionary
    start = time.process_time()
    for headline in headlines * 5:
        fresh.translate(headline)
    assert 5 * len(headlines) / (time.process_time() - start) >= 1_500


def test_a_text_without_any_mark_takes_no_longer() -> None:
    start = time.process_time()
    gloss().translate("um " * 20_000)
    assert time.process_time() - start < 10


@pytest.fixture(scope="module")
def measuring() -> ModuleType:
    """The script that prints the table for the record."""
    path = Path(__file__).parents[1] / "packaging/language/measure_gloss.py"
    spec = importlib.util.spec_from_file_location("measure_gloss", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.model
def test_the_gloss_keeps_nine_tenths_of_a_true_translation(measuring: ModuleType) -> None:
    found = measuring.measured(measuring.tower())
    assert found["true"].n == 100
    assert found["gloss"].recall[1] >= 0.9 * found["true"].recall[1]
    assert found["gloss"].recall[1] > 3 * found["raw"].recall[1]
