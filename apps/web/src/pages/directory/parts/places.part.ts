import { randomUUID } from 'node:crypto';
import { ACCESS_CODES, type ServiceLocation } from '#libs/domain';
import { choicesOf } from '../form-sheet';
import { FORM } from '../service-form.copy';
import { ACCESS_WORDS } from '../words.copy';
import type { RowPart } from './row-part';
import { codesOf, textOf } from './service-part';

export const placesPart: RowPart<ServiceLocation> = {
  single: ['placeId', 'placeName', 'placeDistrict', 'latitude', 'longitude'],
  lists: ['placeAccess'],

  rowsOf: ({ locations }) => locations,
  put: (locations) => ({ locations }),

  rawOf: (row) => ({
    text: {
      placeId: row?.id ?? randomUUID(),
      placeName: row?.name ?? '',
      placeDistrict: row?.district ?? '',
      latitude: row?.position ? String(row.position.lat) : '',
      longitude: row?.position ? String(row.position.long) : '',
    },
    ticks: { placeAccess: row?.access ?? [] },
  }),

  read(raw, { districts }) {
    const name = textOf(raw, 'placeName');
    const id = textOf(raw, 'placeId');
    const district = districts.find(({ value }) => value === raw.text['placeDistrict'])?.value ?? null;
    const [lat, long] = [degrees(textOf(raw, 'latitude'), 90), degrees(textOf(raw, 'longitude'), 180)];
    const half = (lat === null) !== (long === null);
    const errors = [
      ...(name === '' ? [{ field: 'placeName', message: FORM.placeMissing }] : []),
      ...(lat === undefined || (half && lat === null)
        ? [{ field: 'latitude', message: FORM.latitudeWrong }]
        : []),
      ...(long === undefined || (half && long === null)
        ? [{ field: 'longitude', message: FORM.longitudeWrong }]
        : []),
    ];
    if (errors.length > 0 || lat === undefined || long === undefined) return { kind: 'wrong', errors };
    const position = lat === null || long === null ? null : { lat, long };
    const access = codesOf(raw.ticks['placeAccess'], ACCESS_CODES);
    return { kind: 'read', row: { id, name, district, position, access } };
  },

  fields: (sheet, { districts }) => [
    sheet.line('placeName', { label: FORM.place, hint: FORM.placeHint }),
    sheet.select('placeDistrict', { label: FORM.placeDistrict }, districts),
    sheet.line('latitude', { label: FORM.latitude, hint: FORM.latitudeHint, width: '10' }),
    sheet.line('longitude', { label: FORM.longitude, width: '10' }),
    sheet.ticks('placeAccess', { label: FORM.placeAccess }, choicesOf(ACCESS_WORDS)),
  ],
};

/** Decimal degrees; null where nothing was typed, undefined for what is none. */
function degrees(typed: string, most: number): number | null | undefined {
  if (typed === '') return null;
  const value = /^-?\d{1,3}(\.\d{1,8})?$/.test(typed) ? Number(typed) : Number.NaN;
  return Math.abs(value) <= most ? value : undefined;
}
