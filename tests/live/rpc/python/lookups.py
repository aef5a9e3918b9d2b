"""Finding and defining objects of every kind, and what an error says."""

import unittest

import libvirt
from common import OURS, URI, Case, run


class Domains(Case):
    def test_a_guest_is_the_same_by_name_id_and_uuid(self):
        domain = self.define("py-lookup")
        domain.create()
        uuid = domain.UUIDString()
        for found in (
            self.conn.lookupByName("py-lookup"),
            self.conn.lookupByUUIDString(uuid),
            self.conn.lookupByUUID(domain.UUID()),
            self.conn.lookupByID(domain.ID()),
        ):
            self.assertEqual(found.UUIDString(), uuid)
            self.assertEqual(found.name(), "py-lookup")
            self.assertEqual(found.ID(), domain.ID())

    def test_errors_tell_code_domain_level_and_strings(self):
        error = self.refuses(libvirt.VIR_ERR_NO_DOMAIN, self.conn.lookupByName, "py-nobody", domain=libvirt.VIR_FROM_TEST)
        self.assertEqual(error.get_error_level(), libvirt.VIR_ERR_ERROR)
        self.assertTrue(error.get_error_message().startswith("Domain not found"), error)
        self.assertEqual(error.get_str1(), "Domain not found")
        self.assertIsNone(error.get_str3())
        self.assertEqual((error.get_int1(), error.get_int2()), (-1, -1))

    def test_a_guest_goes_through_its_life(self):
        domain = self.define("py-life")
        self.assertEqual(domain.state(), [libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_SHUTOFF_UNKNOWN])
        domain.create()
        self.assertEqual(domain.state()[0], libvirt.VIR_DOMAIN_RUNNING)
        self.assertEqual(domain.isActive(), 1)
        domain.suspend()
        self.assertEqual(domain.info()[0], libvirt.VIR_DOMAIN_PAUSED)
        domain.resume()
        domain.reboot()
        self.refuses(
            libvirt.VIR_ERR_INTERNAL_ERROR, domain.create, message="internal error: Domain 'py-life' is already running"
        )
        domain.destroy()
        self.refuses(libvirt.VIR_ERR_OPERATION_INVALID, domain.destroy)
        domain.undefine()
        self.refuses(libvirt.VIR_ERR_NO_DOMAIN, domain.info)

    def test_bad_documents_change_nothing(self):
        before = {domain.name() for domain in self.conn.listAllDomains()}
        self.refuses(libvirt.VIR_ERR_NO_NAME, self.conn.defineXML, "<domain type='test'/>")
        self.refuses(libvirt.VIR_ERR_XML_DETAIL, self.conn.defineXML, "<domain")
        self.refuses(libvirt.VIR_ERR_XML_DETAIL, self.conn.defineXML, "")
        self.assertEqual({domain.name() for domain in self.conn.listAllDomains()}, before)

    def test_metadata_autostart_and_title_are_kept(self):
        domain = self.define("py-metadata")
        domain.setMetadata(libvirt.VIR_DOMAIN_METADATA_TITLE, "A title", None, None, 0)
        domain.setMetadata(libvirt.VIR_DOMAIN_METADATA_ELEMENT, "<x a='1'/>", "p", "urn:py", 0)
        self.assertEqual(domain.metadata(libvirt.VIR_DOMAIN_METADATA_TITLE, None), "A title")
        self.assertIn('a="1"', domain.metadata(libvirt.VIR_DOMAIN_METADATA_ELEMENT, "urn:py"))
        self.refuses(libvirt.VIR_ERR_NO_DOMAIN_METADATA, domain.metadata, libvirt.VIR_DOMAIN_METADATA_ELEMENT, "urn:none")
        domain.setAutostart(1)
        self.assertEqual(domain.autostart(), 1)
        self.assertIn("<title>A title</title>", domain.XMLDesc())

    def test_names_with_every_letter_come_back_unharmed(self):
        domain = self.define("py-größe-机器")
        self.assertEqual(self.conn.lookupByName("py-größe-机器").UUIDString(), domain.UUIDString())
        self.assertEqual(domain.name(), "py-größe-机器")

    def test_a_snapshot_is_taken_found_and_returned_to(self):
        domain = self.define("py-snapshot")
        domain.create()
        first = domain.snapshotCreateXML("<domainsnapshot><name>one</name></domainsnapshot>")
        second = domain.snapshotCreateXML("<domainsnapshot><name>two</name></domainsnapshot>")
        self.assertEqual(second.getParent().getName(), "one")
        self.assertEqual([each.getName() for each in first.listAllChildren()], ["two"])
        self.assertEqual(domain.snapshotCurrent().getName(), "two")
        domain.revertToSnapshot(first)
        self.assertEqual(domain.snapshotCurrent().getName(), "one")
        second.delete()
        self.refuses(libvirt.VIR_ERR_NO_DOMAIN_SNAPSHOT, domain.snapshotLookupByName, "two")
        first.delete()


