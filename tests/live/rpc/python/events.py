"""Callbacks: for every guest and for one, each kind of object, for two connections, until they are taken away."""

import time
import unittest

import libvirt
from common import OURS, URI, Case, eventually, run, start_event_loop

LIFECYCLE = libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE
KINDS = [getattr(libvirt, name) for name in dir(libvirt) if name.startswith("VIR_DOMAIN_EVENT_ID_")]


class Events(Case):
    def listen(self, kind, domain=None, conn=None):
        """Registers a callback; its arguments, without connection and opaque, are kept."""
        conn = conn or self.conn
        seen = []

        def heard(_conn, subject, *arguments):
            seen.append((subject.name() if subject is not None else None, *arguments[:-1]))

        return seen, conn.domainEventRegisterAny(domain, kind, heard, None)

    def hears(self, seen, wanted):
        self.assertTrue(eventually(lambda: wanted in seen), f"{wanted} is not in {seen}")


class Lifecycle(Events):
    def test_a_whole_life_is_told_in_order(self):
        seen, callback = self.listen(LIFECYCLE)
        domain = self.define("py-events")
        domain.create()
        domain.suspend()
        domain.resume()
        domain.destroy()
        domain.undefine()
        wanted = [
            (libvirt.VIR_DOMAIN_EVENT_DEFINED, libvirt.VIR_DOMAIN_EVENT_DEFINED_ADDED),
            (libvirt.VIR_DOMAIN_EVENT_STARTED, libvirt.VIR_DOMAIN_EVENT_STARTED_BOOTED),
            (libvirt.VIR_DOMAIN_EVENT_SUSPENDED, libvirt.VIR_DOMAIN_EVENT_SUSPENDED_PAUSED),
            (libvirt.VIR_DOMAIN_EVENT_RESUMED, libvirt.VIR_DOMAIN_EVENT_RESUMED_UNPAUSED),
            (libvirt.VIR_DOMAIN_EVENT_STOPPED, libvirt.VIR_DOMAIN_EVENT_STOPPED_DESTROYED),
            (libvirt.VIR_DOMAIN_EVENT_UNDEFINED, libvirt.VIR_DOMAIN_EVENT_UNDEFINED_REMOVED),
        ]
        self.assertTrue(eventually(lambda: len(seen) >= len(wanted)), seen)
        self.assertEqual(seen, [("py-events", *each) for each in wanted])
        self.conn.domainEventDeregisterAny(callback)

    def test_a_callback_for_one_guest_hears_of_no_other(self):
        mine, other = self.define("py-mine"), self.define("py-other")
        seen, callback = self.listen(LIFECYCLE, mine)
        everything, all_callback = self.listen(LIFECYCLE)
        other.create()
        mine.create()
        self.assertTrue(eventually(lambda: len(everything) == 2), everything)
        self.hears(seen, ("py-mine", libvirt.VIR_DOMAIN_EVENT_STARTED, libvirt.VIR_DOMAIN_EVENT_STARTED_BOOTED))
        self.assertEqual([name for name, *_ in seen], ["py-mine"])
        self.conn.domainEventDeregisterAny(callback)
        self.conn.domainEventDeregisterAny(all_callback)

    def test_what_was_taken_away_hears_nothing_more(self):
        domain = self.define("py-quiet")
        gone, callback = self.listen(LIFECYCLE)
        # libvirt's library refuses the same function twice on one connection.
        second = self.connect()
        kept, kept_callback = self.listen(LIFECYCLE, conn=second)
        self.conn.domainEventDeregisterAny(callback)
        domain.create()
        self.assertTrue(eventually(lambda: len(kept) == 1))
        self.assertEqual(gone, [])
        second.domainEventDeregisterAny(kept_callback)
        self.refuses(libvirt.VIR_ERR_INVALID_ARG, self.conn.domainEventDeregisterAny, 4242)

    def test_the_old_way_of_registering_works(self):
        seen = []

        def heard(_conn, domain, event, detail, _opaque):
            seen.append((domain.name(), event, detail))

        self.conn.domainEventRegister(heard, None)
        self.define("py-old").create()
        self.hears(seen, ("py-old", libvirt.VIR_DOMAIN_EVENT_STARTED, 0))
        self.conn.domainEventDeregister(heard)

    def test_two_connections_hear_the_same(self):
        second = self.connect()
        here, first_id = self.listen(LIFECYCLE)
        there, second_id = self.listen(LIFECYCLE, conn=second)
        domain = self.define("py-two")
        domain.create()
        domain.destroy()
        self.assertTrue(eventually(lambda: len(here) == 3 and len(there) == 3), (here, there))
        self.assertEqual(here, there)
        second.domainEventDeregisterAny(second_id)
        domain.create()
        self.assertTrue(eventually(lambda: len(here) == 4), here)
        self.assertEqual(len(there), 3)
        self.conn.domainEventDeregisterAny(first_id)

    def test_a_connection_that_closes_does_not_disturb_the_other(self):
        second = libvirt.open(URI)
        self.listen(LIFECYCLE, conn=second)
        seen, callback = self.listen(LIFECYCLE)
        second.close()
        self.define("py-stays").create()
        self.assertTrue(eventually(lambda: len(seen) == 2), seen)
        self.conn.domainEventDeregisterAny(callback)


