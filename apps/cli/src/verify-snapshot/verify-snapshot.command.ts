import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { readSheets, zipCsvFiles } from '#libs/config';
import { quarterInWords } from '#libs/domain';
import { documentFaults, isSnapshotDocument, keyIdOf, type DocumentFault } from '#libs/persistence';
import { exportFaultInWords, FaultList } from '../audit-export/export-fault';
import { KeyTrust } from '../audit-export/key-trust';
import { fileFaults, type FileOfTables } from './file-faults';

const USAGE = `usage: waymark verify-snapshot <signed.json> [table.csv|tables.ods|tables.zip …] [--key public.pem]
       checks the signed figures of a quarter, and files of its tables, without the service
`;

const OPTIONS = { key: { type: 'string', multiple: true } } as const;

export interface VerifySnapshotParts {
  readonly args: readonly string[];
  readonly output: Writable;
}

/**
 * Says whether the figures of a quarter are as they were signed, and whether files hold the same digits. 0 when all of
 * it is, 1 when it is not, 2 for wrong arguments, 3 when a file cannot be read as what it should be.
 */
export async function runVerifySnapshot({ args, output }: VerifySnapshotParts): Promise<number> {
  const asked = read(args);
  if (asked === null) {
    output.write(USAGE);
    return 2;
  }
  const document = parsed(await readFile(asked.signed, 'utf8').catch(() => ''));
  if (!isSnapshotDocument(document)) {
    output.write(`${asked.signed} does not hold the signed figures of a quarter.\n`);
    return 3;
  }
  const given = await keysIn(asked.keyFiles);
  if (given === null) {
    output.write('A file that --key names does not hold a public Ed25519 key in PEM.\n');
    return 3;
  }
  const { manifest, keys, tables } = document;
  const faults = new FaultList();
  const trust = new KeyTrust(keys, { instanceId: manifest.instanceId, given, faults });
  const key = [...keys.map(({ publicKey }) => publicKey), ...given].find(
    (pem) => keyIdOf(pem) === manifest.keyId,
  );
  const found = [
    ...faults.faults.map(exportFaultInWords),
    ...documentFaults(document, trust.believes(manifest.keyId) ? (key ?? '') : '').map(faultInWords),
  ];
  for (const file of asked.files) {
    const bytes = new Uint8Array(await readFile(file).catch(() => new Uint8Array()));
    found.push(...faultsOf(bytes, { name: basename(file), tables }));
  }
  for (const fault of found) output.write(`${fault}\n`);
  output.write(found.length === 0 ? soundWords(document, asked) : 'Not as it was signed.\n');
  return found.length === 0 ? 0 : 1;
}

/** A ZIP file of the tables holds each of them as a CSV file. */
function faultsOf(bytes: Uint8Array, of: FileOfTables): readonly string[] {
  const { name, tables } = of;
  const packed = zipCsvFiles(bytes);
  if (packed !== null)
    return [
      ...packed
        .filter((file) => tables.some((table) => file.name.endsWith(`${table.id}.csv`)))
        .flatMap((file) => faultsOf(file.content, { name: `${name}/${file.name}`, tables })),
      ...tables
        .filter((table) => !packed.some((file) => file.name.endsWith(`${table.id}.csv`)))
        .map((table) => `${name}: ${table.title}: is not in it.`),
    ];
  const sheets = readSheets(bytes);
  if (sheets === null) return [`${name} is no CSV, ODS or ZIP file.`];
  return fileFaults(sheets, of).map((fault) => `${name}: ${fault}`);
}

function soundWords(
  { manifest }: Parameters<typeof documentFaults>[0],
  { files, keyFiles }: { readonly files: readonly string[]; readonly keyFiles: readonly string[] },
): string {
  const { quarter, version, signedOffAt, keyId, restates, tables } = manifest;
  return [
    `Sound: ${quarterInWords(quarter)}, version ${version}, with ${tables.length} tables, as signed off on ${signedOffAt}.`,
    ...(restates === null ? [] : [`It restates version ${restates.version} (${restates.reason}).`]),
    ...(files.length === 0
      ? []
      : [`${files.length === 1 ? 'The file has' : 'The files have'} the same digits.`]),
    `It is signed by the key ${keyId}.${keyFiles.length > 0 ? '' : ' Compare this id with that of the key you were given, or name its file with --key.'}`,
    '',
  ].join('\n');
}

function faultInWords(fault: DocumentFault): string {
  switch (fault.kind) {
    case 'not-signed':
      return `What is signed was altered, or the key ${fault.keyId} did not sign it.`;
    case 'table-altered':
      return `The table ${fault.table} is not as it was signed.`;
    case 'table-missing':
      return `The table ${fault.table} is missing.`;
    case 'table-added':
      return `The table ${fault.table} was not signed.`;
    case 'order-changed':
      return 'The tables are not in the order in which they were signed.';
  }
}

interface Asked {
  readonly signed: string;
  readonly files: readonly string[];
  readonly keyFiles: readonly string[];
}

/** Null when the arguments do not go together. */
function read(args: readonly string[]): Asked | null {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [signed, ...files] = positionals;
    return signed === undefined ? null : { signed, files, keyFiles: values.key ?? [] };
  } catch {
    return null;
  }
}

/** Null where a file holds no key. */
async function keysIn(files: readonly string[]): Promise<readonly string[] | null> {
  const keys: string[] = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const found = text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
    if (found.length === 0 || found.some((pem) => keyIdOf(pem) === null)) return null;
    keys.push(...found);
  }
  return keys;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
