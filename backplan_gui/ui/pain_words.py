"""What is said about pain: what an answer offers, what was chosen, the line that stays.

Sentences come from content/safety.md sections 2 and 3 and design-system.md section 13. An
offer says what would fit and leaves the choice; nothing here praises, warns or counts.
"""

from PySide6.QtCore import QCoreApplication

from ..content import Content
from ..core.easing import Ease
from ..core.exercise import Version
from ..core.offers import Choice, Offer, Start, Way
from ..core.pain import Change, Direction, Moving
from ..core.rules import RULE_OF, Kind, Note, When
from ..core.told import EASIER, Told
from .pain_offer import OfferView


def _tr(text: str) -> str:
    return QCoreApplication.translate("pain", text)


def offer_view(start: Start, pain: int | None, chosen: Choice) -> OfferView:
    """The card below the numbers."""
    offer = start.offer
    title, text = _offer_said(_plain(offer))
    first = offer.chosen.way is Way.SIGNS
    shown = [c for c in offer.choices if first or c.way is not Way.SIGNS]
    choices = tuple((key(c), choice_said(c)) for c in shown) if len(shown) > 1 else ()
    return OfferView(
        pain,
        title,
        text,
        choices=choices,
        chosen=key(chosen) if choices else "",
        notes=_notes_said(start),
        signs=not first and any(c.way is Way.SIGNS for c in offer.choices),
    )


def _notes_said(start: Start) -> tuple[str, ...]:
    """The notes, but not twice that the easier versions come first."""
    is_said = _plain(start.offer) in EASIER
    lines: list[str] = []
    reasons = [note for note in start.notes if note.kind in EASIER]
    for note in start.notes:
        if note.kind is Kind.EASIER_FIRST and len(reasons) > 1:
            continue  # another one says so too, and why
        lines.append(_reason(note.kind) if is_said and note in reasons else note_said(note))
        is_said = is_said or note in reasons
    return tuple(filter(None, lines))


def _reason(kind: Kind) -> str:
    """Why the easier versions come first, where that they do is said already."""
    if kind is Kind.EASIER_AFTER_UP:
        return _tr("Last time ended a little higher.")
    return _tr("You said you would go gently.")


def _plain(offer: Offer) -> Kind:
    """What is offered without a number is the plan all the same."""
    if offer.kind is not Kind.NO_NUMBERS:
        return offer.kind
    return Kind.EASIER_FIRST if offer.version is Version.EASIER else Kind.AS_WRITTEN


def key(choice: Choice) -> str:
    """A choice as an id."""
    return f"{choice.way}:{choice.day}" if choice.day is not None else str(choice.way)


def choice_of(id: str, offer: Offer) -> Choice:
    """The choice with that id."""
    return next(choice for choice in offer.choices if key(choice) == id)


def continue_said(offer: Offer, choice: Choice) -> str:
    """What the large button does."""
    match choice.way:
        case Way.GENTLE:
            return _tr("Start the gentle day")
        case Way.REST | Way.WALK:
            return _tr("Done for now")
        case Way.CLOSE:
            return _tr("Close")
        case Way.SIGNS:
            return _tr("Warning signs")
        case Way.REPEAT if choice.day is not None:
            return _tr("Start Day {}").format(choice.day)
        case Way.DAY_ONE:
            return _tr("Start Day {}").format(1)
        case _:
            return _tr("Continue") if offer.timer else _tr("Close")


def rested_said(way: Way) -> str:
    """What is said on the way home when no timer follows."""
    match way:
        case Way.WALK:
            return _tr("A short walk at an easy pace, as long as it feels fine. Your day waits.")
        case Way.REST:
            return _tr("Resting is a good decision too. Your day waits.")
        case _:
            return _tr("Your day waits.")