class Kinds(Events):
    """Kinds of events that are not a guest's life; the reference's test hypervisor does not tell most of them."""

    def test_metadata(self):
        domain = self.define("py-k-metadata")
        seen, callback = self.listen(libvirt.VIR_DOMAIN_EVENT_ID_METADATA_CHANGE)
        domain.setMetadata(libvirt.VIR_DOMAIN_METADATA_ELEMENT, "<x/>", "p", "urn:py", 0)
        self.hears(seen, ("py-k-metadata", libvirt.VIR_DOMAIN_METADATA_ELEMENT, "urn:py"))
        domain.setMetadata(libvirt.VIR_DOMAIN_METADATA_DESCRIPTION, "words", None, None, 0)
        self.assertTrue(eventually(lambda: len(seen) == 2), seen)
        self.conn.domainEventDeregisterAny(callback)

    @unittest.skipUnless(OURS, "the reference's test hypervisor does not sleep")
    def test_sleeping_and_waking(self):
        domain = self.define("py-k-sleep")
        domain.create()
        asleep, first = self.listen(libvirt.VIR_DOMAIN_EVENT_ID_PMSUSPEND)
        awake, second = self.listen(libvirt.VIR_DOMAIN_EVENT_ID_PMWAKEUP)
        domain.pMSuspendForDuration(libvirt.VIR_NODE_SUSPEND_TARGET_MEM, 0)
        self.assertTrue(eventually(lambda: [name for name, *_ in asleep] == ["py-k-sleep"]), asleep)
        domain.pMWakeup()
        self.assertTrue(eventually(lambda: [name for name, *_ in awake] == ["py-k-sleep"]), awake)
        self.conn.domainEventDeregisterAny(first)
        self.conn.domainEventDeregisterAny(second)

    @unittest.skipUnless(OURS, "the reference's test hypervisor has no such devices")
    def test_devices_that_come_and_go(self):
        disk = "<disk type='file'><source file='/py/a.img'/><target dev='vdb' bus='virtio'/></disk>"
        domain = self.define("py-k-device")
        domain.create()
        added, first = self.listen(libvirt.VIR_DOMAIN_EVENT_ID_DEVICE_ADDED)
        removed, second = self.listen(libvirt.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED)
        domain.attachDevice(disk)
        self.assertTrue(eventually(lambda: len(added) == 1), added)
        domain.detachDevice(disk)
        self.assertTrue(eventually(lambda: len(removed) == 1), removed)
        self.assertEqual(added, removed)
        self.assertTrue(added[0][1])
        self.conn.domainEventDeregisterAny(first)
        self.conn.domainEventDeregisterAny(second)

    @unittest.skipUnless(OURS, "the reference's test hypervisor has no jobs on disks")
    def test_jobs_on_disks(self):
        disk = "<disk type='file'><source file='/py/j.img'/><target dev='vda' bus='virtio'/></disk>"
        domain = self.define("py-k-job", devices=disk)
        domain.create()
        by_path, first = self.listen(libvirt.VIR_DOMAIN_EVENT_ID_BLOCK_JOB)
        by_target, second = self.listen(libvirt.VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2)
        domain.blockCopy("vda", "<disk type='file'><source file='/py/copy.img'/></disk>", {}, 0)
        ready = (libvirt.VIR_DOMAIN_BLOCK_JOB_TYPE_COPY, libvirt.VIR_DOMAIN_BLOCK_JOB_READY)
        self.hears(by_path, ("py-k-job", "/py/j.img", *ready))
        self.hears(by_target, ("py-k-job", "vda", *ready))
        domain.blockJobAbort("vda", libvirt.VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT)
        self.hears(by_target, ("py-k-job", "vda", ready[0], libvirt.VIR_DOMAIN_BLOCK_JOB_COMPLETED))
        self.conn.domainEventDeregisterAny(first)
        self.conn.domainEventDeregisterAny(second)

    def test_every_kind_can_be_asked_for_and_taken_away(self):
        ids = []
        for kind in KINDS:
            ids.append(self.conn.domainEventRegisterAny(None, kind, lambda *_: None, None))
        for each in ids:
            self.conn.domainEventDeregisterAny(each)
        self.assertEqual(self.conn.isAlive(), 1)


