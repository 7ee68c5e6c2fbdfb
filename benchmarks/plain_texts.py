"""Texts with next to no reported speech and no foreign party, made from templates and invented facts: what most of a
day's news is to a reader of diplomacy. The same number always gives the same texts."""

from __future__ import annotations

import random

TEAMS = "Rovers United Wanderers Albion Rangers Harriers Athletic Swifts Borough Corinthians".split()
TOWNS = (
    "Ashford Brinley Colton Denby Elmsworth Farnham Garston Holbeck Ivybridge Kelby Lowton Marley Norcott Oakham Penrith "
    "Ripley Selby Thorne Upton Wexley"
).split()
PEOPLE = ("Tom Harker", "Will Oakes", "Sam Pryce", "Ned Farrow", "Luke Bramley", "Joe Tindall", "Ray Culver", "Dan Moss")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SPORT = (
    "{town} {team} beat {other} {rival} {few}-1 on {day} in front of {thousands},{hundreds} spectators.",
    "{person} scored twice in the first half.",
    "The home side had more of the ball but created few chances.",
    "{person} was replaced after {number} minutes with a knee injury.",
    "{other} have now lost {few} of their last 9 away games.",
    "A late header from {person} hit the bar.",
    "Rain delayed the start by {number} minutes.",
    "{person} finished the 10,000 metres in {number} minutes {few} seconds, a personal best.",
)
WEATHER = (
    "A band of rain will move east across {town} during {day} morning.",
    "Temperatures reached {number} degrees in {town}, {few} above the average for the month.",
    "Gusts of up to {number} kilometres an hour are expected along the coast.",
    "Snow is likely above {hundreds} metres overnight.",
    "{town} recorded {number} millimetres of rain in {few} hours, the wettest day since {year}.",
    "Fog patches linger in the valleys until mid-morning.",
    "The river at {other} stood {few} metres above its usual level.",
    "Winds ease on {day} and it turns milder.",
)
MARKETS = (
    "The index closed {few}.2 percent higher at {thousands},{hundreds} points on {day}.",
    "Shares of {town} {team} Holdings rose {few} percent after quarterly earnings beat estimates.",
    "Copper fell to ${thousands},{hundreds} a tonne, its lowest since {year}.",
    "The yield on ten-year bonds slipped {few} basis points.",
    "Retail sales grew {few}.1 percent in the year to March.",
    "Volume was thin ahead of the holiday.",
    "The company cut its forecast for the year to ${number} million.",
    "{town} Foods will close {few} of its {number} plants by {year}.",
)
SCIENCE = (
    "The enzyme breaks down plastic within {number} hours at {number} degrees.",
    "The telescope has a mirror {few} metres across and weighs {number} tonnes.",
    "The sample of {hundreds} volunteers was followed for {few} years.",
    "Cells of the treated mice divided {few} times as fast as those of the control group.",
    "The comet passes the sun every {number} years at a distance of {number} million kilometres.",
    "Fossils from the quarry near {town} date to about {number} million years ago.",
    "The battery kept {number} percent of its capacity after {thousands},{hundreds} cycles.",
    "The species lives at depths of up to {thousands},{hundreds} metres.",
)
SUBJECTS = (SPORT, WEATHER, MARKETS, SCIENCE)


def plain_texts(count: int, seed: int = 11) -> list[str]:
    """`count` texts of three to six paragraphs, the four subjects in turn."""
    chance = random.Random(seed)
    return ["\n\n".join(_paragraph(SUBJECTS[n % 4], chance) for _ in range(chance.randint(3, 6))) for n in range(count)]


def _paragraph(subject: tuple[str, ...], chance: random.Random) -> str:
    return " ".join(_sentence(chance.choice(subject), chance) for _ in range(chance.randint(2, 5)))


def _sentence(template: str, chance: random.Random) -> str:
    return template.format(
        town=chance.choice(TOWNS),
        other=chance.choice(TOWNS),
        team=chance.choice(TEAMS),
        rival=chance.choice(TEAMS),
        person=chance.choice(PEOPLE),
        day=chance.choice(DAYS),
        few=chance.randint(2, 9),
        number=chance.randint(11, 90),
        thousands=chance.randint(2, 60),
        hundreds=chance.randint(100, 999),
        year=chance.randint(1965, 2023),
    )
