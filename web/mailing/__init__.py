"""The pages that a link in a mail opens."""
