import type { AttackFinding } from '#libs/casework';

/** One line for each finding: the table, the row, the column and what can be worked out of it. */
export function findingInWords(finding: AttackFinding): string {
  if (finding.kind === 'contradiction')
    return `${finding.titles.join('; ')}: its sums cannot be true together.`;
  const { table, row, column } = finding.cell;
  const place = `${finding.title} (${table}), row ${row}, column ${column}`;
  if (finding.kind === 'unprotected') return `${place}: ${finding.value} is not rounded.`;
  const { least, most, supposing } = finding;
  const range = least === most ? `is ${least}` : `lies between ${least} and ${most}`;
  return `${place}: hidden, and ${range}${supposing ? ', if the hidden parts of one sum are small' : ''}.`;
}
