# SPDX-License-Identifier: GPL-3.0-or-later
"""Arithmetic relations inside the tables of reports: which there are, which hold, what would explain a failure."""
