"""Every command once: its keys, its words and its action feed bindings, palette, help and footer alike."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.i18n import _N, _

if TYPE_CHECKING:
    from textual.binding import Binding


class Scope(enum.Enum):
    """Where a command's keys work, and which object carries out its action."""

    APP = "app"
    SCREEN = "screen"
    TEXT = "text"
    LIST = "list"
    NAMES = "names"
    """In the list of names, and on a name's card."""
    SHELF = "shelf"
    """In the library pane: before what the same keys do in other lists."""
    WORDS = "words"
    """In the text, while words are looked at: before what the same keys do else. The screen carries them out."""
    SELECT = "select"
    """In the text, while something is selected: before what the same keys do else. The screen carries them out."""
    LINE = "line"
    """In the line that asks: its letters are text, so that no command works there."""


class Group(enum.StrEnum):
    """The headings of the help page, in its order; their values are messages, looked up where they are shown."""

    MOVE = _N("Moving")
    ENGLISH = _N("English")
    WORDS = _N("Words")
    NAMES = _N("Names")
    MARKS = _N("Marks")
    FIND = _N("Finding")
    SELECT = _N("Selecting")
    LIBRARY = _N("Library")
    VIEW = _N("View")
    GENERAL = _N("General")


@dataclass(frozen=True, slots=True)
class Command:
    """Something the reader can be told to do.

    Attributes:
        id: What the configuration calls it.
        keys: Its keys, as Textual names them, separated by commas; the first is the one shown.
        action: The action's name and arguments, as Textual writes actions.
        title: What it does, in a few words, for palette and help.
        scope: Where it works.
        group: Its heading on the help page.
        short: One word for the footer; "" keeps it out of there.
        foot: The only scope whose footer shows it; None for its own.
    """

    id: str
    keys: str
    action: str
    title: str
    scope: Scope
    group: Group
    short: str = ""
    foot: Scope | None = None


