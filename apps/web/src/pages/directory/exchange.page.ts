import type { FileOf, ImportReply } from '#libs/casework';
import type { FileRecord } from '#libs/config';
import type { FieldError } from '../../errors/problem';
import { wrongFields } from '../form-acts/wrong-fields';
import type { DirectoryRead } from './directory-reading';
import { EXCHANGE, IMPORT_REFUSALS, UNMAPPED_WORDS } from './exchange.copy';
import { FAULTS } from './service-form.copy';
import { PART_WORDS } from './words.copy';

const NEW_PROVIDER = 'new';
const MANY = 'many';

/** Whose file it is out of what was chosen; null where nothing of the list was. */
export function fileOf(whose: string, providers: DirectoryRead['providers']): FileOf | null {
  if (whose === NEW_PROVIDER) return { kind: 'new-provider' };
  if (whose === MANY) return { kind: 'many' };
  const own = providers.find(({ agencyId }) => agencyId === whose);
  return own === undefined ? null : { kind: 'provider', agencyId: own.agencyId };
}

export function exchangePage(form: {
  readonly providers: DirectoryRead['providers'];
  readonly whose: string;
  readonly file: string;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}) {
  const { providers, whose, file, errors, idempotencyKey } = form;
  const items = [
    { value: '', text: EXCHANGE.choose },
    ...providers.map(({ agencyId, name }) => ({ value: agencyId as string, text: name })),
    { value: NEW_PROVIDER, text: EXCHANGE.whoseNew },
    { value: MANY, text: EXCHANGE.whoseMany },
  ];
  const wrong = wrongFields(errors);
  return { words: EXCHANGE, title: EXCHANGE.title, items, whose, file, errors, wrong, idempotencyKey };
}

export function repliesPage(
  records: readonly FileRecord[],
  replies: readonly ImportReply[],
  { file, whose, dryRun }: { readonly file: string; readonly whose: string; readonly dryRun: boolean },
) {
  const byPlace = new Map(replies.map((reply) => [reply.place, reply]));
  const takes = replies.some(({ kind }) => kind === 'added' || kind === 'changed');
  return {
    words: EXCHANGE,
    title: dryRun ? EXCHANGE.checkedTitle : EXCHANGE.doneTitle,
    dryRun,
    mayGo: dryRun && takes,
    file,
    whose,
    rows: records.map((record) => {
      if (record.kind === 'faulty') {
        const answer = EXCHANGE.refused(EXCHANGE.schema(record.faults.join('; ')));
        return { place: record.place, name: EXCHANGE.unnamed, answer, left: [] };
      }
      const { service, unmapped } = record.imported;
      const reply = byPlace.get(record.place);
      return {
        place: record.place,
        name: service.name,
        answer: answerOf(reply),
        left: [...leftToPeople(reply), ...unmapped.map(({ path, why }) => `${path}: ${UNMAPPED_WORDS[why]}`)],
      };
    }),
  };
}

/** What was not taken at the word of the file. */
function leftToPeople(reply: ImportReply | undefined): readonly string[] {
  if (reply === undefined || reply.kind === 'refused') return [];
  const confirm = reply.toConfirm.length === 0 ? [] : [EXCHANGE.toConfirm(reply.toConfirm.length)];
  return reply.stateDiffers ? [...confirm, EXCHANGE.stateDiffers] : confirm;
}

function answerOf(reply: ImportReply | undefined): string {
  switch (reply?.kind) {
    case 'added':
      return reply.newAgency ? EXCHANGE.addedWithAgency : EXCHANGE.added;
    case 'changed':
      return EXCHANGE.changed(reply.parts.map((part) => PART_WORDS[part]).join(', '));
    case 'same':
      return EXCHANGE.same;
    case 'refused':
      return EXCHANGE.refused(
        reply.reason === 'faulty'
          ? reply.faults.map((fault) => `${FAULTS[fault].sentence}.`).join(' ')
          : IMPORT_REFUSALS[reply.reason],
      );
    default:
      return '';
  }
}
