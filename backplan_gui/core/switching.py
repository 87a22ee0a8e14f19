"""Another version of an exercise from here on: the rest of a script laid out anew.

What was done stays as it was done, and counts; the new version does what is left of the
dose (PRODUCT.md 2.5). Twelve of 30 s on the toes, then the knees in short holds: 10 and 8 s
with 5 s between.
"""

from __future__ import annotations  # a new form may name others

from collections.abc import Iterator

import msgspec

from .exercise import Exercise, Version
from .script import Block, Load, Script, Step, StepKind, Turn
from .session import Session, Worked
from .settings import Settings

LEAST_READY_MS = 5_000
"""A get-ready that has begun goes on at least so long; at another place as long as is written."""


class NewForm(msgspec.Struct, frozen=True):
    """Which version of which exercise is wanted, and what its times depend on."""

    exercise: Exercise
    version: Version
    settings: Settings
    later: tuple[NewForm, ...] = ()
    """The same of exercises to come, for VERSIONS."""


def version_on(session: Session) -> Version:
    """The version in which the exercise goes on.

    The way out of a hold belongs to the version of the hold, even when another one follows.
    """
    here = session.step
    later = session.script[session.index + 1 :] if here.kind is StepKind.LEAVE else ()
    ahead = (step.version for step in later[:1] if step.exercise_no == here.exercise_no)
    return next(ahead, here.version)


def why_not(session: Session, new: NewForm | None) -> str:
    """What is wrong with asking for it, for the log; empty if it can be switched to."""
    if new is None or new.exercise.id != session.step.exercise:
        return "the version is of another exercise"
    if new.version is version_on(session) or new.version not in new.exercise.versions:
        return f"there is no other version {new.version}"
    return ""


def in_version(session: Session, done: int, new: NewForm) -> Session:
    """The session with what is left of its exercise in a new version; there must be some.

    `done` of the step that is on counts, in milliseconds or movements. Steps before it stay.
    Where something was done the step ends there, else what is at its place now is what to do
    instead.
    """
    start = session.index
    while session.script[start].help:  # who is on the way to the floor goes all of it
        start += 1
    before, rest = session.script[:start], session.script[start:]
    number = rest[0].exercise_no
    mine = tuple(step for step in rest if step.exercise_no == number)
    own = tuple(step for step in mine if not step.help)
    worked = session.worked
    if new.exercise.segments:
        anew = tuple(msgspec.structs.replace(step, version=new.version) for step in mine)
    else:
        elapsed = session.elapsed if start == session.index else 0
        laid = tuple(step for step in _anew(own, elapsed, done, new) if step.ms)
        worked = _carried(worked, own, laid)
        anew = _with_help(mine, laid, new.version)
    here = (msgspec.structs.replace(step, version=new.version) for step in before[session.index :])
    script = (*before[: session.index], *here, *anew, *rest[len(mine) :])
    return msgspec.structs.replace(session, script=script, worked=worked)


def later_in_versions(session: Session, new: NewForm) -> Session:
    """The session with the exercises that are still to come in the versions named for them."""
    number = session.step.exercise_no
    for form in (new, *new.later):
        ahead = enumerate(session.script[session.index :], start=session.index)
        found = (i for i, s in ahead if s.exercise == form.exercise.id and s.exercise_no != number)
        place = msgspec.structs.replace(session, index=next(found, session.index), elapsed=0)
        if place.index != session.index and not why_not(place, form):
            script = in_version(place, 0, form).script
            session = msgspec.structs.replace(session, script=script)
    return session


def _with_help(mine: Script, anew: Script, version: Version) -> Script:
    """The ways to the floor and up again stay where they are: after the rest, and at the end."""
    help = tuple(msgspec.structs.replace(step, version=version) for step in mine if step.help)
    down = tuple(step for step in help if step.set_no == mine[0].set_no and mine[1].help)
    return (*anew[:1], *down, *anew[1:], *help[len(down) :])