T, S, L, N, A, W = Scope.TEXT, Scope.SCREEN, Scope.LIST, Scope.NAMES, Scope.APP, Scope.WORDS
H, V = Scope.SHELF, Scope.SELECT
COMMANDS: tuple[Command, ...] = (
    Command("line_down", "j,down", "scroll_by(1)", _N("Line down"), T, Group.MOVE),
    Command("line_up", "k,up", "scroll_by(-1)", _N("Line up"), T, Group.MOVE),
    Command("page_down", "space,pagedown", "page(1)", _N("Page down"), T, Group.MOVE),
    Command("page_up", "b,pageup", "page(-1)", _N("Page up"), T, Group.MOVE),
    Command("half_down", "d", "half(1)", _N("Half a page down"), T, Group.MOVE),
    Command("half_up", "u", "half(-1)", _N("Half a page up"), T, Group.MOVE),
    Command("top", "g,home", "screen.top", _N("To the top"), T, Group.MOVE),
    Command("bottom", "G,end", "screen.bottom", _N("To the bottom"), T, Group.MOVE),
    Command("next_sentence", "),right", "sentence(1)", _N("Next sentence"), S, Group.MOVE),
    Command("previous_sentence", "(,left", "sentence(-1)", _N("Previous sentence"), S, Group.MOVE),
    Command("next_paragraph", "}", "paragraph(1)", _N("Next paragraph"), S, Group.MOVE),
    Command("previous_paragraph", "{", "paragraph(-1)", _N("Previous paragraph"), S, Group.MOVE),
    Command("back", "backspace,ctrl+o", "back", _N("Back to where you were before a jump"), S, Group.MOVE),
    Command("forward", "alt+o", "forward", _N("Forward again to where you went back from"), S, Group.MOVE),
    Command("english", "t", "toggle_english", _N("English on or off"), S, Group.ENGLISH, _N("English")),
    Command("layout", "T", "next_layout", _N("Next English layout"), S, Group.ENGLISH, _N("layout")),
    Command("peek", "enter", "peek", _N("Peek at the sentence, then the paragraph"), T, Group.ENGLISH, _N("peek")),
    Command("words", "w", "words", _N("Word by word: what each became, or comes from"), S, Group.ENGLISH),
    Command("next_word", "l,right", "word(1)", _N("Next word"), W, Group.ENGLISH, _N("word")),
    Command("previous_word", "h,left", "word(-1)", _N("Previous word"), W, Group.ENGLISH),
    Command("word_down", "j,down", "word_row(1)", _N("Word on the next line"), W, Group.ENGLISH),
    Command("word_up", "k,up", "word_row(-1)", _N("Word on the line before"), W, Group.ENGLISH),
    Command("other_side", "tab", "other_side", _N("To the other language's words"), W, Group.ENGLISH, _N("side")),
    Command("saved_words", "quotation_mark", "saved_words", _N("The saved words"), S, Group.WORDS),
    Command(
        "underline_words",
        "",
        "underline_words",
        _N("Underline saved words: while you learn them, all, never"),
        S,
        Group.WORDS,
    ),
    Command(
        "save_word", "s", "save_word", _N("Save the word; again goes on to its next status"), W, Group.WORDS, _N("save")
    ),
    Command("whole_card", "enter", "whole_card", _N("All that is known of the word"), W, Group.WORDS, _N("card")),
    Command("save_alone", "", "save_word(True)", _N("Save the word alone, without its expression"), W, Group.WORDS),
    Command("ignore_word", "", "ignore_word", _N("Ignore the word: it counts as known"), W, Group.WORDS),
    Command("forget_word", "S", "forget_word", _N("Save the word no more"), W, Group.WORDS),
    Command("undo_word", "U", "undo_word", _N("Undo the last change of a saved word"), W, Group.WORDS),
    Command("refine", "r", "refine", _N("Refine here with the online engine"), S, Group.ENGLISH),
    Command("refine_article", "", "refine_article", _N("Refine the article with the online engine"), S, Group.ENGLISH),
    Command("choose_engine", "", "choose_engine", _N("Choose the engine"), S, Group.ENGLISH),
    Command("edit", "E", "edit", _N("Edit the English of the sentence"), S, Group.ENGLISH),
    Command("next_unsure", "X", "next_unsure", _N("Names that may be wrong in English: next"), S, Group.ENGLISH),
    Command("next_mention", "]", "mention(1)", _N("Next mention of the chosen name"), S, Group.NAMES),
    Command("previous_mention", "[", "mention(-1)", _N("Previous mention of the chosen name"), S, Group.NAMES),
    Command("card", "c", "card", _N("The card of a name: mentions, roles, other articles"), S, Group.NAMES),
    Command("timeline", "ctrl+t", "timeline", _N("Timeline: what happened when"), S, Group.NAMES),
    Command("rename", "R", "screen.correct('rename')", _N("Give a name another one"), N, Group.NAMES, _N("rename")),
    Command("merge", "M", "screen.correct('merge')", _N("Say that a name is another one"), N, Group.NAMES, _N("merge")),
    Command("split", "S", "screen.correct('split')", _N("Take this mention out of a name"), N, Group.NAMES),
    Command("retype", "C", "screen.correct('retype')", _N("Say what kind a name is of"), N, Group.NAMES, _N("kind")),
    Command("hide", "H", "screen.correct('hide')", _N("Hide what is no name"), N, Group.NAMES, _N("hide")),
    Command("mentions", "L", "screen.mentions", _N("List all articles that name it"), N, Group.NAMES, _N("list")),
    Command("add_name", "A", "add_name", _N("Add a name from the sentence"), S, Group.NAMES),
    Command("undo", "U", "undo", _N("Undo the last edit, correction or mark"), S, Group.NAMES),
    Command("redo", "ctrl+r", "redo", _N("Do again what was undone"), S, Group.NAMES),
    Command(
        "entities",
        "e",
        "toggle_entities",
        _N("Names beside the text on or off"),
        S,
        Group.NAMES,
        _N("entities"),
    ),
    Command("find", "/", "find", _N("Find in the article, or in the library"), S, Group.FIND, _N("find")),
    Command("next_match", "n", "match(1)", _N("Next match"), S, Group.FIND),
    Command("previous_match", "N", "match(-1)", _N("Previous match"), S, Group.FIND),
    Command("select", "v", "screen.select", _N("Select from here, or no more"), T, Group.SELECT),
    Command("select_down", "j,down", "select_row(1)", _N("Selection to the next line"), V, Group.SELECT),
    Command("select_up", "k,up", "select_row(-1)", _N("Selection to the line before"), V, Group.SELECT),
    Command("select_right", "l,right", "select_by('character', 1)", _N("Selection a letter on"), V, Group.SELECT),
    Command("select_left", "h,left", "select_by('character', -1)", _N("Selection a letter back"), V, Group.SELECT),
    Command("select_word", "w,e", "select_by('word', 1)", _N("Selection a word on"), V, Group.SELECT, _N("word")),
    Command("select_word_back", "b", "select_by('word', -1)", _N("Selection a word back"), V, Group.SELECT),
    Command(
        "select_sentence",
        ")",
        "select_by('sentence', 1)",
        _N("Selection a sentence on"),
        V,
        Group.SELECT,
        _N("sentence"),
    ),
    Command("select_sentence_back", "(", "select_by('sentence', -1)", _N("Selection a sentence back"), V, Group.SELECT),
    Command("select_paragraph", "}", "select_by('paragraph', 1)", _N("Selection a paragraph on"), V, Group.SELECT),
    Command(
        "select_paragraph_back", "{", "select_by('paragraph', -1)", _N("Selection a paragraph back"), V, Group.SELECT
    ),
    Command("select_page", "space,pagedown", "select_page(1)", _N("Selection a page on"), V, Group.SELECT),
    Command("select_page_back", "pageup", "select_page(-1)", _N("Selection a page back"), V, Group.SELECT),
    Command("select_top", "g,home", "select_by('article', -1)", _N("Selection to the top"), V, Group.SELECT),
    Command("select_bottom", "G,end", "select_by('article', 1)", _N("Selection to the bottom"), V, Group.SELECT),
    Command("other_end", "o", "other_end", _N("Move the selection's other end"), V, Group.SELECT, _N("swap")),
    Command("copy", "y", "copy", _N("Copy what is selected, else the sentence"), S, Group.SELECT, _N("copy"), V),
    Command("copy_with_source", "", "copy_with_source", _N("Copy with its source"), S, Group.SELECT),
    Command("copy_in_both", "", "copy_in_both", _N("Copy in both languages, and who translated"), S, Group.SELECT),
    Command("next_article", "J", "article(1)", _N("Next article"), S, Group.LIBRARY),
    Command("previous_article", "K", "article(-1)", _N("Previous article"), S, Group.LIBRARY),
    Command(
        "views", "v", "screen.views", _N("Views: unread, starred, feeds, tags, sources"), H, Group.LIBRARY, _N("views")
    ),
    Command("star", "s", "star", _N("Star on or off"), S, Group.LIBRARY, _N("star"), H),
    Command("read", "u", "screen.toggle_read", _N("Read or unread"), H, Group.LIBRARY, _N("read")),
    Command("delete", "D,delete", "screen.delete", _N("Delete; U brings it back"), H, Group.LIBRARY, _N("delete")),
    Command("arrange", "S", "screen.arrange", _N("Sort, group, lines to a row"), H, Group.LIBRARY, _N("sort")),
    Command("tags", "#", "tags", _N("Edit the tags"), S, Group.LIBRARY, _N("tags"), H),
    Command("details", "i", "details", _N("Edit title, author, source, date, language, tags"), S, Group.LIBRARY),
    Command("versions", "V", "versions", _N("Older versions, and what changed"), S, Group.LIBRARY),
    Command("fold", "f", "screen.fold", _N("Fold or open a group"), H, Group.LIBRARY),
    Command("refresh_feeds", "F", "refresh_feeds", _N("Refresh all feeds; again calls it off"), S, Group.LIBRARY),
    Command("refresh_feed", "R", "screen.refresh_feed", _N("Refresh the feed of this view"), H, Group.LIBRARY),
    Command("full_text", "W", "full_text", _N("Fetch the whole text of a feed's summary"), S, Group.LIBRARY),
    Command("export", "x", "export", _N("Export: this article, or the list; again calls it off"), S, Group.LIBRARY),
    Command("read_all", "", "read_all", _N("Mark all of this view as read"), S, Group.LIBRARY),
    Command("open", "o", "open", _N("Links of the sentence; else add an article"), S, Group.LIBRARY),
    Command("row_down", "j,down", "cursor_by(1)", _N("Next row of a list"), L, Group.LIBRARY),
    Command("row_up", "k,up", "cursor_by(-1)", _N("Previous row of a list"), L, Group.LIBRARY),
    Command("rows_down", "space,pagedown", "cursor_page(1)", _N("A page of rows down"), L, Group.LIBRARY),
    Command("rows_up", "b,pageup", "cursor_page(-1)", _N("A page of rows up"), L, Group.LIBRARY),
    Command("first_row", "g,home", "cursor_to(0)", _N("First row"), L, Group.LIBRARY),
    Command("last_row", "G,end", "cursor_to(-1)", _N("Last row"), L, Group.LIBRARY),
    Command(
        "choose",
        "enter",
        "choose",
        _N("Open the article, or choose the name"),
        L,
        Group.LIBRARY,
        _N("choose"),
    ),
    Command("library", "1", "pane('library')", _N("Go to the library"), S, Group.VIEW),
    Command("text", "2", "pane('text')", _N("Go to the text"), S, Group.VIEW),
    Command("hyphenate", "", "hyphenate", _N("Hyphens: in narrow columns, always, never"), S, Group.VIEW),
    Command("names", "3", "pane('entities')", _N("Go to the names"), S, Group.VIEW),
    Command("next_pane", "tab", "next_pane(1)", _N("Next pane"), S, Group.VIEW),
    Command("previous_pane", "shift+tab", "next_pane(-1)", _N("Previous pane"), S, Group.VIEW),
    Command("zen", "z", "zen", _N("Text alone"), S, Group.VIEW),
    Command("narrower", "-", "measure(-4)", _N("Narrower text"), S, Group.VIEW),
    Command("wider", "=,+", "measure(4)", _N("Wider text"), S, Group.VIEW),
    Command("default_measure", "0", "measure(0)", _N("Default width of the text"), S, Group.VIEW),
    Command("choose_theme", "", "choose_theme", _N("Theme: choose from a list"), A, Group.VIEW),
    Command("theme", "", "next_theme", _N("Next theme, light or dark"), A, Group.VIEW),
    Command("mark", "m", "mark", _N("Mark the sentence or selection, or take its mark away"), S, Group.MARKS),
    Command("mark_colour", "M", "screen.mark_colour", _N("Give the mark its next colour"), T, Group.MARKS),
    Command("note", "a", "note", _N("Write a note to the mark, or to the sentence"), S, Group.MARKS),
    Command("marks", "apostrophe", "marks", _N("List marks and notes, here and in the library"), S, Group.MARKS),
    Command("mark_yellow", "", "mark('yellow')", _N("Mark in yellow"), S, Group.MARKS),
    Command("mark_green", "", "mark('green')", _N("Mark in green"), S, Group.MARKS),
    Command("mark_blue", "", "mark('blue')", _N("Mark in blue"), S, Group.MARKS),
    Command("mark_red", "", "mark('red')", _N("Mark in red"), S, Group.MARKS),
    Command("mark_purple", "", "mark('purple')", _N("Mark in purple"), S, Group.MARKS),
    Command("help", "?,f1", "help", _N("Help: all keys and signs"), S, Group.GENERAL, _N("help")),
    Command("palette", "colon,ctrl+p", "command_palette", _N("Command palette"), A, Group.GENERAL),
    Command("suspend", "ctrl+z", "suspend_process", _N("Suspend"), A, Group.GENERAL),
    Command("close", "escape", "close", _N("Close what is open"), S, Group.GENERAL),
    Command("quit", "q", "close_or_quit", _N("Close what is open; quit from the top"), S, Group.GENERAL),
    Command("quit_now", "ctrl+q", "quit", _N("Quit at once"), A, Group.GENERAL),
)

BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}

_NAMES = {
    "space": _N("Space"), "enter": "⏎", "escape": "Esc", "tab": "Tab", "shift+tab": "Shift-Tab", "colon": ":",
    "quotation_mark": '"',
    "f1": "F1", "pagedown": "PgDn", "pageup": "PgUp", "backspace": "⌫", "home": "Home", "end": "End", "up": "↑",
    "down": "↓", "left": "←", "right": "→", "delete": _N("Del"), "slash": "/", "minus": "-", "equals_sign": "=",
    "question_mark": "?", "apostrophe": "'",
}  # fmt: skip


def shown_key(key: str) -> str:
    """A key as a person knows it: "⏎", "Ctrl-P", "F2", "T"."""
    *held, last = key.split("+") if len(key) > 1 else [key]
    if key in _NAMES:
        return _(_NAMES[key])
    if last[:1] == "f" and last[1:].isdigit():
        last = last.upper()
    name = _(_NAMES[last]) if last in _NAMES else last
    return "-".join([*(each.capitalize() for each in held), name.upper() if held and len(name) == 1 else name])


def keys_of(command: Command, keymap: Mapping[str, str]) -> list[str]:
    """The keys that carry out a command, the configured ones where there are any."""
    return [key.strip() for key in keymap.get(command.id, command.keys).split(",") if key.strip()]


def bindings(scope: Scope) -> list[Binding]:
    """Textual's bindings for the commands of one scope; ``App.set_keymap`` changes them by their ids.

    All have priority: they are carried out in the order of the keys. Other bindings are passed from queue to queue, so
    that of keys typed quickly a later one may come first, and go to a pane that the earlier one was to leave.
    """
    from textual.binding import Binding  # the command line asks for the commands alone

    return [
        Binding(command.keys, command.action, command.title, id=command.id, show=False, priority=True)
        for command in commands(scope)
        if command.keys
    ]


def commands(*scopes: Scope) -> Iterable[Command]:
    """The commands of these scopes, in order."""
    return (command for command in COMMANDS if command.scope in scopes)
