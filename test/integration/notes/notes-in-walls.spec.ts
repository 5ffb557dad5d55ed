import { SetWall } from '#libs/casework';
import { NOTE_WALLS, RECORD_WALLS, type CaseId, type RecordWall } from '#libs/domain';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY } from '../consent/support';
import { REPORTED, RequestActs } from '../service-requests/support';
import { NoteActs } from './support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const requests = new RequestActs(instance);
const notes = new NoteActs(instance);

beforeAll(async () => {
  await instance().setNow(MONDAY);
  await notes.open();
});
afterAll(() => notes.close());

/** A case that the adviser's service supports; it is theirs once it is allocated to them. */
async function supported(): Promise<CaseId> {
  const { caseId } = await promise.refer(REPORTED);
  const requestId = await requests.sent(caseId);
  await requests.accept(await requests.now(requestId));
  await requests.allocate(await requests.now(requestId), instance().persona('adviser').userId);
  return caseId;
}

/** The same service gives counselling, which the test makes so: the sample area has it elsewhere. */
async function withTherapy(): Promise<CaseId> {
  const caseId = await supported();
  await instance().admin(`update app.service_request set kind = 'counselling' where case_id = $1`, [caseId]);
  return caseId;
}

const TABLE: Readonly<Record<RecordWall, string>> = {
  contact: 'contact_notes.note',
  advocacy: 'advocacy_notes.note',
  supervision: 'supervision_notes.note',
  therapy: 'therapy_notes.milestone',
};

