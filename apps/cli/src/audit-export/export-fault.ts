/** A row of the journal by the name its record gives it. */
export interface NamedRow {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly sequence: number;
  readonly position: string;
}

/** Rows and leaves are counted from 1 here, as people count. */
export type ExportFault =
  | { readonly kind: 'unreadable'; readonly file: string; readonly line: number }
  | { readonly kind: 'count'; readonly file: string; readonly said: number; readonly found: number }
  | { readonly kind: 'altered'; readonly row: NamedRow }
  | { readonly kind: 'not-as-sealed'; readonly row: NamedRow; readonly leaf: number }
  | { readonly kind: 'moved'; readonly row: NamedRow; readonly leaf: number }
  | { readonly kind: 'missing'; readonly source: string; readonly key: string; readonly leaf: number }
  | { readonly kind: 'extra'; readonly row: NamedRow }
  | { readonly kind: 'repeated'; readonly row: NamedRow }
  | {
      readonly kind: 'gap';
      readonly subject: NamedRow['subject'];
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'late'; readonly source: string; readonly key: string }
  | { readonly kind: 'access-altered'; readonly key: string; readonly leaf: number }
  | { readonly kind: 'access-moved' | 'access-extra'; readonly key: string }
  | { readonly kind: 'untellable'; readonly row: NamedRow }
  | { readonly kind: 'rows-changed'; readonly head: number; readonly from: number; readonly to: number }
  | { readonly kind: 'root-differs'; readonly head: number }
  | { readonly kind: 'cut'; readonly head: number; readonly size: number; readonly found: number }
  | { readonly kind: 'unsealed'; readonly from: number; readonly to: number }
  | { readonly kind: 'heads-missing'; readonly from: number; readonly to: number }
  | { readonly kind: 'head-out-of-place' | 'head-unlinked' | 'head-forged'; readonly head: number }
  | { readonly kind: 'proof-wrong'; readonly earlier: number; readonly later: number }
  | { readonly kind: 'key-unknown' | 'key-unvouched' | 'key-unreadable'; readonly keyId: string }
  | { readonly kind: 'kept-forged' | 'kept-differs'; readonly head: number; readonly size: number }
  | { readonly kind: 'kept-cut'; readonly head: number; readonly size: number; readonly found: number };

/** What is wrong and where, for whoever has to look into it. */
export function exportFaultInWords(fault: ExportFault): string {
  switch (fault.kind) {
    case 'unreadable':
      return `${fault.file}, line ${fault.line}, cannot be read as what it should be.`;
    case 'count':
      return `${fault.file} has ${fault.found} lines, and the manifest says ${fault.said}.`;
    case 'altered':
      return `${rowInWords(fault.row)} was altered: its content does not give its leaf hash.`;
    case 'not-as-sealed':
      return `${rowInWords(fault.row)} was altered with its leaf hash: it is not the row that was sealed as row ${fault.leaf}.`;
    case 'moved':
      return `${rowInWords(fault.row)} changed places: it was sealed as row ${fault.leaf}.`;
    case 'missing':
      return `Row ${fault.leaf} is missing: the row of the ${tableInWords(fault.source)} with ${fault.source === 'journal' ? 'position' : 'id'} ${fault.key} was sealed there.`;
    case 'extra':
      return `${rowInWords(fault.row)} was put in: no seal covers it.`;
    case 'repeated':
      return `${rowInWords(fault.row)} is there more than once.`;
    case 'gap':
      return `${fault.subject.kind} ${fault.subject.id}: ${fault.from === fault.to ? `row ${fault.from} is missing.` : `rows ${fault.from} to ${fault.to} are missing.`}`;
    case 'late':
      return `The row of the ${tableInWords(fault.source)} with ${fault.source === 'journal' ? 'position' : 'id'} ${fault.key} was never sealed, though later rows were.`;
    case 'access-altered':
      return `The row ${fault.key} of the access log was altered: it is not the one that was sealed as row ${fault.leaf}.`;
    case 'access-moved':
      return `The row ${fault.key} of the access log changed places.`;
    case 'access-extra':
      return `The row ${fault.key} of the access log was put in: no seal covers it.`;
    case 'untellable':
      return `${rowInWords(fault.row)} does not tell what a deadline's row tells: no figure can be counted from it.`;
    case 'rows-changed':
      return `Among rows ${fault.from} to ${fault.to}, at least one is not as it was sealed: they do not give what head ${fault.head} signed.`;
    case 'root-differs':
      return `The rows up to head ${fault.head} do not give the root that it signed.`;
    case 'cut':
      return `The rows end at row ${fault.found}: head ${fault.head} sealed ${fault.size}, so rows ${fault.found + 1} to ${fault.size} were cut off.`;
    case 'unsealed':
      return `Rows ${fault.from} to ${fault.to} are in the list of sealed rows, and no head covers them: heads were cut off, or rows put in.`;
    case 'heads-missing':
      return fault.from === fault.to
        ? `Head ${fault.from} is missing.`
        : `Heads ${fault.from} to ${fault.to} are missing.`;
    case 'head-out-of-place':
      return `Head ${fault.head} is there more than once, or out of order.`;
    case 'head-unlinked':
      return `Head ${fault.head} does not follow the head before it.`;
    case 'head-forged':
      return `Head ${fault.head} was altered or made by somebody else: the signature is not of the key in force.`;
    case 'proof-wrong':
      return `The proof that head ${fault.earlier} is a beginning of head ${fault.later} does not hold.`;
    case 'key-unknown':
      return `The seal key ${fault.keyId} is not the one that you were given, and no key that you were given vouches for it.`;
    case 'key-unvouched':
      return `The seal key ${fault.keyId} took over, and the key before it does not vouch for it. Ask for its public key and name it with --key.`;
    case 'key-unreadable':
      return `The seal key ${fault.keyId} is not a public Ed25519 key with this id.`;
    case 'kept-forged':
      return `Head ${fault.head}, which was kept outside, is not signed by a known key of this service.`;
    case 'kept-differs':
      return `The first ${fault.size} rows are not those of head ${fault.head}, which was kept outside: the journal was rebuilt.`;
    case 'kept-cut':
      return `The journal ends at row ${fault.found}: head ${fault.head}, which was kept outside, sealed ${fault.size}, so rows ${fault.found + 1} to ${fault.size} were cut off.`;
  }
}

function rowInWords({ subject, sequence, position }: NamedRow): string {
  return `${subject.kind} ${subject.id}, row ${sequence} (position ${position}),`;
}

function tableInWords(source: string): string {
  return source === 'journal' ? 'journal' : 'access log';
}

const MOST_KEPT = 1_000;

/** Faults as they are found; of more than a thousand only the number is kept. */
export class FaultList {
  private readonly kept: ExportFault[] = [];
  total = 0;

  add(fault: ExportFault): void {
    this.total += 1;
    if (this.kept.length < MOST_KEPT) this.kept.push(fault);
  }

  get faults(): readonly ExportFault[] {
    return this.kept;
  }
}
