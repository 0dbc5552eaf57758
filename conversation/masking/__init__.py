"""Masks personal data in what people write: for review, logs and transcripts.

`masking.open_masking(content, reader).mask("Ich heiße Anna Lehmann, Tel. 030 23125 100").text` is
„Ich heiße [Name], Tel. [Telefon]“. Rather one mask too many than one name left; what tells about the idea (places,
postcodes, sums, dates, paragraphs, programmes, helplines) stays.

The modules for addresses and numbers need no German pipeline: the web process masks with them as well
(`conversation.secrecy`).
"""