describe('a wall of notes', () => {
  it('keeps what the desk writes from the service, and what the service writes from the desk', async () => {
    const caseId = await supported();
    await notes.written(caseId, 'contact', 'responder', { text: 'Left a neutral message.' });
    await notes.written(caseId, 'advocacy', 'adviser', { text: 'Met at the centre.' });

    expect(await notes.texts(caseId, 'contact', 'manager')).toEqual(['Left a neutral message.']);
    expect(await notes.texts(caseId, 'advocacy', 'coordinator')).toEqual(['Met at the centre.']);
    for (const by of ['responder', 'lead', 'manager', 'officer', 'auditor', 'sarc', 'commissioner', 'dpo'])
      expect(await notes.texts(caseId, 'advocacy', by)).toEqual(['not-found']);
    for (const by of ['adviser', 'coordinator', 'officer', 'auditor', 'sarc', 'administrator'])
      expect(await notes.texts(caseId, 'contact', by)).toEqual(['not-found']);
  });

  it('lets who leads write of supervision, and neither the responder nor the adviser read it', async () => {
    const caseId = await supported();
    await notes.written(caseId, 'supervision', 'lead', { text: 'Talked the case through with its owner.' });
    await notes.written(caseId, 'supervision', 'coordinator', { text: 'Caseload review held.' });
    expect(await notes.texts(caseId, 'supervision', 'manager')).toEqual([
      'Talked the case through with its owner.',
    ]);
    expect(await notes.texts(caseId, 'supervision', 'coordinator')).toEqual(['Caseload review held.']);
    for (const by of ['responder', 'adviser', 'officer', 'sarc'])
      expect(await notes.write(caseId, 'supervision', by)).toEqual({ kind: 'not-found' });
  });

  it.each(RECORD_WALLS)('P7 of %s is reached by its own database role and by no other', async (wall) => {
    const all = ['web', 'worker', 'report', 'wall', ...RECORD_WALLS.map((one) => `${one}_notes` as const)];
    for (const role of all as Parameters<NoteActs['asRole']>[0][]) {
      const read = notes.asRole(role, 'lead', `select count(*) from ${TABLE[wall]}`);
      if (role === `${wall}_notes`) await expect(read).resolves.toHaveLength(1);
      else await expect(read).rejects.toThrow(/permission denied/);
    }
  });

  it('P7 shows a role of its own nothing of another agency, whatever it asks for', async () => {
    const caseId = await supported();
    await notes.written(caseId, 'contact', 'responder');
    const seen = (by: string) => notes.asRole('contact_notes', by, 'select note_id from contact_notes.note');
    expect((await seen('responder')).length).toBeGreaterThan(0);
    for (const by of ['adviser', 'officer', 'sarc', 'commissioner', 'auditor', 'administrator'])
      expect(await seen(by)).toEqual([]);
  });

  it('P6 closes to the service in the moment in which consent is withdrawn', async () => {
    const caseId = await supported();
    await notes.written(caseId, 'advocacy', 'adviser');
    await requests.consent.record(caseId, { decision: 'refused', dataClasses: ['identity', 'safe-contact'] });
    await requests.consent.record(caseId, { decision: 'refused', dataClasses: ['needs'] });
    expect(await notes.read(caseId, 'advocacy', 'adviser')).toEqual({ kind: 'not-found' });
    expect(await notes.write(caseId, 'advocacy', 'adviser')).toEqual({ kind: 'not-found' });
  });

  it('shows a service’s notes to whoever it is allocated to and to the coordinator, not to a colleague', async () => {
    const caseId = await supported();
    await notes.written(caseId, 'advocacy', 'adviser');
    const { persona, admin } = instance();
    const before = persona('adviser').userId;
    await admin('update app.service_request set allocated_to = $2 where case_id = $1', [
      caseId,
      persona('coordinator').userId,
    ]);
    expect(await notes.read(caseId, 'advocacy', 'adviser')).toEqual({ kind: 'not-found' });
    expect(await notes.texts(caseId, 'advocacy', 'coordinator')).toHaveLength(1);
    await admin('update app.service_request set allocated_to = $2 where case_id = $1', [caseId, before]);
  });

  it('P7 stands behind the walls around a case as well', async () => {
    const { caseId } = await promise.refer(REPORTED);
    await notes.written(caseId, 'contact', 'responder');
    const { webWork, ids, persona } = instance();
    const revision = await requests.consent.revisionOf(caseId);
    await new SetWall(webWork, ids).execute(
      persona('lead'),
      {
        caseId,
        revision,
        kind: 'staff',
        target: { kind: 'user', userId: persona('responder').userId },
        spareReferrer: false,
        sparesLeads: true,
        basis: 'person-said',
      },
      onlyOnce(),
    );
    expect(await notes.read(caseId, 'contact', 'responder')).toEqual({ kind: 'not-found' });
    expect(await notes.texts(caseId, 'contact', 'lead')).toHaveLength(1);
  });

  it('P8 commits one row of the access log for each reading', async () => {
    const caseId = await supported();
    await notes.written(caseId, 'contact', 'responder');
    await notes.read(caseId, 'contact', 'lead');
    const rows = await instance().admin(
      `select what, basis, role from app.access_log where case_id = $1 and what = 'contact-notes'`,
      [caseId],
    );
    expect(rows).toEqual([{ what: 'contact-notes', basis: 'notes', role: 'duty-lead' }]);
  });

  it('P12 seals what a note says under a key that opens nothing behind another wall', async () => {
    const caseId = await supported();
    const noteId = await notes.written(caseId, 'contact', 'responder', { text: 'Rang twice.' });
    const [row] = await instance().admin<{ sealed: Buffer; person_id: string }>(
      'select sealed, person_id from contact_notes.note where note_id = $1',
      [noteId],
    );
    expect(row?.sealed.includes('Rang')).toBe(false);
    const { vault } = instance();
    const person = row?.person_id as never;
    const place = { recordId: noteId, kind: 'contact-note' } as const;
    for (const wall of NOTE_WALLS) {
      const opened = (await vault.behind(wall, [person])).get(person)?.open(place, row?.sealed as Buffer);
      expect(opened).toEqual(wall === 'contact' ? { text: 'Rang twice.' } : null);
    }
    const plain = await vault.of(person);
    expect(plain.kind === 'open' && plain.vault.open(place, row?.sealed as Buffer)).toBeNull();
  });

  it('P7 tells the history of a case nothing, and an auditor codes alone', async () => {
    const caseId = await supported();
    await notes.written(caseId, 'advocacy', 'adviser', { text: 'Secret words' });
    const told = (by: string) =>
      notes.asRole(
        'web',
        by,
        `select event_type, payload from app.journal where subject_kind = 'advocacy-note'`,
      );
    for (const by of ['responder', 'lead', 'adviser', 'coordinator', 'officer', 'commissioner'])
      expect(await told(by)).toEqual([]);
    const audited = JSON.stringify(await told('auditor'));
    expect(audited).toContain(caseId);
    expect(audited).not.toContain('Secret');
  });
});

