"""Commands on text: what a recipe does to it, which recipes there are, who translates."""

import json
from dataclasses import asdict

import click

from newsmatch_gui.domain.reading import Reading
from newsmatch_gui.domain.records import Domain
from newsmatch_gui.services.api_keys import (
    VARIABLES,
    forget_key,
    is_in_environment,
    set_key,
)
from newsmatch_gui.services.models import STARTER, loaded_model
from newsmatch_gui.services.reading import (
    list_recipes,
    read_text,
    recipe_named,
    translator_faults,
)
from newsmatch_gui.services.settings import (
    TABLE,
    Setting,
    read_settings,
    reset_setting,
    set_setting,
    settings_file,
)


@click.command()
@click.argument("words", metavar="TEXT")
@click.option("--recipe", default="headline", show_default=True, help="A name or a TOML file.")
@click.option("--domain", type=click.Choice([d.value for d in Domain]), default=Domain.RSS.value)
@click.option("--lang", default="", help="Language code; detected when left out.")
@click.option("--title", default="", help="Headline; else the first line of TEXT.")
@click.option("--model", default=STARTER, show_default=True, help="Whose tokenizer counts.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def text(
    words: str, recipe: str, domain: str, lang: str, title: str, model: str, as_json: bool
) -> None:
    """Print what each step of a recipe makes of TEXT ("-" reads it from standard input)."""
    if words == "-":
        words = click.get_text_stream("stdin").read()
    wanted = recipe_named(recipe)
    reading = read_text(words, wanted, loaded_model(model), domain=domain, lang=lang, title=title)
    if as_json:
        fields = asdict(reading) | {"tokens": reading.tokens}
        click.echo(json.dumps(fields, ensure_ascii=False))
        return
    _print(reading)


def _print(reading: Reading) -> None:
    for step in reading.trace:
        click.echo(f"{step.step}{f' ({step.note})' if step.note else ''}")
        for line in step.text.split("\n"):
            click.echo(f"    {line}")
        if step.step == "translate":
            for original, english in step.changed:
                click.echo(f"    {original} → {english}")
        if step.dropped:
            click.echo(f"    dropped: {' | '.join(step.dropped)}")
    click.echo(f"read, by {reading.recipe}:" + (f" ({reading.note})" if reading.note else ""))
    if reading.stand_ins:
        wanted = reading.recipe.partition("/")[2]
        served = " and ".join(reading.stand_ins)
        click.echo(f"    translated by {served}, since {wanted} could not serve", err=True)
    for part in reading.parts:
        weight = f", weight {part.weight:.3f}" if len(reading.parts) > 1 else ""
        click.echo(f"    {part.text}  [{part.tokens}/{reading.budget} tokens{weight}]")


@click.command()
@click.option("--show", default="", metavar="NAME", help="Print the TOML of a recipe, to copy.")
def recipes(show: str) -> None:
    """List the built-in recipes."""
    if show:
        click.echo(recipe_named(show).source, nl=False)
        return
    for recipe in list_recipes():
        click.echo(f"{recipe.fingerprint:24s} {recipe.about}")


@click.command()
@click.argument("key", required=False)
@click.argument("value", required=False)
@click.option("--reset", is_flag=True, help="Give KEY its default again.")
def settings(key: str | None, value: str | None, reset: bool) -> None:
    """Print the settings, or set KEY to VALUE.

    A KEY that begins with "keys." is an action of the window, and VALUE the keys it is given.
    """
    if key is not None and (reset or value is not None):
        if value is None or reset:
            reset_setting(key)
        else:
            set_setting(key, value)
        for fault in translator_faults():
            click.echo(f"this cannot work yet: {fault}", err=True)
        return
    values = read_settings()
    if key is not None and key not in values:
        raise click.UsageError(f"there is no setting {key!r}; use one of: {', '.join(values)}")
    about = {setting.key: setting for setting in TABLE}
    for name in values if key is None else (key,):
        click.echo(f"{name} = {values[name]!r}")
        if name in about:
            click.echo(f"    {about[name].about}{_allowed(about[name])}")
    if key is None:
        click.echo(f"kept in {settings_file()}")
        for fault in translator_faults():
            click.echo(f"this cannot work yet: {fault}", err=True)


@click.command()
@click.argument("service", type=click.Choice(tuple(VARIABLES)))
@click.option("--forget", is_flag=True, help="Remove the key from the keyring.")
def key(service: str, forget: bool) -> None:
    """Keep the key of an online SERVICE in the system's keyring; it is asked for and not shown."""
    if forget:
        forget_key(service)
        click.echo(f"the key of {service} is no longer in the system's keyring")
        return
    set_key(service, click.prompt("Key", hide_input=True))
    click.echo(f"the key of {service} is in the system's keyring")
    if is_in_environment(service):
        click.echo(f"but {VARIABLES[service]} in the environment goes before it", err=True)


def _allowed(setting: Setting) -> str:
    if setting.limits:
        return f" (from {setting.limits[0]:g} to {setting.limits[1]:g})"
    return f" ({' | '.join(setting.choices)})" if setting.choices else ""
