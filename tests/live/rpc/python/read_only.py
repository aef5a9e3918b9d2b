"""Clients of the read-only door look, and change nothing."""

import libvirt
from common import URI, URI_RO, Case, guest, run


class ReadOnly(Case):
    def connect(self, uri=URI_RO):
        conn = libvirt.openReadOnly(uri)
        self.addCleanup(self.close, conn)
        return conn

    def test_reading_works(self):
        domain = self.conn.lookupByName("test")
        self.assertEqual(domain.info()[0], libvirt.VIR_DOMAIN_RUNNING)
        self.assertIn("<name>test</name>", domain.XMLDesc())
        self.assertTrue(self.conn.getAllDomainStats())

    def test_changing_is_refused_and_changes_nothing(self):
        domain = self.conn.lookupByName("test")
        pool = self.conn.listAllStoragePools()[0]
        network = self.conn.listAllNetworks()[0]
        refusals = [
            domain.destroy,
            domain.suspend,
            domain.undefine,
            domain.reset,
            pool.destroy,
            network.destroy,
            lambda: domain.setMemory(1024),
            lambda: domain.setAutostart(1),
            lambda: domain.screenshot(self.conn.newStream(), 0),
            lambda: domain.openConsole(None, self.conn.newStream()),
            lambda: self.conn.defineXML(guest("py-ro")),
            lambda: self.conn.createXML(guest("py-ro")),
            lambda: self.conn.networkDefineXML("<network><name>py-ro</name></network>"),
        ]
        for refused in refusals:
            error = self.refuses(libvirt.VIR_ERR_OPERATION_DENIED, refused)
            self.assertIn("read only access", error.get_error_message())
        error = self.refuses(libvirt.VIR_ERR_OPERATION_DENIED, domain.XMLDesc, libvirt.VIR_DOMAIN_XML_SECURE)
        self.assertIn("with secure flag", error.get_error_message())
        self.assertEqual(domain.info()[0], libvirt.VIR_DOMAIN_RUNNING)
        self.assertNotIn("py-ro", [each.name() for each in self.conn.listAllDomains()])

    def test_the_server_refuses_also_where_the_client_does_not(self):
        # The library at this end takes this connection for one that may write; the door knows better.
        conn = libvirt.open(URI_RO)
        self.addCleanup(self.close, conn)
        domain = conn.lookupByName("test")
        self.refuses(libvirt.VIR_ERR_OPERATION_DENIED, domain.destroy)
        self.refuses(libvirt.VIR_ERR_OPERATION_DENIED, domain.XMLDesc, libvirt.VIR_DOMAIN_XML_SECURE)
        self.assertEqual(domain.isActive(), 1)

    def test_asked_for_read_only_the_other_door_refuses_too(self):
        conn = libvirt.openReadOnly(URI)
        self.addCleanup(self.close, conn)
        self.refuses(libvirt.VIR_ERR_OPERATION_DENIED, conn.lookupByName("test").suspend)


if __name__ == "__main__":
    run()
