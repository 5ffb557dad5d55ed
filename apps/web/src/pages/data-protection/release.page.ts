import type { ReleaseRecord, RequestRead } from '#libs/casework';
import {
  mayDo,
  missingForRelease,
  NOTIFICATIONS,
  PERSON_VIEWS,
  RELEASE_TESTS,
  RELEASED_CLASSES,
  type StaffActor,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import {
  CLASS_WORDS,
  MISSING_WORDS,
  NOTIFICATION_WORDS,
  RELEASE,
  TEST_WORDS,
  VIEW_WORDS,
} from './release.copy';
import type { ReleaseRaw } from './release.form';

export function releasePage(
  { request, words }: Extract<RequestRead, { kind: 'read' }>,
  release: ReleaseRecord,
  options: {
    actor: StaffActor;
    notice: Notice | null;
    raw?: ReleaseRaw;
    errors: readonly FieldError[];
    idempotencyKey?: string;
  },
) {
  const { actor, notice, errors, idempotencyKey } = options;
  const raw = options.raw ?? rawOf(release, words?.stated ?? {});
  const missing = missingForRelease(release);
  const base = `/data-protection/requests/${request.id}`;
  const keeps = mayDo(actor, 'keep-data-requests');
  const decides = request.state === 'proposed' && request.proposedBy !== actor.userId;
  return {
    ...RELEASE,
    reference: request.reference,
    back: base,
    action: `${base}/release`,
    revision: request.revision,
    notice,
    warns: release.counselling,
    editable: keeps && request.state === 'received',
    missing: missing.map((code) => MISSING_WORDS[code]),
    mayPropose: keeps && request.state === 'received' && missing.length === 0,
    mayDecide: decides,
    tests: RELEASE_TESTS.map((test) => ({ id: test, label: TEST_WORDS[test], value: raw[test] })),
    notifications: NOTIFICATIONS.map((value) => ({ value, text: NOTIFICATION_WORDS[value] })),
    views: PERSON_VIEWS.map((value) => ({ value, text: VIEW_WORDS[value] })),
    classes: RELEASED_CLASSES.map((value) => ({
      value,
      text: CLASS_WORDS[value],
      checked: raw.released.includes(value),
    })),
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}

function rawOf(release: ReleaseRecord, stated: Readonly<Record<string, string>>): ReleaseRaw {
  const { counselling, seniorApproved, notification, view, released, legalHold } = release;
  const yes = (is: boolean) => (is ? 'yes' : '');
  const tests = Object.fromEntries(RELEASE_TESTS.map((test) => [test, stated[test] ?? '']));
  return {
    ...(tests as Record<(typeof RELEASE_TESTS)[number], string>),
    counselling: yes(counselling),
    senior: yes(seniorApproved),
    notification: notification ?? '',
    view: view ?? '',
    hold: yes(legalHold),
    revision: '',
    released,
  };
}
