"""What the stage says about a session, and the sentences that others say too.

Pure functions: Session and Content in, sentences out. Texts of exercises are written for
the left turn; `step_lines.written_for` gives the other.
"""

from PySide6.QtCore import QCoreApplication

from .. import words
from ..content import Content
from ..core.cues import MoveLine
from ..core.exercise import Version
from ..core.script import Step, StepKind
from ..core.session import Command, Phase, Session
from ..core.texts import ExerciseText
from . import player_steps as steps
from . import step_lines
from .player_figure import figure_ready
from .ready_words import has_enter, told_moves
from .step_words import (
    amount,
    asked_line,
    dose_said,
    help_line,
    leave_line,
    order_line,
    set_said,
    side_lines,
    title,
)
from .widgets.figure_stage import StageText
from .widgets.numbered_lines import Lines
from .widgets.side_pair import Sides
from .written_lines import cue_now, line_now, moves_now

LINE_MS = 4_000
"""How long a set-up line stands where there is no room for all of them."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("player", text)


def stage_text(session: Session, content: Content) -> StageText:
    """All that the stage says now."""
    if session.step.help:
        return _help_text(session.step, content)
    step = steps.coming(session)
    text = content.text(step.exercise)
    lines = _lines(session, step, content)
    return StageText(
        overline=_overline(session, step, text),
        title=title(session, step, content),
        set_line=_set_line(session, step, text),
        pills=_pills(session),
        lines=lines,
        cue=_cue(session, step, text, content),
        line=_line(session, lines),
        sides=_sides(session, step, text, content),
        rest=session.step.kind is StepKind.REST,
        mat="mat" in content.exercises[step.exercise].form(step.version).equipment,
    )


def _help_text(step: Step, content: Content) -> StageText:
    """A line of the way to the floor, or up again."""
    said = content.plan_text.floor[step.help]
    number = _tr("Line {} of {}").format(step.part, len(said.lines))
    return StageText(title=said.title, set_line=number, cue=help_line(step, content))


def _overline(session: Session, step: Step, text: ExerciseText) -> str:
    here = session.step
    parts: list[str] = []
    if here.kind is StepKind.REST and not steps.rests_within(session):
        parts.append(_tr("Up next"))
    last = max(s.exercise_no for s in session.script)
    if here.kind is StepKind.READY and last > 1 and not _has_begun(session):
        first = step.exercise_no == 1
        number = _tr("Exercise {} of {}").format(step.exercise_no, last)
        parts.append(_tr("First exercise") if first else number)
    if step.version is not Version.STANDARD:
        parts.append(words.version_of(text.name, step.version))
    elif here.segment:
        parts.append(text.name)
    return words.MIDDLE_DOT.join(parts)


def _has_begun(session: Session) -> bool:
    """Something of this exercise was before: getting ready is for a version of it."""
    earlier = session.script[: session.index]
    number = session.step.exercise_no
    return any(s.exercise_no == number and s.kind is StepKind.WORK for s in earlier)


def _set_line(session: Session, step: Step, text: ExerciseText) -> str:
    """As in "Left leg, set 2 of 3"; before the work with the dose."""
    here = session.step
    if here.segment:
        own = [s for s in session.script if s.exercise_no == here.exercise_no]
        places = [s for s in own if s.segment and not s.change]
        passed = session.script[: session.index + 1]
        number = sum(1 for s in places if s in passed)
        return _tr("Part {} of {}").format(max(1, number), len(places))
    if step.segment:
        whole = sum(s.ms for s in session.script if s.exercise_no == step.exercise_no and s.segment)
        return words.minutes_spoken(whole // 60_000)
    side = None if here.kind is StepKind.SWITCH else step.side
    said = set_said(step, text, None if step.alternates else side)
    if here.kind in (StepKind.READY, StepKind.REST) and not steps.rests_within(session):
        holds = steps.holds_of(session, step)
        if len(holds) < 2:
            return f"{said}, {dose_said(step)}"
        if len(set(holds)) == 1:
            return f"{said}, {words.holds_each(len(holds), holds[0])}"
        return f"{said}, {_tr('hold {}').format(words.seconds(sum(holds)))}"
    return said


def _pills(session: Session) -> tuple[float, ...]:
    here = session.step
    waits = here.kind in (StepKind.READY, StepKind.REST) and not steps.rests_within(session)
    if waits or here.segment:
        return ()
    return steps.set_shares(session, here.exercise_no)


def _lines(session: Session, step: Step, content: Content) -> Lines:
    here = session.step
    if here.kind is StepKind.SWITCH or steps.rests_within(session):
        return Lines()
    match here.kind:
        case StepKind.LEAVE:
            return Lines((leave_line(step, content),), numbered=False)
        case StepKind.READY:
            return Lines(_before(step, content))
        case StepKind.REST:
            return Lines(_setup(step, content))
        case _ if here.segment:
            return Lines(step_lines.move_lines(step, content), numbered=False)
    now = line_now(session, content)
    quiet = here.kind is StepKind.WORK and now is None
    return Lines(moves_now(session, content), current=now.line if now else None, quiet=quiet)


def _setup(step: Step, content: Content) -> tuple[str, ...]:
    lines = step_lines.setup_lines(step, content)
    return tuple(step_lines.written_for(line, step, content) for line in lines)


def _before(step: Step, content: Content) -> tuple[str, ...]:
    """How to get into position, and the lines of the movement that come before it starts."""
    prepared: tuple[MoveLine, ...] = ()
    if not step.segment:
        prepared, _ = told_moves(step, content, enters=has_enter(step, content))
    said = (*(line.text for line in prepared), asked_line(step))
    return (*_setup(step, content), *filter(None, said))


def _cue(session: Session, step: Step, text: ExerciseText, content: Content) -> str:
    here = session.step
    if session.phase is Phase.PAUSED:
        calm = _tr("Paused. Breathe normally and move if you like.")
        return f"{calm} {_tr('Listen to your body. Easier is always fine.')}"
    if session.phase is Phase.RESUMING:
        return _tr("Get back into position.")
    if steps.rests_within(session):
        return _tr("Rest, then {}.").format(dose_said(step))
    match here.kind:
        case StepKind.READY | StepKind.REST:
            return order_line(step, text, content) if step.set_no == 1 else ""
        case StepKind.SWITCH:
            return " ".join(side_lines(step, content))
        case StepKind.WORK if not here.change:
            return "" if line_now(session, content) else cue_now(session, content)
        case _:
            return ""


def _line(session: Session, lines: Lines) -> str:
    """The one line for a stage too small for all; "" where the cue says enough."""
    if not lines.texts or session.phase in (Phase.PAUSED, Phase.RESUMING):
        return ""
    if lines.current is not None:
        return lines.texts[lines.current]
    return "" if lines.quiet else lines.texts[session.elapsed // LINE_MS % len(lines.texts)]


def _sides(session: Session, step: Step, text: ExerciseText, content: Content) -> Sides | None:
    if session.step.kind is not StepKind.SWITCH or step.side is None:
        return None
    before = words.side_limb(step.side.other, text)
    done = steps.was_worked(session, step, step.side.other)
    number = _tr("set {} of {}").format(step.set_no, step.sets)
    return Sides(
        (figure_ready(step, step.side.other), figure_ready(step, step.side)),
        _tr("{} done").format(before) if done else before,
        done,
        _tr("{} next").format(words.side_limb(step.side, text)),
        f"{amount(step)}, {number}",
    )


# What cannot be done


def refusal(command: Command, session: Session) -> str:
    """Why something that was asked for is not done."""
    if session.phase is Phase.READY:
        return _tr("The session has not begun yet.")
    match command:
        case Command.BACK:
            return _tr("This is the first set. There is nothing before it.")
        case Command.MORE:
            return _tr("Ten minutes is the most for one step.")
        case Command.NEXT:
            return _tr("Enter starts a step that waits. This one runs by itself.")
        case Command.VERSION:
            return _tr("This exercise is at its end. The next one can be changed.")
        case _:
            return _tr("That is not possible right now.")


def easier_near() -> str:
    """A little more pain, or about what is fine (R4a)."""
    return _tr("Easier is one key away: E.")


def off_floor() -> str:
    """One key does not lead down to the floor."""
    return _tr("This is the way off the floor. V: other ways.")


def held() -> str:
    """A key came too soon after a step changed by itself."""
    return _tr("One moment: the step has just changed.")


def version_said(session: Session, content: Content) -> str:
    """Which form of the exercise is on from now on."""
    step = steps.coming(session)
    text = content.text(step.exercise)
    version = text.version(step.version)
    return words.version_said(step.version, version.title if version else text.name)
