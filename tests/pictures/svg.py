"""From matplotlib's SVG to ours.

Colours are classes, so that they can be others in the dark; text is text; and there is nothing in it that changes
from run to run, or that a reader of a difference would have to step over.
"""

import io
import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from matplotlib.figure import Figure

from tests.pictures import style

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_HREF = f"{{{_XLINK}}}href"
_COLOURS = {  # as matplotlib gets it and on white: its name, and what it is in the dark
    style.INK: ("ink", "#f0f6fc"),
    style.MUTED: ("muted", "#9198a1"),
    style.GRID: ("grid", "#3d444d"),
    style.PAPER: ("paper", "#0d1117"),
    style.BLUE: ("blue", "#56b4e9"),
    style.RED: ("red", "#e69f00"),  # vermillion on white, orange in the dark: both are Okabe and Ito's
    style.GREEN: ("green", "#009e73"),
}
_FONTS = "Helvetica,Arial,'Liberation Sans',Roboto,'Noto Sans'"
# behind the others: Latin letters and numbers stay as wide as in the English picture
_FONTS_OF = {"ko": "'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR','Noto Sans CJK KR',NanumGothic"}
_NUMBER = re.compile(r"-?\d+\.\d+")
_KEPT = (
    "fill-opacity",
    "stroke-opacity",
    "opacity",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "text-anchor",
)


def svg_of(figure: Figure, language: str = "en") -> str:
    """Return a picture as the text of an SVG file; raises ValueError for what it cannot turn into ours.

    Args:
        figure: as matplotlib has drawn it.
        language: of its words, which says what fonts they need.
    """
    written = io.StringIO()
    figure.savefig(written, format="svg", metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
    drawn = ElementTree.fromstring(written.getvalue())
    width, height = (f"{inches * 72:g}" for inches in figure.get_size_inches())
    root = Element("svg", {"xmlns": _SVG, "xmlns:xlink": _XLINK, "viewBox": f"0 0 {width} {height}"})
    root.attrib |= {"width": width, "height": height, "role": "img"}
    if language != "en":
        root.set("xml:lang", language)
    root.append(_style_sheet(language))
    root.extend([part for child in drawn for part in _plain(child)])
    _rename(root)
    ElementTree.indent(root, " ")
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def _style_sheet(language: str) -> Element:
    """Colours by class, light and dark; a rim of the page's colour keeps text readable on lines."""
    light = {name: colour for colour, (name, _dark) in _COLOURS.items()}
    dark = dict(_COLOURS.values())
    sheet = Element("style")
    fonts = ",".join(part for part in (_FONTS, _FONTS_OF.get(language), "sans-serif") if part)
    sheet.text = (
        f"\ntext{{font-family:{fonts};"
        "paint-order:stroke;stroke-width:4px;stroke-linejoin:round}\n"
        f"{_rules(light)}\n@media (prefers-color-scheme:dark){{\n{_rules(dark)}\n}}\n"
    )
    return sheet


def _rules(colours: dict[str, str]) -> str:
    rules = [f".f-{name}{{fill:{colour}}}.s-{name}{{stroke:{colour}}}" for name, colour in colours.items()]
    return "\n".join([*rules, f"text{{stroke:{colours['paper']}}}.{style.NO_RIM}{{stroke:none}}"])


def _plain(node: Element) -> Iterator[Element]:
    """An element without its namespace, its style as classes; groups that do nothing are left out."""
    kind = node.tag.rpartition("}")[2]
    children = [part for child in node for part in _plain(child)]
    if kind == "style" or (kind == "defs" and not children):
        return
    if node.get("id") == style.NO_RIM:
        for part in children:
            part.set("class", f"{part.get('class')} {style.NO_RIM}")
    if kind == "g" and "clip-path" not in node.attrib:
        yield from children
        return
    plain = Element(kind)
    plain.text = node.text if kind == "text" else None
    for name, value in node.attrib.items():
        if name == _HREF:
            plain.set("xlink:href", value)
        elif name == "transform" and re.match(r"rotate\(-?0 ", value):
            continue
        elif name != "style":
            plain.set(name, _NUMBER.sub(_rounded, " ".join(value.split())))
    _set_style(plain, node.get("style", ""))
    plain.extend(children)
    yield plain


def _set_style(plain: Element, text: str) -> None:
    given = dict(part.split(": ", 1) for part in text.split("; ") if part)
    classes = []
    for what, letter in (("fill", "f"), ("stroke", "s")):
        colour = given.get(what)
        if colour == "none":
            plain.set(what, "none")
        elif colour is not None:
            if colour not in _COLOURS:
                raise ValueError(f"{colour}: no colour of tests.pictures.style")
            classes.append(f"{letter}-{_COLOURS[colour][0]}")
    if plain.tag == "text":
        if "fill" not in given or "font-size" not in given:
            raise ValueError(f"{plain.text}: write plain text, and give it a colour of tests.pictures.style")
        plain.set("font-size", given["font-size"].removesuffix("px"))
        if given.get("font-weight") == "700":
            plain.set("font-weight", "bold")
    for name in _KEPT:
        if name in given:
            plain.set(name, given[name])
    if classes:
        plain.set("class", " ".join(classes))


def _rounded(number: re.Match[str]) -> str:
    """A hundredth of a pixel is nothing to be seen; the last digits depend on the machine."""
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")


def _rename(root: Element) -> None:
    """Number the ids that something refers to, in their order, and drop the others."""
    used = {link.removeprefix("#") for node in root.iter() if (link := node.get("xlink:href"))}
    used |= {clip.removeprefix("url(#").removesuffix(")") for node in root.iter() if (clip := node.get("clip-path"))}
    named = [node for node in root.iter() if node.get("id") in used]
    names = {node.attrib["id"]: f"n{number}" for number, node in enumerate(named, start=1)}
    for node in root.iter():
        if "id" in node.attrib:
            name = names.get(node.attrib.pop("id"))
            if name:
                node.set("id", name)
        if (link := node.get("xlink:href")) is not None:
            node.set("xlink:href", f"#{names[link.removeprefix('#')]}")
        if (clip := node.get("clip-path")) is not None:
            node.set("clip-path", f"url(#{names[clip.removeprefix('url(#').removesuffix(')')]})")
