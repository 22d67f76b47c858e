// The link's TLS identity: a self-signed certificate whose key is pinned at pairing.
// No public CA is asked: the pin, SHA-256 of the SubjectPublicKeyInfo, is what counts.
import 'reflect-metadata';
import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import {
  cryptoProvider,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

export type TransportIdentity = { readonly certificatePem: string; readonly keyPem: string };

/** A new P-256 key and a certificate over it, named after the party; valid for 20 years. */
export async function makeTransportIdentity(
  party: string,
  hosts: readonly string[],
  nowMs: number,
): Promise<TransportIdentity> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const { subtle } = cryptoProvider.get();
  const keys = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: randomBytes(15).toString('hex'),
    name: `CN=parley ${party}`,
    notBefore: new Date(nowMs - 86_400_000),
    notAfter: new Date(nowMs + 20 * 365 * 86_400_000),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new SubjectAlternativeNameExtension(
        hosts.map((value) => {
          const type: 'ip' | 'dns' = isIP(value) === 0 ? 'dns' : 'ip';
          return { type, value };
        }),
      ),
    ],
  });
  const pkcs8 = Buffer.from(await subtle.exportKey('pkcs8', keys.privateKey));
  const lines = pkcs8.toString('base64').match(/.{1,64}/g) ?? [];
  const keyPem = `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`;
  return { certificatePem: certificate.toString('pem'), keyPem };
}

/** The pin of a certificate: SHA-256 of its SubjectPublicKeyInfo, lower-case hexadecimal. */
export function pinOf(certificate: X509Certificate): string {
  const spki = certificate.publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('hex');
}

/** The pin of a PEM certificate. */
export function pinOfPem(certificatePem: string): string {
  return pinOf(new X509Certificate(certificatePem));
}
