#!/usr/bin/python3
"""One client of libvirt's protocol for the benchmark: does one kind of work and prints the seconds that it took.

usage: rpc_client.py URI WORK COUNT     WORK: trivial | lookup | stats | open
"""
import sys
import time

import libvirt

uri, work, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
GUEST = "<domain type='test'><name>bench-%d</name><memory>8192</memory><os><type>hvm</type></os></domain>"


def timed(call, times):
    begin = time.perf_counter()
    for _ in range(times):
        call()
    return time.perf_counter() - begin


def open_and_close():
    connection = libvirt.open(uri)
    connection.getLibVersion()
    connection.close()


if work == "open":
    print(timed(open_and_close, count))
    sys.exit()
connection = libvirt.open(uri)
if work == "trivial":
    print(timed(connection.getLibVersion, count))
elif work == "lookup":
    print(timed(lambda: connection.lookupByName("test"), count))
else:
    guests = [connection.defineXML(GUEST % number) for number in range(1000)]
    records = connection.getAllDomainStats(libvirt.VIR_DOMAIN_STATS_STATE)
    assert len(records) == 1001, len(records)
    print(timed(lambda: connection.getAllDomainStats(libvirt.VIR_DOMAIN_STATS_STATE), count))
    # A server may keep them beyond this connection.
    for guest in guests:
        guest.undefine()
