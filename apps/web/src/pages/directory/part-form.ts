import type { ServiceDraft, ServicePartKey } from '#libs/domain';
import type { ServiceRead } from './directory-reading';
import type { ServicePart } from './parts/service-part';

/** A part of one service, or one line of a list of it, as a form at an address of its own. */
export interface PartForm {
  readonly read: ServiceRead;
  readonly key: ServicePartKey;
  readonly part: ServicePart;
  readonly path: string;
  /** The list without this line; null where there is no line to take out. */
  readonly without: Partial<ServiceDraft> | null;
}
