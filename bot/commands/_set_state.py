"""`set-state` of the commands on matters: the office brings a matter to another state, with a reason for the person."""
from __future__ import annotations

from bot.settings import Settings
from wording.matter_list import ListWords


def add_state_arguments(parser, words: ListWords) -> None:
    """The state and the reason, behind the number."""
    reachable = {name for one in words.kind.states for name in one.leads_to}
    states = {name: german for name, german in words.states.items() if name in reachable}
    told = ", ".join(f"{name} ({german})" for name, german in states.items())
    parser.add_argument("state", choices=tuple(states), metavar="STAND", help=told)
    parser.add_argument("--reason", metavar="TEXT", default="", help="ein Satz für die Person; bei manchen Ständen nötig")


def set_state(matters, arguments, settings: Settings):
    """What the office did with it."""
    return matters.set_state(arguments.number, arguments.state, arguments.by, settings.now(), arguments.reason)
