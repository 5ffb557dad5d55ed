import fc from 'fast-check';
import { HARD_REJECTIONS } from './codes';
import { route } from './route';
import { cases, support } from './route.samples';
import { aService, aTable, NOW } from './routing.samples';

const answer = ({ rules: list, ...rest }: Parameters<Parameters<typeof cases.map>[0]>[0]) =>
  route({ ...rest, table: aTable(list), now: NOW });

describe('routing, whatever the facts, the services and the rules', () => {
  it('always has a candidate or a named role who decides', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const decision = answer(one);
        expect(decision.answers.length > 0 || decision.decidedBy !== null).toBe(true);
        for (const { candidates, decidedBy } of decision.answers) {
          expect(candidates.length > 0 || decidedBy !== null).toBe(true);
        }
        expect(decision.answers.map(({ kind }) => kind)).toEqual(
          expect.arrayContaining([...one.facts.wanted]),
        );
      }),
    );
  });

  it('says of every service of a kind either why it is suggested or why it is not, and of no other', () => {
    fc.assert(
      fc.property(cases, (one) => {
        for (const { kind, candidates, rejected } of answer(one).answers) {
          const there = one.services.filter((service) => service.kind === kind).map(({ id }) => id);
          expect([...candidates, ...rejected].map(({ serviceId }) => serviceId).toSorted()).toEqual(
            there.toSorted(),
          );
          for (const { reasons } of [...candidates, ...rejected]) expect(reasons.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('gives the same answer in whatever order services and their loads come, and every time', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const turned = { ...one, services: one.services.toReversed(), loads: one.loads.toReversed() };
        expect(answer(turned)).toEqual(answer(one));
      }),
    );
  });

  it('is changed by a closed service in nothing but that it is named among those kept out', () => {
    fc.assert(
      fc.property(cases, support, (one, kind) => {
        const closed = aService({ id: 'closed', kind, state: 'retired' });
        const more = answer({ ...one, services: [...one.services, closed] });
        const without = more.answers.map((given) => ({
          ...given,
          rejected: given.rejected.filter(({ serviceId }) => serviceId !== closed.id),
        }));
        expect({ ...more, answers: without }).toEqual(answer(one));
      }),
    );
  });

  it('never suggests a barred agency, a service that was tried, or one whose list is closed or that is gone', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const byId = new Map(one.services.map((service) => [service.id, service]));
        const closedLists = one.loads
          .filter(({ list }) => list === 'closed')
          .map(({ serviceId }) => serviceId);
        for (const { serviceId } of answer(one).answers.flatMap(({ candidates }) => candidates)) {
          const service = byId.get(serviceId);
          expect(service?.state).toBe('open');
          expect(one.facts.barredAgencies).not.toContain(service?.agencyId);
          expect(one.facts.tried).not.toContain(serviceId);
          expect(closedLists).not.toContain(serviceId);
        }
      }),
    );
  });

  it('shuts nobody out of a service because its caseload is full, and says so of each (decision 0026)', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const unlimited = one.loads.map((load) => ({ ...load, limit: null }));
        const offered = answer(one).answers;
        const anyway = answer({ ...one, loads: unlimited }).answers;
        const idsOf = (answers: typeof offered) =>
          answers.map(({ candidates }) => candidates.map(({ serviceId }) => serviceId).toSorted());
        expect(idsOf(offered)).toEqual(idsOf(anyway));
        const full = one.loads.filter(({ limit, open }) => limit !== null && open >= limit);
        for (const { serviceId, reasons } of offered.flatMap(({ candidates }) => candidates)) {
          const said = reasons.some(({ code }) => code === 'waiting-list');
          expect(said).toBe(full.some((load) => load.serviceId === serviceId));
        }
      }),
    );
  });

  it('sends nobody who may be under 13 to the centre unless the police or social care were told', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const told = one.facts.told.some((body) => body === 'police' || body === 'childrens-social-care');
        if (one.facts.ageNow.least >= 13 || told) return;
        const centre = answer(one).answers.find(({ kind }) => kind === 'sarc');
        expect(centre?.candidates ?? []).toEqual([]);
      }),
    );
  });

  it('puts the centre first whenever any window may be open, and never on fewer doors than a wider reading', () => {
    fc.assert(
      fc.property(cases, fc.nat(200), (one, later) => {
        const decision = answer({ ...one, rules: [] });
        expect(decision.first !== null).toBe(decision.forensic.state !== 'outside');
        const { hoursSince } = one.facts;
        if (hoursSince === null) return;
        const wider = { ...hoursSince, least: Math.max(0, hoursSince.least - later) };
        const again = answer({ ...one, facts: { ...one.facts, hoursSince: wider }, rules: [] });
        if (decision.first !== null) expect(again.first).not.toBeNull();
      }),
    );
  });

  it('asks the reasons of the facts in one fixed order', () => {
    fc.assert(
      fc.property(cases, (one) => {
        for (const { reasons } of answer({ ...one, rules: [] }).answers.flatMap(({ rejected }) => rejected)) {
          const places = reasons.map(({ code }) => (HARD_REJECTIONS as readonly string[]).indexOf(code));
          expect(places).toEqual(places.toSorted((a, b) => a - b));
          expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
