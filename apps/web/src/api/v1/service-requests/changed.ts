import type { NotFound, Once, Refused, RequestChanged, Stale } from '#libs/casework';
import { REQUEST_REFUSALS, type RequestReason } from '../../../pages/service-requests/request-refusals.copy';
import { done } from '../requests/done';
import { inBody } from '../requests/in-body';
import type { ServiceRequestChangedView } from './service-request.view';

type Outcome = RequestChanged | NotFound | Stale | Refused<RequestReason>;

/** How it stands after an act; `names` says which field of the body a refusal of the page's form is about. */
export function changed(
  once: Once<Outcome>,
  names: Readonly<Record<string, string>> = {},
): ServiceRequestChangedView {
  const { requestId, state } = done(once, inBody(REQUEST_REFUSALS, names));
  return { id: requestId, state };
}
