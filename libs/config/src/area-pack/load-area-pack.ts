import type { AreaPack } from './area-pack';
import { CARE, careOf } from './care';
import { bankHolidays, calendarsOf } from './calendars-of';
import * as checks from './cross-checks';
import { DISCLOSURE, disclosureOf } from './disclosure';
import * as shapes from './file-shapes';
import type { AreaFile } from './file-shapes';
import { AreaPackError, PackPlace, type PackFault } from './pack-faults';
import { packFolder, packsFolder, readPackFile } from './pack-files';
import { REQUEST_CLOCKS, requestClocksOf } from './request-clocks';
import { ROUTING, routingOf } from './routing';
import { SERVICES, servicesOf } from './services';
import type { Shape } from './shape';

/**
 * Reads and checks one area pack. Every fault of every file is found before anything starts, and said with its file,
 * its place and what puts it right; whatever holds the files together is checked where both sides can be read.
 */
export function loadAreaPack(area: string, folders = packsFolder()): AreaPack {
  const folder = packFolder(area, folders);
  const faults: PackFault[] = [];
  const place = (name: string) => new PackPlace(faults, `${area}/${name}`);
  const read = <Value>(name: string, shape: Shape<Value>) =>
    readPackFile(name, shape, { folder, area, faults });

  const main = read('area.json', shapes.AREA);
  const districts = read('districts.json', shapes.DISTRICTS)?.districts;
  const hours = read('calendars.json', shapes.CALENDARS);
  const policies = read('policies.json', shapes.POLICIES);
  const personas = read('personas.json', shapes.PERSONAS);
  const support = read('support.json', shapes.SUPPORT);
  const sampleYear = read('sample-year.json', shapes.SAMPLE_YEAR);
  const labels = read('labels.json', shapes.LABELS);
  const publicCounts = read('public-counts.json', shapes.PUBLIC_COUNTS)?.counts;
  const framework = read('outcomes-framework.json', shapes.OUTCOMES_FRAMEWORK);
  const directory = read('services.json', SERVICES);
  const rules = read('routing.json', ROUTING);
  const caring = read('care.json', CARE);
  const hiding = read('disclosure.json', DISCLOSURE);
  const waits = read('request-clocks.json', REQUEST_CLOCKS);

  const calendars = hours && calendarsOf(hours, place('calendars.json'));
  if (main) checks.checkArea(main, area, place('area.json'));
  if (districts) checks.checkDistricts(districts, place('districts.json'));
  if (policies && calendars) checks.checkPolicies(policies, calendars, place('policies.json'));
  if (policies && main) checks.checkIllustrations(policies, main, place('policies.json'));
  if (personas && main) checks.checkPersonas(personas, main, place('personas.json'));
  if (framework) checks.checkFramework(framework, place('outcomes-framework.json'));
  if (sampleYear && districts) checks.checkSampleYear(sampleYear, districts, place('sample-year.json'));

  const codes = new Set(districts?.map(({ code }) => code));
  const services =
    directory && main && servicesOf(directory, needOfServices(main, codes, place('services.json')));
  const routing =
    rules &&
    main &&
    services &&
    routingOf(rules, {
      timezone: main.timezone,
      services: services.services,
      districts: codes,
      at: place('routing.json'),
    });

  const care = caring && careOf(caring, place('care.json'));
  const disclosure = hiding && disclosureOf(hiding, place('disclosure.json'));
  const requestClocks = waits && requestClocksOf(waits, place('request-clocks.json'));

  const local =
    districts &&
    calendars &&
    policies &&
    personas &&
    support &&
    sampleYear &&
    labels &&
    publicCounts &&
    framework;
  if (faults.length > 0 || !main || !local || !services || !routing || !requestClocks || !care || !disclosure)
    throw new AreaPackError(faults);
  const rest = {
    districts,
    calendars,
    policies,
    personas,
    support,
    sampleYear,
    labels,
    publicCounts,
    framework,
  };
  return { ...main, ...rest, services, routing, requestClocks, care, disclosure };
}

function needOfServices(
  { agencies }: AreaFile,
  districts: ReadonlySet<string>,
  at: PackPlace,
): Parameters<typeof servicesOf>[1] {
  const providers = agencies.filter(({ kind }) => kind === 'provider').map(({ id }) => id);
  return { bankHolidays: bankHolidays(), districts, providers: new Set(providers), at };
}
