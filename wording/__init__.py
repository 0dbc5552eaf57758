"""Records and outcomes as German sentences, buttons and links; the same for chat, mail and messengers."""
