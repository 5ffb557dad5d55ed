import type { JournalFault, RowName } from './verification';

/** Names what is wrong and where, for whoever has to look into it. */
export function faultInWords(fault: JournalFault): string {
  switch (fault.kind) {
    case 'unreadable':
      return `Line ${fault.line} is not a row of the journal.`;
    case 'altered':
      return `${rowInWords(fault)} was altered: its content does not give its leaf hash.`;
    case 'out-of-order':
      return `${rowInWords(fault)} comes after a later row of the same record.`;
    case 'repeated':
      return `${rowInWords(fault)} is there more than once.`;
    case 'gap':
      return `${subjectInWords(fault)}: ${missingInWords(fault)}`;
  }
}

function rowInWords({ line, sequence, ...named }: RowName): string {
  return `Line ${line}, ${subjectInWords(named)}, row ${sequence},`;
}

function subjectInWords({ subject }: Pick<RowName, 'subject'>): string {
  return `${subject.kind} ${subject.id}`;
}

function missingInWords({ from, to }: { from: number; to: number }): string {
  return from === to ? `row ${from} is missing.` : `rows ${from} to ${to} are missing.`;
}