class OtherObjects(Events):
    def test_networks(self):
        seen = []
        callback = self.conn.networkEventRegisterAny(
            None, libvirt.VIR_NETWORK_EVENT_ID_LIFECYCLE, lambda _c, net, event, detail, _o: seen.append((net.name(), event)), None
        )
        network = self.conn.networkDefineXML("<network><name>py-e-net</name></network>")
        network.create()
        network.destroy()
        network.undefine()
        wanted = [
            libvirt.VIR_NETWORK_EVENT_DEFINED,
            libvirt.VIR_NETWORK_EVENT_STARTED,
            libvirt.VIR_NETWORK_EVENT_STOPPED,
            libvirt.VIR_NETWORK_EVENT_UNDEFINED,
        ]
        self.assertTrue(eventually(lambda: len(seen) == 4), seen)
        self.assertEqual(seen, [("py-e-net", each) for each in wanted])
        self.conn.networkEventDeregisterAny(callback)

    def test_pools(self):
        seen, refreshed = [], []
        lifecycle = self.conn.storagePoolEventRegisterAny(
            None,
            libvirt.VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE,
            lambda _c, pool, event, detail, _o: seen.append((pool.name(), event)),
            None,
        )
        refresh = self.conn.storagePoolEventRegisterAny(
            None, libvirt.VIR_STORAGE_POOL_EVENT_ID_REFRESH, lambda _c, pool, _o: refreshed.append(pool.name()), None
        )
        pool = self.conn.storagePoolDefineXML(
            "<pool type='dir'><name>py-e-pool</name><target><path>/py-e-pool</path></target></pool>"
        )
        pool.build()
        pool.create()
        pool.refresh()
        pool.destroy()
        pool.delete()
        pool.undefine()
        wanted = [
            libvirt.VIR_STORAGE_POOL_EVENT_DEFINED,
            libvirt.VIR_STORAGE_POOL_EVENT_CREATED,
            libvirt.VIR_STORAGE_POOL_EVENT_STARTED,
            libvirt.VIR_STORAGE_POOL_EVENT_STOPPED,
            libvirt.VIR_STORAGE_POOL_EVENT_DELETED,
            libvirt.VIR_STORAGE_POOL_EVENT_UNDEFINED,
        ]
        self.assertTrue(eventually(lambda: len(seen) == len(wanted)), seen)
        self.assertEqual(seen, [("py-e-pool", each) for each in wanted])
        self.assertTrue(eventually(lambda: refreshed == ["py-e-pool"]), refreshed)
        self.conn.storagePoolEventDeregisterAny(lifecycle)
        self.conn.storagePoolEventDeregisterAny(refresh)

    def test_node_devices(self):
        seen = []
        callback = self.conn.nodeDeviceEventRegisterAny(
            None,
            libvirt.VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE,
            lambda _c, device, event, detail, _o: seen.append((device.name(), event)),
            None,
        )
        parent = self.conn.listAllDevices(libvirt.VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS)[0]
        device = self.conn.nodeDeviceCreateXML(
            f"<device><parent>{parent.name()}</parent><capability type='scsi_host'>"
            "<capability type='fc_host'><wwnn>2000000012341234</wwnn><wwpn>1000000012341234</wwpn></capability>"
            "</capability></device>"
        )
        name = device.name()
        device.destroy()
        self.assertTrue(eventually(lambda: len(seen) >= 2), seen)
        self.assertIn((name, libvirt.VIR_NODE_DEVICE_EVENT_CREATED), seen)
        self.assertIn((name, libvirt.VIR_NODE_DEVICE_EVENT_DELETED), seen)
        self.conn.nodeDeviceEventDeregisterAny(callback)

    @unittest.skipUnless(OURS, "the reference's test hypervisor keeps no secrets")
    def test_secrets(self):
        seen, changed = [], []
        lifecycle = self.conn.secretEventRegisterAny(
            None,
            libvirt.VIR_SECRET_EVENT_ID_LIFECYCLE,
            lambda _c, secret, event, detail, _o: seen.append((secret.UUIDString(), event)),
            None,
        )
        values = self.conn.secretEventRegisterAny(
            None, libvirt.VIR_SECRET_EVENT_ID_VALUE_CHANGED, lambda _c, secret, _o: changed.append(secret.UUIDString()), None
        )
        secret = self.conn.secretDefineXML("<secret><usage type='ceph'><name>py-e</name></usage></secret>")
        uuid = secret.UUIDString()
        secret.setValue(b"sesame")
        secret.undefine()
        self.assertTrue(eventually(lambda: len(seen) == 2 and changed == [uuid]), (seen, changed))
        self.assertEqual(
            seen, [(uuid, libvirt.VIR_SECRET_EVENT_DEFINED), (uuid, libvirt.VIR_SECRET_EVENT_UNDEFINED)]
        )
        self.conn.secretEventDeregisterAny(lifecycle)
        self.conn.secretEventDeregisterAny(values)

    def test_an_event_of_one_network_only(self):
        network = self.conn.networkDefineXML("<network><name>py-e-one</name></network>")
        other = self.conn.networkDefineXML("<network><name>py-e-two</name></network>")
        seen = []
        callback = self.conn.networkEventRegisterAny(
            network, libvirt.VIR_NETWORK_EVENT_ID_LIFECYCLE, lambda _c, net, *_: seen.append(net.name()), None
        )
        other.create()
        other.destroy()
        network.create()
        network.destroy()
        self.assertTrue(eventually(lambda: len(seen) == 2), seen)
        time.sleep(0.1)
        self.assertEqual(seen, ["py-e-one", "py-e-one"])
        self.conn.networkEventDeregisterAny(callback)
        network.undefine()
        other.undefine()


if __name__ == "__main__":
    start_event_loop()
    run()