def _offer_said(kind: Kind) -> tuple[str, str]:
    match kind:
        case Kind.AS_WRITTEN:
            return _tr("The plan as written"), _tr("Easier is one key away, at any time.")
        case Kind.EASIER_FIRST:
            return (
                _tr("The easier versions come first"),
                _tr("Same plan, same count. You can switch to the standard one at any time."),
            )
        case Kind.EASIER_AFTER_UP:
            return (
                _tr("The easier versions come first"),
                _tr("Last time ended a little higher. Same plan, same count."),
            )
        case Kind.CHECKED_EASIER:
            return (
                _tr("The easier versions come first"),
                _tr("You said you would go gently. Same plan, same count."),
            )
        case Kind.GENTLE_DAY:
            return (
                _tr("A gentle day would fit better"),
                _tr(
                    "Day 1 in its easier form, one set each, or a short walk, or rest."
                    " Your day waits."
                ),
            )
        case Kind.NOT_TODAY:
            return (
                _tr("Not today"),
                _tr(
                    "Change position often, walk a little, use warmth if you like, breathe slowly."
                    " If it stays this strong, call a doctor; sooner if a warning sign fits."
                ),
            )
        case _:
            return _offer_of_the_past(kind)


def _offer_of_the_past(kind: Kind) -> tuple[str, str]:
    match kind:
        case Kind.NEW_IN_LEGS:
            return (
                _tr("Something new in your legs"),
                _tr("Please read the warning signs again before you decide."),
            )
        case Kind.PLAN_PAUSED:
            return (
                _tr("Let the plan rest"),
                _tr(
                    "Please talk to a physiotherapist or doctor before you go on."
                    " After that, start again from day 1, easier."
                ),
            )
        case Kind.NOT_SETTLED:
            return (
                _tr("Give it time to settle"),
                _tr("A gentle day or rest would fit better. Your day waits."),
            )
        case Kind.STUCK:
            return (
                _tr("This day has come three times"),
                _tr("It may help to talk to someone who knows backs. Days 1, 3 and 5 are gentle."),
            )
        case Kind.TWO_RISES:
            return (
                _tr("A little more, two times in a row"),
                _tr("Repeat the day in its easier form, or rest one day, before you move on."),
            )
        case Kind.BIGGER_DAY:
            return (
                _tr("This is one of the bigger days"),
                _tr("An easy day first may feel better, or this one in the easier versions."),
            )
        case Kind.GAP:
            return (
                _tr("Good to see you"),
                _tr("You could repeat the last day first, or go on where you were."),
            )
        case Kind.LONG_GAP:
            return (
                _tr("Good to see you"),
                _tr("You could begin again with day 1, or go on where you were. Both are fine."),
            )
        case _:
            return _tr("Please read the warning signs first"), _tr("No timer starts from here.")


def note_said(note: Note) -> str:
    """A rule that stands beside the offer, in one line."""
    match note.kind:
        case Kind.ONE_A_DAY:
            return _tr("You did a day today. Muscles like a night between. You decide.")
        case Kind.MEDICINE:
            return ""  # the box that was ticked says it
        case Kind.EASIER_FIRST:
            return _tr("If you do the day, the easier versions come first.")
        case Kind.EASIER_AFTER_UP:
            return _tr("Last time ended a little higher, so the easier versions come first.")
        case Kind.CHECKED_EASIER:
            return _tr("You said you would go gently, so the easier versions come first.")
        case _:
            title, text = _offer_said(note.kind)
            return f"{title}. {text}"


def choice_said(choice: Choice) -> str:
    """A choice as a button."""
    match choice.way:
        case Way.EASIER:
            return _tr("Easier")
        case Way.STANDARD:
            return _tr("Standard")
        case Way.GENTLE:
            return _tr("Gentle day")
        case Way.WALK:
            return _tr("Short walk")
        case Way.REST:
            return _tr("Rest")
        case Way.REPEAT:
            return _tr("Day {} first").format(choice.day)
        case Way.DAY_ONE:
            return _tr("Begin again with day 1")
        case Way.CONTINUE:
            return _tr("Go on")
        case Way.PLAN:
            return _tr("Do the day anyway")
        case Way.CLOSE:
            return _tr("Close")
        case Way.SIGNS:
            return _tr("Warning signs")


