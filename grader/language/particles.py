"""Korean particles after what is put into a sentence: their form depends on the sound that it ends with.

A catalogue writes both forms, as Korean does where it leaves the choice open: `{name}을(를) 찾을 수 없습니다.`
"""

import re
import string

_FORMS = {
    "을(를)": ("을", "를"),
    "이(가)": ("이", "가"),
    "은(는)": ("은", "는"),
    "과(와)": ("과", "와"),
    "으로(로)": ("으로", "로"),
    "이어야(여야)": ("이어야", "여야"),
}
_PARTICLE = re.compile(r"([`'\")\]]*)(" + "|".join(map(re.escape, _FORMS)) + ")")
_SILENT = re.compile(r"[\s`'\"()\[\]{}<>.,:;!?…*_]+$")  # not pronounced
# how the name of a last letter or digit ends: 영, 일, 삼, 육, 칠, 팔; 엘, 엠, 엔, 알
_FINAL = frozenset("013678LMNRlmnr")
_RIEUL = frozenset("178LRlr")
# identifiers that are read as words, by the letters they end with: 모델, 스텝, 트레이닝, 에폭
_WORD_FINAL = re.compile(r"(?:[lmn]|ng|[^aeiou][aeiou][ckp]|epoch|[^aeiou]y?pe|out)$")


class Sentence(str):
    """A translated text; `format` chooses the form of a particle that follows what it puts in."""

    __slots__ = ()

    def format(self, *values: object, **named: object) -> str:
        """Return the text with the values put in."""
        done, put_in = "", False
        for literal, field, spec, conversion in string.Formatter().parse(self):
            done += _chosen(done, literal) if put_in else literal
            put_in = field is not None
            if field is not None:
                shown = f"!{conversion}" if conversion else ""
                done += f"{{{field}{shown}:{spec}}}".format(*values, **named)
        return done


def has_particle(text: str) -> bool:
    """Whether a text leaves the form of a particle open."""
    return any(forms in text for forms in _FORMS)


def _chosen(before: str, after: str) -> str:
    """The text after a value, with the form of its particle that the value asks for."""
    match = _PARTICLE.match(after)
    if match is None:
        return after
    return match[1] + particle(before, match[2]) + after[match.end() :]


def particle(word: str, forms: str) -> str:
    """Return the form of a particle, written as "을(를)", that stands after a word: Hangul, a number, code."""
    after_final, after_vowel = _FORMS[forms]
    final = _final_sound(_SILENT.sub("", word))
    return after_vowel if not final or (final == "ㄹ" and forms == "으로(로)") else after_final


def _final_sound(word: str) -> str:
    """The consonant that a word ends with, as far as particles ask: "ㄹ", "ㄱ" for any other, "" for a vowel."""
    last = word[-1:]
    if "가" <= last <= "힣":
        final = (ord(last) - ord("가")) % 28
        return "ㄹ" if final == 8 else "ㄱ" if final else ""
    latin = re.search(r"[A-Za-z]+$", word)
    if latin is not None and len(latin[0]) > 2 and not latin[0].isupper():
        ending = _WORD_FINAL.search(latin[0].lower())
        return "" if ending is None else "ㄹ" if ending[0] == "l" else "ㄱ"
    return "ㄹ" if last in _RIEUL and last else "ㄱ" if last in _FINAL and last else ""
