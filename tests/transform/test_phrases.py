"""Names are found as whole words, the longest only, whatever the number of names."""

from hypothesis import given
from hypothesis import strategies as st

from transform.assign.names import Phrases

WORDS = st.lists(st.sampled_from(["tan", "phu", "son", "a"]), min_size=1, max_size=6).map(" ".join)


def _by_search(text, keys):
    """Look for every key in the text, the plain way."""
    padded, spans = f" {text} ", []
    for key, code in keys:
        start = padded.find(f" {key} ")
        while start >= 0:
            spans.append((start, start + len(key), key, code))
            start = padded.find(f" {key} ", start + 1)
    inside = [
        s for s in spans if any(o[0] <= s[0] and s[1] <= o[1] and o[1] - o[0] > s[1] - s[0] for o in spans)
    ]
    return sorted({(key, code) for start, end, key, code in spans if (start, end, key, code) not in inside})


@given(WORDS, st.lists(st.tuples(WORDS, st.sampled_from(["x", "y", "z"])), max_size=8))
def test_looking_up_finds_what_searching_finds(text, keys):
    assert Phrases(keys).within(text) == _by_search(text, keys)


def test_the_longest_wins_and_one_name_may_be_of_two():
    phrases = Phrases([("tan phu", "p"), ("xa tan phu", "x"), ("tan phu", "q"), ("", "none")])
    assert phrases.within("bao cao xa tan phu") == [("xa tan phu", "x")]
    assert phrases.within("tan phu") == [("tan phu", "p"), ("tan phu", "q")]
    assert phrases.within("tan phuong") == []