describe('a note', () => {
  it('is never edited: a later one corrects it, and the first stays', async () => {
    const caseId = await supported();
    const first = await notes.written(caseId, 'contact', 'responder', { text: 'Rang at ten.' });
    await notes.written(caseId, 'contact', 'responder', { text: 'Rang at eleven.', corrects: first });
    expect((await notes.texts(caseId, 'contact', 'lead')).toSorted()).toEqual([
      'Rang at eleven.',
      'Rang at ten.',
    ]);
    await expect(
      notes.asRole('contact_notes', 'responder', `update contact_notes.note set happened_at = now()`),
    ).rejects.toThrow(/permission denied/);
    await expect(
      notes.asRole('contact_notes', 'responder', 'delete from contact_notes.note'),
    ).rejects.toThrow(/permission denied/);
  });

  it('cannot correct a note of another case', async () => {
    const one = await supported();
    const other = await supported();
    const corrects = await notes.written(other, 'contact', 'responder');
    expect(await notes.write(one, 'contact', 'responder', { corrects })).toEqual({
      kind: 'refused',
      reason: 'nothing-to-correct',
    });
  });

  it('that is long is asked about once', async () => {
    const caseId = await supported();
    const text = 'Rang. '.repeat(150);
    expect(await notes.write(caseId, 'contact', 'responder', { text })).toEqual({
      kind: 'refused',
      reason: 'long',
    });
    expect(await notes.write(caseId, 'contact', 'responder', { text, readAgain: true })).toMatchObject({
      kind: 'written',
    });
  });

  it('in the wrong wall is moved by its author, and leaves a marker without a word', async () => {
    const caseId = await supported();
    const noteId = await notes.written(caseId, 'contact', 'responder', { text: 'Supervision is on Friday.' });
    const moved = await notes.move({ caseId, from: 'contact', noteId, to: 'supervision' }, 'responder');
    expect(moved).toMatchObject({ kind: 'moved' });

    const [marker] = await instance().admin<Record<string, unknown>>(
      'select state, sealed, moved_by, moved_from, moved_at is not null as told from contact_notes.note where note_id = $1',
      [noteId],
    );
    expect(marker).toEqual({
      state: 'moved',
      sealed: null,
      moved_by: instance().persona('responder').userId,
      moved_from: null,
      told: true,
    });
    expect(await notes.texts(caseId, 'contact', 'lead')).toEqual([null]);
    expect(await notes.texts(caseId, 'supervision', 'lead')).toEqual(['Supervision is on Friday.']);
    const read = await notes.read(caseId, 'supervision', 'lead');
    expect(read.kind === 'read' && read.notes[0]?.note).toMatchObject({ movedFrom: 'contact' });
    expect(await notes.read(caseId, 'supervision', 'responder')).toEqual({ kind: 'not-found' });
    expect(await notes.move({ caseId, from: 'contact', noteId, to: 'supervision' }, 'lead')).toEqual({
      kind: 'refused',
      reason: 'moved-already',
    });
  });

  it('is not moved by a colleague, nor to a wall of other people', async () => {
    const caseId = await supported();
    const noteId = await notes.written(caseId, 'contact', 'responder');
    const to = 'supervision' as const;
    expect(await notes.move({ caseId, from: 'contact', noteId, to }, 'responder-two')).toEqual({
      kind: 'refused',
      reason: 'not-yours',
    });
    expect(await notes.move({ caseId, from: 'contact', noteId, to: 'advocacy' }, 'lead')).toEqual({
      kind: 'refused',
      reason: 'not-there',
    });
    expect(await notes.move({ caseId, from: 'contact', noteId, to }, 'adviser')).toEqual({
      kind: 'not-found',
    });
  });

  it('cannot be put behind another wall by hand without its marker', async () => {
    const caseId = await supported();
    const noteId = await notes.written(caseId, 'contact', 'responder');
    const copy = `insert into supervision_notes.note (note_id, case_id, person_id, handling_agency_id, agency_id,
        author_id, kind, happened_at, recorded_at, sealed, state, moved_from, moved_by, moved_at)
      select gen_random_uuid(), case_id, person_id, handling_agency_id, agency_id, author_id, kind, happened_at,
        recorded_at, sealed, 'written', 'contact', author_id, recorded_at from contact_notes.note where note_id = '${noteId}'`;
    await expect(notes.asRole('contact_notes', 'responder', copy)).rejects.toThrow(/row-level security/);
  });
});

