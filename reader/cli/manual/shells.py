"""Scripts that let bash, zsh and fish complete the command line, made of its grammar; only ids start Python."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.cli.manual.grammar import Command, Takes, Word, commands

DYNAMIC = {Takes.ARTICLE: "ids", Takes.ARTICLE_OR_FILE: "ids", Takes.ENGINE: "engines", Takes.FEED: "feeds"}
"""What only the program knows: the word that ``reader completion`` takes to print it."""

_ASKED = "reader completion {} 2>/dev/null"


def script(shell: str) -> str:
    """The script for ``bash``, ``zsh`` or ``fish``, ending in a line feed."""
    return _SHELLS[shell](tuple(commands()))


def bash(every: Sequence[Command]) -> str:
    """The script for bash 4 or newer; needs nothing of the package bash-completion."""
    lines = ["# bash completion for reader; made by: reader completion bash", "_reader() {"]
    lines += [
        '    local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" command="" word i',
        "    COMPREPLY=()",
        '    if [[ $cur == "=" ]]; then cur=""; elif [[ $prev == "=" ]]; then prev="${COMP_WORDS[COMP_CWORD-2]}"; fi',
        "    for ((i = 1; i < COMP_CWORD; i++)); do",
        '        word="${COMP_WORDS[i]}"',
        '        case "$word" in',
        f"            {_either(_valued(every))}) ((i++)) ;;",
        "            -*|=) ;;",
        '            *) command="$word"; break ;;',
        "        esac",
        "    done",
    ]
    top, rest = every[0], every[1:]
    names = _quoted(" ".join(each.name for each in rest))
    lines += ['    case "$command" in']
    for each in rest:
        lines += [f"        {each.name})", *_bash_command(each, "            "), "            ;;"]
    lines += ["        *)", *_bash_options(top, "            ")]
    lines += [
        "            if [[ $cur != -* && -z $command ]]; then",
        f'                mapfile -t COMPREPLY < <(compgen -W {names} -- "$cur"; compgen -f -- "$cur")',
        "                compopt -o filenames",
        "            fi",
        "            ;;",
        "    esac",
        "}",
        "complete -F _reader reader",
    ]
    return "\n".join(lines) + "\n"


def _bash_command(command: Command, indent: str) -> list[str]:
    return [*_bash_options(command, indent), *_bash_words(command, indent)]


def _bash_options(command: Command, indent: str) -> list[str]:
    lines = [f'{indent}case "$prev" in']
    for option in command.options:
        if option.takes is not Takes.NOTHING or option.choices:
            lines += [f"{indent}    {_either(option.flags)}) {_bash_offer(option)}; return ;;"]
    flags = " ".join(flag for option in command.options for flag in option.flags)
    found = f'mapfile -t COMPREPLY < <(compgen -W {_quoted(flags)} -- "$cur")'
    return [*lines, f"{indent}esac", f"{indent}if [[ $cur == -* ]]; then {found}; return; fi"]


def _bash_words(command: Command, indent: str) -> list[str]:
    offers = [_bash_source(word) for word in command.words]
    found = "; ".join(dict.fromkeys(offer for offer in offers if offer))
    if not found:
        return []
    lines = [f"{indent}mapfile -t COMPREPLY < <({found})"]
    if any(word.takes in (Takes.FILE, Takes.FOLDER, Takes.ARTICLE_OR_FILE) for word in command.words):
        lines += [f"{indent}compopt -o filenames"]
    return lines


def _bash_offer(word: Word) -> str:
    source = _bash_source(word)
    if not source:
        return ":"
    files = word.takes in (Takes.FILE, Takes.FOLDER, Takes.ARTICLE_OR_FILE)
    return f"mapfile -t COMPREPLY < <({source})" + ("; compopt -o filenames" if files else "")


def _bash_source(word: Word) -> str:
    if word.choices:
        return f'compgen -W {_quoted(" ".join(word.choices))} -- "$cur"'
    sources = []
    if word.takes in DYNAMIC:
        asked = _ASKED.format(DYNAMIC[word.takes])
        sources.append(f'compgen -W "$({asked} | cut -f 1)" -- "$cur"')
    if word.takes in (Takes.FILE, Takes.ARTICLE_OR_FILE):
        sources.append('compgen -f -- "$cur"')
    if word.takes is Takes.FOLDER:
        sources.append('compgen -d -- "$cur"')
    return "; ".join(sources)


def zsh(every: Sequence[Command]) -> str:
    """The script for zsh's completion system: a file ``_reader`` in ``$fpath``, or evaluated after ``compinit``."""
    lines = ["#compdef reader", "# zsh completion for reader; made by: reader completion zsh", ""]
    for what in sorted(set(DYNAMIC.values())):
        lines += [
            f"_reader_{what}() {{",
            "    local -a found",
            f"    found=(${{(f)\"$({_ASKED.format(what)} | sed -e 's/[\\\\:]/\\\\&/g' -e $'s/\\t/:/')\"}})",
            f"    _describe {what} found",
            "}",
            "",
        ]
    lines += ["_reader() {", "    local context state state_descr line", "    typeset -A opt_args"]
    lines += ["    _arguments -C \\"]
    lines += [f"        {_zsh_option(option)} \\" for option in every[0].options for option in _apart(option)]
    lines += ["        '1: :->command' '*:: :->rest' && return", "    case $state in", "        command)"]
    lines += ["            local -a names=("]
    lines += [f"                {_quoted(_zsh_text(each.name) + ':' + each.what)}" for each in every[1:]]
    lines += ["            )", "            _describe command names", "            _files", "            ;;"]
    lines += ["        rest)", "            case ${words[1]} in"]
    for each in every[1:]:
        specs = [_zsh_option(option) for whole in each.options for option in _apart(whole)]
        specs += [_zsh_word(number, word, last=number == len(each.words)) for number, word in enumerate(each.words, 1)]
        lines += [f"                {each.name})", "                    _arguments \\"]
        lines += [f"                        {spec} \\" for spec in specs[:-1]]
        lines += [f"                        {specs[-1]}", "                    ;;"]
    lines += ["            esac", "            ;;", "    esac", "}", ""]
    lines += ['if [ "$funcstack[1]" = _reader ]; then _reader "$@"; else compdef _reader reader; fi']
    return "\n".join(lines) + "\n"


