import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

// Checks a proof of the audit log without network, database or packages: Node alone. Everything that the file says is
// computed again; only the key that signed must be compared with what the agency has published.

const help = `Pemakaian: npm run verify-proof -- BERKAS [--kunci SIDIK] [--cap-waktu BERKAS] [--akar-tsa BERKAS] [--isi BERKAS]
  BERKAS        bukti yang diunduh dari Lontar
  --kunci       sidik kunci (64 angka heksadesimal) yang diumumkan instansi, atau kunci publiknya (base64)
  --cap-waktu   token cap waktu akar (.tst) yang diunduh dari Lontar
  --akar-tsa    sertifikat akar layanan cap waktu (PEM)
  --isi         isi kejadian, bila bukti menyebutnya terpisah`;

class Mismatch extends Error {}

const demand = (isSo, sentence) => {
  if (!isSo) throw new Mismatch(sentence);
};
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const hex = (text, name) => {
  demand(typeof text === 'string' && /^([0-9a-f]{2})*$/.test(text), `${name} bukan heksadesimal.`);
  return Buffer.from(text, 'hex');
};
const node = (left, right) => sha256(Buffer.from([1]), left, right);

const options = {
  kunci: { type: 'string' },
  'cap-waktu': { type: 'string' },
  'akar-tsa': { type: 'string' },
  isi: { type: 'string' },
};

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  if (positionals.length !== 1) throw new Mismatch(help);
  const proof = JSON.parse(readFileSync(positionals[0], 'utf8'));
  const checks = {
    'lontar-audit-proof/1': checkEvent,
    'lontar-audit-consistency/1': checkConsistency,
    'lontar-audit-proofs/1': checkLetter,
  };
  const check = checks[proof.format];
  demand(check !== undefined, `Bentuk berkas "${String(proof.format)}" tidak dikenal.`);
  check(proof, values);
  console.log('TERBUKTI: semua yang tertulis pada berkas ini cocok.');
} catch (error) {
  console.error(
    error instanceof Mismatch ? `TIDAK TERBUKTI: ${error.message}` : `Bukti tidak dapat dibaca: ${error.message}`,
  );
  process.exitCode = 1;
}

function checkEvent(proof, values) {
  const body = proof.body ?? (values.isi === undefined ? undefined : readFileSync(values.isi, 'utf8'));
  demand(body !== undefined, 'Isi kejadian ada di berkas lain: unduh, lalu sebut dengan --isi BERKAS.');
  demand(sha256(body).toString('hex') === proof.bodySha256, 'Isi kejadian bukan yang disebut bukti.');
  const hash = sha256(hex(proof.previousHash, 'Sidik sebelumnya'), body);
  demand(hash.toString('hex') === proof.hash, 'Isi kejadian tidak menghasilkan sidik rantainya.');
  const { root } = proof;
  demand(Number.isSafeInteger(proof.seq) && proof.seq >= 1 && proof.seq <= root.seq, 'Nomor kejadian di luar akar.');
  const reached = climb(sha256(Buffer.from([0]), hash), proof.seq - 1, root.seq, pathOf(proof));
  demand(reached?.toString('hex') === root.root, 'Jalur bukti tidak sampai pada akar yang ditandatangani.');
  const event = JSON.parse(body);
  console.log(`Kejadian nomor ${proof.seq}: ${event.action} pada ${event.at}`);
  console.log(`  isi      ${body}`);
  console.log(`  tercatat dalam log ${root.seq} kejadian dengan akar ${root.root}`);
  checkRoot(proof.agencyId, root, values);
}

function checkLetter(proof, values) {
  demand(proof.proofs.length > 0, 'Berkas ini belum memuat bukti satu kejadian pun.');
  for (const one of proof.proofs) {
    checkEvent(one, values);
    demand(JSON.parse(one.body).letterId === proof.letterId, `Kejadian ${one.seq} bukan milik surat ini.`);
  }
  if (proof.pending.length > 0) console.log(`Belum tercakup akar: kejadian ${proof.pending.join(', ')}.`);
}

