"""What a program with libvirt's own Python module sees; it prints nothing where everything is as it should be."""

import os
import sys
import threading

import libvirt

uri, read_only_uri = sys.argv[1:3]
libvirt.registerErrorHandler(lambda *_: None, None)
libvirt.virEventRegisterDefaultImpl()


def loop():
    while True:
        libvirt.virEventRunDefaultImpl()


threading.Thread(target=loop, daemon=True).start()

GUEST = """<domain type='test'><name>%s</name><memory unit='MiB'>64</memory><os><type>hvm</type></os></domain>"""


def fails(code, function, *args):
    try:
        function(*args)
    except libvirt.libvirtError as error:
        assert error.get_error_code() == code, (error.get_error_code(), error)
        return error
    raise AssertionError("%s did not fail" % function)


conn = libvirt.open(uri)
assert conn.getType() == "TEST"
assert conn.getLibVersion() == 9000000
assert conn.isAlive() and conn.isSecure()
assert conn.setKeepAlive(5, 3) == 0

# Finding, and errors that programs match on.
dom = conn.lookupByName("test")
assert conn.lookupByUUIDString(dom.UUIDString()).name() == "test"
assert conn.lookupByID(dom.ID()).name() == "test"
error = fails(libvirt.VIR_ERR_NO_DOMAIN, conn.lookupByName, "nobody")
assert error.get_error_message() == "Domain not found"
assert error.get_error_domain() == libvirt.VIR_FROM_TEST

# Events, of all guests and of one.
told = []
arrived = threading.Condition()


def on_event(_conn, domain, event, detail, what):
    with arrived:
        told.append((what, domain.name(), event, detail))
        arrived.notify_all()


def wait_for(count):
    with arrived:
        assert arrived.wait_for(lambda: len(told) >= count, timeout=10), told


LIFECYCLE = libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE
everything = conn.domainEventRegisterAny(None, LIFECYCLE, on_event, "all")
only = conn.domainEventRegisterAny(dom, LIFECYCLE, on_event, "one")
guest = conn.defineXML(GUEST % "web")
guest.create()
dom.suspend()
wait_for(4)
assert ("all", "web", libvirt.VIR_DOMAIN_EVENT_STARTED, 0) in told
assert ("one", "test", libvirt.VIR_DOMAIN_EVENT_SUSPENDED, 0) in told
assert not [one for one in told if one[0] == "one" and one[1] != "test"]
conn.domainEventDeregisterAny(everything)
conn.domainEventDeregisterAny(only)
guest.destroy()
guest.undefine()

# Typed parameters, processors and memory.
dom.resume()
assert dom.vcpusFlags(libvirt.VIR_DOMAIN_AFFECT_LIVE) == 2
assert len(dom.vcpus()[0]) == 2
assert dom.schedulerType()[0] == "fair"
assert dom.schedulerParameters()
assert "state.state" in conn.getAllDomainStats()[0][1]
assert dom.maxMemory() == 8 * 1024 * 1024
assert dom.info()[0] == libvirt.VIR_DOMAIN_RUNNING

# Snapshots.
snap = dom.snapshotCreateXML("<domainsnapshot><name>first</name></domainsnapshot>", 0)
assert [one.getName() for one in dom.listAllSnapshots()] == ["first"]
assert snap.getDomain().name() == "test"
snap.delete()

# Storage, and streams both ways.
pool = conn.storagePoolLookupByName("default-pool")
volume = pool.createXML("<volume><name>v</name><capacity unit='MiB'>2</capacity></volume>", 0)
data = os.urandom(1024 * 1024)
stream = conn.newStream()
volume.upload(stream, 0, len(data), 0)
left = [data]


def give(_stream, count, _opaque):
    piece, left[0] = left[0][:count], left[0][count:]
    return piece


stream.sendAll(give, None)
stream.finish()
stream = conn.newStream()
volume.download(stream, 0, len(data), 0)
fetched = []
stream.recvAll(lambda _stream, piece, _opaque: fetched.append(piece), None)
stream.finish()
assert b"".join(fetched) == data
stream = conn.newStream()
volume.download(stream, 0, 0, 0)
stream.abort()
volume.delete()

stream = conn.newStream()
assert dom.screenshot(stream, 0).startswith("image/")
picture = []
stream.recvAll(lambda _stream, piece, _opaque: picture.append(piece), None)
stream.finish()
assert b"".join(picture)

# A thousand guests.
for number in range(1000):
    conn.defineXML(GUEST % ("many%d" % number))
assert len(conn.listAllDomains()) == 1001
assert len(conn.getAllDomainStats()) == 1001
assert conn.numOfDefinedDomains() == 1000

# Readers.
reader = libvirt.openReadOnly(uri)
fails(libvirt.VIR_ERR_OPERATION_DENIED, reader.lookupByName("test").destroy)
assert reader.lookupByName("test").XMLDesc().startswith("<domain")
reader.close()
reader = libvirt.open(read_only_uri)
fails(libvirt.VIR_ERR_OPERATION_DENIED, reader.lookupByName("test").destroy)
fails(libvirt.VIR_ERR_OPERATION_DENIED, reader.defineXML, GUEST % "reader")
reader.close()

conn.close()
