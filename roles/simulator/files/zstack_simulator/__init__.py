# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A simulated ZStack management node.

One process, one event loop, one SQLite connection: every request and every step of a job runs to its end
before the next one starts, so nothing needs a lock and everything is deterministic.

=================  ============================================================================
``protocol``       HTTP: routing, verbs, where parameters travel, statuses, bodies, headers
``catalog``        the facts of one generation (``data/<profile>.json``) and its router
``validation``     the checks the node makes on every message before anybody handles it
``identity``       sessions, access keys, who may do what
``jobs``           202, the job store, its retention, webhooks, latency
``query``          the query language, compiled to SQL
``store``          tables, resources and their inventories, tags, cascades
``hardware``       what answers at a host's address
``node``           puts these together; handlers receive it as their first argument
``family``         what a family is made of (read its docstring to write one)
``seeds``          what seed documents may say, their check as a whole, and the making
``datafile``       whose data file it is, and that one process has it
``checks``         checks of what people write for it, against types
``server``         the socket, and what is checked before anything is made
``families``       what the node manages, in packages by subject
``control``        ``/simulator/``: log, reset, seed, faults, latency, snapshot, restart
=================  ============================================================================
"""

from __future__ import annotations
