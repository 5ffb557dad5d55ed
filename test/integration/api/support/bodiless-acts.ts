const REQUEST = '/api/v1/information-requests/{id}';
const BREACH = '/api/v1/breaches/{id}';

const PATHS: Readonly<Record<string, readonly string[]>> = {
  dpo: [
    `${REQUEST}/acknowledgement`,
    `${REQUEST}/withdrawal`,
    `${REQUEST}/restriction/lift`,
    `${REQUEST}/pack/review`,
    `${REQUEST}/pack/seal`,
    `${REQUEST}/pack/reopen`,
    `${BREACH}/regulator-told`,
    `${BREACH}/people-told`,
    `${BREACH}/closing`,
    '/api/v1/legal-holds/{id}/lift',
  ],
  safeguarding: ['/api/v1/safeguarding-tasks/{id}/answer'],
  lead: ['/api/v1/cases/{case}/walls/{id}/lift'],
};

/** Acts of the desk, of safeguarding and of walls that have nothing to say but their address: any body is one too many. */
export const BODILESS_ACTS = Object.entries(PATHS).flatMap(([by, paths]) =>
  paths.map((path) => ({ path, by, good: {} })),
);
