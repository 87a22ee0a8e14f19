"""What the stage says about a session, and the sentences that others say too.

Pure functions: Session and Content in, sentences out. Texts of exercises are written for
the left turn; `player_steps.written_for` gives the other.
"""

from PySide6.QtCore import QCoreApplication

from .. import words
from ..content import Content
from ..core.exercise import Order, Version
from ..core.plan import Side
from ..core.script import Step, StepKind
from ..core.session import Command, Phase, Session
from ..core.tailoring import ASKED
from ..core.texts import ExerciseText, mirrored
from . import player_steps as steps
from .player_figure import figure_ready
from .widgets.numbered_lines import Lines
from .widgets.side_pair import Sides
from .widgets.stage import StageText

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


def help_line(step: Step, content: Content) -> str:
    """What to do now on the way to the floor, or up again."""
    return content.plan_text.floor[step.help].lines[step.part - 1]


def title(session: Session, step: Step, content: Content) -> str:
    """The exercise, or the segment that is on, or the form in which it is done."""
    if session.step.segment:
        return content.segment(session.step).title
    text = content.text(step.exercise)
    version = text.version(step.version)
    return version.title if version else text.name


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


def set_said(step: Step, text: ExerciseText, side: Side | None) -> str:
    """As in "Set 2 of 3" or "Left leg, set 2 of 3"."""
    if side is None:
        return words.set_line(step)
    number = _tr("set {} of {}").format(step.set_no, step.sets)
    return f"{words.side_limb(side, text)}, {number}"


def dose_said(step: Step) -> str:
    """As in "hold 30 seconds" or "10 slow reps each side"."""
    if not step.reps:
        return _tr("hold {}").format(words.seconds(step.dose or step.ms // 1000))
    count = words.slow_reps(step.reps // 2 if step.alternates else step.reps)
    return _tr("{} each side").format(count) if step.alternates else count


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
        case StepKind.READY | StepKind.REST:
            asked = asked_line(step) if here.kind is StepKind.READY else ""
            said = (*steps.setup_lines(step, content), *filter(None, (asked,)))
            current = None
        case _:
            said = steps.move_lines(step, content)
            current = steps.line_now(session, len(said))
    quiet = here.kind is StepKind.WORK and current is None and not here.segment
    lines = tuple(steps.written_for(line, step, content) for line in said)
    return Lines(lines, not here.segment, current, quiet)


def leave_line(step: Step, content: Content) -> str:
    """How to get out of a hold: its last movement line, without the promise to say when."""
    line = steps.leave_line(step, content).removeprefix(_tr("When I say, "))
    return steps.written_for(line[:1].upper() + line[1:], step, content)


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
            if steps.line_now(session, 1) is not None:
                return ""
            cues = steps.cues(step, content)
            cue = cues[steps.cue_now(session, len(cues))]
            return steps.written_for(cue, step, content)
        case _:
            return ""


def asked_line(step: Step) -> str:
    """Knees or feet is asked, and the knees come first (content/exercises.md 1.6)."""
    if step.exercise not in ASKED or step.version not in (Version.EASIER, Version.STANDARD):
        return ""
    knees = step.version is Version.EASIER
    return _tr("Knees come first. E: feet.") if knees else _tr("Feet. E: knees.")


def order_line(step: Step, text: ExerciseText, content: Content) -> str:
    """How the sides take turns, said once: "Left first. That is the leg that reaches."."""
    order = content.exercises[step.exercise].order
    if order is Order.ALTERNATE:
        return words.order(None, text)
    if step.side is None or order is None or step.segment:
        return ""
    return words.order(step.side, text)


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


def side_lines(step: Step, content: Content) -> tuple[str, ...]:
    """What to change for the other side: the lines that name one."""
    move = steps.move_lines(step, content)
    for lines in (steps.setup_lines(step, content), move[:1], move):
        named = [line for line in lines if mirrored(line, content.words) != line]
        if named:
            return tuple(steps.written_for(line, step, content) for line in named[:2])
    return ()


def amount(step: Step) -> str:
    """As in "30 s" or "10 reps"."""
    return words.reps(step.reps) if step.reps else length(step.ms)


def length(ms: int) -> str:
    """As in "15 s", "5 min" or "4:30 min"."""
    if ms < 100_000:
        return _tr("{} s").format(-(-ms // 1000))
    if ms % 60_000:
        return _tr("{} min").format(words.clock(ms))
    return words.minutes(ms // 60_000)


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