describe('a disclosure', () => {
  it('keeps that it happened and the person’s wish, and has no words', async () => {
    const caseId = await supported();
    const kept = await notes.disclose(caseId, 'advocacy', 'adviser', {
      wish: 'now',
      handOverTo: ['police'],
      agreedHow: 'in-person',
    });
    expect(kept).toMatchObject({ kind: 'kept', handOverTo: ['police'] });
    const [row] = await instance().admin<Record<string, unknown>>(
      `select sealed, wish, hand_over_to, agreed_how from advocacy_notes.note where case_id = $1`,
      [caseId],
    );
    expect(row).toEqual({ sealed: null, wish: 'now', hand_over_to: ['police'], agreed_how: 'in-person' });
  });

  it('is handed over to nobody against their wish', async () => {
    const caseId = await supported();
    expect(
      await notes.disclose(caseId, 'advocacy', 'adviser', {
        wish: 'later',
        handOverTo: ['police'],
        agreedHow: 'phone',
      }),
    ).toEqual({ kind: 'refused', reason: 'only-when-they-want-it' });
    expect(
      await notes.disclose(caseId, 'advocacy', 'adviser', { wish: 'now', handOverTo: ['safeguarding'] }),
    ).toEqual({ kind: 'refused', reason: 'agreement-first' });
  });
});

describe('the therapy wall', () => {
  it('holds milestones in their order, and has no column for words', async () => {
    const caseId = await withTherapy();
    expect(await notes.milestone(caseId, 'adviser', { kind: 'paused', sessions: null })).toEqual({
      kind: 'refused',
      reason: 'does-not-follow',
    });
    await notes.milestone(caseId, 'adviser', { kind: 'started', sessions: null });
    await notes.milestone(caseId, 'adviser', { kind: 'sessions', sessions: 4 });
    expect(await notes.milestone(caseId, 'adviser', { kind: 'sessions', sessions: 3 })).toEqual({
      kind: 'refused',
      reason: 'fewer-sessions',
    });
    expect(await notes.therapy(caseId, 'coordinator')).toMatchObject({
      kind: 'read',
      state: 'going-on',
      sessions: 4,
    });
    const columns = await instance().admin<{ column_name: string }>(
      `select column_name from information_schema.columns where table_schema = 'therapy_notes'
         and (data_type in ('bytea', 'json', 'jsonb') or column_name in ('text', 'words', 'note'))`,
    );
    expect(columns).toEqual([]);
  });

  it('P7 is there for nobody but the service that gives the therapy', async () => {
    const caseId = await withTherapy();
    await notes.milestone(caseId, 'adviser', { kind: 'started', sessions: null });
    for (const by of ['officer', 'responder', 'lead', 'manager', 'sarc', 'auditor', 'commissioner', 'dpo'])
      expect(await notes.therapy(caseId, by)).toEqual({ kind: 'not-found' });
    const advocacyOnly = await supported();
    expect(await notes.therapy(advocacyOnly, 'adviser')).toEqual({ kind: 'not-found' });
  });
});

it('P13 an erased person’s notes are gone from every wall', async () => {
  const caseId = await withTherapy();
  await notes.written(caseId, 'contact', 'responder');
  await notes.written(caseId, 'supervision', 'lead');
  await notes.milestone(caseId, 'adviser', { kind: 'started', sessions: null });
  const { admin } = instance();
  const [person] = await admin<{ person_id: string }>(
    'select person_id from app.case_file where case_id = $1',
    [caseId],
  );
  await admin('select app.erase_rows($1)', [person?.person_id]);
  for (const wall of RECORD_WALLS)
    expect(await admin(`select 1 from ${TABLE[wall]} where person_id = $1`, [person?.person_id])).toEqual([]);
});