def _apart(option: Word) -> list[Word]:
    return [Word((flag,), option.metavar, option.what, option.takes, option.choices) for flag in option.flags]


def _zsh_option(option: Word) -> str:
    spec = f"{option.flags[0]}[{_zsh_text(_first_line(option.what))}]"
    if option.takes is not Takes.NOTHING or option.choices:
        spec += f":{_zsh_text(option.metavar)}:{_zsh_action(option)}"
    return _quoted(spec)


def _zsh_word(number: int, word: Word, *, last: bool) -> str:
    place = "*" if last and (word.many or number > 1) else str(number)
    return _quoted(f"{place}:{_zsh_text(word.metavar)}:{_zsh_action(word)}")


def _zsh_action(word: Word) -> str:
    if word.choices:
        return f"({' '.join(word.choices)})"
    if word.takes is Takes.ARTICLE_OR_FILE:
        return "_alternative 'ids:article:_reader_ids' 'files:file:_files'"
    if word.takes in DYNAMIC:
        return f"_reader_{DYNAMIC[word.takes]}"
    return {Takes.FILE: "_files", Takes.FOLDER: "_files -/"}.get(word.takes, " ")


def _zsh_text(text: str) -> str:
    """Text for a description: brackets and colons would end it."""
    return "".join(f"\\{char}" if char in "[]:\\" else char for char in text)


def fish(every: Sequence[Command]) -> str:
    """The script for fish 3 or newer: a file ``reader.fish`` in its folder ``completions``."""
    names = " ".join(each.name for each in every[1:])
    lines = ["# fish completion for reader; made by: reader completion fish", f"set -l commands {names}"]
    none = '"not __fish_seen_subcommand_from $commands"'
    lines += ["complete -c reader -f"]
    lines += [f"complete -c reader -n {none} -a {each.name} -d {_fish(each.what)}" for each in every[1:]]
    lines += [f"complete -c reader -n {none} -F"]
    lines += [f"complete -c reader -n {none} {_fish_option(option)}" for option in every[0].options]
    for each in every[1:]:
        seen = f'"__fish_seen_subcommand_from {each.name}"'
        lines += [f"complete -c reader -n {seen} {_fish_option(option)}" for option in each.options]
        lines += [f"complete -c reader -n {seen} {values}" for word in each.words if (values := _fish_values(word))]
    return "\n".join(lines) + "\n"


def _fish_option(option: Word) -> str:
    names = [f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags]
    value = ""
    if option.takes is not Takes.NOTHING or option.choices:
        value = f" -r {_fish_values(option) or '-f'}"
    return f"{' '.join(names)}{value} -d {_fish(_first_line(option.what))}"


def _fish_values(word: Word) -> str:
    if word.choices:
        return f"-f -a {_fish(' '.join(word.choices))}"
    asked = f"-a {_fish('(' + _ASKED.format(DYNAMIC[word.takes]) + ')')}" if word.takes in DYNAMIC else ""
    if word.takes in (Takes.FILE, Takes.ARTICLE_OR_FILE):
        return f"-F {asked}".rstrip()
    if word.takes is Takes.FOLDER:
        return f"-f -a {_fish('(__fish_complete_directories)')}"
    return f"-f {asked}" if asked else ""


def _fish(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _first_line(text: str) -> str:
    return text.partition("\n")[0]


def _quoted(text: str) -> str:
    """The text as one word of a shell of Bourne's family."""
    return "'" + text.replace("'", "'\\''") + "'"


def _either(flags: Sequence[str]) -> str:
    return "|".join(flags)


def _valued(every: Sequence[Command]) -> list[str]:
    """The options that take a value: what follows one is no command."""
    return sorted(
        {
            flag
            for command in every
            for option in command.options
            if option.takes is not Takes.NOTHING or option.choices
            for flag in option.flags
        }
    )


_SHELLS: dict[str, Callable[[Sequence[Command]], str]] = {"bash": bash, "zsh": zsh, "fish": fish}
