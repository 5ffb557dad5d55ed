const RESPONDERS = ['responder', 'responder-two', 'lead'];
const HANDLERS = [...RESPONDERS, 'manager'];
const PROVIDERS = ['sarc', 'adviser'];

/** Who learns that a route of notes and endings is there at all; the case of this test is shared with no service. */
export const NOTE_OPEN_TO: Readonly<Record<string, readonly string[]>> = {
  readNotes: HANDLERS,
  writeNote: [...HANDLERS, ...PROVIDERS],
  keepDisclosure: [...HANDLERS, ...PROVIDERS],
  moveNote: [...HANDLERS, ...PROVIDERS],
  readTherapyMilestones: [],
  recordTherapyMilestone: PROVIDERS,
  readCaseEnding: HANDLERS,
  endCase: RESPONDERS,
  recordDeath: RESPONDERS,
  correctDeath: ['lead'],
};

const CASE = '/api/v1/cases/{case}';
const AT = '2026-09-01T13:50:00+01:00';

/** Every POST of notes and endings with a body it takes. */
export const NOTE_ACTS: readonly { readonly path: string; readonly by: string; readonly good: object }[] = [
  {
    path: `${CASE}/notes`,
    by: 'responder',
    good: {
      wall: 'contact',
      happenedAt: AT,
      text: 'Rang at the agreed time.',
      readAgain: true,
      corrects: '00000000-0000-7000-8000-00000000a001',
    },
  },
  {
    path: `${CASE}/disclosures`,
    by: 'responder',
    good: {
      wall: 'contact',
      happenedAt: AT,
      wish: 'now',
      handOverTo: ['police'],
      agreedHow: 'phone',
    },
  },
  { path: `${CASE}/notes/{id}/moves`, by: 'responder', good: { from: 'contact', to: 'supervision' } },
  {
    path: `${CASE}/therapy-milestones`,
    by: 'adviser',
    good: { kind: 'sessions', sessions: 6, happenedAt: AT },
  },
  {
    path: `${CASE}/ending`,
    by: 'responder',
    good: {
      reason: 'needs-met',
      door: 'any-time',
      feedback: 'yes',
      reopening: 'yes',
      sameWorker: 'yes',
      checkInOn: '2027-03-01',
      saidHow: 'phone',
      seen: true,
    },
  },
  {
    path: `${CASE}/death`,
    by: 'responder',
    good: { toldBy: 'police', diedOn: '2026-08-31', family: 'to-be-asked' },
  },
  { path: `${CASE}/death/correction`, by: 'lead', good: { because: 'another-person' } },
];

/** Fields in which any few letters are an answer. */
export const NOTE_TEXTS: readonly string[] = ['text'];
