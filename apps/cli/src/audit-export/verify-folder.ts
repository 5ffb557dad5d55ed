import { readFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { promiseShare } from '#libs/domain';
import { isSealHead, keyIdOf, type LimbFigure, type SealHead } from '#libs/persistence';
import { exportFaultInWords } from './export-fault';
import { UnreadableExportError } from './line-file';
import { ProgressLine } from './progress-line';
import { verifyExport, type ExportVerification } from './verify-export';
import { isReceipt, verifyReceipt } from './verify-receipt';

/** What the reader holds apart from what is checked: files with public keys (PEM), and with heads. */
export interface HeldApart {
  readonly keyFiles: readonly string[];
  readonly headFiles: readonly string[];
}

/** A file that was named and does not hold what it should. */
export class UnreadableFileError extends Error {
  constructor(file: string, what: string) {
    super(`${file} does not hold ${what}.`);
    this.name = 'UnreadableFileError';
  }
}

/** Of a file of many heads, the newest are compared. */
const MOST_HEADS = 1_000;

/** 0 when the export is sound, 1 when it is not or nothing is sealed in it. Rejects when a file cannot be read. */
export async function verifyFolder(
  folder: string,
  { held, output, notices }: { held: HeldApart; output: Writable; notices: Writable },
): Promise<number> {
  const line = new ProgressLine(notices, 'Checked');
  const found = await verifyExport({
    folder,
    ...(await read(held)),
    progress: (leaves) => line.at(leaves, leaves),
  });
  for (const fault of found.faults) output.write(`${exportFaultInWords(fault)}\n`);
  if (found.faultCount > found.faults.length) {
    output.write(`… and ${found.faultCount - found.faults.length} more.\n`);
  }
  output.write(resultInWords(found, held));
  return found.faultCount === 0 && found.newest !== null ? 0 : 1;
}

/** 0 when the receipt proves its row, 1 when it does not. */
export async function verifyReceiptFile(
  file: string,
  { held, output }: { held: HeldApart; output: Writable },
): Promise<number> {
  const receipt = parsed(await readFile(file, 'utf8').catch(() => ''));
  if (!isReceipt(receipt)) throw new UnreadableFileError(file, 'a receipt');
  const faults = verifyReceipt(receipt, await read(held));
  for (const fault of faults) output.write(`${fault}\n`);
  const { reference, leafIndex, head } = receipt;
  output.write(
    faults.length === 0
      ? `Proven: the referral ${reference} is row ${leafIndex + 1} of the ${head.size} rows that head ${head.number} sealed on ${head.sealedAt}.\n${signedBy(head, held)}`
      : 'Not proven.\n',
  );
  return faults.length === 0 ? 0 : 1;
}

function resultInWords(found: ExportVerification, held: HeldApart): string {
  const { counts, subjects, newest, faultCount } = found;
  const read = `${counts.journal} rows of ${subjects} records and ${counts.access} rows of the access log, under ${counts.heads} heads`;
  if (faultCount > 0)
    return `Not sound: ${faultCount === 1 ? '1 fault' : `${faultCount} faults`} in ${read}.\n`;
  if (newest === null) return 'Nothing was verified: no row is sealed.\n';
  const waiting = counts.waiting + counts.waitingAccess;
  return [
    `Sound: ${read}; every row is as it was sealed, and none is missing.`,
    ...(waiting > 0 ? [`${waiting} rows wait for the next seal and are not proven.`] : []),
    `The newest head is ${newest.number}, sealed on ${newest.sealedAt}; its root is ${newest.root}.`,
    `${signedBy(newest, held)}${figuresInWords(found)}`,
  ].join('\n');
}

function signedBy(head: SealHead, held: HeldApart): string {
  const key =
    held.keyFiles.length > 0
      ? ''
      : ' Compare this id with that of the key you were given, or name its file with --key.';
  const cut =
    held.headFiles.length > 0
      ? ''
      : 'Rows cut from the end do not show without a head that was kept elsewhere: name it with --head.\n';
  return `It is signed by the key ${head.keyId}.${key}\n${cut}`;
}

function figuresInWords({ figures, manifest }: ExportVerification): string {
  if (figures === null || figures.length === 0) return 'There is no promise to count.\n';
  const lines = figures.flatMap(({ monthOn, limbs }) => limbs.map((limb) => figureInWords(monthOn, limb)));
  return `The contact promise, counted again from the rows, as at ${manifest.asAt}:\n${lines.join('\n')}\n`;
}

/** One limb of one month, with the same digits as the page. */
export function figureInWords(monthOn: string, limb: LimbFigure): string {
  const { met, missed, stillOpen, cancelled, referrals } = limb;
  const share = promiseShare({ met, missed });
  const percent = share.kind === 'share' ? `${share.percent}%` : 'no percentage on so few';
  return `  ${monthOn.slice(0, 7)} ${limb.limb}${limb.binding ? ' (binding)' : ''}: ${met} of ${met + missed} referrals, ${percent}; ${stillOpen} still open, ${cancelled} cancelled, ${referrals} in all`;
}

async function read({ keyFiles, headFiles }: HeldApart) {
  const keys: string[] = [];
  for (const file of keyFiles) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const found = text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
    if (found.length === 0 || found.some((pem) => keyIdOf(pem) === null)) {
      throw new UnreadableFileError(file, 'a public Ed25519 key in PEM');
    }
    keys.push(...found);
  }
  const kept: SealHead[] = [];
  for (const file of headFiles) kept.push(...(await headsOf(file)));
  return { keys, kept };
}

/** One head as JSON on any number of lines, or one on each line. */
async function headsOf(file: string): Promise<readonly SealHead[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const whole = parsed(text);
  const heads = isSealHead(whole) ? [whole] : text.trim().split('\n').slice(-MOST_HEADS).map(parsed);
  if (!heads.every(isSealHead)) throw new UnreadableFileError(file, 'heads of the sealed journal');
  return heads;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether an error says that a file is not what it should be, in words made to be read. */
export function isUnreadable(error: unknown): error is Error {
  return error instanceof UnreadableExportError || error instanceof UnreadableFileError;
}
