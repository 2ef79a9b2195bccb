"""In which encoding a text is written: by its mark, by its bytes, else by which reading makes words."""

import codecs
import re

from parties_of_power.texts import _

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What a text without a mark that is no UTF-8 may be, and what the user may choose besides.
GUESSED = ("shift_jis", "gb18030", "cp1251", "koi8-r", "cp866", "cp1252")
CHOICES = ("utf-8", "utf-16", "cp1251", "cp1252", "koi8-r", "cp866", "iso8859-5", "cp1250", "cp1254", "gb18030")
_SAMPLE = 200_000
_LEAST = 0.25
_HIGH = re.compile("[^\x00-\x7f]")
_KANA = re.compile("[\u3040-\u30ff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_CYRILLIC_WORD = re.compile("(?<![A-Za-z])[\u0401-\u045f]+(?![A-Za-z])")
_FREQUENT = frozenset("оеаинтсрвлкмдпуяыізқғ")
_ACCENTED = re.compile("(?<=[A-Za-z])[À-ÖØ-öø-ÿšžŠŽ]|[À-ÖØ-öø-ÿšžŠŽ](?=[a-z])")
_TYPOGRAPHIC = re.compile("[‘’“”„–—…«»€°§\u00a0]")


def encoding_of(content: bytes) -> tuple[str, str]:
    """The encoding, and why: a blank reason for UTF-8. With "utf-8" and a reason nothing reads all of it."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding, ""
    if wide := _wide(content[:4096]):
        return wide, ""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return _guessed(content, content.count(b"\n", 0, wrong.start) + 1)
    return "utf-8", ""


def _wide(beginning: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, by where their noughts stand; blank for neither."""
    at = [beginning[place::4].count(0) for place in range(4)]
    many = len(beginning) // 5
    if min(at[0], at[1]) > many or min(at[2], at[3]) > many:
        return "utf-32-be" if at[0] > at[3] else "utf-32-le"
    even, odd = at[0] + at[2], at[1] + at[3]
    if max(even, odd) < max(3, len(beginning) // 50) or min(even, odd) * 20 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _guessed(content: bytes, line: int) -> tuple[str, str]:
    scores = {encoding: _score(content[:_SAMPLE], encoding) for encoding in GUESSED if _reads(content, encoding)}
    best = max(scores, key=lambda encoding: scores[encoding], default="")
    if not best or scores[best] < _LEAST:
        return "utf-8", _("Line {line} holds characters that cannot be read; “�” stands for each.").format(line=line)
    others = sorted((score, encoding) for encoding, score in scores.items() if encoding != best)
    said = _("Line {line} is not in UTF-8: the text was read as {encoding}.").format(line=line, encoding=best)
    if others and others[-1][0] >= _LEAST:
        said += " " + _("It could also be {encoding}.").format(encoding=others[-1][1])
    return best, said


def _reads(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _score(content: bytes, encoding: str) -> float:
    """From 0 to 1: how far the characters beyond ASCII make words of the encoding's languages."""
    text = content.decode(encoding, "ignore")
    high = len(_HIGH.findall(text))
    if not high:
        return 0.0
    if encoding == "shift_jis":
        return 0.9 if len(_KANA.findall(text)) >= 0.2 * high else 0.0
    if encoding == "gb18030":
        return 0.5 * len(_HAN.findall(text)) / high
    if encoding == "cp1252":
        return (0.8 * len(_ACCENTED.findall(text)) + 0.3 * len(_TYPOGRAPHIC.findall(text))) / high
    return max(0.0, sum(map(_worth_of_word, _CYRILLIC_WORD.findall(text))) / high)


def _worth_of_word(word: str) -> float:
    """A capital within a word speaks against it: the letters of the Cyrillic encodings are shuffled so."""
    if not (word.islower() or word[1:].islower() or word.isupper()):
        return -0.5 * len(word)
    frequent = sum(letter in _FREQUENT for letter in word.lower())
    return 0.3 * len(word) + 0.7 * frequent if not word.isupper() else 0.15 * len(word) + 0.6 * frequent