function checkConsistency(proof, values) {
  const { from, to } = proof;
  const reached = climbTwice(hex(from.root, 'Akar lama'), from.seq, to.seq, pathOf(proof));
  demand(reached?.old.toString('hex') === from.root, 'Log baru tidak memuat log lama apa adanya.');
  demand(reached?.grown.toString('hex') === to.root, 'Log baru tidak memuat log lama apa adanya.');
  console.log(
    `Log ${from.seq} kejadian adalah awal dari log ${to.seq} kejadian: tidak ada yang diubah, dihapus, atau disisipkan.`,
  );
  checkRoot(proof.agencyId, from, { ...values, 'cap-waktu': undefined });
  checkRoot(proof.agencyId, to, values);
}

function pathOf({ path }) {
  const hashes = path.map((text) => Buffer.from(text, 'base64'));
  demand(
    hashes.every(({ length }) => length === 32),
    'Jalur bukti rusak.',
  );
  return hashes;
}

/** RFC 9162, 2.1.3.2. */
function climb(leaf, index, size, path) {
  let [at, last, reached] = [index, size - 1, leaf];
  for (const hash of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      reached = node(hash, reached);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else reached = node(reached, hash);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? reached : undefined;
}

/** RFC 9162, 2.1.4.2. */
function climbTwice(oldRoot, oldSize, newSize, path) {
  if (oldSize === newSize) return path.length === 0 ? { old: oldRoot, grown: oldRoot } : undefined;
  const [first, ...rest] = Number.isInteger(Math.log2(oldSize)) ? [oldRoot, ...path] : path;
  if (first === undefined || oldSize > newSize) return undefined;
  let [at, last, old, grown] = [oldSize - 1, newSize - 1, first, first];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  for (const hash of rest) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      [old, grown] = [node(hash, old), node(hash, grown)];
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else grown = node(grown, hash);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? { old, grown } : undefined;
}

function checkRoot(agencyId, root, values) {
  const statement = [
    'lontar-audit-root/1',
    `agency ${agencyId}`,
    `events ${root.seq}`,
    `root ${root.root}`,
    `previous ${root.previousSeq} ${root.previousRoot}`.trimEnd(),
    `at ${root.madeAt}`,
    '',
  ].join('\n');
  const publicKey = Buffer.from(root.publicKey, 'base64');
  demand(publicKey.length === 32, 'Kunci publik rusak.');
  const key = createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey]),
    format: 'der',
    type: 'spki',
  });
  const signature = Buffer.from(root.signature, 'base64');
  demand(verify(null, Buffer.from(statement), key, signature), 'Tanda tangan akar tidak sah.');
  const fingerprint = sha256(publicKey).toString('hex');
  console.log(`  akar ditandatangani instansi ${agencyId} pada ${root.madeAt}`);
  console.log(`  sidik kunci ${fingerprint}`);
  if (values.kunci === undefined)
    console.log(
      '  PERHATIAN: kuncinya berasal dari berkas ini sendiri; bandingkan sidiknya dengan yang diumumkan instansi (--kunci).',
    );
  else {
    const wanted = values.kunci.trim();
    demand(
      wanted.toLowerCase() === fingerprint || wanted === root.publicKey,
      'Kunci penanda tangan bukan kunci yang diberikan.',
    );
    console.log('  kunci cocok dengan yang diberikan');
  }
  const stamp = values['cap-waktu'];
  if (stamp !== undefined)
    checkTimestamp(readFileSync(stamp), `${statement}signature ${root.signature}\n`, values['akar-tsa']);
}