class OtherObjects(Case):
    def test_a_network_is_defined_started_and_gone(self):
        network = self.conn.networkDefineXML(
            "<network><name>py-net</name><bridge name='pybr0'/><ip address='192.168.77.1' netmask='255.255.255.0'/></network>"
        )
        self.assertEqual(self.conn.networkLookupByName("py-net").UUIDString(), network.UUIDString())
        self.assertEqual(self.conn.networkLookupByUUIDString(network.UUIDString()).name(), "py-net")
        network.create()
        self.assertEqual(network.isActive(), 1)
        self.assertEqual(network.bridgeName(), "pybr0")
        self.assertIn("py-net", [each.name() for each in self.conn.listAllNetworks(libvirt.VIR_CONNECT_LIST_NETWORKS_ACTIVE)])
        network.destroy()
        network.undefine()
        self.refuses(libvirt.VIR_ERR_NO_NETWORK, self.conn.networkLookupByName, "py-net")

    def test_a_pool_holds_volumes(self):
        pool = self.conn.storagePoolDefineXML(
            "<pool type='dir'><name>py-pool</name><target><path>/py-pool</path></target></pool>"
        )
        try:
            pool.create()
            volume = pool.createXML("<volume><name>disk.img</name><capacity unit='KiB'>64</capacity></volume>")
            self.assertEqual(self.conn.storageVolLookupByPath(volume.path()).key(), volume.key())
            self.assertEqual(self.conn.storageVolLookupByKey(volume.key()).name(), "disk.img")
            self.assertEqual(volume.info()[1], 65536)
            self.assertEqual(volume.storagePoolLookupByVolume().name(), "py-pool")
            self.assertEqual(pool.listVolumes(), ["disk.img"])
            copy = pool.createXMLFrom("<volume><name>copy.img</name><capacity>65536</capacity></volume>", volume)
            self.assertEqual(pool.numOfVolumes(), 2)
            copy.delete()
            volume.delete()
            self.refuses(libvirt.VIR_ERR_NO_STORAGE_VOL, pool.storageVolLookupByName, "disk.img")
        finally:
            pool.destroy()
            pool.undefine()

    @unittest.skipUnless(OURS, "the reference's test hypervisor keeps no secrets")
    def test_a_secret_keeps_bytes(self):
        secret = self.conn.secretDefineXML(
            "<secret ephemeral='no' private='no'><usage type='volume'><volume>/py/secret</volume></usage></secret>"
        )
        try:
            value = bytes(range(256))
            secret.setValue(value)
            self.assertEqual(secret.value(), value)
            found = self.conn.secretLookupByUsage(libvirt.VIR_SECRET_USAGE_TYPE_VOLUME, "/py/secret")
            self.assertEqual(found.UUIDString(), secret.UUIDString())
            self.assertEqual(found.usageID(), "/py/secret")
        finally:
            secret.undefine()
        self.refuses(libvirt.VIR_ERR_NO_SECRET, secret.XMLDesc)

    def test_node_devices_and_interfaces_are_listed(self):
        devices = self.conn.listAllDevices()
        self.assertTrue(devices)
        device = self.conn.nodeDeviceLookupByName(devices[0].name())
        self.assertIn(f"<name>{device.name()}</name>", device.XMLDesc())
        interfaces = self.conn.listAllInterfaces()
        self.assertTrue(interfaces)
        self.assertEqual(self.conn.interfaceLookupByMACString(interfaces[0].MACString()).name(), interfaces[0].name())


class Host(Case):
    def test_the_host_says_who_it_is(self):
        self.assertEqual(self.conn.getType(), "TEST")
        self.assertTrue(self.conn.getURI().startswith("test"))
        self.assertGreaterEqual(self.conn.getLibVersion(), 9_000_000)
        self.assertGreater(self.conn.getVersion(), 0)
        self.assertTrue(self.conn.getHostname())
        self.assertEqual(len(self.conn.getInfo()), 8)
        self.assertIn("<capabilities>", self.conn.getCapabilities())
        self.assertEqual(self.conn.isAlive(), 1)
        self.assertEqual(self.conn.isEncrypted(), 0)
        self.assertEqual(self.conn.isSecure(), 1)
        self.assertGreater(self.conn.getMaxVcpus("test"), 0)

    def test_what_there_is_not_is_not_supported(self):
        self.refuses(libvirt.VIR_ERR_NO_SUPPORT, self.conn.domainXMLFromNative, "qemu-argv", "qemu", 0)

    def test_a_name_that_is_no_hypervisor_is_refused(self):
        with self.assertRaises(libvirt.libvirtError):
            libvirt.open(URI.replace("test+unix", "nosuch+unix"))


if __name__ == "__main__":
    run()
