"""What we hold about a person: told, handed out, deleted and forgotten, over all tables by their declarations."""
from office.privacy.model import DataPart, Deletion, Held, Period, Sweep
from office.privacy.service import PersonalData

__all__ = ["DataPart", "Deletion", "Held", "Period", "PersonalData", "Sweep"]
