"""Which reports are one: clusters from pairwise verdicts, the same for any order of reports.

1. Reports with equal features that suffice for a link are one profile; only profiles are compared.
2. Profiles joined by a person's decision are put together first.
3. Strong links, best first, join clusters unless any two members contradict each other.
4. A profile that only weak links hold (no names on a side, "in June", "later this year") joins a cluster only if no
   other cluster, contradicting the first, would have it as well; two that fit equally well are left apart.
5. What is left joins among itself by weak links, best first, under the same bar.
A split that a person decided bars two reports from one cluster at every step.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Generic, TypeVar

F = TypeVar("F", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What two reports have in common: points (0 to 1) with their grounds, or why they can't be one."""

    score: float
    grounds: tuple[tuple[str, float], ...] = ()
    against: str | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Item(Generic[F]):
    """A report to be clustered: `features` are all that comparing looks at."""

    id: str
    document: str
    features: F


@dataclass(slots=True)
class _Cluster:
    profiles: list[int]
    documents: set[str]
    ids: set[str]


@dataclass(slots=True)
class _Profile(Generic[F]):
    features: F
    ids: list[str] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)


class Clustering(Generic[F]):
    """One run over the reports of a neighbourhood. `bars` are pairs of report ids that a person split."""

    def __init__(
        self,
        items: Iterable[Item[F]],
        compare: Callable[[F, F], Verdict],
        threshold: float,
        joins: Iterable[tuple[str, str]] = (),
        bars: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._compare = compare
        self._threshold = threshold
        self._sure: dict[F, bool] = {}
        self._joins = sorted(set(joins))
        self._bars = {frozenset(pair) for pair in bars}
        decided = {report for pair in [*self._joins, *bars] for report in pair}
        self._profiles = _profiles_of(items, lambda item: item.id in decided or not self._alike(item.features))
        self._verdicts: dict[tuple[int, int], Verdict] = {}
        self._cluster_of: list[_Cluster] = [
            _Cluster([number], set(profile.documents), set(profile.ids)) for number, profile in enumerate(self._profiles)
        ]

    def clusters(self) -> list[list[str]]:
        """The report ids of each cluster, sorted throughout."""
        self._join_decided()
        strong, weak = self._links()
        for _, one, other in strong:
            self._join(one, other)
        self._attach(weak)
        return sorted(sorted(cluster.ids) for cluster in self._distinct())

    def components(self) -> list[list[str]]:
        """The report ids of each set that links hold together, strong or weak: what must be clustered anew together."""
        parent = list(range(len(self._profiles)))

        def root(number: int) -> int:
            while parent[number] != number:
                parent[number] = parent[parent[number]]
                number = parent[number]
            return number

        strong, weak = self._links()
        decided = [numbers for pair in self._joins if (numbers := self._numbers(pair))]
        for one, other in [*((one, other) for _, one, other in [*strong, *weak]), *decided]:
            parent[root(one)] = root(other)
        sets: dict[int, list[str]] = {}
        for number, profile in enumerate(self._profiles):
            sets.setdefault(root(number), []).extend(profile.ids)
        return sorted(sorted(ids) for ids in sets.values())

    def _alike(self, features: F) -> bool:
        """Do two reports of these features have enough in common to be one?"""
        if features not in self._sure:
            verdict = self._compare(features, features)
            self._sure[features] = verdict.against is None and verdict.score >= self._threshold
        return self._sure[features]

    def _numbers(self, pair: tuple[str, str]) -> tuple[int, int] | None:
        found = [number for report in pair for number, profile in enumerate(self._profiles) if report in profile.ids]
        return (found[0], found[1]) if len(found) == len(pair) else None

    def _verdict(self, one: int, other: int) -> Verdict:
        key = (one, other) if one < other else (other, one)
        if key not in self._verdicts:
            self._verdicts[key] = self._compare(self._profiles[key[0]].features, self._profiles[key[1]].features)
        return self._verdicts[key]

    def _links(self) -> tuple[list[tuple[float, int, int]], list[tuple[float, int, int]]]:
        strong: list[tuple[float, int, int]] = []
        weak: list[tuple[float, int, int]] = []
        for one, other in combinations(range(len(self._profiles)), 2):
            verdict = self._verdict(one, other)
            if verdict.against is None and verdict.score >= self._threshold:
                (strong if verdict.strong else weak).append((-verdict.score, one, other))
        return sorted(strong), sorted(weak)

    def _distinct(self) -> list[_Cluster]:
        return list({id(cluster): cluster for cluster in self._cluster_of}.values())

    def _merge(self, one: _Cluster, other: _Cluster) -> None:
        one.profiles += other.profiles
        one.documents |= other.documents
        one.ids |= other.ids
        for number in other.profiles:
            self._cluster_of[number] = one

    def _join_decided(self) -> None:
        for pair in self._joins:
            numbers = self._numbers(pair)
            if numbers and self._cluster_of[numbers[0]] is not self._cluster_of[numbers[1]]:
                self._merge(self._cluster_of[numbers[0]], self._cluster_of[numbers[1]])

    def _barred(self, one: _Cluster, other: _Cluster) -> bool:
        """Do the clusters contradict each other? One document does not report one engagement as two."""
        if one.documents & other.documents:
            return True
        if any(bar & one.ids and bar & other.ids for bar in self._bars):
            return True
        return any(self._verdict(a, b).against is not None for a in one.profiles for b in other.profiles)

    def _join(self, one: int, other: int) -> bool:
        first, second = self._cluster_of[one], self._cluster_of[other]
        if first is second or self._barred(first, second):
            return False
        self._merge(first, second)
        return True

    def _attach(self, weak: Sequence[tuple[float, int, int]]) -> None:
        """Steps 4 and 5."""
        grown = {number for cluster in self._distinct() if len(cluster.profiles) > 1 for number in cluster.profiles}
        ambiguous = set()
        wanted: list[tuple[float, int, int]] = []
        for number in range(len(self._profiles)):
            candidates = [link for link in weak if number in link[1:] and not self._barred_link(link)]
            if self._rivals(number, candidates):
                ambiguous.add(number)
            else:
                wanted += candidates
        first = [link for link in wanted if grown & set(link[1:])]
        for _, one, other in [*sorted(set(first)), *sorted(set(wanted) - set(first))]:
            if one not in ambiguous and other not in ambiguous:
                self._join(one, other)

    def _barred_link(self, link: tuple[float, int, int]) -> bool:
        one, other = self._cluster_of[link[1]], self._cluster_of[link[2]]
        return one is not other and self._barred(one, other)

    def _rivals(self, number: int, links: Sequence[tuple[float, int, int]]) -> bool:
        """Would two clusters that contradict each other both take this profile?"""
        others = {id(c): c for link in links for c in [self._cluster_of[link[1] if link[2] == number else link[2]]]}
        others.pop(id(self._cluster_of[number]), None)
        return any(self._barred(one, other) for one, other in combinations(others.values(), 2))


def _profiles_of(items: Iterable[Item[F]], alone: Callable[[Item[F]], bool]) -> list[_Profile[F]]:
    """Reports of equal features together, save those that stand alone."""
    found: dict[Hashable, _Profile[F]] = {}
    for item in sorted(items, key=lambda each: each.id):
        key: Hashable = (item.id,) if alone(item) else item.features
        profile = found.setdefault(key, _Profile(item.features))
        profile.ids.append(item.id)
        profile.documents.add(item.document)
    return list(found.values())
