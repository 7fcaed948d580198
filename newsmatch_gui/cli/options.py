"""Arguments and options that many commands have."""

from pathlib import Path

import click

FOLDER = click.Path(path_type=Path, file_okay=False)
COLLECTION = click.argument("collection", type=FOLDER)
MODEL = click.option("--model", default="", help="Name or fingerprint of a model that indexed it.")
RECIPE = click.option("--recipe", default="", help="A recipe that it was read by.")
