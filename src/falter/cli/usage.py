"""A command line that cannot be understood, told as a fault with the wrong word pointed at."""

from __future__ import annotations

import re
from typing import Any

from falter.cli.options import Misplaced, Unfit
from falter.cli.report import at_word, command_line
from falter.diagnostics.fault import Faults
from falter.diagnostics.nearest import listed, nearest
from falter.diagnostics.source import Source, Span


def usage_fault(error: Any, words: list[str]) -> Faults:
    """What the parser of the command line found, as a fault. `error` is one of its exceptions."""
    faults = Faults(Source("command line", command_line(words) + " "))
    code, span, holes = _judged(error, words)
    command = error.ctx.command_path if getattr(error, "ctx", None) else "falter"
    faults.add(code, span, command=command, **holes)
    return faults


def _judged(error: Any, words: list[str]) -> tuple[str, Span, dict[str, Any]]:
    """Which fault it is, where, and what fills its holes beside the command's name."""
    option, param = getattr(error, "option_name", None), getattr(error, "param", None)
    message = _sentence(error.message)
    kind = type(error).__name__
    if kind == "NoSuchOption":
        return "FAL8001", _span(words, option), {"option": option, "offer": _offer(str(option), _options(error.ctx))}
    if kind == "MissingParameter" and param is not None:
        lacking = _lacking(param)
        return "FAL8003", at_word(words, len(words)), {"missing": f"`{lacking}`", "line": f"{command_line(words)} {lacking}"}
    if param is not None and isinstance(error, Misplaced):
        return (
            "FAL8008" if isinstance(error, Unfit) else "FAL8007",
            _flag(words, param, error.ctx),
            {"param": _called(param), "fix": error.fix, "message": message},
        )
    if param is not None:
        offer = _offer(_typed(words, param), re.findall("`(.*?)`", error.message.partition(";")[0]))
        return "FAL8004", _value(words, param), {"param": _called(param), "offer": offer, "message": message}
    if error.message.startswith("No such command"):
        word = next((word for word in words if not word.startswith("-")), "")
        return "FAL8002", _span(words, word), {"word": word, "offer": _offer(word, list(error.ctx.command.commands))}
    if option is not None:
        return "FAL8006", _span(words, option), {"option": option}
    extra = error.message.rstrip(")").rpartition("(")[2].split() if "extra argument" in error.message else []
    return "FAL8005", _span(words, extra[0] if extra else None), {"message": f"`{extra[0]}` is one word too many" if extra else message}


def _options(context: Any) -> list[str]:
    return [name for param in context.command.get_params(context) for name in param.opts if name.startswith("--")]


def _offer(word: str, options: list[str]) -> str:
    """What to type instead: the nearest option, else all of them."""
    near = nearest(word, options)
    if near or len(options) == 1:
        return f"type `{near or options[0]}`"
    return f"type one of {listed(options)}" if options else "type one that is"


def _called(param: Any) -> str:
    names = [name for name in param.opts if name.startswith("-")]
    return f"`{max(names, key=len)}`" if names else f"`{(param.metavar or param.name).strip('[]').upper()}`"


def _lacking(param: Any) -> str:
    """What is to be added to the command line."""
    names = [name for name in param.opts if name.startswith("--")]
    value = (param.metavar or param.name).strip("{[]}").upper() if not param.metavar else param.metavar
    return f"{names[0]} {value}" if names else value


def _span(words: list[str], word: str | None) -> Span:
    for at, found in enumerate(words):
        if word and (found == word or found.startswith(f"{word}=")):
            return at_word(words, at)
    return at_word(words, len(words))


def _value(words: list[str], param: Any) -> Span:
    """The word after the flag, or the flag and its value in one."""
    for at, word in enumerate(words):
        if word in param.opts and at + 1 < len(words):
            return at_word(words, at + 1)
        if any(word.startswith(f"{name}=") for name in param.opts):
            return at_word(words, at)
    return at_word(words, max(len(words) - 1, 0))


def _flag(words: list[str], param: Any, context: Any) -> Span:
    """The flag itself; of what has none, the word."""
    if not any(name.startswith("-") for name in param.opts):
        return _span(words, str(context.params.get(param.name)))
    return next((_span(words, name) for name in param.opts if any(word.partition("=")[0] == name for word in words)), _span(words, None))


def _typed(words: list[str], param: Any) -> str:
    """The value that was typed."""
    start, end = _value(words, param)
    return (command_line(words) + " ")[start:end].rpartition("=")[2]


def _sentence(text: str) -> str:
    """The parser's words in our form: lower case, no full stop."""
    return (text[:1].lower() + text[1:]).rstrip(".")
