// The rule of validity: RFC 8032 vectors, the known edge cases on which libraries disagree, and
// agreement with OpenSSL on everything a sound key may have signed.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import * as fc from 'fast-check';
import { isPublicKey, isSignatureOf, publicKeyOf, signatureOf } from '../src/signature.ts';
import { hex } from './parties.ts';

const rfc8032 = [
  {
    name: 'TEST 1',
    seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    key: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    name: 'TEST 2',
    seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    key: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    name: 'TEST 3',
    seed: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    key: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
  {
    name: 'TEST SHA(abc)',
    seed: '833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42',
    key: 'ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf',
    message:
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    signature:
      'dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704',
  },
];

for (const { name, seed, key, message, signature } of rfc8032) {
  test(`RFC 8032 section 7.1, ${name}`, () => {
    assert.equal(publicKeyOf(hex(seed)).toHex(), key);
    assert.equal(signatureOf(hex(message), hex(seed)).toHex(), signature);
    assert(isPublicKey(hex(key)));
    assert(isSignatureOf(hex(signature), hex(message), hex(key)));
    assert(!isSignatureOf(hex(signature), hex(`${message}00`), hex(key)));
  });
}

// Cases 0 to 9 of "Taming the many EdDSAs" (Chalkias, Garillot, Nikolaenko 2020): message, key,
// signature. Libraries disagree on 0 to 5, 8 and 9; 6 and 7 have S at or above the group order.
const disputed: readonly (readonly [message: string, key: string, signature: string])[] = [
  [
    '8c93255d71dcab10e8f379c26200f3c7bd5f09d9bc3068d3ef4edeb4853022b6',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a0000000000000000000000000000000000000000000000000000000000000000',
  ],
  [
    '9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
    'f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43a5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04',
  ],
  [
    'aebf3f2601a0c8c5d39cc7d8911642f740b78168218da8471772b35f9d35b9ab',
    'f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa8c4bd45aecaca5b24fb97bc10ac27ac8751a7dfe1baff8b953ec9f5833ca260e',
  ],
  [
    '9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79',
    'cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d',
    '9046a64750444938de19f227bb80485e92b83fdb4b6506c160484c016cc1852f87909e14428a7a1d62e9f22f3d3ad7802db02eb2e688b6c52fcd6648a98bd009',
  ],
  [
    'e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c',
    'cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d',
    '160a1cb0dc9c0258cd0a7d23e94d8fa878bcb1925f2c64246b2dee1796bed5125ec6bc982a269b723e0668e540911a9a6a58921d6925e434ab10aa7940551a09',
  ],
  [
    'e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c',
    'cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d',
    '21122a84e0b5fca4052f5b1235c80a537878b38f3142356b2c2384ebad4668b7e40bc836dac0f71076f9abe3a53f9c03c1ceeeddb658d0030494ace586687405',
  ],
  [
    '85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40',
    '442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623',
    'e96f66be976d82e60150baecff9906684aebb1ef181f67a7189ac78ea23b6c0e547f7690a0e2ddcd04d87dbc3490dc19b3b3052f7ff0538cb68afb369ba3a514',
  ],
  [
    '85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40',
    '442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623',
    '8ce5b96c8f26d0ab6c47958c9e68b937104cd36e13c33566acd2fe8d38aa19427e71f98a473474f2f13f06f97c20d58cc3f54b8bd0d272f42b695dd7e89a8c22',
  ],
  [
    'fdaebc429f4a735932a160da1301080c13280eea8bc280d1b392c6b9e6ba3a5a',
    'f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f454d370c8d9fc323a41450f8d513eafeb5b0697390c1e505a0d4ddc71f566607',
  ],
  [
    '84b698d39be126ff55fe45079e6c8bf64a0d7db6994560b4e96b7021eb39c1a1',
    'f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f084d5b99c2a9463d9c8bd5026916996984eeec87ddf1d3be329006ace1b37b09',
  ],
];

test('no signature on which libraries disagree is valid under a key that is taken', () => {
  for (const [i, [message, key, signature]] of disputed.entries()) {
    const isValid = isSignatureOf(hex(signature), hex(message), hex(key));
    assert(!(isPublicKey(hex(key)) && isValid), `case ${i}`);
  }
});

test('only a canonical point of the prime-order subgroup is a public key', () => {
  const keys: readonly (readonly [key: string, isKey: boolean])[] = [
    ['442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623', true],
    ['f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43', false], // mixed order
    ['cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d', false], // mixed order
    ['c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa', false], // order 8
    ['0100000000000000000000000000000000000000000000000000000000000000', false], // identity
    ['ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', false], // order 2
    ['eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', false], // y = p + 1
    ['0200000000000000000000000000000000000000000000000000000000000000', false], // not a point
    ['442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a6', false], // 31 bytes
  ];
  for (const [key, isKey] of keys) assert.equal(isPublicKey(hex(key)), isKey, key);
});

test('a signature that only the cofactored equation accepts is refused, as OpenSSL does', () => {
  const message = hex('af82');
  const secret = 0x1234567890abcdefn;
  const publicKey = ed25519.Point.BASE.multiply(secret).toBytes();
  const torsion = ed25519.Point.fromHex(disputed[0]?.[1] ?? '');
  const r = 0xfedcba0987654321n;
  const point = ed25519.Point.BASE.multiply(r).add(torsion).toBytes();
  const s = (r + challenge(point, publicKey, message) * secret) % ed25519.Point.Fn.ORDER;
  const signature = Uint8Array.from([...point, ...littleEndian(s)]);
  assert(ed25519.verify(signature, message, publicKey, { zip215: false }), 'noble alone takes it');
  assert(!openSslVerifies(signature, message, publicKey));
  assert(!isSignatureOf(signature, message, publicKey));
});

test('under a sound key OpenSSL and this rule agree on good and on altered signatures', () => {
  const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });
  const alteration = fc.option(fc.tuple(fc.nat(63), fc.integer({ min: 1, max: 255 })));
  fc.assert(
    fc.property(seeds, fc.uint8Array({ maxLength: 80 }), alteration, (seed, message, change) => {
      const key = publicKeyOf(seed);
      const signature = signatureOf(message, seed);
      if (change !== null) signature[change[0]] = (signature[change[0]] ?? 0) ^ change[1];
      assert.equal(isSignatureOf(signature, message, key), change === null);
      assert.equal(openSslVerifies(signature, message, key), change === null);
    }),
    { numRuns: 60 },
  );
});

