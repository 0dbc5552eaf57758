"""The one registry of tables; each room declares its own tables on it."""
from sqlalchemy import MetaData
from sqlalchemy.orm import declarative_base

Base = declarative_base()
FOREIGN = MetaData()
"""Tables that others make in our database, such as Rasa; here only so that we know what is personal in them."""
