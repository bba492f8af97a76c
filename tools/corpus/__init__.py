# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the shipped reports: one source a report, from it the text, the PDFs and the answer key."""
