"""Registers for every kind of a guest's events, says "ready", and prints each that comes as a line of JSON.

Ends when its standard input ends.
"""

import json
import sys

import libvirt
from common import URI, start_event_loop

start_event_loop()
conn = libvirt.open(URI)


def listen(kind, name):
    def heard(_conn, domain, *rest):
        print(json.dumps([name, domain.name(), *rest[:-1]]), flush=True)

    conn.domainEventRegisterAny(None, kind, heard, None)


PREFIX = "VIR_DOMAIN_EVENT_ID_"
for constant in dir(libvirt):
    if constant.startswith(PREFIX):
        listen(getattr(libvirt, constant), constant[len(PREFIX) :])
print(json.dumps("ready"), flush=True)
sys.stdin.read()
conn.close()
