"""The page of the remember list: opened by a code or a link, to print, as a PDF file, to delete."""
