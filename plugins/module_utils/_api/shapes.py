# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What fields of the node's objects are, as far as their names tell it.

These names mean the same in every object of every API of both generations; whoever reads such a field may rely on it.
"""

from __future__ import annotations

from functools import lru_cache

_TEXTS = ("uuid", "name", "tag", "poolName", "hostname", "content", "jobResult", "token")
_LISTS_OF_TEXTS = ("attachedClusterUuids", "attachedZoneUuids", "systemTags", "strategies")
_LISTS_OF_OBJECTS = (
    *("mons", "pools", "sharedBlocks", "backupStorageRefs"),
    *("vmNics", "allVolumes", "vmCdRoms"),
    *("hardwareInfos", "nicCfgs", "bondings"),
    *("matchedPciDeviceOfferingRef", "mdevSpecRefs", "attachedInstanceOfferings", "metaDataEntries"),
)
_KINDS = {
    **dict.fromkeys(_TEXTS, (str, None)),
    **dict.fromkeys(_LISTS_OF_TEXTS, (list, str)),
    **dict.fromkeys(_LISTS_OF_OBJECTS, (list, dict)),
    "types": ((list, dict), None),
}


def misshapen(mapping):
    """The name of a field of the object that is not what it must be; None where all are. Null is nothing wrong."""
    for name, (kind, inner) in _known(tuple(mapping)):
        value = mapping[name]
        if value is None:
            continue
        if not isinstance(value, kind) or (inner and not all(isinstance(item, inner) for item in value)):
            return name
    return None


@lru_cache(maxsize=1024)
def _known(names):
    """Those of the names that tell what they are, with the kind and that of what is in it."""
    found = [(name, _KINDS[name]) for name in names if name in _KINDS]
    # Lists of uuids are called so, too: jobsUuid.
    return found + [(name, (str, None)) for name in names if name.endswith("Uuid") and not name.endswith("sUuid")]
