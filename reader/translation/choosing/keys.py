"""Keys for online services: from the environment or the system's keyring, and shown to nobody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NoReturn, Protocol, TypeVar

from articles.errors import Problem
from reader.i18n import _

SERVICE = "leitor"
"""What the keyring has our keys under, as the folders of the platform are called."""

LONGEST = 4096
"""Characters of a key, at most."""

READING, WRITING = 5.0, 60.0
"""Seconds to wait for the keyring; writing may ask somebody to unlock it."""

T = TypeVar("T")


class Secret:
    """A key. Printing it, formatting it, looking at it in a debugger's repr or pickling it does not show it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The key itself, for the request and nothing else."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is not to be stored")


def secret(text: str, where: str) -> Secret:
    """The key that a text is, spaces around it apart.

    Args:
        text: As it was given.
        where: Where it comes from, for the error.

    Raises:
        Problem: It cannot be one: empty, too long, or with characters that would end up elsewhere in a request.
    """
    value = text.strip()
    if not value or len(value) > LONGEST or not all("!" <= each <= "~" for each in value):
        message = _("what {where} gives is no key: letters, digits and signs of ASCII, without spaces")
        raise Problem(message.format(where=where), _("copy it again from the service's page"))
    return Secret(value)


@dataclass(frozen=True, slots=True)
class KeyNeed:
    """The key that an engine takes.

    Attributes:
        own: The environment variable that is read first, whatever the service.
        known: A variable that other programs know; read only for ``home``, the service it was made for.
        home: That service's host; "" where the engine has only one.
        always: Whether the engine does nothing without a key; else only ``home`` wants one.
    """

    own: str
    known: str
    home: str = ""
    always: bool = False

    def variables(self, host: str) -> tuple[str, ...]:
        """The variables that may hold the key for a host."""
        return (self.own, self.known) if host == self.home or not self.home else (self.own,)

    def needed(self, host: str) -> bool:
        """Whether the service at a host does nothing without a key."""
        return self.always or (bool(self.home) and host == self.home)


class Ring(Protocol):
    """What we use of the package ``keyring``."""

    def get_password(self, service: str, name: str) -> str | None:
        """The key of that name, if there is one."""
        ...

    def set_password(self, service: str, name: str, password: str) -> None:
        """Keep a key."""
        ...

    def delete_password(self, service: str, name: str) -> None:
        """Forget a key."""
        ...


class Keys:
    """Where keys are looked for: the environment first, then the keyring, which is only asked when it must be.

    Args:
        environment: The variables; None for the process's own.
        ring: Gives the keyring, and raises ImportError where there is none; None for the package ``keyring``.
        patience: Seconds to wait for the keyring when reading, and when writing.
    """

    def __init__(
        self,
        environment: Mapping[str, str] | None = None,
        ring: Callable[[], Ring] | None = None,
        patience: tuple[float, float] = (READING, WRITING),
    ) -> None:
        self._environment = environment
        self._ring = ring or _system
        self._patience = patience
        self._found: dict[str, Secret | None] = {}
        self.trouble = ""
        """Why the keyring could not be asked; "" while it could, or was not needed."""

    def find(self, engine: str, need: KeyNeed, host: str) -> tuple[Secret, str] | None:
        """A key, and where it was found: the variable's name, or "keyring"; None where there is none.

        Raises:
            Problem: There is something, and it cannot be a key.
        """
        import os

        environment = os.environ if self._environment is None else self._environment
        for variable in need.variables(host):
            if environment.get(variable, "").strip():
                return secret(environment[variable], variable), variable
        if engine not in self._found:
            self._found[engine] = self._of_ring(engine)
        kept = self._found[engine]
        return (kept, "keyring") if kept is not None else None

    def keep(self, engine: str, key: Secret) -> None:
        """Put an engine's key into the keyring, in place of the one there.

        Raises:
            Problem: There is no keyring, or it would not.
        """
        self._ask(lambda ring: ring.set_password(SERVICE, engine, key.reveal()), self._patience[1])
        self._found.pop(engine, None)

    def forget(self, engine: str) -> bool:
        """Take an engine's key out of the keyring; whether there was one.

        Raises:
            Problem: There is no keyring, or it would not.
        """

        def take(ring: Ring) -> bool:
            there = ring.get_password(SERVICE, engine) is not None
            if there:
                ring.delete_password(SERVICE, engine)
            return there

        had = self._ask(take, self._patience[1])
        self._found.pop(engine, None)
        return had

    def _of_ring(self, engine: str) -> Secret | None:
        try:
            kept = self._ask(lambda ring: ring.get_password(SERVICE, engine), self._patience[0])
        except Problem as problem:  # then there is only the environment
            self.trouble = problem.message
            return None
        return secret(kept, _("the keyring")) if kept else None

    def _ask(self, what: Callable[[Ring], T], seconds: float) -> T:
        from reader.translation.choosing.waiting import within

        def asking() -> T:
            return what(self._ring())  # the import belongs to it: some keyrings already wait there

        advice = _("set the key in the environment instead")
        try:
            return within(seconds, asking, "the keyring")
        except ImportError:
            problem = Problem(_("the package keyring is not installed"), advice)
        except TimeoutError:
            problem = Problem(_("the system's keyring does not answer"), advice)
        except Exception as error:  # a backend raises what it likes, and its words might hold the key
            if type(error).__name__ == "NoKeyringError":
                raise Problem(_("this machine has no keyring that the package keyring knows"), advice) from None
            problem = Problem(_("the system's keyring failed ({kind})").format(kind=type(error).__name__), advice)
        raise problem


def _system() -> Ring:
    import keyring  # 60 ms, and the door to the desktop: only where a key is looked for

    return keyring
