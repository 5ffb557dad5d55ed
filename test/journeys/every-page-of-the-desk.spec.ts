import { loadAreaPack } from '#libs/config';
import { DESK, describeEveryPageOf } from './support/every-page/every-page-of';

jest.setTimeout(600_000);

const { personas } = loadAreaPack('essex');
describeEveryPageOf(
  'at the desk',
  personas.filter(({ role }) => DESK.includes(role)),
);
