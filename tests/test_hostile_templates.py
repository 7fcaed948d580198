"""Templates of the hand-over that take a machine's time or memory: told in a moment, one sentence.

Each of these ran for minutes or took gigabytes before values and steps were counted.
"""

import time
from pathlib import Path

import pytest

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.exchange.snippets import Snippets

LONG = "x" * 20_000
WORDS = {"title": "T & <b>", "credit": "C", "width": 3, "tags": ["a", "b"]}


def filled(folder: Path, text: str, name: str = "t.md") -> str:
    (folder / "own").mkdir(exist_ok=True)
    (folder / "own" / name).write_text(text)
    made = Snippets(folder / "none", folder / "own")
    made.wanted([name])
    return made.fill(name, WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in s %}{% for b in s %}{% for c in s %}{% endfor %}{% endfor %}{% endfor %}",
        "{% for a in s %}{% for b in s if 0 %}{% endfor %}{% endfor %}" * 3,
        "{% set b %}{% for c in s %}" + LONG + "{% endfor %}{% endset %}",
        "{% set a = s %}" + "{% set a = a ~ a %}" * 30 + "{{ a|length }}",
        "{% set a = s %}" + "{% set a = a + a %}" * 30 + "{{ a|length }}",
        "{% set a = [1] %}" + "{% set a = [a, a] %}" * 40 + "{{ a == [[a]] }}",
        "{% set a = s %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 30 + "{{ a|length }}",
        "{% set a = 'a\"' %}{{ (a" + "|tojson|string" * 40 + ")|length }}",
        "{% set a = s %}{{ a|replace('x', a)|replace('x', a)|length }}",
        "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{% macro m(x) %}{{ m(x ~ x) }}{% endmacro %}{{ m('x') }}",
        "{% for a in s %}{% set b = 999999 ** 999999 %}{% endfor %}",
        "{{ tags|map('tojson')" + "|map('tojson')" * 40 + "|join }}",
        "{{ x }}" * 200_000,
    ],
)  # fmt: skip
def test_no_template_takes_the_machine(tmp_path: Path, text: str) -> None:
    for here, there in (("in s ", "in S "), ("a = s ", "a = S ")):
        text = text.replace(here, there.replace("S", f"'{LONG}'"))
    begun = time.thread_time()
    with pytest.raises(NewsMatchError) as caught:
        filled(tmp_path, text)
    assert time.thread_time() - begun < 5
    said = str(caught.value)
    assert said.startswith("the template t.md cannot be filled in (")
    assert any(why in said for why in ("too many steps", "more than 1,000", "longer", "powers"))


def test_counting_changes_nothing_of_a_template_that_ends(tmp_path: Path) -> None:
    text = (
        "{% macro m(x, y='!') %}[{{ x }}{{ y }}]{% endmacro %}"
        "{% for t in tags %}{{ loop.index }}/{{ loop.length }}{{ t ~ '-' ~ width }}"
        "{% if not loop.last %}, {% endif %}{% else %}none{% endfor %} "
        "{{ m(credit) }}{% macro k() %}({{ caller() }}){% endmacro %}"
        "{% call k() %}y{% endcall %}{% set z %}{{ title }}!{% endset %}{{ z }} "
        "{{ ('a', 'b')|join('+') }} {{ {'k': [1, 2]}['k'][1] + width }} {{ width ** 2 }}"
    )
    expected = "1/2a-3, 2/2b-3 [C!](y)T &amp; &lt;b&gt;! a+b 5 9"
    assert filled(tmp_path, text, "t.html") == expected


def test_a_template_may_be_as_long_as_any_article(tmp_path: Path) -> None:
    assert len(filled(tmp_path, "{% for t in tags %}" + "y" * 90_000 + "{% endfor %}")) == 180_000
