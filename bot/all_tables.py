"""Every module that declares tables, so that whoever imports this one knows them all. A test finds one that is missing."""
import conversation.drafts  # noqa: F401
import conversation.office_answers  # noqa: F401
import conversation.remembering.tables  # noqa: F401
import conversation.secrecy.kept_codes  # noqa: F401
import conversation.tables  # noqa: F401
import conversation.tracker_events  # noqa: F401
import knowledge.tables  # noqa: F401
import office.appointments.calendars.tables  # noqa: F401
import office.appointments.handed_tables  # noqa: F401
import office.appointments.tables  # noqa: F401
import office.appointments.waiting_tables  # noqa: F401
import office.matters.tables  # noqa: F401
import office.feedback.tables  # noqa: F401
import office.mail.tables  # noqa: F401
import office.tables  # noqa: F401
import office.work.tables  # noqa: F401
