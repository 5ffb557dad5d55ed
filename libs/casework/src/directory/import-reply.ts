import type { AgencyId, ServiceFault, ServicePartKey } from '#libs/domain';

/**
 * Whose file it is, as the administrator who takes it says: one provider's, whose services alone it may change; one that
 * is not here yet; or a directory of many, in which each record belongs to whom it names.
 */
export type FileOf =
  | { readonly kind: 'provider'; readonly agencyId: AgencyId }
  | { readonly kind: 'new-provider' }
  | { readonly kind: 'many' };

/** What of a file was not taken at its word, and who has to look. */
interface LeftToPeople {
  /** Districts that the file calls known and that somebody has to confirm. */
  readonly toConfirm: readonly string[];
  /** The file says that it is closed down, or open again; that is done on its page. */
  readonly stateDiffers: boolean;
}

/** The reply to one record: codes and ids alone, for it is kept with the request. */
export type ImportReply = { readonly place: number } & (
  | ({
      readonly kind: 'added';
      readonly serviceId: string;
      /** Whether the organisation was new here too. */
      readonly newAgency: boolean;
    } & LeftToPeople)
  | ({
      readonly kind: 'changed';
      readonly serviceId: string;
      readonly parts: readonly ServicePartKey[];
    } & LeftToPeople)
  | ({ readonly kind: 'same'; readonly serviceId: string } & LeftToPeople)
  | { readonly kind: 'refused'; readonly reason: 'faulty'; readonly faults: readonly ServiceFault[] }
  | {
      readonly kind: 'refused';
      readonly reason: ImportRefusal;
    }
);

export type ImportRefusal =
  | 'no-organisation'
  | 'organisation-is-no-provider'
  | 'organisation-is-here'
  | 'twice'
  | 'another-organisation'
  | 'room-impossible';