# After


def change_line(change: Change) -> str:
    """As in "2 points lower"; nothing where only the numbers are said."""
    match change.direction:
        case Direction.LOWER:
            return _tr("{} points lower").format(change.points)
        case Direction.HIGHER:
            return _tr("{} points higher").format(change.points)
        case Direction.ABOUT_THE_SAME:
            return _tr("About the same")
        case Direction.NUMBERS_ONLY:
            return ""


def after_said(note: Note) -> str:
    """What the numbers at the end say, if there is more to say than the numbers."""
    match note.kind:
        case Kind.UP:
            return _tr(
                "It may settle within a day. Walk gently, change position, use warmth if you like."
                " Next time the easier versions come first."
            )
        case Kind.TWO_RISES:
            return _tr("A little more two times in a row: a day of rest is a good choice.")
        case Kind.READY:
            return _tr("Where it feels easy, a harder version is there for one exercise.")
        case Kind.WEEK_DONE:
            return _tr(
                "Any day may be repeated. Walking regularly is a good habit to keep."
                " See someone if it is not getting better."
            )
        case _:
            return ""


# The log


def told_line(told: Told, content: Content) -> str:
    """As in "Day 4, Side Plank: pain 3, then 5. Took the easier version."."""
    places = [_tr("Day {}").format(told.day)] if told.day else []
    places += [content.text(told.exercise).name] if told.exercise is not None else []
    where = ", ".join(places) or _tr("Gentle day")
    numbers = [str(n) for n in (told.before, told.during, told.after) if n is not None]
    parts = [_tr("pain {}").format(_tr(", then ").join(numbers))] if numbers else []
    if told.symptom is not None:
        parts.append(symptom_said(told.symptom))
    if told.moving is not None:
        parts.append(_moving(told.moving))
    said = "; ".join(parts) or _tr("no number")
    return f"{where}: {said}. {_chosen(told)}".strip()


def symptom_said(symptom: str) -> str:
    """A symptom in a few words."""
    names = {
        "sharp": _tr("sharp and sudden"),
        "spreading": _tr("spreading down a leg"),
        "tingling": _tr("tingling or numb"),
        "weak": _tr("weak"),
        "dizzy": _tr("dizzy"),
        "chest": _tr("chest or breath"),
    }
    return names[symptom]


def _moving(moving: Moving) -> str:
    match moving:
        case Moving.EASIER:
            return _tr("moving is easier than last time")
        case Moving.SAME:
            return _tr("moving is the same as last time")
        case Moving.HARDER:
            return _tr("moving is harder than last time")


def _chosen(told: Told) -> str:
    if told.declined:
        return _tr("The easier versions were offered.")
    if isinstance(told.choice, Choice):
        if told.choice.way is Way.CLOSE:
            return _tr("Not today.")
        return _tr("Chose: {}.").format(choice_said(told.choice))
    match told.choice:
        case Ease.EASIER:
            return _tr("Took the easier version.")
        case Ease.FEWER:
            return _tr("Did fewer sets.")
        case Ease.SKIP:
            return _tr("Went on to the next exercise.")
        case Ease.STOP:
            return _tr("Stopped for today.")
        case Ease.CARRY_ON:
            return _tr("Carried on.")
        case None:
            return _mentioned(told.kind)


def _mentioned(kind: Kind) -> str:
    """What was only said, where the numbers do not say it themselves."""
    match kind:
        case Kind.ONE_A_DAY:
            return _tr("A day was done before on this date.")
        case Kind.GAP | Kind.LONG_GAP:
            return _tr("Some days lay between.")
        case Kind.MEDICINE:
            return _tr("Took pain relief before.")
        case Kind.READY:
            return _tr("A harder version was mentioned.")
        case Kind.WEEK_DONE:
            return _tr("The seventh day was done.")
        case Kind.NO_NUMBERS:
            return ""
        case _ if RULE_OF[kind].asked is When.START:
            return f"{_offer_said(kind)[0]}."
        case _:
            return ""
