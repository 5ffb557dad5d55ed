import type { RequestBand } from '#libs/domain';

/** A colour beside the word, never in its place. */
export const BAND_TAGS: Readonly<Record<RequestBand, string>> = {
  urgent: 'govuk-tag--red',
  soon: 'govuk-tag--orange',
  routine: 'govuk-tag--grey',
};
