"""Binding a recipe to a model and to the translators that the user allows."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.reading import Reading
from newsmatch_gui.domain.records import Article
from newsmatch_gui.services.api_keys import api_key
from newsmatch_gui.services.settings import read_settings
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.store.readings import translation_key
from newsmatch_gui.text.language import detect, language_code
from newsmatch_gui.text.reading import Encoder, read
from newsmatch_gui.text.recipes import Recipe, built_in, parse_recipe, recipe
from newsmatch_gui.text.repair import repair, repair_line
from newsmatch_gui.text.translation import (
    GlossTranslator,
    Translator,
    TranslatorChain,
    UnusableTranslator,
)

if TYPE_CHECKING:
    from newsmatch_gui.text.local_mt import FxTranslator
    from newsmatch_gui.text.online import OnlineTranslator


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads articles by one recipe for one model.

    Attributes:
        recipe: The recipe.
        encoder: The model, or what stands for its tokenizer.
        chain: Who translates.
    """

    recipe: Recipe
    encoder: Encoder
    chain: TranslatorChain

    @property
    def fingerprint(self) -> str:
        """The name under which this reader's readings are kept."""
        return reading_fingerprint(
            self.recipe, self.chain.fingerprint, multilingual=self.encoder.multilingual
        )

    def read(self, article: Article) -> Reading:
        """Read an article."""
        return replace(
            read(self.recipe, article, self.encoder, self.chain), recipe=self.fingerprint
        )


def reading_fingerprint(made_by: Recipe, translator: str, *, multilingual: bool) -> str:
    """Return recipe and translator as one name: other translators give other readings."""
    if made_by.translates and not multilingual:
        return f"{made_by.fingerprint}/{translator}"
    return made_by.fingerprint


def translator_chain(settings: Mapping[str, str] | None = None) -> TranslatorChain:
    """Return the translators that the user allows: online if turned on, own model, dictionary.

    One whose settings cannot work keeps its place and its name, and says why when it is asked:
    English articles need none, and the next one serves the others.

    Raises:
        NewsMatchError: The settings file is damaged.
    """
    values = read_settings() if settings is None else settings
    found: list[Translator] = []
    if values["translation.online"] != "off":
        try:
            found.append(_online(values))
        except NewsMatchError as error:
            found.append(UnusableTranslator(values["translation.online"], str(error)))
    if values["translation.model_folder"]:
        found.append(_local(values))
    if values["translation.gloss"] == "on":
        found.append(GlossTranslator())
    return TranslatorChain(found)


def translator_faults(settings: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return what in the settings cannot work, one sentence each; nothing is sent anywhere.

    Raises:
        NewsMatchError: The settings file is damaged.
    """
    values = read_settings() if settings is None else settings
    faults = []
    for asked, check in (
        (values["translation.online"] != "off", lambda: _online(values)),
        (bool(values["translation.model_folder"]), lambda: _local(values).check()),
    ):
        try:
            if asked:
                check()
        except NewsMatchError as error:
            faults.append(str(error))
    return tuple(faults)


def _online(values: Mapping[str, str]) -> "OnlineTranslator":
    from newsmatch_gui.text.online import OnlineTranslator

    return OnlineTranslator(
        values["translation.online"],  # type: ignore[arg-type] # checked by the settings
        url=values["translation.libre_url"],
        api_key=api_key(values["translation.online"]),
    )


def _local(values: Mapping[str, str]) -> "FxTranslator":
    from newsmatch_gui.text.local_mt import FxTranslator

    folder = Path(values["translation.model_folder"])
    with suppress(RuntimeError):  # "~nobody": told as a missing folder
        folder = folder.expanduser()
    return FxTranslator(folder)


def remember_translations(chain: TranslatorChain, collection: Collection) -> None:
    """Let a chain use what was translated earlier in a collection, by whomever."""
    # Looked up on another thread than the collection's, so it is read into memory.
    known = collection.readings.translations()
    chain.makers = sorted({maker for maker, _, _ in known})
    chain.remembered = lambda by, lang, text: known.get((by, lang, translation_key(text)))


def kept_recipe(collection: Collection) -> Recipe:
    """Return the recipe by which a collection wants its articles read."""
    return _recipe_by(collection, collection.setting("recipe", recipe().fingerprint))


def recipe_of_reading(collection: Collection, reading: str) -> Recipe:
    """Return the recipe by which a reading was made: its fingerprint up to the translator."""
    return _recipe_by(collection, reading.partition("/")[0])


def _recipe_by(collection: Collection, fingerprint: str) -> Recipe:
    for known in built_in().values():
        if known.fingerprint == fingerprint:
            return known
    source = collection.readings.recipe_source(fingerprint)
    # A built-in recipe of an older version; its successor has the same name.
    return parse_recipe(source, fingerprint) if source else recipe(fingerprint.partition("@")[0])


def keep_recipe(collection: Collection, wanted: Recipe) -> None:
    """Note by which recipe a collection wants its articles read."""
    with collection.batch():
        collection.readings.add_recipe(wanted.fingerprint, wanted.source)
        collection.set_setting("recipe", wanted.fingerprint)


def recipe_named(name: str) -> Recipe:
    """Return a built-in recipe, or one from a TOML file.

    Raises:
        NewsMatchError: No such recipe, or no valid one.
    """
    return recipe(name)


def list_recipes() -> tuple[Recipe, ...]:
    """Return the built-in recipes, the default first."""
    found = built_in()
    return (recipe(), *(found[name] for name in sorted(found) if name != recipe().name))


def reading_of(folder: Path, article_id: str, recipe: str, model: str) -> Reading | None:
    """Return what a model read of an article, None while it is not indexed.

    Args:
        folder: The collection.
        article_id: The article.
        recipe: Fingerprint of recipe and translator.
        model: Fingerprint of the model.

    Raises:
        NewsMatchError: No collection there.
    """
    with Collection.open(folder) as collection:
        return collection.readings.get(article_id, recipe, model)


def read_text(
    text: str, made_by: Recipe, encoder: Encoder, *, domain: str, lang: str = "", title: str = ""
) -> Reading:
    """Read a text that is in no collection, with the translators that the user allows.

    Args:
        text: The article; its first line is the headline unless a title is given.
        made_by: The recipe.
        encoder: Whose tokenizer counts.
        domain: ``rss``, ``rt`` or ``tw``.
        lang: Language code; told from the text when empty, German from English.
        title: The headline.
    """
    headline, _, body = (title, "", text) if title else text.partition("\n")
    headline, body = repair_line(headline), repair(body)
    lang = language_code(lang) or detect(f"{headline} {body}")
    article = Article("", headline, body, domain=domain, lang=lang)
    return Reader(made_by, encoder, translator_chain()).read(article)
