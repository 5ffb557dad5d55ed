/** What somebody may ask of the service about personal data (law §8). */
export const REQUEST_KINDS = [
  'subject-access',
  'rectification',
  'restriction',
  'objection',
  'erasure',
  'victim-information',
  'complaint',
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const ASKED_VIA = ['email', 'letter', 'telephone', 'in-person', 'colleague'] as const;
export type AskedVia = (typeof ASKED_VIA)[number];

/** Who asks. Anybody but the person shows that they may act for them. */
export const REQUESTERS = ['person', 'parent', 'solicitor', 'advocate', 'police', 'court', 'other'] as const;
export type Requester = (typeof REQUESTERS)[number];

export const IDENTITY_CHECKS = [
  'known-to-us',
  'code-word',
  'documents',
  'authority-documents',
  'official-address',
] as const;
export type IdentityCheck = (typeof IDENTITY_CHECKS)[number];

export const WAITS = ['identity', 'clarification'] as const;
export type WaitFor = (typeof WAITS)[number];

export const EXTENSIONS = ['complex', 'many-requests'] as const;
export type ExtensionReason = (typeof EXTENSIONS)[number];

/** Why a request is refused; each is told to whoever asked, with the way to complain. */
export const REQUEST_REFUSALS = [
  'not-them',
  'no-authority',
  'nothing-held',
  'manifestly-unfounded',
  'excessive',
  'exemption',
  'serious-harm',
  'tests-not-met',
] as const;
export type RequestRefusalReason = (typeof REQUEST_REFUSALS)[number];

/** How a pack reaches the person: never to a route that is not, at this instant, known to be safe (P5). */
export const DELIVERIES = ['collected', 'handed-over', 'post', 'email'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** What came of a request that asks for something else than a copy. */
export const SETTLEMENTS = [
  'corrected',
  'note-added',
  'restricted',
  'restriction-lifted',
  'objection-upheld',
  'objection-noted',
  'erasure-proposed',
  'erased',
  'complaint-upheld',
  'complaint-part-upheld',
  'complaint-not-upheld',
  'released-in-full',
  'released-in-part',
] as const;
export type Settlement = (typeof SETTLEMENTS)[number];