/** RFC 3161: the imprint, the signature over the token, and, with a root given, who signed it. */
function checkTimestamp(token, stamped, rootFile) {
  const signedData = children(children(children(token)[0])[1].content)[0];
  const parts = children(signedData);
  const info = children(children(parts[2])[1].content)[0].content;
  const [, , imprint, , time] = children(children({ content: info })[0]);
  demand(children(imprint)[1].content.equals(sha256(stamped)), 'Cap waktu bukan untuk akar ini.');
  const certificates = children(parts.find(({ tag }) => tag === 0xa0)).map(({ raw }) => new X509Certificate(raw));
  const signer = children(children(parts.at(-1))[0]);
  const attributes = signer.find(({ tag }) => tag === 0xa0);
  const digest = children(attributes).find((one) =>
    children(one)[0].content.equals(Buffer.from('2a864886f70d010904', 'hex')),
  );
  const algorithm = digestName(children(signer[2])[0].content);
  const wanted = createHash(algorithm).update(info).digest();
  demand(children(children(digest)[1])[0].content.equals(wanted), 'Cap waktu rusak.');
  const signedBytes = Buffer.concat([Buffer.from([0x31]), attributes.raw.subarray(1)]);
  const signature = signer.slice(signer.indexOf(attributes)).find(({ tag }) => tag === 0x04).content;
  const authority = certificates.find(({ publicKey }) => verify(algorithm, signedBytes, publicKey, signature));
  demand(authority !== undefined, 'Tanda tangan pada cap waktu tidak sah.');
  const stampedAt = readTime(time.content.toString('latin1'));
  console.log(`  cap waktu ${stampedAt.toISOString()} oleh ${authority.subject.replaceAll('\n', ', ')}`);
  if (rootFile === undefined)
    console.log('  PERHATIAN: sertifikat cap waktu belum dibandingkan dengan akar tepercaya (--akar-tsa).');
  else checkChain(authority, certificates, new X509Certificate(readFileSync(rootFile)), stampedAt);
}

function checkChain(authority, pool, anchor, at) {
  let current = authority;
  for (let depth = 0; depth < 8; depth += 1) {
    demand(
      at >= new Date(current.validFrom) && at <= new Date(current.validTo),
      'Sertifikat cap waktu tidak berlaku saat itu.',
    );
    const isUnderAnchor = current.fingerprint256 === anchor.fingerprint256;
    if (isUnderAnchor || (current.checkIssued(anchor) && current.verify(anchor.publicKey))) {
      console.log('  sertifikat cap waktu sampai pada akar yang diberikan');
      return;
    }
    const issuer = pool.find(
      (one) => one !== current && one.ca && current.checkIssued(one) && current.verify(one.publicKey),
    );
    demand(issuer !== undefined, 'Sertifikat cap waktu tidak sampai pada akar yang diberikan.');
    current = issuer;
  }
  throw new Mismatch('Rantai sertifikat cap waktu terlalu panjang.');
}

function digestName(oid) {
  const names = { '608648016503040201': 'sha256', '608648016503040202': 'sha384', '608648016503040203': 'sha512' };
  const name = names[oid.toString('hex')];
  demand(name !== undefined, 'Cap waktu memakai sidik yang tidak dikenal.');
  return name;
}

/** GeneralizedTime in UTC, with or without fraction. */
function readTime(text) {
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:[.](\d{1,3})\d*)?Z$/.exec(text);
  demand(found !== null, 'Waktu pada cap waktu tidak dapat dibaca.');
  const [, year, month, day, hour, minute, second, fraction = '0'] = found;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0')}Z`);
}

/** The DER values inside a value (or inside plain bytes). */
function children(of) {
  const bytes = Buffer.isBuffer(of) ? of : of.content;
  const found = [];
  for (let at = 0; at < bytes.length;) {
    let [start, length] = [at + 2, bytes[at + 1]];
    if (length > 0x80) {
      const count = length - 0x80;
      length = bytes.readUIntBE(start, count);
      start += count;
    }
    demand(length !== 0x80 && start + length <= bytes.length, 'Cap waktu rusak.');
    const end = start + length;
    found.push({ tag: bytes[at], content: bytes.subarray(start, end), raw: bytes.subarray(at, end) });
    at = end;
  }
  return found;
}
