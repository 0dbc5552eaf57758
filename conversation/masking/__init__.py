"""Masks personal data in what people write: for review, logs and transcripts.

`open_masking(content, reader).mask("Ich heiße Anna Lehmann, Tel. 030 23125 100").text` is
„Ich heiße [Name], Tel. [Telefon]“. Rather one mask too many than one name left; what tells about the idea (places,
postcodes, sums, dates, paragraphs, programmes, helplines) stays.
"""
from conversation.masking.masking import Masked, Masking, open_masking
from conversation.masking.model import Found, Kind
from conversation.masking.name_words import NameLists, read_name_lists

__all__ = ["Found", "Kind", "Masked", "Masking", "NameLists", "open_masking", "read_name_lists"]
