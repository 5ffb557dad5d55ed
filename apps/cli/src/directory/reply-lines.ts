import type { ImportReply } from '#libs/casework';
import type { FileRecord } from '#libs/config';
import type { Unmapped } from '#libs/domain';

/** A line for every record of the file, in its order, and how many were refused. */
export function replyLines(
  records: readonly FileRecord[],
  replies: readonly ImportReply[],
): { readonly lines: string; readonly refused: number } {
  const byPlace = new Map(replies.map((reply) => [reply.place, reply]));
  const lines = records.map((record) => {
    if (record.kind === 'faulty') return `${record.place} refused: ${record.faults.join('; ')}`;
    const reply = byPlace.get(record.place);
    const left = [...leftToPeople(reply), ...record.imported.unmapped.map(partInWords)];
    const rest = left.length === 0 ? '' : ` (left out or assumed: ${left.join(', ')})`;
    return `${record.place} ${record.imported.service.name}: ${answerOf(reply)}${rest}`;
  });
  const faulty = records.filter(({ kind }) => kind === 'faulty').length;
  const refused = faulty + replies.filter(({ kind }) => kind === 'refused').length;
  return { lines: lines.map((line) => `${line}\n`).join(''), refused };
}

/** What of each service the standard has no place for, a line each. */
export function unmappedLines(
  services: readonly { readonly name: string; readonly parts: readonly Unmapped[] }[],
): string {
  return services.map(({ name, parts }) => `${name}: ${parts.map(partInWords).join(', ')}\n`).join('');
}

function leftToPeople(reply: ImportReply | undefined): readonly string[] {
  if (reply === undefined || reply.kind === 'refused') return [];
  const confirm = reply.toConfirm.map((district) => `coverage ${district} to-be-confirmed`);
  return reply.stateDiffers ? [...confirm, 'state never-taken'] : confirm;
}

function answerOf(reply: ImportReply | undefined): string {
  switch (reply?.kind) {
    case 'added':
      return reply.newAgency ? 'added, with its organisation' : 'added';
    case 'changed':
      return `changed (${reply.parts.join(', ')})`;
    case 'same':
      return 'same as here';
    case 'refused':
      return `refused: ${reply.reason === 'faulty' ? reply.faults.join(', ') : reply.reason}`;
    default:
      return 'refused: not answered';
  }
}

function partInWords({ path, why }: Unmapped): string {
  return `${path} ${why}`;
}
