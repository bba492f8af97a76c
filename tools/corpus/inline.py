# SPDX-License-Identifier: GPL-3.0-or-later
"""The marks inside a paragraph.

    {226.23万元|本年收入合计 >=}   a figure, with attributes (see `figure_key`)
    {{0817-2345678}}              digits that are no figure
    [[《题名》（国发〔2021〕5号）]]   a cited document
    <<一是>> <<四是!duplicate>>      an in-line sub-item begins
    **words**                     bold (a run-in title)
    ^2^                           superscript
"""

import re

from .figure_key import figure
from .model import Mark, Prose, Run, SourceError

TOKEN = re.compile(
    r"\{\{(?P<plain>.+?)\}\}|\{(?P<figure>[^{}]+)\}|\[\[(?P<cite>.+?)\]\]|<<(?P<mark>[^<>]+)>>"
    r"|\*\*(?P<bold>.+?)\*\*|\^(?P<sup>[^^]+)\^"
)
# Digits that need no mark: years, dates, periods of the day and the calendar.
CALENDAR = re.compile(r"\d{4}[—–-]\d{4}年|\d{4}年(度)?|\d{1,2}月(份)?(\d{1,2}日)?|\d{1,2}[—-]\d{1,2}月|\d{1,2}日")
NUMBERED = re.compile(r"[（(](?P<number>[^（）()]*[〔\[]\d{4}[〕\]][^（）()]*号|国令第\d+号)[）)]")


def parse(text: str, check: bool = True) -> Prose:
    """A paragraph from its marked-up text. With `check`, bare digits that look like a forgotten figure are refused."""
    prose = Prose()
    place = 0
    for token in TOKEN.finditer(text):
        add(prose, text[place:token.start()], "plain", check)
        take(prose, token, check)
        place = token.end()
    add(prose, text[place:], "plain", check)
    return prose


def take(prose: Prose, token: re.Match, check: bool) -> None:
    """One marked piece."""
    if token["plain"]:
        add(prose, token["plain"], "plain", False)
    elif token["figure"]:
        made = figure(token["figure"])
        prose.figures.append(made)
        add(prose, made.text, "plain", False)
    elif token["cite"]:
        prose.cites.append(cite(token["cite"]))
        add(prose, token["cite"], "plain", False)
    elif token["mark"]:
        marker, _, anomaly = token["mark"].partition("!")
        prose.marks.append(Mark(len(prose.text), marker, anomaly or None))
        add(prose, marker, "plain", False)
    elif token["bold"]:
        inner = parse(token["bold"], check)
        prose.figures += inner.figures
        prose.cites += inner.cites
        prose.marks += [Mark(len(prose.text) + mark.start, mark.marker, mark.anomaly) for mark in inner.marks]
        add(prose, inner.text, "bold", False)
    else:
        add(prose, token["sup"], "sup", False)


def add(prose: Prose, text: str, style: str, check: bool) -> None:
    if not text:
        return
    if check and re.search(r"[0-9０-９]", CALENDAR.sub("", text)):
        raise SourceError(f"digits that are neither marked nor a date: {text}")
    prose.runs.append(Run(text, style))


def cite(text: str) -> dict:
    """Title between 《》 and number between brackets; either may be missing."""
    title = re.search(r"《(.+)》", text)
    number = NUMBERED.search(text)
    if not title and not number:
        return {"number": text, "title": None}
    return {"number": number["number"] if number else None, "title": title[1] if title else None}
