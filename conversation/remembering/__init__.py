"""The remember list: which records somebody wants to keep, a code for another device, short-lived links to the page."""
from conversation.remembering.lists import OpenList, Remembered, RememberedRecord, RememberLists
from conversation.remembering.opening import CodeDesk

__all__ = ["CodeDesk", "OpenList", "Remembered", "RememberedRecord", "RememberLists"]
