"""What people open of advisory sessions: calendar files, the page of the waiting list."""
