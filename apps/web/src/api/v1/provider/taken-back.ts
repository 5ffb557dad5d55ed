import { isoOf } from '#libs/domain';
import type { WithdrawnNotice } from '#libs/persistence';
import type { TakenBackView } from './received-request.view';

export function takenBackView({ noticeId, reference, kind, withdrawnAt }: WithdrawnNotice): TakenBackView {
  return { id: noticeId, reference, kind, withdrawnAt: isoOf(withdrawnAt) };
}