test('signatures and keys of a wrong length are not valid, and do not throw', () => {
  const seed = hex(rfc8032[0]?.seed ?? '');
  const [key, good] = [publicKeyOf(seed), signatureOf(new Uint8Array(), seed)];
  assert(!isSignatureOf(good.slice(0, 63), new Uint8Array(), key));
  assert(!isSignatureOf(Uint8Array.from([...good, 0]), new Uint8Array(), key));
  assert(!isSignatureOf(good, new Uint8Array(), key.slice(1)));
  assert(!isSignatureOf(new Uint8Array(), new Uint8Array(), new Uint8Array()));
});

function openSslVerifies(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  const der = Buffer.concat([hex('302a300506032b6570032100'), key]);
  return verify(
    null,
    message,
    createPublicKey({ key: der, format: 'der', type: 'spki' }),
    signature,
  );
}

/** SHA-512(R || A || M) as a little-endian integer, reduced by the group order (RFC 8032 5.1.7). */
function challenge(point: Uint8Array, key: Uint8Array, message: Uint8Array): bigint {
  const digest = createHash('sha512').update(point).update(key).update(message).digest();
  return BigInt(`0x${digest.reverse().toString('hex')}`) % ed25519.Point.Fn.ORDER;
}

function littleEndian(value: bigint): Uint8Array {
  return hex(value.toString(16).padStart(64, '0')).reverse();
}
