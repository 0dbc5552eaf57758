"""What people say to steer the dialogue itself („zurück“, „überspringen“, „ändere den Titel“): a closed phrase list."""
from conversation.commands.finding import find_command, part_names
from conversation.commands.model import LAST, Command, CommandKind

__all__ = ["LAST", "Command", "CommandKind", "find_command", "part_names"]
