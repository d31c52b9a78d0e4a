"""Front matter: what it tells, and how hostile or broken ones are refused."""

from __future__ import annotations

import datetime

import pytest

from articles.errors import NotAnArticle
from articles.formats import read_article
from articles.formats.frontmatter import normal_language
from articles.model import Article


def read(front: str, body: str = "Texto.", name: str = "a.md") -> Article:
    return read_article(f"---\n{front}\n---\n\n{body}\n".encode(), name)


def test_everything_it_may_say() -> None:
    article = read(
        'title: "Um: título"\nAuthor: [Ana, Rui]\nsource: Jornal\nurl: https://exemplo.pt/x\ndate: 15/09/2023\n'
        "lang: pt_pt\ntags: [um, dois, um, '']\nlayout: post\nnested: {a: [1, 2]}\n"
    )
    assert article == Article(
        title="Um: título",
        body="Texto.",
        byline="Ana, Rui",
        source="Jornal",
        url="https://exemplo.pt/x",
        published=datetime.date(2023, 9, 15),
        language="pt-PT",
        tags=("um", "dois"),
    )


@pytest.mark.parametrize("name", ["", "a.txt", "a.md"])
def test_it_is_found_in_any_text(name: str) -> None:
    assert read("title: Sim", name=name).title == "Sim"
    assert read("# só um comentário\ntitle: Sim", name=name).title == "Sim"


def test_strings_stay_strings() -> None:
    assert read("title: 2023-09-15").title == "2023-09-15"
    assert read("title: no").title == "no"
    assert read("title: null\ntags: a, b").title == "Texto"
    assert read("title: {a: b}\ntags: {a: b}\ndate:").tags == ()
    assert read("").title == "Texto"


def test_values_are_cleaned() -> None:
    article = read(r'title: "a\x1b]52;c;x\x07 \u202e \uD800 b"' + "\nurl: javascript:alert(1)\nbyline: '[red]x[/]'")
    assert article.title == "a\ufffd \ufffd \ufffd b"
    assert article.url is None
    assert article.byline == "[red]x[/]"


@pytest.mark.parametrize(
    ("front", "line", "says"),
    [
        ("title: Um\ntags: &a [x]\n", 3, "anchors"),
        ("title: Um\ntags: *a\n", 3, "anchors"),
        ("a: &a [x,x]\nb: &b [*a,*a]\n", 2, "anchors"),
        ("title: !!python/object/apply:os.system ['id']\n", 2, "tags"),
        ("title: !t x\n", 2, "tags"),
        ("title: " + "[" * 50 + "]" * 50, 2, "deep"),
        ("title: " + "[" * 60000, 2, "deep"),
        ("title: Um\npublished: ontem\n", 3, "not a date"),
        ("title: Um\ndate: 2023-02-30\n", 3, "calendar"),
        ("title: Um\nlanguage: português do Brasil\n", 3, "not a language"),
        ("title: 'aberto\n", 2, "quoted"),
        ("title: a: b\n", 2, "quotation marks"),
        ("- um\n- dois\n", 2, "title"),
        ("só texto\n", 2, "title"),
        ("title: Um\n\ttab: x\n", None, "front matter"),
        ('title: "\\UFFFFFFFF"\n', None, "not YAML|front matter"),
        ("title: [" + "a," * 12000 + "]", 2, "parts"),
        ("? [a, b]\n: c\n%", None, "front matter"),
    ],
)
def test_what_is_refused_is_named_with_its_line(front: str, line: int | None, says: str) -> None:
    with pytest.raises(NotAnArticle, match=says) as caught:
        read(front)
    assert caught.value.message.startswith("a.md: line ")
    assert line is None or f"line {line}:" in caught.value.message
    assert caught.value.advice
    assert "\n" not in str(caught.value)


def test_a_complex_key_is_not_looked_at() -> None:
    assert read("? [a, b]\n: c\ntitle: Sim").title == "Sim"
    assert read("title: Um\ntitle: Dois").title == "Dois"


def test_empty_lines_may_stand_above_it() -> None:
    article = read_article(b"\n\n---\ntitle: Um\n---\n\nTexto.", "a.md")
    assert (article.title, article.body) == ("Um", "Texto.")
    with pytest.raises(NotAnArticle, match=r"line 4: .* quotation marks"):
        read_article(b"\n\n---\ntitle: a: b\n---\n\nTexto.", "a.md")
    with pytest.raises(NotAnArticle, match=r"line 3: .* not closed"):
        read_article(b"\n\n---\ntitle: Um\n\nTexto.", "a.md")


def test_one_that_is_too_large_or_never_closed() -> None:
    with pytest.raises(NotAnArticle, match="longer than 64 kB"):
        read("title: " + "x" * 70_000)
    with pytest.raises(NotAnArticle, match="not closed"):
        read_article(b"---\ntitle: Um\n\nTexto.", "a.md")


def test_lines_of_hyphens_are_not_front_matter() -> None:
    text = "---\nAssim começa, sem mais nada.\n---\n\nE segue."
    assert read_article(text.encode()).body.startswith("---")
    assert read_article("---\n\nSó um traço.".encode(), "a.md").body == "Só um traço."
    assert read_article(b"---\ntitle: Um\n\nTexto.", "a.txt").body.startswith("---")


@pytest.mark.parametrize(
    ("text", "tag"), [("PT_br", "pt-BR"), ("pt", "pt"), ("zh-hant-tw", "zh-Hant-tw"), ("es-419", "es-419")]
)
def test_languages_are_written_as_usual(text: str, tag: str) -> None:
    assert normal_language(text) == tag