def _anew(own: Script, elapsed: int, done: int, new: NewForm) -> Script:
    """The steps of an exercise from the one that is on, `elapsed` into it."""
    here = own[0]
    block = Block(new.exercise, new.version, here.exercise_no, new.settings, here.sets)
    ready = block.ready(_turn(here))
    moves = new.exercise.form(here.version).place is not block.exercise.place
    rest = tuple(_laid_out(tuple(_loads(own, done)), block))
    match here.kind:
        case StepKind.READY:
            least = max(LEAST_READY_MS, ready.ms if moves else 0)
            return (_waiting(here, max(ready.ms, elapsed + least), block), *rest)
        case StepKind.REST if own[1].kind is StepKind.READY:
            return (_waiting(here, here.ms, block), ready, *rest)
        case StepKind.REST | StepKind.SWITCH:
            ms = max(here.ms, elapsed + ready.ms) if moves else here.ms
            return (_waiting(here, ms, block), *rest)
        case StepKind.LEAVE:
            pause = block.between(_turn(here), _turn(rest[0]))
            ms = max(pause.ms, ready.ms) if moves else pause.ms
            return (here, _waiting(pause, ms, block), *rest)
        case _:
            cut = (_cut(here, done),) if done else ()
            return (*cut, *((ready,) if moves else ()), *rest)


def _waiting(step: Step, ms: int, block: Block) -> Step:
    return msgspec.structs.replace(step, ms=ms, version=block.version)


def _turn(step: Step) -> Turn:
    """Sides that alternate are one turn."""
    return Turn(step.set_no, step.set_side.side)


def _works(steps: Script) -> dict[Turn, list[Step]]:
    """The work steps of an exercise by turn, in order."""
    works: dict[Turn, list[Step]] = {}
    for step in steps:
        if step.kind is StepKind.WORK:
            works.setdefault(_turn(step), []).append(step)
    return works


def _cut(work: Step, done: int) -> Step:
    """The part of a work step that was done, as a whole step of its own."""
    if not work.reps:
        return msgspec.structs.replace(work, ms=done, dose=min(work.dose, done // 1000))
    each = 2 if work.alternates else 1
    ms = work.ms * done // work.reps
    return msgspec.structs.replace(work, ms=ms, reps=done, dose=min(work.dose, done // each))


def _less(work: Step, done: int) -> Step:
    """What a work step still asks for after so much of it, as the next part."""
    cut = _cut(work, done)
    odd = work.alternates and done % 2
    return msgspec.structs.replace(
        work,
        ms=work.ms - cut.ms,
        reps=work.reps - cut.reps,
        dose=work.dose - cut.dose,
        part=work.part + 1,
        side=work.side.other if odd and work.side else work.side,
    )


def _loads(own: Script, done: int) -> Iterator[tuple[Turn, Load]]:
    """What is left of every turn, in order: `own` begins with the step that is on."""
    left = (_less(own[0], done), *own[1:]) if done else own
    for turn, steps in _works(left).items():
        load = Load(
            dose=sum(step.dose for step in steps),
            ms=0 if steps[0].reps else sum(step.ms for step in steps),
            movements=sum(step.reps for step in steps),
            first=steps[0].part,
            begins=steps[0].side,
        )
        yield turn, load


def _laid_out(left: tuple[tuple[Turn, Load], ...], block: Block) -> Iterator[Step]:
    before: Turn | None = None
    for turn, load in left:
        if before is not None:
            yield block.between(before, turn)
        yield from block.turn(turn, load)
        before = turn


def _carried(worked: tuple[Worked, ...], own: Script, anew: Script) -> tuple[Worked, ...]:
    """What was recorded of steps that were laid out anew, as records of the new ones.

    Whoever goes back into a set that was done, and there changes the version, still has done
    it (PRODUCT.md 2.5: what was recorded stays until it is redone).
    """
    found = {(w.exercise_no, w.set_no, w.side, w.part): w for w in worked}
    works = _works(anew)
    for turn, steps in _works(own).items():
        keys = [(step.exercise_no, step.set_no, step.side, step.part) for step in steps]
        known = [found.pop(key) for key in keys if key in found]
        if known:
            whole = len(known) == len(steps) and all(w.complete for w in known)
            spread = _spread(sum(w.amount for w in known), works[turn], known[-1], whole=whole)
            found |= {(w.exercise_no, w.set_no, w.side, w.part): w for w in spread}
    return tuple(found.values())


def _spread(amount: int, steps: list[Step], last: Worked, *, whole: bool) -> Iterator[Worked]:
    """Records of so much over work steps, the first ones full; of a whole set all are whole."""
    for place, step in enumerate(steps, start=1):
        size = step.reps or step.ms
        share = amount if place == len(steps) else min(amount, size)
        amount -= share
        if share or whole:
            yield Worked(
                step.exercise_no,
                step.set_no,
                step.side,
                step.part,
                share,
                whole or share >= size,
                last.version,
            )
