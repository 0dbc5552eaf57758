"""The page of a matter that a link in a mail opens."""
