/**
 * TLS with client certificates: the one way in from other machines.
 *
 * It is TLS 1.2: with 1.3 libvirt's clients stumble over the tickets that the server sends before its first byte. That
 * byte, 1, says that the client's certificate was taken; framing begins after it.
 *
 * @module
 */

import { connect, createServer, type Server, type TLSSocket } from "node:tls";

/** Whom the server is and whom it trusts, PEM. */
export interface TlsIdentity {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

/** Milliseconds for a handshake. */
const HANDSHAKE_MS = 10_000;
/** Says that the client's certificate was taken. */
const WELCOME = new Uint8Array([1]);

/** A server that takes only clients with a certificate of the authority. */
export function createTlsServer(identity: TlsIdentity, onClient: (socket: TLSSocket) => void): Server {
  const { ca, certificate, key } = identity;
  const server = createServer({
    ca,
    cert: certificate,
    key,
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: "TLSv1.2",
    maxVersion: "TLSv1.2",
    handshakeTimeout: HANDSHAKE_MS,
  }, onClient);
  // A client that is no client, or has no certificate: it is told by the handshake.
  server.on("tlsClientError", () => {});
  return server;
}

/** Greets a client that may come in. */
export function welcome(socket: TLSSocket): void {
  socket.write(WELCOME);
}

/** The client's distinguished name as libvirt writes it: `C=GB,O=Example,CN=alice`; undefined where there is none. */
export function distinguishedName(socket: TLSSocket): string | undefined {
  const subject = socket.getPeerCertificate()?.subject;
  if (subject === undefined) return undefined;
  const parts = Object.entries<string | string[]>({ ...subject }).flatMap(([name, value]) =>
    [value].flat().map((one) => `${name}=${one}`)
  );
  return parts.length === 0 ? undefined : parts.join(",");
}

/**
 * Proves that this runtime refuses clients without a certificate, by being one. Throws where it lets it in, for then
 * everybody could.
 */
export async function proveClientsNeedCertificates(identity: TlsIdentity): Promise<void> {
  let letIn = false;
  const server = createTlsServer(identity, (socket) => {
    letIn = true;
    socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port: 0 }, () => resolve());
  });
  try {
    const { port } = server.address() as { readonly port: number };
    await new Promise<void>((resolve) => {
      const client = connect({ host: "127.0.0.1", port, rejectUnauthorized: false, maxVersion: "TLSv1.2" });
      const timer = setTimeout(() => client.destroy(), HANDSHAKE_MS);
      // With or without a word, the server's side decides.
      client.on("error", () => {});
      client.on("close", () => {
        clearTimeout(timer);
        resolve();
      });
      client.on("data", () => {});
    });
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
  if (letIn) {
    throw new Error(
      "Cannot listen with TLS: this runtime lets clients without a certificate in; serve unix sockets and use ssh",
    );
  }
}
