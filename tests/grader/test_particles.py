"""Korean particles take the form that the sound before them asks for."""

import pytest

from grader.language.particles import Sentence, particle


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("손실", "손실을"),
        ("기울기", "기울기를"),
        ("mse_loss", "mse_loss를"),
        ("model", "model을"),
        ("lr", "lr을"),
        ("X", "X를"),
        ("epoch", "epoch을"),
        ("dtype", "dtype을"),
        ("weight", "weight를"),
        ("`mean`", "`mean`을"),
        ("train()", "train()을"),
        ("10", "10을"),
        ("2.5", "2.5를"),
        ("-3", "-3을"),
        ("(3, 2)", "(3, 2)를"),
        ("ex04_mse.py", "ex04_mse.py를"),
        ("100", "100을"),
        ("SGD", "SGD를"),
    ],
)
def test_an_object_is_marked_by_its_last_sound(word: str, said: str) -> None:
    """Hangul, Latin letters and digits; brackets and backticks are not heard."""
    assert Sentence("{word}을(를)").format(word=word) == said


@pytest.mark.parametrize(("word", "said"), [("7", "7로"), ("서울", "서울로"), ("3", "3으로"), ("가중치", "가중치로")])
def test_towards_is_short_after_a_vowel_and_after_rieul(word: str, said: str) -> None:
    """으로 and 로 are the pair with a rule of its own."""
    assert Sentence("{word}으로(로)").format(word=word) == said


def test_a_particle_stays_what_it_is_where_no_value_stands_before_it() -> None:
    """What a learner has printed may hold both forms; only the sentence's own particles are chosen."""
    assert Sentence("{word}이(가) 없습니다.").format(word="은(는)") == "은(는)이 없습니다."


@pytest.mark.parametrize("forms", ["을(를)", "이(가)", "은(는)", "과(와)", "이어야(여야)"])
def test_every_pair_has_a_form_for_consonants_and_one_for_vowels(forms: str) -> None:
    """The form behind 값 differs from the one behind 수."""
    assert particle("값", forms) != particle("수", forms)


def test_values_keep_their_formats() -> None:
    """A sentence is formatted as any other text, specification and conversion included."""
    said = Sentence("{name!r}은(는) {value:.2f}입니다.").format(name="손실", value=1.0)
    assert said == "'손실'은 1.00입니다."
