"""The one registry of tables; each room declares its own tables on it."""
from sqlalchemy.orm import declarative_base

Base = declarative_base()
